"""What a caption metric is: rows that belong to samples, a value that belongs to a corpus."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from artbench.text import Tokenizer

Rows = NDArray[np.float64]  # float64[N, K]: N samples, K sufficient statistics


@dataclass(frozen=True, slots=True)
class Pair:
    """One caption and the references it is compared with, all of them as tokens.

    Raises:
        ValueError: There is nothing to compare with; an empty reference would be `((),)`.
    """

    sample_id: str
    caption: tuple[str, ...]
    references: tuple[tuple[str, ...], ...]

    def __post_init__(self) -> None:
        if not self.references:
            raise ValueError(f"sample {self.sample_id}: no references to compare with")


class Metric(ABC):
    """A number about captions, computed in two steps so that it can be resampled.

    `rows` does the slow work once per sample. A corpus value depends on nothing but the sum of its
    rows and their number, so a thousand resampled corpora are one matrix product of how often each
    sample was drawn with the rows (`artbench.stats.measure`).
    """

    name: ClassVar[str]
    bounds: ClassVar[tuple[float, float]]
    higher_is_better: ClassVar[bool] = True

    @abstractmethod
    def rows(self, pairs: Sequence[Pair]) -> Rows:
        """Return float64[N, K], one row per pair, in the order of the pairs."""

    def of_sums(self, sums: Rows, count: int) -> NDArray[np.float64]:
        """Return float64[...], the corpus values whose rows sum to float64[..., K].

        Args:
            sums: Summed rows of one corpus or of many.
            count: How many samples each sum is over; the default returns their mean.
        """
        return np.asarray(sums[..., 0] / count)

    def total(self, rows: Rows) -> float:
        """Return the corpus value of float64[N, K] rows, N > 0."""
        return float(self.of_sums(rows.sum(axis=0), len(rows)))

    @abstractmethod
    def signature(self) -> str:
        """Return every setting that changes the value, as `name|key:value|...`."""


def make_pairs(
    tokenize: Tokenizer,
    ids: Sequence[str],
    captions: Sequence[str],
    references: Sequence[Sequence[str]],
) -> list[Pair]:
    """Return one pair per id, captions and references tokenized in two passes.

    Raises:
        ValueError: The three differ in length, or a sample has no references.
    """
    flat = iter(tokenize([text for texts in references for text in texts]))
    compared = [tuple(next(flat) for _ in texts) for texts in references]
    told = tokenize(captions)
    return [Pair(i, c, r) for i, c, r in zip(ids, told, compared, strict=True)]
