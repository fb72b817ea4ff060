"""Text to sentences of plain words: what every later step of reading an answer works on."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from artbench.grading.reading.grammar import words as small_words

LIMIT = 20_000  # characters read; more is no better answer, and a hostile one must not be slow

LONGEST = 120  # words of a sentence; what goes on for longer is cut

_QUOTES = str.maketrans({"\u2019": "'", "\u2018": "'", "\u02bc": "'", "`": "'", "\u2032": "'"})
_SHORT = (
    (re.compile(r"\bcan'?t\b|\bcannot\b"), "can not"),
    (re.compile(r"\bwon't\b"), "will not"),
    (re.compile(r"\b(do|does|is|are|was|did)n'?t\b"), r"\1 not"),
    (re.compile(r"n't\b"), " not"),
    (re.compile(r"\b(it|he|she|that|there|what|here|who|everything|where)'s\b"), r"\1 is"),
    (re.compile(r"\b(there)s\b"), r"\1 is"),
    (re.compile(r"'re\b"), " are"),
    (re.compile(r"\bi'm\b|\bim\b"), "i am"),
    (re.compile(r"'(ll|ve|d)\b"), " "),
    (re.compile(r"(?<=\w)-(?=\w)"), " "),
)
_TOKEN = re.compile(r"[^\W_]+|'s\b|[,;:()\u2013\u2014]|(?<!\w)-+(?!\w)|[.!?\u2026\u3002\n]+")
_END = frozenset(".!?\u2026\u3002\n")
_DASHES = frozenset("-\u2013\u2014")
_ASKING = small_words("asking")


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words of one sentence, punctuation among them; `asks` marks a question."""

    words: tuple[str, ...]
    asks: bool = False


def sentences(text: str) -> list[Sentence]:
    """Return the sentences of a text that hold at least one letter, in order."""
    found: list[Sentence] = []
    words: list[str] = []
    for token in [*_TOKEN.findall(_plain(text)), "."]:
        if token[0] not in _END and len(words) < LONGEST:
            words.append("-" if token[0] in _DASHES else token)
            continue
        if any(word[0].isalpha() for word in words):
            found.append(Sentence(tuple(words), "?" in token and words[0] in _ASKING))
        words = []
    return found


@lru_cache(maxsize=4096)
def phrase_words(phrase: str) -> tuple[str, ...]:
    """Return the words of a short phrase, cut in the same way as an answer."""
    return tuple(token for token in _TOKEN.findall(_plain(phrase)) if token[0] not in _END)


def _plain(text: str) -> str:
    """Return the text in small letters, without accents and contractions."""
    text = unicodedata.normalize("NFKD", text[:LIMIT])[:LIMIT].translate(_QUOTES).casefold()
    if not text.isascii():
        text = "".join(char for char in text if not unicodedata.combining(char))
    for pattern, plain in _SHORT:
        text = pattern.sub(plain, text)
    return text
