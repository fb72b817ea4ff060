"""Checks what an answer says of the things and the traits of a picture."""

from collections.abc import Iterator
from dataclasses import dataclass

from artbench.grading.checking.truth import (
    TRAITS,
    Verdict,
    trait,
    true_claim,
    true_trait,
    unremarkable,
    verdict,
)
from artbench.grading.reading.answer import Line, Reading
from artbench.grading.reading.mentions import Mention
from artbench.suites.open.facts import Facts

_NEAR = 3  # words between an adjective and the `colours` or `light` that it describes
_FAR = 6
_VERBS = frozenset("is are was were looks look seems in appears turn turns".split())
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
        """How many of its attributes are wrong."""
        return sum(v in ("wrong", "mixed") for v in (self.colour, self.place, self.count))


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
    """Say whether an adjective describes the colours or the light of the picture."""
    for kind, head in _HEADS.items():
        if head in mention.kinds:
            continue
        for other in line.mentions:
            if head not in other.kinds or other.start == mention.start:
                continue
            if 0 <= other.start - mention.end < _NEAR:
                return kind if "," not in line.words[mention.end : other.start] else None
            gap = line.words[other.end : mention.start]
            if 0 < len(gap) <= _FAR and any(w in _VERBS for w in gap) and "," not in gap:
                return kind
    return None


def invented(facts: Facts, reading: Reading) -> list[str]:
    """Return what an answer names that the picture does not hold, each once."""
    here = {thing.name for thing in facts.things}
    implied = unremarkable(facts)
    found: dict[str, None] = {}
    for mention in reading.mentions:
        name = _invention(facts, mention, here)
        if name is not None and not implied & {name, mention.text, mention.text.removesuffix("s")}:
            found.setdefault(name)
    return list(found)


def _invention(facts: Facts, mention: Mention, here: set[str]) -> str | None:
    kinds = mention.kinds
    if kinds.keys() & {"generic", "maybe", "colour", "viewer"}:
        return None
    if facts.genre in kinds.get("setting", ()):
        return None
    if "thing" in kinds:
        true_air = trait(facts, "surroundings") in kinds.get("surroundings", ())
        return None if here & set(kinds["thing"]) or true_air else kinds["thing"][0]
    return mention.text if "other" in kinds or "setting" in kinds else None


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
