"""From facts to pixels: things are laid out, drawn as flat shapes, painted in a technique."""

import numpy as np
from numpy.typing import NDArray

from artbench.suites.open.air import air_before, air_behind
from artbench.suites.open.backdrop import BACKDROPS, backdrop
from artbench.suites.open.canvas import Canvas, Colour, dark
from artbench.suites.open.facts import COLOURLESS, COLOURS, MOODS, Facts, Thing
from artbench.suites.open.forms import FORMS
from artbench.suites.open.forms.frame import Frame
from artbench.suites.open.forms.people import person
from artbench.suites.open.palettes import PALETTES, Palette
from artbench.suites.open.techniques import paint

_MIDDLE = {"left": 0.29, "centre": 0.5, "right": 0.71}
_EDGE = {"left": 0.14, "centre": 0.5, "right": 0.86}
_BACKDROP = {
    "landscape": "meadow",
    "seascape": "sea",
    "still life": "table",
    "interior": "room",
    "abstract": "fields",
}
_MAIN_HEIGHT = {
    "mountain": 0.5,
    "apple": 0.38,
    "fish": 0.4,
    "circle": 0.42,
    "square": 0.4,
    "triangle": 0.44,
    "horse": 0.5,
    "person": 0.58,
}
GROUNDS = tuple(BACKDROPS)
_SKY = ("sun", "moon", "cloud")


def picture(facts: Facts, seed: int, size: int) -> NDArray[np.uint8]:
    """Return the painted picture, uint8[size, size, 3]; sizes differ only in their grain."""
    canvas = compose(facts, seed, size)
    accent = np.asarray(canvas.mask, dtype=np.float32) / np.float32(255)
    return paint(facts.technique, np.asarray(canvas.image), accent, seed)


def compose(facts: Facts, seed: int, size: int) -> Canvas:
    """Return the picture as flat shapes, before any technique, with the mask of its main thing."""
    rng = np.random.default_rng(seed)
    palette = PALETTES[MOODS[facts.mood].palette]
    c = Canvas(size)
    backdrop(c, ground_of(facts), palette, rng)
    air_behind(c, facts.surroundings, palette, rng)
    for thing in facts.things[1:]:
        _draw_beside(c, thing, facts, palette, rng)
    _draw_main(c, facts, palette, rng)
    air_before(c, facts.surroundings, palette, rng)
    return c


def ground_of(facts: Facts) -> str:
    """Return what the things stand on or float in, one of GROUNDS."""
    return "deep" if facts.main.name == "fish" else _BACKDROP.get(facts.genre, "meadow")


def _draw_main(c: Canvas, facts: Facts, palette: Palette, rng: np.random.Generator) -> None:
    main, n = facts.main, facts.main.count
    h = _MAIN_HEIGHT.get(main.name, 0.54) * rng.uniform(0.94, 1.06)
    h *= 1.0 if n == 1 else 0.84 - 0.08 * (n - 2)
    foot = _foot(facts, rng)
    spread = 0.3 if n == 2 else 0.29
    x0 = _MIDDLE[main.place] + rng.uniform(-0.03, 0.03)
    look = int(rng.integers(6))
    for k in range(n):
        x, y = x0 + (k - (n - 1) / 2) * spread, foot + 0.02 * (k % 2)
        if facts.genre != "abstract" and main.name != "fish":
            c.ellipse(x, y, h * 0.34, h * 0.05, dark(palette.near, 0.35))
        c.marks = True
        if main.name == "person":
            posture = facts.posture or "back turned"
            person(Frame(c, x, y, h), COLOURS[main.colour], posture, look + k)
        else:
            FORMS[main.name](Frame(c, x, y, h), COLOURS[main.colour])
        c.marks = False


def _foot(facts: Facts, rng: np.random.Generator) -> float:
    if facts.genre == "abstract" or facts.main.name == "fish":
        return 0.72 + rng.uniform(-0.03, 0.03)
    if facts.main.name == "mountain":
        return 0.74
    foot = {"seascape": 0.8, "interior": 0.92}.get(facts.genre, 0.9)
    return foot + rng.uniform(-0.015, 0.015)


def _draw_beside(
    c: Canvas, thing: Thing, facts: Facts, palette: Palette, rng: np.random.Generator
) -> None:
    colour = _colour_beside(thing, facts, palette)
    for k in range(thing.count):
        x = _EDGE[thing.place] + rng.uniform(-0.02, 0.02)
        if thing.name in _SKY or (thing.name == "bird" and facts.genre != "animal"):
            x = min(0.9, max(0.1, _EDGE[thing.place] + (k - (thing.count - 1) / 2) * 0.15))
            h, y = 0.2 if thing.name in _SKY else 0.16, rng.uniform(0.27, 0.33)
        elif thing.name == "window":
            h, y = 0.3, 0.5
        elif facts.genre == "abstract":
            h, y = 0.24, rng.uniform(0.34, 0.9)
        else:
            x = min(0.93, max(0.07, x + (k - (thing.count - 1) / 2) * 0.11))
            h, y = _beside_size(thing), _beside_foot(thing, facts) + 0.03 * (k % 2)
        FORMS[thing.name](Frame(c, x, y, h), colour)


def _colour_beside(thing: Thing, facts: Facts, palette: Palette) -> Colour:
    if thing.colour:
        return COLOURS[thing.colour]
    washed = facts.technique == "ink wash" and thing.name not in COLOURLESS
    return (150, 146, 140) if washed else palette.glow


def _beside_size(thing: Thing) -> float:
    outdoors = {"tree": 0.38, "house": 0.3, "flower": 0.3, "boat": 0.3, "lighthouse": 0.38}
    indoors = {"apple": 0.25, "bottle": 0.38, "candle": 0.34, "book": 0.34, "cat": 0.32}
    return {**outdoors, **indoors}[thing.name] * (0.85 if thing.count > 1 else 1.0)


def _beside_foot(thing: Thing, facts: Facts) -> float:
    if thing.name == "flower":
        return 0.95
    return {"still life": 0.88, "interior": 0.9, "seascape": 0.66}.get(facts.genre, 0.72)
