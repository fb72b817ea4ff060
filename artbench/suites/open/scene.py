"""Inventing a picture: which things stand where in it, in which mood and technique."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from artbench.suites.open.facts import (
    BESIDE,
    COLOURLESS,
    COLOURS,
    FEELING,
    GENRES,
    MAIN,
    MOODS,
    PLACES,
    TECHNIQUES,
    Facts,
    Thing,
)
from artbench.suites.open.palettes import PALETTES

INDOORS = ("still life", "interior")
INDOOR_MOODS = ("cheerful", "majestic", "serene", "festive", "foul", "enigmatic")
_MANY = ("apple", "fish", "person")  # what a picture may show more than one of as its main thing
SKY = ("sun", "moon", "cloud", "bird", "window")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What an inventor must keep to; None leaves it to chance."""

    genre: str | None = None
    technique: str | None = None
    mood: str | None = None
    main: str | None = None
    colour: str | None = None


_FREE = Wish()


def invent(rng: np.random.Generator, wish: Wish = _FREE) -> Facts:
    """Return the facts of a new picture; mood, palette, light and posture belong together."""
    genre = wish.genre or _pick(rng, GENRES)
    mood = wish.mood or _pick(rng, INDOOR_MOODS if genre in INDOORS else tuple(MOODS))
    look = MOODS[mood]
    technique = wish.technique or _pick(rng, TECHNIQUES)
    main = _main(rng, genre, wish, PALETTES[look.palette].clash)
    posture = _posture(rng, look.posture) if main.name == "person" else None
    palette = "grey" if technique == "ink wash" else look.palette
    because = [f"surroundings:{look.surroundings}", f"light:{look.light}", f"palette:{palette}"]
    if posture == look.posture:
        because.append(f"posture:{posture}")
    beside = _beside(rng, genre, main)
    if technique == "ink wash":  # only the main thing keeps its hue in it
        beside = [replace(thing, colour="") for thing in beside]
    return Facts(
        genre=genre,
        things=(main, *beside),
        technique=technique,
        mood=mood,
        viewer=look.viewer,
        palette=palette,
        light=look.light,
        surroundings=look.surroundings,
        because=tuple(because),
        posture=posture,
        feeling=FEELING[posture] if posture else None,
    )


def _main(rng: np.random.Generator, genre: str, wish: Wish, clash: Sequence[str]) -> Thing:
    name = wish.main or _pick(rng, MAIN[genre])
    colour = wish.colour or _pick(rng, [colour for colour in COLOURS if colour not in clash])
    count = int(rng.integers(2, 4)) if genre == "group" else 1
    if genre != "group" and name in _MANY and name != "person" and rng.random() < 0.4:
        count = int(rng.integers(2, 4))
    place = "centre" if count > 1 else _pick(rng, PLACES)
    return Thing(name=name, colour=colour, place=place, count=count)


def _posture(rng: np.random.Generator, usual: str) -> str:
    """Mostly the posture of the mood; sometimes a person feels other than the scene."""
    return usual if rng.random() < 0.75 else _pick(rng, tuple(FEELING))


def _beside(rng: np.random.Generator, genre: str, main: Thing) -> list[Thing]:
    """One or two other things, at other places than the main thing and each other."""
    names = [name for name in BESIDE[genre] if name != main.name]
    if main.name == "fish":
        names = ["flower"]
    sky = [name for name in names if name in SKY]
    ground = [name for name in names if name not in SKY]
    chosen = [_pick(rng, ground)] if ground else []
    if sky and (not chosen or rng.random() < 0.6):
        chosen.append(_pick(rng, sky))
    free = [place for place in PLACES if place != main.place]
    return [_other(rng, name, free, main) for name in chosen]


def _other(rng: np.random.Generator, name: str, free: list[str], main: Thing) -> Thing:
    anywhere = main.place == "centre" or name in SKY
    place = _pick(rng, free if anywhere else [far_side(main.place)])
    if name not in SKY:
        free.remove(place)
    several = name in ("bird", "flower", "tree") and rng.random() < 0.4
    count = int(rng.integers(2, 4)) if several else 1
    colours = [colour for colour in COLOURS if colour != main.colour]
    colour = "" if name in COLOURLESS else _pick(rng, colours)
    return Thing(name=name, colour=colour, place=place, count=count)


def far_side(place: str) -> str:
    """Return the side that is farther from a place."""
    return "left" if place == "right" else "right"


def _pick(rng: np.random.Generator, items: Sequence[str]) -> str:
    return items[int(rng.integers(len(items)))]
