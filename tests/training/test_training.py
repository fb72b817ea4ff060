"""What the nano models learn from, and that the whole recipe runs and can be run again."""

import json
import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from artbench.errors import UnknownError
from artbench.suites.open.facts import EMOTIONS, MOODS, TECHNIQUES
from artbench.suites.open.phrases import FEELING, WORK
from artbench.training import lessons, plain, train
from artbench.training.paintings import paintings

RECIPE = Path(__file__).parents[2] / "artgpt4" / "recipes" / "nano.toml"
PLAIN = paintings("plain", 40, 1_000_000, (96, 32), workers=1)
ART = paintings("art", 30, 2_000_000, (96, 32), workers=1)
QUESTIONS = {"idc": "Describe.", "isac": "Which emotions?", "icrc": "Name all."}


def test_the_same_pictures_whatever_the_number_of_workers() -> None:
    again = paintings("plain", 40, 1_000_000, (96, 32), workers=2)
    assert np.array_equal(PLAIN.pixels, again.pixels)
    assert PLAIN.facts == again.facts
    assert PLAIN.pixels.shape == (40, 3, 32, 32)


def test_training_never_uses_seeds_of_the_open_editions() -> None:
    with pytest.raises(ValueError, match="belongs to the open editions"):
        paintings("plain", 1, 999_999, (96, 32))


def test_plain_lessons_talk_of_no_emotion_mood_or_technique() -> None:
    words = {*EMOTIONS, *MOODS, *TECHNIQUES, *(w for v in FEELING.values() for w in v)}
    words |= {w for v in WORK.values() for w in v} | {"feel", "mood", "because", "painting"}
    rng = np.random.default_rng(0)
    for facts in PLAIN.facts:
        text = "".join(plain.text(facts, rng))
        assert not [w for w in words if re.search(rf"\b{re.escape(w)}\b", text)], text


def test_plain_pictures_tie_nothing_to_the_mood() -> None:
    seen = {(facts.mood, facts.surroundings) for facts in PLAIN.facts}
    assert len(seen) > len(MOODS)


def test_labels_are_the_same_questions_for_every_picture() -> None:
    rows = [plain.labels(facts) for facts in PLAIN.facts]
    assert {tuple(row) for row in rows} == {tuple(rows[0])}
    assert all(value >= -1 for row in rows for value in row.values())


def test_stage_two_teaches_the_four_tasks() -> None:
    rng = np.random.default_rng(0)
    taught = [turns for facts in ART.facts for turns in lessons.instruction(facts, rng, QUESTIONS)]
    assert {turns[0][0] for turns in taught} >= set(QUESTIONS.values())
    assert {len(turns) for turns in taught} == {1, 5}


def test_the_majority_answers_with_the_most_frequent_caption() -> None:
    table = lessons.majority(
        [(("Q?", "b"),), (("Q?", "a"),), (("Q?", "b"),), (("P?", "c"),), (("P?", "a"),)]
    )
    assert table == {"by_question": {"Q?": "b", "P?": "a"}, "otherwise": "a"}


def test_an_unknown_recipe_is_refused() -> None:
    with pytest.raises(UnknownError, match="recipe 'nanno' is unknown; there is nano"):
        train("nanno")


@pytest.mark.slow
def test_a_tiny_recipe_runs_and_repeats_itself(tmp_path: Path) -> None:
    from transformers import AutoModelForImageTextToText, AutoProcessor

    from artbench.training.nano import make
    from artbench.training.recipe import nano_recipe
    from artgpt4.fit import quiet

    recipe = nano_recipe(RECIPE)
    short = {"steps": 2, "batch": 8, "warmup": 1}
    tiny = replace(
        recipe,
        paint=replace(recipe.paint, plain=40, art=24, held_out=8),
        vision=replace(recipe.vision, **short),
        language=replace(recipe.language, **short),
        adapt=tuple(replace(stage, **short) for stage in recipe.adapt),
    )
    (tmp_path / "two").mkdir()
    (tmp_path / "two" / "backbone.safetensors").write_bytes(b"of an older training")
    for name in ("one", "two"):
        make(tiny, QUESTIONS, tmp_path / name, quiet)
    for file in (
        "backbone.safetensors",
        "trainable.safetensors",
        "minigpt4/trainable.safetensors",
        "majority.json",
    ):
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes(), (
            file
        )
    pages = json.loads((tmp_path / "one" / "training.json").read_text())
    assert {
        "paint",
        "vision",
        "language",
        "artgpt4 alignment",
        "minigpt4 instruction",
    } <= pages.keys()
    full = AutoModelForImageTextToText.from_pretrained(tmp_path / "one")
    mini = AutoModelForImageTextToText.from_pretrained(tmp_path / "one" / "minigpt4")
    assert AutoProcessor.from_pretrained(tmp_path / "one").num_query_tokens == recipe.body.queries
    assert full.adapters()
    assert not mini.adapters()
