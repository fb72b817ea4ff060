"""Impasto: thick directional oil strokes, lit from the upper left, crisp around the main thing."""

import numpy as np

from artbench.suites.open.techniques.canvas import (
    Field,
    Picture,
    bytes_of,
    doubled,
    relief,
    shrunk,
    stretched,
    underneath,
    weave,
    with_thin_things,
)
from artbench.suites.open.techniques.planning import Layer, plans, study
from artbench.suites.open.techniques.strokes import Brush, Plan, Reals, lay, stamps


def _bristles(along: Reals, across: Reals, variant: int) -> Reals:
    """Return the height of a loaded stroke: ridges at its sides, hairs between, ragged ends."""
    hairs = np.random.default_rng(variant).random(9)
    lane = np.clip(((across + 1) * 4.5).astype(int), 0, 8)
    ragged = 1 - 0.3 * hairs[lane] - 0.3 * across**2
    body = 0.55 + 0.3 * hairs[lane] + 0.25 * across**4 + 0.25 * np.clip(along, 0, 1) ** 2
    return np.where(np.abs(along) < ragged, body, -1.0)


_LAYERS = (
    Layer(brush=Brush(length=0.115, width=0.036, height=_bristles), spacing=0.037, is_broad=True),
    Layer(brush=Brush(length=0.052, width=0.017, height=_bristles), spacing=0.0145, detail=0.09),
    Layer(brush=Brush(length=0.03, width=0.0095, height=_bristles), spacing=0.009, detail=0.22),
)
_BRUSHES = tuple(layer.brush for layer in _LAYERS)


def impasto(picture: Picture, accent: Field, seed: int) -> Picture:
    """Return the picture in thick oil, uint8[H, W, 3]."""
    own = (picture.shape[0], picture.shape[1])
    shape = doubled(own)
    laid_plans = plans(study(picture, accent, seed), _LAYERS, seed)
    stamped = stamps(_BRUSHES, shape)
    laid = lay(laid_plans, stamped, stretched(accent, shape))
    painted = np.take(np.concatenate([_colours(plan) for plan in laid_plans]), laid.stroke, axis=0)
    painted.reshape(-1, 3)[laid.bare] = underneath(picture, laid.bare, shape)
    height = np.take(stamped.height, laid.spot)
    thickness = np.concatenate([plan.lift for plan in laid_plans]) * np.float32(0.16)
    height += np.take(thickness, laid.stroke)
    light = relief(height) * 34 + weave(shape, seed) * np.float32(1.5)
    painted += light[..., None]
    return with_thin_things(shrunk(bytes_of(painted), own), picture)


def _colours(plan: Plan) -> Field:
    """Return float32[S, 3]: the colour under each stroke, richer, and never twice the same."""
    grey: Field = plan.colour.mean(axis=1, keepdims=True)
    rich = grey + (plan.colour - grey) * np.float32(1.15)
    return rich + plan.shift * 6 + plan.lift[:, None] * 9
