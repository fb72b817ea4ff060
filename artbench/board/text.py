"""Boards as Markdown and as JSON."""

import json
from collections.abc import Sequence
from dataclasses import asdict

from artbench.board import cells
from artbench.board.rows import ALL, Leaderboard, Row


def to_markdown(boards: Sequence[Leaderboard]) -> str:
    """Return boards as Markdown, each with its heading, points, caption metrics and footnotes."""
    return "\n".join(_board(board) for board in boards)


def to_json(rows: Sequence[Row]) -> str:
    """Return rows as a JSON list; a mean that is not known is null."""
    return json.dumps([asdict(row) for row in rows], indent=2, ensure_ascii=False)


def _board(board: Leaderboard) -> str:
    lines = [f"# {board.suite}", "", f"{cells.heading(board)}.", *_points(board), *_captions(board)]
    notes = cells.footnotes(board.rows)
    return "\n".join([*lines, *([""] if notes else []), *notes, ""])


def _points(board: Leaderboard) -> list[str]:
    header = ["model", ALL, *board.tasks, "samples"]
    rows = [
        [
            model,
            *(cells.points(tasks[task]) for task in (ALL, *board.tasks)),
            cells.graded(tasks[ALL]),
        ]
        for model, tasks in cells.by_model(board).items()
    ]
    about = "Points 0 to 5 with 95 % intervals; `all` is the mean of the tasks."
    return ["", about, "", *_table(header, rows)]


def _captions(board: Leaderboard) -> list[str]:
    names = cells.metric_names(board.rows)
    if not names:
        return []
    header = ["model", *(f"{task} {metric}" for task, metric in names)]
    rows = [
        [model, *(cells.caption_score(cells.score_of(list(tasks.values()), *n)) for n in names)]
        for model, tasks in cells.by_model(board).items()
    ]
    return ["", "Caption metrics, times 100, with 95 % intervals.", "", *_table(header, rows)]


def _table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    return [_line(header), _line(["---"] * len(header)), *map(_line, rows)]


def _line(texts: Sequence[str]) -> str:
    return f"| {' | '.join(text.replace('|', chr(92) + '|') for text in texts)} |"
