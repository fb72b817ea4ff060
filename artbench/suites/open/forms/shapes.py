"""The forms of abstract pictures."""

from artbench.suites.open.canvas import Colour, dark, light
from artbench.suites.open.forms.frame import Frame


def circle(f: Frame, colour: Colour) -> None:
    """A disc with a ring of its own shade."""
    f.disc(0, 0.5, 0.5, dark(colour, 0.4))
    f.disc(0, 0.5, 0.46, colour)
    f.disc(-0.12, 0.62, 0.12, light(colour, 0.35))


def triangle(f: Frame, colour: Colour) -> None:
    """An upright triangle with a shaded side."""
    f.polygon([(-0.56, 0), (0, 1), (0.56, 0)], colour)
    f.polygon([(0.16, 0), (0, 1), (0.56, 0)], dark(colour, 0.3))


def square(f: Frame, colour: Colour) -> None:
    """A square with a shaded corner."""
    f.box(-0.5, 1, 0.5, 0, colour)
    f.polygon([(0.5, 1), (0.5, 0), (-0.5, 0)], dark(colour, 0.28))
    f.box(-0.36, 0.86, -0.1, 0.6, light(colour, 0.4))
