"""The open edition of ArtMM: which pictures it has, what is asked, and how they are written."""

import hashlib
import io
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from itertools import repeat
from multiprocessing import get_context
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from artbench.suites.open.dialogue import converse, subject
from artbench.suites.open.facts import GENRES, MOODS, TECHNIQUES, Facts, to_json
from artbench.suites.open.language import Say, describe, feel, recognise, varied
from artbench.suites.open.picture import picture
from artbench.suites.open.scene import INDOOR_MOODS, INDOORS, Wish, invent

SIZE = 640  # pixels per side
REFERENCES = 5  # to each question
_TASKS = {"idc": 40, "isac": 40, "icrc": 20, "mdiuc": 10}
_SAYERS = {"idc": describe, "isac": feel, "icrc": recognise}
# Seeds from 1,000,000 on are those of the training pictures.
_FIRST_SEED = {"idc": 10_000, "isac": 20_000, "icrc": 30_000, "mdiuc": 40_000}
Asked = tuple[tuple[str, tuple[str, ...]], ...]  # (question, references) in turn


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """One picture of the edition: the seed it is painted from, its facts and what is asked."""

    id: str
    task: str
    seed: int
    facts: Facts
    questions: Asked

    def paint(self, size: int = SIZE) -> NDArray[np.uint8]:
        """Return the picture, uint8[size, size, 3]."""
        return picture(self.facts, self.seed, size)


def works(questions: Mapping[str, str]) -> Iterator[Work]:
    """Yield the works of the edition in the order of their ids.

    Args:
        questions: What the suite card asks, by task; a dialogue brings its own.
    """
    for task, count in _TASKS.items():
        for k in range(count):
            yield _work(task, k, questions)


def write(
    folder: Path,
    chosen: Sequence[Work],
    workers: int = 1,
    advance: Callable[[int], None] = lambda _: None,
) -> None:
    """Paint works into a folder: `works.jsonl` and a WebP file for each.

    Args:
        folder: Where to; made if it is not there.
        chosen: The works, in the order of their lines.
        workers: Processes; the files are the same whatever their number.
        advance: Told of each work that is done.
    """
    folder.mkdir(parents=True, exist_ok=True)
    lines = []
    for work, data in zip(chosen, _files(chosen, workers), strict=True):
        (folder / f"{work.id}.webp").write_bytes(data)
        lines.append(json.dumps(_line(work, hashlib.sha256(data).hexdigest()), ensure_ascii=False))
        advance(1)
    (folder / "works.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")


def encoded(pixels: NDArray[np.uint8]) -> bytes:
    """Return uint8[H, W, 3] as a WebP file."""
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, "WEBP", quality=82, method=6)
    return buffer.getvalue()


def _files(chosen: Sequence[Work], workers: int) -> Iterator[bytes]:
    if workers == 1:
        yield from map(_file, chosen, repeat(SIZE))
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        yield from pool.map(_file, chosen, repeat(SIZE))


def _file(work: Work, size: int) -> bytes:
    return encoded(work.paint(size))


def _work(task: str, k: int, questions: Mapping[str, str]) -> Work:
    seed = _FIRST_SEED[task] + k
    facts = _facts(task, k, seed)
    say = varied(np.random.default_rng(seed + 500_000))
    if task == "mdiuc":
        facts, asked = _dialogue(facts, k % 2, say)
    else:
        asked = ((questions[task], _distinct(lambda: _SAYERS[task](facts, say))),)
    return Work(id=f"{task}-{k + 1:02d}", task=task, seed=seed, facts=facts, questions=asked)


def _facts(task: str, k: int, seed: int) -> Facts:
    """Return facts as wished; those of a dialogue have a coloured thing beside the main one."""
    for attempt in range(1000):
        rng = np.random.default_rng(seed * 1000 + attempt)
        facts = invent(rng, _wish(task, k))
        if task != "mdiuc" or subject(facts):
            return facts
    raise ValueError(f"{task} {k}: no picture fits the wish in 1000 attempts")


def _wish(task: str, k: int) -> Wish:
    if task == "isac":
        genre = "group" if k % 5 in (1, 3) else "figure"
        return Wish(genre=genre, technique=TECHNIQUES[(k + k // 9) % 6], mood=tuple(MOODS)[k % 9])
    genre = GENRES[k % 8]
    moods = INDOOR_MOODS if genre in INDOORS else tuple(MOODS)
    techniques = TECHNIQUES if task != "mdiuc" else tuple(t for t in TECHNIQUES if t != "ink wash")
    return Wish(
        genre=genre,
        technique=techniques[(k + k // 8) % len(techniques)],
        mood=moods[(k + k // 3) % len(moods)],
    )


def _dialogue(facts: Facts, script: int, say: Say) -> tuple[Facts, Asked]:
    def references(turn: int) -> tuple[str, ...]:
        return _distinct(lambda: converse(facts, script, say)[turn].answer)

    turns = converse(facts, script, say)
    asked = tuple((turn.question, references(k)) for k, turn in enumerate(turns))
    return replace(facts, expects=tuple(turn.expects for turn in turns)), asked


def _distinct(make: Callable[[], str]) -> tuple[str, ...]:
    """Return different texts, REFERENCES of them where the grammar has so many."""
    texts = dict.fromkeys(make() for _ in range(REFERENCES * 8))
    return tuple(texts)[:REFERENCES]


def _line(work: Work, digest: str) -> dict[str, object]:
    return {
        "id": work.id,
        "task": work.task,
        "image": f"{work.id}.webp",
        "sha256": digest,
        "questions": [{"text": text, "references": list(refs)} for text, refs in work.questions],
        "facts": to_json(work.facts),
        "facets": {
            "genre": work.facts.genre,
            "technique": work.facts.technique,
            "mood": work.facts.mood,
            "emotion": work.facts.viewer,
        },
    }
