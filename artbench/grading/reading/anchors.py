"""Finds the nouns of a sentence that a colour, a place or a number can belong to."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from artbench.grading.reading.grammar import words as small_words
from artbench.grading.reading.mention import Mention

Role = Literal["thing", "part", "generic", "pronoun"]
_POINTING = small_words("pointing")
_VERBS = small_words("verbs")
_SOMEBODY = small_words("somebody")
_BESIDE = small_words("besides")  # after these a pronoun says only where something else is
_COLOUR = frozenset({"colour", "color"})  # says no more than the colour that follows
_WHOSE = small_words("whose")
_GENERIC = small_words("generic_kinds")


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
    colours = {mention.start for mention in mentions if "colour" in mention.kinds}
    for mention in mentions:
        if mention.aside or (mention.text == "light" and mention.end in colours):
            continue
        before = words[mention.start - 1] if mention.start else ""
        if mention.text in _COLOUR:  # `its colour is red` is said of it
            anchor = _pronoun(mention, found, topic) if before in _WHOSE else None
        elif "pronoun" in mention.kinds and not (anchor := _noun(mention)):
            anchor = _referent(words, mention, found, topic)
        else:
            anchor = _noun(mention)
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


def _referent(
    words: Sequence[str], mention: Mention, found: Sequence[Anchor], topic: tuple[str, ...]
) -> Anchor | None:
    if mention.text in _POINTING and _VERBS.isdisjoint(words[mention.end : mention.end + 1]):
        return None  # `that of the birds`, `that sorrow`
    before = words[mention.start - 1] if mention.start else ""
    if before in _BESIDE or before.endswith("ing"):
        return Anchor(mention.start, mention.end, "generic", sure=False)
    return _pronoun(mention, found, topic)


def _pronoun(mention: Mention, before: Sequence[Anchor], topic: tuple[str, ...]) -> Anchor:
    names = ("person",) if mention.text in _SOMEBODY else subject(before) or topic
    return Anchor(mention.start, mention.end, "pronoun", names, sure=bool(names))
