"""Watercolour: thin pigment on white paper, dark rims where washes dried, grain, soft bleeding."""

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
    relief,
    soft,
    weave,
)

_PAPER = np.array([250, 247, 239], np.float32)
# Optical density of each byte value; squeezed, for pigment on paper never gets quite black.
_DENSITY = (-np.log((np.arange(256) + 10) / 265) * 0.8).astype(np.float32)


def watercolour(picture: Picture, accent: Field, seed: int) -> Picture:
    """Return the picture in watercolour, uint8[H, W, 3]."""
    shape = (picture.shape[0], picture.shape[1])
    flowed = picture.reshape(-1, 3)[_flow(shape, accent, seed)]
    density = _DENSITY[blurred(flowed, 0.004)]
    amount = density.sum(axis=2) * np.float32(1 / 3)
    clouds = noise(shape, (5, 5), seed) + noise(shape, (12, 12), seed) * np.float32(0.6)
    tooth = weave(shape, seed)
    pigment = 1 + 0.13 * clouds + 0.09 * tooth * (1 - accent * np.float32(0.5))
    pigment += _rims(amount, clouds, accent)
    pigment *= _paper_left(shape, accent, seed)
    density *= np.maximum(pigment, 0)[..., None]
    painted = _PAPER * np.exp(-density)
    painted += (relief(tooth) * 1.2)[..., None]
    return bytes_of(painted)


def _flow(shape: Shape, accent: Field, seed: int) -> np.ndarray:
    """Return int64[H, W]: the pixel whose colour ran to each pixel; the accent runs less."""
    short = min(shape)
    reach = (1 - accent * np.float32(0.6)) * np.float32(short)
    moves = []
    for axis in (0, 1):
        move = noise(shape, (11, 11), seed, 2 + axis) * np.float32(0.0045)
        move = move + noise(shape, (45, 45), seed, 4 + axis) * np.float32(0.0025)
        steps = np.arange(shape[axis], dtype=np.float32)
        grid = steps[:, None] if axis == 0 else steps[None, :]
        moves.append(np.clip(grid + move * reach + 0.5, 0, shape[axis] - 1).astype(np.int64))
    return moves[0] * shape[1] + moves[1]


def _rims(amount: Field, clouds: Field, accent: Field) -> Field:
    """Return the pigment that gathered at the rims of washes, as a share of what lies there."""
    rim = np.clip(amount - soft(amount, 0.012), 0, 0.35) * np.float32(1.6)
    tide = amount * 4 + clouds * np.float32(0.5)
    tide = tide - np.floor(tide)
    return rim + np.clip(1 - tide * 7, 0, 1) * np.float32(0.14) * (1 - accent)


def _paper_left(shape: Shape, accent: Field, seed: int) -> Field:
    """Return how much of the paper is painted, 0..1: not the margin, not quite around the accent."""
    y = np.minimum(np.arange(shape[0]), np.arange(shape[0])[::-1]).astype(np.float32)
    x = np.minimum(np.arange(shape[1]), np.arange(shape[1])[::-1]).astype(np.float32)
    margin = np.minimum(y[:, None], x[None, :]) * np.float32(1 / min(shape))
    wobble = noise(shape, (9, 9), seed, 6) + noise(shape, (60, 60), seed, 6) * np.float32(0.5)
    painted = np.clip((margin - 0.02 - 0.007 * wobble) * 110, 0, 1)
    halo = np.clip(outline(accent) - accent, 0, 1)
    return painted * (1 - halo * np.float32(0.75))
