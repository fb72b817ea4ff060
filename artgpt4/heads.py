"""Heads that teach vision and Q-Former: classifiers of what is seen, notes of what is said."""

from collections.abc import Mapping, Sequence

import torch
from torch import Tensor, nn
from torch.nn import functional

from artgpt4.model import ArtGPT4ForConditionalGeneration

Labels = Mapping[str, Tensor]  # for each attribute int64[N], -1 where a picture does not have it


class Classifiers(nn.Module):
    """A linear classifier of every attribute on all tokens of the vision tower at once.

    Args:
        model: Whose tower it reads.
        labels: The attributes and their classes.
    """

    def __init__(self, model: ArtGPT4ForConditionalGeneration, labels: Labels) -> None:
        super().__init__()
        width = model.vision_model.embeddings.position_embedding.numel()
        self.classes = {name: _count(name, values) for name, values in labels.items()}
        self.linear = nn.Linear(width, sum(self.classes.values()))

    def loss(self, tokens: Tensor, labels: Labels) -> Tensor:
        """Return the mean loss over the attributes, of tokens float[B, T, D]."""
        parts = self.linear(tokens.flatten(1)).split(list(self.classes.values()), dim=1)
        pairs = zip(self.classes, parts, strict=True)
        return _mean([_entropy(logits, labels[name]) for name, logits in pairs])


class Notes(nn.Module):
    """One linear reader of all queries: query k says the word of attribute k, a slot for one word.

    All queries share the words, so each word has a direction of its own and a projection has only
    to translate it. With fewer queries than attributes a query says several.

    Args:
        model: Whose queries it reads.
        labels: The attributes and their classes.
        words: The word of each class; without it no two attributes share one.
    """

    def __init__(
        self,
        model: ArtGPT4ForConditionalGeneration,
        labels: Labels,
        words: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        super().__init__()
        queries, width = model.query_tokens.shape[1:]
        said = words or {name: _numbered(name, values) for name, values in labels.items()}
        said = {name: said[name] for name in labels}
        every = dict.fromkeys(word for spoken in said.values() for word in spoken)
        known = {word: k for k, word in enumerate(every)}
        self.slots = {name: k % queries for k, name in enumerate(said)}
        self.numbers = {name: torch.tensor([known[w] for w in v]) for name, v in said.items()}
        self.linear = nn.Linear(width, len(known))

    def loss(self, queries: Tensor, labels: Labels) -> Tensor:
        """Return the mean loss over the attributes, of queries float[B, Q, D]."""
        logits = self.linear(queries)
        pairs = [(logits[:, k], self._number(name, labels)) for name, k in self.slots.items()]
        return _mean([_entropy(slot, numbers) for slot, numbers in pairs])

    @torch.no_grad()
    def accuracy(self, queries: Tensor, labels: Labels) -> dict[str, float]:
        """Return for each attribute the share of pictures whose query says it right."""
        guesses = self.linear(queries).argmax(dim=-1).cpu()
        right = {}
        for name, slot in self.slots.items():
            numbers = self._number(name, labels).cpu()
            there = numbers >= 0
            if there.any():
                right[name] = float((guesses[:, slot] == numbers)[there].float().mean())
        return right

    def _number(self, name: str, labels: Labels) -> Tensor:
        values = labels[name]
        numbers = self.numbers[name].to(values.device)
        return torch.where(values < 0, -1, numbers[values.clamp(min=0)])


def _numbered(name: str, values: Tensor) -> list[str]:
    return [f"{name} {k}" for k in range(_count(name, values))]


def _count(name: str, values: Tensor) -> int:
    count = int(values.max()) + 1
    if not count:
        raise ValueError(f"attribute {name}: found no labels: expected some; leave it out")
    return count


def _entropy(logits: Tensor, labels: Tensor) -> Tensor:
    """Return the mean loss where there is a label, and 0 where there is none at all."""
    there = labels >= 0
    if not bool(there.any()):
        return logits.sum() * 0
    return functional.cross_entropy(logits[there].float(), labels[there])


def _mean(losses: Sequence[Tensor]) -> Tensor:
    return torch.stack(list(losses)).mean()
