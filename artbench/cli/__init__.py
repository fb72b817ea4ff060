"""The command `artbench`: options in, calls out; results on stdout, everything else on stderr."""

import os
import sys
from typing import Annotated

import typer

from artbench import __version__
from artbench.cli import boards, fetching, painting, running, showing
from artbench.errors import ArtbenchError

app = typer.Typer(
    help="How well does a vision-language model understand art?",
    epilog="Start with: artbench run --model artgpt4 --suite artmm",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
data = typer.Typer(help="Fetch data that may not travel with artbench.", no_args_is_help=True)


def main() -> None:
    """Run the command; an error that the user can act on is one line and its own exit code."""
    try:
        app(prog_name="artbench")
    except ArtbenchError as error:
        _tell(str(error))
        sys.exit(error.exit_code)
    except SystemExit as stop:
        if stop.code == 130:
            line = (
                "artbench: interrupted; what is done is kept, the same command goes on from there"
            )
            print(line, file=sys.stderr)  # noqa: T201
        raise
    except BrokenPipeError:  # the reader of our output went away, as `head` does
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _tell(message: str) -> None:
    typer.echo(f"artbench: {' '.join(message.split())}", err=True)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"artbench {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    pass


app.command("run")(running.run)
app.command("answer")(running.answer)
app.command("score")(running.score)
app.command("grade")(running.grade)
app.command("verify")(running.verify)
app.command("leaderboard")(boards.leaderboard)
app.command("list")(showing.list_cards)
app.command("show")(showing.show)
app.command("train")(fetching.train)
app.command("paint")(painting.paint)
data.command("get")(fetching.get)
data.callback()(lambda: None)
app.add_typer(data, name="data")
