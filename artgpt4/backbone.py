"""A backbone from nothing: weights drawn, then vision, Q-Former and LLM trained on their own."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

import torch
from torch import Generator, Tensor, nn
from torch.nn import Parameter
from transformers import PreTrainedTokenizerBase

from artgpt4.adapter import ImageAdapter
from artgpt4.batches import Tokens, bucketed, collate
from artgpt4.config import ArtGPT4Config
from artgpt4.dialogue import IMAGE_TOKEN
from artgpt4.fit import Log, eager_on_cpu, fit, learned_positions, quiet, token_loss
from artgpt4.heads import Classifiers, Notes
from artgpt4.model import ArtGPT4ForConditionalGeneration
from artgpt4.pixels import moved, normalised, query_features, relit
from artgpt4.recipe import Stage, VisionStage

Drawn = TypeVar("Drawn", bound=nn.Module)


@dataclass(frozen=True, slots=True)
class Pictures:
    """Pictures with attributes.

    Attributes:
        pixels: uint8[N, 3, H, W], at the size the vision tower takes.
        labels: For each attribute int64[N], counted from 0; -1 where a picture does not have it.
        words: For each attribute the word of each class, if attributes share words: a boat is the
            same word wherever it is.
    """

    pixels: Tensor
    labels: Mapping[str, Tensor]
    words: Mapping[str, Sequence[str]] | None = None


@dataclass(frozen=True, slots=True)
class Sight:
    """What a vision tower and a Q-Former learned.

    Attributes:
        curve: The loss of every step.
        accuracy: For each attribute, the share of held-out pictures in which the Q-Former's
            outputs tell it, of those that have it; left out where none has it.
    """

    curve: list[float]
    accuracy: dict[str, float]


def from_nothing(config: ArtGPT4Config, seed: int) -> ArtGPT4ForConditionalGeneration:
    """Return a model with random weights, drawn so that small towers learn to see in minutes.

    Positions are sine and cosine waves of amplitude 0.5, matrices of the vision parts are Xavier's
    and query tokens have deviation 1: with the usual 0.02 for all, small towers stay blind. Vectors
    of tokens have length 1, so that a frozen LLM can still be made to say words it never read.
    """
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        model = ArtGPT4ForConditionalGeneration(config)
        for module in (*model.vision_model.modules(), *model.qformer.modules()):
            if isinstance(module, nn.Linear | nn.Conv2d):
                nn.init.xavier_uniform_(module.weight.data.flatten(1))
        nn.init.normal_(model.query_tokens.data)
        words = model.get_input_embeddings().weight.data
        nn.init.normal_(words, std=words.shape[1] ** -0.5)
    embeddings = model.vision_model.embeddings
    side = int((embeddings.position_embedding.shape[1] - 1) ** 0.5)
    waves = _waves(side, config.vision_config.hidden_size)
    embeddings.position_embedding.data[0] = torch.cat([torch.zeros(1, waves.shape[1]), waves / 2])
    model.eval()
    return model


def pretrain_vision(
    model: ArtGPT4ForConditionalGeneration,
    pictures: Pictures,
    held_out: Pictures,
    stage: VisionStage,
    log: Log = quiet,
) -> Sight:
    """Train vision tower, Q-Former and query tokens, in place, to tell attributes of pictures.

    Each query learns to say the word of one attribute, as notes of the picture. Linear heads on
    the tower's tokens read the attributes as well, as the queries alone do not teach a small tower;
    all heads are thrown away after.
    """
    labels, words = pictures.labels, pictures.words
    seen = _drawn(lambda: Classifiers(model, labels), stage.seed).to(model.device)
    said = _drawn(lambda: Notes(model, labels, words), stage.seed).to(model.device)
    generator = Generator().manual_seed(stage.seed)

    def loss_of(rows: list[int]) -> Tensor:
        pixels = _augmented(pictures.pixels[rows], stage, generator).to(model.device)
        labels = {name: values[rows].to(model.device) for name, values in pictures.labels.items()}
        tokens = model.vision_model(pixel_values=pixels).last_hidden_state
        return seen.loss(tokens, labels) + said.loss(model.read(tokens), labels)

    modules = {"vision_model": model.vision_model, "qformer": model.qformer}
    modules |= {"seen": seen, "said": said}
    parameters = {f"{m}.{n}": p for m, part in modules.items() for n, p in part.named_parameters()}
    parameters["query_tokens"] = model.query_tokens
    with _training(parameters), eager_on_cpu(model):
        batches = bucketed([0] * len(pictures.pixels), stage)
        curve = fit(parameters, loss_of, batches, stage, log)
    read = query_features(model, held_out.pixels).to(model.device)
    return Sight(curve, said.accuracy(read, held_out.labels))


def pretrain_language(
    model: ArtGPT4ForConditionalGeneration,
    tokenizer: PreTrainedTokenizerBase,
    texts: Sequence[str | tuple[str, str]],
    stage: Stage,
    log: Log = quiet,
) -> list[float]:
    """Train the LLM on texts, in place, and return the loss of every step.

    Adapters are switched off and not trained.

    Args:
        model: Its LLM is trained, without an image.
        tokenizer: The LLM's.
        texts: A text, to be learned whole, or a prompt and an answer, of which the answer is
            learned. Start and end tokens are added where they are missing; `<ImageHere>` becomes as
            many image tokens as an image has, which are never learned.
        stage: The rest.
        log: Gets a line of progress now and then.
    """
    tokens = [_tokens(tokenizer, text, model.config.num_query_tokens) for text in texts]

    def loss_of(rows: list[int]) -> Tensor:
        batch = collate([tokens[row] for row in rows], tokenizer.pad_token_id)
        positions, targets = learned_positions(batch.labels)
        output = model.language_model(
            input_ids=batch.ids.to(model.device),
            attention_mask=batch.mask.to(model.device),
            logits_to_keep=positions.to(model.device),
            use_cache=False,
        )
        return token_loss(output.logits, targets.to(model.device))

    named = model.language_model.named_parameters()
    parameters = {name: p for name, p in named if "image_adapter" not in name}
    batches = bucketed([len(example.ids) for example in tokens], stage)
    with _training(parameters), _without(model.adapters()), eager_on_cpu(model):
        return fit(parameters, loss_of, batches, stage, log)


def _drawn(make: Callable[[], Drawn], seed: int) -> Drawn:
    """Make something with random weights from a seed, and leave torch's own generator alone."""
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        return make()


def _augmented(pixels: Tensor, stage: VisionStage, generator: Generator) -> Tensor:
    if stage.shift:
        pixels = moved(pixels, stage.shift, generator)
    ready = normalised(pixels)
    return relit(ready, stage.jitter, generator) if stage.jitter else ready


def _tokens(
    tokenizer: PreTrainedTokenizerBase, text: str | tuple[str, str], image_tokens: int
) -> Tokens:
    prompt, answer = ("", text) if isinstance(text, str) else text
    start, end = tokenizer.bos_token, tokenizer.eos_token
    before = "" if (prompt + answer).startswith(start) else start
    after = "" if answer.endswith(end) else end
    image = tokenizer.convert_tokens_to_ids(IMAGE_TOKEN)

    def ids(part: str) -> list[int]:
        part = part.replace(IMAGE_TOKEN, IMAGE_TOKEN * image_tokens)
        return list(tokenizer(part, add_special_tokens=False)["input_ids"])

    given, learned = ids(before + prompt), ids(answer + after)
    return Tokens(given + learned, [False] * len(given) + [x != image for x in learned])


def _waves(side: int, width: int) -> Tensor:
    """Return sine and cosine positions float32[side * side, width] of a square grid."""
    speed = 100.0 ** -(torch.arange(width // 4) / (width // 4))
    place = torch.arange(side * side)
    x, y = (place % side)[:, None] * speed, (place // side)[:, None] * speed
    return torch.cat([x.sin(), x.cos(), y.sin(), y.cos()], dim=1)


@contextmanager
def _training(parameters: Mapping[str, Parameter]) -> Iterator[None]:
    """Let parameters have gradients, and put them back as they were."""
    before = {name: parameter.requires_grad for name, parameter in parameters.items()}
    for parameter in parameters.values():
        parameter.requires_grad_(True)
    try:
        yield
    finally:
        for name, parameter in parameters.items():
            parameter.requires_grad_(before[name])


@contextmanager
def _without(adapters: Sequence[ImageAdapter]) -> Iterator[None]:
    """Switch adapters off for a while."""
    for adapter in adapters:
        adapter.enabled = False
    try:
        yield
    finally:
        for adapter in adapters:
            adapter.enabled = True
