"""The facts grader grades what is an answer, leaves ungraded what is none, and says why."""

import json
import time
from pathlib import Path

import pytest
from painted import BOAT, MOURNER, QUESTION, grade, points

from artbench.grading import find_grader
from artbench.grading.facts import FactsGrader
from artbench.suites.open.facts import to_json
from artbench.types import Output, Question, Sample

RIGHT = "An impasto painting of a red boat on the left, with two white birds and the sun."


def sample(task: str = "idc", **changes: object) -> Sample:
    values = {
        "id": "s",
        "task": task,
        "image": Path("s.webp"),
        "questions": (Question(text=QUESTION["idc"]),),
        "facts": to_json(BOAT),
    }
    return Sample(**(values | changes))  # type: ignore[arg-type]


def output(**changes: object) -> Output:
    return Output(**({"sample_id": "s", "turn": 0, "text": RIGHT} | changes))  # type: ignore[arg-type]


def test_it_is_found_by_its_name_and_signs_its_grades() -> None:
    grader = find_grader("facts")
    assert isinstance(grader, FactsGrader)
    found = grader.grade(sample(), [output()])
    assert (found.judge, found.sample_id, found.points) == ("facts", "s", 3)


@pytest.mark.parametrize("text", ["", "  \n\t "])
@pytest.mark.parametrize("task", ["idc", "isac", "icrc"])
def test_an_empty_answer_is_level_0(task: str, text: str) -> None:
    empty = output(text=text, outcome="empty")
    found = FactsGrader().grade(sample(task), [empty])
    assert (found.points, found.reason) == (0, "the answer is empty")


@pytest.mark.parametrize(
    ("changed", "outputs", "reason"),
    [
        (sample(), [output(text=None, outcome="error", reason="out of memory")], "out of memory"),
        (sample(), [], "turn 1 of 1 has no answer"),
        (sample(), [output(sample_id="t")], "turn 1 of 1 has no answer"),
        (sample(questions=(Question(text="a"), Question(text="b"))), [output()], "turn 2 of 2"),
        (sample(facts=None), [output()], "no facts"),
        (sample(facts={"genre": "seascape"}), [output()], "expected the keys of"),
        (sample("poem"), [output()], "no rules for task poem"),
        (sample("mdiuc"), [output()], "the facts expect 0 turns, the sample asks 1"),
    ],
)
def test_what_cannot_be_graded_is_ungraded_and_not_zero(
    changed: Sample, outputs: list[Output], reason: str
) -> None:
    found = FactsGrader().grade(changed, outputs)
    assert found.points is None
    assert reason in found.reason


def test_a_truncated_answer_is_an_answer() -> None:
    assert FactsGrader().grade(sample(), [output(outcome="truncated")]).points == 3


def test_turns_are_joined_by_their_number() -> None:
    asked = (Question(text="What is the main thing?"), Question(text="What colour is it?"))
    facts = {**to_json(BOAT), "expects": [["thing:boat"], ["colour:red"]]}
    turns = [output(turn=1, text="Red."), output(turn=0, text="A boat.")]
    assert FactsGrader().grade(sample("mdiuc", questions=asked, facts=facts), turns).points == 4


def test_the_reason_says_what_was_found() -> None:
    said = "A watercolour of a blue boat and a dog, with birds. It is sad. There is no sun."
    reason = grade("idc", BOAT, said).reason
    for part in (
        "names the main thing (boat)",
        "its colour is wrong",
        "1 of 2 other things (bird)",
        "technique (impasto) is wrong",
        "invents dog",
        "denies sun",
        "mood sadness is wrong",
        "-> 1",
    ):
        assert part in reason


def test_the_reason_of_an_analysis_names_both_sides_and_their_grounds() -> None:
    reason = grade("isac", MOURNER, "With bowed head he looks sad. The rain scares me.").reason
    assert "persons: sadness is right, justified by posture:head bowed" in reason
    assert "viewer: fear is near, justified by surroundings:rain" in reason


def test_the_raw_findings_are_json() -> None:
    raw = json.loads(grade("idc", BOAT, RIGHT).raw)
    assert raw["things"]["boat"] == {
        "named": True,
        "colour": "right",
        "place": "right",
        "count": "missing",
    }
    assert raw["traits"]["technique"] == "right"


def test_the_same_answer_always_gets_the_same_grade() -> None:
    assert len({grade("idc", BOAT, RIGHT) for _ in range(5)}) == 1


@pytest.mark.parametrize(
    "text",
    [
        "boat " * 200_000,
        "the red boat is not blue, because " * 30_000,
        "a" * 1_000_000,
        "\u0301" * 1_000_000,
        "arm raise " * 100_000,
        "\ufdfa" * 300_000,
        "red," * 250_000,
        "\x00\x01\ufffe\u202e boat \x07\ud83d",
        "这幅画展示了一艘红色的船。",
        "Le tableau montre un bateau rouge à gauche, peint en couches épaisses.",
        "!!!! ???? ,,,, ;;;;",
    ],
    ids=lambda text: text[:12].encode("unicode_escape").decode(),
)
def test_a_strange_text_is_read_quickly_and_never_well(text: str) -> None:
    started = time.process_time()
    for task in ("idc", "isac", "icrc"):
        assert points(task, BOAT, text) <= 2
    assert time.process_time() - started < 3
