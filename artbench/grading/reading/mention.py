"""What a sentence mentions: a phrase and the concepts that it may name."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mention:
    """A phrase that names concepts.

    Attributes:
        kinds: The names that the phrase may mean, by kind.
        start: Index of its first word; `end` is one past its last.
        text: The phrase as it was written.
        denied: It stands under a negation.
        aside: It is part of a comparison or a question, so nothing is claimed.
    """

    kinds: Mapping[str, tuple[str, ...]]
    start: int
    end: int
    text: str
    denied: bool = False
    aside: bool = False

    @property
    def claimed(self) -> bool:
        """Whether the phrase says that something is so."""
        return not (self.denied or self.aside)
