"""The model computes what the authors' own code computes (tests/data/upstream_tiny.pt)."""

import re
from pathlib import Path
from typing import Any

import pytest
import torch
from tokenizers import Tokenizer
from torch import Tensor
from transformers import PreTrainedTokenizerFast

from artgpt4 import ArtGPT4Config, ArtGPT4ForConditionalGeneration
from artgpt4.freezing import trainable

GOLDEN = torch.load(Path(__file__).parents[1] / "data" / "upstream_tiny.pt", weights_only=True)
EXPECTED, INPUTS = GOLDEN["expected"], GOLDEN["inputs"]
CLOSE = {"atol": 5e-5, "rtol": 0.0}
IMAGE = 10_000  # outside of the vocabulary, as the placeholder of a released checkpoint is
RENAMED = (
    (r"^visual_encoder\.cls_token", "vision_model.embeddings.class_embedding"),
    (r"^visual_encoder\.pos_embed", "vision_model.embeddings.position_embedding"),
    (r"^visual_encoder\.patch_embed\.proj", "vision_model.embeddings.patch_embedding"),
    (r"^visual_encoder\.blocks", "vision_model.encoder.layers"),
    (r"(vision_model.*)\.norm(\d)", r"\1.layer_norm\2"),
    (r"(vision_model.*)\.attn\.proj", r"\1.self_attn.projection"),
    (r"(vision_model.*)\.attn\.", r"\1.self_attn."),
    (r"^ln_vision", "vision_model.post_layernorm"),
    (r"^Qformer\.bert\.embeddings\.LayerNorm", "qformer.layernorm"),
    (r"^Qformer\.bert\.", "qformer."),
    (r"(qformer.*attention)\.self\.", r"\1.attention."),
    (r"^llama_proj", "language_projection"),
    (r"^llama_model\.", "language_model."),
    (r"\.self_attn\.0\.", ".self_attn."),
    (r"\.self_attn\.1\.", ".image_adapter."),
)
DROPPED = re.compile(
    r"inv_freq|position_ids|Qformer\.cls|(word|position)_embeddings"
    r"|layer\.\d+\.(intermediate|output)\.|visual_encoder\.(norm|head)"
)


def renamed(name: str) -> str:
    for old, new in RENAMED:
        name = re.sub(old, new, name)
    return name


def converted(upstream: dict[str, Tensor]) -> dict[str, Tensor]:
    weights = {renamed(k): v for k, v in upstream.items() if not DROPPED.search(k)}
    for name in [name for name in weights if name.endswith("q_bias")]:
        query, value = weights.pop(name), weights.pop(name.replace("q_bias", "v_bias"))
        joined = torch.cat([query, torch.zeros_like(query), value])
        weights[name.replace("q_bias", "qkv.bias")] = joined
    return weights


def built(attention: str) -> ArtGPT4ForConditionalGeneration:
    vision, qformer = GOLDEN["config"]["vision"], GOLDEN["config"]["qformer"]
    config = ArtGPT4Config(
        vision_config={
            "hidden_size": vision["embed_dim"],
            "intermediate_size": int(vision["embed_dim"] * vision["mlp_ratio"]),
            "num_hidden_layers": vision["depth"],
            "num_attention_heads": vision["num_heads"],
            "image_size": vision["img_size"],
            "patch_size": vision["patch_size"],
            "layer_norm_eps": vision["norm_eps"],
        },
        qformer_config={
            **{k: v for k, v in qformer.items() if k.startswith(("vocab", "hidden", "num_hid"))},
            "num_attention_heads": qformer["num_attention_heads"],
            "intermediate_size": qformer["intermediate_size"],
            "cross_attention_frequency": qformer["cross_attention_freq"],
        },
        text_config={"model_type": "llama", **GOLDEN["config"]["llama"]},
        num_query_tokens=qformer["num_query_tokens"],
        image_token_id=IMAGE,
        adapter_ratio=GOLDEN["config"]["adapter_ratio"],
    )
    model = ArtGPT4ForConditionalGeneration(config).eval()
    model.load_state_dict(converted(GOLDEN["state_dict"]))
    model.set_attn_implementation(attention)
    return model


@pytest.fixture(params=["eager", "sdpa"], scope="module")
def model(request: pytest.FixtureRequest) -> Any:
    with torch.no_grad():
        yield built(request.param)


def test_sees_the_same(model: ArtGPT4ForConditionalGeneration) -> None:
    seen = model.vision_model(pixel_values=INPUTS["image"]).last_hidden_state
    torch.testing.assert_close(seen, EXPECTED["ln_vision"], **CLOSE)
    read = model.query_outputs(INPUTS["image"])
    torch.testing.assert_close(read, EXPECTED["query_output"], **CLOSE)
    for given in ({"pixel_values": INPUTS["image"]}, {"query_features": read}):
        features = model.get_image_features(**given)
        torch.testing.assert_close(features, EXPECTED["llama_proj"], **CLOSE)


def training_batch() -> dict[str, Tensor]:
    """Upstream's batch as ids, tokenized before and behind the image on its own, as it does."""
    words = PreTrainedTokenizerFast(tokenizer_object=Tokenizer.from_str(GOLDEN["tokenizer_json"]))
    settings = GOLDEN["config"]

    def ids(text: str) -> list[int]:
        return list(words(text, add_special_tokens=False).input_ids)

    before, behind = (ids(part) for part in settings["prompt"].split("<ImageHere>"))
    start = [settings["llama"]["bos_token_id"]]
    image = [IMAGE] * settings["qformer"]["num_query_tokens"]
    texts = [ids(t + settings["end_sym"])[: settings["max_txt_len"]] for t in INPUTS["texts"]]
    rows = [start + before + image + behind + text for text in texts]
    made = torch.zeros(INPUTS["attention_mask"].shape, dtype=torch.long)
    for row, found in zip(made, rows, strict=True):
        row[: len(found)] = torch.tensor(found)
    return {"input_ids": made, "attention_mask": INPUTS["attention_mask"]}


def test_says_the_same(model: ArtGPT4ForConditionalGeneration) -> None:
    output = model(**training_batch(), pixel_values=INPUTS["image"], labels=INPUTS["labels"])
    real = INPUTS["attention_mask"].bool()
    torch.testing.assert_close(output.logits[real], EXPECTED["logits"][real], **CLOSE)
    torch.testing.assert_close(output.loss, EXPECTED["loss"], **CLOSE)


def test_answers_the_same(model: ArtGPT4ForConditionalGeneration) -> None:
    before, behind = INPUTS["segment_ids"]
    prompt = [*before, *[IMAGE] * model.config.num_query_tokens, *behind]
    answer = EXPECTED["chat_greedy_ids"]
    said = model.generate(
        input_ids=torch.tensor([prompt]),
        attention_mask=torch.ones(1, len(prompt), dtype=torch.long),
        pixel_values=INPUTS["image"][:1],
        max_new_tokens=len(answer),
        do_sample=False,
        eos_token_id=None,
    )
    assert said[0, len(prompt) :].tolist() == list(answer)


def test_trains_the_same(model: ArtGPT4ForConditionalGeneration) -> None:
    assert sorted(trainable(model)) == sorted(map(renamed, GOLDEN["trainable"]))
