"""The main job on real input: the 27 published pictures, answered and left ungraded."""

import json
import re
from pathlib import Path

import pytest
from tiny import Command

from artbench.runs import Run

DATA = Path(__file__).parents[3] / "shared" / "artmm"
pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="the published pictures are not here")


def check_all_answered_and_nothing_zero(out: str, err: str) -> None:
    rows = {row["task"]: row for row in json.loads(out)}
    totals = {"idc": 10, "isac": 10, "icrc": 5, "mdiuc": 2, "all": 27}
    assert {task: row["total"] for task, row in rows.items()} == totals
    assert {(row["mean"], row["n"], row["grader"]) for row in rows.values()} == {(None, 0, None)}
    kept = re.search(r"kept in (\S+)", err)
    assert kept
    outputs = Run(Path(kept[1])).outputs().values()
    assert len(outputs) == 35
    assert all(output.text is not None for output in outputs)


def test_all_pictures_are_answered_and_nothing_is_zero(artbench: Command, model: str) -> None:
    ended = artbench(
        "run", "--model", model, "--suite", "artmm:published", "--from", DATA, "--json"
    )
    assert ended.code == 0
    check_all_answered_and_nothing_zero(ended.out, ended.err)


def test_a_copy_may_lie_in_the_data_folder(
    artbench: Command, model: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "artmm-published").symlink_to(DATA)
    monkeypatch.setenv("ARTBENCH_DATA", str(tmp_path / "data"))
    assert artbench("run", "--model", model, "--suite", "artmm:published").code == 0


@pytest.mark.slow
def test_artgpt4_answers_all_of_them(artbench: Command) -> None:
    command = ["run", "--model", "artgpt4", "--suite", "artmm:published", "--from", DATA, "--json"]
    ended = artbench(*command)
    assert ended.code == 0
    check_all_answered_and_nothing_zero(ended.out, ended.err)
