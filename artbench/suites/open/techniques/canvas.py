"""What all techniques share: relative sizes, soft copies, noise that is the same at every size.

Lengths are shares of the picture's short side, so that a small picture looks like a large one
scaled down. Noise comes from a few fields per size (`VARIANTS`), kept for small pictures, because
drawing it anew would take longer than painting.
"""

from functools import lru_cache
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

Picture: TypeAlias = NDArray[np.uint8]  # uint8[H, W, 3]
Field: TypeAlias = NDArray[np.float32]  # float32[H, W], or float32[H, W, 3] for colours
Shape: TypeAlias = tuple[int, int]  # height, width

VARIANTS = 16  # noise fields per size; more would only cost memory
STUDY = 128  # short side of the copy on which strokes are planned, whatever the picture's size
SMALL = 256  # up to this size noise fields are kept


def short_side(picture: Picture | Field) -> int:
    """Return the unit of all lengths, in pixels."""
    return int(min(picture.shape[:2]))


def coordinates(shape: Shape) -> tuple[Field, Field]:
    """Return the places of pixel centres, float32[H, 1] and float32[1, W], as shares."""
    y, x = (
        (np.arange(side, dtype=np.float32) + 0.5) * np.float32(1 / min(shape)) for side in shape
    )
    return y[:, None], x[None, :]


def scaled(picture: Picture, shape: Shape) -> Picture:
    """Return the picture as uint8[*shape, 3]: every new pixel the mean of what it covers."""
    if picture.shape[:2] == shape:
        return picture
    image = Image.fromarray(picture)
    larger = shape[0] > picture.shape[0]
    kind = Image.Resampling.BICUBIC if larger else Image.Resampling.BOX
    return np.asarray(image.resize((shape[1], shape[0]), kind))


def doubled(shape: Shape) -> Shape:
    """Return the shape in which strokes are laid: twice that of small pictures, for smooth rims."""
    times = 2 if max(shape) <= SMALL else 1
    return shape[0] * times, shape[1] * times


def shrunk(picture: Picture, shape: Shape) -> Picture:
    """Return a picture of `doubled(shape)` at its own shape."""
    if picture.shape[:2] == shape:
        return picture
    return np.asarray(Image.fromarray(picture).reduce(2))


def underneath(picture: Picture, places: NDArray[np.int64], shape: Shape) -> Picture:
    """Return uint8[B, 3]: the picture at places of the flattened `shape`, once or twice its own."""
    times = shape[0] // picture.shape[0]
    rows, columns = places // shape[1] // times, places % shape[1] // times
    found: Picture = picture.reshape(-1, 3)[rows * picture.shape[1] + columns]
    return found


def stretched(field: Field, shape: Shape) -> Field:
    """Return the field as float32[*shape], interpolated smoothly."""
    if field.shape == shape:
        return field
    image = Image.fromarray(field)
    return np.asarray(image.resize((shape[1], shape[0]), Image.Resampling.BICUBIC))


def study_shape(shape: Shape, side: int = STUDY) -> Shape:
    """Return the shape with `side` pixels on the short side."""
    short = min(shape)
    return round(shape[0] * side / short), round(shape[1] * side / short)


def blurred(picture: Picture, radius: float) -> Picture:
    """Return a soft copy, uint8[H, W(, 3)]; `radius` is a share of the short side."""
    pixels = radius * short_side(picture)
    return np.asarray(Image.fromarray(picture).filter(ImageFilter.GaussianBlur(pixels)))


def soft(field: Field, radius: float) -> Field:
    """Return a soft copy of a field by way of a small one: cheap at any radius, crude below 2."""
    cells = max(2, round(0.5 / radius))
    if cells >= short_side(field):
        return field
    rows, columns = study_shape((field.shape[0], field.shape[1]), cells)
    image = Image.fromarray(field)
    small = image.resize((columns, rows), Image.Resampling.BILINEAR)
    return np.asarray(small.resize(image.size, Image.Resampling.BICUBIC))


def bytes_of(field: Field) -> Picture:
    """Return values of 0..255 as rounded bytes; what lies outside is cut."""
    return (np.clip(field, 0, 255) + np.float32(0.5)).astype(np.uint8)


def with_thin_things(painted: Picture, picture: Picture) -> Picture:
    """Return the painting with what no stroke is fine enough for, uint8[H, W, 3]: rain, flies."""
    shape = (picture.shape[0], picture.shape[1])
    coarse = scaled(scaled(picture, study_shape(shape, 64)), shape)
    lost = picture.astype(np.float32) - coarse
    lost -= clipped(lost, -14, 14)  # what is faint may go, and the texture stays clean
    return bytes_of(painted + lost)


def clipped(field: Field, low: float, high: float) -> Field:
    """Return the field with what lies outside low..high cut to the nearer bound."""
    cut: Field = np.clip(field, low, high)
    return cut


def luma(picture: Picture) -> Field:
    """Return the lightness of each pixel, float32[H, W] in 0..1."""
    grey = np.asarray(Image.fromarray(picture).convert("L"))
    return grey * np.float32(1 / 255)


def tonal_range(light: Field) -> tuple[float, float]:
    """Return the lightness below which a twentieth of the picture lies, and above which another."""
    counts = np.bincount(bytes_of(light * 255).ravel(), minlength=256)
    below = np.cumsum(counts) / light.size
    return float(np.searchsorted(below, 0.05)) / 255, float(np.searchsorted(below, 0.95)) / 255


def outline(accent: Field, radius: float = 0.008) -> Field:
    """Return how near the accent's outline is, float32[H, W]: 1 on it, 0 away from it."""
    wide = blurred(bytes_of(accent * 255), radius) * np.float32(1 / 255)
    return 4 * wide * (1 - wide)


def noise(shape: Shape, cells: tuple[float, float], seed: int, kind: int = 0) -> Field:
    """Return smooth noise, float32[*shape], of mean 0 and deviation about 1.

    Args:
        shape: Height and width in pixels.
        cells: Random values per short side, down and across: few give clouds, many give grain.
        seed: The picture's seed; two seeds with the same remainder get the same field.
        kind: Which of the fields of that seed, for techniques that need several.
    """
    make = _noise if max(shape) <= SMALL else _noise.__wrapped__
    return make(shape, cells, (seed % VARIANTS, kind))


@lru_cache(maxsize=1024)
def _noise(shape: Shape, cells: tuple[float, float], key: tuple[int, int]) -> Field:
    down, across = (
        max(2, round(c * side / min(shape))) for c, side in zip(cells, shape, strict=True)
    )
    values = np.random.default_rng((*key, down, across)).standard_normal((down, across))
    field = stretched(
        values.astype(np.float32) * np.float32(1.4), shape
    )  # smoothing takes 1.4 away
    field.flags.writeable = False
    return field


def relief(height: Field) -> Field:
    """Return the light on a relief lit from the upper left, float32[H, W]; 0 where it is flat."""
    step = max(1, round(short_side(height) / 256))
    light = np.zeros_like(height)
    light[step:, step:] = height[step:, step:] - height[:-step, :-step]
    return light


def weave(shape: Shape, seed: int) -> Field:
    """Return a paper's or a canvas's tooth, float32[*shape], deviation about 1."""
    return (noise(shape, (220, 220), seed, 7) + noise(shape, (90, 90), seed, 8)) * np.float32(0.7)


def flowed(picture: Picture, strength: Field, seed: int) -> Picture:
    """Return the picture as if its colours had run a little, uint8[H, W, 3].

    Args:
        picture: uint8[H, W, 3].
        strength: float32[H, W], 1 for a run of about half a hundredth of the short side.
        seed: Chooses the noise.
    """
    shape = (picture.shape[0], picture.shape[1])
    reach = strength * np.float32(min(shape))
    moved = []
    for axis, steps in enumerate(np.ogrid[: shape[0], : shape[1]]):
        move = noise(shape, (11, 11), seed, 2 + axis) * np.float32(0.0045)
        move = move + noise(shape, (45, 45), seed, 4 + axis) * np.float32(0.0025)
        place = steps.astype(np.float32) + move * reach + np.float32(0.5)
        moved.append(np.clip(place, 0, shape[axis] - 1).astype(np.int64))
    ran: Picture = picture.reshape(-1, 3)[moved[0] * shape[1] + moved[1]]
    return ran
