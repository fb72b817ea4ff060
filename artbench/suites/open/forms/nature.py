"""Trees, mountains, flowers and what stands in the sky."""

import math

from artbench.suites.open.canvas import Colour, Point, dark, light
from artbench.suites.open.forms.frame import Frame

_BARK: Colour = (84, 56, 40)
_CROWN = (
    (0, 0.72, 0.24),
    (-0.2, 0.6, 0.2),
    (0.2, 0.6, 0.2),
    (-0.1, 0.84, 0.18),
    (0.12, 0.82, 0.17),
)
_HEAPS = ((-0.6, 0.0, 0.26), (-0.2, 0.14, 0.36), (0.25, 0.1, 0.32), (0.62, -0.02, 0.22))


def tree(f: Frame, colour: Colour) -> None:
    """A broad-leaved tree with its crown in the colour."""
    f.polygon([(-0.07, 0), (0.07, 0), (0.035, 0.5), (-0.035, 0.5)], _BARK)
    f.line([(0, 0.35), (0.16, 0.55)], 0.035, _BARK)
    for right, up, r in _CROWN:
        f.disc(right, up - 0.03, r, dark(colour, 0.4))
    for right, up, r in _CROWN:
        f.disc(right - 0.02, up, r * 0.92, colour)
    for right, up, r in _CROWN[1:4]:
        f.disc(right - 0.05, up + 0.05, r * 0.45, light(colour, 0.3))


def mountain(f: Frame, colour: Colour) -> None:
    """One steep mountain in the colour, with a snow cap and a shadow side."""
    w, peak = 0.72, (0.0, 1.0)
    f.polygon([(-w, 0), (-w * 0.45, 0.5), peak, (w * 0.5, 0.42), (w, 0)], colour)
    shadow = [peak, (w * 0.5, 0.42), (w, 0), (w * 0.1, 0), (w * 0.16, 0.45)]
    f.polygon(shadow, dark(colour, 0.4))
    snow = [(-w * 0.24, 0.72), peak, (w * 0.25, 0.71), (w * 0.1, 0.66), (0, 0.74)]
    f.polygon([*snow, (-w * 0.1, 0.65)], (250, 250, 252))


def flower(f: Frame, colour: Colour) -> None:
    """One large flower on a stalk."""
    f.line([(0, 0), (0.04, 0.6)], 0.06, (60, 110, 60))
    f.ellipse(0.14, 0.25, 0.14, 0.06, (70, 130, 70))
    head, r = f.raised(0.72), 0.15
    for k in range(6):
        right, up = _towards(k * math.pi / 3, r * 1.15)
        head.disc(right, up, r * 0.8, colour)
    head.disc(0, 0, r * 0.6, dark(colour, 0.55))


def sun(f: Frame, colour: Colour) -> None:
    """A sun with a crown of short rays; `colour` is the light of the scene."""
    f, r = f.raised(0.5), 0.34
    for k in range(12):
        angle = k * math.pi / 6
        f.line([_towards(angle, r * 1.2), _towards(angle, r * 1.55)], 0.05, colour)
    f.disc(0, 0, r, colour)


def moon(f: Frame, colour: Colour) -> None:
    """A crescent moon."""
    r = 0.45
    outer = [_towards(angle, r) for angle in _angles(0.9, 2 * math.pi - 0.9)]
    hollow = [_towards(angle, r * 0.78) for angle in _angles(2 * math.pi - 1.25, 1.25)]
    f.raised(0.5).polygon([*outer, *((right + r * 0.36, up) for right, up in hollow)], colour)


def cloud(f: Frame, colour: Colour) -> None:
    """A heaped cloud with a flat foot."""
    f = f.raised(0.2)
    for shade, lift in ((dark(colour, 0.18), 0.0), (colour, 0.06)):
        for right, up, r in _HEAPS:
            f.ellipse(right, up + lift, r * 1.15, r * 0.8, shade)


def _towards(angle: float, r: float) -> Point:
    """Return the point at a distance in a direction, counted clockwise from the right."""
    return math.cos(angle) * r, -math.sin(angle) * r


def _angles(start: float, stop: float, count: int = 24) -> list[float]:
    return [start + (stop - start) * k / (count - 1) for k in range(count)]
