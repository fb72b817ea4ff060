"""Watercolour: thin pigment on white paper, dark rims where washes dried, grain, soft bleeding."""

import numpy as np

from artbench.suites.open.techniques.canvas import (
    Field,
    Picture,
    Shape,
    blurred,
    bytes_of,
    clipped,
    coordinates,
    flowed,
    noise,
    outline,
    relief,
    soft,
    weave,
)

_PAPER = np.array([251, 248, 240], np.float32)
_RAW = -np.log((np.arange(256) + 10) / 265)
# Optical density of each byte value, bent down: pigment in water never gets black.
_DENSITY = (0.95 * _RAW / (1 + 0.27 * _RAW)).astype(np.float32)


def watercolour(picture: Picture, accent: Field, seed: int) -> Picture:
    """Return the picture in watercolour, uint8[H, W, 3]."""
    shape = (picture.shape[0], picture.shape[1])
    wet = flowed(picture, 1 - accent * np.float32(0.6), seed)
    density = _DENSITY[blurred(wet, 0.0035)]
    amount = density.sum(axis=2) * np.float32(1 / 3)
    density += (density - amount[..., None]) * np.float32(0.28)
    clouds = noise(shape, (5, 5), seed) + noise(shape, (12, 12), seed) * np.float32(0.6)
    tooth = weave(shape, seed)
    pigment = 1 + clouds * np.float32(0.13) + tooth * np.float32(0.085)
    pigment += _rims(amount, clouds, accent)
    pigment *= _painted(shape, accent, seed)
    density *= np.maximum(pigment, 0)[..., None]
    painted = np.exp(-np.maximum(density, 0)) * _PAPER
    painted += (relief(tooth) * np.float32(1.2))[..., None]
    return bytes_of(painted)


def _rims(amount: Field, clouds: Field, accent: Field) -> Field:
    """Return the pigment that gathered at the rims of washes, as a share of what lies there."""
    rim = clipped(amount - soft(amount, 0.012), 0, 0.35) * np.float32(1.9)
    rim += outline(accent, 0.006) * accent * np.float32(0.35)
    tide = amount * 5 + clouds * np.float32(0.55)
    tide = tide - np.floor(tide)
    return rim + clipped(1 - tide * 7, 0, 1) * np.float32(0.16) * (1 - accent)


def _painted(shape: Shape, accent: Field, seed: int) -> Field:
    """Return how much is painted, 0..1: not the margin, and not quite the rim of the accent."""
    y, x = coordinates(shape)
    bottom, right = (np.float32(side / min(shape)) for side in shape)
    margin = np.minimum(np.minimum(y, bottom - y), np.minimum(x, right - x))
    wobble = noise(shape, (9, 9), seed, 6) + noise(shape, (60, 60), seed, 6) * np.float32(0.5)
    inner = margin - wobble * np.float32(0.006)
    reserve = outline(accent, 0.0055) * (1 - accent)
    broken = clipped(0.55 + noise(shape, (14, 14), seed, 9) * np.float32(0.5), 0, 1)
    return clipped((inner - 0.02) * 110, 0, 1) * (1 - reserve * broken)
