"""From rows and points to a number with its 95 % interval: the percentile bootstrap over samples.

Everything here resamples whole samples, never single answers or references, and is repeatable:
the seed is part of the signature. With one sample there is nothing to resample: the interval is the
value itself, and its zero width says that the spread is unknown, not that it is small.

Source: Efron and Tibshirani, An Introduction to the Bootstrap (1993), chapter 13.
"""

import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from artbench import __version__
from artbench.errors import AlignmentError
from artbench.metrics.base import Metric, Pair, Rows

ALL = "all"  # the row of a whole suite: the mean of its task means
_BLOCK = 100  # draws at a time, so that memory stays small for many samples


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """A value, its 95 % interval, and what is needed to compute it again.

    Attributes:
        n: How many samples the value is over; failed and ungraded ones are not among them.
        signature: Every setting that changes the value or the interval.
    """

    value: float
    low: float
    high: float
    n: int
    signature: str


def measure(
    metric: Metric,
    pairs: Sequence[Pair],
    draws: int = 1000,
    seed: int = 0,
    tokenizer: str = "unstated",
) -> Score:
    """Score pairs and bootstrap the interval by resampling samples.

    Args:
        metric: What to compute; see `artbench.metrics.METRICS`.
        pairs: One per sample, tokenized.
        draws: Resampled corpora.
        seed: Fixes which.
        tokenizer: The key of `artbench.text.TOKENIZERS` the pairs were cut with, for the signature.

    Raises:
        ValueError: There are no pairs; nothing has no score, not the score zero.
    """
    if not pairs:
        raise ValueError(f"{metric.name}: no pairs to score")
    rows = metric.rows(pairs)
    sums = _resampled_sums(rows, draws, np.random.default_rng(seed))
    signature = f"{metric.signature()}|tok:{tokenizer}|{_how(draws, seed)}"
    return _score(metric.total(rows), metric.of_sums(sums, len(rows)), len(rows), signature)


def task_means(
    points: Mapping[str, Sequence[float]], draws: int = 2000, seed: int = 0
) -> dict[str, Score]:
    """Return every task's mean and, as `all`, the mean of these means, whatever the tasks' sizes.

    The interval of `all` resamples within tasks. Each task draws from its own stream, so that
    neither the order of the tasks nor a further task changes its interval.

    Args:
        points: The points of each task's samples.
        draws: Resampled suites.
        seed: Fixes which.

    Raises:
        ValueError: There are no tasks, a task has no points, or one is called `all`.
    """
    if ALL in points:
        raise ValueError(f"a task may not be called {ALL!r}: that is the row of the whole suite")
    means = {task: _resampled_means(task, values, draws, seed) for task, values in points.items()}
    scores = {
        task: _score(_mean(points[task]), drawn, len(points[task]), f"mean|{_how(draws, seed)}")
        for task, drawn in means.items()
    }
    return scores | {ALL: _balanced(points, means, f"mean:tasks|{_how(draws, seed)}")}


def paired_difference(
    a: Mapping[str, Sequence[float]],
    b: Mapping[str, Sequence[float]],
    draws: int = 2000,
    seed: int = 0,
) -> Score:
    """Return the mean over tasks of how much better `a` is than `b` on the same samples.

    Every draw takes the same samples for both, so what makes a sample hard for both cancels. If
    the interval excludes 0, the difference is significant at 5 %, two-sided.

    Args:
        a: The points of each task's samples.
        b: The same samples' points in the same order (join by id before).
        draws: Resampled suites.
        seed: Fixes which.

    Raises:
        AlignmentError: The tasks, or the lengths within one, are not the same.
        ValueError: There are no tasks, or a task has no points.
    """
    _check_same_samples(a, b)
    gaps = {task: np.subtract(a[task], b[task], dtype=np.float64).tolist() for task in a}
    means = {task: _resampled_means(task, values, draws, seed) for task, values in gaps.items()}
    return _balanced(gaps, means, f"difference:paired,mean:tasks|{_how(draws, seed)}")


def _check_same_samples(a: Mapping[str, Sequence[float]], b: Mapping[str, Sequence[float]]) -> None:
    if odd := sorted(a.keys() ^ b.keys()):
        raise AlignmentError(f"expected the same tasks on both sides; one has: {', '.join(odd)}")
    for task in a:
        if len(a[task]) != len(b[task]):
            found = f"{len(a[task])} and {len(b[task])}"
            raise AlignmentError(f"{task}: {found} points, expected the same samples on both sides")


def _balanced(
    points: Mapping[str, Sequence[float]], means: Mapping[str, NDArray[np.float64]], signature: str
) -> Score:
    if not points:
        raise ValueError("no tasks to average over")
    value = _mean([_mean(values) for values in points.values()])
    drawn = np.mean(list(means.values()), axis=0)
    return _score(value, drawn, sum(map(len, points.values())), signature)


def _resampled_means(
    task: str, points: Sequence[float], draws: int, seed: int
) -> NDArray[np.float64]:
    if not len(points):
        raise ValueError(f"{task}: no points to average over")
    rng = np.random.default_rng([seed, zlib.crc32(task.encode())])
    rows = np.array(points, dtype=np.float64)[:, np.newaxis]
    return np.asarray(_resampled_sums(rows, draws, rng)[:, 0] / len(points))


def _resampled_sums(rows: Rows, draws: int, rng: np.random.Generator) -> Rows:
    """Return float64[draws, K]: the summed rows of corpora drawn with replacement."""
    return np.concatenate([counts @ rows for counts in _counts(len(rows), draws, rng)])


def _counts(n: int, draws: int, rng: np.random.Generator) -> Iterator[NDArray[np.float64]]:
    """Yield float64[<= _BLOCK, N], how often each draw took each sample, until `draws` are done."""
    for start in range(0, draws, _BLOCK):
        block = min(_BLOCK, draws - start)
        taken = rng.integers(n, size=(block, n)) + n * np.arange(block)[:, np.newaxis]
        yield np.bincount(taken.ravel(), minlength=block * n).reshape(block, n).astype(np.float64)


def _score(value: float, drawn: NDArray[np.float64], n: int, signature: str) -> Score:
    low, high = np.quantile(drawn, [0.025, 0.975])
    return Score(value=value, low=float(low), high=float(high), n=n, signature=signature)


def _mean(points: Sequence[float]) -> float:
    return float(np.mean(points))


def _how(draws: int, seed: int) -> str:
    return f"boot:{draws}|seed:{seed}|artbench:{__version__}"
