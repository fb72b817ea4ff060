"""The committed open edition is what our painter paints, and what the suite card declares."""

import hashlib
import io
import json
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from artbench.catalogue import find_suite
from artbench.suites.open.edition import REFERENCES, SIZE, encoded, works
from artbench.suites.open.facts import EMOTIONS, TECHNIQUES, from_json, to_json

ROOT = Path(__file__).parents[3]
FOLDER = ROOT / "benchmarks" / "artmm" / "open"
LINES = [
    json.loads(line) for line in (FOLDER / "works.jsonl").read_text(encoding="utf-8").splitlines()
]
QUESTIONS = {task.name: task.question for task in find_suite("artmm").card.tasks}
REPAINTED = [f"idc-{k:02d}" for k in (1, 8, 10, 14, 15, 27)]  # one in each technique
WORKS = {work.id: work for work in works(QUESTIONS)}


def test_it_has_the_declared_number_of_works() -> None:
    assert Counter(line["task"] for line in LINES) == {
        "idc": 40,
        "isac": 40,
        "icrc": 20,
        "mdiuc": 10,
    }


def test_every_file_has_its_checksum_and_none_is_left_over() -> None:
    for line in LINES:
        assert (
            hashlib.sha256((FOLDER / line["image"]).read_bytes()).hexdigest() == line["sha256"]
        ), line["id"]
    assert {path.name for path in FOLDER.glob("*.webp")} == {line["image"] for line in LINES}


def test_facts_questions_and_references_are_those_of_the_painter() -> None:
    for line in LINES:
        work = WORKS[line["id"]]
        assert from_json(line["facts"]) == work.facts
        assert line["facts"] == json.loads(json.dumps(to_json(work.facts)))
        assert [(q["text"], tuple(q["references"])) for q in line["questions"]] == list(
            work.questions
        )


@pytest.mark.parametrize("name", REPAINTED)
def test_a_work_repaints_equal_but_for_rounding(name: str) -> None:
    with Image.open(FOLDER / f"{name}.webp") as image:
        kept = np.asarray(image.convert("RGB"), float)
    again = np.asarray(Image.open(io.BytesIO(encoded(WORKS[name].paint()))).convert("RGB"), float)
    assert kept.shape == (SIZE, SIZE, 3)
    assert np.abs(kept - again).mean() < 1.0


def test_the_repainted_ones_cover_every_technique() -> None:
    assert {WORKS[name].facts.technique for name in REPAINTED} == set(TECHNIQUES)


def test_every_emotion_is_asked_for() -> None:
    stirred = Counter(WORKS[line["id"]].facts.viewer for line in LINES if line["task"] == "isac")
    assert stirred.keys() == set(EMOTIONS)
    assert max(stirred.values()) <= 5


def test_questions_have_different_references() -> None:
    for line in LINES:
        for question in line["questions"]:
            assert len(set(question["references"])) == len(question["references"])
            if line["task"] != "mdiuc":
                assert len(question["references"]) == REFERENCES
