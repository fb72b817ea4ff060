"""The boards of a suite from all runs there are."""

from collections.abc import Sequence
from dataclasses import dataclass

from artbench.board.choice import choose_grader, choose_runs
from artbench.board.rows import Leaderboard, leaderboard
from artbench.catalogue import ChosenSuite
from artbench.runs import Run


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """Boards, the largest first, and what stands apart from it."""

    boards: tuple[Leaderboard, ...]
    notes: tuple[str, ...]


def make_boards(suite: ChosenSuite, runs: Sequence[Run], judge: str | None) -> Made:
    """Return one board per version and data of a suite's edition.

    Raises:
        UsageError: Several judges have graded and none was named.
    """
    choice = choose_runs(runs, suite.name)
    boards = tuple(
        leaderboard(group, choose_grader(group, judge), suite.card.headline)
        for group in choice.groups
    )
    return Made(boards=boards, notes=choice.notes)
