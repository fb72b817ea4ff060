"""What every metric of the table promises, and how captions become pairs."""

from typing import TYPE_CHECKING

import pytest

from artbench.metrics import METRICS
from artbench.metrics.base import Pair, make_pairs
from artbench.text import TOKENIZERS

if TYPE_CHECKING:
    from conftest import Corpus

SIX = {"artlike", "meteor_rich", "edge", "single_image", "two_identical_images"}
SIX |= {"context_dependent"}


def test_all_six_golden_corpora_are_there(corpora: "dict[str, Corpus]") -> None:
    assert corpora.keys() == SIX
    assert sum(len(corpus.pairs) for corpus in corpora.values()) == 341


def test_the_table_has_the_names_that_cards_use() -> None:
    assert list(METRICS) == ["bleu_1", "bleu_2", "bleu_3", "bleu_4", "rouge_l"]
    assert len({make().signature() for make in METRICS.values()}) == len(METRICS)


@pytest.mark.parametrize("name", METRICS)
def test_a_metric_keeps_its_bounds(name: str, corpora: "dict[str, Corpus]") -> None:
    metric = METRICS[name]()
    low, high = metric.bounds
    for corpus in corpora.values():
        rows = metric.rows(corpus.pairs)
        assert rows.dtype == "float64"
        assert len(rows) == len(corpus.pairs)
        assert all(low <= metric.total(rows[i : i + 1]) <= high for i in range(len(rows)))


@pytest.mark.parametrize("name", METRICS)
def test_a_perfect_caption_scores_one(name: str) -> None:
    metric = METRICS[name]()
    words = ("a", "calm", "blue", "sea")
    assert metric.total(metric.rows([Pair("s", words, (words,))])) == pytest.approx(1.0)


def test_pairs_are_cut_in_the_order_of_the_ids() -> None:
    pairs = make_pairs(
        TOKENIZERS["words"], ["x", "y"], ["A boat.", ""], [["The sea"], ["One!", "Two, three"]]
    )
    assert pairs == [
        Pair("x", ("a", "boat"), (("the", "sea"),)),
        Pair("y", (), (("one",), ("two", "three"))),
    ]


def test_a_caption_too_few_is_refused() -> None:
    with pytest.raises(ValueError, match="shorter"):
        make_pairs(TOKENIZERS["words"], ["x", "y"], ["a"], [["b"], ["c"]])


def test_a_pair_has_references() -> None:
    with pytest.raises(ValueError, match="sample s: no references to compare with"):
        Pair("s", ("red",), ())
