"""Every card in the package loads, and a wrong card says what is wrong with it."""

from pathlib import Path

import pytest
import tiny

from artbench.cards import Generation, ModelCard, SuiteCard, load
from artbench.catalogue import model_cards, suite_cards
from artbench.errors import CardError
from artbench.grading import GRADERS
from artbench.metrics import METRICS
from artbench.models import LOADERS
from artbench.suites import READERS
from artbench.text import TOKENIZERS

MODEL = """\
name = "mine"
title = "Mine"
loader = "hf"

[generation]
max_new_tokens = 20

[[edition]]
name = "a"
weights = "some/where"
licence = "MIT"

[[edition]]
name = "b"
weights = "some/where"
licence = "MIT"
generation = { do_sample = true, top_p = 0.9 }
"""


def test_there_are_cards() -> None:
    assert {"artgpt4", "minigpt4", "majority"} <= model_cards().keys()
    assert "artmm" in suite_cards()


@pytest.mark.parametrize("name", model_cards())
def test_a_model_card_loads_and_names_a_loader(name: str) -> None:
    card = load(ModelCard, model_cards()[name])
    assert card.loader in LOADERS
    assert all(edition.licence for edition in card.editions)


@pytest.mark.parametrize("name", suite_cards())
def test_a_suite_card_loads_and_names_only_what_there_is(name: str) -> None:
    card = load(SuiteCard, suite_cards()[name])
    for task in card.tasks:
        assert set(task.metrics) <= METRICS.keys()
        assert task.tokenizer in TOKENIZERS
        assert (
            not task.rubric
            or (suite_cards()[name].parent / "rubrics" / f"{task.rubric}.toml").is_file()
        )
    for edition in card.editions:
        assert edition.reader in READERS
        assert set(edition.graders) <= GRADERS.keys()
        assert edition.samples.keys() == {task.name for task in card.tasks}


def test_an_edition_changes_only_what_it_says(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(MODEL)
    first, second = load(ModelCard, path).editions
    assert first.generation == Generation(max_new_tokens=20)
    assert second.generation == Generation(max_new_tokens=20, do_sample=True, top_p=0.9)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("version = 1", "verison = 1", "tiny.toml: unknown key verison; known: name, title, ver"),
        ("version = 1", "", "tiny.toml: missing key version"),
        ("version = 1", "version = '1'", "tiny.toml: version: expected int, found '1'"),
        ("version = 1", "version = true", "version: expected int, found True"),
        ('name = "tiny"', 'name = "big"', "name = 'big', expected 'tiny'"),
        (
            'metrics = ["bleu_1", "rouge_l"]',
            "metrics = [1]",
            r"metrics\[0\]: expected str, found 1",
        ),
        ('metrics = ["bleu_1", "rouge_l"]', "metrics = 1", "metrics: expected a list of str"),
        (
            "samples = { look = 4, talk = 2 }",
            "samples = { look = 'x' }",
            "samples.look: expected i",
        ),
        ("samples = { look = 4, talk = 2 }", "samples = 6", "samples: expected a table, found 6"),
        ('licence = "CC0-1.0"', "", r"edition\[0\]: missing key licence"),
        ("[[edition]]", "[[edition]", "tiny.toml: not TOML"),
    ],
)
def test_a_wrong_card_says_what_is_wrong(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert old in tiny.CARD
    bad = tmp_path / "tiny.toml"
    bad.write_text(tiny.CARD.replace(old, new, 1))
    with pytest.raises(CardError, match=message):
        load(SuiteCard, bad)


def test_generation_settings_that_are_no_table_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(
        MODEL.replace("generation = { do_sample = true, top_p = 0.9 }", "generation = 3")
    )
    with pytest.raises(CardError, match=r"edition\[1\]: generation: expected a table, found 3"):
        load(ModelCard, path)


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(CardError, match="mine.toml: not TOML"):
        load(ModelCard, tmp_path / "mine.toml")
