"""The lexicon: which English words name which concepts of the painted world, and which do not.

The words lie in the TOML files beside this one; `lexicon()` reads them once. To teach the grader a
word, add it to its concept there.
"""

import tomllib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from artbench.grading.lexicon.forms import forms
from artbench.grading.lexicon.spelling import Spelling
from artbench.grading.reading.grammar import words as small_words
from artbench.grading.reading.text import phrase_words

_FOLDER = Path(__file__).parent
_MARKS = "~^"
# Function words are written in all their forms, so that `i` has no plural `is`.
_EXACT = small_words("exact_kinds")
# Function words and parts are left as they are written; only words of content have typos mended.
_MENDED = small_words("mended_kinds")


@dataclass(slots=True)
class Node:
    """A step of the tree of phrases: what may follow, and the concepts that end here."""

    then: dict[str, "Node"] = field(default_factory=dict)
    concepts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What `lexicon()` reads.

    Attributes:
        bases: The dictionary words that a form may belong to.
        tree: Phrases of dictionary words; a concept is `kind:name`, a group of a loose pattern
            `near:number:group`.
        near: The concept and the number of groups of every loose pattern.
        implied: What goes without saying where a concept holds.
        spelling: Mends words that are in no list.
    """

    bases: dict[str, tuple[str, ...]]
    tree: Node
    near: tuple[tuple[str, int], ...]
    implied: dict[str, frozenset[str]]
    spelling: Spelling

    def lookup(self, word: str) -> tuple[str, ...]:
        """Return the dictionary words of a form; of its likeliest correction where unknown."""
        known = self.bases.get(word)
        if known is not None:
            return known
        mended = self.spelling.mend(word)
        return self.bases[mended] if mended else ()


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Return the lexicon in the TOML files of this folder."""
    tables: dict[str, dict[str, str]] = {}
    for path in sorted(_FOLDER.glob("*.toml")):
        tables |= tomllib.loads(path.read_text(encoding="utf-8"))
    implied = {
        concept: frozenset(words.split(", ")) for concept, words in tables.pop("implied").items()
    }
    reader = _Builder()
    for kind, concepts in tables.items():
        for name, phrases in concepts.items():
            for phrase in phrases.split(","):
                reader.add(f"{kind}:{name}", " ".join(phrase.split()))
    bases = {form: tuple(sorted(words)) for form, words in reader.bases.items()}
    return Lexicon(bases, reader.tree, tuple(reader.near), implied, Spelling(reader.mended))


class _Builder:
    """Collects phrases into the tree."""

    def __init__(self) -> None:
        self.bases: defaultdict[str, set[str]] = defaultdict(set)
        self.tree = Node()
        self.near: list[tuple[str, int]] = []
        self.mended: set[str] = set()

    def add(self, concept: str, phrase: str) -> None:
        groups = [group.strip() for group in phrase.split("+")]
        if len(groups) == 1:
            self._insert(concept, phrase)
            return
        for number, group in enumerate(groups):
            for alternative in group.split("/"):
                self._insert(f"near:{len(self.near)}:{number}", alternative)
        self.near.append((concept, len(groups)))

    def _insert(self, concept: str, phrase: str) -> None:
        node = self.tree
        steps = list(_steps(phrase, "=" if concept.partition(":")[0] in _EXACT else ""))
        for word, mark in steps:
            for form in forms(word, mark):
                self.bases[form].add(word + mark)
            node = node.then.setdefault(word + mark, Node())
        if concept not in node.concepts:
            node.concepts += (concept,)
        if len(steps) == 1 and concept.partition(":")[0] in _MENDED:
            self.mended |= forms(*steps[0])


def _steps(phrase: str, default: str) -> Iterator[tuple[str, str]]:
    """Yield the words of a phrase, each with its mark; `default` where it has none."""
    for written in phrase.split():
        mark = written[-1] if written[-1] in _MARKS else default
        *first, last = phrase_words(written.rstrip(_MARKS))
        yield from ((word, "=") for word in first)
        yield last, mark
