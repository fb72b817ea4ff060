"""ROUGE-L (Lin, 2004) as COCO captioning computes it.

Source: https://aclanthology.org/W04-1013; beta, the best precision and recall taken apart, and the
score of nothing against nothing follow pycocoevalcap 1.2, to whose numbers
`tests/metrics/test_rouge.py` holds us. The common subsequence is counted with bit-parallel
arithmetic (Hyyrö, 2004, "Bit-parallel LCS-length computation revisited"), many times faster than
the table.
"""

from collections.abc import Sequence
from typing import ClassVar

import numpy as np

from artbench.metrics.base import Metric, Pair, Rows

_BETA = 1.2  # recall counts more than precision


class RougeL(Metric):
    """F-measure of the longest common subsequence of a caption and its references.

    Between 0 and 1, higher is better. Precision and recall are each the best over the references,
    which need not be the same one. An empty text is one empty word in the reference, so an
    empty caption for an empty reference scores 1.
    """

    name: ClassVar[str] = "rouge_l"
    bounds: ClassVar[tuple[float, float]] = (0.0, 1.0)

    def rows(self, pairs: Sequence[Pair]) -> Rows:
        """Return float64[N, 1], the score of each caption; the corpus value is their mean."""
        scores = [_score(pair.caption, pair.references) for pair in pairs]
        return np.array(scores, dtype=np.float64).reshape(len(pairs), 1)

    def signature(self) -> str:
        """Return the settings that change the value."""
        return f"{self.name}|beta:{_BETA}|best:precision,recall|mean:samples"


def _score(caption: tuple[str, ...], references: tuple[tuple[str, ...], ...]) -> float:
    caption = caption or ("",)  # "".split(" ") == [""] in the reference program
    compared = [reference or ("",) for reference in references]
    common = _common(caption, compared)
    precision = max(common) / len(caption)
    recall = max(c / len(reference) for c, reference in zip(common, compared, strict=True))
    if not precision:
        return 0.0
    return (1 + _BETA**2) * precision * recall / (recall + _BETA**2 * precision)


def _common(caption: tuple[str, ...], references: list[tuple[str, ...]]) -> list[int]:
    """Return the length of the longest common subsequence with each reference.

    Bit i of `free` is 1 while word i of the caption adds nothing to the subsequence so far.
    """
    where: dict[str, int] = {}
    for i, word in enumerate(caption):
        where[word] = where.get(word, 0) | 1 << i
    full = (1 << len(caption)) - 1
    lengths = []
    for reference in references:
        free = full
        for word in reference:
            hit = free & where.get(word, 0)
            free = (free + hit | free - hit) & full
        lengths.append(len(caption) - free.bit_count())
    return lengths
