"""Batches: which examples go into each step, and how token lists become tensors."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

import torch
from torch import Tensor

from artgpt4.recipe import Stage

IGNORED = -100  # the label of a position that is not learned, in torch and transformers
_POOL = 32  # batches that are sorted by length together: near lengths, and still another order


@dataclass(frozen=True, slots=True)
class Tokens:
    """One tokenized example.

    Attributes:
        ids: The tokens.
        learned: True where the token is to be predicted from those before it.
    """

    ids: list[int]
    learned: list[bool]


@dataclass(frozen=True, slots=True)
class TokenBatch:
    """Examples padded on the right.

    Attributes:
        ids: int64[B, T].
        mask: int64[B, T], 0 at padding.
        labels: int64[B, T], `IGNORED` where nothing is learned.
    """

    ids: Tensor
    mask: Tensor
    labels: Tensor


def bucketed(lengths: Sequence[int], stage: Stage) -> list[list[int]]:
    """Return the rows of every step: each row once per epoch, rows of like length together.

    Args:
        lengths: Tokens of each example.
        stage: Its steps, batch and seed decide.

    Raises:
        ValueError: There are no examples.
    """
    if not lengths:
        raise ValueError(f"stage {stage.name}: found no examples: expected at least one")
    rng = random.Random(stage.seed)
    stream = _shuffled_forever(len(lengths), rng)
    batches_in_pool = max(1, min(_POOL, len(lengths) // stage.batch))  # not longer than an epoch
    batches: list[list[int]] = []
    while len(batches) < stage.steps:
        pool = list(islice(stream, batches_in_pool * stage.batch))
        pool.sort(key=lengths.__getitem__)
        parts = [pool[i : i + stage.batch] for i in range(0, len(pool), stage.batch)]
        rng.shuffle(parts)
        batches += parts
    return batches[: stage.steps]


def collate(examples: Sequence[Tokens], padding: int) -> TokenBatch:
    """Return examples as one batch.

    Args:
        examples: Their tokens.
        padding: The id of the padding token.
    """
    longest = max(len(example.ids) for example in examples)
    ids = torch.full((len(examples), longest), padding)
    mask, learned = torch.zeros_like(ids), torch.zeros_like(ids, dtype=torch.bool)
    for row, example in enumerate(examples):
        size = len(example.ids)
        ids[row, :size] = torch.tensor(example.ids)
        mask[row, :size] = 1
        learned[row, :size] = torch.tensor(example.learned)
    return TokenBatch(ids, mask, ids.masked_fill(~learned, IGNORED))


def _shuffled_forever(count: int, rng: random.Random) -> Iterator[int]:
    rows = list(range(count))
    while True:
        rng.shuffle(rows)
        yield from rows
