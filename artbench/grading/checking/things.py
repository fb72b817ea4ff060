"""Checks what an answer says of the things and the traits of a picture."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from artbench.grading.checking.truth import (
    TRAITS,
    Verdict,
    trait,
    true_claim,
    true_trait,
    verdict,
)
from artbench.grading.reading.answer import Line, Reading
from artbench.grading.reading.grammar import words as small_words
from artbench.grading.reading.mention import Mention
from artbench.suites.open.facts import Facts

_NEAR = 3  # words between an adjective and the `colours` or `light` that it describes
_FAR = 5
_VERBS = small_words("describes")
_BETWEEN = small_words("divides")
_HEADS = {"palette": "palettehead", "light": "lighthead"}


@dataclass(frozen=True, slots=True)
class ThingCheck:
    """What an answer says of one thing that is in the picture."""

    named: bool
    colour: Verdict
    place: Verdict
    count: Verdict

    @property
    def slips(self) -> int:
        """How many of its attributes are wrong; of two colours at once one is a guess too many."""
        wrong = sum(v in ("wrong", "mixed") for v in (self.colour, self.place, self.count))
        return wrong + (self.colour == "mixed")


def check_things(facts: Facts, reading: Reading) -> dict[str, ThingCheck]:
    """Return the check of every thing of the picture by name."""
    claims: dict[tuple[str, str], list[bool]] = {}
    for claim in reading.claims:
        checked = true_claim(facts, claim)
        if checked is not None:
            kind = "place" if claim.kind == "relation" else claim.kind
            claims.setdefault((checked[0], kind), []).append(checked[1])
    named = set(named_things(facts, reading.mentions))
    return {
        thing.name: ThingCheck(
            thing.name in named,
            *(verdict(claims.get((thing.name, kind), ())) for kind in ("colour", "place", "count")),
        )
        for thing in facts.things
    }


def named_things(facts: Facts, mentions: list[Mention]) -> Iterator[str]:
    """Yield the things of the picture that are named."""
    for mention in mentions:
        names = (*mention.kinds.get("thing", ()), *mention.kinds.get("maybe", ()))
        if "persons" in mention.kinds and mention.text in {"he", "she", "individuals"}:
            names += ("person",)
        yield from (thing.name for thing in facts.things if thing.name in names)


def check_traits(facts: Facts, reading: Reading) -> dict[str, Verdict]:
    """Return the verdict on technique, palette, light, surroundings and posture."""
    checks: dict[str, list[bool]] = {kind: [] for kind in TRAITS}
    for line in reading.lines:
        for mention in line.mentions:
            for kind in TRAITS:
                right = line_trait(facts, line, mention, kind)
                if right is not None:
                    checks[kind].append(right)
    return {kind: verdict(found) for kind, found in checks.items()}


def line_trait(facts: Facts, line: Line, mention: Mention, kind: str) -> bool | None:
    """Say whether a phrase of a line names a trait rightly; None where it leaves that open."""
    if kind not in mention.kinds or not mention.claimed:
        return None
    right = true_trait(facts, mention, kind)
    if right is False and kind == "posture" and not line.has("persons", "thing", "whole"):
        return None  # `a vase sits on the table`: only persons have a posture
    if kind not in _HEADS:
        return right
    about = _about(line, mention)
    if about is None:  # `calm` is a feeling, unless it is said of the light
        return None if "emotion" in mention.kinds else right or None
    return right if about == kind else None


def _about(line: Line, mention: Mention) -> str | None:
    """Say whether an adjective describes the colours or the light, by the nearer of the two."""
    near: list[tuple[int, str]] = []
    for kind, head in _HEADS.items():
        if head in mention.kinds:
            continue
        for other in line.mentions:
            if head in other.kinds and other.start != mention.start:
                distance = _distance(line.words, mention, other)
                near += [(distance, kind)] if distance is not None else []
    return min(near)[1] if near else None


def _distance(words: Sequence[str], mention: Mention, head: Mention) -> int | None:
    """Return how far an adjective is from the noun that it describes; None if it does not."""
    if head.start >= mention.end:
        gap = words[mention.end : head.start]
        return len(gap) if len(gap) < _NEAR and _BETWEEN.isdisjoint(gap) else None
    gap = words[head.end : mention.start]
    said = not gap or (not _VERBS.isdisjoint(gap) and "," not in gap)
    return len(gap) if said and len(gap) <= _FAR else None


def denied(facts: Facts, reading: Reading) -> list[str]:
    """Return the true concepts that an answer says are not there."""
    here = {thing.name for thing in facts.things}
    found: list[str] = []
    for line in reading.lines:
        for mention in line.mentions:
            if mention.denied and not mention.aside:
                found += [n for n in mention.kinds.get("thing", ()) if n in here]
                for kind in ("technique", "surroundings"):
                    if true_trait(facts, mention, kind):
                        found.append(trait(facts, kind))
    return list(dict.fromkeys(found))
