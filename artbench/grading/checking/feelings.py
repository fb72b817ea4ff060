"""Checks whose feelings an answer names, and by which facts it justifies them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from artbench.grading.checking.things import line_trait
from artbench.grading.checking.truth import trait
from artbench.grading.reading.answer import Line, Reading
from artbench.grading.reading.feelings import Feeling, Holder
from artbench.suites.open.facts import EMOTIONS, Facts

Match = Literal["right", "near", "mixed", "wrong", "missing"]
POLARITY = {
    **dict.fromkeys(EMOTIONS[:4], 1),
    **dict.fromkeys(EMOTIONS[4:8], -1),
    EMOTIONS[8]: 0,
    "positive": 1,
    "negative": -1,
}
_MANY, _TOO_MANY = 3, 4  # feelings of one holder: a list is no answer
_EVIDENCE = ("surroundings", "posture", "technique", "light", "palette")


@dataclass(frozen=True, slots=True)
class FeelingCheck:
    """What an answer says that somebody feels.

    Attributes:
        match: How it fits: the right label, one of the same polarity, both right and opposite.
        labels: The feelings named, as labels.
        grounds: The true concepts that it leads them back to.
    """

    match: Match
    labels: tuple[str, ...]
    grounds: tuple[str, ...]


def check_feelings(
    facts: Facts, reading: Reading, holders: Sequence[Holder], label: str
) -> FeelingCheck:
    """Return the check of the feelings of some holders against the true label."""
    felt = [f for f in reading.feelings if f.holder in holders]
    labels = tuple(dict.fromkeys(_meant(f, label) for f in felt if not f.denied))
    claimed = [f for f in felt if not f.denied and (not f.weak or _fits(f, label))]
    grounds: dict[str, None] = {}
    for feeling in claimed:
        if _fits(feeling, label):
            grounds |= dict.fromkeys(_grounds(facts, reading, feeling))
    refused = label not in labels and any(f.denied and f.labels == (label,) for f in felt)
    return FeelingCheck(_match(claimed, label, refused=refused), labels, tuple(grounds))


def true_concepts(facts: Facts, line: Line) -> Iterator[str]:
    """Yield what a line says rightly of the making and the air of the picture, one per phrase."""
    for mention in line.mentions:
        for kind in _EVIDENCE:
            if line_trait(facts, line, mention, kind):
                yield f"{kind}:{trait(facts, kind)}"
                break


def _meant(feeling: Feeling, label: str) -> str:
    """Return the label that a word with several meanings has here: the fitting one."""
    if label in feeling.labels:
        return label
    return next((n for n in feeling.labels if _near(n, label)), feeling.labels[0])


def _near(name: str, label: str) -> bool:
    return POLARITY[name] == POLARITY[label] != 0


def _fits(feeling: Feeling, label: str) -> bool:
    return label in feeling.labels or any(_near(name, label) for name in feeling.labels)


def _opposes(feeling: Feeling, label: str) -> bool:
    poles = {POLARITY[name] for name in feeling.labels}
    return not feeling.weak and bool(POLARITY[label]) and poles == {-POLARITY[label]}


def _match(claimed: Sequence[Feeling], label: str, *, refused: bool) -> Match:
    if not claimed:
        return "wrong" if refused else "missing"
    labels = {_meant(f, label) for f in claimed}
    strong = {POLARITY[_meant(f, label)] for f in claimed if not f.weak}
    sure = {_meant(f, label) for f in claimed if not f.weak}
    opposed = any(_opposes(f, label) for f in claimed) or {1, -1} <= strong or refused
    opposed = opposed or len(sure) >= _MANY
    if len(labels) >= _TOO_MANY:
        return "wrong"
    if label in labels:
        return "mixed" if opposed else "right"
    if opposed:
        return "wrong"
    return "near" if any(_near(name, label) for name in labels) else "wrong"


def _grounds(facts: Facts, reading: Reading, feeling: Feeling) -> Iterator[str]:
    """Yield the true concepts in a feeling's sentence and, where they explain it, beside it."""
    yield from true_concepts(facts, reading.lines[feeling.sentence])
    for index in (feeling.sentence - 1, feeling.sentence + 1):
        if 0 <= index < len(reading.lines) and not _others(reading, feeling, index):
            yield from true_concepts(facts, reading.lines[index])


def _others(reading: Reading, feeling: Feeling, index: int) -> bool:
    """Say whether the sentence speaks of somebody else's feeling, and so explains that."""
    persons = feeling.holder == "persons"
    return any(f.sentence == index and (f.holder == "persons") != persons for f in reading.feelings)
