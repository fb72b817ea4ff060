"""Binds the places of a sentence to the things that are said to stand there."""

from collections.abc import Iterator, Sequence

from artbench.grading.reading.anchors import Anchor
from artbench.grading.reading.claims import Claim
from artbench.grading.reading.mention import Mention

_NEAR = 5  # words between a place that opens a clause and its thing
_THEM = frozenset({"it", "them", "him", "her", "this", "these", "those"})
_BARE = frozenset({"left", "right"})


def place_claims(
    words: Sequence[str], found: Sequence[Mention], nouns: Sequence[Anchor], topic: tuple[str, ...]
) -> Iterator[Claim]:
    """Yield a claim for every place and every `left of`."""
    spots = [m for m in found if {"place", "relation"} & m.kinds.keys() and not m.aside]
    spots = sorted([*spots, *_bare(words, spots)], key=lambda m: m.start)
    things = [a for a in nouns if a.role in ("thing", "pronoun") and a.names]
    leading = bool(spots and things) and spots[0].start < things[0].start
    for i, spot in enumerate(spots):
        low = max(spots[i - 1].end if i else 0, _clause(words, spot.start))
        high = spots[i + 1].start if i + 1 < len(spots) else len(words)
        high = min([high, *(k for k in range(spot.end, high) if words[k] == ";")])
        before = [a for a in things if low <= a.start and a.end <= spot.start][::-1]
        after = [a for a in things if spot.end <= a.start and a.end <= high]
        near = after or before if leading or _leads(words, spot, after) else before or after
        if "relation" in spot.kinds and not _of_picture(found, spot):
            of_it = not _THEM.isdisjoint(words[spot.end : spot.end + 1])
            own = of_it or spot.text.endswith(("left", "right"))
            yield from _relation(spot, near if own else before, () if own else after, topic)
        elif near:
            yield _place(spot, tuple(a.names for a in near), sure=_touches(nouns, spot, near[0]))
        elif topic and not nouns:
            yield _place(spot, (topic,), sure=True)


def _clause(words: Sequence[str], at: int) -> int:
    """Return where the half of the sentence begins that a word is in."""
    return max((i + 1 for i in range(at) if words[i] == ";"), default=0)


def _leads(words: Sequence[str], spot: Mention, after: Sequence[Anchor]) -> bool:
    """Say whether a place opens a clause: `..., and on the right two trees`."""
    if not after or not spot.start or spot.end >= len(words):
        return False
    opens = words[spot.start - 1] in {"and", ",", ";", "while", "but", "-"}
    ends = words[spot.end] in {",", ")", ";", "-", "and"}
    return opens and not ends and after[0].start - spot.end <= _NEAR


def _place(spot: Mention, subjects: tuple[tuple[str, ...], ...], *, sure: bool) -> Claim:
    names = spot.kinds.get("place") or spot.kinds["relation"]
    return Claim("place", subjects, names, f"{subjects[0][0]} {spot.text}", sure, spot.denied)


def _relation(
    spot: Mention, subjects: Sequence[Anchor], others: Sequence[Anchor], topic: tuple[str, ...]
) -> Iterator[Claim]:
    """Yield `A left of B`; `on its left` compares with the topic, or else the main thing."""
    other = others[0].names if others else topic
    if subjects:
        names = tuple(a.names for a in subjects)
        text = f"{names[0][0]} {spot.text} {other[0] if other else 'it'}"
        yield Claim("relation", names[:1], spot.kinds["relation"], text, True, spot.denied, other)


def _of_picture(found: Sequence[Mention], spot: Mention) -> bool:
    """Say whether `left of` goes on with `the picture` and so names a place."""
    return any("scene" in m.kinds and 0 <= m.start - spot.end <= 1 for m in found)


def _touches(nouns: Sequence[Anchor], spot: Mention, thing: Anchor) -> bool:
    """Say whether no other noun stands between a place and a thing and might own the place."""
    low, high = sorted((spot.start, thing.start))
    return thing.sure and not any(low < a.start < high for a in nouns if a.role != "pronoun")


def _bare(words: Sequence[str], spots: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the places of terse lists: `boat, left`; `left: a boat`; `(right)`."""
    taken = {i for spot in spots for i in range(spot.start, spot.end)}
    for i, word in enumerate(words):
        if word not in _BARE or i in taken:
            continue
        before = words[i - 1] if i else ","
        after = words[i + 1] if i + 1 < len(words) else ","
        if before in {",", "(", "-", ":", ";", "and"} and after in {",", ")", ":", ";", "-", "and"}:
            yield Mention({"place": (word,)}, i, i + 1, word)
