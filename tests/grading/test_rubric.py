"""The four rubrics load with their six levels, and a wrong one says what is wrong with it."""

from pathlib import Path

import pytest

from artbench.errors import CardError
from artbench.folders import cards_root
from artbench.grading.rubric import POINTS, load_rubric, render

RUBRICS = sorted((cards_root() / "benchmarks" / "artmm" / "rubrics").glob("*.toml"))


def test_there_is_one_rubric_for_each_task() -> None:
    assert [path.stem for path in RUBRICS] == ["icrc", "idc", "isac", "mdiuc"]


@pytest.mark.parametrize("path", RUBRICS, ids=lambda path: path.stem)
def test_a_rubric_has_six_levels_with_meanings_of_their_own(path: Path) -> None:
    card = load_rubric(path)
    assert tuple(level.points for level in card.levels) == POINTS
    assert len({level.meaning for level in card.levels}) == len(POINTS)


def test_rendered_it_is_a_title_and_a_line_for_each_level() -> None:
    card = load_rubric(RUBRICS[1])
    lines = render(card).splitlines()
    assert lines[0] == card.title
    assert [line[:3] for line in lines[1:]] == [f"{points}: " for points in POINTS]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("version = 1", "verison = 1", "unknown key verison"),
        ("version = 1", "", "missing key version"),
        ("version = 1", "version = '1'", "version: expected int, found '1'"),
        ('name = "idc"', 'name = "isac"', "name = 'isac', expected 'idc'"),
        ("points = 3", "points = 4", r"expected points 0 to 5 in order, found \[0, 1, 2, 4"),
        ("points = 3", "points = 3.0", "points: expected int, found 3.0"),
        ("points = 3", "", r"level\[3\]: missing key points"),
        ("meaning = ", "meanings = ", "unknown key meanings"),
        ("[[level]]", "[[level]", "not TOML"),
    ],
)
def test_says_what_is_wrong(tmp_path: Path, old: str, new: str, message: str) -> None:
    text = RUBRICS[1].read_text(encoding="utf-8")
    assert old in text
    bad = tmp_path / "idc.toml"
    bad.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(CardError, match=message):
        load_rubric(bad)


def test_a_level_without_a_meaning_is_refused(tmp_path: Path) -> None:
    bad = tmp_path / "bare.toml"
    levels = "".join(f"[[level]]\npoints = {points}\nmeaning = ' '\n" for points in POINTS)
    bad.write_text(f"name = 'bare'\ntitle = 'Bare'\nversion = 1\n{levels}", encoding="utf-8")
    with pytest.raises(CardError, match="level 0: expected a meaning, found none"):
        load_rubric(bad)
