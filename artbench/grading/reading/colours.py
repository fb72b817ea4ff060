"""Binds the colours and numbers of a sentence to the things that they are said of."""

from collections.abc import Iterator, Sequence

from artbench.grading.reading.anchors import Anchor, subject
from artbench.grading.reading.claims import Claim
from artbench.grading.reading.grammar import words as small_words
from artbench.grading.reading.mention import Mention

_COPULA = small_words("copula")
_LINKS = _COPULA | small_words("joins")
_BLOCKS = small_words("parts")
_ENDS = _COPULA | _BLOCKS | small_words("ends")
_CLAUSE = small_words("clause")
_ASIDE = small_words("aside")
_WHOSE = small_words("whose")  # `its red` is a red in the picture
_ACTS = small_words("acts")
_PAINT = small_words("paint")
_SAYING = _COPULA | small_words("dresses")
_REACH = 7


def colour_claims(
    words: Sequence[str], found: Sequence[Mention], nouns: Sequence[Anchor], topic: tuple[str, ...]
) -> Iterator[Claim]:
    """Yield a claim for every colour that is said of a thing; other colours claim nothing."""
    # `The drab browns` are colours of the picture, not of a thing.
    colours = [m for m in found if "colour" in m.kinds and "palettehead" not in m.kinds]
    colours = [m for m in colours if not m.aside]
    starts = {anchor.start: anchor for anchor in nouns}
    ends = {m.start: m.end for m in colours}
    for i, mention in enumerate(colours):
        names = mention.kinds["colour"]
        if i and colours[i - 1].end == mention.start:
            names += colours[i - 1].kinds["colour"]  # `blue green` is either
        target = (
            _label(words, mention, nouns)
            or _noun_after(words, mention, starts, ends)
            or _inverted(words, mention, starts)
            or _in_colour(words, mention, nouns)
            or _noun_before(words, mention, nouns)
            or _topic(words, nouns, topic)
        )
        if target is not None and target.role == "generic":
            target = _painted(words, target, nouns, topic)
        if target is None or not target.names:
            continue
        sure = target.sure and target.role != "part" and _close(words, mention, target)
        text = f"{mention.text} {target.names[0]}"
        yield Claim("colour", (target.names,), names, text, sure, mention.denied)


def count_claims(
    words: Sequence[str], found: Sequence[Mention], nouns: Sequence[Anchor]
) -> Iterator[Claim]:
    """Yield a claim for every number that stands before a thing."""
    starts = {anchor.start: anchor for anchor in nouns if anchor.role != "pronoun"}
    for mention in found:
        if "count" not in mention.kinds or not mention.claimed:
            continue
        target = _noun_after(words, mention, starts, {}) if _counts(words, mention) else None
        if target is not None and target.role == "thing" and target.sure:
            names = mention.kinds["count"]
            yield Claim("count", (target.names,), names, f"{mention.text} {target.names[0]}")


def _label(words: Sequence[str], mention: Mention, nouns: Sequence[Anchor]) -> Anchor | None:
    """Return the thing that a colour labels in a list: `boat red, house blue`."""
    if words[mention.end : mention.end + 1] not in ((",",), (";",), ()):
        return None
    return next((a for a in nouns if a.end == mention.start and a.role == "thing"), None)


def _counts(words: Sequence[str], mention: Mention) -> bool:
    """Say whether `one` is a number and not somebody: `one can see three people`."""
    return mention.text != "one" or _ACTS.isdisjoint(words[mention.end : mention.end + 1])


def _noun_after(
    words: Sequence[str], mention: Mention, starts: dict[int, Anchor], colours: dict[int, int]
) -> Anchor | None:
    """Return the noun that follows: `red boat`, `red wooden boat`, `red and white boat`."""
    at, joined = mention.end, False
    predicate = mention.start > 0 and words[mention.start - 1] in _COPULA | {"in"}
    while at < min(len(words), mention.end + 5):
        if at in colours:
            at, joined = colours[at], False
        elif at in starts and starts[at].role != "pronoun":
            return None if joined else starts[at]
        elif words[at] in {",", "and"} and not predicate and at in (mention.end, *colours.values()):
            at, joined = at + 1, True
        elif words[at] in _ENDS or words[at] == ",":
            return None
        else:
            at, joined = at + 1, False
    return None


def _inverted(words: Sequence[str], mention: Mention, starts: dict[int, Anchor]) -> Anchor | None:
    """Return the subject that follows its verb: `red is the boat`."""
    rest = words[mention.end : mention.end + 2]
    if rest and rest[0] == "of":  # `the red of the boat`
        return starts.get(mention.end + 2)
    if rest and rest[0] in _COPULA and (not mention.start or words[mention.start - 1] in _CLAUSE):
        return starts.get(mention.end + 2) or starts.get(mention.end + 1)
    return None


def _in_colour(words: Sequence[str], mention: Mention, nouns: Sequence[Anchor]) -> Anchor | None:
    """Return the thing of `a boat on the left of the picture, red in colour`."""
    things = [a for a in nouns if a.role == "thing" and a.end <= mention.start]
    after = words[mention.end : mention.end + 2]
    return things[-1] if things and after in (("in", "colour"), ("in", "color")) else None


def _noun_before(words: Sequence[str], mention: Mention, nouns: Sequence[Anchor]) -> Anchor | None:
    """Return the noun that goes before: `the boat is red`, `boat, red`, `a man in red`."""
    before = [a for a in nouns if a.end <= mention.start and words[a.start] not in _WHOSE]
    if not before:
        return None
    last = before[-1]
    for verb in range(mention.start - 1, max(last.end, mention.start - 5) - 1, -1):
        if words[verb] in _COPULA:
            return _subject_of(words, verb, before)
        if words[verb] in _ASIDE:
            break
    gap = words[last.end : mention.start]
    if len(gap) > _REACH or any(word in _BLOCKS for word in gap):
        return None
    return last if not gap or any(word in _LINKS for word in gap) else None


def _subject_of(words: Sequence[str], verb: int, before: Sequence[Anchor]) -> Anchor:
    """Return the first noun of the clause that a verb stands in."""
    start = verb
    while start > 0 and words[start - 1] not in _CLAUSE:
        start -= 1
    if words[verb - 1] in {"that", "which", "who"}:
        return [a for a in before if a.end <= verb][-1] if before[0].end <= verb else before[0]
    clause = [anchor for anchor in before if anchor.start >= start]
    return clause[0] if clause else before[0]


def _close(words: Sequence[str], mention: Mention, target: Anchor) -> bool:
    """Say whether a colour is near enough to contradict; a distant one can only agree."""
    gap = words[target.end : mention.start]
    return target.start >= mention.end or len(gap) < 2 or not _SAYING.isdisjoint(gap)


def _painted(
    words: Sequence[str], noun: Anchor, nouns: Sequence[Anchor], topic: tuple[str, ...]
) -> Anchor | None:
    """Return the thing that coloured paint is the paint of: `orange pigment gives it weight`."""
    if not _PAINT.intersection(words[noun.start : noun.end]):
        return None
    return Anchor(noun.start, noun.end, "part", subject(nouns) or topic, sure=False)


def _topic(words: Sequence[str], nouns: Sequence[Anchor], topic: tuple[str, ...]) -> Anchor | None:
    """Return the topic where a short sentence names nothing itself, as `Red` does."""
    if topic and len(words) <= 2 * _REACH and not any(anchor.names for anchor in nouns):
        return Anchor(0, 0, "pronoun", topic)
    return None
