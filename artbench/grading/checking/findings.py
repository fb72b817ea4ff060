"""All that a grader knows about an answer: what it has right, what wrong, what it makes of it."""

from dataclasses import asdict, dataclass
from typing import Any

from artbench.grading.checking.feelings import (
    FeelingCheck,
    Match,
    check_feelings,
    true_concepts,
)
from artbench.grading.checking.inventions import invented
from artbench.grading.checking.things import (
    ThingCheck,
    check_things,
    check_traits,
    denied,
)
from artbench.grading.checking.truth import TRAITS, Verdict
from artbench.grading.reading.answer import Line, Reading
from artbench.grading.reading.grammar import words as small_words
from artbench.suites.open.facts import Facts

_CONTENT = small_words("content_kinds")
_MAKING = ("technique:", "palette:", "light:")
_REPEATS = 4  # a sentence said so often is no longer an answer
_BROKEN = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """An answer held against the facts of its picture.

    Attributes:
        says: It says something about a picture at all.
        things: What it says of each thing of the picture, the main one first.
        traits: Technique, palette, light, surroundings and posture.
        invented: What it names that is not there; `denied` what it says is not there, but is.
        persons: The feelings of the persons shown; `viewer` those of the viewer or the picture.
        praise: It says that the picture is worth looking at.
        artful: The true concepts by which it explains an effect of the picture.
        cap: The highest level that its form allows, with `flaw` in words.
    """

    says: bool
    things: dict[str, ThingCheck]
    traits: dict[str, Verdict]
    invented: tuple[str, ...]
    denied: tuple[str, ...]
    persons: FeelingCheck
    viewer: FeelingCheck
    praise: bool
    artful: tuple[str, ...]
    cap: int
    flaw: str

    @property
    def errors(self) -> int:
        """Serious errors: inventions, denials, wrong colours, places, technique or air."""
        slips = sum(check.slips for check in self.things.values())
        kinds = [kind for kind in TRAITS if kind != "surroundings"]  # wrong ones are invented
        wrong = [self.traits[kind] in ("wrong", "mixed") for kind in kinds]
        return len(self.invented) + len(self.denied) + slips + sum(wrong)

    @property
    def right(self) -> int:
        """How many facts are told rightly."""
        told = [check.named for check in self.things.values()]
        for check in self.things.values():
            told += [v == "right" for v in (check.colour, check.place)]
        return sum(told) + sum(v == "right" for v in self.traits.values())

    def to_json(self) -> dict[str, Any]:
        """Return the findings as plain JSON values."""
        return {**asdict(self), "errors": self.errors, "right": self.right}


def findings(facts: Facts, reading: Reading) -> Findings:
    """Return the findings of a reading."""
    cap, flaw = _form(reading)
    return Findings(
        says=_says(reading),
        things=check_things(facts, reading),
        traits=check_traits(facts, reading),
        invented=tuple(invented(facts, reading)),
        denied=tuple(denied(facts, reading)),
        persons=check_feelings(facts, reading, ("persons",), facts.feeling or facts.viewer),
        viewer=check_feelings(facts, reading, ("viewer", "picture"), facts.viewer),
        praise=any("praise" in m.kinds for m in reading.mentions),
        artful=_artful(facts, reading),
        cap=cap,
        flaw=flaw,
    )


def fits(match: Match) -> bool:
    """Say whether a feeling is right or at least of the right kind."""
    return match in ("right", "near")


def _says(reading: Reading) -> bool:
    kinds = {kind for mention in reading.mentions for kind in mention.kinds}
    refuses = any(line.has("refusal") for line in reading.lines)
    return not kinds.isdisjoint({"thing", "other"} if refuses else _CONTENT)


def _form(reading: Reading) -> tuple[int, str]:
    if reading.repeats >= _REPEATS:
        return 2, f"says the same sentence {reading.repeats} times"
    if reading.broken >= _BROKEN:
        return 1, "is a heap of words, no sentences"
    return 5, ""


def _artful(facts: Facts, reading: Reading) -> tuple[str, ...]:
    """Return the true concepts of making that sentences lead an effect back to."""
    causes: dict[str, None] = {}
    for index, line in enumerate(reading.lines):
        if not line.has("because", "makes") or not _effect(facts, reading, index):
            continue
        making = [c for c in true_concepts(facts, line) if c.startswith(_MAKING)]
        if making or _craft(line) > 1:
            causes |= dict.fromkeys(making or ("craft",))
    return tuple(causes)


def _craft(line: Line) -> int:
    return len({m.text for m in line.mentions if "craft" in m.kinds and m.claimed})


def _effect(facts: Facts, reading: Reading, index: int) -> bool:
    for feeling in reading.feelings:
        if feeling.sentence == index and facts.viewer in feeling.labels and not feeling.denied:
            return True
    line = reading.lines[index]
    return any(
        ("effect" in m.kinds or "praise" in m.kinds) and "lighthead" not in m.kinds and m.claimed
        for m in line.mentions
    )
