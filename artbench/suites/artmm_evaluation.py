"""The reader of `artmm:published`: the `Evaluation/` folder of the authors' repository.

    IDC/1.jpg .. 10.jpg  ISAC/1.jpg .. 10.jpg  ICRC/1.jpg .. 5.jpg (two are webp)  and an Answer.txt
    MDIUC/1.jpg, 2.jpg   Answer1.txt, Answer2.txt: the five questions stand before their answers

An answer file is a row of turns: a heading line (`7.` or a question), a block `A:` (ArtGPT-4) and a
block `M:` (MiniGPT-4). Nothing marks the end of a block, blocks have many paragraphs and may hold
numbered lists, and one `M:` is mistyped `B:`. So a heading is the last line before an `A:`.

Source: https://github.com/DLYuanGod/ArtGPT-4, folder Evaluation, commit 113cffc; the traps are
those of the files themselves.
"""

import re
from dataclasses import dataclass
from pathlib import Path

from artbench.cards import SuiteCard, SuiteEdition, SuiteTask
from artbench.errors import MissingError
from artbench.types import Question, Sample

SYSTEMS = ("artgpt4", "minigpt4")  # whose answers the blocks A: and M: are
_TURNS = 5  # of every dialogue
_NUMBERED, _DIALOGUES = ("idc", "isac", "icrc"), ("mdiuc",)
_PICTURES = frozenset({".jpg", ".jpeg", ".png", ".webp"})
_PLACES = ("", "artmm-published", "Evaluation")  # the folder itself, a data folder, a clone
_RESTORE = "restore it with `artbench data get artmm:published`"
_HEADING = re.compile(r"^(.+)\n(?:[^\S\n]*\n)*A:", re.MULTILINE)
_SECOND = re.compile(r"^[MB]:", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class _Turn:
    """A heading and what both systems said under it, in the order of `SYSTEMS`."""

    heading: str
    answers: tuple[str, str]


def read(card: SuiteCard, edition: SuiteEdition, folder: Path) -> tuple[Sample, ...]:
    """Return the samples `idc-01`, `idc-02` ..., task after task; they have no facts or references.

    Args:
        card: Gives the question of every task but the dialogue, whose questions are in its files.
        edition: Says how many pictures each task has.
        folder: The `Evaluation/` folder, or one that holds it or `artmm-published/`.

    Raises:
        MissingError: A file is missing, there is one too many, or one is not laid out as expected.
    """
    place = _layout(folder)
    return tuple(
        _sample(task, number, picture)
        for task in card.tasks
        for number, picture in enumerate(
            _pictures(place / task.name.upper(), edition.samples.get(task.name, 0)), start=1
        )
    )


def published_answers(folder: Path) -> dict[str, dict[str, tuple[str, ...]]]:
    """Return the authors' published answers: system (see `SYSTEMS`) -> sample id -> its turns.

    Args:
        folder: As for `read`.

    Raises:
        MissingError: A file is missing or is not laid out as expected.
    """
    place = _layout(folder)
    rows: dict[str, list[_Turn]] = {}
    for task in _NUMBERED:
        path = place / task.upper() / "Answer.txt"
        for number, turn in enumerate(_turns(path), start=1):
            if turn.heading != f"{number}.":
                raise _broken(path, f"expected {number}. before an A:, found {turn.heading!r}")
            rows[_id(task, number)] = [turn]
    for task in _DIALOGUES:
        numbers = range(1, len(list((place / task.upper()).glob("Answer?.txt"))) + 1)
        rows |= {_id(task, n): _dialogue(place / task.upper(), n) for n in numbers}
    return {
        system: {name: tuple(turn.answers[i] for turn in turns) for name, turns in rows.items()}
        for i, system in enumerate(SYSTEMS)
    }


def _id(task: str, number: int) -> str:
    return f"{task}-{number:02d}"


def _layout(folder: Path) -> Path:
    for inner in _PLACES:
        if (folder / inner / "IDC").is_dir():
            return folder / inner
    raise MissingError(
        f"{folder}: found no folder IDC, expected the authors' Evaluation/ (IDC, ISAC, ICRC, "
        "MDIUC); fetch it with `artbench data get artmm:published`, or name a copy with --from DIR"
    )


def _pictures(folder: Path, count: int) -> list[Path]:
    """Return the pictures 1..count in this order, whatever their format."""
    if not folder.is_dir():
        raise MissingError(f"{folder}: there is no such folder; {_RESTORE}")
    found: dict[str, Path] = {}
    wanted = [str(number) for number in range(1, count + 1)]
    for path in sorted(folder.iterdir()):
        if path.suffix.lower() not in _PICTURES or path.name.startswith("."):
            continue  # answers, notes, and what file managers leave behind
        if path.stem not in wanted or path.stem in found:
            expected = f"one picture each for 1..{count}" if count else "no pictures"
            raise MissingError(f"{folder}: found {path.name}, expected {expected}; remove it")
        found[path.stem] = path
    if missing := [stem for stem in wanted if stem not in found]:
        raise MissingError(
            f"{folder}: found {len(found)} of {count} pictures, "
            f"missing: {', '.join(missing)} (.jpg or .webp); {_RESTORE}"
        )
    return [found[stem] for stem in wanted]


def _sample(task: SuiteTask, number: int, picture: Path) -> Sample:
    if task.question:
        asked = [task.question]
    else:
        asked = [turn.heading for turn in _dialogue(picture.parent, number)]
    questions = tuple(Question(text=text) for text in asked)
    return Sample(id=_id(task.name, number), task=task.name, image=picture, questions=questions)


def _dialogue(folder: Path, number: int) -> list[_Turn]:
    path = folder / f"Answer{number}.txt"
    turns = _turns(path)
    if len(turns) != _TURNS:
        raise _broken(path, f"found {len(turns)} turns, expected {_TURNS}")
    return turns


def _turns(path: Path) -> list[_Turn]:
    before, *rest = _HEADING.split(_text(path))
    if before.strip() or not rest:
        raise _broken(path, f"expected a heading line and A: first, found {before.strip()[:40]!r}")
    headings, blocks = rest[::2], rest[1::2]
    return [_turn(path, *turn) for turn in zip(headings, blocks, strict=True)]


def _turn(path: Path, heading: str, block: str) -> _Turn:
    first, *rest = _SECOND.split(block)
    if len(rest) != 1:
        raise _broken(path, f"expected one M: after {heading.strip()!r}, found {len(rest)}")
    return _Turn(heading=heading.strip(), answers=(first.strip(), rest[0].strip()))


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise MissingError(f"{path}: there is no such file; {_RESTORE}") from error
    except UnicodeDecodeError as error:
        raise _broken(path, "expected UTF-8 text, found other bytes") from error


def _broken(path: Path, found: str) -> MissingError:
    return MissingError(f"{path}: {found}; {_RESTORE}")
