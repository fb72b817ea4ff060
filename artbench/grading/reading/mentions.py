"""Finds the phrases of the lexicon in a sentence."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from artbench.grading.lexicon import Lexicon, Node, lexicon
from artbench.grading.reading.grammar import words as small_words
from artbench.grading.reading.mention import Mention
from artbench.grading.reading.scope import scoped
from artbench.grading.reading.text import Sentence

_WINDOW = 8  # words within which the groups of a loose pattern must stand
_AWAY = small_words("away")
_NOUN_VERB = small_words("homographs")


def mentions(sentence: Sentence) -> list[Mention]:
    """Return the mentions of a sentence by position, the longest phrase at each."""
    words, book = sentence.words, lexicon()
    chosen: list[Mention] = []
    groups: dict[int, dict[int, list[tuple[int, int]]]] = defaultdict(lambda: defaultdict(list))
    free = 0
    for start in range(len(words)):
        longest = 0
        concepts: tuple[str, ...] = ()
        for end, names in _phrases(words, start, book):
            plain = tuple(name for name in names if not name.startswith("near:"))
            for name in names:
                if name.startswith("near:"):
                    _, pattern, group = name.split(":")
                    groups[int(pattern)][int(group)].append((start, end))
            if plain:
                longest, concepts = end, plain
        if longest and start >= free and not _is_verb(words, start, longest, chosen):
            chosen.append(_mention(words, start, longest, concepts))
            free = longest
    chosen += _loose(words, groups, book)
    chosen.sort(key=lambda mention: (mention.start, mention.end))
    return scoped(sentence, chosen)


def _phrases(
    words: tuple[str, ...], start: int, book: Lexicon
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield (end, concepts) of every phrase that starts here, shorter ones first."""
    nodes: list[Node] = [book.tree]
    for end in range(start, len(words)):
        nodes = [
            node.then[base]
            for node in nodes
            for base in book.lookup(words[end])
            if base in node.then
        ]
        if not nodes:
            return
        concepts = tuple(name for node in nodes for name in node.concepts)
        if concepts:
            yield end + 1, concepts


def _mention(words: tuple[str, ...], start: int, end: int, concepts: tuple[str, ...]) -> Mention:
    kinds: dict[str, tuple[str, ...]] = {}
    for concept in concepts:
        kind, _, name = concept.partition(":")
        if name not in kinds.get(kind, ()):
            kinds[kind] = (*kinds.get(kind, ()), name)
    return Mention(kinds, start, end, " ".join(words[start:end]))


def _is_verb(words: tuple[str, ...], start: int, end: int, before: list[Mention]) -> bool:
    """Say whether a word that is a noun or a verb is a verb here: `the bird flies`, `fly by`."""
    if end - start > 1 or words[start] not in _NOUN_VERB:
        return False
    last, then = words[start - 1] if start else "", words[end : end + 1]
    if last in {"these", "those", "all", "many", "some"}:
        return False
    if last in {"that", "which", "who", "it", "they", "he", "she"} or words[start] == "fly":
        return last not in {"a", "the", "one", "single"}
    if last == "and":
        return bool(_AWAY.intersection(then))
    return (
        bool(before)
        and before[-1].end == start
        and not before[-1].kinds.keys().isdisjoint({"thing", "other", "pronoun", "maybe", "scene"})
    )


def _loose(
    words: tuple[str, ...],
    groups: Mapping[int, Mapping[int, list[tuple[int, int]]]],
    book: Lexicon,
) -> Iterator[Mention]:
    """Yield a mention for every loose pattern that has one of each of its groups nearby."""
    for pattern, spots in groups.items():
        concept, size = book.near[pattern]
        if len(spots) < size:
            continue
        for first in spots[0]:
            span = _gather(first, [spots[group] for group in range(1, size)])
            if span:
                yield _mention(words, *span, (concept,))
                break


def _gather(first: tuple[int, int], others: list[list[tuple[int, int]]]) -> tuple[int, int] | None:
    low, high = first
    for spots in others:
        near = [
            (start, end)
            for start, end in spots
            if (start >= first[1] or end <= first[0])
            and max(end, high) - min(start, low) <= _WINDOW
        ]
        if not near:
            return None
        start, end = min(near, key=lambda spot: abs(spot[0] - first[0]))
        low, high = min(low, start), max(high, end)
    return low, high
