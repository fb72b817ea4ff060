"""Looks at the form of a text alone: are these sentences, and not one said again and again?"""

from collections import Counter
from collections.abc import Iterable, Sequence

from artbench.grading.reading.grammar import words as small_words
from artbench.grading.reading.text import Sentence

_ARTICLES = small_words("articles")
_LINKS = small_words("links")
_AFTER_LINK = small_words("be") | {"because"}
_AFTER_ARTICLE = _ARTICLES | _LINKS | _AFTER_LINK | small_words("acting") | {"and", "or", ","}
_SMALL = small_words("small")
_RUN = 9  # words of content in a row: people put a small word or a comma between
_KEYWORDS = 10  # single words between commas
_SHORT, _MANY = 2, 8  # so many lines of so few words are keywords
_GRAM = 6  # words that no text repeats by chance


def form(sentences: Sequence[Sentence]) -> tuple[int, int]:
    """Return (how often the same words are repeated, how many joints are broken)."""
    words = [word for sentence in sentences for word in sentence.words if word[0].isalnum()]
    grams = zip(*(words[i:] for i in range(_GRAM)), strict=False)
    whole = (sentence.words for sentence in sentences if len(sentence.words) > _SHORT)
    short = sum(len(sentence.words) <= _SHORT for sentence in sentences)
    keywords = 2 * (short >= _MANY and 2 * short > len(sentences))
    broken = keywords + sum(_broken(sentence.words) for sentence in set(sentences))
    return max(_most(grams), _most(whole)), broken


def _most(items: Iterable[tuple[str, ...]]) -> int:
    return max(Counter(items).values(), default=0)


def _broken(words: tuple[str, ...]) -> int:
    """Return at how many places no sentence joins words so: `of is the the`, a heap of nouns."""
    pairs = list(zip(words, words[1:], strict=False))
    joints = sum(
        (a in _ARTICLES and b in _AFTER_ARTICLE) or (a in _LINKS and b in _AFTER_LINK)
        for a, b in pairs
    )
    joints += max(0, sum(a == b for a, b in pairs) - 2)  # `dots, dots, dots` is only emphatic
    ends = words[-1] in _ARTICLES or words[-1] in {"and", "or", "because"}
    return ends + joints + 2 * (_longest(words) >= _RUN or _single(words) >= _KEYWORDS)


def _longest(words: tuple[str, ...]) -> int:
    """Return the longest run of words of content."""
    longest = run = 0
    for word in words:
        run = 0 if word in _SMALL else run + 1
        longest = max(longest, run)
    return longest


def _single(words: tuple[str, ...]) -> int:
    """Return the longest run of single words between commas."""
    longest = run = 0
    for before, word, after in zip((",", *words), words, (*words[1:], ","), strict=False):
        alone = before == after == ","
        run = run + alone if alone or word == "," else 0
        longest = max(longest, run)
    return longest
