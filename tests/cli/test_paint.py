"""`artbench paint` writes an edition that its reader takes, and a contact sheet beside it."""

import hashlib
import json
from pathlib import Path

import pytest
from PIL import Image
from tiny import Command

from artbench.cli import painting
from artbench.suites.open import edition, sheet

QUESTIONS = {"idc": "Describe.", "isac": "Which emotions?", "icrc": "Name all."}


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(edition, "SIZE", 64)
    monkeypatch.setattr(edition, "_TASKS", {"idc": 5, "isac": 1, "icrc": 1, "mdiuc": 1})


@pytest.mark.usefixtures("small")
def test_paint_writes_works_and_a_contact_sheet(artbench: Command, tmp_path: Path) -> None:
    ended = artbench("paint", "artmm", "--output", tmp_path)
    assert (ended.code, ended.out) == (0, f"{tmp_path / 'open'}\n")
    assert "painting 8 works" in ended.err
    text = (tmp_path / "open" / "works.jsonl").read_text(encoding="utf-8")
    lines = [json.loads(line) for line in text.splitlines()]
    assert [line["id"] for line in lines][-4:] == ["idc-05", "isac-01", "icrc-01", "mdiuc-01"]
    for line in lines:
        data = (tmp_path / "open" / line["image"]).read_bytes()
        assert hashlib.sha256(data).hexdigest() == line["sha256"]
    with Image.open(tmp_path / "open" / "idc-01.webp") as image:
        assert image.size == (64, 64)
    with Image.open(tmp_path / "open-sheet.webp") as image:
        assert image.size == (6 * 248 + 8, 2 * 248 + 8)


@pytest.mark.usefixtures("small")
def test_an_edition_is_the_same_whatever_the_number_of_workers(tmp_path: Path) -> None:
    works = tuple(edition.works(QUESTIONS))[:3]
    for workers in (1, 2):
        edition.write(tmp_path / str(workers), works, workers)
    for path in (tmp_path / "1").iterdir():
        assert path.read_bytes() == (tmp_path / "2" / path.name).read_bytes(), path.name


def test_the_sheet_shows_each_technique_in_its_column_and_each_task_in_its_row() -> None:
    chosen = sheet.choose(tuple(edition.works(QUESTIONS)))
    assert len({work.id for work in chosen}) == 24
    assert [w.facts.technique for w in chosen] == list(sheet.TECHNIQUES) * 4
    tasks = ["idc"] * 6 + ["isac"] * 6 + ["icrc"] * 6 + ["mdiuc"] * 6
    others = [w.id for w, task in zip(chosen, tasks, strict=True) if w.task != task]
    assert len(others) == 1  # no dialogue is on an ink wash


def test_a_suite_that_is_not_painted_is_refused(artbench: Command) -> None:
    ended = artbench("paint", "artm")
    assert (ended.code, ended.err.count("\n")) == (3, 1)
    assert "unknown painted suite 'artm'; did you mean artmm?" in ended.err


def test_without_a_checkout_a_folder_must_be_named(
    artbench: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("artbench.folders.checkout_root", lambda: None)
    ended = artbench("paint", painting.PAINTED[0])
    assert ended.code == 2
    assert "name a folder with --output DIR" in ended.err
