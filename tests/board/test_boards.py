"""A board shows what was measured, marks what is not whole, and never mixes what differs."""

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import tiny

from artbench.board.choice import choose_grader, choose_runs
from artbench.board.making import Made, make_boards
from artbench.board.rows import leaderboard, run_rows
from artbench.board.tables import board_tables
from artbench.board.text import to_json, to_markdown
from artbench.catalogue import find_suite
from artbench.cli.screen import show_tables
from artbench.errors import AlignmentError, UsageError
from artbench.records import Counts, ScoreRow
from artbench.runs import Run, begin
from artbench.types import Grade

IDS = {"look": ("look-0", "look-1"), "talk": ("talk-4",)}
POINTS = {"look-0": 1, "look-1": 3, "talk-4": 5}


def made(
    root: Path,
    model: str = "echo",
    points: Mapping[str, int | None] = POINTS,
    judge: str = "colours",
    **changes: Any,
) -> Run:
    """Write a run; `error` and `ended` are of its record, other changes of its suite."""
    counts = Counts(ok=3, error=changes.pop("error", 0))
    ended = changes.pop("ended", "2026-01-01T00:00:00+00:00")
    record = tiny.record(model, **{"samples": IDS, "requests": 3, **changes})
    with begin(root, record) as run:
        for sample, level in points.items():
            run.add_grade(Grade(sample_id=sample, points=level, reason="seen", raw="", judge=judge))
        run.put_record(replace(record, ended=ended, counts=counts))
        score = {"value": 0.25, "low": 0.2, "high": 0.3, "n": 2, "signature": "bleu|order:1"}
        run.put_scores([ScoreRow(task="look", metric="bleu_1", **score)])
    return Run(run.folder)


def boards(suite: Path, *runs: Run, judge: str | None = None) -> Made:
    return make_boards(find_suite(str(suite)), runs, judge)


def test_the_overall_row_is_the_mean_of_the_task_means(tmp_path: Path) -> None:
    rows = {row.task: row for row in run_rows(made(tmp_path), "colours")}
    assert [rows[task].mean for task in ("look", "talk", "all")] == [2.0, 5.0, 3.5]
    assert [(rows[task].n, rows[task].total) for task in rows] == [(2, 2), (1, 1), (3, 3)]
    assert rows["all"].low is not None
    assert rows["all"].low <= 3.5
    assert rows["look"].signature.startswith("rubric:0-5|grader:colours|mean|boot:")


def test_the_ungraded_is_counted_and_is_no_zero(tmp_path: Path) -> None:
    run = made(tmp_path, points={"look-0": 4, "look-1": None})
    rows = {row.task: row for row in run_rows(run, "colours")}
    assert (rows["look"].mean, rows["look"].n, rows["look"].total) == (4.0, 1, 2)
    assert (rows["talk"].mean, rows["talk"].n, rows["talk"].total) == (None, 0, 1)
    assert (rows["all"].mean, rows["all"].n) == (None, 1)


def test_the_best_model_stands_first_and_the_ungraded_last(suite: Path, tmp_path: Path) -> None:
    (board,) = boards(
        suite,
        made(tmp_path, "none", points={}),
        made(tmp_path, "low", points=dict.fromkeys(POINTS, 1)),
        made(tmp_path, "high", points=dict.fromkeys(POINTS, 4)),
    ).boards
    models = list(dict.fromkeys(row.model for row in board.rows))
    assert models == ["high:nano", "low:nano", "none:nano"]


def test_a_suite_without_rubric_is_sorted_by_its_headline(suite: Path, tmp_path: Path) -> None:
    runs = [made(tmp_path, name, points={}) for name in ("b", "a")]
    board = leaderboard(runs, None, headline="bleu_1")
    assert board.rows[0].metrics[0].metric == "bleu_1"
    assert board.grader is None


def test_markdown_shows_points_intervals_counts_and_metrics(suite: Path, tmp_path: Path) -> None:
    text = to_markdown(boards(suite, made(tmp_path), made(tmp_path, "none", points={})).boards)
    assert "# tiny:here" in text
    assert "version 1 · data d · graded by colours" in text
    assert "| model | all | look | talk | samples |" in text
    assert "| none:nano | – | – | – | 0/3 graded |" in text
    assert "2.00 [1.00, 3.00]" in text
    assert "| echo:nano | 25.0 [20.0, 30.0] |" in text


def test_failures_and_unfinished_runs_are_marked(suite: Path, tmp_path: Path) -> None:
    broken = made(tmp_path, "broken", error=1)
    killed = made(tmp_path, "killed", ended=None)
    text = to_markdown(boards(suite, broken, killed, made(tmp_path)).boards)
    assert "| broken:nano | 3.50* [" in text
    assert "* broken:nano: 1 answers failed; means are over what was graded" in text
    assert "* killed:nano: not finished" in text
    assert "echo:nano: " not in text


def test_json_rows_have_what_others_read(suite: Path, tmp_path: Path) -> None:
    (board,) = boards(suite, made(tmp_path)).boards
    rows = json.loads(to_json(board.rows))
    assert [row["task"] for row in rows] == ["look", "talk", "all"]
    wanted = {"model", "suite", "task", "mean", "low", "high", "n", "total", "grader"}
    assert all(wanted <= row.keys() for row in rows)
    assert rows[0]["suite"] == "tiny:here"
    assert rows[0]["metrics"][0]["metric"] == "bleu_1"


def test_a_table_for_the_terminal_says_the_same(
    suite: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (board,) = boards(suite, made(tmp_path)).boards
    show_tables(board_tables(board))
    said = capsys.readouterr().out
    assert "echo:nano" in said
    assert "2.00 [1.00, 3.00]" in said
    assert "3/3 graded" in said
    assert "\x1b" not in said  # no colours into a pipe


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"version": 2}, "version is 2"),
        ({"data": "e"}, "data is e"),
        ({"edition": "x"}, "suite is"),
    ],
)
def test_what_differs_is_never_on_one_board(
    tmp_path: Path, change: dict[str, object], found: str
) -> None:
    apart = made(tmp_path, "apart", **change)
    with pytest.raises(AlignmentError, match=f"{apart.folder}: {found}.*cannot be compared"):
        leaderboard([made(tmp_path), apart], "colours")


def test_runs_of_other_versions_or_data_get_their_own_board(suite: Path, tmp_path: Path) -> None:
    runs = [made(tmp_path), made(tmp_path, "two"), made(tmp_path, "old", version=2)]
    found = boards(suite, *runs, made(tmp_path, "far", edition="there"))
    assert [len(board.rows) for board in found.boards] == [6, 3]
    assert found.notes == (f"{runs[2].folder}: stands apart: made of version 2 with data d",)


def test_a_newer_run_of_a_model_stands_for_it(tmp_path: Path) -> None:
    old, new = made(tmp_path), made(tmp_path / "more")
    new.record = replace(new.record, started="2099-01-01T00:00:00+00:00")
    choice = choose_runs([new, old], "tiny:here")
    assert choice.groups == ((new,),)
    assert choice.notes == (f"{old.folder}: left out: {new.folder} is a newer run of echo:nano",)
    with pytest.raises(AlignmentError, match="several runs of echo:nano"):
        leaderboard([old, new], "colours")


def test_a_run_with_a_limit_enters_no_board(suite: Path, tmp_path: Path) -> None:
    found = boards(suite, made(tmp_path, limit=2))
    assert found.boards == ()
    assert "made with --limit 2, no result" in found.notes[0]


def test_judges_never_share_a_board(suite: Path, tmp_path: Path) -> None:
    runs = [made(tmp_path), made(tmp_path, "two", judge="wise")]
    with pytest.raises(UsageError, match="graded by colours, wise: .*name one with --judge"):
        boards(suite, *runs)
    (board,) = boards(suite, *runs, judge="wise").boards
    assert {row.model: row.grader for row in board.rows} == {"two:nano": "wise", "echo:nano": None}
    with pytest.raises(UsageError, match="no run was graded by 'me', only by colours, wise"):
        choose_grader(runs, "me")
