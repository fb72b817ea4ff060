"""A canvas in unit coordinates: (0, 0) is the top left corner and (1, 1) the bottom right one."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

Colour = tuple[float, float, float]
Point = tuple[float, float]


def mix(a: Colour, b: Colour, t: float) -> Colour:
    """Return the colour that is `t` of the way from `a` to `b`."""
    return (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t)


def light(colour: Colour, t: float = 0.35) -> Colour:
    """Return the colour with `t` of a warm white in it."""
    return mix(colour, (255, 250, 240), t)


def dark(colour: Colour, t: float = 0.35) -> Colour:
    """Return the colour with `t` of a cool black in it."""
    return mix(colour, (22, 18, 34), t)


class Canvas:
    """Flat shapes on a square; while `marks` is set, they also go into the mask of the main thing.

    Args:
        size: Pixels per side; the same calls give the same picture at every size.
    """

    def __init__(self, size: int) -> None:
        self.size = size
        self.image = Image.new("RGB", (size, size))
        self.mask = Image.new("L", (size, size))
        self.marks = False
        self._draw = ImageDraw.Draw(self.image)
        self._mark = ImageDraw.Draw(self.mask)

    def polygon(self, points: Sequence[Point], colour: Colour) -> None:
        """Fill a polygon."""
        scaled = [(x * self.size, y * self.size) for x, y in points]
        self._draw.polygon(scaled, fill=_ink(colour))
        if self.marks:
            self._mark.polygon(scaled, fill=255)

    def ellipse(self, x: float, y: float, rx: float, ry: float, colour: Colour) -> None:
        """Fill the ellipse with its centre at (x, y)."""
        n = self.size
        box = [(x - rx) * n, (y - ry) * n, (x + rx) * n, (y + ry) * n]
        self._draw.ellipse(box, fill=_ink(colour))
        if self.marks:
            self._mark.ellipse(box, fill=255)

    def disc(self, x: float, y: float, r: float, colour: Colour) -> None:
        """Fill the circle with its centre at (x, y)."""
        self.ellipse(x, y, r, r, colour)

    def box(self, x0: float, y0: float, x1: float, y1: float, colour: Colour) -> None:
        """Fill the upright rectangle between two corners."""
        self.polygon([(x0, y0), (x1, y0), (x1, y1), (x0, y1)], colour)

    def line(self, points: Sequence[Point], width: float, colour: Colour) -> None:
        """Draw a line with round ends, at least one pixel wide."""
        scaled = [(x * self.size, y * self.size) for x, y in points]
        pixels = max(1, round(width * self.size))
        self._draw.line(scaled, fill=_ink(colour), width=pixels, joint="curve")
        if self.marks:
            self._mark.line(scaled, fill=255, width=pixels, joint="curve")
        if pixels > 2:
            for x, y in (points[0], points[-1]):
                self.disc(x, y, width / 2, colour)

    def paste(self, pixels: NDArray[np.uint8]) -> None:
        """Replace everything by uint8[N, N, 3]."""
        self.image.paste(Image.fromarray(pixels))

    def veil(self, alpha: NDArray[np.float32], colour: Colour) -> None:
        """Lay a transparent colour over the picture: float32[N, N] of 0..1."""
        mask = Image.fromarray((np.clip(alpha, 0, 1) * 255).astype(np.uint8))
        self.image.paste(_ink(colour), (0, 0, self.size, self.size), mask)


def _ink(colour: Colour) -> tuple[int, int, int]:
    red, green, blue = (min(255, max(0, round(v))) for v in colour)
    return red, green, blue
