"""Says whose feeling every word of feeling is: the persons', the viewer's or the picture's."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from artbench.grading.reading.grammar import words as small_words
from artbench.grading.reading.mention import Mention

Holder = Literal["persons", "viewer", "picture"]
_FEELS = small_words("feels")
_FINDS = small_words("finds")
_LOOKED = small_words("looked")
_INWARD = small_words("inward")
_AND = small_words("further")


@dataclass(frozen=True, slots=True)
class Feeling:
    """A word of feeling.

    Attributes:
        holder: Who feels it; the picture where nobody is named.
        labels: ArtEmis labels (or `positive`, `negative`) that the word may mean.
        weak: Common in other senses, so that it contradicts nothing.
        nobody: Its sentence names nobody who might feel it: `Rage, nothing less.`
        sentence: Index of its sentence.
    """

    holder: Holder
    labels: tuple[str, ...]
    text: str
    sentence: int
    weak: bool = False
    denied: bool = False
    nobody: bool = False


def feelings(
    words: Sequence[str], found: Sequence[Mention], index: int, last: Sequence[Feeling]
) -> Iterator[Feeling]:
    """Yield the feelings of a sentence; `last` are those of the sentences before it."""
    markers = [(m, holder) for m in found if (holder := _marks(m)) is not None]
    if not markers:  # `who sits like this is at ease`
        markers = [(m, "persons") for m in found if "posture" in m.kinds]
    subjects = [(m, holder) for m, holder in markers if not _is_object(words, m, holder)]
    markers = subjects or markers
    everyone = any("both" in m.kinds for m in found)
    own: list[Feeling] = []
    for mention in found:
        if "emotion" not in mention.kinds or mention.aside:
            continue
        holders: Sequence[Holder] = ("persons", "viewer")
        if not everyone:
            holders = _holders(words, mention, markers) or _carried(words, last, own)
        if "stimulus" in mention.kinds and holders == ("persons",):
            finds = not _FINDS.isdisjoint(words[max(mention.start - 4, 0) : mention.start])
            holders = ("persons",) if finds else ("picture",)
        for holder in holders:
            labels, weak = mention.kinds["emotion"], "weak" in mention.kinds
            feeling = Feeling(
                holder, labels, mention.text, index, weak, mention.denied, nobody=not markers
            )
            own.append(feeling)
            yield feeling
    yield from _shared(found, index, own or [f for f in last if f.sentence == index - 1])


def owned(felt: Sequence[Feeling], lines: Sequence[Sequence[Mention]]) -> list[Feeling]:
    """Return the feelings, those of nobody given to the persons whom the next sentence is about.

    Args:
        felt: The feelings of an answer.
        lines: The mentions of each of its sentences.
    """
    found: list[Feeling] = []
    for feeling in felt:
        after = lines[feeling.sentence + 1] if feeling.sentence + 1 < len(lines) else ()
        next_to = next((holder for m in after if (holder := _marks(m)) is not None), None)
        mine = feeling.nobody and feeling.holder == "picture" and next_to == "persons"
        found.append(replace(feeling, holder="persons") if mine else feeling)
    return found


def _marks(mention: Mention) -> Holder | None:
    kinds = mention.kinds
    if "viewer" in kinds:
        return "viewer"
    if "persons" in kinds or "person" in kinds.get("thing", ()) or kinds.get("whole"):
        return "persons"
    if "person" in kinds.get("part", ()) and len(kinds["part"]) == 1:
        return "persons"
    if "posture" in kinds and mention.end - mention.start > 1:
        return "persons"
    if "scene" in kinds or "thing" in kinds or "lighthead" in kinds or "palettehead" in kinds:
        return "picture"
    return None


def _is_object(words: Sequence[str], mention: Mention, holder: Holder) -> bool:
    """Say whether a picture is only looked at: `a viewer who looks at the picture`."""
    before = words[max(mention.start - 2, 0) : mention.start]
    return holder == "picture" and not _LOOKED.isdisjoint(before)


def _holders(
    words: Sequence[str], mention: Mention, markers: Sequence[tuple[Mention, Holder]]
) -> tuple[Holder, ...]:
    """Return who holds a feeling by the words around it; nobody where they do not say."""
    after = [(m, holder) for m, holder in markers if m.start >= mention.end]
    before = [(m, holder) for m, holder in markers if m.end <= mention.start]
    if after:
        marker, holder = after[0]
        gap = words[mention.end : marker.start]
        if not gap and holder != "viewer" and marker.kinds.keys() != {"pronoun", "persons"}:
            return (holder,)  # `a sad figure`, `a peaceful picture`
        if holder == "persons" and len(gap) <= 4 and not _INWARD.isdisjoint(gap[:3]):
            return (holder,)  # `fury in his whole body`
    if before:
        return _nearest(words, mention, before)
    if after and words[mention.end : after[0][0].start].count(",") == 0:
        return (after[0][1],)
    return ()


def _nearest(
    words: Sequence[str], mention: Mention, before: Sequence[tuple[Mention, Holder]]
) -> tuple[Holder, ...]:
    marker, holder = before[-1]
    gap = words[marker.end : mention.start]
    if len(before) > 1:
        if gap and gap[0] == "and" and gap[-1] in _FEELS and len(gap) <= 3:
            return (before[0][1],)  # `the viewer sees the figure and feels pity`
        other, earlier = before[-2]
        between = words[other.end : marker.start]
        joined = len(between) in (1, 2) and between[0] in {"and", "or"}
        if joined and {earlier, holder} == {"persons", "viewer"}:
            return ("persons", "viewer")  # `the figure and the viewer feel`
    return (holder,)


def _carried(
    words: Sequence[str], last: Sequence[Feeling], own: Sequence[Feeling]
) -> tuple[Holder, ...]:
    """Return the holder of the feeling before, where a sentence names none: `and afraid`."""
    if own:
        return (own[-1].holder,)
    if last and words[0] in _AND:
        return (last[-1].holder,)
    return ("picture",)


def _shared(found: Sequence[Mention], index: int, before: Sequence[Feeling]) -> Iterator[Feeling]:
    """Yield the feelings that the other side shares: `and so does the viewer`."""
    if not any("same" in m.kinds for m in found) or not before:
        return
    held = {feeling.holder for feeling in before}
    if len(held & {"persons", "viewer"}) > 1:
        return
    holder: Holder = "persons" if "viewer" in held else "viewer"
    for feeling in before:
        yield Feeling(holder, feeling.labels, feeling.text, index, feeling.weak, feeling.denied)
