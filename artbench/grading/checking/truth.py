"""Says of a single phrase or claim whether the facts bear it out."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

from artbench.grading.lexicon import lexicon
from artbench.grading.reading.claims import Claim
from artbench.grading.reading.mention import Mention
from artbench.suites.open.facts import PLACES, Facts

Verdict = Literal["right", "wrong", "mixed", "missing"]
TRAITS = ("technique", "palette", "light", "surroundings", "posture")
_OIL = ("impasto", "pointillism", "cubism")  # techniques that oil paint is used for
_SEVERAL = 2
# Two postures at once, or one that is easily taken for the other, are no contradiction.
_ALSO = {
    "fist raised": ("arms raised",),
    "arms raised": ("arms spread",),
    "arms spread": ("arms raised",),
    "crouching": ("head bowed", "sitting", "face covered"),
    "face covered": ("head bowed",),
    "head bowed": ("sitting",),
    "back turned": ("sitting",),
}
_ORDER = {name: i for i, name in enumerate(PLACES)}


def verdict(verdicts: Iterable[bool]) -> Verdict:
    """Return one verdict for all claims about the same thing: True is a right one."""
    found = set(verdicts)
    if len(found) == 2:
        return "mixed"
    return "missing" if not found else "right" if True in found else "wrong"


def trait(facts: Facts, kind: str) -> str:
    """Return the true value of a trait; empty where the picture has none."""
    return getattr(facts, kind) or ""


def true_trait(facts: Facts, mention: Mention, kind: str) -> bool | None:
    """Say whether a phrase names a trait rightly; None where it says nothing certain."""
    names, value = mention.kinds.get(kind, ()), trait(facts, kind)
    if not names or (kind == "posture" and not value):
        return None
    if value in names:
        return True
    also = _ALSO.get(value, ()) if kind == "posture" else ("oil",) if value in _OIL else ()
    return None if "loose" in mention.kinds or set(also) & set(names) else False


@lru_cache(maxsize=256)
def unremarkable(facts: Facts) -> frozenset[str]:
    """Return the names that go without saying where the facts hold, and so invent nothing."""
    true = [f"thing:{thing.name}" for thing in facts.things]
    true += [f"{kind}:{trait(facts, kind)}" for kind in TRAITS] + [f"mood:{facts.mood}"]
    implied = lexicon().implied
    return frozenset(word for concept in true for word in implied.get(concept, ()))


def true_claim(facts: Facts, claim: Claim) -> tuple[str, bool] | None:
    """Return (thing, right) for a claim; None where it is about nothing of the picture.

    A claim with several possible subjects is right if it is right of one of them, else it is wrong
    of the likeliest.
    """
    checked: list[tuple[str, bool]] = []
    for names in claim.subjects:
        for thing in facts.things:
            if thing.name in names:
                right = _right(facts, claim, thing.name)
                if right is not None:
                    checked.append((thing.name, right != claim.denied))
    for name, right in checked:
        if right and not claim.denied:
            return name, True
    if checked and claim.sure and not (claim.denied and checked[0][1]):
        return checked[0]
    return None


def _right(facts: Facts, claim: Claim, name: str) -> bool | None:
    thing = next(thing for thing in facts.things if thing.name == name)
    if claim.kind == "colour":
        return thing.colour in claim.names if thing.colour else None
    if claim.kind == "place":
        return thing.place in claim.names
    if claim.kind == "relation":
        return _relation(facts, claim, thing.place)
    if "several" in claim.names:
        return thing.count >= _SEVERAL
    return str(thing.count) in claim.names


def _relation(facts: Facts, claim: Claim, place: str) -> bool | None:
    side = claim.names[0]
    others = [thing.place for thing in facts.things if thing.name in claim.other]
    other = others[0] if others else facts.main.place
    if place == other:
        return True if place == side else None
    return (_ORDER[place] < _ORDER[other]) == (side == "left")
