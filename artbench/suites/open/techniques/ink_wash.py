"""Ink wash: grey washes and brushed contours on warm paper; the main thing alone keeps a tint."""

import numpy as np

from artbench.suites.open.techniques.canvas import (
    Field,
    Picture,
    blurred,
    bytes_of,
    luma,
    noise,
    outline,
    soft,
    weave,
)

_PAPER = np.array([245, 239, 224], np.float32)
_INK = np.array([30, 31, 38], np.float32)


def ink_wash(picture: Picture, accent: Field, seed: int) -> Picture:
    """Return the picture in ink, uint8[H, W, 3]."""
    shape = (picture.shape[0], picture.shape[1])
    clouds = noise(shape, (4, 4), seed) + noise(shape, (11, 11), seed) * np.float32(0.6)
    tooth = weave(shape, seed)
    ink = _washes(picture, clouds, tooth)
    lines = _contours(picture, accent, seed)
    tint = accent * (1 - lines)
    ink = ink * (1 - accent * np.float32(0.85))
    ink = np.maximum(ink, lines) * (1 - np.float32(0.06) * tooth)
    ink = np.clip(ink, 0, 1)[..., None]
    colour = blurred(picture, 0.003).astype(np.float32) * np.float32(1 / 255)
    pale = 1 - (1 - colour) * ((1 + 0.12 * clouds) * tint)[..., None] * np.float32(0.95)
    paper = _PAPER * pale
    return bytes_of(paper + (_INK - paper) * ink)


def _washes(picture: Picture, clouds: Field, tooth: Field) -> Field:
    """Return the ink of a few transparent washes, float32[H, W] in 0..1."""
    grey = 1 - luma(blurred(picture, 0.007))
    level = grey * 4 + clouds * np.float32(0.35)
    floor = np.floor(level)
    step = np.clip((level - floor) * 3.0 - 1, 0, 1)
    wash = (floor + step) * np.float32(0.25)
    wash = grey * np.float32(0.45) + wash * np.float32(0.55)
    return np.clip(wash * np.float32(1.02) - 0.1 + 0.05 * clouds * wash, 0, 0.9)


def _contours(picture: Picture, accent: Field, seed: int) -> Field:
    """Return brushed lines along the edges, float32[H, W] in 0..1: thick, thin, broken."""
    shape = (picture.shape[0], picture.shape[1])
    fine, wide = luma(blurred(picture, 0.0035)), luma(blurred(picture, 0.012))
    pressure = noise(shape, (7, 7), seed, 2) * np.float32(0.35) + 1
    dry = noise(shape, (70, 70), seed, 3) * np.float32(0.16)
    lines = (wide - fine) * 9 * pressure - np.float32(0.35) + dry
    own = outline(accent) * (np.float32(0.55) + 0.35 * pressure) - np.float32(0.3) + dry
    return np.clip(np.maximum(lines, own), 0, 0.92)
