"""Puts findings into words, so that a level can be understood and disputed."""

from collections.abc import Sequence

from artbench.grading.checking.feelings import FeelingCheck
from artbench.grading.checking.findings import Findings
from artbench.grading.checking.truth import TRAITS, trait
from artbench.grading.levels.mdiuc import Turn
from artbench.suites.open.facts import Facts


def picture_reason(facts: Facts, found: Findings) -> str:
    """Return what a description or a recognition has right and wrong."""
    main, *others = facts.things
    check = found.things[main.name]
    parts = [f"{'names' if check.named else 'does not name'} the main thing ({main.name})"]
    parts += [f"its {kind} is {getattr(check, kind)}" for kind in ("colour", "place")]
    if others:
        named = [thing.name for thing in others if found.things[thing.name].named]
        parts.append(f"{len(named)} of {len(others)} other things {_listed(named)}".rstrip())
    parts += _slips(found, main.name) + _traits(facts, found) + _errors(found)
    felt = found.viewer
    if felt.match != "missing":
        parts.append(f"mood {', '.join(felt.labels) or 'denied'} is {felt.match}")
    if found.praise:
        parts.append("praises the picture")
    if found.artful:
        parts.append(f"explains an effect by {', '.join(found.artful)}")
    return "; ".join(parts)


def feelings_reason(found: Findings, *, persons: bool) -> str:
    """Return whose feelings an analysis has right, and by what it justifies them."""
    parts = [_side("persons", found.persons)] if persons else []
    parts.append(_side("viewer", found.viewer))
    return "; ".join([*parts, *_errors(found)])


def turns_reason(facts: Facts, turns: Sequence[Turn]) -> str:
    """Return which turns of a dialogue are right, and what justifies the feeling."""
    words = {1.0: "right", 0.5: "near", 0.0: "wrong"}
    parts = [
        f"turn {number} ({', '.join(expected)}) {words.get(turn.score, 'partly right')}"
        for number, (turn, expected) in enumerate(zip(turns, facts.expects, strict=True), 1)
    ]
    for turn in turns:
        if turn.grounds is not None:
            parts.append(f"feeling justified by {', '.join(turn.grounds) or 'nothing'}")
    return "; ".join(parts)


def _side(name: str, check: FeelingCheck) -> str:
    if check.match == "missing":
        return f"{name}: no feeling"
    by = f"justified by {', '.join(check.grounds)}" if check.grounds else "not justified"
    return f"{name}: {', '.join(check.labels) or 'denied'} is {check.match}, {by}"


def _slips(found: Findings, main: str) -> list[str]:
    return [
        f"{kind} of {name} is {value}"
        for name, check in found.things.items()
        for kind in ("colour", "place", "count")
        if (value := getattr(check, kind)) in ("wrong", "mixed")
        and (name != main or kind == "count")
    ]


def _traits(facts: Facts, found: Findings) -> list[str]:
    return [
        f"{kind} ({trait(facts, kind)}) is {found.traits[kind]}"
        for kind in TRAITS
        if trait(facts, kind) and (kind == "technique" or found.traits[kind] != "missing")
    ]


def _errors(found: Findings) -> list[str]:
    parts = [f"invents {', '.join(found.invented)}"] if found.invented else []
    return parts + ([f"denies {', '.join(found.denied)}"] if found.denied else [])


def _listed(names: Sequence[str]) -> str:
    return f"({', '.join(names)})" if names else ""
