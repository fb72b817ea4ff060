"""Rubrics: what each level of a task means, in words that a judge or a person can apply."""

from dataclasses import dataclass, field
from pathlib import Path

from artbench.cards import load
from artbench.errors import CardError

POINTS = (0, 1, 2, 3, 4, 5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One level of a rubric: its points and when an answer deserves them."""

    points: int
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RubricCard:
    """The six levels of one task, worst first.

    Attributes:
        version: Raised when an answer could get another level.
    """

    name: str
    title: str
    version: int
    levels: tuple[Level, ...] = field(metadata={"key": "level"})


def load_rubric(path: Path) -> RubricCard:
    """Return the rubric in a card.

    Raises:
        CardError: The card is wrong, its levels are not 0..5 in this order, or one says nothing.
    """
    card = load(RubricCard, path)
    points = tuple(level.points for level in card.levels)
    if points != POINTS:
        raise CardError(f"{path}: level: expected points 0 to 5 in order, found {list(points)}")
    for level in card.levels:
        if not level.meaning.strip():
            raise CardError(f"{path}: level {level.points}: expected a meaning, found none")
    return card


def render(card: RubricCard) -> str:
    """Return the rubric as text, a line for each level."""
    lines = (f"{level.points}: {' '.join(level.meaning.split())}" for level in card.levels)
    return "\n".join((card.title, *lines))
