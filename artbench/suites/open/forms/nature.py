"""Trees, mountains, flowers and what stands in the sky."""

import math

from artbench.suites.open.canvas import Canvas, Colour, dark, light

_BARK: Colour = (84, 56, 40)
_CROWN = ((0, -0.72, 0.24), (-0.2, -0.6, 0.2), (0.2, -0.6, 0.2), (-0.1, -0.84, 0.18), (0.12, -0.82, 0.17))


def tree(c: Canvas, x: float, y: float, h: float, colour: Colour) -> None:
    """A broad-leaved tree with its crown in the colour."""
    c.polygon([(x - h * 0.07, y), (x + h * 0.07, y), (x + h * 0.035, y - h * 0.5), (x - h * 0.035, y - h * 0.5)], _BARK)
    c.line([(x, y - h * 0.35), (x + h * 0.16, y - h * 0.55)], h * 0.035, _BARK)
    for dx, dy, r in _CROWN:
        c.disc(x + dx * h, y + dy * h + h * 0.03, r * h, dark(colour, 0.4))
    for dx, dy, r in _CROWN:
        c.disc(x + dx * h - h * 0.02, y + dy * h, r * h * 0.92, colour)
    for dx, dy, r in _CROWN[1:4]:
        c.disc(x + dx * h - h * 0.05, y + dy * h - h * 0.05, r * h * 0.45, light(colour, 0.3))


def mountain(c: Canvas, x: float, y: float, h: float, colour: Colour) -> None:
    """One steep mountain in the colour, with a snow cap and a shadow side."""
    w = h * 0.72
    peak = (x, y - h)
    c.polygon([(x - w, y), (x - w * 0.45, y - h * 0.5), peak, (x + w * 0.5, y - h * 0.42), (x + w, y)], colour)
    c.polygon([peak, (x + w * 0.5, y - h * 0.42), (x + w, y), (x + w * 0.1, y), (x + w * 0.16, y - h * 0.45)], dark(colour, 0.4))
    snow = [(x - w * 0.24, y - h * 0.72), peak, (x + w * 0.25, y - h * 0.71), (x + w * 0.1, y - h * 0.66)]
    c.polygon([*snow, (x, y - h * 0.74), (x - w * 0.1, y - h * 0.65)], (250, 250, 252))


def flower(c: Canvas, x: float, y: float, h: float, colour: Colour) -> None:
    """One large flower on a stalk."""
    c.line([(x, y), (x + h * 0.04, y - h * 0.6)], h * 0.06, (60, 110, 60))
    c.ellipse(x + h * 0.14, y - h * 0.25, h * 0.14, h * 0.06, (70, 130, 70))
    top, r = y - h * 0.72, h * 0.15
    for k in range(6):
        a = k * math.pi / 3
        c.disc(x + math.cos(a) * r * 1.15, top + math.sin(a) * r * 1.15, r * 0.8, colour)
    c.disc(x, top, r * 0.6, dark(colour, 0.55))


def sun(c: Canvas, x: float, y: float, h: float, colour: Colour) -> None:
    """A sun with a crown of short rays; `colour` is the light of the scene."""
    y, r = y - h / 2, h * 0.34
    for k in range(12):
        a = k * math.pi / 6
        c.line([(x + math.cos(a) * r * 1.2, y + math.sin(a) * r * 1.2), (x + math.cos(a) * r * 1.55, y + math.sin(a) * r * 1.55)], h * 0.05, colour)
    c.disc(x, y, r, colour)


def moon(c: Canvas, x: float, y: float, h: float, colour: Colour) -> None:
    """A crescent moon."""
    y, r = y - h / 2, h * 0.45
    outer = [(math.cos(a) * r, math.sin(a) * r) for a in _angles(0.9, 2 * math.pi - 0.9)]
    inner = [(math.cos(a) * r * 0.78 + r * 0.36, math.sin(a) * r * 0.78) for a in _angles(2 * math.pi - 1.25, 1.25)]
    c.polygon([(x + dx, y + dy) for dx, dy in (*outer, *inner)], colour)


def cloud(c: Canvas, x: float, y: float, h: float, colour: Colour) -> None:
    """A heaped cloud with a flat foot."""
    y -= h * 0.2
    for shade, lift in ((dark(colour, 0.18), 0.0), (colour, h * 0.06)):
        for dx, dy, r in ((-0.6, 0.0, 0.26), (-0.2, -0.14, 0.36), (0.25, -0.1, 0.32), (0.62, 0.02, 0.22)):
            c.ellipse(x + dx * h, y + dy * h - lift, r * h * 1.15, r * h * 0.8, shade)


def _angles(start: float, stop: float, count: int = 24) -> list[float]:
    return [start + (stop - start) * k / (count - 1) for k in range(count)]
