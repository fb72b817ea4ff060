"""Options that several commands share, each declared once."""

from pathlib import Path
from typing import Annotated

import typer

ModelName = Annotated[
    str,
    typer.Option(
        "--model", help="A model, `name[:edition]`, a card `./mine.toml` or `./mine.py:Class`."
    ),
]
SuiteName = Annotated[
    str, typer.Option("--suite", help="A suite, `name[:edition]`, or a card `./mine.toml`.")
]
RunsFolder = Annotated[
    Path, typer.Option("--runs", envvar="ARTBENCH_RUNS", help="The folder of all runs.")
]
DataFolder = Annotated[
    Path | None,
    typer.Option("--from", help="Where the suite's data lie, if not where `data get` puts them."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Limit = Annotated[
    int | None,
    typer.Option("--limit", help="Only N samples, in turn from the tasks: a try, no result."),
]
Device = Annotated[str, typer.Option("--device", help="`auto`, `cpu`, `cuda`, ...")]
BatchSize = Annotated[int, typer.Option("--batch-size", min=1, help="Questions answered at once.")]
Download = Annotated[bool, typer.Option("--download", help="Allow weights to be fetched.")]
MaxFailures = Annotated[
    int,
    typer.Option("--max-failures", min=0, help="More failed answers than this end with code 5."),
]
RunFolder = Annotated[Path, typer.Argument(metavar="RUN", help="The folder of a run.")]

RUNS = Path("runs")
BATCH = 8
