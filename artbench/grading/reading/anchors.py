"""Finds the nouns of a sentence that a colour, a place or a number can belong to."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from artbench.grading.reading.mentions import Mention

Role = Literal["thing", "part", "generic", "pronoun"]
_SOMEBODY = frozenset("he she his her him himself herself".split())
# After these a pronoun says only where something else is: `two birds beside it on the right`.
_BESIDE = frozenset(
    "from beside behind under over above below near by to across around against towards of".split()
)
_COLOUR = frozenset({"colour", "color"})  # says no more than the colour that follows
_WHOSE = frozenset("its their his her".split())
_GENERIC = (
    "generic", "setting", "other", "surroundings", "scene", "lighthead", "shadeword", "palettehead"
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Anchor:
    """A noun, or a pronoun in its place.

    Attributes:
        role: A part confirms the colour of its whole; a generic noun only takes what is its own.
        names: The things it may be.
        sure: It certainly names a thing of the picture.
    """

    start: int
    end: int
    role: Role
    names: tuple[str, ...] = ()
    sure: bool = True


def anchors(
    words: Sequence[str], mentions: Sequence[Mention], topic: tuple[str, ...]
) -> list[Anchor]:
    """Return the anchors of a sentence in order; pronouns stand for its first thing or `topic`."""
    found: list[Anchor] = []
    for mention in mentions:
        if mention.aside:
            continue
        if mention.text in _COLOUR:
            if mention.start and words[mention.start - 1] in _WHOSE:
                found.append(_pronoun(mention, found, topic))  # `its colour is red`
            continue
        anchor = _noun(mention)
        if anchor is None and "pronoun" in mention.kinds:
            if mention.start and words[mention.start - 1] in _BESIDE:
                anchor = Anchor(mention.start, mention.end, "generic", sure=False)
            else:
                anchor = _pronoun(mention, found, topic)
        if anchor is not None:
            found.append(anchor)
    return found


def subject(found: Sequence[Anchor]) -> tuple[str, ...]:
    """Return what a sentence is about: its first thing, else what its first pronoun stands for."""
    for role in ("thing", "pronoun"):
        for anchor in found:
            if anchor.role == role and anchor.names:
                return anchor.names
    return ()


def _noun(mention: Mention) -> Anchor | None:
    kinds, start, end = mention.kinds, mention.start, mention.end
    if "thing" in kinds:
        return Anchor(start, end, "thing", (*kinds["thing"], *kinds.get("maybe", ())))
    if "whole" in kinds:
        return Anchor(start, end, "pronoun", kinds["whole"])
    if "maybe" in kinds:
        return Anchor(start, end, "thing", kinds["maybe"], sure=False)
    if "part" in kinds:
        return Anchor(start, end, "part", kinds["part"], sure=False)
    if any(kind in kinds for kind in _GENERIC):
        return Anchor(start, end, "generic", sure=False)
    return None


def _pronoun(mention: Mention, before: Sequence[Anchor], topic: tuple[str, ...]) -> Anchor:
    names = ("person",) if mention.text in _SOMEBODY else subject(before) or topic
    return Anchor(mention.start, mention.end, "pronoun", names, sure=bool(names))
