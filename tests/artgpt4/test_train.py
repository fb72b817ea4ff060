"""Training moves what it should, repeats itself, and learns to answer and to stop."""

import random

import pytest
import small
import torch

from artgpt4 import ArtGPT4ForConditionalGeneration
from artgpt4.backbone import pretrain_language
from artgpt4.batches import Tokens, bucketed, collate
from artgpt4.dialogue import Example, messages
from artgpt4.fit import eager_on_cpu, learned_positions, learning_rate
from artgpt4.freezing import trainable
from artgpt4.recipe import Stage
from artgpt4.train import TrainingSet, adapt, tokenize

EXAMPLES = [
    Example(0, (("What do you see?", "a red circle"), ("How does it feel?", "calm"))),
    Example(1, (("What do you see?", "a blue sea"), ("How does it feel?", "as the evening"))),
    Example(0, (("", "red"),)),
    Example(1, (("", "blue as a sea"),)),
]


def stage(steps: int = 3, **changes: float) -> Stage:
    fixed = {"name": "align", "batch": 4, "warmup": 1, "weight_decay": 0.05}
    return Stage(**{**fixed, "steps": steps, "learning_rate": 1e-2, **changes})


def features() -> torch.Tensor:
    return torch.randn(2, small.QUERIES, 16, generator=torch.Generator().manual_seed(0))


def trained(model: ArtGPT4ForConditionalGeneration, **changes: float) -> list[float]:
    data = TrainingSet(EXAMPLES, features())
    return adapt(model, small.processor(), data, stage(**changes))


@pytest.mark.parametrize("changes", [{}, {"adapter_ratio": 0, "trainable_norms": False}])
def test_every_parameter_stays_the_same_object_and_only_trained_ones_move(
    changes: dict[str, int],
) -> None:
    model = small.model(**changes)
    before = {name: (id(p), p.detach().clone()) for name, p in model.named_parameters()}
    trained(model)
    chosen = trainable(model)
    for name, parameter in model.named_parameters():
        was, value = before[name]
        assert id(parameter) == was, name
        assert torch.equal(parameter, value) == (name not in chosen), name


@pytest.mark.parametrize("bf16", [False, True])
def test_the_same_seed_gives_the_same_weights(bf16: bool) -> None:
    first, second, other = small.model(), small.model(), small.model()
    curve = trained(first, bf16=bf16)
    assert trained(second, bf16=bf16) == curve
    assert trained(other, bf16=bf16, batch=2, seed=1) != curve
    for a, b in zip(first.parameters(), second.parameters(), strict=True):
        assert torch.equal(a, b)


def test_learns_to_answer_and_to_stop() -> None:
    model, made = small.model(adapter_zero_init=True), small.processor()
    texts = [made.apply_chat_template(messages(example)) for example in EXAMPLES]
    pretrain_language(model, made.tokenizer, texts, stage(150, learning_rate=2e-2))
    curve = trained(model, steps=60)  # the LLM knows the words; what is learned is to look
    assert curve[-1] < 0.05 < 0.3 < curve[0]
    for example in EXAMPLES:
        chat = messages(example)
        for turn, (_, answer) in enumerate(example.turns):
            text = made.apply_chat_template(chat[: 2 * turn + 1], add_generation_prompt=True)
            text = text.replace(made.image_token, made.image_token * small.QUERIES)
            inputs = made.tokenizer(text, return_tensors="pt")
            seen = features()[example.image][None]
            said = model.generate(**inputs, query_features=seen, max_new_tokens=30, do_sample=False)
            new = said[0, inputs.input_ids.shape[1] :]
            assert made.tokenizer.decode(new) == f" {answer}</s>"


def test_a_prompt_is_the_same_tokens_in_training_and_in_use() -> None:
    made = small.processor()
    for example, tokens in zip(EXAMPLES, tokenize(made, EXAMPLES), strict=True):
        chat = messages(example)
        for turn in range(len(example.turns)):
            text = made.apply_chat_template(chat[: 2 * turn + 1], add_generation_prompt=True)
            used = made(images=[small.picture()], text=[text])["input_ids"][0]
            assert tokens.ids[: len(used)] == used
            assert tokens.learned[len(used)]
            assert not tokens.learned[len(used) - 1]


def test_answers_and_their_ends_are_learned_and_nothing_else() -> None:
    words = small.tokenizer()
    for example, tokens in zip(EXAMPLES, tokenize(small.processor(), EXAMPLES), strict=True):
        pairs = zip(tokens.ids, tokens.learned, strict=True)
        learned = words.decode([token for token, is_learned in pairs if is_learned])
        assert learned == "".join(f" {answer}</s>" for _, answer in example.turns)


def test_the_loss_is_that_of_the_model_on_the_same_labels() -> None:
    model = small.loud()
    tokens = tokenize(small.processor(), EXAMPLES)
    batch = collate(tokens, padding=0)
    pictures = features()[[example.image for example in EXAMPLES]]
    with torch.no_grad():
        output = model(
            input_ids=batch.ids,
            attention_mask=batch.mask,
            query_features=pictures,
            labels=batch.labels,
        )
    assert trained(model, steps=1)[0] == pytest.approx(output.loss.item(), rel=1e-5)


def test_collates() -> None:
    batch = collate([Tokens([5, 6], [False, True]), Tokens([7, 8, 9], [False, True, True])], 0)
    assert batch.ids.tolist() == [[5, 6, 0], [7, 8, 9]]
    assert batch.mask.tolist() == [[1, 1, 0], [1, 1, 1]]
    assert batch.labels.tolist() == [[-100, 6, -100], [-100, 8, 9]]
    positions, targets = learned_positions(batch.labels)
    assert positions.tolist() == [0, 1]
    assert targets.tolist() == [[6, -100], [8, 9]]


def test_batches_see_everything_equally_often_and_are_of_like_length() -> None:
    rng = random.Random(0)
    lengths = [rng.randint(5, 60) for _ in range(256)]
    batches = bucketed(lengths, stage(steps=64, batch=8))
    assert len(batches) == 64
    assert {len(rows) for rows in batches} == {8}
    seen = [row for rows in batches for row in rows]
    assert {seen.count(row) for row in range(256)} == {2}
    spread = [max(lengths[r] for r in rows) - min(lengths[r] for r in rows) for rows in batches]
    assert sum(spread) / len(spread) < 5


def test_a_set_smaller_than_a_batch_is_repeated() -> None:
    assert [sorted(rows) for rows in bucketed([1, 1], stage(steps=2))] == [[0, 0, 1, 1]] * 2


def test_the_learning_rate_rises_and_falls() -> None:
    fixed = stage(steps=10, warmup=4, learning_rate=1.0, final_learning_rate=0.1)
    rates = [learning_rate(fixed, step) for step in range(10)]
    assert rates[:5] == [0.25, 0.5, 0.75, 1.0, 1.0]
    assert rates[4:] == sorted(rates[4:], reverse=True)
    assert learning_rate(fixed, 10) == pytest.approx(0.1)


def test_attention_is_put_back() -> None:
    model = small.model()
    with eager_on_cpu(model):
        assert model.language_model.config._attn_implementation == "eager"
    assert model.language_model.config._attn_implementation == "sdpa"
    assert model.vision_model.config._attn_implementation == "sdpa"


def test_tells_how_it_goes() -> None:
    lines: list[str] = []
    data = TrainingSet(EXAMPLES, features())
    adapt(small.model(), small.processor(), data, stage(steps=60), lines.append)
    assert [line.split(":")[0] for line in lines] == ["align 50/60", "align 60/60"]


def test_refuses_what_it_cannot_train() -> None:
    with pytest.raises(ValueError, match="examples of images 0 to 1 and features of 1: expected a"):
        TrainingSet(EXAMPLES, features()[:1])
    with pytest.raises(ValueError, match="not float32, as language_projection.weight .*bfloat16"):
        trained(small.model().bfloat16())
    with pytest.raises(ValueError, match="stage align: found no examples"):
        adapt(small.model(), small.processor(), TrainingSet([], features()), stage())
    odd = [Example(0, (("Is <ImageHere> red?", "no"),))]
    with pytest.raises(ValueError, match="found 2 image tokens and 4 learned ones in"):
        tokenize(small.processor(), odd)
    plain = small.processor()
    plain.chat_template = "{{ '<ImageHere>' }}{% for m in messages %}{{ m.content }}{% endfor %}"
    with pytest.raises(
        ValueError, match="0 learned ones .* use a chat template with {% generation"
    ):
        tokenize(plain, EXAMPLES)
