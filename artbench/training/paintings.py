"""Painting the training pictures: small, many, and from seeds that no open edition uses."""

from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from artbench.suites.open.facts import Facts
from artbench.suites.open.picture import picture
from artbench.suites.open.scene import Wish, invent
from artbench.training.plain import invent_plain

_CHUNK = 250
# How often each genre is painted: about evenly by main thing, people more often for their postures.
_PLAIN = {
    "landscape": 3,
    "seascape": 2,
    "still life": 4,
    "interior": 2,
    "animal": 4,
    "figure": 4,
    "group": 2,
    "abstract": 3,
}
_ART = _PLAIN | {"figure": 8, "group": 5}


@dataclass(frozen=True, slots=True, kw_only=True)
class Paintings:
    """Pictures and what is true of them.

    Attributes:
        pixels: uint8[N, 3, size, size].
        facts: N facts, in the same order.
    """

    pixels: NDArray[np.uint8]
    facts: tuple[Facts, ...]


def paintings(
    kind: str, count: int, seed: int, sizes: tuple[int, int], workers: int = 2
) -> Paintings:
    """Return new pictures; the same arguments give the same ones whatever the number of workers.

    Args:
        kind: `plain` or `art`.
        count: How many.
        seed: Open editions use seeds below 1,000,000; training starts there.
        sizes: Pixels per side in painting and of the result.
        workers: Processes.
    """
    if seed < 1_000_000:
        raise ValueError(f"seed {seed} belongs to the open editions; use 1000000 or more to train")
    starts = range(0, count, _CHUNK)
    jobs = [(kind, seed + start, min(_CHUNK, count - start), sizes) for start in starts]
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        done = list(pool.map(_paint, jobs))
    pixels = np.concatenate([pixels for pixels, _ in done])
    return Paintings(pixels=pixels, facts=tuple(facts for _, part in done for facts in part))


def _paint(job: tuple[str, int, int, tuple[int, int]]) -> tuple[NDArray[np.uint8], list[Facts]]:
    kind, seed, count, (large, small) = job
    pixels, known = np.empty((count, 3, small, small), np.uint8), []
    for k in range(count):
        rng = np.random.default_rng(seed + k)
        facts = _invent(kind, rng)
        image = Image.fromarray(picture(facts, seed + k, large))
        if large != small:
            image = image.resize((small, small), Image.Resampling.BICUBIC)
        pixels[k] = np.asarray(image).transpose(2, 0, 1)
        known.append(facts)
    return pixels, known


def _invent(kind: str, rng: np.random.Generator) -> Facts:
    weights = _PLAIN if kind == "plain" else _ART
    genre = _drawn(rng, tuple(weights), tuple(weights.values()))
    return invent_plain(rng, genre) if kind == "plain" else invent(rng, Wish(genre=genre))


def _drawn(rng: np.random.Generator, items: Sequence[str], weights: Sequence[int]) -> str:
    return items[int(rng.choice(len(items), p=np.asarray(weights) / sum(weights)))]
