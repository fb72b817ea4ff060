"""What a still life is made of: a vase, an apple, a bottle and a jug."""

import math

from artbench.suites.open.canvas import Colour, Point, dark, light
from artbench.suites.open.forms.frame import Frame

_STALK: Colour = (96, 64, 44)
_VASE: tuple[Point, ...] = (
    (0.1, 0.0),
    (0.24, 0.12),
    (0.27, 0.28),
    (0.17, 0.43),
    (0.1, 0.5),
    (0.14, 0.58),
)
_JUG: tuple[Point, ...] = ((0.2, 0.0), (0.34, 0.2), (0.32, 0.48), (0.2, 0.7), (0.24, 0.92))
_BOTTLE: tuple[Point, ...] = ((0.17, 0.0), (0.17, 0.52), (0.065, 0.7), (0.065, 0.94))


def vase(f: Frame, colour: Colour) -> None:
    """A round vase in the colour, with a bunch of pale flowers."""
    for right, up in ((-0.26, 0.8), (-0.12, 0.92), (0.05, 0.84), (0.2, 0.93), (0.3, 0.76)):
        f.line([(0, 0.5), (right, up)], 0.022, (70, 112, 66))
        for k in range(5):
            dx, dy = math.cos(k * 1.257) * 0.055, math.sin(k * 1.257) * 0.055
            f.disc(right + dx, up - dy, 0.042, (250, 236, 226))
        f.disc(right, up, 0.035, (214, 170, 80))
    f.polygon([*_left(_VASE), *reversed(_VASE)], colour)
    f.polygon([*_VASE, (0.02, 0.5), (0.1, 0.3), (0.06, 0)], dark(colour, 0.28))
    f.ellipse(-0.13, 0.3, 0.035, 0.09, light(colour, 0.6))


def apple(f: Frame, colour: Colour) -> None:
    """An apple with stalk, leaf and a spot of light."""
    r = 0.42
    f.ellipse(0, 0.02, r * 1.05, 0.05, (60, 50, 52))
    for q in (-0.3, 0.3):
        f.ellipse(q * r, r * 0.98, r * 0.76, r * 0.98, colour)
    f.ellipse(r * 0.42, r * 0.8, r * 0.5, r * 0.74, dark(colour, 0.22))
    f.ellipse(r * 0.12, r * 0.95, r * 0.6, r * 0.85, colour)
    f.line([(0, r * 1.75), (r * 0.12, r * 2.3)], 0.05, _STALK)
    f.ellipse(r * 0.42, r * 2.1, r * 0.34, r * 0.15, (78, 138, 70))
    f.ellipse(-r * 0.42, r * 1.3, r * 0.17, r * 0.26, light(colour, 0.7))


def bottle(f: Frame, colour: Colour) -> None:
    """A tall bottle in the colour with a cork."""
    w = 0.17
    f.box(-0.05, 1, 0.05, 0.9, (170, 130, 90))
    f.polygon([*_left(_BOTTLE), *reversed(_BOTTLE)], colour)
    f.box(w * 0.4, 0.5, w, 0, dark(colour, 0.3))
    f.box(-w, 0.36, w, 0.14, light(colour, 0.75))
    f.line([(-w * 0.6, 0.5), (-w * 0.6, 0.4)], 0.03, light(colour, 0.6))


def jug(f: Frame, colour: Colour) -> None:
    """A wide jug with spout and handle."""
    f.line([(0.22, 0.78), (0.5, 0.7), (0.5, 0.36), (0.26, 0.24)], 0.08, dark(colour, 0.3))
    f.polygon([*_left(_JUG), (-0.4, 0.95), *reversed(_JUG)], colour)
    f.polygon([*_JUG, (0.1, 0.68), (0.16, 0.3), (0.06, 0)], dark(colour, 0.25))
    f.ellipse(-0.18, 0.38, 0.045, 0.14, light(colour, 0.55))


def _left(side: tuple[Point, ...]) -> list[Point]:
    """Return the left outline of a vessel from its right one."""
    return [(-right, up) for right, up in side]
