"""`list` and `show` say what there is, for people and for programs."""

import json
from pathlib import Path

from tiny import Command


def test_models_and_suites_are_listed(artbench: Command) -> None:
    assert "artgpt4:nano" in artbench("list", "models").out
    rows = json.loads(artbench("list", "suites", "--json").out)
    suites = {row["name"]: row for row in rows}
    assert suites["artmm:open"]["samples"] == 110
    assert suites["artmm:published"]["samples"] == 27


def test_runs_are_listed(artbench: Command, model: str, suite: Path) -> None:
    assert json.loads(artbench("list", "runs", "--json").out) == []
    assert artbench("list", "runs").out == ""
    artbench("run", "--model", model, "--suite", suite)
    (row,) = json.loads(artbench("list", "runs", "--json").out)
    assert (row["suite"], row["model"], row["failed"]) == ("tiny:here", "Echo:local", 0)
    assert "Echo:local" in artbench("list", "runs").out


def test_show_tells_of_a_model_a_suite_and_a_run(
    artbench: Command, model: str, suite: Path
) -> None:
    shown = json.loads(artbench("show", "artgpt4", "--json").out)
    assert (shown["name"], shown["weights"]) == ("artgpt4:nano", "package:artgpt4/nano")
    assert "question: Describe this picture" in artbench("show", "artmm").out
    assert "reader: artmm-evaluation" in artbench("show", "artmm:published").out
    assert json.loads(artbench("show", suite, "--json").out)["name"] == "tiny:here"
    assert json.loads(artbench("show", model, "--json").out)["name"] == "Echo:local"
    folder = artbench("answer", "--model", model, "--suite", suite).out.strip()
    assert json.loads(artbench("show", folder, "--json").out)["suite"]["name"] == "tiny"


def test_show_of_an_unknown_name_is_one_line(artbench: Command) -> None:
    ended = artbench("show", "artmn")
    assert (ended.code, ended.err.count("\n")) == (3, 1)
    assert "unknown name 'artmn'" in ended.err
    assert "artmm" in ended.err


def test_the_version_is_shown(artbench: Command) -> None:
    assert artbench("--version").out.startswith("artbench 0.")
