"""Reads a whole answer: its sentences, what they mention, claim and feel."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from artbench.grading.reading.anchors import anchors, subject
from artbench.grading.reading.claims import Claim
from artbench.grading.reading.colours import colour_claims, count_claims
from artbench.grading.reading.feelings import Feeling, feelings
from artbench.grading.reading.mentions import Mention, mentions
from artbench.grading.reading.places import place_claims
from artbench.grading.reading.text import Sentence, sentences

_ARTICLES = frozenset("a an the".split())
_JOINTS = _ARTICLES | frozenset("of in on at by with to from and or is are was were".split())
_SMALL = _JOINTS | frozenset(
    """it its this that these those there i we you he she they his her their my me us one be been has
    have had not no as for but so because while which who what where when like into over under behind
    beside near between around through all both very too also some more than just really looks look
    - , : ; ( )""".split()
)
_RUN = 9  # words of content in a row: people put a small word or a comma between


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
        repeats: How often its most repeated sentence of three words or more stands there.
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
    repeats = max((n for s, n in said.items() if len(s.words) > 2), default=0)
    return Reading(tuple(lines), tuple(claims), tuple(felt), repeats, sum(map(_broken, said)))


def _broken(sentence: Sentence) -> int:
    words = sentence.words
    pairs = zip(words, words[1:], strict=False)
    ends = words[-1] in _ARTICLES or words[-1] in {"of", "and"}
    joints = sum((a in _ARTICLES and (b in _JOINTS or b == ",")) or a == b for a, b in pairs)
    return ends + joints + _heaps(words)


def _heaps(words: tuple[str, ...]) -> int:
    """Return how often `_RUN` words of content follow each other."""
    heaps = run = 0
    for word in words:
        run = 0 if word in _SMALL else run + 1
        if run == _RUN:
            heaps, run = heaps + 1, 0
    return heaps
