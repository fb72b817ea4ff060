"""`artbench train nano`: artgpt4:nano, minigpt4:nano and the majority answers, from nothing.

Order: paint; a backbone learns plain pictures and plain sentences; it is frozen; then the paper's
two stages train projection, Image Adapters and norms on pictures of art. MiniGPT-4 is the same
backbone with only the projection trained, on the same lessons for the same steps.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from artbench.training import lessons, plain
from artbench.training.adapting import Course, side_by_side
from artbench.training.paintings import Paintings, paintings

if TYPE_CHECKING:
    from torch import Tensor

    from artbench.training.recipe import NanoRecipe
    from artgpt4 import ArtGPT4ForConditionalGeneration, ArtGPT4Processor
    from artgpt4.backbone import Pictures
    from artgpt4.dialogue import Example

Log = Callable[[str], None]


@dataclass(slots=True)
class Diary:
    """What a training run writes down: seconds, accuracies and losses of each stage."""

    log: Log
    start: float = field(default_factory=time.perf_counter)
    pages: dict[str, object] = field(default_factory=dict)

    def note(self, stage: str, **findings: object) -> None:
        """Keep the findings of a stage, with the seconds since the start."""
        seconds = round(time.perf_counter() - self.start, 1)
        self.pages[stage] = {"seconds": seconds, **findings}
        told = "  ".join(f"{name} {value}" for name, value in findings.items() if name != "curve")
        self.log(f"{seconds:7.1f} s  {stage}  {told}")


@dataclass(frozen=True, slots=True)
class Backbone:
    """What is frozen before the adapters are trained, and what it was given."""

    model: ArtGPT4ForConditionalGeneration
    processor: ArtGPT4Processor


def make(recipe: NanoRecipe, questions: Mapping[str, str], folder: Path, log: Log) -> None:
    """Train everything and write it to a folder.

    Into it go artgpt4 itself, `minigpt4/`, `majority.json` and `training.json`.
    """
    import torch

    from artgpt4.checkpoint import sibling

    diary = Diary(log)
    known, art = _painted(recipe, diary)
    torch.manual_seed(recipe.body.seed)
    backbone = _backbone(recipe, known, art, questions, diary)
    stages = _stages(art, recipe, questions)
    features = _features(backbone.model, art)
    diary.note("features", shape=list(features.shape))
    mini = sibling(backbone.model, recipe.body.seed, adapter_ratio=0, trainable_norms=False)
    course = Course(
        processor=backbone.processor,
        stages=recipe.adapt,
        lessons=stages,
        features=features,
        log=log,
    )
    courses = (course, course.faster(recipe.minigpt4.factor))
    curves = side_by_side((backbone.model, mini), courses)
    _note_adapted(diary, course, curves)
    _save(folder, backbone, mini, stages[-1], diary)


def _painted(recipe: NanoRecipe, diary: Diary) -> tuple[Paintings, Paintings]:
    paint = recipe.paint
    sizes = (paint.size, recipe.body.image_size)
    known = paintings("plain", paint.plain + paint.held_out, paint.seed, sizes)
    art = paintings("art", paint.art, 2 * paint.seed, sizes)
    diary.note("paint", plain=len(known.facts), art=len(art.facts))
    return known, art


def _backbone(
    recipe: NanoRecipe, known: Paintings, art: Paintings, questions: Mapping[str, str], diary: Diary
) -> Backbone:
    from artbench.training.body import config, processor
    from artgpt4.backbone import from_nothing, pretrain_language, pretrain_vision
    from artgpt4.checkpoint import round_frozen
    from artgpt4.tokenizer import byte_level_tokenizer

    rng = np.random.default_rng(recipe.body.seed)
    texts = [plain.text(facts, rng) for facts in known.facts]
    written = _written(texts, art, questions)
    tokenizer = byte_level_tokenizer(written, recipe.body.vocabulary, phrases=True)
    model = from_nothing(config(recipe.body, tokenizer, adapters=True), recipe.body.seed)
    split = recipe.paint.plain
    shown, held_out = pictures(known, 0, split), pictures(known, split)
    sight = pretrain_vision(model, shown, held_out, recipe.vision, diary.log)
    accuracy = {name: round(share, 3) for name, share in sight.accuracy.items()}
    diary.note("vision", accuracy=accuracy, curve=_thinned(sight.curve))
    curve = pretrain_language(model, tokenizer, texts, recipe.language, diary.log)
    diary.note("language", texts=len(texts), curve=_thinned(curve))
    round_frozen(model)  # what is kept on disk is what the adapters are trained on
    return Backbone(model, processor(recipe.body, tokenizer))


def _written(
    texts: Sequence[tuple[str, str]], art: Paintings, questions: Mapping[str, str]
) -> Iterator[str]:
    """Yield all texts: a tokenizer knows their words; the LLM itself reads the plain ones only."""
    from artgpt4.tokenizer import APART

    yield from (given + learned for given, learned in texts)
    for words in plain.SLOTS.values():  # a word of the notes is one token
        yield from [APART.join(words)] * len(texts)
    rng = np.random.default_rng(0)
    for facts in art.facts:
        for turns in lessons.instruction(facts, rng, questions):
            yield from (f"###Human: {question}###Assistant: {answer}" for question, answer in turns)


def pictures(known: Paintings, start: int, stop: int | None = None) -> Pictures:
    """Return plain paintings with their attributes as tensors."""
    import torch

    from artgpt4.backbone import Pictures

    rows = [plain.labels(facts) for facts in known.facts[start:stop]]
    labels = {name: torch.tensor([row[name] for row in rows]) for name in rows[0]}
    return Pictures(torch.from_numpy(known.pixels[start:stop]), labels, plain.SLOTS)


def _stages(
    art: Paintings, recipe: NanoRecipe, questions: Mapping[str, str]
) -> list[list[Example]]:
    from artgpt4.dialogue import Example

    rng = np.random.default_rng(recipe.body.seed)
    alignment = [lessons.alignment(facts) for facts in art.facts]
    instruction = [lessons.instruction(facts, rng, questions) for facts in art.facts]
    return [
        [Example(k, turns) for k, taught in enumerate(stage) for turns in taught]
        for stage in (alignment, instruction)
    ]


def _features(model: ArtGPT4ForConditionalGeneration, art: Paintings) -> Tensor:
    import torch

    from artgpt4.pixels import query_features

    return query_features(model, torch.from_numpy(art.pixels))


def _note_adapted(
    diary: Diary, course: Course, curves: Sequence[Sequence[Sequence[float]]]
) -> None:
    for model, both in zip(("artgpt4", "minigpt4"), curves, strict=True):
        for stage, part, curve in zip(course.stages, course.lessons, both, strict=True):
            loss = round(float(np.mean(curve[-50:])), 4)
            found = {"examples": len(part), "loss": loss, "curve": _thinned(curve)}
            diary.note(f"{model} {stage.name}", **found)


def _save(
    folder: Path,
    backbone: Backbone,
    mini: ArtGPT4ForConditionalGeneration,
    instruction: Sequence[Example],
    diary: Diary,
) -> None:
    from artgpt4.checkpoint import save_shared

    # An older backbone there is not these models'; beside it nothing could be saved.
    (folder / "backbone.safetensors").unlink(missing_ok=True)
    save_shared(backbone.model, folder, "backbone.safetensors")
    save_shared(mini, folder / "minigpt4", "../backbone.safetensors")
    for place in (folder, folder / "minigpt4"):
        backbone.processor.save_pretrained(place)
    answers = lessons.majority([example.turns for example in instruction])
    for name, table in (("majority", answers), ("training", diary.pages)):
        text = json.dumps(table, indent=1, ensure_ascii=False, sort_keys=name == "majority")
        (folder / f"{name}.json").write_text(text + "\n", encoding="utf-8")


def _thinned(curve: Sequence[float], points: int = 40) -> list[float]:
    """Return means of equal parts of a loss curve."""
    parts = np.array_split(np.asarray(curve), min(points, len(curve)))
    return [round(float(part.mean()), 4) for part in parts]
