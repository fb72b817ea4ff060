"""Caption metrics. To add one: write its file, add a line to `METRICS`, add its test."""

from collections.abc import Callable
from functools import partial

from artbench.metrics.base import Metric
from artbench.metrics.bleu import Bleu
from artbench.metrics.rouge import RougeL

METRICS: dict[str, Callable[[], Metric]] = {
    "bleu_1": partial(Bleu, 1),
    "bleu_2": partial(Bleu, 2),
    "bleu_3": partial(Bleu, 3),
    "bleu_4": partial(Bleu, 4),
    "rouge_l": RougeL,
}
