"""Pictures for the graders' tests: facts by hand and by chance, and plain sentences about them."""

import random
from collections.abc import Sequence
from pathlib import Path

from artbench.grading.facts import FactsGrader
from artbench.suites.open.facts import (
    BESIDE,
    COLOURLESS,
    COLOURS,
    FEELING,
    MAIN,
    MOODS,
    PLACES,
    TECHNIQUES,
    Facts,
    Thing,
    to_json,
)
from artbench.types import Grade, Output, Question, Sample

QUESTION = {
    "idc": "Describe this picture in detail: what it shows, how it is made, and what makes it "
    "worth looking at.",
    "isac": "Which emotions do the people in this picture show, which emotion does it stir in "
    "someone who looks at it, and why?",
    "icrc": "Name everything that you recognise in this picture, with colours and places.",
}


def facts(
    genre: str, technique: str, mood: str, things: Sequence[Thing], posture: str | None = None
) -> Facts:
    look = MOODS[mood]
    palette = "grey" if technique == "ink wash" else look.palette
    return Facts(
        genre=genre,
        things=tuple(things),
        technique=technique,
        mood=mood,
        viewer=look.viewer,
        palette=palette,
        light=look.light,
        surroundings=look.surroundings,
        because=(f"surroundings:{look.surroundings}", f"light:{look.light}"),
        posture=posture,
        feeling=FEELING[posture] if posture else None,
    )


def thing(name: str, colour: str, place: str, count: int = 1) -> Thing:
    return Thing(name=name, colour=colour, place=place, count=count)


def invent(seed: int, genre: str | None = None) -> Facts:
    rng = random.Random(seed)
    genre = genre or rng.choice(sorted(MAIN))
    main = rng.choice(MAIN[genre])
    names = [main, *rng.sample([n for n in BESIDE[genre] if n != main], rng.randint(1, 2))]
    things = [
        thing(n, "" if n in COLOURLESS else rng.choice(sorted(COLOURS)), place, rng.randint(1, 2))
        for n, place in zip(names, rng.sample(PLACES, len(names)), strict=True)
    ]
    posture = rng.choice(sorted(FEELING)) if main == "person" else None
    return facts(genre, rng.choice(TECHNIQUES), rng.choice(sorted(MOODS)), things, posture)


def noun(item: Thing) -> str:
    number = {1: "one", 2: "two", 3: "three"}[item.count]
    if item.name == "person":
        return f"{number} {'person' if item.count == 1 else 'people'} in {item.colour}"
    name = item.name if item.count == 1 or item.name == "fish" else f"{item.name}s"
    return " ".join(word for word in (number, item.colour, name) if word)


def described(f: Facts) -> str:
    held = f" The posture: {f.posture}." if f.posture else ""
    shown = " and ".join(f"{noun(item)} in the {item.place}" for item in f.things[1:])
    return (
        f"This is a work of {f.technique}. It shows {noun(f.main)} in the {f.main.place}.{held} "
        f"There is also {shown}. We see {f.surroundings}. "
        f"The {_light(f)} light and the {f.palette} colours make one feel {_feeling(f.viewer)}."
    )


def felt(f: Facts) -> str:
    return (
        f"The person shows {_feeling(f.feeling or f.viewer)}, seen in the posture: {f.posture}. "
        f"A viewer feels {_feeling(f.viewer)} because of the {f.surroundings}, the {_light(f)} "
        f"light and the {f.palette} colours."
    )


def named(f: Facts) -> str:
    things = ", ".join(f"{noun(item)} in the {item.place}" for item in f.things)
    return f"I see {things} and {f.surroundings}."


SAYERS = {"idc": described, "isac": felt, "icrc": named}


def grade(task: str, f: Facts, *answers: str, questions: Sequence[str] = ()) -> Grade:
    asked = tuple(Question(text=text) for text in questions or (QUESTION[task],))
    sample = Sample(id="s", task=task, image=Path("s.webp"), questions=asked, facts=to_json(f))
    outputs = [Output(sample_id="s", turn=turn, text=text) for turn, text in enumerate(answers)]
    return FactsGrader().grade(sample, outputs)


def points(task: str, f: Facts, *answers: str, questions: Sequence[str] = ()) -> int:
    found = grade(task, f, *answers, questions=questions).points
    assert found is not None
    return found


def _feeling(label: str) -> str:
    return "puzzlement" if label == "something else" else label


def _light(f: Facts) -> str:
    return "nocturnal" if f.light == "night" else f.light


BOAT = facts(
    "seascape",
    "impasto",
    "majestic",
    [thing("boat", "red", "left"), thing("sun", "", "right"), thing("bird", "white", "right", 2)],
)
MOURNER = facts(
    "figure",
    "watercolour",
    "melancholy",
    [thing("person", "blue", "centre"), thing("tree", "green", "left")],
    "head bowed",
)
REVELLERS = facts(
    "group",
    "pointillism",
    "festive",
    [thing("person", "red", "centre", 3), thing("moon", "", "right")],
    "arms raised",
)
