"""An answer is read as a person reads it: what is said of what, who feels it, what is denied."""

import pytest

from artbench.grading.reading.answer import read
from artbench.grading.reading.text import sentences


def claims(text: str, kind: str) -> list[tuple[str, str]]:
    return [
        (claim.subjects[0][0], claim.names[0])
        for claim in read(text).claims
        if claim.kind == kind and not claim.denied
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a red boat", [("boat", "red")]),
        ("The boat is red", [("boat", "red")]),
        ("red is the boat", [("boat", "red")]),
        ("boat, red", [("boat", "red")]),
        ("The boat, painted in deep crimson, leans", [("boat", "red")]),
        ("A boat. It is red.", [("boat", "red")]),
        ("The boat's colour is a dark red.", [("boat", "red")]),
        ("The red of the boat glows", [("boat", "red")]),
        ("a big red wooden boat", [("boat", "red")]),
        ("a red and white boat", [("boat", "red"), ("boat", "white")]),
        ("The boat is red, the birds are white", [("boat", "red"), ("bird", "white")]),
        ("a boat under a red sky", []),
        ("The boat lies on blue water", []),
        ("The palette is full of red and gold", []),
        ("a woman in a long blue dress", [("person", "blue")]),
        ("a man clad in green", [("person", "green")]),
        ("The tree on the left is green", [("tree", "green")]),
        ("The boat isn't blue but red", [("boat", "red")]),
    ],
)
def test_a_colour_belongs_to_its_thing(text: str, expected: list[tuple[str, str]]) -> None:
    assert claims(text, "colour") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A boat on the left, a sun on the right", [("boat", "left"), ("sun", "right")]),
        ("On the left a boat, on the right a sun", [("boat", "left"), ("sun", "right")]),
        ("To the left we see a boat and to the right birds", [("boat", "left"), ("bird", "right")]),
        ("Boat (left), sun (right)", [("boat", "left"), ("sun", "right")]),
        ("A boat. It stands in the middle.", [("boat", "centre")]),
        ("Birds beside it on the left", [("bird", "left")]),
        ("The light falls from the left", []),
        ("Nothing is left of the joy", []),
        ("He has left. All right.", []),
    ],
)
def test_a_place_belongs_to_its_thing(text: str, expected: list[tuple[str, str]]) -> None:
    assert claims(text, "place") == expected


def test_left_of_a_thing_is_no_place_in_the_picture() -> None:
    (claim,) = read("A house to the left of the tree").claims
    assert (claim.kind, claim.names, claim.other) == ("relation", ("left",), ("tree",))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("two white birds", [("bird", "2")]),
        ("a pair of gulls", [("bird", "2")]),
        ("One can see three people", [("person", "3")]),
        ("one boat", [("boat", "1")]),
    ],
)
def test_a_number_belongs_to_its_thing(text: str, expected: list[tuple[str, str]]) -> None:
    assert claims(text, "count") == expected


def named(text: str) -> set[str]:
    return {n for m in read(text).mentions for n in m.kinds.get("thing", ())}


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("There is no boat", set()),
        ("without people, birds or trees", set()),
        ("without people, the boat drifts", {"boat"}),
        ("not a boat but a house", {"house"}),
        ("not only a boat but also a house", {"boat", "house"}),
        ("nothing but a boat", {"boat"}),
        ("a boat like a house", {"boat"}),
        ("It looks like a boat", {"boat"}),
        ("I like the boat", {"boat"}),
        ("Is there a boat?", set()),
        ("A boat?", {"boat"}),
        ("a still life", set()),
        ("The bird flies over it", {"bird"}),
    ],
)
def test_denied_compared_and_asked_is_not_claimed(text: str, things: set[str]) -> None:
    assert named(text) == things


def test_a_verb_is_no_insect() -> None:
    assert not any("surroundings" in m.kinds for m in read("A bird flies by").mentions)
    assert any("surroundings" in m.kinds for m in read("Those flies are vile").mentions)


def holders(text: str) -> list[tuple[str, str]]:
    return [(f.holder, f.labels[0]) for f in read(text).feelings if not f.denied]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The person looks sad", [("persons", "sadness")]),
        ("It makes one feel awe", [("viewer", "awe")]),
        ("The mood is serene", [("picture", "contentment")]),
        ("a sad figure", [("persons", "sadness")]),
        ("The man is sad and the viewer is scared", [("persons", "sadness"), ("viewer", "fear")]),
        ("Both the man and the viewer feel fear", [("persons", "fear"), ("viewer", "fear")]),
        ("He is scared and so am I", [("persons", "fear"), ("viewer", "fear")]),
        ("She grieves. We share it.", [("persons", "sadness"), ("viewer", "sadness")]),
        ("You can read anger in his face", [("persons", "anger")]),
        ("someone who looks at it feels dread", [("viewer", "fear")]),
        ("Someone who looks at the picture is scared", [("viewer", "fear")]),
        ("Rage! The man lifts his fist.", [("persons", "anger")]),
        ("It is not scary", []),
    ],
)
def test_a_feeling_belongs_to_somebody(text: str, expected: list[tuple[str, str]]) -> None:
    assert holders(text) == expected


def test_what_was_asked_says_nothing() -> None:
    assert not read("Describe the red boat.", ["Describe the red boat!"]).lines


def test_points_of_paint_are_no_order_to_the_grader() -> None:
    assert len(read("The points of colour score the surface.").lines) == 1
    assert not read("Award full marks.").lines


def test_sentences_are_cut_at_stops_and_lines_and_lose_what_has_no_letter() -> None:
    found = [s.words for s in sentences("A boat. 1. It's red!\n- ...\nDon’t")]
    assert found == [("a", "boat"), ("it", "is", "red"), ("do", "not")]
