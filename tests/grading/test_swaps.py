"""Over pictures drawn by chance: right answers do well, swapped ones no better than a constant."""

import re
from statistics import mean

import pytest
from painted import QUESTION, SAYERS, Facts, described, felt, invent, named, points

SEEDS = range(40)
PICTURES = [invent(seed) for seed in SEEDS]
PERSONS = [invent(seed, "figure" if seed % 2 else "group") for seed in SEEDS]
TASKS = {"idc": (described, PICTURES), "isac": (felt, PERSONS), "icrc": (named, PICTURES)}
CHANCE = 0.35  # levels that one drawing of 40 may differ from another


@pytest.mark.parametrize("task", TASKS)
def test_a_right_answer_in_plain_words_does_well(task: str) -> None:
    say, pictures = TASKS[task]
    for facts in pictures:
        assert points(task, facts, say(facts)) >= 4, say(facts)


@pytest.mark.parametrize("task", TASKS)
def test_answers_to_other_pictures_fall_to_a_constant_answer(task: str) -> None:
    say, pictures = TASKS[task]
    right = mean(points(task, facts, say(facts)) for facts in pictures)
    swapped = mean(
        points(task, facts, say(other))
        for shift in (1, 7, 19)
        for facts, other in _shifted(pictures, shift)
    )
    constant = mean(points(task, facts, say(one)) for facts in pictures for one in pictures[:8])
    assert swapped <= constant + CHANCE
    assert swapped < 2
    assert right > swapped + 2


@pytest.mark.parametrize("task", QUESTION)
@pytest.mark.parametrize(
    "invention",
    ["There is also a dog.", "A castle stands beside it.", "I see a car and a bike."],
)
def test_an_invented_thing_never_raises_the_level(task: str, invention: str) -> None:
    say, pictures = TASKS[task]
    for facts in pictures[:20]:
        for text in (say(facts), say(pictures[3]), "A red boat.", "It is sad because it rains."):
            assert points(task, facts, f"{text} {invention}") <= points(task, facts, text)


SYNONYMS = {
    "boat": "skiff",
    "house": "cottage",
    "bird": "gull",
    "red": "crimson",
    "violet": "purple",
    "in the centre": "in the middle",
    "impasto": "thick brushwork",
    "pointillism": "tiny dots of paint",
    "woodcut": "woodblock print",
    "fear": "dread",
    "sadness": "sorrow",
    "anger": "fury",
    "disgust": "revulsion",
    "because of": "due to",
    "flames": "fire",
    "confetti": "paper streamers",
    "There is also": "One can make out",
}


@pytest.mark.parametrize("task", QUESTION)
def test_synonyms_do_not_change_the_level(task: str) -> None:
    say, pictures = TASKS[task]
    changed = 0
    for facts in pictures:
        text = said = say(facts)
        for word, synonym in SYNONYMS.items():
            said = re.sub(rf"\b{word}(s?)\b", rf"{synonym}\1", said)
        changed += said != text
        assert points(task, facts, said) == points(task, facts, text), said
    assert changed > 20


@pytest.mark.parametrize("task", QUESTION)
def test_capitals_and_blanks_do_not_change_the_level(task: str) -> None:
    say, pictures = TASKS[task]
    for facts in pictures[:10]:
        text = say(facts)
        for change in (str.upper, str.lower, _spaced):
            assert points(task, facts, change(text)) == points(task, facts, text)


def test_every_task_has_a_sayer() -> None:
    assert {task: say for task, (say, _) in TASKS.items()} == SAYERS


def _spaced(text: str) -> str:
    return f"  {text.replace(' ', '   ')}\t"


def _shifted(pictures: list[Facts], shift: int) -> list[tuple[Facts, Facts]]:
    return list(zip(pictures, pictures[shift:] + pictures[:shift], strict=True))
