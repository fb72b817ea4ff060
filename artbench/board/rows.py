"""From runs to the rows of a leaderboard, which refuses to mix what cannot be compared."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from artbench.errors import AlignmentError
from artbench.records import ScoreRow
from artbench.runs import Run

if TYPE_CHECKING:
    from artbench.stats import Score  # brings numpy, which the command starts without

ALL = "all"  # the task of the overall row: the mean of the task means


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One model on one task, or on `all`.

    Attributes:
        mean: Points 0..5 over what was graded; None where nothing was, which is not 0.
        low: Lower end of the mean's 95 % interval.
        n: How many samples were graded.
        total: How many there are.
        grader: Who graded; None where nobody did.
        failed: Questions of the whole run without an answer; a row with some is marked.
        finished: Whether every question was asked.
        metrics: Caption scores of the task.
        signature: What is needed to compute the mean and its interval again.
        run: Digest of the run.
    """

    model: str
    suite: str
    edition: str
    version: int
    task: str
    mean: float | None
    low: float | None
    high: float | None
    n: int
    total: int
    grader: str | None
    failed: int
    finished: bool
    metrics: tuple[ScoreRow, ...]
    signature: str
    run: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaderboard:
    """Rows that can be compared: one edition, version, data and grader; the best model first.

    Attributes:
        data: Digest of the samples that all runs share.
        tasks: In the order of the suite.
    """

    suite: str
    version: int
    data: str
    grader: str | None
    tasks: tuple[str, ...]
    rows: tuple[Row, ...]


def leaderboard(runs: Sequence[Run], grader: str | None, headline: str = "rubric") -> Leaderboard:
    """Return the board of some runs.

    Args:
        runs: At least one; of one suite's edition, version and data, each model once.
        grader: Whose grades count; None where nobody grades.
        headline: What the models are sorted by: `rubric` or a caption metric.

    Raises:
        AlignmentError: A run stands apart from the first; the message says which and why.
    """
    first = runs[0].record.suite
    for run in runs:
        _check_alike(runs[0], run)
    repeated = {run.model for run in runs if sum(other.model == run.model for other in runs) > 1}
    if repeated:
        raise AlignmentError(f"{runs[0].suite}: several runs of {', '.join(sorted(repeated))}")
    rated = [(run, run_rows(run, grader)) for run in runs]
    rated.sort(key=lambda pair: (-_rank(pair[1], headline), pair[0].model))
    return Leaderboard(
        suite=runs[0].suite,
        version=first.version,
        data=first.data,
        grader=grader,
        tasks=tuple(first.samples),
        rows=tuple(row for _, rows in rated for row in rows),
    )


def run_rows(run: Run, grader: str | None) -> tuple[Row, ...]:
    """Return a row per task of a run and, as `all`, the mean of the task means."""
    means = _means(run, grader)
    tasks = run.record.suite.samples
    rows = [_row(run, task, (task,), means, grader) for task in tasks]
    return (*rows, _row(run, ALL, tuple(tasks), means, grader))


def _row(
    run: Run, name: str, tasks: tuple[str, ...], means: Mapping[str, "Score"], grader: str | None
) -> Row:
    record, mean = run.record, means.get(name)
    return Row(
        model=run.model,
        suite=run.suite,
        edition=record.suite.edition,
        version=record.suite.version,
        task=name,
        mean=mean.value if mean else None,
        low=mean.low if mean else None,
        high=mean.high if mean else None,
        n=sum(means[task].n for task in tasks if task in means),
        total=sum(len(record.suite.samples[task]) for task in tasks),
        grader=grader if means else None,
        failed=record.counts.error,
        finished=record.ended is not None,
        metrics=tuple(score for score in run.scores() if score.task == name),
        signature=mean.signature if mean else "",
        run=record.digest,
    )


def _means(run: Run, grader: str | None) -> dict[str, "Score"]:
    """Return the mean points of every task with some, and `all` where every task has."""
    from artbench.stats import task_means

    grades = run.grades().get(grader or "", {})
    samples = run.record.suite.samples
    points = {
        task: [float(p) for i in ids if i in grades and (p := grades[i].points) is not None]
        for task, ids in samples.items()
    }
    graded = {task: values for task, values in points.items() if values}
    if not graded:
        return {}
    means = {
        task: replace(score, signature=f"rubric:0-5|grader:{grader}|{score.signature}")
        for task, score in task_means(graded).items()
    }
    if any(ids and task not in graded for task, ids in samples.items()):
        del means[ALL]  # a mean over some of the tasks would pass for one over all of them
    return means


def _rank(rows: Sequence[Row], headline: str) -> float:
    if headline == "rubric":
        mean = next(row.mean for row in rows if row.task == ALL)
        return float("-inf") if mean is None else mean
    values = [score.value for row in rows for score in row.metrics if score.metric == headline]
    return max(values, default=float("-inf"))


def _check_alike(first: Run, run: Run) -> None:
    ours, theirs = first.record.suite, run.record.suite
    for what, expected, found in (
        ("suite", first.suite, run.suite),
        ("version", ours.version, theirs.version),
        ("data", ours.data, theirs.data),
    ):
        if found != expected:
            raise AlignmentError(
                f"{run.folder}: {what} is {found}, the others on this board have {expected}; "
                "they cannot be compared: run it again, or leave it out"
            )
