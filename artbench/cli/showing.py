"""`list` and `show`: what there is, and what is known of one of them."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from artbench.cli import options as o
from artbench.errors import UnknownError


class Kind(StrEnum):
    """What can be listed."""

    MODELS = "models"
    SUITES = "suites"
    RUNS = "runs"


def list_cards(
    kind: Annotated[Kind, typer.Argument(help="What to list.")],
    runs: o.RunsFolder = o.RUNS,
    as_json: o.AsJson = False,
) -> None:
    """List models, suites or runs; the first edition of a name is its default."""
    rows = {Kind.MODELS: _models, Kind.SUITES: _suites, Kind.RUNS: lambda: _runs(runs)}[kind]()
    if as_json:
        typer.echo(json.dumps(rows, indent=2, ensure_ascii=False))
    else:
        _show_rows(rows)


def show(
    name: Annotated[str, typer.Argument(help="A model, a suite or the folder of a run.")],
    as_json: o.AsJson = False,
) -> None:
    """Show all that is known of a model, a suite or a run."""
    table = _known_of(name)
    if as_json:
        typer.echo(json.dumps(table, indent=2, ensure_ascii=False))
    else:
        _show_table(table, 0)


def _models() -> list[dict[str, Any]]:
    from artbench.cards import ModelCard, load
    from artbench.catalogue import installed_models, model_cards

    cards = [load(ModelCard, path) for path in model_cards().values()]
    rows = [
        {"name": f"{c.name}:{e.name}", "title": c.title, "licence": e.licence, "about": e.about}
        for c in cards
        for e in c.editions
    ]
    ours = {card.name for card in cards}
    others = {name: at for name, at in installed_models().items() if name not in ours}
    return rows + [
        {"name": name, "title": name, "licence": "not stated", "about": f"installed: {value}"}
        for name, value in sorted(others.items())
    ]


def _suites() -> list[dict[str, Any]]:
    from artbench.cards import SuiteCard, load
    from artbench.catalogue import ChosenSuite, suite_cards
    from artbench.suites import data_folder

    found = [
        ChosenSuite(card=card, edition=edition, path=path)
        for path in suite_cards().values()
        for card in (load(SuiteCard, path),)
        for edition in card.editions
    ]
    return [
        {
            "name": suite.name,
            "samples": sum(suite.edition.samples.values()),
            "here": data_folder(suite).is_dir(),
            "licence": suite.edition.licence,
            "about": suite.edition.about,
        }
        for suite in found
    ]


def _runs(root: Path) -> list[dict[str, Any]]:
    from artbench.runs import find_runs

    return [
        {
            "suite": run.suite,
            "model": run.model,
            "started": run.record.started,
            "ended": run.record.ended,
            "limit": run.record.suite.limit,
            "failed": run.record.counts.error,
            "folder": str(run.folder),
        }
        for run in (find_runs(root) if root.is_dir() else [])
    ]


def _known_of(name: str) -> dict[str, Any]:
    from artbench.catalogue import find_model, find_suite, model_cards, suite_cards
    from artbench.runs import Run

    if (Path(name) / "run.json").is_file():
        return asdict(Run(Path(name)).record)
    stem = name.partition(":")[0]
    if stem in suite_cards() or _is_suite(Path(stem)):
        suite = find_suite(name)
        tasks = {"tasks": {task.name: asdict(task) for task in suite.card.tasks}}
        return {**asdict(suite.edition), "name": suite.name, **tasks}
    if stem in model_cards() or Path(stem).is_file():
        model = find_model(name)
        card = {key: getattr(model.card, key) for key in ("title", "loader", "citation")}
        return {**card, **asdict(model.edition), "name": model.name}
    known = ", ".join([*model_cards(), *suite_cards()])
    raise UnknownError(f"unknown name {name!r}; known: {known}, cards and the folders of runs")


def _is_suite(path: Path) -> bool:
    from artbench.cards import read_toml

    return path.suffix == ".toml" and path.is_file() and "task" in read_toml(path)


def _show_rows(rows: Sequence[dict[str, Any]]) -> None:
    from rich.table import Table
    from rich.text import Text

    from artbench.cli.screen import show_tables

    table = Table(box=None, pad_edge=False)
    for column in rows[0] if rows else ():
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(Text(_plain(value)) for value in row.values()))
    show_tables([table] if rows else [])


def _show_table(table: dict[str, Any], depth: int) -> None:
    for key, value in table.items():
        if isinstance(value, dict):
            typer.echo(f"{'  ' * depth}{key}:")
            _show_table(value, depth + 1)
        else:
            typer.echo(f"{'  ' * depth}{key}: {_plain(value)}")


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (list, tuple)):
        return ", ".join(map(str, value))
    return "–" if value is None else str(value)
