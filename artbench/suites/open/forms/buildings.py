"""Buildings, and the boats that sail past them."""

from artbench.suites.open.canvas import Colour, dark, light
from artbench.suites.open.forms.frame import Frame

_WOOD: Colour = (96, 64, 44)
_GLOW: Colour = (255, 226, 130)


def house(f: Frame, colour: Colour) -> None:
    """A house with its walls in the colour, a dark roof and lit windows."""
    w, eaves = 0.46, 0.56
    f.box(-w, eaves, w, 0, colour)
    f.box(w * 0.55, eaves, w, 0, dark(colour, 0.22))
    roof = [(-w * 1.2, eaves), (-w * 0.72, 1), (w * 0.72, 1), (w * 1.2, eaves)]
    f.polygon(roof, (72, 52, 56))
    f.box(w * 0.3, 1.08, w * 0.5, 0.9, (100, 70, 66))
    f.box(-w * 0.16, 0.34, w * 0.16, 0, _WOOD)
    for q in (-0.58, 0.58):
        f.box((q - 0.2) * w, 0.42, (q + 0.2) * w, 0.22, (60, 44, 44))
        f.box((q - 0.15) * w, 0.4, (q + 0.15) * w, 0.24, _GLOW)


def lighthouse(f: Frame, colour: Colour) -> None:
    """A lighthouse on a rock, banded in the colour and white."""
    f.polygon([(-0.34, 0), (-0.22, 0.1), (0.2, 0.12), (0.34, 0)], (88, 80, 82))
    for k in range(5):
        low, top = 0.1 + k * 0.13, 0.1 + (k + 1) * 0.13
        wide, narrow = 0.14 - 0.05 * low, 0.14 - 0.05 * top
        pale = k % 2 and colour[1] < 235
        band = [(-wide, low), (wide, low), (narrow, top), (-narrow, top)]
        f.polygon(band, light(colour, 0.8) if pale else colour)
    f.box(-0.13, 0.79, 0.13, 0.75, dark(colour, 0.5))
    f.box(-0.07, 0.89, 0.07, 0.79, _GLOW)
    f.polygon([(-0.11, 0.89), (0.11, 0.89), (0, 1)], colour)


def boat(f: Frame, colour: Colour) -> None:
    """A sailing boat; hull and sails in the colour, the small sail paler."""
    w, deck = 0.52, 0.2
    f.line([(0, deck), (0, 1)], 0.035, _WOOD)
    f.polygon([(0.03, 0.97), (0.03, 0.26), (w * 0.95, 0.28)], colour)
    f.polygon([(-0.03, 0.85), (-0.03, 0.26), (-w * 0.75, 0.28)], light(colour, 0.35))
    f.polygon([(-w, deck), (w, deck), (w * 0.72, 0), (-w * 0.74, 0)], dark(colour, 0.25))
    f.line([(-w, deck), (w, deck)], 0.03, light(colour, 0.5))
