"""What lies behind the things of a picture: hills, sea, table, room, deep water, flat fields."""

from collections.abc import Callable

import numpy as np

from artbench.suites.open.canvas import Canvas, Colour, dark, light, mix
from artbench.suites.open.palettes import Palette

HORIZON = 0.58


def backdrop(c: Canvas, kind: str, palette: Palette, rng: np.random.Generator) -> None:
    """Cover the whole canvas; `kind` is a key of BACKDROPS."""
    BACKDROPS[kind](c, palette, rng)


def _gradient(c: Canvas, top: Colour, low: Colour, bend: float = 1.3) -> None:
    t = np.clip(np.linspace(0, 1 / HORIZON, c.size), 0, 1)[:, None, None] ** bend
    column = np.asarray(top) * (1 - t) + np.asarray(low) * t
    c.paste(np.broadcast_to(column, (c.size, c.size, 3)).astype(np.uint8))


def _ridge(rng: np.random.Generator, base: float, swing: float) -> list[tuple[float, float]]:
    x = np.linspace(0, 1, 49)
    y = np.full(49, base)
    for k in range(1, 6):
        swell = rng.normal() * swing / k**1.1
        y += swell * np.sin(2 * np.pi * k * x * rng.uniform(0.6, 1.4) + rng.uniform(0, 6.28))
    return list(zip(x.tolist(), y.tolist(), strict=True))


def _hills(c: Canvas, p: Palette, rng: np.random.Generator, count: int = 2) -> None:
    for k in range(count):
        ridge = _ridge(rng, HORIZON - 0.07 + 0.05 * k, 0.035 - 0.01 * k)
        c.polygon([(0, 1), *ridge, (1, 1)], mix(p.low, p.far, 0.5 + 0.4 * k))


def _meadow(c: Canvas, p: Palette, rng: np.random.Generator) -> None:
    _gradient(c, p.high, p.low)
    _hills(c, p, rng)
    for k in range(4):
        ridge = _ridge(rng, HORIZON + 0.02 + 0.11 * k, 0.012)
        c.polygon([(0, 1), *ridge, (1, 1)], mix(p.near, p.glow, 0.3 - 0.1 * k))
    for _ in range(46):
        x, y = rng.uniform(0, 1), rng.uniform(HORIZON + 0.1, 1)
        h = 0.012 + 0.03 * (y - HORIZON)
        c.line([(x, y), (x + rng.normal() * 0.006, y - h)], 0.004, dark(p.near, 0.25))


def _sea(c: Canvas, p: Palette, rng: np.random.Generator) -> None:
    _gradient(c, p.high, p.low)
    coast = [(0, HORIZON + 0.02), *_ridge(rng, HORIZON - 0.03, 0.022), (1, HORIZON + 0.02)]
    c.polygon(coast, mix(p.low, p.far, 0.6))
    for k in range(12):
        y = HORIZON + (1 - HORIZON) * (k / 12) ** 1.3
        c.box(0, y, 1, 1, mix(mix(p.low, p.water, 0.6), dark(p.water, 0.3), k / 12))
    sparkle = rng.uniform(0.2, 0.8)
    for _ in range(90):
        y = HORIZON + (1 - HORIZON) * rng.beta(1.1, 1.5)
        w = 0.01 + 0.06 * (y - HORIZON)
        near = rng.random() < 0.5
        x = sparkle + rng.normal() * (0.03 + 0.2 * (y - HORIZON)) if near else rng.uniform(0, 1)
        c.ellipse(x, y, w, w * 0.12, p.glow if near else light(p.water, 0.25))


def _table(c: Canvas, p: Palette, rng: np.random.Generator) -> None:
    _gradient(c, mix(p.high, p.low, 0.2), mix(p.high, p.low, 0.7))
    for k in range(5):
        x = k / 5 + rng.uniform(-0.03, 0.03)
        fold = [(x, 0), (x + 0.07, 0), (x + 0.05, 0.66), (x - 0.01, 0.66)]
        c.polygon(fold, mix(p.high, p.far, 0.45))
    c.box(0, 0.66, 1, 1, p.near)
    c.polygon([(0.08, 0.7), (0.92, 0.7), (1.02, 1), (-0.02, 1)], light(p.near, 0.3))
    for x in (0.3, 0.7):
        c.line(
            [(0.5 + (x - 0.5) * 0.8, 0.7), (0.5 + (x - 0.5) * 1.3, 1)], 0.008, dark(p.near, 0.15)
        )
    c.box(0, 0.655, 1, 0.67, dark(p.near, 0.4))


def _room(c: Canvas, p: Palette, rng: np.random.Generator) -> None:
    _gradient(c, mix(p.high, p.low, 0.5), mix(p.high, p.low, 0.75))
    for k in range(9):
        c.box(k / 9 + 0.03, 0, k / 9 + 0.05, 0.7, mix(p.high, p.low, 0.35))
    c.box(0, 0.7, 1, 1, dark(p.near, 0.12))
    for k in range(-4, 9):
        c.line([(0.5 + (k - 2) * 0.11, 0.7), (0.5 + (k - 2) * 0.24, 1)], 0.005, dark(p.near, 0.4))
    c.box(0, 0.68, 1, 0.715, light(p.near, 0.4))
    c.ellipse(0.5, 0.9, 0.42, 0.075, mix(p.near, p.glow, 0.35))
    c.ellipse(0.5, 0.9, 0.33, 0.055, mix(p.near, p.far, 0.6 + 0.1 * rng.random()))


def _deep(c: Canvas, p: Palette, rng: np.random.Generator) -> None:
    _gradient(c, light(p.water, 0.35), dark(p.water, 0.3), 1.0)
    for _ in range(7):
        x, h = rng.uniform(0, 1), rng.uniform(0.12, 0.3)
        points = [(x + 0.02 * np.sin(k * 1.3), 0.95 - h * k / 6) for k in range(7)]
        c.line(points, 0.02, mix(p.near, p.far, rng.uniform(0, 1)))
    c.polygon([(0, 1), *_ridge(rng, 0.93, 0.015), (1, 1)], mix(p.near, p.glow, 0.4))
    for _ in range(14):
        x, y, r = rng.uniform(0, 1), rng.uniform(0.05, 0.85), rng.uniform(0.006, 0.014)
        c.disc(x, y, r, light(p.water, 0.65))


def _fields(c: Canvas, p: Palette, rng: np.random.Generator) -> None:
    _gradient(c, p.low, mix(p.low, p.high, 0.5), 1.0)
    for colour in (p.far, p.near, p.high):
        x, y = rng.uniform(0, 1), rng.uniform(0, 1)
        w, h, lean = rng.uniform(0.15, 0.4), rng.uniform(0.15, 0.4), rng.uniform(-0.2, 0.2)
        upper = [(x - w, y - h), (x + w, y - h + lean)]
        lower = [(x + w - lean, y + h), (x - w - lean, y + h - lean)]
        c.polygon([*upper, *lower], mix(colour, p.low, 0.35))
    for _ in range(4):
        x, y = rng.uniform(0, 1), rng.uniform(0, 1)
        ends = [(x - 0.5, y - rng.uniform(-0.5, 0.5)), (x + 0.5, y + rng.uniform(-0.5, 0.5))]
        c.line(ends, 0.006, dark(p.far, 0.5))


BACKDROPS: dict[str, Callable[[Canvas, Palette, np.random.Generator], None]] = {
    "meadow": _meadow,
    "sea": _sea,
    "table": _table,
    "room": _room,
    "deep": _deep,
    "fields": _fields,
}
