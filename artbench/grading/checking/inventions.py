"""Finds what an answer names that the picture does not hold."""

from artbench.grading.checking.things import line_trait
from artbench.grading.checking.truth import trait, unremarkable
from artbench.grading.reading.answer import Line, Reading
from artbench.grading.reading.grammar import words as small_words
from artbench.grading.reading.mention import Mention
from artbench.suites.open.facts import Facts

_FIGURED = small_words("figured_kinds")
_LIKENED = small_words("likened_kinds")
_ACTING = small_words("acting_kinds")


def invented(facts: Facts, reading: Reading) -> list[str]:
    """Return what an answer names that the picture does not hold, each once."""
    here = {thing.name for thing in facts.things}
    implied = unremarkable(facts)
    found: dict[str, None] = {}
    for line in reading.lines:
        for mention in line.mentions:
            fruit = _is_fruit(line, mention)  # `a lemon`, not `a lemon sky`
            name = _invention(facts, mention, here, fruit=fruit) if mention.claimed else None
            known = implied & {name, mention.text, mention.text.removesuffix("s")}
            if name is not None and not known and not _is_figure(line, mention):
                found.setdefault(name)
            if not known and line_trait(facts, line, mention, "surroundings") is False:
                found.setdefault(mention.kinds["surroundings"][0])
    return list(found)


def _is_fruit(line: Line, mention: Mention) -> bool:
    before = line.words[mention.start - 1] if mention.start else ""
    after = line.words[mention.end] if mention.end < len(line.words) else ","
    return "other" in mention.kinds and before in {"a", "an"} and after in {",", "and", "or", "on"}


def _is_figure(line: Line, mention: Mention) -> bool:
    """Say whether a noun is none: `needles of rain`, `the dignity of a temple`, `heads sink`."""
    after = line.words[mention.end : mention.end + 1]
    before = line.words[max(mention.start - 2, 0) : mention.start]
    for other in line.mentions:
        if other.end == mention.start and not _ACTING.isdisjoint(other.kinds):
            return True
        close = after == ("of",) and mention.end < other.start < mention.end + 3
        if close and not _FIGURED.isdisjoint(other.kinds):
            return True
        likened = before in (("of", "a"), ("of", "an")) and other.end == mention.start - 2
        if likened and not _LIKENED.isdisjoint(other.kinds):
            return True
    return False


def _invention(facts: Facts, mention: Mention, here: set[str], *, fruit: bool) -> str | None:
    kinds = mention.kinds
    if kinds.keys() & {"generic", "maybe", "viewer"} or ("colour" in kinds and not fruit):
        return None
    if facts.genre in kinds.get("setting", ()):
        return None
    if "thing" in kinds:
        true_air = trait(facts, "surroundings") in kinds.get("surroundings", ())
        return None if here & set(kinds["thing"]) or true_air else kinds["thing"][0]
    return mention.text if "other" in kinds else None
