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
from artbench.suites.open.phrases import COUNT, GROUND, SHADE, SURFACE
from artbench.suites.open.picture import GROUNDS, ground_of
from artbench.suites.open.scene import SKY, Wish, invent

NAME_EVERYTHING = "Name everything that you recognise in this picture, with colours and places."
LOOK = "What does the surface look like?"
NONE = "none"
_POSTURES = tuple(FEELING)
_AIRS = tuple(AIRS)
_KEYS = ("name", "colour", "place", "count")
_THING_WORDS = ((*THINGS, NONE), (*COLOURS, NONE), (*PLACES, NONE), (*COUNT.values(), NONE))
# What a plain picture is asked about, and the words of each answer; one query for each.
SLOTS: dict[str, tuple[str, ...]] = {
    **{
        f"{r}_{k}": w
        for r in ("main", "ground", "sky")
        for k, w in zip(_KEYS, _THING_WORDS, strict=True)
    },
    "surface": tuple(SURFACE[technique] for technique in TECHNIQUES),
    "shade": tuple(SHADE[mood] for mood in MOODS),
    "air": _AIRS,
    "posture": (*_POSTURES, NONE),
    "scene": GROUNDS,
}


def invent_plain(rng: np.random.Generator, genre: str) -> Facts:
    """Return facts in which ground, surroundings and posture have nothing to do with each other."""
    facts = invent(rng, Wish(genre=genre, mood=_pick(rng, tuple(MOODS))))
    posture = _pick(rng, _POSTURES) if facts.posture else None
    return replace(facts, surroundings=_pick(rng, _AIRS), posture=posture)


def labels(facts: Facts) -> dict[str, int]:
    """Return what a plain picture shows: for each slot of SLOTS the number of its word."""
    said = _said(facts)
    return {slot: words.index(said[slot]) for slot, words in SLOTS.items()}


def notes(facts: Facts) -> str:
    """Return what is in the picture, a word per slot: the words that queries learn to say."""
    from artgpt4.tokenizer import APART  # imported here: painting processes need none of it

    return APART.join(_said(facts).values())


def _said(facts: Facts) -> dict[str, str]:
    ground = next((t for t in facts.things[1:] if t.name not in SKY), None)
    sky = next((t for t in facts.things[1:] if t.name in SKY), None)
    return {
        **_thing_said("main", facts.main),
        **_thing_said("ground", ground),
        **_thing_said("sky", sky),
        "surface": SURFACE[facts.technique],
        "shade": SHADE[facts.mood],
        "air": facts.surroundings,
        "posture": facts.posture or NONE,
        "scene": ground_of(facts),
    }


def _thing_said(role: str, thing: Thing | None) -> dict[str, str]:
    words = (NONE,) * len(_KEYS)
    if thing:
        words = (thing.name, thing.colour or NONE, thing.place, COUNT[thing.count])
    return {f"{role}_{key}": word for key, word in zip(_KEYS, words, strict=True)}


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
    shown = f"<Img>{notes(facts)}</Img>"
    if rng.random() < 0.2:  # a caption without a question, as stage 1 has
        return f"<s>{shown}", f" {recognise(facts, usual)}</s>"
    following = "".join(f"###Human: {q}###Assistant: {a}</s>" for q, a in rest)
    return f"<s>###Human: {shown} {first}###Assistant:", f" {answer}</s>{following}"


def look(facts: Facts) -> str:
    """Return plain words for the surface and the ground of a picture."""
    return f"It is {SURFACE[facts.technique]}, and the ground is {GROUND[facts.mood]}."


def _pick(rng: np.random.Generator, items: tuple[str, ...]) -> str:
    return items[int(rng.integers(len(items)))]
