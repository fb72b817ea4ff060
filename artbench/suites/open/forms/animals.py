"""Animals: a horse, a bird, a cat and a fish."""

from artbench.suites.open.canvas import Colour, dark, light
from artbench.suites.open.forms.frame import Frame

_EYE: Colour = (24, 20, 26)


def horse(f: Frame, colour: Colour) -> None:
    """A standing horse, looking to the left."""
    shade = dark(colour, 0.3)
    for q in (-0.2, 0.3):
        f.line([(q, 0.42), (q + 0.02, 0)], 0.065, shade)
    f.line([(0.42, 0.6), (0.56, 0.22)], 0.07, shade)
    f.ellipse(0.08, 0.53, 0.4, 0.18, colour)
    f.polygon([(-0.3, 0.4), (-0.46, 0.86), (-0.3, 0.95), (-0.04, 0.62)], colour)
    f.polygon([(-0.3, 0.97), (-0.2, 0.9), (0, 0.64), (-0.12, 0.64)], shade)
    head = [(-0.44, 0.96), (-0.3, 0.92), (-0.36, 0.76), (-0.66, 0.66), (-0.7, 0.74)]
    f.polygon(head, colour)
    f.polygon([(-0.4, 0.93), (-0.36, 1.03), (-0.32, 0.93)], colour)
    f.disc(-0.46, 0.85, 0.022, _EYE)
    for q in (-0.26, 0.37):
        f.line([(q, 0.42), (q - 0.02, 0)], 0.07, colour)
    f.ellipse(0.02, 0.6, 0.2, 0.06, light(colour, 0.25))


def bird(f: Frame, colour: Colour) -> None:
    """A round songbird, looking to the right."""
    for q in (-0.05, 0.08):
        f.line([(q, 0.2), (q, 0)], 0.03, (120, 84, 50))
    tail = [(-0.3, 0.42), (-0.66, 0.22), (-0.6, 0.12), (-0.16, 0.26)]
    f.polygon(tail, dark(colour, 0.3))
    f.ellipse(0, 0.42, 0.36, 0.28, colour)
    f.disc(0.24, 0.74, 0.21, colour)
    f.polygon([(0.42, 0.8), (0.62, 0.7), (0.42, 0.66)], (240, 170, 50))
    f.disc(0.3, 0.79, 0.035, _EYE)
    f.ellipse(-0.08, 0.44, 0.2, 0.14, dark(colour, 0.25))
    f.ellipse(0.16, 0.34, 0.13, 0.13, light(colour, 0.5))


def cat(f: Frame, colour: Colour) -> None:
    """A sitting cat, seen from the front."""
    shade = dark(colour, 0.3)
    f.line([(0.2, 0.06), (0.48, 0.1), (0.5, 0.36)], 0.08, shade)
    f.ellipse(0, 0.26, 0.29, 0.27, colour)
    f.ellipse(0, 0.48, 0.2, 0.22, colour)
    for q in (-1, 1):
        f.polygon([(q * 0.24, 1.02), (q * 0.04, 0.86), (q * 0.24, 0.72)], colour)
        f.polygon([(q * 0.2, 0.95), (q * 0.1, 0.86), (q * 0.2, 0.78)], shade)
    f.disc(0, 0.73, 0.23, colour)
    for q in (-1, 1):
        f.ellipse(q * 0.09, 0.76, 0.04, 0.05, (236, 226, 120))
        f.ellipse(q * 0.09, 0.76, 0.015, 0.045, _EYE)
        f.ellipse(q * 0.11, 0.05, 0.09, 0.05, light(colour, 0.35))
    f.polygon([(-0.03, 0.67), (0.03, 0.67), (0, 0.63)], (220, 130, 130))
    f.ellipse(0, 0.36, 0.1, 0.14, light(colour, 0.4))


def fish(f: Frame, colour: Colour) -> None:
    """A fish swimming to the left."""
    f = f.raised(0.45)
    f.polygon([(0.4, 0), (0.74, 0.28), (0.66, 0), (0.74, -0.28)], dark(colour, 0.25))
    f.polygon([(-0.1, 0.28), (0.1, 0.48), (0.28, 0.2)], dark(colour, 0.25))
    f.ellipse(-0.04, 0, 0.54, 0.32, colour)
    for k in range(3):
        x, top = k * 0.18, 0.22 - 0.02 * k / f.height  # the bands grow shorter towards the tail
        f.line([(x - 0.12, top), (x - 0.06, 0), (x - 0.12, -0.2)], 0.03, dark(colour, 0.3))
    f.polygon([(-0.05, -0.06), (0.14, -0.22), (-0.1, -0.2)], light(colour, 0.3))
    f.disc(-0.37, 0.07, 0.075, (250, 250, 245))
    f.disc(-0.38, 0.07, 0.038, _EYE)
