"""A tiny suite of real pictures, a model in a file of its own, and how a command ended."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from PIL import Image

from artbench.cards import Generation
from artbench.records import ModelRecord, RunRecord, SuiteRecord, new_record

CARD = """\
name = "tiny"
title = "Tiny"
version = 1

[[task]]
name = "look"
title = "Look"
question = "What is this?"
metrics = ["bleu_1", "rouge_l"]

[[task]]
name = "talk"
title = "Talk"

[[edition]]
name = "here"
about = "Painted by a test"
reader = "works-jsonl"
data = "pictures"
samples = { look = 4, talk = 2 }
licence = "CC0-1.0"
"""

ECHO = '''\
"""A model that names the picture's first colour, counts its calls and notes what it was told."""
from pathlib import Path
from PIL import Image
from artbench.types import Output

class Echo:
    def answer(self, batch):
        with Path("calls.txt").open("a") as calls:
            calls.write("".join(f"{r.sample_id}/{r.turn} {r.history}\\n" for r in batch))
        return [self.one(request) for request in batch]

    def one(self, request):
        try:
            red, green, blue = Image.open(request.image).convert("RGB").getpixel((0, 0))
        except OSError as error:
            return Output(sample_id=request.sample_id, turn=request.turn, outcome="error",
                          reason=f"cannot be read: {request.image.name}")
        text = f"a {'red' if red > blue else 'blue'} picture, turn {request.turn}"
        return Output(sample_id=request.sample_id, turn=request.turn, text=text)

    def identity(self):
        return {"weights": "none", "device": "cpu"}
'''


@dataclass(frozen=True)
class Ended:
    """How a command ended."""

    code: int
    out: str
    err: str


Command = Callable[..., Ended]


def write_suite(folder: Path, card: str = CARD) -> Path:
    """Write a suite of 4 single questions and 2 dialogues of 3 turns; return its card."""
    pictures = folder / "pictures"
    pictures.mkdir(parents=True)
    lines = []
    for number in range(6):
        dialogue = number >= 4
        name = f"{'talk' if dialogue else 'look'}-{number}"
        Image.new("RGB", (12, 8), "red" if number % 2 else "blue").save(pictures / f"{name}.png")
        told = ["a red picture" if number % 2 else "a blue picture", "one colour"]
        asked = [{"text": f"Question {turn}?"} for turn in range(3)]
        lines.append(
            {
                "id": name,
                "task": "talk" if dialogue else "look",
                "image": f"{name}.png",
                "questions": asked if dialogue else [{"text": "What is this?", "references": told}],
                "facets": {"colour": "red" if number % 2 else "blue"},
            }
        )
    write_works(pictures, lines)
    path = folder / "tiny.toml"
    path.write_text(card)
    return path


def write_works(folder: Path, lines: list[dict[str, Any]]) -> None:
    """Write works.jsonl."""
    text = "".join(json.dumps(line) + "\n" for line in lines)
    (folder / "works.jsonl").write_text(text)


def read_works(folder: Path) -> list[dict[str, Any]]:
    """Read works.jsonl."""
    return [json.loads(line) for line in (folder / "works.jsonl").read_text().splitlines()]


def sha256(path: Path) -> str:
    """Return the checksum as a works.jsonl states it."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def record(model_name: str = "echo", **changes: Any) -> RunRecord:
    """Return the record of a run that begins; `changes` are of its suite."""
    suite = SuiteRecord(
        name="tiny",
        edition="here",
        version=1,
        card="c",
        path="",
        data="d",
        samples={"look": ("a", "b")},
        requests=2,
        limit=None,
    )
    model = ModelRecord(
        name=model_name,
        edition="nano",
        loader="python",
        card="c",
        weights="w",
        revision="unpinned",
        fingerprint="f",
        generation=Generation(),
    )
    return new_record(replace(suite, **changes), model, bootstrap_seed=0)
