"""Cubism: planes that slice the picture and shift its view, shards along the forms of the main thing."""

from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from artbench.suites.open.techniques.canvas import (
    SMALL,
    VARIANTS,
    Field,
    Picture,
    Shape,
    blurred,
    bytes_of,
    doubled,
    outline,
    scaled,
    shrunk,
    stretched,
)
from artbench.suites.open.techniques.planning import Layer, plans, study
from artbench.suites.open.techniques.strokes import SIZES, Brush, Plan, Reals, lay, stamps

_TURN = 2 * float(np.pi)
_SLICES = 15


def _shard(along: Reals, across: Reals, variant: int) -> Reals:
    """Return the distance to the rim of a wedge with slanted ends, in shares of its half width."""
    cut = np.random.default_rng(variant).uniform(0.15, 1.0, 4)
    upper = cut[0] + (cut[1] - cut[0]) * (along + 1) / 2
    lower = cut[2] + (cut[3] - cut[2]) * (along + 1) / 2
    ends = (1 - np.abs(along + 0.5 * across * (cut[0] - cut[3]))) * 2.4
    return np.minimum(np.minimum(upper - across, lower + across), ends)


_LAYERS = (
    Layer(
        brush=Brush(length=0.2, width=0.085, height=_shard, turn=_TURN),
        spacing=0.075,
        detail=0.13,
        wobble=0.25,
    ),
    Layer(
        brush=Brush(length=0.1, width=0.05, height=_shard, turn=_TURN),
        spacing=0.034,
        detail=0.4,
        wobble=0.3,
    ),
)
_BRUSHES = tuple(layer.brush for layer in _LAYERS)


class _Planes(NamedTuple):
    source: NDArray[np.int64]  # int64[H, W], the pixel seen at each pixel
    shade: Field  # float32[H, W], light and dark of the planes, in byte steps
    lines: Field  # float32[H, W], 0..1, the edges of the planes


def cubism(picture: Picture, accent: Field, seed: int) -> Picture:
    """Return the picture in facets, uint8[H, W, 3]."""
    own = (picture.shape[0], picture.shape[1])
    shape = doubled(own)
    planes = _planes_for(shape, seed)
    inside = stretched(accent, shape)
    view = scaled(blurred(picture, 0.004), shape).reshape(-1, 3)
    painted = np.take(view, planes.source, axis=0).astype(np.float32)
    painted += planes.shade[..., None]
    laid_plans = plans(study(picture, accent, seed), _LAYERS, seed)
    stamped = stamps(_BRUSHES, shape)
    laid = lay(laid_plans, stamped, inside)
    facet = np.take(np.concatenate([_colours(plan) for plan in laid_plans]), laid.stroke, axis=0)
    widths = np.concatenate([_widths(p, layer) for p, layer in zip(laid_plans, _LAYERS, strict=True)])
    rim = np.take(stamped.height, laid.spot) * np.take(widths, laid.stroke)
    facet += (np.take(stamped.across, laid.spot) * 24)[..., None]
    line = np.clip(1.4 - rim * 500, 0, 1)
    line[laid.bare] = planes.lines[laid.bare]
    share = np.where(laid.bare, np.float32(0), np.float32(0.75))[..., None]
    painted += (facet - painted) * share
    dark = np.maximum(line * np.float32(0.5), np.clip(outline(inside) * 1.5 - 0.6, 0, 0.7))
    painted *= (1 - dark)[..., None]
    return shrunk(bytes_of(painted), own)


def _widths(plan: Plan, layer: Layer) -> Field:
    return (np.array(SIZES)[plan.variant % len(SIZES)] * layer.brush.width / 2).astype(np.float32)


def _colours(plan: Plan) -> Field:
    return plan.colour * np.float32(1.04) + plan.lift[:, None] * 9


def _planes_for(shape: Shape, seed: int) -> _Planes:
    make = _planes if max(shape) <= 2 * SMALL else _planes.__wrapped__
    return make(shape, seed % VARIANTS)


@lru_cache(maxsize=64)
def _planes(shape: Shape, variant: int) -> _Planes:
    rng = np.random.default_rng((variant, 16))
    short = min(shape)
    y = np.arange(shape[0], dtype=np.float32)[:, None] * np.float32(1 / short)
    x = np.arange(shape[1], dtype=np.float32)[None, :] * np.float32(1 / short)
    shade, lines = np.zeros(shape, np.float32), np.zeros(shape, np.float32)
    moved = [np.zeros(shape, np.float32) for _ in range(2)]
    for k in range(_SLICES):
        cy, cx = rng.uniform(0.02, 0.98, 2) * np.array(shape) / short
        turn = np.pi * (k % 4) / 4 + 0.4 + rng.normal(0, 0.2)
        other = turn + rng.uniform(0.8, 2.2)
        d = ((y - cy) * np.cos(turn) + (x - cx) * np.sin(turn)).astype(np.float32)
        e = ((y - cy) * np.cos(other) + (x - cx) * np.sin(other)).astype(np.float32)
        there = np.clip(e * 4 + 0.6, 0, 1)
        deep = rng.uniform(0.12, 0.35)
        up = np.clip(1 - np.abs(d) / np.float32(deep), 0, 1) * there
        sign = 1 if k % 2 else -1
        shade += np.where(d > 0, up * (sign * 26), up * (-sign * 13))
        lines = np.maximum(lines, np.clip(1.4 - np.abs(d) * 500, 0, 1) * np.clip(there * 1.5, 0, 1))
        shift = rng.normal(0, 0.014, 2)
        for axis in (0, 1):
            moved[axis] += np.where((d > 0) & (e > 0), np.float32(shift[axis]), np.float32(0))
    row = np.clip((y + moved[0]) * short, 0, shape[0] - 1).astype(np.int64)
    column = np.clip((x + moved[1]) * short, 0, shape[1] - 1).astype(np.int64)
    return _Planes(row * shape[1] + column, shade, lines)
