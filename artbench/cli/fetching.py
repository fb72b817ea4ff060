"""`train` and `data get`: what makes or fetches what the other commands need."""

from pathlib import Path
from typing import Annotated

import typer

from artbench.errors import MissingError


def train(
    name: Annotated[str, typer.Argument(help="What to train, for example `nano`.")],
    folder: Annotated[
        Path | None,
        typer.Option("--output", help="Where the weights go; into the package if left out."),
    ] = None,
) -> None:
    """Train our models from nothing, as their recipe says."""
    from artbench.training import train

    try:
        typer.echo(train(name, folder))
    except ModuleNotFoundError as error:
        raise MissingError(f"training needs {error.name}; pip install 'artbench[local]'") from error


def get(
    name: Annotated[str, typer.Argument(help="A suite's edition, for example `artmm:published`.")],
    folder: Annotated[
        Path | None, typer.Option("--output", help="Where to; the user's data folder if left out.")
    ] = None,
) -> None:
    """Fetch a suite's data by pinned revision and SHA-256."""
    from artbench.data import get

    typer.echo(get(name, folder))
