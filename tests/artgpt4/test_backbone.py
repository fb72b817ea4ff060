"""A backbone can be made from nothing, and made again."""

import random
from dataclasses import replace

import pytest
import small
import torch

from artgpt4.backbone import Pictures, from_nothing, pretrain_language, pretrain_vision
from artgpt4.recipe import Stage, VisionStage
from artgpt4.tokenizer import byte_level_tokenizer

SEE = VisionStage(
    name="see",
    steps=250,
    batch=32,
    learning_rate=3e-3,
    warmup=5,
    weight_decay=0.05,
    shift=2,
    jitter=0.1,
)
SPEAK = Stage(
    name="speak", steps=60, batch=8, learning_rate=1e-2, warmup=5, weight_decay=0.05, bf16=True
)


def pictures(count: int, seed: int) -> Pictures:
    """Pictures with a bright half, above or below, and a colour that some do not have."""
    generator = torch.Generator().manual_seed(seed)
    half = torch.randint(0, 2, (count,), generator=generator)
    colour = torch.randint(-1, 3, (count,), generator=generator)
    pixels = torch.randint(0, 40, (count, 3, 32, 32), generator=generator, dtype=torch.uint8)
    for row in range(count):
        top = 16 * int(half[row])
        channels = [int(colour[row])] if colour[row] >= 0 else [0, 1, 2]
        pixels[row, channels, top : top + 16] += 180
    return Pictures(pixels, {"half": half, "colour": colour})


def test_learns_to_see() -> None:
    sight = pretrain_vision(small.model(), pictures(256, 1), pictures(64, 2), SEE)
    assert len(sight.curve) == SEE.steps
    assert sight.accuracy["half"] > 0.9
    assert sight.accuracy["colour"] > 0.9


def test_seeing_is_repeatable_and_moves_only_what_sees() -> None:
    models = [small.model(), small.model()]
    before = {name: p.detach().clone() for name, p in models[0].named_parameters()}
    brief = replace(SEE, steps=4)
    sights = [pretrain_vision(m, pictures(64, 1), pictures(32, 2), brief) for m in models]
    assert sights[0] == sights[1]
    for (name, weight), again in zip(
        models[0].named_parameters(), models[1].parameters(), strict=True
    ):
        assert torch.equal(weight, again)
        moved = not torch.equal(weight, before[name])
        assert moved == name.startswith(("vision_model", "qformer", "query_tokens")), name


def test_refuses_an_attribute_that_nothing_has() -> None:
    data = pictures(32, 1)
    empty = Pictures(data.pixels, {**data.labels, "colour": torch.full((32,), -1)})
    with pytest.raises(ValueError, match="attribute colour: found no labels"):
        pretrain_vision(small.model(), empty, data, SEE)


def test_learns_to_speak_and_repeats_itself() -> None:
    texts = ["a red circle", "calm as a still sea", ("What? <ImageHere>", " a blue ground")]
    models = [small.loud(), small.loud()]
    before = {name: p.detach().clone() for name, p in models[0].named_parameters()}
    curves = [pretrain_language(model, small.tokenizer(), texts, SPEAK) for model in models]
    assert curves[0] == curves[1]
    assert curves[0][-1] < 0.9 < 3 < curves[0][0]
    for name, weight in models[0].named_parameters():
        moved = not torch.equal(weight, before[name])
        assert moved == (name.startswith("language_model") and "image_adapter" not in name), name
    assert all(adapter.enabled for adapter in models[0].adapters())


def test_a_tokenizer_writes_anything() -> None:
    words = byte_level_tokenizer(["a red circle"] * 9, 270)
    text = "<s>Ein Ölbild — 絵, <Img><ImageHere></Img></s>"
    ids = words(text).input_ids
    assert words.decode(ids) == text
    assert ids.count(words.convert_tokens_to_ids("<ImageHere>")) == 1
    assert words.convert_tokens_to_ids(["<pad>", "<s>", "</s>", "<ImageHere>"]) == [0, 1, 2, 3]
    assert len(words(" red").input_ids) == 1


def test_the_same_texts_make_the_same_tokenizer() -> None:
    rng = random.Random(0)
    texts = [" ".join(rng.choices(small.WORDS[1].split(), k=9)) for _ in range(50)]
    made = [byte_level_tokenizer(texts, 300).backend_tokenizer.to_str() for _ in range(2)]
    assert made[0] == made[1]


def test_refuses_too_few_tokens() -> None:
    with pytest.raises(ValueError, match="found vocab_size 200: expected at least 260"):
        byte_level_tokenizer([], 200)


def test_positions_differ_and_have_a_size() -> None:
    positions = from_nothing(small.config(), 0).vision_model.embeddings.position_embedding[0]
    assert positions.abs().max() <= 0.5
    assert not positions[0].any()
    assert len({tuple(row) for row in positions.tolist()}) == len(positions)
