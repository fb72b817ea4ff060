"""`leaderboard`: what the runs in a folder come to."""

from enum import StrEnum
from typing import Annotated

import typer

from artbench.cli import options as o
from artbench.errors import UnknownError


class Format(StrEnum):
    """How a board is printed."""

    TABLE = "table"
    MD = "md"
    JSON = "json"


def leaderboard(
    suite: o.SuiteName,
    runs: o.RunsFolder = o.RUNS,
    form: Annotated[Format, typer.Option("--format", help="How to print it.")] = Format.TABLE,
    judge: Annotated[
        str | None, typer.Option("--judge", help="Whose grades count, if several have graded.")
    ] = None,
) -> None:
    """Print the board of a suite: one row per model, only of runs that can be compared."""
    from artbench.board.making import make_boards
    from artbench.board.tables import board_tables
    from artbench.board.text import to_json, to_markdown
    from artbench.catalogue import find_suite
    from artbench.cli.screen import Screen, show_tables
    from artbench.runs import find_runs

    made = make_boards(find_suite(suite), find_runs(runs), judge)
    screen = Screen()
    for note in made.notes:
        screen.say(note)
    if not made.boards:
        raise UnknownError(
            f"{runs}: holds no run of {suite}; make one with `artbench run --suite {suite}`"
        )
    if form is Format.TABLE:
        show_tables([table for board in made.boards for table in board_tables(board)])
    elif form is Format.MD:
        typer.echo(to_markdown(made.boards), nl=False)
    else:
        typer.echo(to_json([row for board in made.boards for row in board.rows]))
