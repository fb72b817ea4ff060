"""`run`, its stages `answer`, `score` and `grade`, and `verify`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from artbench.cli import options as o
from artbench.errors import FailuresError

if TYPE_CHECKING:
    from artbench.job import Job
    from artbench.models import Settings
    from artbench.runs import Run

Judges = Annotated[
    list[str] | None,
    typer.Option("--judge", help="Who grades; the suite's own graders if left out."),
]


def run(
    model: o.ModelName,
    suite: o.SuiteName,
    runs: o.RunsFolder = o.RUNS,
    data: o.DataFolder = None,
    limit: o.Limit = None,
    device: o.Device = "auto",
    batch_size: o.BatchSize = o.BATCH,
    download: o.Download = False,
    max_failures: o.MaxFailures = 0,
    as_json: o.AsJson = False,
) -> None:
    """Answer, score and grade a suite with a model, and print its points.

    The same command again goes on where it stopped; when all is done, it prints at once.
    """
    from artbench.cli.screen import Screen
    from artbench.job import run_job

    screen = Screen()
    job = _job(model, suite, runs, data, limit, _settings(device, batch_size, download))
    done = run_job(job, screen)
    _print_points(done, as_json=as_json)
    if limit is not None:
        screen.say(f"--limit {limit}: a try, no result; it enters no board")
    screen.say(f"kept in {done.folder}")
    _check_failures(done, max_failures)


def answer(
    model: o.ModelName,
    suite: o.SuiteName,
    runs: o.RunsFolder = o.RUNS,
    data: o.DataFolder = None,
    limit: o.Limit = None,
    device: o.Device = "auto",
    batch_size: o.BatchSize = o.BATCH,
    download: o.Download = False,
    max_failures: o.MaxFailures = 0,
) -> None:
    """Only answer; print the run's folder, for `score` and `grade`."""
    from artbench.cli.screen import Screen
    from artbench.job import answer_job

    job = _job(model, suite, runs, data, limit, _settings(device, batch_size, download))
    done = answer_job(job, Screen())
    typer.echo(done.folder)
    _check_failures(done, max_failures)


def score(folder: o.RunFolder, data: o.DataFolder = None, as_json: o.AsJson = False) -> None:
    """Compute the caption scores of a run's answers again."""
    from artbench.job import score_run
    from artbench.runs import Run

    score_run(Run(folder), data)
    _print_points(Run(folder), as_json=as_json)


def grade(
    folder: o.RunFolder,
    judge: Judges = None,
    again: Annotated[
        bool, typer.Option("--again", help="Grade what is graded already, too.")
    ] = False,
    data: o.DataFolder = None,
    as_json: o.AsJson = False,
) -> None:
    """Grade a run's answers that are not graded yet."""
    from artbench.cli.screen import Screen
    from artbench.job import grade_run
    from artbench.runs import Run

    grade_run(Run(folder), data, judge or (), Screen(), again=again)
    _print_points(Run(folder), judge[0] if judge else None, as_json=as_json)


def verify(folder: o.RunFolder, data: o.DataFolder = None) -> None:
    """Compute a run's scores and grades from its answers and compare them with what it says."""
    from artbench.runs import Run
    from artbench.verification import differences

    found = differences(Run(folder), data)
    for line in found:
        typer.echo(line)
    if found:
        raise FailuresError(f"{folder}: {len(found)} differences; the run is not what it says")
    typer.echo(f"{folder}: answers, scores and grades agree")


def _job(
    model: str,
    suite: str,
    runs: Path,
    data: Path | None,
    limit: int | None,
    settings: "Settings",
) -> "Job":
    from artbench.catalogue import find_model, find_suite
    from artbench.job import Job

    return Job(
        suite=find_suite(suite),
        model=find_model(model),
        root=runs,
        data=data,
        limit=limit,
        settings=settings,
    )


def _settings(device: str, batch_size: int, download: bool) -> "Settings":
    from artbench.models import Settings

    return Settings(device=device, batch_size=batch_size, download=download)


def _print_points(run: "Run", judge: str | None = None, *, as_json: bool) -> None:
    from artbench.board.choice import choose_grader
    from artbench.board.rows import run_rows
    from artbench.board.tables import run_tables
    from artbench.board.text import to_json
    from artbench.cli.screen import show_tables

    rows = run_rows(run, choose_grader([run], judge))
    if as_json:
        typer.echo(to_json(rows))
    else:
        show_tables(run_tables(rows))


def _check_failures(run: "Run", allowed: int) -> None:
    failed = run.record.counts.error
    if failed > allowed:
        raise FailuresError(
            f"{failed} of {run.record.suite.requests} answers failed (--max-failures {allowed}); "
            f"{run.folder / 'outputs.jsonl'} says why; the same command asks them again"
        )
