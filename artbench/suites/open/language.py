"""What a person could say about a picture: descriptions, feelings and lists from its facts."""

from collections.abc import Callable, Sequence

import numpy as np

from artbench.suites.open.facts import Facts, Thing
from artbench.suites.open.phrases import (
    COUNT,
    EFFECT,
    FEELING,
    LIGHT,
    PALETTE,
    PLACE,
    POSTURE,
    SCENE,
    SURROUNDINGS,
    WORK,
)

Say = Callable[[Sequence[str]], str]


def usual(wordings: Sequence[str]) -> str:
    """Return the usual wording: what the nano models learn to say."""
    return wordings[0]


def varied(rng: np.random.Generator) -> Say:
    """Return a chooser of any wording: what the references are made with."""
    return lambda wordings: wordings[int(rng.integers(len(wordings)))]


def describe(facts: Facts, say: Say) -> str:
    """Return a depiction: things, technique and its effect, light, colours and mood."""
    shows = f"{a(say(WORK[facts.technique]))} shows {_placed(facts.main, facts, say)}"
    others = [_placed(thing, facts, say) for thing in facts.things[1:]]
    if others:
        shows += f", with {listed(others)}"
    light, colours = say(LIGHT[facts.light]), say(PALETTE[facts.palette])
    feeling = say(FEELING[facts.viewer])
    endings = (
        f"The {bare(light)} and the {colours} give it {a(facts.mood)} mood, so one feels {feeling}",
        f"With its {bare(light)} and its {colours} the mood is {facts.mood} and stirs {feeling}",
        f"One feels {feeling}, for {bare(light)} and {colours} make the mood {facts.mood}",
    )
    parts = (
        shows,
        say(SURROUNDINGS[facts.surroundings]),
        say(EFFECT[facts.technique]),
        say(endings),
    )
    return sentences(*parts)


def feel(facts: Facts, say: Say) -> str:
    """Return which emotions the persons show, which the viewer feels, and why."""
    parts = []
    if facts.posture and facts.feeling:
        who = "The person" if facts.main.count == 1 else "The people"
        feels = "feels" if facts.main.count == 1 else "feel"
        parts.append(f"{who} {say(POSTURE[facts.posture])} {feels} {say(FEELING[facts.feeling])}")
    around, light = say(SURROUNDINGS[facts.surroundings]), _light(facts, say)
    reasons = f"{around}, the light is {light} and the colours are {facts.palette}"
    feeling = say(FEELING[facts.viewer])
    endings = (
        f"A viewer feels {feeling}, because {reasons}",
        f"It stirs {feeling} in a viewer, since {reasons}",
        f"Because {reasons}, someone who looks at it feels {feeling}",
    )
    return sentences(*parts, say(endings))


def recognise(facts: Facts, say: Say) -> str:
    """Return a list of everything in the picture with colours and places."""
    things = [_placed(thing, facts, say) for thing in facts.things]
    openings = ("I see", "One can make out", "The picture holds")
    seen = f"{say(openings)} {listed(things)}"
    scene, around = say(SCENE[facts.genre]), say(SURROUNDINGS[facts.surroundings])
    return sentences(seen, f"It is {a(scene)}, and {around}")


def respond(facts: Facts, say: Say) -> str:
    """Return what the picture makes one feel, and why: the last turn of a dialogue."""
    reasons = f"{say(SURROUNDINGS[facts.surroundings])} and the colours are {facts.palette}"
    return sentences(f"It makes me feel {say(FEELING[facts.viewer])}, because {reasons}")


def noun(thing: Thing, facts: Facts, say: Say = usual) -> str:
    """Return a thing with count, colour and posture: `two red birds`, `a person in blue`."""
    if thing.name == "person":
        who = "person" if thing.count == 1 else "people"
        posture = f" {say(POSTURE[facts.posture])}" if facts.posture and thing == facts.main else ""
        return f"{COUNT[thing.count]} {who} in {thing.colour}{posture}"
    name = plural(thing.name) if thing.count > 1 else thing.name
    words = " ".join(word for word in (thing.colour, name) if word)
    return f"{COUNT[thing.count]} {words}" if thing.count > 1 else a(words)


def plural(name: str) -> str:
    """Return the plural of a thing."""
    return name if name == "fish" else f"{name}s"


def a(words: str) -> str:
    """Return the words with their article; none if they have one."""
    if words.startswith(("a ", "an ", "the ")):
        return words
    return f"{'an' if words[0] in 'aeiou' else 'a'} {words}"


def bare(words: str) -> str:
    """Return the words without their article."""
    return words.removeprefix("the ").removeprefix("a ")


def listed(items: Sequence[str]) -> str:
    """Return `x, y and z`."""
    return " and ".join([", ".join(items[:-1]), items[-1]]) if len(items) > 1 else items[0]


def sentences(*parts: str) -> str:
    """Return the parts as sentences."""
    return " ".join(f"{part[0].upper()}{part[1:]}." for part in parts)


def _placed(thing: Thing, facts: Facts, say: Say) -> str:
    return f"{noun(thing, facts, say)} {say(PLACE[thing.place])}"


def _light(facts: Facts, say: Say) -> str:
    nights = ("that of night", "as dark as night")
    return say(nights) if facts.light == "night" else facts.light
