"""The reader of `works.jsonl`: one picture a line, with its questions and what is known of it.

    {"id": "idc-01", "task": "idc", "image": "idc-01.webp", "sha256": "...",
     "questions": [{"text": "...", "references": ["..."]}], "facts": {...}, "facets": {...}}

`sha256`, `references`, `facts` and `facets` may be left out, and `questions` too where the card's
task has a question. Pictures lie beside the file.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from artbench.cards import SuiteCard, SuiteEdition, build
from artbench.errors import CardError, MissingError
from artbench.types import Question, Sample


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """One line of the file."""

    id: str
    task: str
    image: str
    sha256: str = ""
    questions: tuple[Question, ...] = ()
    facts: Mapping[str, Any] | None = None
    facets: Mapping[str, str] = field(default_factory=dict)


def read(card: SuiteCard, edition: SuiteEdition, folder: Path) -> tuple[Sample, ...]:
    """Return the samples of `folder/works.jsonl`, in the order of the file.

    Raises:
        MissingError: The file is not there, or a picture is not the one that `sha256` names.
        CardError: A line does not fit.
    """
    path = folder / "works.jsonl"
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError as error:
        raise MissingError(f"{path}: there is no such file; expected one picture a line") from error
    except (OSError, UnicodeDecodeError) as error:
        raise CardError(f"{path}: cannot be read: {error}") from error
    asked = {task.name: task.question for task in card.tasks}
    return tuple(
        _sample(_work(line, f"{path}:{number}"), asked, folder)
        for number, line in enumerate(lines, start=1)
        if line.strip()
    )


def _work(line: str, where: str) -> Work:
    try:
        table = json.loads(line)
    except json.JSONDecodeError as error:
        raise CardError(f"{where}: not JSON: {error}") from error
    if not isinstance(table, dict):
        raise CardError(f"{where}: expected an object, found {table!r}")
    return build(Work, table, where)


def _sample(work: Work, asked: Mapping[str, str], folder: Path) -> Sample:
    image = folder / work.image
    if not image.resolve().is_relative_to(folder.resolve()):
        raise CardError(f"{work.id}: image {work.image!r} leaves {folder}; keep it beside the file")
    if work.sha256 and image.is_file():
        _check_picture(work, image)
    shared = asked.get(work.task, "")
    questions = work.questions or ((Question(text=shared),) if shared else ())
    return Sample(
        id=work.id,
        task=work.task,
        image=image,
        questions=questions,
        facts=work.facts,
        facets=work.facets,
    )


def _check_picture(work: Work, image: Path) -> None:
    found = hashlib.sha256(image.read_bytes()).hexdigest()
    if found != work.sha256:
        raise MissingError(
            f"{image}: found SHA-256 {found[:12]}, expected {work.sha256[:12]}; restore the picture"
        )
