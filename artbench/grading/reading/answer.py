"""Reads a whole answer: its sentences, what they mention, claim and feel."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from artbench.grading.reading.anchors import anchors, subject
from artbench.grading.reading.claims import Claim
from artbench.grading.reading.colours import colour_claims, count_claims
from artbench.grading.reading.feelings import Feeling, feelings, owned
from artbench.grading.reading.form import form
from artbench.grading.reading.mention import Mention
from artbench.grading.reading.mentions import mentions
from artbench.grading.reading.places import place_claims
from artbench.grading.reading.text import sentences


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence of an answer and what it mentions."""

    words: tuple[str, ...]
    mentions: tuple[Mention, ...]

    def has(self, *kinds: str) -> bool:
        """Say whether a phrase of one of these kinds is in the line."""
        return any(kind in m.kinds for m in self.mentions for kind in kinds)


@dataclass(frozen=True, slots=True)
class Reading:
    """What an answer says, without a look at any facts.

    Attributes:
        repeats: How often its most repeated sentence or run of words stands there.
        broken: Places where no sentence joins words so: `of is the the`, or a heap of nouns.
    """

    lines: tuple[Line, ...]
    claims: tuple[Claim, ...]
    feelings: tuple[Feeling, ...]
    repeats: int
    broken: int

    @property
    def mentions(self) -> list[Mention]:
        """All claimed mentions, in order."""
        return [m for line in self.lines for m in line.mentions if m.claimed]


def read(text: str, questions: Iterable[str] = (), topic: tuple[str, ...] = ()) -> Reading:
    """Return the reading of a text.

    Args:
        text: Any text; the first `LIMIT` characters are read.
        questions: What was asked; a sentence that repeats it says nothing.
        topic: The things that `it` may stand for at the start, from the dialogue so far.
    """
    asked = {s.words for question in questions for s in sentences(question)}
    said = Counter(s for s in sentences(text) if s.words not in asked)
    lines: list[Line] = []
    claims: list[Claim] = []
    felt: list[Feeling] = []
    for sentence in said:  # every sentence once, in order
        found = mentions(sentence)
        if any("order" in m.kinds for m in found):
            continue
        lines.append(Line(sentence.words, tuple(found)))
        nouns = anchors(sentence.words, found, topic)
        claims += colour_claims(sentence.words, found, nouns, topic)
        claims += place_claims(sentence.words, found, nouns, topic)
        claims += count_claims(sentence.words, found, nouns)
        felt += feelings(sentence.words, found, len(lines) - 1, felt)
        topic = subject(nouns) or topic
    felt = owned(felt, [line.mentions for line in lines])
    repeats, broken = form(list(said.elements()))
    return Reading(tuple(lines), tuple(claims), tuple(felt), repeats, broken)
