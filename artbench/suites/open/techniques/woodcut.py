"""Woodcut: flat inks from a few blocks, a black key block of contours, hatching cut into the shadows."""

import numpy as np

from artbench.suites.open.techniques.canvas import (
    Field,
    Picture,
    Shape,
    blurred,
    bytes_of,
    luma,
    noise,
    outline,
    scaled,
    short_side,
    soft,
    study_shape,
    weave,
)
from artbench.suites.open.techniques.planning import scaled_mask

_PAPER = np.array([246, 238, 219], np.float32)
_KEY = np.array([26, 24, 30], np.float32)
_BLOCKS = 9


def woodcut(picture: Picture, accent: Field, seed: int) -> Picture:
    """Return the picture as a colour woodcut, uint8[H, W, 3]."""
    shape = (picture.shape[0], picture.shape[1])
    smooth = blurred(picture, 0.003)
    inks = _inks(smooth, accent)
    flat = inks[_nearest(smooth.astype(np.float32), inks)]
    grain = noise(shape, (26, 3), seed, 1) + noise(shape, (110, 9), seed, 1) * np.float32(0.6)
    printed = _PAPER + (flat - _PAPER) * (np.float32(0.93) + grain * np.float32(0.035))[..., None]
    key = np.maximum(_contours(smooth, accent), _hatching(smooth, accent, seed))
    key = key * np.clip(1.1 + weave(shape, seed) * np.float32(0.12), 0, 1)
    return bytes_of(printed + (_KEY - printed) * key[..., None])


def _inks(picture: Picture, accent: Field) -> Field:
    """Return float32[_BLOCKS, 3]: colours far apart in the picture, drawn to the middle of theirs."""
    small = study_shape((picture.shape[0], picture.shape[1]), 48)
    pixels = scaled(picture, small).reshape(-1, 3).astype(np.float32)
    chosen = [np.zeros(3, np.float32)]
    far = np.full(len(pixels), np.inf, np.float32)
    weight = 1 + scaled_mask(accent, small).ravel() * 2
    chosen = []
    nearest = pixels.mean(axis=0)
    for _ in range(_BLOCKS):
        far = np.minimum(far, ((pixels - nearest) ** 2).sum(axis=1)) if chosen else far
        nearest = pixels[(far * weight).argmax()] if chosen else pixels[len(pixels) // 2]
        chosen.append(nearest)
    inks = np.array(chosen)
    for _ in range(2):
        own = _nearest(pixels, inks)
        counts = np.maximum(np.bincount(own, minlength=_BLOCKS), 1)
        sums = [np.bincount(own, weights=pixels[:, c], minlength=_BLOCKS) for c in range(3)]
        inks = (np.array(sums).T / counts[:, None]).astype(np.float32)
    return inks


def _nearest(pixels: Field, inks: Field) -> np.ndarray:
    """Return int64[...]: the ink nearest to each pixel."""
    distances = np.stack([((pixels - ink) ** 2).sum(axis=-1) for ink in inks])
    return distances.argmin(axis=0)


def _contours(picture: Picture, accent: Field) -> Field:
    """Return the lines of the key block, float32[H, W] in 0..1."""
    values = picture.astype(np.float32)
    step = max(1, round(short_side(picture) * 0.004))
    change = np.zeros(picture.shape[:2], np.float32)
    change[step:-step] += np.abs(values[2 * step :] - values[: -2 * step]).max(axis=2)
    change[:, step:-step] += np.abs(values[:, 2 * step :] - values[:, : -2 * step]).max(axis=2)
    lines = np.clip(soft(change, 0.004) * np.float32(0.03) - 0.7, 0, 1)
    return np.maximum(lines, np.clip(outline(accent) * 2 - np.float32(0.7), 0, 1))


def _hatching(picture: Picture, accent: Field, seed: int) -> Field:
    """Return lines that swell with the shadow, float32[H, W] in 0..1; few inside the accent."""
    shape = (picture.shape[0], picture.shape[1])
    short = min(shape)
    y, x = np.arange(shape[0], dtype=np.float32), np.arange(shape[1], dtype=np.float32)
    sway = noise(shape, (4, 4), seed, 5) * np.float32(0.9)
    phase = (y[:, None] * 34 + x[None, :] * 9) * np.float32(1 / short) + sway
    wave = np.abs((phase - np.floor(phase)) * 2 - 1)
    shadow = np.clip(np.float32(0.62) - luma(blurred(picture, 0.006)), 0, 0.5)
    shadow = shadow * (1 - accent * np.float32(0.65))
    sharp = np.float32(short / 34 * 0.5)
    return np.clip((shadow * np.float32(1.5) - wave) * sharp + 0.5, 0, 1) * (shadow > 0.02)
