"""Pointillism: separate dots of broken colour on a light ground, some of them in the complement."""

import numpy as np

from artbench.suites.open.techniques.canvas import (
    Field,
    Picture,
    blurred,
    bytes_of,
    doubled,
    scaled,
    shrunk,
    stretched,
)
from artbench.suites.open.techniques.planning import Layer, plans, study
from artbench.suites.open.techniques.strokes import Brush, Plan, Reals, lay, stamps

_GROUND = np.array([240, 231, 212], np.float32)


def _dab(along: Reals, across: Reals, variant: int) -> Reals:
    """Return the height of a round dab with a slightly uneven rim."""
    rim = 0.94 + 0.06 * np.sin(3 * np.arctan2(across, along) + 2.4 * variant)
    return 1 - (np.hypot(along, across) / rim) ** 2


_LAYERS = (
    Layer(brush=Brush(length=0.026, width=0.024, height=_dab), spacing=0.0185),
    Layer(brush=Brush(length=0.021, width=0.02, height=_dab), spacing=0.0195),
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
    ground = scaled(blurred(picture, 0.02), shape)[laid.bare]
    painted[laid.bare] = bytes_of(ground * np.float32(0.5) + _GROUND * np.float32(0.5))
    return shrunk(painted, own)


def _colours(plan: Plan) -> Field:
    """Return float32[S, 3]: the colour under each dot, broken into brighter ones that mix to it."""
    spread = np.where(plan.plane > 0, np.float32(17), np.float32(23))[:, None]
    broken = np.sign(plan.shift) * spread + plan.shift * 6
    return plan.colour + broken - broken.mean(axis=1, keepdims=True) * 0.5 + plan.lift[:, None] * 5
