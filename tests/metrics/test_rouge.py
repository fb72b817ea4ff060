"""ROUGE-L agrees with a hand count, with pycocoevalcap, and with the plain table."""

import random
from collections.abc import Callable

import pytest

from artbench.metrics.base import Metric, Pair
from artbench.metrics.rouge import RougeL


def score(caption: str, *references: str) -> float:
    cut = tuple(tuple(reference.split()) for reference in references)
    rouge = RougeL()
    return rouge.total(rouge.rows([Pair("s", tuple(caption.split()), cut)]))


def f_measure(precision: float, recall: float) -> float:
    return 2.44 * precision * recall / (recall + 1.44 * precision)


def table(left: list[str], right: list[str]) -> int:
    """Return the longest common subsequence as the textbook does."""
    rows = [[0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for i, x in enumerate(left):
        for j, y in enumerate(right):
            rows[i + 1][j + 1] = rows[i][j] + 1 if x == y else max(rows[i][j + 1], rows[i + 1][j])
    return rows[-1][-1]


@pytest.mark.parametrize(
    ("caption", "references", "expected"),
    [
        ("a red boat", ["a red boat"], 1.0),
        ("a red boat", ["calm sea"], 0.0),
        ("a red boat", ["a boat"], f_measure(2 / 3, 1.0)),  # in order, not side by side
        ("boat red a", ["a red boat"], f_measure(1 / 3, 1 / 3)),
        # Precision from the long reference, recall from the short one.
        ("a red boat", ["a red boat at sea today", "boat"], f_measure(1.0, 1.0)),
        ("", ["a boat"], 0.0),
        ("a boat", [""], 0.0),
        ("", [""], 1.0),  # as the reference program has it: "".split(" ") == [""]
    ],
)
def test_counts_by_hand(caption: str, references: list[str], expected: float) -> None:
    assert score(caption, *references) == pytest.approx(expected, rel=1e-12)


def test_equals_pycocoevalcap(largest_gap: Callable[[Metric, str], float]) -> None:
    assert largest_gap(RougeL(), "ROUGE_L") < 1e-9


def test_the_bits_count_what_the_table_counts() -> None:
    rng = random.Random(0)
    for _ in range(200):
        left, right = (rng.choices("abcde", k=rng.randint(1, 150)) for _ in range(2))
        common = table(left, right)
        expected = f_measure(common / len(left), common / len(right)) if common else 0.0
        assert score(" ".join(left), " ".join(right)) == pytest.approx(expected, rel=1e-12)


def test_another_reference_never_lowers_it() -> None:
    rng = random.Random(1)
    for _ in range(100):
        caption, first, second = (" ".join(rng.choices("abc", k=6)) for _ in range(3))
        assert score(caption, first, second) >= score(caption, first)


def test_rows_of_nothing_have_their_columns() -> None:
    assert RougeL().rows([]).shape == (0, 1)


def test_signature_names_what_changes_the_value() -> None:
    assert RougeL().signature() == "rouge_l|beta:1.2|best:precision,recall|mean:samples"
