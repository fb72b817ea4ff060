"""Does a run still say what its answers say? Everything after the answers is computed again."""

from pathlib import Path

from artbench import stages
from artbench.grading import GRADERS, find_grader
from artbench.job import reopen
from artbench.records import ScoreRow
from artbench.runs import Run

_ROUNDING = 1e-9  # other processors add in another order


def differences(run: Run, data: Path | None) -> list[str]:
    """Return a line for each score or grade that the run's answers do not give; none is good.

    Grades of judges that cannot be asked here are not compared.

    Raises:
        AlignmentError: The suite is no longer what the run was made of.
    """
    suite, samples = reopen(run, data)
    outputs = run.outputs()
    lines = _scores(run.scores(), stages.score(suite.card, samples, outputs))
    for judge, kept in run.grades().items():
        if judge not in GRADERS:
            continue
        found = {g.sample_id: g for g in stages.grade(find_grader(judge), samples, outputs)}
        for sample in sorted(kept.keys() | found.keys()):
            says, gives = kept.get(sample), found.get(sample)
            if (says.points if says else None) != (gives.points if gives else None):
                said, given = (g.points if g else "nothing" for g in (says, gives))
                lines.append(f"{sample}: grade by {judge} is {said}, the answer gives {given}")
    return lines


def _scores(kept: tuple[ScoreRow, ...], found: tuple[ScoreRow, ...]) -> list[str]:
    lines = []
    says = {(row.task, row.metric): row for row in kept}
    gives = {(row.task, row.metric): row for row in found}
    for key in sorted(says.keys() | gives.keys()):
        a, b = says.get(key), gives.get(key)
        if a is None or b is None:
            lines.append(f"{' '.join(key)}: only the {'run' if b is None else 'answers'} give it")
        elif not _equal(a, b):
            lines.append(f"{' '.join(key)}: the run says {a.value}, the answers give {b.value}")
    return lines


def _equal(a: ScoreRow, b: ScoreRow) -> bool:
    pairs = ((a.value, b.value), (a.low, b.low), (a.high, b.high), (a.n, b.n))
    return all(abs(x - y) <= _ROUNDING for x, y in pairs)
