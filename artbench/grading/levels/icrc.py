"""The level of a recognition (ICRC), by what is named and how rightly.

0  Nothing of the picture is named.
1  Something is, but less than half of it or among more errors than hits.
2  Half of the things or more.
3  All things, with one error at most.
4  All things without an error, each with its colour or its place.
5  Also three in four of all colours and places, and what the things are set in.
"""

from artbench.grading.checking.findings import Findings

_MOST = 0.75
_SETTING = ("surroundings", "technique", "light", "palette")


def level(found: Findings, colourless: frozenset[str]) -> int:
    """Return the level of a recognition; `colourless` names the things without a colour."""
    named = [name for name, check in found.things.items() if check.named]
    set_in = any(found.traits[kind] == "right" for kind in _SETTING)
    if not named:
        return 1 if set_in and found.errors < 2 else 0
    if 2 * len(named) < len(found.things) or found.errors > len(named):
        return 1
    if len(named) < len(found.things) or found.errors > 1:
        return 2
    bare = [n for n, c in found.things.items() if "right" not in (c.colour, c.place)]
    if found.errors or not colourless.issuperset(bare):
        return 3
    told = [check.place == "right" for check in found.things.values()]
    told += [c.colour == "right" for name, c in found.things.items() if name not in colourless]
    return 5 if set_in and sum(told) >= _MOST * len(told) else 4
