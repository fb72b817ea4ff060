"""Intervals repeat with their seed, are the textbook's and scipy's, and are refused for nothing."""

import math

import numpy as np
import pytest

from artbench import __version__
from artbench.errors import AlignmentError
from artbench.metrics.base import Pair
from artbench.metrics.bleu import Bleu
from artbench.metrics.rouge import RougeL
from artbench.stats import measure, paired_difference, task_means

PAIRS = [Pair(str(i), ("a",) * (i + 1), (("a",) * 4,)) for i in range(8)]
RNG = np.random.default_rng(7)
EASY = RNG.integers(0, 6, size=40).astype(float).tolist()
HARD = RNG.integers(0, 3, size=15).astype(float).tolist()


def test_a_measure_says_everything_it_was_made_with() -> None:
    score = measure(Bleu(1), PAIRS, tokenizer="words")
    assert score.low < score.value < score.high
    assert score.n == 8
    assert score.signature == (
        f"bleu|order:1|reflen:closest|smooth:coco|tok:words|boot:1000|seed:0|artbench:{__version__}"
    )


def test_a_seed_repeats_and_another_does_not() -> None:
    assert measure(Bleu(1), PAIRS) == measure(Bleu(1), PAIRS)
    assert measure(Bleu(1), PAIRS).low != measure(Bleu(1), PAIRS, seed=1).low
    assert task_means({"t": EASY}) == task_means({"t": EASY})
    assert task_means({"t": EASY}, seed=1)["t"].low != task_means({"t": EASY})["t"].low


@pytest.mark.parametrize("metric", [Bleu(2), RougeL()])
def test_measure_equals_a_plain_loop_over_draws(metric: Bleu | RougeL) -> None:
    rows, rng = metric.rows(PAIRS), np.random.default_rng(0)
    # 250 draws come in blocks of 100, 100 and 50.
    picks = [pick for size in (100, 100, 50) for pick in rng.integers(8, size=(size, 8))]
    low, high = np.quantile([metric.total(rows[pick]) for pick in picks], [0.025, 0.975])
    score = measure(metric, PAIRS, draws=250)
    assert (score.low, score.high) == pytest.approx((low, high), rel=1e-12)


def test_the_interval_of_a_mean_is_the_textbook_one() -> None:
    score = task_means({"t": EASY}, draws=20_000)["t"]
    reach = 1.96 * np.std(EASY) / math.sqrt(len(EASY))
    assert score.value == np.mean(EASY)
    assert score.low == pytest.approx(score.value - reach, abs=0.05)
    assert score.high == pytest.approx(score.value + reach, abs=0.05)


def test_the_interval_of_a_mean_is_scipys() -> None:
    bootstrap = pytest.importorskip("scipy.stats").bootstrap
    draws = {"n_resamples": 20_000, "method": "percentile", "rng": np.random.default_rng(0)}
    theirs = bootstrap((EASY,), np.mean, **draws).confidence_interval
    ours = task_means({"t": EASY}, draws=20_000)["t"]
    assert (ours.low, ours.high) == pytest.approx((theirs.low, theirs.high), abs=0.03)


def test_all_weighs_tasks_and_not_samples() -> None:
    scores = task_means({"many": [1.0] * 30, "few": [3.0, 5.0]})
    assert scores["all"].value == (1 + 4) / 2
    assert scores["all"].n == 32
    assert (scores["all"].low, scores["all"].high) == (2.0, 3.0)  # only `few` can vary: 3 to 5


def test_all_resamples_within_tasks() -> None:
    scores = task_means({"easy": EASY, "hard": HARD}, draws=20_000)
    spread = math.hypot(
        np.std(EASY) / math.sqrt(len(EASY)) / 2, np.std(HARD) / math.sqrt(len(HARD)) / 2
    )
    assert scores["all"].high - scores["all"].low == pytest.approx(2 * 1.96 * spread, rel=0.05)


def test_neither_order_nor_another_task_changes_an_interval() -> None:
    both, turned = task_means({"a": EASY, "b": HARD}), task_means({"b": HARD, "a": EASY})
    assert both == turned
    assert both["a"] == task_means({"a": EASY})["a"]


def test_one_sample_is_its_own_interval() -> None:
    for score in (*task_means({"t": [3]}).values(), paired_difference({"t": [3]}, {"t": [0]})):
        assert (score.value, score.low, score.high, score.n) == (3.0, 3.0, 3.0, 1)
    score = measure(RougeL(), PAIRS[:1])
    assert score.low == score.value == score.high


def test_a_difference_cancels_what_is_hard_for_both() -> None:
    better = [point + 1 for point in EASY]
    score = paired_difference({"t": better}, {"t": EASY})
    assert (score.value, score.low, score.high, score.n) == (1.0, 1.0, 1.0, 40)


def test_a_difference_weighs_tasks_and_not_samples() -> None:
    score = paired_difference({"a": [5] * 30, "b": [1]}, {"a": [4] * 30, "b": [4]})
    assert score.value == (1 - 3) / 2
    assert (
        score.signature == f"difference:paired,mean:tasks|boot:2000|seed:0|artbench:{__version__}"
    )


def test_a_difference_turned_round_changes_its_sign() -> None:
    a, b = {"t": EASY}, {"t": EASY[::-1]}
    there, back = paired_difference(a, b), paired_difference(b, a)
    assert (there.value, there.low, there.high) == pytest.approx(
        (-back.value, -back.high, -back.low)
    )


def test_a_difference_needs_the_same_samples() -> None:
    with pytest.raises(AlignmentError, match="t: 2 and 1 points, expected the same samples"):
        paired_difference({"t": [1, 2]}, {"t": [1]})
    with pytest.raises(AlignmentError, match="expected the same tasks on both sides; one has: u"):
        paired_difference({"t": [1], "u": [1]}, {"t": [1]})


def test_nothing_has_no_score() -> None:
    with pytest.raises(ValueError, match="bleu: no pairs to score"):
        measure(Bleu(1), [])
    with pytest.raises(ValueError, match="t: no points to average over"):
        task_means({"t": []})
    with pytest.raises(ValueError, match="no tasks to average over"):
        task_means({})
    with pytest.raises(ValueError, match="no tasks to average over"):
        paired_difference({}, {})


def test_a_task_may_not_take_the_name_of_the_whole() -> None:
    with pytest.raises(ValueError, match="a task may not be called 'all'"):
        task_means({"all": [1]})
