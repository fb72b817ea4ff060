"""Woodcut: flat inks, a black key block of contours, hatching that swells with the shadows."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from artbench.suites.open.techniques.canvas import (
    Field,
    Picture,
    blurred,
    bytes_of,
    clipped,
    coordinates,
    doubled,
    luma,
    noise,
    outline,
    scaled,
    short_side,
    shrunk,
    soft,
    stretched,
    tonal_range,
    weave,
)

_PAPER = np.array([246, 238, 219], np.float32)
_KEY = np.array([24, 22, 30], np.float32)
_TONES = 4.0  # steps of lightness between the picture's darkest and lightest
_LINES = 34.0  # hatching lines per short side


def woodcut(picture: Picture, accent: Field, seed: int) -> Picture:
    """Return the picture as a colour woodcut, uint8[H, W, 3]."""
    shape = (picture.shape[0], picture.shape[1])
    smooth = blurred(picture, 0.0035)
    light = luma(smooth)
    span = tonal_range(light)
    grain = noise(shape, (30, 3), seed, 1) + noise(shape, (120, 8), seed, 1) * np.float32(0.7)
    cover = np.float32(0.93) + grain * np.float32(0.032)
    printed = _PAPER + (_flat(smooth, span) - _PAPER) * cover[..., None]
    bright = clipped((light - soft(light, 0.015)) * 5 - np.float32(0.25), 0, 1)
    # Lines run on the darker side of an edge, or rain and lightning would turn black.
    contours = _contours(smooth, accent) * (1 - bright * (1 - accent))
    key = np.maximum(contours, _hatching(light, accent, span, seed))
    key = key * clipped(np.float32(1.12) + weave(shape, seed) * np.float32(0.12), 0, 1)
    return bytes_of(printed + (_KEY - printed) * key[..., None])


def _flat(picture: Picture, span: tuple[float, float]) -> Picture:
    """Return the picture in a few steps of lightness, uint8[H, W, 3]; hues pass, as in bokashi."""
    dark, bright = span
    step = max(24.0, (bright - dark) * 255 / _TONES)
    place = (np.arange(256) - dark * 255) / step
    floor = np.floor(place)
    stairs = (floor + np.clip((place - floor - 0.5) * 6 + 0.5, 0, 1)) * step + dark * 255
    tones = bytes_of((stairs * 0.94 + 10).astype(np.float32))
    tints = bytes_of(((np.arange(256) - 128) * 1.12 + 128).astype(np.float32))
    table = [int(value) for value in np.concatenate([tones, tints, tints])]
    return np.asarray(Image.fromarray(picture).convert("YCbCr").point(table).convert("RGB"))


def _contours(picture: Picture, accent: Field) -> Field:
    """Return the lines of the key block, float32[H, W] in 0..1."""
    own = (picture.shape[0], picture.shape[1])
    shape = doubled(own)
    change = np.zeros(shape, np.uint8)
    for band in Image.fromarray(scaled(picture, shape)).split():
        np.maximum(change, _jumps(np.asarray(band)), out=change)
    lines = clipped(change * np.float32(1 / 14) - np.float32(1.9), 0, 1)
    lines *= clipped(np.float32(1.5) - soft(lines, 0.05) * np.float32(2.6), 0, 1)
    mask = stretched(accent, shape)
    lines = np.maximum(lines, clipped(outline(mask, 0.004) * 3 - np.float32(1.2), 0, 1))
    return shrunk(bytes_of(lines * 255), own) * np.float32(1 / 255)


def _jumps(band: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Return how much one channel changes across each pixel, uint8[H, W]."""
    step = max(1, round(short_side(band) / 256))
    jumps = np.zeros_like(band)
    upper, lower = band[: -2 * step], band[2 * step :]
    jumps[step:-step] = np.maximum(upper, lower) - np.minimum(upper, lower)
    left, right = band[:, : -2 * step], band[:, 2 * step :]
    sideways = np.maximum(left, right) - np.minimum(left, right)
    np.maximum(jumps[:, step:-step], sideways, out=jumps[:, step:-step])
    return jumps


def _hatching(light: Field, accent: Field, span: tuple[float, float], seed: int) -> Field:
    """Return lines that swell with the shadow, float32[H, W] in 0..1; thin inside the accent."""
    shape = (light.shape[0], light.shape[1])
    short, (dark, bright) = min(shape), span
    tone = soft(light, 0.012)
    relative = (tone - dark) * np.float32(1 / max(0.25, bright - dark))
    shadow = np.float32(0.47) - (relative * np.float32(0.5) + tone * np.float32(0.5))
    shadow = clipped(shadow, 0, 0.4) * (1 - accent * np.float32(0.75))
    y, x = coordinates(shape)
    phase = y * np.float32(_LINES) + x * 8
    phase = phase + noise(shape, (4, 4), seed, 5) * np.float32(0.8) - soft(light, 0.08) * 5
    wave = np.abs((phase - np.floor(phase)) * 2 - 1)
    away = wave * np.float32(short / _LINES / 2)  # pixels to the middle of the line
    half = shadow * np.float32(1.6 * short / _LINES / 2)
    covered = np.minimum(half, away + np.float32(0.5)) - np.maximum(-half, away - np.float32(0.5))
    return clipped(covered, 0, 1)
