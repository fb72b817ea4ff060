"""The tokenizer `words` keeps words and nothing but words."""

import random

import pytest

from artbench.text import TOKENIZERS
from artbench.text.words import words


def cut(text: str) -> tuple[str, ...]:
    return words([text])[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A Red boat.", "a red boat"),
        ("It's calm, isn't it?", "it's calm isn't it"),
        ("the artist\u2019s hand", "the artist's hand"),  # a typographic apostrophe is one, too
        ("'quoted' the artists' rock 'n' roll", "quoted the artists rock n roll"),
        ("well-lit, half_done; 3.5", "well lit half done 3 5"),
        ("one\r\ntwo\x0bthree\x0cfour\x85five\u2028six\u2029seven\teight\x00nine", None),
        ("Caf\u00e9 CAFE\u0301", "caf\u00e9 caf\u00e9"),  # composed or not is the same word
        ("\u041c\u0410\u042f \u6885\u82b1", "\u043c\u0430\u044f \u6885\u82b1"),  # any alphabet
        ("land\u00adscape \ufeffhere", "landscape here"),  # a soft hyphen is not seen
        ("\U0001f3a8 \u2764 ... --", ""),
        ("", ""),
    ],
)
def test_by_hand(text: str, expected: str | None) -> None:
    numbers = "one two three four five six seven eight nine"
    assert cut(text) == tuple((numbers if expected is None else expected).split())


def test_texts_stay_apart_and_in_order() -> None:
    assert words(["a b\n", "", "C"]) == [("a", "b"), (), ("c",)]


def test_words_cut_again_are_the_same_words() -> None:
    rng = random.Random(0)
    for _ in range(500):
        codes = [rng.randrange(rng.choice((127, 0x2100, 0xD7FF))) for _ in range(40)]
        found = cut("".join(map(chr, codes)))
        assert cut(" ".join(found)) == found


def test_the_table_has_the_name_that_cards_use() -> None:
    assert TOKENIZERS["words"] is words
