"""Pointillism: separate dots of broken colour on a light ground, some of them in the complement."""

import numpy as np

from artbench.suites.open.techniques.canvas import (
    Field,
    Picture,
    bytes_of,
    doubled,
    shrunk,
    stretched,
    underneath,
    with_thin_things,
)
from artbench.suites.open.techniques.planning import Layer, plans, study
from artbench.suites.open.techniques.strokes import Brush, Plan, Reals, lay, stamps

_GROUND = np.array([240, 231, 212], np.float32)


def _dab(along: Reals, across: Reals, variant: int) -> Reals:
    """Return the height of a round dab with a slightly uneven rim."""
    rim = 0.94 + 0.06 * np.sin(3 * np.arctan2(across, along) + 2.4 * variant)
    return 1 - (np.hypot(along, across) / rim) ** 2


_LAYERS = (
    Layer(brush=Brush(length=0.0235, width=0.022, height=_dab), spacing=0.0185),
    Layer(brush=Brush(length=0.021, width=0.02, height=_dab), spacing=0.0205),
    Layer(brush=Brush(length=0.0145, width=0.0135, height=_dab), spacing=0.0125, detail=0.2),
)
_BRUSHES = tuple(layer.brush for layer in _LAYERS)


def pointillism(picture: Picture, accent: Field, seed: int) -> Picture:
    """Return the picture in dots, uint8[H, W, 3]."""
    own = (picture.shape[0], picture.shape[1])
    shape = doubled(own)
    laid_plans = plans(study(picture, accent, seed), _LAYERS, seed)
    laid = lay(laid_plans, stamps(_BRUSHES, shape), stretched(accent, shape))
    colours = bytes_of(np.concatenate([_colours(plan) for plan in laid_plans]))
    painted = np.take(colours, laid.stroke, axis=0)
    ground = underneath(picture, laid.bare, shape)
    painted.reshape(-1, 3)[laid.bare] = bytes_of((ground + _GROUND) * np.float32(0.5))
    return with_thin_things(shrunk(painted, own), picture)


def _colours(plan: Plan) -> Field:
    """Return float32[S, 3]: the colour under each dot, broken into brighter ones that mix to it."""
    grey: Field = plan.colour.mean(axis=1, keepdims=True)
    chroma = plan.colour - grey
    rare = np.where(plan.plane > 0, np.float32(1.8), np.float32(1.2))
    complement = (plan.shift.sum(axis=1) * np.float32(0.58) > rare)[:, None]
    strongest = np.abs(chroma).max(axis=1, keepdims=True)
    opposite = -chroma * np.minimum(np.float32(0.7), 30 / (strongest + 1))
    turned = np.where(complement, opposite, chroma * np.float32(1.2))
    strength = np.where(plan.plane > 0, np.float32(10), np.float32(13))[:, None]
    spread = strength * (np.float32(0.55) + grey * np.float32(0.45 / 255))
    broken = np.sign(plan.shift) * spread + plan.shift * 5
    colours: Field = grey + turned + broken + plan.lift[:, None] * 5
    return colours
