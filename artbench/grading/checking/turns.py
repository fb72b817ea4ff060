"""Checks the turns of a dialogue: does each answer name what its question asked for?"""

from collections.abc import Iterator, Sequence

from artbench.grading.checking.feelings import check_feelings
from artbench.grading.checking.findings import Findings, findings
from artbench.grading.checking.things import line_trait
from artbench.grading.checking.truth import TRAITS, trait, true_claim
from artbench.grading.levels.mdiuc import Turn
from artbench.grading.reading.answer import Reading, read
from artbench.grading.reading.feelings import Holder
from artbench.grading.reading.mentions import mentions
from artbench.grading.reading.text import sentences
from artbench.suites.open.facts import MOODS, Facts

_EVERYBODY: tuple[Holder, ...] = ("viewer", "picture", "persons")
_LIST = 3  # things named beside the one asked for: a list is no answer
_SCORES = {"right": 1.0, "near": 0.5, "mixed": 0.0, "wrong": 0.0, "missing": 0.0}


def check_turns(facts: Facts, questions: Sequence[str], texts: Sequence[str]) -> Iterator[Turn]:
    """Yield the check of every turn, in order."""
    topic: tuple[str, ...] = (facts.main.name,)
    for question, text, expected in zip(questions, texts, facts.expects, strict=True):
        topic = _topic(facts, question, topic)
        reading = read(text, questions, topic)
        found = findings(facts, reading)
        scores = [_score(facts, reading, found, concept) for concept in expected]
        grounds = None
        if any(concept.startswith(("emotion:", "mood:")) for concept in expected):
            grounds = check_feelings(facts, reading, _EVERYBODY, facts.viewer).grounds
        score = min(scores, default=1.0)
        yield Turn(score, found.errors, grounds, found.cap)
        named = [c.partition(":")[2] for c in expected if c.startswith("thing:")]
        topic = (named[0],) if named else topic


def _topic(facts: Facts, question: str, topic: tuple[str, ...]) -> tuple[str, ...]:
    """Return what `it` stands for: the thing that a question names, else what it was before."""
    for sentence in sentences(question):
        for mention in mentions(sentence):
            if "main" in mention.kinds:
                return (facts.main.name,)
            names = [t.name for t in facts.things if t.name in mention.kinds.get("thing", ())]
            if names:
                return (names[0],)
    return topic


def _score(facts: Facts, reading: Reading, found: Findings, concept: str) -> float:
    kind, _, name = concept.partition(":")
    if kind in ("emotion", "mood"):
        label = MOODS[name].viewer if kind == "mood" else name
        return _SCORES[check_feelings(facts, reading, _EVERYBODY, label).match]
    if kind == "thing":
        others = [n for n, check in found.things.items() if check.named and n != name]
        listed = len(found.invented) + len(others) > _LIST or len(found.invented) > 1
        return float(name in found.things and found.things[name].named and not listed)
    if kind in ("colour", "place", "count"):
        return float(_attribute(facts, reading, kind, name))
    return float(_trait(facts, reading, kind, name))


def _attribute(facts: Facts, reading: Reading, kind: str, name: str) -> bool:
    """Say whether an answer names a colour, place or number of what was asked about."""
    kinds = (kind, "relation") if kind == "place" else (kind,)
    checked = [
        (claim, result)
        for claim in reading.claims
        if claim.kind in kinds and (result := true_claim(facts, claim)) is not None
    ]
    if any(not right for _, (_, right) in checked):
        return False
    if checked:
        return any(name in claim.names for claim, _ in checked)
    said = [m.kinds[kind] for m in reading.mentions if kind in m.kinds]
    return bool(said) and all(name in names for names in said)


def _trait(facts: Facts, reading: Reading, kind: str, name: str) -> bool:
    """Say whether an answer names a trait and no other in its place."""
    said: list[bool] = []
    for line in reading.lines:
        for mention in line.mentions:
            if mention.claimed and kind in mention.kinds:
                right = line_trait(facts, line, mention, kind)
                bare = name in mention.kinds[kind]  # `dark` answers `How is the light?`
                said += [right] if right is not None else [True] if bare else []
    true = kind not in TRAITS or trait(facts, kind) == name
    return bool(said) and all(said) and true
