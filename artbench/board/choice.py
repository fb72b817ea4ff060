"""Which runs stand on which board, and which grader counts."""

from collections.abc import Sequence
from dataclasses import dataclass

from artbench.errors import UsageError
from artbench.runs import Run


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Runs in groups that can be compared, and why the others are not among them.

    Attributes:
        groups: One board each: the runs of one version and data, each model once.
        notes: One line per run or group that stands apart.
    """

    groups: tuple[tuple[Run, ...], ...]
    notes: tuple[str, ...]


def choose_runs(runs: Sequence[Run], suite: str) -> Choice:
    """Return the runs of a suite's edition that are results, in comparable groups, largest first.

    Runs with a `--limit` are no result. Of several runs of one model the newest stands for it.
    """
    notes = []
    groups: dict[tuple[int, str], dict[str, Run]] = {}
    for run in sorted(runs, key=lambda run: run.record.started):
        asked = run.record.suite
        if run.suite != suite:
            continue
        if asked.limit is not None:
            notes.append(f"{run.folder}: left out: made with --limit {asked.limit}, no result")
            continue
        group = groups.setdefault((asked.version, asked.data), {})
        if older := group.get(run.model):
            notes.append(f"{older.folder}: left out: {run.folder} is a newer run of {run.model}")
        group[run.model] = run
    ordered = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
    for (version, data), group in ordered[1:]:
        notes.extend(
            f"{run.folder}: stands apart: made of version {version} with data {data}"
            for run in group.values()
        )
    return Choice(groups=tuple(tuple(g.values()) for _, g in ordered), notes=tuple(notes))


def choose_grader(runs: Sequence[Run], wanted: str | None) -> str | None:
    """Return whose grades count on a board: the wanted, or the only one there is.

    Raises:
        UsageError: Several have graded and none was named, or nobody of the wanted name has.
    """
    judges = sorted({judge for run in runs for judge in run.grades()})
    if wanted is not None:
        if wanted not in judges:
            found = ", ".join(judges) or "nobody"
            raise UsageError(
                f"no run was graded by {wanted!r}, only by {found}; see artbench grade"
            )
        return wanted
    if len(judges) > 1:
        raise UsageError(
            f"graded by {', '.join(judges)}: they never share a board; name one with --judge"
        )
    return judges[0] if judges else None
