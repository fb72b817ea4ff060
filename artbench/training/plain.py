"""Plain pictures and plain words: what the backbone learns from before anybody speaks of art.

A plain picture mixes things, grounds, weather and surfaces at random; a plain sentence names them.
There is no emotion, mood, light or technique in it.
"""

from dataclasses import replace

import numpy as np

from artbench.suites.open.air import AIRS
from artbench.suites.open.dialogue import converse, subject
from artbench.suites.open.facts import (
    COLOURS,
    FEELING,
    MOODS,
    PLACES,
    TECHNIQUES,
    THINGS,
    Facts,
    Thing,
)
from artbench.suites.open.language import recognise, usual
from artbench.suites.open.phrases import COUNT, GROUND, SURFACE
from artbench.suites.open.picture import GROUNDS, ground_of
from artbench.suites.open.scene import SKY, Wish, invent

NAME_EVERYTHING = "Name everything that you recognise in this picture, with colours and places."
LOOK = "What does the surface look like?"
_POSTURES = tuple(FEELING)
_AIRS = tuple(AIRS)


def invent_plain(rng: np.random.Generator, genre: str) -> Facts:
    """Return facts in which ground, surroundings and posture have nothing to do with each other."""
    facts = invent(rng, Wish(genre=genre, mood=_pick(rng, tuple(MOODS))))
    posture = _pick(rng, _POSTURES) if facts.posture else None
    return replace(facts, surroundings=_pick(rng, _AIRS), posture=posture)


def labels(facts: Facts) -> dict[str, int]:
    """Return what a plain picture shows as class numbers; -1 where the question does not arise."""
    ground = next((t for t in facts.things[1:] if t.name not in SKY), None)
    sky = next((t for t in facts.things[1:] if t.name in SKY), None)
    return {
        **_labels("main", facts.main),
        **_labels("ground", ground),
        **_labels("sky", sky),
        "surface": TECHNIQUES.index(facts.technique),
        "mood": tuple(MOODS).index(facts.mood),
        "air": _AIRS.index(facts.surroundings),
        "posture": _POSTURES.index(facts.posture) if facts.posture else -1,
        "scene": GROUNDS.index(ground_of(facts)),
    }


def _labels(role: str, thing: Thing | None) -> dict[str, int]:
    if thing is None:
        return {f"{role}_name": len(THINGS), f"{role}_colour": -1, f"{role}_place": -1, f"{role}_count": -1}
    return {
        f"{role}_name": THINGS.index(thing.name),
        f"{role}_colour": tuple(COLOURS).index(thing.colour) if thing.colour else -1,
        f"{role}_place": PLACES.index(thing.place),
        f"{role}_count": thing.count - 1,
    }


def text(facts: Facts, rng: np.random.Generator) -> tuple[str, str]:
    """Return a plain dialogue for a language model: what is given, and what is to be learned.

    In the place of a picture stand short notes of what is in it, so that the model learns to read
    from there, as it will read what the Q-Former sees. Both parts are written as the chat template
    of the nano models writes them.
    """
    parts = [[(NAME_EVERYTHING, recognise(facts, usual))], [(LOOK, look(facts))]]
    if subject(facts):
        talk = converse(facts, int(rng.integers(2)), usual)[:4]  # the fifth turn asks for a feeling
        parts.append([(turn.question, turn.answer) for turn in talk])
    turns = [turn for k in rng.permutation(len(parts)) for turn in parts[k]]
    (first, answer), *rest = turns
    shown = f"<Img>{notes(facts, rng)}</Img>"
    if rng.random() < 0.2:  # a caption without a question, as stage 1 has
        return f"<s>{shown}", f" {recognise(facts, usual)}</s>"
    following = "".join(f"###Human: {q}###Assistant: {a}</s>" for q, a in rest)
    return f"<s>###Human: {shown} {first}###Assistant:", f" {answer}</s>{following}"


def look(facts: Facts) -> str:
    """Return plain words for the surface and the ground of a picture."""
    return f"It is {SURFACE[facts.technique]}, and the ground is {GROUND[facts.mood]}."


def notes(facts: Facts, rng: np.random.Generator) -> str:
    """Return what is in the picture as notes in any order: `red boat left, rain, dotted, sun right`."""
    parts = [_note(thing) for thing in facts.things]
    parts += [facts.surroundings, SURFACE[facts.technique], GROUND[facts.mood], facts.genre]
    parts += [facts.posture] if facts.posture else []
    order = rng.permutation(len(parts) - 1) + 1
    return ", ".join([parts[0], *(parts[i] for i in order)])


def _note(thing: Thing) -> str:
    words = [COUNT[thing.count], thing.colour, thing.name, thing.place]
    return " ".join(word for word in words if word)


def _pick(rng: np.random.Generator, items: tuple[str, ...]) -> str:
    return items[int(rng.integers(len(items)))]
