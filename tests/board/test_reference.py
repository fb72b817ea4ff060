"""The boards in the repository are what the reference runs beside them give."""

from pathlib import Path

import pytest

from artbench.board.making import make_boards
from artbench.board.text import to_markdown
from artbench.catalogue import find_suite
from artbench.runs import find_runs
from artbench.verification import differences

RESULTS = Path(__file__).parents[2] / "results"
RUNS = find_runs(RESULTS / "reference") if (RESULTS / "reference").is_dir() else []


def test_the_nano_models_have_reference_runs() -> None:
    assert {"artgpt4:nano", "minigpt4:nano", "majority:nano"} <= {run.model for run in RUNS}


def test_the_board_is_rebuilt_from_the_runs() -> None:
    made = make_boards(find_suite("artmm"), RUNS, None)
    assert made.notes == ()
    assert len(made.boards) == 1
    path = RESULTS / "leaderboards" / "artmm-open.md"
    assert path.read_text(encoding="utf-8") == to_markdown(made.boards)


@pytest.mark.parametrize("run", RUNS, ids=lambda run: run.model)
def test_a_reference_run_is_whole_and_says_what_its_answers_say(run) -> None:  # type: ignore[no-untyped-def]
    assert run.record.ended
    assert (run.record.counts.error, run.record.counts.missing) == (0, 0)
    assert differences(run, None) == []
