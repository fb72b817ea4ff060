"""Boards as tables for a terminal."""

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text

from artbench.board import cells
from artbench.board.rows import ALL, Leaderboard, Row


def run_tables(rows: Sequence[Row]) -> list[Table]:
    """Return the tables of one run: points per task, and caption metrics where there are some."""
    first = rows[0]
    grader = f"by {first.grader}" if first.grader else "ungraded"
    points = _table(f"{first.model} on {first.suite}", ["task", f"points 0-5 {grader}", "samples"])
    for row in rows:
        if row.task == ALL:
            points.add_section()
        points.add_row(row.task, cells.points(row), cells.graded(row))
    names = cells.metric_names(rows)
    if not names:
        return [points]
    captions = _table("caption metrics x 100", ["task", "metric", "score", "n"])
    for task, metric in names:
        score = cells.score_of(rows, task, metric)
        captions.add_row(task, metric, cells.caption_score(score), str(score.n if score else 0))
    return [points, captions]


def board_tables(board: Leaderboard) -> list[Table]:
    """Return the tables of a board: points by model and task, and caption metrics."""
    models = cells.by_model(board)
    points = _table(cells.heading(board), ["model", ALL, *board.tasks, "samples"])
    for model, tasks in models.items():
        texts = [cells.points(tasks[task]) for task in (ALL, *board.tasks)]
        points.add_row(model, *texts, cells.graded(tasks[ALL]))
    names = cells.metric_names(board.rows)
    if not names:
        return [points]
    captions = _table("caption metrics x 100", ["model", *(f"{t} {m}" for t, m in names)])
    for model, tasks in models.items():
        rows = list(tasks.values())
        captions.add_row(model, *(cells.caption_score(cells.score_of(rows, *n)) for n in names))
    return [points, captions]


def _table(title: str, columns: Sequence[str]) -> Table:
    table = Table(title=Text(title), title_justify="left", title_style="bold")
    for place, column in enumerate(columns):
        table.add_column(
            Text(column), justify="left" if place == 0 else "right", no_wrap=place == 0
        )
    return table
