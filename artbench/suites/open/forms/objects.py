"""Buildings, boats, household things and the forms of abstract pictures."""

import math

from artbench.suites.open.canvas import Canvas, Colour, dark, light

_WOOD: Colour = (96, 64, 44)
_GLOW: Colour = (255, 226, 130)


def house(c: Canvas, x: float, y: float, h: float, colour: Colour) -> None:
    """A house with its walls in the colour, a dark roof and lit windows."""
    w, eaves = h * 0.46, y - h * 0.56
    c.box(x - w, eaves, x + w, y, colour)
    c.box(x + w * 0.55, eaves, x + w, y, dark(colour, 0.22))
    c.polygon([(x - w * 1.2, eaves), (x - w * 0.72, y - h), (x + w * 0.72, y - h), (x + w * 1.2, eaves)], (72, 52, 56))
    c.box(x + w * 0.3, y - h * 1.08, x + w * 0.5, y - h * 0.9, (100, 70, 66))
    c.box(x - w * 0.16, y - h * 0.34, x + w * 0.16, y, _WOOD)
    for q in (-0.58, 0.58):
        c.box(x + (q - 0.2) * w, y - h * 0.42, x + (q + 0.2) * w, y - h * 0.22, (60, 44, 44))
        c.box(x + (q - 0.15) * w, y - h * 0.4, x + (q + 0.15) * w, y - h * 0.24, _GLOW)


def boat(c: Canvas, x: float, y: float, h: float, colour: Colour) -> None:
    """A sailing boat; hull and sails in the colour, the small sail paler."""
    w, deck = h * 0.52, y - h * 0.2
    c.line([(x, deck), (x, y - h)], h * 0.035, _WOOD)
    c.polygon([(x + h * 0.03, y - h * 0.97), (x + h * 0.03, y - h * 0.26), (x + w * 0.95, y - h * 0.28)], colour)
    c.polygon([(x - h * 0.03, y - h * 0.85), (x - h * 0.03, y - h * 0.26), (x - w * 0.75, y - h * 0.28)], light(colour, 0.35))
    c.polygon([(x - w, deck), (x + w, deck), (x + w * 0.72, y), (x - w * 0.74, y)], dark(colour, 0.25))
    c.line([(x - w, deck), (x + w, deck)], h * 0.03, light(colour, 0.5))


def lighthouse(c: Canvas, x: float, y: float, h: float, colour: Colour) -> None:
    """A lighthouse on a rock, banded in the colour and white."""
    c.polygon([(x - h * 0.34, y), (x - h * 0.22, y - h * 0.1), (x + h * 0.2, y - h * 0.12), (x + h * 0.34, y)], (88, 80, 82))
    for k in range(5):
        a, b = 0.1 + k * 0.13, 0.1 + (k + 1) * 0.13
        wa, wb = h * (0.14 - 0.05 * a), h * (0.14 - 0.05 * b)
        c.polygon([(x - wa, y - h * a), (x + wa, y - h * a), (x + wb, y - h * b), (x - wb, y - h * b)], light(colour, 0.8) if k % 2 and colour[1] < 235 else colour)
    c.box(x - h * 0.13, y - h * 0.79, x + h * 0.13, y - h * 0.75, dark(colour, 0.5))
    c.box(x - h * 0.07, y - h * 0.89, x + h * 0.07, y - h * 0.79, _GLOW)
    c.polygon([(x - h * 0.11, y - h * 0.89), (x + h * 0.11, y - h * 0.89), (x, y - h)], colour)


def vase(c: Canvas, x: float, y: float, h: float, colour: Colour) -> None:
    """A round vase in the colour, with a bunch of pale flowers."""
    for dx, dy in ((-0.26, 0.8), (-0.12, 0.92), (0.05, 0.84), (0.2, 0.93), (0.3, 0.76)):
        c.line([(x, y - h * 0.5), (x + dx * h, y - dy * h)], h * 0.022, (70, 112, 66))
        for a in range(5):
            c.disc(x + dx * h + math.cos(a * 1.257) * h * 0.055, y - dy * h + math.sin(a * 1.257) * h * 0.055, h * 0.042, (250, 236, 226))
        c.disc(x + dx * h, y - dy * h, h * 0.035, (214, 170, 80))
    side = [(0.1, 0.0), (0.24, 0.12), (0.27, 0.28), (0.17, 0.43), (0.1, 0.5), (0.14, 0.58)]
    c.polygon([*((x - a * h, y - b * h) for a, b in side), *((x + a * h, y - b * h) for a, b in reversed(side))], colour)
    c.polygon([(x + a * h, y - b * h) for a, b in side] + [(x + 0.02 * h, y - 0.5 * h), (x + 0.1 * h, y - 0.3 * h), (x + 0.06 * h, y)], dark(colour, 0.28))
    c.ellipse(x - h * 0.13, y - h * 0.3, h * 0.035, h * 0.09, light(colour, 0.6))


def apple(c: Canvas, x: float, y: float, h: float, colour: Colour) -> None:
    """An apple with stalk, leaf and a spot of light."""
    r = h * 0.42
    c.ellipse(x, y - h * 0.02, r * 1.05, h * 0.05, (60, 50, 52))
    for dx in (-0.3, 0.3):
        c.ellipse(x + dx * r, y - r * 0.98, r * 0.76, r * 0.98, colour)
    c.ellipse(x + r * 0.42, y - r * 0.8, r * 0.5, r * 0.74, dark(colour, 0.22))
    c.ellipse(x + r * 0.12, y - r * 0.95, r * 0.6, r * 0.85, colour)
    c.line([(x, y - r * 1.75), (x + r * 0.12, y - r * 2.3)], h * 0.05, _WOOD)
    c.ellipse(x + r * 0.42, y - r * 2.1, r * 0.34, r * 0.15, (78, 138, 70))
    c.ellipse(x - r * 0.42, y - r * 1.3, r * 0.17, r * 0.26, light(colour, 0.7))


def bottle(c: Canvas, x: float, y: float, h: float, colour: Colour) -> None:
    """A tall bottle in the colour with a cork."""
    w = h * 0.17
    c.box(x - h * 0.05, y - h, x + h * 0.05, y - h * 0.9, (170, 130, 90))
    c.polygon([(x - w, y), (x - w, y - h * 0.52), (x - h * 0.065, y - h * 0.7), (x - h * 0.065, y - h * 0.94), (x + h * 0.065, y - h * 0.94), (x + h * 0.065, y - h * 0.7), (x + w, y - h * 0.52), (x + w, y)], colour)
    c.box(x + w * 0.4, y - h * 0.5, x + w, y, dark(colour, 0.3))
    c.box(x - w, y - h * 0.36, x + w, y - h * 0.14, light(colour, 0.75))
    c.line([(x - w * 0.6, y - h * 0.5), (x - w * 0.6, y - h * 0.4)], h * 0.03, light(colour, 0.6))


def jug(c: Canvas, x: float, y: float, h: float, colour: Colour) -> None:
    """A wide jug with spout and handle."""
    c.line([(x + h * 0.22, y - h * 0.78), (x + h * 0.5, y - h * 0.7), (x + h * 0.5, y - h * 0.36), (x + h * 0.26, y - h * 0.24)], h * 0.08, dark(colour, 0.3))
    side = [(0.2, 0.0), (0.34, 0.2), (0.32, 0.48), (0.2, 0.7), (0.24, 0.92)]
    c.polygon([*((x - a * h, y - b * h) for a, b in side), (x - 0.4 * h, y - 0.95 * h), *((x + a * h, y - b * h) for a, b in reversed(side))], colour)
    c.polygon([(x + a * h, y - b * h) for a, b in side] + [(x + 0.1 * h, y - 0.68 * h), (x + 0.16 * h, y - 0.3 * h), (x + 0.06 * h, y)], dark(colour, 0.25))
    c.ellipse(x - h * 0.18, y - h * 0.38, h * 0.045, h * 0.14, light(colour, 0.55))


def candle(c: Canvas, x: float, y: float, h: float, colour: Colour) -> None:
    """A burning candle on a saucer."""
    c.ellipse(x, y - h * 0.04, h * 0.26, h * 0.07, dark(colour, 0.45))
    c.box(x - h * 0.1, y - h * 0.62, x + h * 0.1, y - h * 0.05, colour)
    c.box(x + h * 0.03, y - h * 0.62, x + h * 0.1, y - h * 0.05, dark(colour, 0.25))
    c.ellipse(x, y - h * 0.8, h * 0.09, h * 0.18, (255, 170, 50))
    c.ellipse(x, y - h * 0.76, h * 0.045, h * 0.1, (255, 245, 190))


def book(c: Canvas, x: float, y: float, h: float, colour: Colour) -> None:
    """A closed book, lying."""
    w, t = h * 0.62, h * 0.3
    c.polygon([(x - w, y - t), (x + w * 0.7, y - t), (x + w, y - t * 1.9), (x - w * 0.6, y - t * 1.9)], colour)
    c.polygon([(x + w * 0.7, y - t), (x + w, y - t * 1.9), (x + w, y - t * 0.9), (x + w * 0.7, y)], (236, 228, 208))
    c.box(x - w, y - t, x + w * 0.7, y, dark(colour, 0.35))
    c.box(x - w * 0.9, y - t * 0.8, x + w * 0.7, y - t * 0.2, (236, 228, 208))


def chair(c: Canvas, x: float, y: float, h: float, colour: Colour) -> None:
    """A wooden chair in the colour, seen from the side."""
    shade = dark(colour, 0.35)
    for q in (-0.24, 0.3):
        c.line([(x + q * h + h * 0.1, y - h * 0.44), (x + q * h + h * 0.1, y - h * 0.06)], h * 0.055, shade)
    c.polygon([(x - h * 0.34, y - h * 0.42), (x + h * 0.26, y - h * 0.42), (x + h * 0.4, y - h * 0.52), (x - h * 0.2, y - h * 0.52)], colour)
    c.box(x - h * 0.34, y - h * 0.42, x + h * 0.26, y - h * 0.36, shade)
    for q in (-0.31, 0.23):
        c.line([(x + q * h, y - h * 0.4), (x + q * h, y)], h * 0.065, colour)
    for q in (-0.31, -0.2):
        c.line([(x + q * h, y - h * 0.45), (x + q * h, y - h)], h * 0.055, colour)
    for q in (0.94, 0.8, 0.66):
        c.line([(x - h * 0.31, y - q * h + h * 0.03), (x - h * 0.18, y - q * h)], h * 0.07, colour)


def lamp(c: Canvas, x: float, y: float, h: float, colour: Colour) -> None:
    """A standing lamp with its shade in the colour."""
    c.ellipse(x, y - h * 0.02, h * 0.17, h * 0.035, (70, 58, 56))
    c.line([(x, y - h * 0.04), (x, y - h * 0.65)], h * 0.035, (70, 58, 56))
    c.ellipse(x, y - h * 0.6, h * 0.26, h * 0.06, (255, 240, 190))
    c.polygon([(x - h * 0.32, y - h * 0.6), (x + h * 0.32, y - h * 0.6), (x + h * 0.18, y - h), (x - h * 0.18, y - h)], colour)
    c.polygon([(x + h * 0.12, y - h * 0.6), (x + h * 0.32, y - h * 0.6), (x + h * 0.18, y - h), (x + h * 0.07, y - h)], dark(colour, 0.2))


def window(c: Canvas, x: float, y: float, h: float, colour: Colour) -> None:
    """A window with four panes in the light of the scene."""
    w = h * 0.4
    c.box(x - w, y - h, x + w, y, (88, 68, 58))
    for i in (0, 1):
        for j in (0, 1):
            c.box(x - w * 0.86 + i * w * 0.92, y - h * 0.93 + j * h * 0.46, x - w * 0.06 + i * w * 0.92, y - h * 0.53 + j * h * 0.46, colour)


def circle(c: Canvas, x: float, y: float, h: float, colour: Colour) -> None:
    """A disc with a ring of its own shade."""
    c.disc(x, y - h / 2, h / 2, dark(colour, 0.4))
    c.disc(x, y - h / 2, h * 0.46, colour)
    c.disc(x - h * 0.12, y - h * 0.62, h * 0.12, light(colour, 0.35))


def triangle(c: Canvas, x: float, y: float, h: float, colour: Colour) -> None:
    """An upright triangle with a shaded side."""
    c.polygon([(x - h * 0.56, y), (x, y - h), (x + h * 0.56, y)], colour)
    c.polygon([(x + h * 0.16, y), (x, y - h), (x + h * 0.56, y)], dark(colour, 0.3))


def square(c: Canvas, x: float, y: float, h: float, colour: Colour) -> None:
    """A square with a shaded corner."""
    c.box(x - h / 2, y - h, x + h / 2, y, colour)
    c.polygon([(x + h / 2, y - h), (x + h / 2, y), (x - h / 2, y)], dark(colour, 0.28))
    c.box(x - h * 0.36, y - h * 0.86, x - h * 0.1, y - h * 0.6, light(colour, 0.4))
