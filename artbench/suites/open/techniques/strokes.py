"""Thousands of strokes or dots laid over each other at once, the later ones on top.

A brush is stamped: for each of its angles and sizes the pixels it covers are listed once per
picture size, and laying a layer is an assignment of all its stamps in order. Strokes are planned in
relative coordinates, so the same picture at another size gets the same strokes.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from artbench.suites.open.techniques.canvas import Field, Shape

ANGLES = 24  # brush angles; over half a turn, or a full one where a brush has a front
SIZES = (0.82, 1.0, 1.18)  # of one brush, as shares of its length and width
VARIANTS = ANGLES * len(SIZES)  # of one brush
_AT_ONCE = 1 << 15  # stamp pixels
Reals: TypeAlias = NDArray[np.float64]
Indices: TypeAlias = NDArray[np.int64]


@dataclass(frozen=True, kw_only=True)
class Brush:
    """One kind of stamp.

    Attributes:
        length: Its full extent, as a share of the short side.
        width: Its extent across.
        height: Maps along, across (-1..1 each) and the variant to paint; below 0 there is none.
        turn: The range of its angles in radians; half a turn for what has no front.
    """

    length: float
    width: float
    height: Callable[[Reals, Reals, int], Reals]
    turn: float = float(np.pi)


class Stamps(NamedTuple):
    """Brushes at one picture size: variants (brush, angle, size) of up to K pixels each.

    Attributes:
        offsets: One int64[VARIANTS, K of this brush] per brush: the pixels, from the centre, in a
            picture of this size with a margin of `reach` around it.
        along: float32[V * 2**bits], place along the stroke, -1..1.
        across: float32[V * 2**bits], place across it, -1..1.
        height: float32[V * 2**bits], paint there.
        bits: 2**bits is K or more; `variant << bits | pixel` is a place in the flat tables.
        reach: Pixels from the centre to the farthest one.
    """

    offsets: tuple[Indices, ...]
    along: Field
    across: Field
    height: Field
    bits: int
    reach: int


class Plan(NamedTuple):
    """Strokes of one layer, in the order they are laid.

    Attributes:
        y: float64[S], centres as shares of the short side.
        x: float64[S].
        variant: int64[S], angle * len(SIZES) + size.
        plane: int64[S], 1 for strokes that belong to the accent, else 0.
        colour: float32[S, 3], of the picture under the centre.
        shift: float32[S, 3], a chance change of each channel, of deviation 1.
        lift: float32[S], a chance change of lightness, of deviation 1.
    """

    y: Reals
    x: Reals
    variant: Indices
    plane: Indices
    colour: Field
    shift: Field
    lift: Field


class Laid(NamedTuple):
    """What is seen of the strokes.

    Attributes:
        stroke: int32[H, W], the stroke on top, counted over all layers; 0 where bare.
        spot: int64[H, W], its place in the tables of `Stamps`.
        bare: int64[B], the places in the flattened picture where no stroke lies.
    """

    stroke: NDArray[np.int32]
    spot: Indices
    bare: Indices


@lru_cache(maxsize=32)
def stamps(brushes: tuple[Brush, ...], shape: Shape) -> Stamps:
    """Return the brushes as pixels of a picture of this height and width."""
    short = min(shape)
    listed = [[_stamp(brush, v, short) for v in range(VARIANTS)] for brush in brushes]
    longest = max(len(one[0]) for variants in listed for one in variants)
    bits = max(1, (longest - 1).bit_length())
    reach = int(max(np.abs(one[:2]).max() for variants in listed for one in variants))
    offsets, tables = [], []
    for variants in listed:
        most = max(len(one[0]) for one in variants)
        flat = [one[0] * (shape[1] + 2 * reach) + one[1] for one in variants]
        offsets.append(np.array([_filled(pixels, most) for pixels in flat], np.int64))
        tables += [[_filled(part, 1 << bits) for part in one[2:]] for one in variants]
    along, across, height = np.array(tables, np.float32).transpose(1, 0, 2).reshape(3, -1)
    return Stamps(tuple(offsets), along, across, height, bits, reach)


def _stamp(brush: Brush, variant: int, short: int) -> tuple[Reals, ...]:
    """Return rows, columns, along, across and height of a stamp's pixels, each float64[K]."""
    angle, size = divmod(variant, len(SIZES))
    turned = brush.turn * angle / ANGLES
    length, width = (extent * SIZES[size] * short / 2 for extent in (brush.length, brush.width))
    radius = int(np.ceil(np.hypot(length, width)))
    steps = np.arange(-radius, radius + 1, dtype=np.float64)
    y, x = (grid.ravel() for grid in np.meshgrid(steps, steps, indexing="ij"))
    along = (x * np.cos(turned) + y * np.sin(turned)) / length
    across = (y * np.cos(turned) - x * np.sin(turned)) / width
    height = brush.height(along, across, variant)
    inside = (np.abs(along) <= 1) & (np.abs(across) <= 1) & (height >= 0)
    inside |= (x == 0) & (y == 0)  # no stamp is empty, however small the picture
    return y[inside], x[inside], along[inside], across[inside], np.maximum(height[inside], 0)


def _filled(values: Reals, length: int) -> Reals:
    """Return float64[length]: repeats of the first pixel do nothing when they are laid."""
    return np.concatenate([values, np.full(length - len(values), values[0])])


def lay(plans: tuple[Plan, ...], stamped: Stamps, accent: Field) -> Laid:
    """Return what is seen after all strokes; accent strokes show inside the accent, others outside.

    Args:
        plans: One per brush of `stamped`, the lowest layer first.
        stamped: The brushes at this size.
        accent: float32[H, W]; above a half is inside.
    """
    reach, (height, width) = stamped.reach, accent.shape
    rows, columns = height + 2 * reach, width + 2 * reach
    top = np.full(2 * rows * columns, -1, np.int32)
    pixels = np.arange(1 << stamped.bits, dtype=np.int32)
    before = 0
    for plan, offsets in zip(plans, stamped.offsets, strict=True):
        y = np.clip((plan.y * min(height, width)).astype(np.int64), 0, height - 1) + reach
        x = np.clip((plan.x * min(height, width)).astype(np.int64), 0, width - 1) + reach
        centre = plan.plane * (rows * columns) + y * columns + x
        first = np.arange(before, before + len(centre), dtype=np.int32) << stamped.bits
        for part in _parts(len(centre), offsets.shape[1]):
            places = np.take(offsets, plan.variant[part], axis=0)
            places += centre[part, None]
            top[places] = first[part, None] + pixels[: places.shape[1]]  # the last of a place stays
        before += len(centre)
    planes = top.reshape(2, rows, columns)[:, reach : reach + height, reach : reach + width]
    return _seen(plans, stamped, planes, accent)


def _parts(strokes: int, pixels: int) -> Iterator[slice]:
    """Yield runs of strokes that fit the processor's cache together, which halves the time."""
    step = max(1, _AT_ONCE // pixels)
    for first in range(0, strokes, step):
        yield slice(first, first + step)


def _seen(
    plans: tuple[Plan, ...], stamped: Stamps, planes: NDArray[np.int32], accent: Field
) -> Laid:
    outside, inside = planes
    code = np.where((accent > 0.5) & (inside >= 0), inside, outside)
    bare = np.flatnonzero(code < 0)
    code.ravel()[bare] = 0
    stroke = code >> stamped.bits
    variants = [plan.variant + k * VARIANTS for k, plan in enumerate(plans)]
    rows = np.concatenate(variants) << stamped.bits
    spot = np.take(rows, stroke)
    spot += code & ((1 << stamped.bits) - 1)
    return Laid(stroke, spot, bare)
