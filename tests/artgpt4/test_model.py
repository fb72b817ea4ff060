"""The model is an ordinary one: caches, batches and folders change nothing it says."""

import logging
from pathlib import Path

import pytest
import small
import torch
from torch import Tensor
from transformers import AutoConfig, AutoModelForImageTextToText

from artgpt4 import ArtGPT4ForConditionalGeneration
from artgpt4.backbone import from_nothing

QUESTIONS = ("What do you see?", "How does it feel, in the evening of a red day?", "See?")


def answers(model: ArtGPT4ForConditionalGeneration, **inputs: Tensor | bool) -> list[list[int]]:
    options = {"max_new_tokens": 8, "do_sample": False, "eos_token_id": None}
    said = model.generate(**inputs, **options)
    return said[:, inputs["input_ids"].shape[1] :].tolist()


@pytest.mark.parametrize("family", ["llama", "gpt_neox", "opt"])
def test_a_cache_changes_nothing(family: str) -> None:
    model, inputs = small.loud(family), small.asked(*QUESTIONS)
    cached = answers(model, **inputs, use_cache=True)
    assert cached == answers(model, **inputs, use_cache=False)
    assert len({tuple(answer) for answer in cached}) > 1  # or the test would see nothing


@pytest.mark.parametrize("family", ["llama", "gemma2"])
def test_a_batch_changes_nothing(family: str) -> None:
    model = small.loud(family)
    together = small.asked(*QUESTIONS)
    for row, answer in enumerate(answers(model, **together)):
        length = int(together.attention_mask[row].sum())
        alone = {
            "input_ids": together.input_ids[row : row + 1, -length:],
            "attention_mask": together.attention_mask[row : row + 1, -length:],
            "pixel_values": together.pixel_values[row : row + 1],
        }
        assert answers(model, **alone) == [answer]


def test_features_stand_for_their_pictures() -> None:
    model, inputs = small.loud(), small.asked(*QUESTIONS)
    expected = answers(model, **inputs)
    features = model.query_outputs(inputs.pop("pixel_values"))
    assert answers(model, **inputs, query_features=features) == expected
    assert answers(model, **inputs, query_features=features.flip(0)) != expected


def test_a_picture_matters() -> None:
    model, inputs = small.loud(), small.asked("What do you see?")
    before = model(**inputs).logits
    inputs["pixel_values"] = -inputs["pixel_values"]
    assert not torch.allclose(model(**inputs).logits, before, atol=1e-3)


@pytest.mark.parametrize("changes", [{}, {"adapter_ratio": 0, "trainable_norms": False}])
def test_a_folder_holds_all_of_it(
    tmp_path: Path, changes: dict[str, int], caplog: pytest.LogCaptureFixture
) -> None:
    model = small.loud(**changes)
    model.save_pretrained(tmp_path)
    logging.getLogger("transformers").propagate = True
    loaded = AutoModelForImageTextToText.from_pretrained(tmp_path)
    assert not caplog.records
    assert type(loaded) is type(model)
    assert loaded.state_dict().keys() == model.state_dict().keys()
    for name, weight in loaded.state_dict().items():
        assert torch.equal(weight, model.state_dict()[name]), name
    assert AutoConfig.from_pretrained(tmp_path).to_diff_dict() == model.config.to_diff_dict()
    inputs = small.asked(*QUESTIONS)
    assert torch.equal(loaded(**inputs).logits, model(**inputs).logits)


def test_missing_adapters_are_drawn_and_nothing_else(tmp_path: Path) -> None:
    plain = small.loud(adapter_ratio=0)
    plain.save_pretrained(tmp_path)
    adapted = ArtGPT4ForConditionalGeneration.from_pretrained(
        tmp_path, adapter_ratio=4, adapter_zero_init=True
    )
    assert len(adapted.adapters()) == 2
    inputs = small.asked(*QUESTIONS)
    assert torch.equal(adapted(**inputs).logits, plain(**inputs).logits)
    assert all(adapter.down.weight.abs().sum() > 0 for adapter in adapted.adapters())


def test_an_adapter_starts_as_upstream_starts_it() -> None:
    weight = small.model().adapters()[0].up.weight  # PyTorch: uniform within 1 / sqrt(inputs)
    assert 0.4 < weight.abs().max() <= 1 / weight.shape[1] ** 0.5


def test_the_same_seed_draws_the_same_model() -> None:
    first, second, other = (from_nothing(small.config(), seed) for seed in (5, 5, 6))
    pairs = zip(first.parameters(), second.parameters(), strict=True)
    assert all(torch.equal(a, b) for a, b in pairs)
    assert not torch.equal(first.query_tokens, other.query_tokens)


def test_vision_stays_in_eval_mode() -> None:
    model = small.model().train()
    assert model.language_model.training
    assert not model.vision_model.training
    assert not model.qformer.training


def test_refuses_prompts_that_do_not_match_their_pictures() -> None:
    model, inputs = small.model(), small.asked(*QUESTIONS)
    with pytest.raises(ValueError, match="found 9 image tokens for 2 images of 3 tokens: exp.* 6"):
        model(input_ids=inputs.input_ids, pixel_values=inputs.pixel_values[:2])
    with pytest.raises(ValueError, match="found 9 image tokens for 0 images"):
        model(input_ids=inputs.input_ids)
    features = model.query_outputs(inputs.pixel_values)
    with pytest.raises(ValueError, match="either pixel_values or query_features"):
        model(**inputs, query_features=features)
    with pytest.raises(ValueError, match="neither input_ids nor inputs_embeds"):
        model(pixel_values=inputs.pixel_values)


def test_refuses_a_negative_ratio() -> None:
    with pytest.raises(ValueError, match="adapter_ratio is -1 and adapter_every 1: expected at"):
        small.config(adapter_ratio=-1)
