"""What fills the air around the main thing and carries the mood: rain, flames, mist, ..."""

import math
from collections.abc import Callable

import numpy as np

from artbench.suites.open.canvas import Canvas, Colour, dark, light
from artbench.suites.open.palettes import Palette

_BRIGHT: tuple[Colour, ...] = (
    (226, 60, 70),
    (250, 170, 40),
    (250, 226, 70),
    (80, 180, 90),
    (60, 120, 220),
    (170, 90, 190),
)


def air_behind(c: Canvas, kind: str, p: Palette, rng: np.random.Generator) -> None:
    """Draw what belongs behind the things; kinds without a far side draw nothing."""
    if kind in _BEHIND:
        _BEHIND[kind](c, p, rng)


def air_before(c: Canvas, kind: str, p: Palette, rng: np.random.Generator) -> None:
    """Draw what belongs before the things, sparing enough that they stay readable."""
    if kind in _BEFORE:
        _BEFORE[kind](c, p, rng)


def _rays(c: Canvas, p: Palette, rng: np.random.Generator) -> None:
    x0, turn = rng.uniform(0.3, 0.7), rng.uniform(0, 0.3)
    yy, xx = np.mgrid[0 : c.size, 0 : c.size].astype(np.float32) / c.size
    angle = np.arctan2(yy + 0.12, xx - x0)
    beams = (np.cos(angle * 18 + turn * 20) > 0.1) * np.clip(1.15 - yy * 1.1, 0, 1) * 0.62
    c.veil(beams.astype(np.float32), p.glow)
    glow = np.exp(-((xx - x0) ** 2 + (yy + 0.05) ** 2) / 0.05)
    c.veil(glow.astype(np.float32), p.glow)


def _lightning(c: Canvas, p: Palette, rng: np.random.Generator) -> None:
    for x in (rng.uniform(0.08, 0.3), rng.uniform(0.7, 0.92)):
        points = [(x, 0.0)]
        for k in range(1, 6):
            points.append((x + rng.uniform(-0.09, 0.09), k * 0.11))
        c.line(points, 0.02, (250, 246, 190))
        i = int(rng.integers(2, 4))
        px, py = points[i]
        c.line([(px, py), (px + 0.1, py + 0.08), (px + 0.09, py + 0.16)], 0.011, (250, 246, 190))


def _flames(c: Canvas, p: Palette, rng: np.random.Generator) -> None:
    for scale, colour in ((1.0, (214, 48, 16)), (0.72, (248, 132, 24)), (0.42, (255, 218, 90))):
        for k in range(13):
            x = (k + rng.uniform(0.2, 0.8)) / 13
            edge = 0.16 + 0.62 * abs(x - 0.5) ** 1.2
            h, w = scale * edge * rng.uniform(0.6, 1.15), 0.055 * (0.6 + 0.4 * scale)
            lean = rng.uniform(-0.03, 0.03)
            left, right = (x - w * 0.8, 1 - h * 0.4), (x + w * 0.7, 1 - h * 0.45)
            c.polygon([(x - w, 1), left, (x + lean, 1 - h), right, (x + w, 1)], colour)


def _balloons(c: Canvas, p: Palette, rng: np.random.Generator) -> None:
    for k in range(7):
        x = (k + rng.uniform(0.2, 0.8)) / 7
        y, r = rng.uniform(0.06, 0.3), rng.uniform(0.034, 0.048)
        colour = _BRIGHT[int(rng.integers(6))]
        c.line([(x, y), (x + 0.012, y + r * 2), (x - 0.006, y + r * 3.4)], 0.005, (90, 80, 90))
        c.ellipse(x, y, r, r * 1.25, colour)
        c.ellipse(x - r * 0.35, y - r * 0.5, r * 0.22, r * 0.3, light(colour, 0.7))


def _blossoms(c: Canvas, p: Palette, rng: np.random.Generator) -> None:
    for side in (0.0, 1.0):
        way = 1 if side == 0 else -1
        branch = [(side, 0.02), (side + way * 0.16, 0.08), (side + way * 0.34, 0.06)]
        c.line(branch, 0.014, (110, 80, 72))
        for _ in range(13):
            x, y = side + way * rng.uniform(0, 0.36), rng.uniform(0, 0.16)
            for a in range(5):
                dx, dy = math.cos(a * 1.257) * 0.017, math.sin(a * 1.257) * 0.017
                c.disc(x + dx, y + dy, 0.014, (250, 190, 206))
            c.disc(x, y, 0.009, (232, 120, 150))
    for _ in range(16):
        c.ellipse(rng.uniform(0, 1), rng.uniform(0.15, 1), 0.012, 0.007, (250, 196, 210))


def _confetti(c: Canvas, p: Palette, rng: np.random.Generator) -> None:
    for _ in range(110):
        x, y, a = rng.uniform(0, 1), rng.uniform(0, 1), rng.uniform(0, math.pi)
        dx, dy = math.cos(a) * 0.013, math.sin(a) * 0.013
        c.line([(x - dx, y - dy), (x + dx, y + dy)], 0.012, _BRIGHT[int(rng.integers(6))])


def _flies(c: Canvas, p: Palette, rng: np.random.Generator) -> None:
    for _ in range(6):
        x, h = rng.uniform(0, 1), rng.uniform(0.06, 0.2)
        c.line([(x, 0), (x, h)], 0.028, dark(p.low, 0.45))
        c.disc(x, h, 0.021, dark(p.low, 0.45))
    for _ in range(24):
        x, y = rng.uniform(0.03, 0.97), rng.uniform(0.12, 0.95)
        for q in (-1, 1):
            c.ellipse(x + q * 0.017, y - 0.01, 0.015, 0.008, (206, 206, 190))
        c.ellipse(x, y, 0.012, 0.017, (18, 18, 16))


def _rain(c: Canvas, p: Palette, rng: np.random.Generator) -> None:
    for _ in range(120):
        x, y, length = rng.uniform(-0.05, 1.05), rng.uniform(-0.1, 1), rng.uniform(0.07, 0.13)
        c.line([(x, y), (x - length * 0.28, y + length)], 0.007, light(p.low, 0.7))


def _mist(c: Canvas, p: Palette, rng: np.random.Generator) -> None:
    y = np.linspace(0, 1, c.size, dtype=np.float32)[:, None]
    x = np.linspace(0, 1, c.size, dtype=np.float32)[None, :]
    alpha = np.full((c.size, c.size), 0.22, dtype=np.float32)
    for k in range(4):
        height = 0.2 + 0.23 * k + rng.uniform(-0.04, 0.04)
        middle = height + 0.03 * np.sin(x * rng.uniform(4, 9) + rng.uniform(0, 6))
        alpha = np.maximum(
            alpha, (0.66 if k != 2 else 0.4) * np.exp(-(((y - middle) / 0.055) ** 2))
        )
    c.veil(alpha, p.glow)


_BEHIND: dict[str, Callable[[Canvas, Palette, np.random.Generator], None]] = {
    "rays": _rays,
    "lightning": _lightning,
    "flames": _flames,
    "balloons": _balloons,
    "blossoms": _blossoms,
}
_BEFORE: dict[str, Callable[[Canvas, Palette, np.random.Generator], None]] = {
    "confetti": _confetti,
    "flies": _flies,
    "rain": _rain,
    "mist": _mist,
}
AIRS = (*_BEHIND, *_BEFORE)
