"""For every task there are answers that get each level, by the rules as they are written down."""

from dataclasses import replace

import pytest
from painted import BOAT, MOURNER, REVELLERS, Facts, points

IDC = [
    (0, BOAT, "I cannot say anything about this."),
    (0, BOAT, "I'm sorry, but I am unable to view images."),
    (1, BOAT, "A horse gallops over a meadow."),
    (1, BOAT, "What a beautiful picture."),
    (2, BOAT, "A red boat with two birds and the sun."),
    (2, BOAT, "An impasto painting of a blue boat, with birds and the sun."),
    (2, BOAT, "An impasto painting of a red boat."),
    (2, BOAT, "An impasto painting of a red boat, the sun, birds, a dog and a castle."),
    (3, BOAT, "An impasto painting of a red boat on the left, with two white birds and the sun."),
    (3, BOAT, "Thick paint. A scarlet skiff with a pair of gulls and the sun. It feels gloomy."),
    (4, BOAT, "An impasto painting of a red boat, two birds and the sun. It is awe-inspiring."),
    (4, BOAT, "An impasto painting of a red boat, two birds and the sun. How beautiful!"),
    (
        5,
        BOAT,
        "This impasto painting shows a large red boat on the left. A white sun and two birds stand "
        "beside it on the right. Golden rays fill the air. The light is radiant and the colours "
        "are golden, so the mood is majestic and it makes one feel awe.",
    ),
]
ISAC = [
    (0, MOURNER, "There is a person in blue and a tree."),
    (1, MOURNER, "The person is sad."),
    (1, MOURNER, "The person is happy and so is the viewer, because of the balloons."),
    (2, MOURNER, "The person is afraid because it rains."),
    (2, MOURNER, "The person is sad with that bowed head, but the viewer laughs."),
    (3, MOURNER, "The bowed head shows that the person is sad."),
    (3, MOURNER, "A viewer feels sorrow because it is raining."),
    (4, MOURNER, "With bowed head the person looks sad. The rain makes the viewer sad too."),
    (
        5,
        REVELLERS,
        "The people with raised arms feel excitement. The viewer feels excitement too, because "
        "confetti fills the air, the colours are vivid and the light sparkles.",
    ),
]
ICRC = [
    (0, BOAT, "A horse and a dog."),
    (1, BOAT, "A boat, a dog, a car and a castle."),
    (2, BOAT, "A red boat and two birds."),
    (3, BOAT, "A boat, birds and the sun."),
    (3, BOAT, "A red boat, white birds, the sun and a castle."),
    (4, BOAT, "A red boat, white birds and the sun."),
    (
        5,
        BOAT,
        "A red boat on the left; on the right two white birds and the sun, under golden rays.",
    ),
]
TURNS = (
    ("Look at the birds in this picture. What colour are they?", "colour:white"),
    ("And where are they?", "place:right"),
    ("What is the main thing in the picture?", "thing:boat"),
    ("How is the picture made?", "technique:impasto"),
    ("How does the picture make you feel, and why?", "emotion:awe"),
)
DIALOGUE = replace(BOAT, expects=tuple((concept,) for _, concept in TURNS))
MDIUC = [
    (0, ["Hm.", "Hm.", "Hm.", "Hm.", "Hm."]),
    (1, ["White.", "On the left.", "A dog.", "A photograph.", "Sad."]),
    (2, ["White.", "On the right.", "A dog.", "Thick paint.", "Sad."]),
    (3, ["White.", "On the left.", "A boat.", "Thick paint.", "Awe, because of the rays."]),
    (3, ["White.", "On the right.", "A boat.", "Thick paint.", "Awe."]),
    (4, ["White.", "On the right.", "A boat.", "Thick paint.", "Awe, because of the rays."]),
    (
        5,
        [
            "They are white.",
            "They are on the right.",
            "It is a boat.",
            "It is painted in impasto.",
            "It makes me feel awe, because rays fall from above and the light is radiant.",
        ],
    ),
]


@pytest.mark.parametrize(("level", "facts", "answer"), IDC)
def test_a_description_gets_its_level(level: int, facts: Facts, answer: str) -> None:
    assert points("idc", facts, answer) == level


@pytest.mark.parametrize(("level", "facts", "answer"), ISAC)
def test_an_analysis_of_feelings_gets_its_level(level: int, facts: Facts, answer: str) -> None:
    assert points("isac", facts, answer) == level


@pytest.mark.parametrize(("level", "facts", "answer"), ICRC)
def test_a_recognition_gets_its_level(level: int, facts: Facts, answer: str) -> None:
    assert points("icrc", facts, answer) == level


@pytest.mark.parametrize(("level", "answers"), MDIUC)
def test_a_dialogue_gets_its_level(level: int, answers: list[str]) -> None:
    assert points("mdiuc", DIALOGUE, *answers, questions=[q for q, _ in TURNS]) == level


@pytest.mark.parametrize("table", [IDC, ISAC, ICRC, MDIUC])
def test_every_level_has_an_answer(table: list[tuple[object, ...]]) -> None:
    assert {row[0] for row in table} == {0, 1, 2, 3, 4, 5}


def test_a_picture_without_persons_has_only_the_viewers_feeling() -> None:
    assert points("isac", BOAT, "A viewer feels awe because of those rays.") == 4


def test_it_is_what_the_dialogue_is_about() -> None:
    questions = ["Look at the birds in this picture. What colour are they?"]
    birds = replace(BOAT, expects=(("colour:white",),))
    assert points("mdiuc", birds, "They are white.", questions=questions) == 4
    assert points("mdiuc", birds, "They are red.", questions=questions) == 0
    assert points("mdiuc", birds, "The boat is white.", questions=questions) == 0
