"""The level of a dialogue (MDIUC), by the share of its turns that are answered rightly.

0  None.
1  Fewer than half.
2  Fewer than four in five.
3  Four in five; or all, but the feeling asked for is not justified.
4  All, and the feeling is justified.
5  Also by several facts, among them light, palette or technique.
"""

from collections.abc import Sequence
from dataclasses import dataclass

_HALF, _MOST = 0.5, 0.8
_MAKING = ("light:", "palette:", "technique:")


@dataclass(frozen=True, slots=True)
class Turn:
    """One answered turn.

    Attributes:
        score: 1 right, 0.5 nearly right, 0 wrong.
        errors: Serious errors in the answer, whatever was asked.
        grounds: What justifies its feeling; None where no feeling was asked for.
        cap: The highest level that its form allows.
    """

    score: float
    errors: int
    grounds: tuple[str, ...] | None
    cap: int


def level(turns: Sequence[Turn]) -> int:
    """Return the level of a dialogue."""
    share = sum(turn.score for turn in turns) / len(turns)
    if share < _MOST:
        return 0 if not share else 1 if share < _HALF else 2
    if share < 1 or sum(turn.errors for turn in turns) > 1:
        return 3
    asked = [turn.grounds for turn in turns if turn.grounds is not None]
    if not all(asked):
        return 3
    making = [ground for grounds in asked for ground in grounds if ground.startswith(_MAKING)]
    return 5 if making and any(len(set(grounds)) > 1 for grounds in asked) else 4
