"""BLEU (Papineni et al., 2002) as COCO captioning computes it.

Source: https://aclanthology.org/P02-1040; the clipping, the closest reference length and the two
tiny constants follow pycocoevalcap 1.2, and `tests/metrics/test_bleu.py` holds us to its numbers.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from artbench.metrics.base import Metric, Pair, Rows

_SMALL, _TINY = 1e-9, 1e-15  # keep 0/0 and log 0 away, as the reference does


class Bleu(Metric):
    """Share of a caption's n-grams, n = 1..order, that its references contain.

    Between 0 and 1, higher is better. Without a common n-gram of the longest order the value is
    tiny but not 0, as in the reference.

    Args:
        order: The longest n-gram; 4 gives BLEU-4.

    Raises:
        ValueError: `order` is below 1.
    """

    name: ClassVar[str] = "bleu"
    bounds: ClassVar[tuple[float, float]] = (0.0, 1.0)

    def __init__(self, order: int = 4) -> None:
        if order < 1:
            raise ValueError(f"order must be at least 1, got {order}")
        self.order = order

    def rows(self, pairs: Sequence[Pair]) -> Rows:
        """Return float64[N, 2*order + 2]: matches, n-grams, caption length, reference length."""
        table = np.array([self._row(pair) for pair in pairs], dtype=np.float64)
        return table.reshape(len(pairs), 2 * self.order + 2)

    def of_sums(self, sums: Rows, count: int) -> NDArray[np.float64]:
        """Return corpus BLEU: counts are summed before they are divided, so this is no mean."""
        matches, ngrams = sums[..., : self.order], sums[..., self.order : -2]
        length, wanted = sums[..., -2], sums[..., -1]
        precision = np.prod((matches + _TINY) / (ngrams + _SMALL), axis=-1) ** (1 / self.order)
        ratio = (length + _TINY) / (wanted + _SMALL)
        return np.asarray(precision * np.exp(np.minimum(0.0, 1 - 1 / ratio)))

    def signature(self) -> str:
        """Return the settings that change the value."""
        return f"{self.name}|order:{self.order}|reflen:closest|smooth:coco"

    def _row(self, pair: Pair) -> list[int]:
        caption = _split(pair.caption)
        references = [_split(reference) for reference in pair.references]
        length = len(caption)
        matches = [0] * self.order
        for n in range(1, self.order + 1):
            matches[n - 1] = _clipped_matches(caption, references, n)
            if not matches[n - 1]:
                break  # a longer common n-gram would hold a common one of this length
        ngrams = [max(0, length - n) for n in range(self.order)]
        _, closest = min((abs(len(ref) - length), len(ref)) for ref in references)
        return [*matches, *ngrams, length, closest]


def _split(tokens: tuple[str, ...]) -> list[str]:
    """Return tokens cut at inner white space: COCO's PTB writes `5 1/2` with a no-break space."""
    return " ".join(tokens).split()


def _clipped_matches(caption: list[str], references: list[list[str]], n: int) -> int:
    told = Counter(_ngrams(caption, n))
    allowed: Counter[tuple[str, ...]] = Counter()
    for reference in references:
        known = filter(told.__contains__, _ngrams(reference, n))
        allowed |= Counter(known)  # the union keeps the largest count
    return (told & allowed).total()


def _ngrams(words: list[str], n: int) -> Iterator[tuple[str, ...]]:
    return zip(*(words[i:] for i in range(n)), strict=False)
