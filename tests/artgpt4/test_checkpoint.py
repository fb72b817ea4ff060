"""Two models share one frozen file, and transformers loads each of them exactly."""

import logging
from pathlib import Path

import pytest
import small
import torch
from safetensors.torch import load_file
from transformers import AutoModelForImageTextToText

from artgpt4 import ArtGPT4ForConditionalGeneration
from artgpt4.checkpoint import CheckpointError, round_frozen, save_shared, sibling
from artgpt4.freezing import trainable

SHARED = "../backbone.safetensors"


def pair() -> tuple[ArtGPT4ForConditionalGeneration, ArtGPT4ForConditionalGeneration]:
    """An ArtGPT-4 and a MiniGPT-4 on one backbone, each with weights of its own moved."""
    first = small.loud()
    round_frozen(first)
    second = sibling(first, seed=3, adapter_ratio=0, trainable_norms=False)
    for model in (first, second):
        for weight in trainable(model).values():
            weight.data += torch.rand_like(weight)
    return first, second


def test_both_load_exactly(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    logging.getLogger("transformers").propagate = True
    for name, model in zip(("artgpt4", "minigpt4"), pair(), strict=True):
        save_shared(model, tmp_path / name, SHARED)
        loaded = AutoModelForImageTextToText.from_pretrained(tmp_path / name)
        assert not caplog.records
        assert loaded.dtype == torch.float32
        assert loaded.state_dict().keys() == model.state_dict().keys()
        for key, weight in loaded.state_dict().items():
            assert torch.equal(weight, model.state_dict()[key]), key
        inputs = small.asked("What do you see?")
        assert torch.equal(loaded(**inputs).logits, model(**inputs).logits)


def test_a_weight_lies_in_one_file(tmp_path: Path) -> None:
    for name, model in zip(("artgpt4", "minigpt4"), pair(), strict=True):
        save_shared(model, tmp_path / name, SHARED)
        frozen = load_file(tmp_path / "backbone.safetensors")
        own = load_file(tmp_path / name / "trainable.safetensors")
        assert not frozen.keys() & own.keys()
        tied = {"language_model.lm_head.weight"}
        assert frozen.keys() | own.keys() == model.state_dict().keys() - tied
        assert trainable(model).keys() <= own.keys()
        assert {w.dtype for w in frozen.values()} == {torch.float16}
        assert {w.dtype for w in own.values()} == {torch.float32}
    norms = {key for key in own if "norm" in key}
    assert len(norms) == 5  # two in each block and the last
    assert own.keys() - norms == {"language_projection.weight", "language_projection.bias"}


def test_the_file_may_lie_in_the_folder_and_be_small(tmp_path: Path) -> None:
    save_shared(pair()[0], tmp_path, trained_dtype=torch.float16)
    own = load_file(tmp_path / "trainable.safetensors")
    assert {weight.dtype for weight in own.values()} == {torch.float16}
    assert AutoModelForImageTextToText.from_pretrained(tmp_path).dtype == torch.float32


def test_a_head_of_its_own_is_kept(tmp_path: Path) -> None:
    model = small.loud("gpt_neox")
    round_frozen(model)
    save_shared(model, tmp_path)
    loaded = AutoModelForImageTextToText.from_pretrained(tmp_path)
    for key, weight in loaded.state_dict().items():
        assert torch.equal(weight, model.state_dict()[key]), key


def test_a_sibling_differs_in_what_was_asked_only() -> None:
    first, second = pair()
    assert second.config.adapter_ratio == 0
    assert first.config.adapter_ratio == 4
    known = second.state_dict()
    changed = {k for k, w in first.state_dict().items() if k in known and (w != known[k]).any()}
    assert {key.rpartition(".")[0] for key in changed} == {
        "language_projection",
        "language_model.model.layers.0.input_layernorm",
        "language_model.model.layers.0.post_attention_layernorm",
        "language_model.model.layers.1.post_attention_layernorm",
    }


def test_refuses_another_backbone(tmp_path: Path) -> None:
    first, second = pair()
    save_shared(first, tmp_path / "artgpt4", SHARED)
    second.query_tokens.data += 1
    with pytest.raises(
        CheckpointError, match="backbone.safetensors: found 1 frozen weights that d"
    ):
        save_shared(second, tmp_path / "minigpt4", SHARED)
    with pytest.raises(CheckpointError, match=r"found \d\d frozen weights"):
        save_shared(small.model("gpt_neox"), tmp_path / "other", SHARED)
