"""BLEU agrees with a hand count, with pycocoevalcap, and with its own promises."""

import random
from collections.abc import Callable

import numpy as np
import pytest

from artbench.metrics.base import Metric, Pair
from artbench.metrics.bleu import Bleu

WORDS = ["a", "the", "boat", "sea", "storm", "light", "calm", "sad", "red", "sky"]


def pair(caption: str, *references: str) -> Pair:
    return Pair("s", tuple(caption.split()), tuple(tuple(r.split()) for r in references))


def made_up_pairs(count: int, seed: int) -> list[Pair]:
    rng = random.Random(seed)

    def line() -> str:
        return " ".join(rng.choices(WORDS, k=rng.randint(1, 12)))

    return [pair(line(), *(line() for _ in range(5))) for _ in range(count)]


@pytest.mark.parametrize(
    ("caption", "references", "order", "expected"),
    [
        ("a red boat", ["a red boat"], 1, 1.0),
        ("a red boat", ["the calm sea"], 1, 0.0),
        ("the the the", ["the sea calm"], 1, 1 / 3),  # clipped to the reference's count
        ("the the the", ["the the sea", "the sea the"], 1, 2 / 3),  # the largest count, not the sum
        ("a red", ["a red boat sea"], 1, np.exp(1 - 4 / 2)),  # brevity
        ("a red boat", ["a red", "a red boat sea"], 1, 1.0),  # both as close: the shorter
        ("a red boat", ["a red sea"], 2, (2 / 3 * 1 / 2) ** (1 / 2)),
        ("a red boat", ["boat red a"], 2, 0.0),  # all words, no pair of them
    ],
)
def test_counts_by_hand(caption: str, references: list[str], order: int, expected: float) -> None:
    bleu = Bleu(order)
    value = bleu.total(bleu.rows([pair(caption, *references)]))
    assert value == pytest.approx(expected, abs=2e-5)


@pytest.mark.parametrize("order", [1, 2, 3, 4])
def test_equals_pycocoevalcap(order: int, largest_gap: Callable[[Metric, str], float]) -> None:
    assert largest_gap(Bleu(order), f"Bleu_{order}") < 1e-9


def test_total_is_not_the_mean_of_sentences() -> None:
    bleu = Bleu(1)
    rows = bleu.rows([pair("red", "red"), pair("calm " * 5, "sad " * 5)])
    assert bleu.total(rows) == pytest.approx(1 / 6)
    assert np.mean([bleu.total(rows[i : i + 1]) for i in range(2)]) == pytest.approx(1 / 2)


@pytest.mark.parametrize("order", [1, 4])
def test_many_corpora_at_once_are_each_what_they_are_alone(order: int) -> None:
    bleu, rows = Bleu(order), Bleu(order).rows(made_up_pairs(30, seed=order))
    picks = np.random.default_rng(0).integers(30, size=(7, 30))
    at_once = bleu.of_sums(rows[picks].sum(axis=1), 30)
    assert at_once == pytest.approx([bleu.total(rows[pick]) for pick in picks], rel=1e-12)


def test_order_of_samples_does_not_matter() -> None:
    bleu, rows = Bleu(), Bleu().rows(made_up_pairs(50, seed=0))
    assert bleu.total(rows) == pytest.approx(bleu.total(rows[::-1]))


def test_an_empty_caption_scores_zero_without_a_warning() -> None:
    bleu = Bleu()
    assert bleu.total(bleu.rows([pair("", "a boat")])) == 0.0


def test_rows_of_nothing_have_their_columns() -> None:
    assert Bleu(4).rows([]).shape == (0, 10)


def test_signature_names_what_changes_the_value() -> None:
    assert Bleu(2).signature() == "bleu|order:2|reflen:closest|smooth:coco"


def test_refuses_an_order_below_one() -> None:
    with pytest.raises(ValueError, match="order must be at least 1, got 0"):
        Bleu(0)
