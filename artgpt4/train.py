"""Training the adapters: pictures and dialogues in, adapted weights and a loss curve out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from artgpt4.batches import Tokens, bucketed, collate
from artgpt4.dialogue import Example, messages
from artgpt4.fit import Log, eager_on_cpu, fit, learned_positions, quiet, token_loss
from artgpt4.freezing import trainable
from artgpt4.model import ArtGPT4ForConditionalGeneration
from artgpt4.processor import ArtGPT4Processor
from artgpt4.recipe import Stage


@dataclass(frozen=True, slots=True)
class TrainingSet:
    """What a stage learns from.

    Attributes:
        examples: Their `image` is a row of the features.
        features: float32[N, Q, D], what the frozen parts see in each picture; see
            `artgpt4.pixels.query_features`.
    """

    examples: Sequence[Example]
    features: Tensor

    def __post_init__(self) -> None:
        rows = {example.image for example in self.examples}
        if rows and not 0 <= min(rows) <= max(rows) < len(self.features):
            raise ValueError(
                f"found examples of images {min(rows)} to {max(rows)} and features of "
                f"{len(self.features)}: expected a row of features for every image"
            )


def adapt(
    model: ArtGPT4ForConditionalGeneration,
    processor: ArtGPT4Processor,
    data: TrainingSet,
    stage: Stage,
    log: Log = quiet,
) -> list[float]:
    """Run one stage of training on a model, in place, and return the loss of every step.

    Only what `trainable` names moves. Every answer of a dialogue is learned, with its end token;
    nothing else is. The model is left in eval mode.
    """
    tokens = tokenize(processor, data.examples)
    batches = bucketed([len(example.ids) for example in tokens], stage)
    padding = processor.tokenizer.pad_token_id

    def loss_of(rows: list[int]) -> Tensor:
        batch = collate([tokens[row] for row in rows], padding)
        pictures = torch.tensor([data.examples[row].image for row in rows])
        positions, targets = learned_positions(batch.labels)
        output = model(
            input_ids=batch.ids.to(model.device),
            attention_mask=batch.mask.to(model.device),
            query_features=data.features[pictures].to(model.device),
            logits_to_keep=positions.to(model.device),
            use_cache=False,
        )
        return token_loss(output.logits, targets.to(model.device))

    parameters = trainable(model)
    model.train()
    with eager_on_cpu(model):
        curve = fit(parameters, loss_of, batches, stage, log)
    model.eval()
    return curve


def tokenize(processor: ArtGPT4Processor, examples: Iterable[Example]) -> list[Tokens]:
    """Return examples as tokens, the very ones that the processor makes of such a dialogue.

    Args:
        processor: Its template and tokenizer are used; no image is needed.
        examples: The answers in them, and their end tokens, are what is learned.
    """
    chats = [messages(example) for example in examples]
    if not chats:
        return []
    made = processor.tokenizer.apply_chat_template(
        chats,
        chat_template=processor.chat_template,
        return_dict=True,
        return_assistant_tokens_mask=True,
    )
    return [
        _expanded(processor, ids, learned)
        for ids, learned in zip(made["input_ids"], made["assistant_masks"], strict=True)
    ]


def _expanded(processor: ArtGPT4Processor, ids: list[int], learned: list[int]) -> Tokens:
    """Repeat the image token, as the processor does when it sees the image."""
    places = ids.count(processor.image_token_id)
    if places != 1 or not any(learned):
        raise ValueError(
            f"found {places} image tokens and {sum(learned)} learned ones in "
            f"{processor.tokenizer.decode(ids)!r}: expected one and some; leave "
            f"{processor.image_token} out of the words, and use a chat template with "
            "{% generation %} around answers, as dialogue_template makes"
        )
    image, more = ids.index(processor.image_token_id), processor.num_query_tokens - 1
    return Tokens(
        ids[:image] + [ids[image]] * more + ids[image:],
        [bool(x) for x in learned[:image] + [0] * more + learned[image:]],
    )
