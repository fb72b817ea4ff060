"""What stands in a room: furniture, lights and a window."""

from artbench.suites.open.canvas import Colour, dark
from artbench.suites.open.forms.frame import Frame

_PAPER: Colour = (236, 228, 208)
_IRON: Colour = (70, 58, 56)


def candle(f: Frame, colour: Colour) -> None:
    """A burning candle on a saucer."""
    f.ellipse(0, 0.04, 0.26, 0.07, dark(colour, 0.45))
    f.box(-0.1, 0.62, 0.1, 0.05, colour)
    f.box(0.03, 0.62, 0.1, 0.05, dark(colour, 0.25))
    f.ellipse(0, 0.8, 0.09, 0.18, (255, 170, 50))
    f.ellipse(0, 0.76, 0.045, 0.1, (255, 245, 190))


def book(f: Frame, colour: Colour) -> None:
    """A closed book, lying."""
    w, t = 0.62, 0.3
    f.polygon([(-w, t), (w * 0.7, t), (w, t * 1.9), (-w * 0.6, t * 1.9)], colour)
    f.polygon([(w * 0.7, t), (w, t * 1.9), (w, t * 0.9), (w * 0.7, 0)], _PAPER)
    f.box(-w, t, w * 0.7, 0, dark(colour, 0.35))
    f.box(-w * 0.9, t * 0.8, w * 0.7, t * 0.2, _PAPER)


def chair(f: Frame, colour: Colour) -> None:
    """A wooden chair in the colour, seen from the side."""
    shade = dark(colour, 0.35)
    for q in (-0.24, 0.3):
        f.line([(q + 0.1, 0.44), (q + 0.1, 0.06)], 0.055, shade)
    f.polygon([(-0.34, 0.42), (0.26, 0.42), (0.4, 0.52), (-0.2, 0.52)], colour)
    f.box(-0.34, 0.42, 0.26, 0.36, shade)
    for q in (-0.31, 0.23):
        f.line([(q, 0.4), (q, 0)], 0.065, colour)
    for q in (-0.31, -0.2):
        f.line([(q, 0.45), (q, 1)], 0.055, colour)
    for q in (0.94, 0.8, 0.66):
        f.line([(-0.31, q - 0.03), (-0.18, q)], 0.07, colour)


def lamp(f: Frame, colour: Colour) -> None:
    """A standing lamp with its shade in the colour."""
    f.ellipse(0, 0.02, 0.17, 0.035, _IRON)
    f.line([(0, 0.04), (0, 0.65)], 0.035, _IRON)
    f.ellipse(0, 0.6, 0.26, 0.06, (255, 240, 190))
    f.polygon([(-0.32, 0.6), (0.32, 0.6), (0.18, 1), (-0.18, 1)], colour)
    f.polygon([(0.12, 0.6), (0.32, 0.6), (0.18, 1), (0.07, 1)], dark(colour, 0.2))


def window(f: Frame, colour: Colour) -> None:
    """A window with four panes in the light of the scene."""
    w = 0.4
    f.box(-w, 1, w, 0, (88, 68, 58))
    for i in (0, 1):
        left = (0.92 * i - 0.86) * w
        for top in (0.93, 0.47):
            f.box(left, top, left + 0.8 * w, top - 0.4, colour)
