"""The sets of small words in `grammar.toml`, read once."""

import tomllib
from pathlib import Path

_SETS: dict[str, str] = tomllib.loads(
    Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")
)


def words(name: str) -> frozenset[str]:
    """Return a set of small words by its name."""
    return frozenset(_SETS[name].split())
