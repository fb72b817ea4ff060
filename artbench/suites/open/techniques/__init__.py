"""The six techniques in which a composed scene is painted: from flat colours to a picture.

A technique says how a picture is painted and nothing about what it shows: all but the ink wash keep
its colours, all keep the colour and the outline of the main thing, the *accent*. The same picture,
accent and seed give the same pixels, with the same versions of numpy and Pillow.
"""

from collections.abc import Callable
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from artbench.errors import UnknownError, UsageError
from artbench.suites.open.techniques.canvas import Field, Picture
from artbench.suites.open.techniques.cubism import cubism
from artbench.suites.open.techniques.impasto import impasto
from artbench.suites.open.techniques.ink_wash import ink_wash
from artbench.suites.open.techniques.pointillism import pointillism
from artbench.suites.open.techniques.watercolour import watercolour
from artbench.suites.open.techniques.woodcut import woodcut

Technique: TypeAlias = Callable[[Picture, Field, int], Picture]  # picture, accent, seed

TECHNIQUES: dict[str, Technique] = {
    "impasto": impasto,
    "pointillism": pointillism,
    "watercolour": watercolour,
    "ink wash": ink_wash,
    "woodcut": woodcut,
    "cubism": cubism,
}
SMALLEST = 64  # pixels; below it no technique can be told from another


def paint(
    technique: str, image: NDArray[np.uint8], accent: NDArray[np.float32] | None, seed: int
) -> NDArray[np.uint8]:
    """Return the image painted in a technique, uint8[H, W, 3].

    Args:
        technique: A key of `TECHNIQUES`.
        image: uint8[H, W, 3], from 64 pixels a side; sizes of strokes follow the shorter side.
        accent: float32[H, W] in 0..1, where the main thing is; None where there is none.
        seed: Of all that is left to chance.

    Raises:
        UnknownError: No technique has this name.
        UsageError: The image or the accent has another shape or type, or is too small.
    """
    if technique not in TECHNIQUES:
        raise UnknownError(
            f"technique: found {technique!r}, expected one of {', '.join(TECHNIQUES)}"
        )
    if image.ndim != 3 or image.shape[2] != 3 or image.dtype != np.uint8:
        raise UsageError(f"image: found {image.dtype}{list(image.shape)}, expected uint8[H, W, 3]")
    if min(image.shape[:2]) < SMALLEST:
        raise UsageError(
            f"image: found {list(image.shape)}, expected {SMALLEST} pixels a side or more"
        )
    mask = np.zeros(image.shape[:2], np.float32) if accent is None else accent
    if mask.shape != image.shape[:2]:
        found, expected = list(mask.shape), list(image.shape[:2])
        raise UsageError(f"accent: found {found}, expected the shape of the image, {expected}")
    flat = np.ascontiguousarray(image)
    return TECHNIQUES[technique](flat, np.ascontiguousarray(mask, dtype=np.float32), seed)
