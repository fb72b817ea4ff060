"""Ink wash: grey washes and brushed contours on warm paper; the main thing alone keeps a tint."""

import numpy as np

from artbench.suites.open.techniques.canvas import (
    Field,
    Picture,
    blurred,
    bytes_of,
    clipped,
    flowed,
    luma,
    noise,
    outline,
    soft,
    tonal_range,
    weave,
)

_PAPER = np.array([246, 240, 226], np.float32)
_INK = np.array([28, 29, 36], np.float32)


def ink_wash(picture: Picture, accent: Field, seed: int) -> Picture:
    """Return the picture in ink, uint8[H, W, 3]."""
    shape = (picture.shape[0], picture.shape[1])
    clouds = noise(shape, (4, 4), seed) + noise(shape, (11, 11), seed) * np.float32(0.6)
    tooth = weave(shape, seed)
    wet = flowed(picture, 1 - accent * np.float32(0.7), seed)
    lines = _contours(wet, accent, seed)
    washes = _washes(wet, clouds) * (1 - accent * np.float32(0.88))
    ink = np.maximum(washes * (1 - tooth * np.float32(0.055)), lines)
    tint = 1 - blurred(picture, 0.003) * np.float32(1 / 255)
    tint *= (accent * (np.float32(0.92) + clouds * np.float32(0.09)))[..., None]
    paper: Field = _PAPER * (1 - clipped(tint, 0, 1))
    painted: Field = paper + (_INK - paper) * clipped(ink, 0, 1)[..., None]
    return bytes_of(painted)


def _washes(picture: Picture, clouds: Field) -> Field:
    """Return the ink of a few transparent washes, float32[H, W] in 0..1."""
    light = luma(blurred(picture, 0.0055))
    dark, bright = tonal_range(light)
    share = (bright - light) * np.float32(1 / max(0.2, bright - dark))
    grey = (1 - light) * np.float32(0.5) + clipped(share, 0, 1) * np.float32(0.42)
    level = grey * 5 + clouds * np.float32(0.17)
    floor = np.floor(level)
    steps = (floor + clipped((level - floor) * 4 - np.float32(1.5), 0, 1)) * np.float32(0.2)
    wash = grey * np.float32(0.4) + steps * np.float32(0.6)
    rim = clipped(wash - soft(wash, 0.014), 0, 0.2) * np.float32(0.8)
    wash = wash * (1 + clouds * np.float32(0.1)) + rim
    return clipped(wash * np.float32(1.02) - np.float32(0.06), 0, 0.9)


def _contours(picture: Picture, accent: Field, seed: int) -> Field:
    """Return brushed lines along the edges, float32[H, W] in 0..1: thick, thin, broken."""
    shape = (picture.shape[0], picture.shape[1])
    pressure = noise(shape, (7, 7), seed, 10)
    hairs = noise(shape, (120, 40), seed, 11) * np.float32(0.22)
    fine, wide = luma(blurred(picture, 0.004)), luma(blurred(picture, 0.011))
    lines = (wide - fine) * (9 + 3 * pressure) - np.float32(0.62)
    lines = clipped(lines, 0, 1) * (1 - accent * np.float32(0.5))
    lines *= clipped(np.float32(1.35) - soft(lines, 0.05) * 5, 0, 1)  # a crowd would be a blot
    own = outline(accent, 0.0055) * 2 - np.float32(1.15) + pressure * np.float32(0.35)
    brushed = np.maximum(lines, clipped(own, 0, 1))
    return clipped(brushed * (np.float32(1.05) - clipped(hairs - 0.02 * pressure, 0, 0.6)), 0, 0.93)
