"""A suite is what its card declares, or it is refused with a message."""

import json
from pathlib import Path

import pytest
import tiny

from artbench.catalogue import find_suite
from artbench.errors import ArtbenchError, CardError, MissingError
from artbench.suites import open_suite


def changed(suite: Path, line: int, **values: object) -> None:
    works = tiny.read_works(suite.parent / "pictures")
    works[line].update(values)
    tiny.write_works(suite.parent / "pictures", works)


def test_samples_come_as_they_are_written(suite: Path) -> None:
    first, *_, last = open_suite(find_suite(str(suite)))
    assert (first.id, first.task, first.facets) == ("look-0", "look", {"colour": "blue"})
    assert first.questions[0].text == "What is this?"
    assert first.questions[0].references == ("a blue picture", "one colour")
    assert [question.text for question in last.questions] == [
        "Question 0?",
        "Question 1?",
        "Question 2?",
    ]
    assert last.facts is None


def test_the_question_may_be_left_to_the_card(suite: Path) -> None:
    changed(suite, 0, questions=[])
    assert open_suite(find_suite(str(suite)))[0].questions[0].text == "What is this?"


def test_a_right_checksum_is_accepted(suite: Path) -> None:
    changed(suite, 0, sha256=tiny.sha256(suite.parent / "pictures" / "look-0.png"))
    assert len(open_suite(find_suite(str(suite)))) == 6


@pytest.mark.parametrize(
    ("change", "error", "message"),
    [
        ({"id": "look-1"}, CardError, "id 'look-1' is given twice; ids must be unique"),
        ({"task": "smell"}, CardError, "task 'smell' is not in .*tiny.toml; add a"),
        (
            {"task": "talk"},
            CardError,
            "task look has 3 samples, expected 4 as .*tiny.toml declares",
        ),
        ({"image": "gone.png"}, MissingError, "sample look-0: there is no picture .*gone.png"),
        ({"image": "../tiny.toml"}, CardError, "image '../tiny.toml' leaves .*pictures"),
        ({"sha256": "0" * 64}, MissingError, "look-0.png: found SHA-256 .*, expected 000000000000"),
        ({"sha": "0"}, CardError, "works.jsonl:1: unknown key sha"),
        ({"id": 7}, CardError, "works.jsonl:1: id: expected str, found 7"),
        (
            {"questions": [{"text": "Why?"}]},
            CardError,
            "asks .'Why.'., expected the question of task",
        ),
        ({"questions": [{"text": " "}]}, CardError, "found an empty question"),
    ],
)
def test_a_wrong_line_is_refused(
    suite: Path, change: dict[str, object], error: type[ArtbenchError], message: str
) -> None:
    changed(suite, 0, **change)
    with pytest.raises(error, match=message) as caught:
        open_suite(find_suite(str(suite)))
    assert "\n" not in str(caught.value)


def test_a_line_that_is_no_object_is_refused(suite: Path) -> None:
    path = suite.parent / "pictures" / "works.jsonl"
    path.write_text(path.read_text() + json.dumps(["no"]) + "\n")
    with pytest.raises(CardError, match=r"works.jsonl:7: expected an object, found \['no'\]"):
        open_suite(find_suite(str(suite)))


def test_an_empty_suite_is_refused(suite: Path) -> None:
    (suite.parent / "pictures" / "works.jsonl").write_text("")
    with pytest.raises(CardError, match="pictures: no samples; expected those that .*tiny.toml"):
        open_suite(find_suite(str(suite)))


def test_absent_data_say_both_ways_to_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ARTBENCH_DATA", str(tmp_path))
    with pytest.raises(
        MissingError, match=r"artbench data get artmm:published.*--from DIR"
    ) as caught:
        open_suite(find_suite("artmm:published"))
    assert caught.value.exit_code == 4
    with pytest.raises(MissingError, match="gone: no such folder"):
        open_suite(find_suite("artmm:published"), tmp_path / "gone")


def test_an_unknown_reader_is_refused(suite: Path) -> None:
    suite.write_text(suite.read_text().replace("works-jsonl", "works-json"))
    with pytest.raises(CardError, match="reader 'works-json' is unknown; known: .*works-jsonl"):
        open_suite(find_suite(str(suite)))
