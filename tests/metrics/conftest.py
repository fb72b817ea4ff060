"""The frozen numbers of pycocoevalcap 1.2 that every caption metric is held to."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from artbench.metrics.base import Metric, Pair

GOLDEN = Path(__file__).parents[1] / "data" / "metrics_golden.json"


@dataclass(frozen=True)
class Corpus:
    """A corpus with the reference program's scores, by that program's names of the metrics."""

    pairs: list[Pair]
    total: dict[str, float]
    each: dict[str, list[float]]


def tokens(text: str) -> tuple[str, ...]:
    return tuple(text.split(" ")) if text else ()  # a no-break space stays inside its token


@pytest.fixture(scope="session")
def corpora() -> dict[str, Corpus]:
    found = {}
    for name, corpus in json.loads(GOLDEN.read_text(encoding="utf-8"))["corpora"].items():
        texts = (corpus["ids"], corpus["tokens_hypothesis"], corpus["tokens_references"])
        pairs = [
            Pair(i, tokens(caption), tuple(map(tokens, references)))
            for i, caption, references in zip(*texts, strict=True)
        ]
        found[name] = Corpus(pairs, corpus["corpus"], corpus["per_sample"])
    return found


@pytest.fixture(scope="session")
def largest_gap(corpora: dict[str, Corpus]) -> Callable[[Metric, str], float]:
    """Return a function: how far a metric is from the reference, over totals and samples."""

    def gap(metric: Metric, theirs: str) -> float:
        gaps = [0.0]
        for corpus in corpora.values():
            rows = metric.rows(corpus.pairs)
            ours = [metric.total(rows[i : i + 1]) for i in range(len(rows))]
            gaps.append(abs(metric.total(rows) - corpus.total[theirs]))
            gaps += [abs(x - y) for x, y in zip(ours, corpus.each[theirs], strict=True)]
        return max(gaps)

    return gap
