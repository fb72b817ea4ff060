"""Where strokes go and how they lie: along the picture's edges, and with a slow flow elsewhere.

Where they may go is drawn once for each of a few seeds (`LAYOUTS`) and kept, at no size of its own:
planning then is looking up the picture under each of them.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from PIL import Image, ImageFilter

from artbench.suites.open.techniques.canvas import (
    STUDY,
    Field,
    Picture,
    Shape,
    bytes_of,
    noise,
    scaled,
    soft,
    study_shape,
)
from artbench.suites.open.techniques.strokes import ANGLES, SIZES, Brush, Indices, Plan, Reals

_CRISP = ImageFilter.Kernel((3, 3), [-1, -1, -1, -1, 22, -1, -1, -1, -1])  # or thin things get lost
LAYOUTS = 32  # sets of stroke places per layer; memory against sameness


@dataclass(frozen=True, kw_only=True)
class Layer:
    """Strokes of one brush.

    Attributes:
        brush: Their stamp.
        spacing: Between centres, as a share of the short side.
        detail: Strength of edges from which strokes are laid; 0 lays them everywhere. Inside the
            accent all are laid.
        wobble: Deviation of their angle from the edge's, in radians.
        is_broad: Whether they take the mean colour around, not that of a fly under the centre.
    """

    brush: Brush
    spacing: float
    detail: float = 0.0
    wobble: float = 0.16
    is_broad: bool = False


class Study(NamedTuple):
    """The small copy of a picture on which strokes are planned, and its edges at half that size.

    Attributes:
        colours: uint8[h, w, 3], a little crisper than the picture's.
        broad: uint8[h/2, w/2, 3], the picture's.
        accent: float32[h, w].
        angle: float32[h/2, w/2], direction of the edges in radians, of the flow where none are.
        detail: float32[h/2, w/2], how strong the edges are, 0..1 or a little more.
    """

    colours: Picture
    broad: Picture
    accent: Field
    angle: Field
    detail: Field


class _Layout(NamedTuple):
    y: Reals
    x: Reals
    at: Indices  # in the flattened study
    at_half: Indices  # in the flattened edges
    size: Indices
    wobble: Field
    shift: Field
    lift: Field


def study(picture: Picture, accent: Field, seed: int, flow: float = 0.002) -> Study:
    """Return the study of a picture; edges weaker than `flow` give way to the flow."""
    shape = study_shape((picture.shape[0], picture.shape[1]))
    half = study_shape(shape, STUDY // 2)
    colours, mask = scaled(picture, shape), scaled_mask(accent, shape)
    broad = scaled(colours, half)
    marked = np.dstack([broad, scaled_mask(mask, half) * 160])
    colours = np.asarray(Image.fromarray(colours).filter(_CRISP))
    angle, detail = _edges(marked.astype(np.float32) * np.float32(1 / 255), seed, flow)
    return Study(colours, broad, mask, angle, detail)


def scaled_mask(accent: Field, shape: Shape) -> Field:
    """Return the mask as float32[*shape]."""
    if accent.shape == shape:
        return accent
    return scaled(bytes_of(accent * 255), shape) * np.float32(1 / 255)


def _edges(marked: Field, seed: int, flow: float) -> tuple[Field, Field]:
    """Return direction and strength of the edges, float32[h, w] each, from all channels at once."""
    down, right = np.zeros_like(marked), np.zeros_like(marked)
    down[1:-1] = marked[2:] - marked[:-2]
    right[:, 1:-1] = marked[:, 2:] - marked[:, :-2]
    products = ((down, down), (right, right), (down, right))
    dd, rr, dr = (soft(np.einsum("yxc,yxc->yx", a, b), 0.018) for a, b in products)
    wave = noise((marked.shape[0], marked.shape[1]), (3, 3), seed, 1)
    flat = rr - dd - np.float32(flow) * np.cos(wave)
    skew = 2 * dr - np.float32(flow) * np.sin(wave)
    angle = np.float32(0.5) * np.arctan2(skew, flat) + np.float32(np.pi / 2)
    return angle, np.sqrt(np.maximum(dd + rr, 0))


def plans(planned: Study, layers: tuple[Layer, ...], seed: int) -> tuple[Plan, ...]:
    """Return the strokes of each layer."""
    return tuple(_plan(planned, layer, (seed % LAYOUTS, k)) for k, layer in enumerate(layers))


def _plan(planned: Study, layer: Layer, key: tuple[int, int]) -> Plan:
    shape = (planned.accent.shape[0], planned.accent.shape[1])
    layout = _layout(shape, layer.spacing, key)
    inside = np.take(planned.accent, layout.at) > 0.5
    if layer.detail:
        detailed = np.take(planned.detail, layout.at_half) > layer.detail
        keep = np.flatnonzero(inside | detailed)
        layout, inside = _Layout._make(np.take(part, keep, axis=0) for part in layout), inside[keep]
    angle = np.take(planned.angle, layout.at_half) + layout.wobble * np.float32(layer.wobble)
    turned = np.rint(angle * np.float32(ANGLES / layer.brush.turn)).astype(np.int64)
    if layer.is_broad:
        colour = np.take(planned.broad.reshape(-1, 3), layout.at_half, axis=0)
    else:
        colour = np.take(planned.colours.reshape(-1, 3), layout.at, axis=0)
    return Plan(
        y=layout.y,
        x=layout.x,
        variant=turned % ANGLES * len(SIZES) + layout.size,
        plane=inside.astype(np.int64),
        colour=colour.astype(np.float32),
        shift=layout.shift,
        lift=layout.lift,
    )


@lru_cache(maxsize=512)
def _layout(shape: Shape, spacing: float, key: tuple[int, int]) -> _Layout:
    """Return an irregular grid in random order, with all that chance decides about its strokes."""
    rng = np.random.default_rng((*key, round(1 / spacing)))
    rows, columns = (max(1, round(side / min(shape) / spacing)) for side in shape)
    count = rows * columns
    row, column = divmod(rng.permutation(count), columns)
    y = (row + rng.uniform(-0.05, 1.05, count)) * spacing
    x = (column + rng.uniform(-0.05, 1.05, count)) * spacing
    half = study_shape(shape, STUDY // 2)
    return _Layout(
        y=y,
        x=x,
        at=_places(shape, y, x),
        at_half=_places(half, y, x),
        size=rng.integers(0, len(SIZES), count),
        wobble=rng.standard_normal(count, np.float32),
        shift=rng.standard_normal((count, 3), np.float32),
        lift=rng.standard_normal(count, np.float32),
    )


def _places(shape: Shape, y: Reals, x: Reals) -> Indices:
    """Return int64[S]: where the centres lie in a flattened picture of this shape."""
    short = min(shape)
    rows = np.clip((y * short).astype(np.int64), 0, shape[0] - 1)
    return rows * shape[1] + np.clip((x * short).astype(np.int64), 0, shape[1] - 1)
