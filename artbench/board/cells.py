"""What stands in a cell, the same on a terminal and in Markdown."""

from collections.abc import Sequence

from artbench.board.rows import ALL, Leaderboard, Row
from artbench.records import ScoreRow

UNKNOWN = "–"  # nothing was measured, which is not zero


def points(row: Row) -> str:
    """Return the mean with its interval, marked where answers failed or are missing."""
    if row.mean is None or row.low is None or row.high is None:
        return UNKNOWN + mark(row)
    return f"{row.mean:.2f}{mark(row)} [{row.low:.2f}, {row.high:.2f}]"


def mark(row: Row) -> str:
    """Return a star for a run with failures or one that is not finished."""
    return "*" if row.failed or not row.finished else ""


def graded(row: Row) -> str:
    """Return how many were graded, as `27/27 graded`."""
    return f"{row.n}/{row.total} graded"


def caption_score(score: ScoreRow | None) -> str:
    """Return a caption metric with its interval, in hundredths as papers print it."""
    if score is None:
        return UNKNOWN
    return f"{100 * score.value:.1f} [{100 * score.low:.1f}, {100 * score.high:.1f}]"


def metric_names(rows: Sequence[Row]) -> list[tuple[str, str]]:
    """Return the (task, metric) that any row has, in the order of the first that has them."""
    return list(dict.fromkeys((row.task, score.metric) for row in rows for score in row.metrics))


def score_of(rows: Sequence[Row], task: str, metric: str) -> ScoreRow | None:
    """Return a model's score, or None where it has none."""
    scores = (score for row in rows if row.task == task for score in row.metrics)
    return next((score for score in scores if score.metric == metric), None)


def by_model(board: Leaderboard) -> dict[str, dict[str, Row]]:
    """Return the rows by model and task, the best model first."""
    models: dict[str, dict[str, Row]] = {}
    for row in board.rows:
        models.setdefault(row.model, {})[row.task] = row
    return models


def heading(board: Leaderboard) -> str:
    """Return what the board is of."""
    return f"{board.suite} · version {board.version} · data {board.data} · {grader(board)}"


def grader(board: Leaderboard) -> str:
    """Return who graded; `facts` says itself that it is no judge."""
    if board.grader is None:
        return "ungraded"
    return f"graded by {board.grader}" + (" (rules, no judge)" if board.grader == "facts" else "")


def footnotes(rows: Sequence[Row]) -> list[str]:
    """Return a line per model whose row is marked."""
    whole = [row for row in rows if row.task == ALL]
    return [
        f"* {row.model}: {why}; means are over what was graded"
        for row in whole
        for why in (
            [f"{row.failed} answers failed"] * bool(row.failed)
            + ["not finished"] * (not row.finished)
        )
    ]
