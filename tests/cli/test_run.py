"""`artbench run` and its stages: what is printed, what is kept, and how each refusal ends."""

import json
import re
from pathlib import Path

import pytest
import tiny
from tiny import Command

from artbench.grading import GRADERS
from artbench.runs import find_runs


@pytest.fixture
def graded(suite: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setitem(GRADERS, "colours", "graders:ColourGrader")
    suite.write_text(suite.read_text() + 'graders = ["colours"]\n')
    return suite


def test_run_prints_points_and_scores_and_keeps_them(
    artbench: Command, model: str, graded: Path
) -> None:
    ended = artbench("run", "--model", model, "--suite", graded)
    assert ended.code == 0
    assert "Echo:local on tiny:here" in ended.out
    assert re.search(r"look +│ +2\.50 \[\S+, \S+\] │ 4/4 graded", ended.out)
    assert re.search(r"all +│ +2\.50 \[\S+, \S+\] │ 6/6 graded", ended.out)
    assert "colours" in ended.out
    assert re.search(r"look +│ +bleu_1 │ 60\.0 \[60\.0, 60\.0\] │ 4", ended.out)
    assert "kept in runs/tiny/here/Echo-local/" in ended.err
    assert len(find_runs(Path("runs"))) == 1


def test_a_finished_run_prints_the_same_at_once(
    artbench: Command, model: str, graded: Path
) -> None:
    first = artbench("run", "--model", model, "--suite", graded)
    again = artbench("run", "--model", model, "--suite", graded)
    assert again.out == first.out
    assert "answering" in first.err
    assert "answering" not in again.err
    assert len(Path("calls.txt").read_text().splitlines()) == 10


def test_without_a_grader_nothing_is_zero(artbench: Command, model: str, suite: Path) -> None:
    ended = artbench("run", "--model", model, "--suite", suite)
    assert ended.code == 0
    assert re.search(r"look +│ +– │ 0/4 graded", ended.out)
    assert "0.00" not in ended.out


def test_json_has_a_row_per_task(artbench: Command, model: str, graded: Path) -> None:
    ended = artbench("run", "--model", model, "--suite", graded, "--json")
    rows = {row["task"]: row for row in json.loads(ended.out)}
    assert rows.keys() == {"look", "talk", "all"}
    for key in ("model", "suite", "task", "mean", "low", "high", "n", "total", "grader"):
        assert key in rows["all"]
    assert (rows["look"]["mean"], rows["look"]["n"], rows["look"]["total"]) == (2.5, 4, 4)
    assert rows["look"]["metrics"][0]["signature"].startswith("bleu|")


def test_a_limit_says_that_it_is_no_result(artbench: Command, model: str, graded: Path) -> None:
    ended = artbench("run", "--model", model, "--suite", graded, "--limit", 2)
    assert ended.code == 0
    assert "--limit 2: a try, no result" in ended.err
    board = artbench("leaderboard", "--suite", graded)
    assert board.code == 3
    assert "made with --limit 2, no result" in board.err


def test_failures_above_the_limit_end_with_their_own_code(
    artbench: Command, model: str, graded: Path
) -> None:
    (graded.parent / "pictures" / "look-0.png").write_text("no picture")
    ended = artbench("run", "--model", model, "--suite", graded)
    assert ended.code == 5
    assert "1 of 10 answers failed (--max-failures 0)" in ended.err
    assert re.search(r"look +│ +1\.67\* \[\S+, \S+\] │ 3/4 graded", ended.out)
    assert artbench("run", "--model", model, "--suite", graded, "--max-failures", 1).code == 0


def test_the_stages_one_by_one_come_to_the_same(
    artbench: Command, model: str, graded: Path
) -> None:
    whole = artbench("run", "--model", model, "--suite", graded, "--runs", "whole")
    answered = artbench("answer", "--model", model, "--suite", graded)
    folder = answered.out.strip()
    assert (Path(folder) / "outputs.jsonl").is_file()
    assert not (Path(folder) / "scores.json").exists()
    assert artbench("score", folder).code == 0
    assert artbench("grade", folder).out == whole.out
    assert artbench("verify", folder).code == 0


def test_a_grader_may_be_named_and_must_be_known(
    artbench: Command, model: str, suite: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(GRADERS, "colours", "graders:ColourGrader")
    artbench("run", "--model", model, "--suite", suite)
    folder = find_runs(Path("runs"))[0].folder
    assert "by colours" in artbench("grade", folder, "--judge", "colours").out
    ended = artbench("grade", folder, "--judge", "nobody")
    assert (ended.code, ended.err.count("\n")) == (3, 1)
    assert "unknown grader 'nobody'; known: colours, facts" in ended.err


def test_verify_names_what_differs(artbench: Command, model: str, graded: Path) -> None:
    artbench("run", "--model", model, "--suite", graded)
    folder = find_runs(Path("runs"))[0].folder
    path = folder / "grades.jsonl"
    path.write_text(path.read_text().replace('"points": 0', '"points": 3'))
    ended = artbench("verify", folder)
    assert ended.code == 5
    assert "look-1: grade by colours is 3, the answer gives 0" in ended.out


def test_the_runs_folder_may_come_from_the_environment(
    artbench: Command, model: str, suite: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ARTBENCH_RUNS", "elsewhere")
    artbench("run", "--model", model, "--suite", suite)
    assert len(find_runs(Path("elsewhere"))) == 1


@pytest.mark.parametrize(
    ("model_name", "suite_name", "code", "message"),
    [
        ("artgtp4", "artmm", 3, "unknown model 'artgtp4'; did you mean artgpt4?"),
        ("artgpt4:huge", "artmm", 3, "unknown edition of artgpt4 'huge'; known: nano"),
        ("artgpt4", "artm", 3, "unknown suite 'artm'; did you mean artmm?"),
        ("artgpt4", "artmm:opem", 3, "unknown edition of artmm 'opem'; did you mean open?"),
        ("artgpt4", "gone.toml", 3, "gone.toml: there is no such card"),
        ("majority", "artmm:published", 4, "artbench data get artmm:published"),
    ],
)
def test_a_wrong_name_is_one_line_with_its_code(  # noqa: PLR0913
    artbench: Command,
    monkeypatch: pytest.MonkeyPatch,
    model_name: str,
    suite_name: str,
    code: int,
    message: str,
) -> None:
    monkeypatch.setenv("ARTBENCH_DATA", "nowhere")
    ended = artbench("run", "--model", model_name, "--suite", suite_name)
    assert (ended.code, ended.out, ended.err.count("\n")) == (code, "", 1)
    assert message in ended.err
    assert not Path("runs").exists()


def test_a_wrong_card_is_one_line(artbench: Command, model: str, suite: Path) -> None:
    suite.write_text(tiny.CARD.replace("version", "verison"))
    ended = artbench("run", "--model", model, "--suite", suite)
    assert (ended.code, ended.err.count("\n")) == (2, 1)
    assert "tiny.toml: unknown key verison" in ended.err


def test_an_empty_suite_is_one_line(artbench: Command, model: str, suite: Path) -> None:
    tiny.write_works(suite.parent / "pictures", [])
    ended = artbench("run", "--model", model, "--suite", suite)
    assert (ended.code, ended.err.count("\n")) == (2, 1)
    assert "no samples; expected those that" in ended.err


def test_a_runs_folder_that_cannot_be_written_is_one_line(
    artbench: Command, model: str, suite: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    ended = artbench("run", "--model", model, "--suite", suite, "--runs", tmp_path / "file")
    assert (ended.code, ended.err.count("\n")) == (2, 1)
    assert "cannot be written" in ended.err
    assert "--runs DIR" in ended.err


def test_a_wrong_option_is_a_usage_error(artbench: Command) -> None:
    assert artbench("run", "--modle", "x").code == 2
    assert artbench("list", "things").code == 2
