"""Tokenizers. To add one: write its file, add a line to `TOKENIZERS`, add its test.

A tokenizer takes many texts at once and in order, since COCO's looks from one into the next. Its
name is part of every score's signature: the same captions cut otherwise have other scores.
"""

from collections.abc import Callable, Sequence

from artbench.text.words import words

Tokenizer = Callable[[Sequence[str]], list[tuple[str, ...]]]

TOKENIZERS: dict[str, Tokenizer] = {
    "words": words,
}
