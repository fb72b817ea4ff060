"""Says which phrases of a sentence are denied and which are only compared with something."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from artbench.grading.reading.grammar import words as small_words
from artbench.grading.reading.mention import Mention
from artbench.grading.reading.text import Sentence

_STOPS = small_words("stops")
_VERBS = small_words("verbs")
_ANEW = small_words("anew")
_DEFINITE = small_words("definite")
_LISTS = frozenset({"or", "and", "nor", ","})
_LOOKS = frozenset({"looks", "look", "looked"})
_IT = frozenset({"it", "this", "that", "what", "which", "to", "me", "-", ","})
_THERE = frozenset({"thing", "surroundings"})
_TOLD = frozenset({"emotion", "palette", "light"})
_SCOPE, _LIST_SCOPE = 5, 10  # words that `not` and `no` deny


def scoped(sentence: Sentence, found: Sequence[Mention]) -> list[Mention]:
    """Return the mentions of a sentence with `denied` and `aside` set."""
    words = sentence.words
    doubted, absent = [False] * len(words), [False] * len(words)
    for mention in found:
        if "listnegator" in mention.kinds:
            _mark(absent, words, mention.end, _LIST_SCOPE, listing=True)
        elif "negator" in mention.kinds:
            _mark(doubted, words, mention.end, _SCOPE, listing=False)
    aside = [True] * len(words) if sentence.asks else _compared(words, found)
    flagged = []
    for mention in found:
        last = mention.end - 1
        no = absent[last] or (doubted[last] and not _definite(words, mention))
        told = not _TOLD.isdisjoint(mention.kinds)  # `as if afraid` tells a feeling all the same
        compared = sentence.asks or (aside[last] and not told)
        flagged.append(replace(mention, denied=no, aside=compared) if no or compared else mention)
    return flagged


def _definite(words: Sequence[str], mention: Mention) -> bool:
    """Say whether a thing is presupposed: `not sure where the boat goes` denies no boat."""
    before = words[max(mention.start - 2, 0) : mention.start]
    return not _THERE.isdisjoint(mention.kinds) and not _DEFINITE.isdisjoint(before)


def _compared(words: tuple[str, ...], found: Sequence[Mention]) -> list[bool]:
    flags = [False] * len(words)
    for mention in found:
        if "simile" in mention.kinds and not _claims(words, mention, found):
            _mark(flags, words, mention.end, len(words), listing=False)
    for at in _as_as(words):
        _mark(flags, words, at, _SCOPE, listing=False)
    return flags


def _as_as(words: tuple[str, ...]) -> Iterator[int]:
    """Yield where the comparisons of `as solemn as an altar` begin."""
    for at, word in enumerate(words):
        if word == "as" and "as" in words[max(at - 3, 0) : max(at - 1, 0)]:
            yield at + 1


def _mark(
    flags: list[bool], words: tuple[str, ...], start: int, reach: int, *, listing: bool
) -> None:
    for i in range(start, min(start + reach, len(words))):
        word = words[i]
        if listing and i > start and word in _VERBS:
            return
        if word in _STOPS and not (listing and word == "," and _goes_on(words, i)):
            return
        if word == "and" and not listing:
            return
        flags[i] = True


def _goes_on(words: tuple[str, ...], comma: int) -> bool:
    """Say whether a list goes on after a comma: `no birds, trees or boats`."""
    first, *rest = (*words[comma + 1 : comma + 4], "")
    return first not in _ANEW and not _LISTS.isdisjoint((first, *rest))


def _claims(words: tuple[str, ...], simile: Mention, found: Sequence[Mention]) -> bool:
    """Say whether `like` is no comparison: `it looks like a boat`, `I like the boat`."""
    if simile.text != "like" or simile.start == 0:
        return False
    if words[simile.start - 1] in {"i", "we", "you", "would", "really", "also", "do"}:
        return True
    before = words[: simile.start][-2:]
    if before[-1] in _LOOKS:  # `it looks like a boat`, but `everything looks like a toy`
        return len(before) < 2 or before[0] in _IT
    return any("seeming" in m.kinds and m.end == simile.start for m in found)
