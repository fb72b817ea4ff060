"""`paint`: an open edition, painted again from its seeds."""

from pathlib import Path
from typing import Annotated

import typer

from artbench.errors import UsageError

PAINTED = ("artmm",)  # the suites with an open edition
WORKERS = 2


def paint(
    suite: Annotated[str, typer.Argument(help="A suite that artbench paints: `artmm`.")],
    folder: Annotated[
        Path | None,
        typer.Option(
            "--output", help="Where `open/` and its contact sheet go; into a checkout if left out."
        ),
    ] = None,
) -> None:
    """Paint the open edition of a suite again, with a contact sheet of it."""
    from artbench.catalogue import did_you_mean, find_suite
    from artbench.cli.screen import Screen

    if suite not in PAINTED:
        raise did_you_mean("painted suite", suite, PAINTED)
    found = find_suite(suite)
    target = (folder or _in_checkout(found.path)) / "open"
    from artbench.suites.open.edition import works, write
    from artbench.suites.open.sheet import write_sheet

    questions = {task.name: task.question for task in found.card.tasks if task.question}
    chosen = tuple(works(questions))
    screen = Screen()
    screen.say(f"painting {len(chosen)} works of {suite}:open")
    with screen.progress("painting", len(chosen)) as advance:
        write(target, chosen, WORKERS, advance)
    screen.say(f"contact sheet: {write_sheet(target, chosen)}")
    typer.echo(target)


def _in_checkout(card: Path) -> Path:
    """Return the folder of a suite's card, if it lies in a checkout and not in a wheel."""
    from artbench.folders import checkout_root

    if checkout_root() is None:
        raise UsageError("this is no checkout of artbench; name a folder with --output DIR")
    return card.parent
