"""The screen: tables on stdout, notes and progress on stderr, bars only where someone watches."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from rich.console import Console

if TYPE_CHECKING:
    from artbench.stages import Advance

_WIDE = 160  # a file or a pipe has no width that a table must fit in


def show_tables(tables: Sequence[Any]) -> None:
    """Print tables as the result."""
    out = Console(highlight=False)
    if not out.is_terminal:
        out = Console(highlight=False, width=_WIDE)
    for table in tables:
        out.print(table)


class Screen:
    """Tells a person at the terminal how a job gets on."""

    def __init__(self) -> None:
        self._console = Console(stderr=True, highlight=False)

    def say(self, text: str) -> None:
        """Print one line of notes."""
        self._console.print(f"artbench: {text}", markup=False, soft_wrap=True)

    @contextmanager
    def progress(self, title: str, total: int) -> Iterator["Advance"]:
        """Show a bar with rate and time left, where someone watches."""
        if not self._console.is_terminal or total == 0:
            yield lambda _: None
            return
        from rich.progress import (
            BarColumn,
            MofNCompleteColumn,
            Progress,
            TextColumn,
            TimeElapsedColumn,
            TimeRemainingColumn,
        )

        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}"),
            TimeElapsedColumn(),
            TimeRemainingColumn(),
        )
        with Progress(*columns, console=self._console, transient=True) as bars:
            bar = bars.add_task(title, total=total, rate="")

            def advance(more: int) -> None:
                bars.advance(bar, more)
                speed = bars.tasks[0].speed
                bars.update(bar, rate=f"{speed:.1f}/s" if speed else "")

            yield advance
