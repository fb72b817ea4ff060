"""The level of an analysis of feelings (ISAC).

0  No feeling is named.
1  Only wrong feelings, or feelings without a ground that the picture holds.
2  A feeling with grounds, but imperfect: near the right one, or right beside a wrong one.
3  The persons' or the viewer's feeling is right and justified.
4  Both are, with one other thing told wrongly at most.
5  Both are, by four facts or more, two of them light, palette or technique, and nothing is wrong.

A picture without persons has one side only, the viewer's.
"""

from artbench.grading.checking.feelings import FeelingCheck
from artbench.grading.checking.findings import Findings, fits

_SEVERAL = 4
_TOLERATED = 1
_MAKING = ("light:", "palette:", "technique:")


def level(found: Findings, *, persons: bool) -> int:
    """Return the level of an analysis; `persons` says whether the picture shows any."""
    sides = [found.viewer, found.persons] if persons else [found.viewer]
    if all(side.match == "missing" and not side.labels for side in (found.viewer, found.persons)):
        return 0
    right = [side for side in sides if side.match == "right" and side.grounds]
    if len(right) == len(sides):
        best = 5 if _artful(right) and not found.errors else 4
        return best if found.errors <= _TOLERATED else 3
    spoilt = any(side.match in ("wrong", "mixed") for side in sides)
    if right:
        return 2 if spoilt or found.errors > 2 * _TOLERATED else 3
    return 2 if any(_imperfect(side) for side in sides) else 1


def _imperfect(side: FeelingCheck) -> bool:
    return bool(side.grounds) and (fits(side.match) or side.match == "mixed")


def _artful(sides: list[FeelingCheck]) -> bool:
    grounds = {ground for side in sides for ground in side.grounds}
    making = [ground for ground in grounds if ground.startswith(_MAKING)]
    return len(grounds) >= _SEVERAL and len(making) > 1
