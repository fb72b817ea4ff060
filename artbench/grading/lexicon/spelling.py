"""Mends one slip of the pen in a long word: a letter too many, missing, swapped or wrong."""

from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

from artbench.grading.reading.grammar import words as small_words

_SHORTEST = 6  # shorter words have too many neighbours that are other words
_SUBSTITUTED = 8  # a wrong letter makes another word more often than a missing one does
_OTHERS = small_words("unmended")


class Spelling:
    """Finds the one known word that a misspelt word is nearest to."""

    def __init__(self, known: Iterable[str]) -> None:
        self._known: defaultdict[str, set[str]] = defaultdict(set)
        for word in known:
            if len(word) >= _SHORTEST and word.isalpha():
                for key in {word, *_shortened(word)}:
                    self._known[key].add(word)
        self.mend = lru_cache(maxsize=4096)(self._mend)

    def _mend(self, word: str) -> str | None:
        if not _SHORTEST - 1 <= len(word) <= 20 or word in _OTHERS or not word.isalpha():
            return None
        keys = {word, *_shortened(word)}
        near = sorted({known for key in keys for known in self._known.get(key, ())})
        fit = [known for known in near if _slip(word, known)]
        return fit[0] if fit else None


def _shortened(word: str) -> list[str]:
    return [word[:i] + word[i + 1 :] for i in range(len(word))]


def _slip(word: str, known: str) -> bool:
    """Say whether one slip of the pen turns `known` into `word`."""
    if word[0] != known[0]:
        return False
    if len(word) != len(known):
        long, short = sorted((word, known), key=len, reverse=True)
        doubled = long[-1] == long[-2]
        # An ending is grammar, not a slip: `bottled` is no bottle, but `peacefull` is peaceful.
        return short in _shortened(long) and (doubled or not long.startswith(short))
    wrong = [i for i, (a, b) in enumerate(zip(word, known, strict=True)) if a != b]
    if len(wrong) == 1:
        return len(word) >= _SUBSTITUTED and wrong[0] < len(word) - 1
    return len(wrong) == 2 and sorted(word) == sorted(known) and wrong[1] - wrong[0] == 1
