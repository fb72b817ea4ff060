"""Cubism: planes slice the picture, each with its own light and a shifted view.

Finer planes slice the main thing; its own view is not shifted, so that its contour stays true.
"""

import math
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from artbench.suites.open.techniques.canvas import (
    VARIANTS,
    Field,
    Picture,
    Shape,
    bytes_of,
    clipped,
    coordinates,
    doubled,
    outline,
    scaled,
    shrunk,
    stretched,
    weave,
)

_TURNS = (0.35, 1.15, 1.85, 2.65)  # radians; a few directions hold the picture together

_SHIFT = 0.016  # of a view at most: more, and things seem to stand there twice
_GRAINS = ((22, 1.0), (60, 0.4))  # slices of the picture and of the main thing: number, size
_KEPT = 384  # pixels; up to this size planes are kept


class _Planes(NamedTuple):
    """One way to slice a picture.

    Attributes:
        cell: int64[H, W], the facet each pixel lies in.
        source: int64[H, W], the pixel seen there.
        shade: float32[H, W], light and dark, in byte steps.
        line: float32[H, W], how much of an edge is drawn, 0..1.
    """

    cell: NDArray[np.int64]
    source: NDArray[np.int64]
    shade: Field
    line: Field


def cubism(picture: Picture, accent: Field, seed: int) -> Picture:
    """Return the picture in facets, uint8[H, W, 3]."""
    own = (picture.shape[0], picture.shape[1])
    shape = doubled(own)
    mask = stretched(accent, shape)
    inside = mask > 0.5
    wide, fine = (_planes_for(shape, seed, grain) for grain in (0, 1))
    view = scaled(picture, shape).reshape(-1, 3)
    here = np.arange(view.shape[0]).reshape(shape)
    seen = np.take(view, np.where(inside, here, wide.source), axis=0)
    cell = np.where(inside, fine.cell + (wide.cell.max() + 1), wide.cell)
    painted = seen * np.float32(0.5)
    painted += np.take(_means(seen, cell) * np.float32(0.5), cell, axis=0)
    shade = np.where(inside, fine.shade, wide.shade + fine.shade * np.float32(0.35))
    shade += weave(shape, seed) * np.float32(1.6)
    painted += shade[..., None]
    line = np.where(inside, fine.line * np.float32(0.6), wide.line)
    dark = np.maximum(line * np.float32(0.55), clipped(outline(mask, 0.004) * 2 - 1, 0, 0.75))
    painted *= (1 - dark)[..., None]
    return shrunk(bytes_of(painted), own)


def _means(seen: Picture, cell: NDArray[np.int64]) -> Field:
    """Return float32[C, 3]: the mean colour of each facet."""
    flat = cell.ravel()
    counts = np.maximum(np.bincount(flat), 1)
    sums = [np.bincount(flat, weights=seen[..., c].ravel()) for c in range(3)]
    return (np.array(sums) / counts).T.astype(np.float32)


def _planes_for(shape: Shape, seed: int, grain: int) -> _Planes:
    make = _planes if max(shape) <= _KEPT else _planes.__wrapped__
    return make(shape, seed % VARIANTS, grain)


@lru_cache(maxsize=64)
def _planes(shape: Shape, variant: int, grain: int) -> _Planes:
    """Return slices for the whole picture (`grain` 0), or for the main thing (1)."""
    rng = np.random.default_rng((variant, grain, 16))
    count, size = _GRAINS[grain]
    cell = np.zeros(shape, np.int64)
    shade, line, down, right = np.zeros((4, *shape), np.float32)
    for k in range(count):
        light, edge, beyond = _slice(rng, shape, _TURNS[k % len(_TURNS)], size)
        shade += light if k % 2 else -light
        np.maximum(line, edge, out=line)
        cell += beyond * rng.integers(0, 1 << 40)  # the sum tells which slices a pixel lies beyond
        shift = rng.normal(0, 0.012, 2)
        down += beyond * np.float32(shift[0])
        right += beyond * np.float32(shift[1])
    _, cell = np.unique(cell, return_inverse=True)
    return _Planes(cell.reshape(shape), _source(down, right), shade, line)


def _slice(
    rng: np.random.Generator, shape: Shape, turn: float, size: float
) -> tuple[Field, Field, NDArray[np.bool_]]:
    """Return one slice's light, its edge and the side of it that is moved, [H, W] each."""
    y, x = coordinates(shape)
    y, x = y - rng.random() * shape[0] / min(shape), x - rng.random() * shape[1] / min(shape)
    turn = turn + rng.normal(0, 0.15)
    across: Field = y * math.cos(turn) + x * math.sin(turn)
    along: Field = np.abs(x * math.cos(turn) - y * math.sin(turn))
    length, deep = size * rng.uniform(0.25, 0.6), size * rng.uniform(0.1, 0.25)
    there = clipped((np.float32(length) - along) * np.float32(4 / size), 0, 1)
    near = clipped(1 - np.abs(across) * np.float32(1 / deep), 0, 1) * there
    light: Field = near * np.where(across > 0, np.float32(29), np.float32(-10))
    edge = clipped(np.float32(1.5) - np.abs(across) * 480, 0, 1) * clipped(there * 2, 0, 1)
    return light, edge, (across > 0) & (along < length) & (across < deep * 2)


def _source(down: Field, right: Field) -> NDArray[np.int64]:
    """Return int64[H, W]: the pixel whose view is moved to each pixel."""
    shape = (down.shape[0], down.shape[1])
    rows, columns = (
        clipped((steps + clipped(move, -_SHIFT, _SHIFT)) * min(shape), 0, side - 1)
        for steps, move, side in zip(coordinates(shape), (down, right), shape, strict=True)
    )
    source: NDArray[np.int64] = rows.astype(np.int64) * shape[1] + columns.astype(np.int64)
    return source
