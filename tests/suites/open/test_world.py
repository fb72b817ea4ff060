"""The painted world: facts are consistent, pictures follow from them, and words say them."""

import json
import re
from dataclasses import replace

import numpy as np
import pytest

from artbench.suites.open.dialogue import converse, subject
from artbench.suites.open.facts import (
    BESIDE,
    COLOURLESS,
    COLOURS,
    EMOTIONS,
    FEELING,
    MAIN,
    MOODS,
    PLACES,
    TECHNIQUES,
    THINGS,
    Facts,
    from_json,
    to_json,
)
from artbench.suites.open.forms import FORMS
from artbench.suites.open.language import describe, feel, noun, recognise, usual, varied
from artbench.suites.open.palettes import PALETTES
from artbench.suites.open.picture import compose, picture
from artbench.suites.open.scene import Wish, invent

SEVERAL = [invent(np.random.default_rng(seed)) for seed in range(300)]


def test_every_mood_stirs_another_emotion_and_all_nine_are_stirred() -> None:
    assert sorted(mood.viewer for mood in MOODS.values()) == sorted(EMOTIONS)
    assert set(FEELING.values()) == set(EMOTIONS)


def test_everything_that_can_be_in_a_picture_can_be_drawn() -> None:
    assert set(THINGS) == FORMS.keys() | {"person"}
    assert {mood.palette for mood in MOODS.values()} == PALETTES.keys()


@pytest.mark.parametrize("facts", SEVERAL[:100], ids=lambda f: f"{f.genre}-{f.main.name}")
def test_invented_facts_hold_together(facts: Facts) -> None:
    mood = MOODS[facts.mood]
    assert facts.main.name in MAIN[facts.genre]
    assert (facts.viewer, facts.light, facts.surroundings) == (
        mood.viewer,
        mood.light,
        mood.surroundings,
    )
    assert facts.palette == ("grey" if facts.technique == "ink wash" else mood.palette)
    assert (facts.posture is None) == (facts.main.name != "person")
    assert f"surroundings:{facts.surroundings}" in facts.because
    for thing in facts.things:
        assert thing.place in PLACES
        assert thing.colour in COLOURS or thing.name in COLOURLESS or facts.technique == "ink wash"
    for thing in facts.things[1:]:
        assert thing.name in BESIDE[facts.genre]
        assert thing.colour != facts.main.colour


def test_an_ink_wash_gives_a_colour_to_the_main_thing_only() -> None:
    washes = [facts for facts in SEVERAL if facts.technique == "ink wash"]
    assert washes
    assert all(f.main.colour and not any(t.colour for t in f.things[1:]) for f in washes)


def test_facts_survive_json() -> None:
    for facts in SEVERAL[:20]:
        assert from_json(json.loads(json.dumps(to_json(facts)))) == facts


def test_strange_facts_are_refused() -> None:
    table = to_json(SEVERAL[0]) | {"wheather": "rain"}
    with pytest.raises(ValueError, match="wheather"):
        from_json(table)


@pytest.mark.parametrize("technique", TECHNIQUES)
def test_a_picture_follows_from_facts_and_seed(technique: str) -> None:
    facts = invent(np.random.default_rng(3), Wish(technique=technique))
    first, again, other = (picture(facts, seed, 96) for seed in (5, 5, 6))
    assert first.shape == (96, 96, 3)
    assert first.dtype == np.uint8
    assert np.array_equal(first, again)
    assert not np.array_equal(first, other)


@pytest.mark.parametrize("facts", SEVERAL[:40], ids=lambda f: f"{f.genre}-{f.main.name}")
def test_the_main_thing_is_large_and_where_the_facts_say(facts: Facts) -> None:
    mask = np.asarray(compose(facts, 1, 128).mask) > 0
    assert 0.02 < mask.mean() < 0.45
    middle = mask.any(axis=0).nonzero()[0].mean() / 128
    assert PLACES[int(np.argmin([abs(middle - x) for x in (0.29, 0.5, 0.71)]))] == facts.main.place


def test_the_same_scene_is_drawn_at_every_size() -> None:
    small, large = (compose(SEVERAL[0], 1, size).image for size in (96, 384))
    difference = np.asarray(small, float) - np.asarray(large.resize((96, 96)), float)
    assert np.abs(difference).mean() < 6


def test_a_description_names_what_is_there() -> None:
    facts = invent(
        np.random.default_rng(0),
        Wish(genre="seascape", main="boat", technique="woodcut", mood="melancholy", colour="red"),
    )
    text = describe(replace(facts, things=facts.things[:1]), usual)
    assert text.startswith(
        f"A woodcut shows a red boat {'in the' if facts.main.place == 'centre' else 'on the'}"
    )
    assert "Rain falls." in text
    assert "a melancholy mood, so one feels sadness." in text


def test_every_wording_names_main_thing_and_colour() -> None:
    for seed, facts in enumerate(SEVERAL):
        say = varied(np.random.default_rng(seed))
        for text in (describe(facts, say), recognise(facts, say)):
            assert facts.main.colour in text
            assert (
                "people"
                if facts.main.name == "person" and facts.main.count > 1
                else facts.main.name
            ) in text
        assert re.search("viewer|someone", feel(facts, say))


def test_counts_and_articles() -> None:
    thing = SEVERAL[0].main
    assert (
        noun(replace(thing, name="apple", colour="orange", count=1), SEVERAL[0])
        == "an orange apple"
    )
    assert noun(replace(thing, name="fish", colour="red", count=2), SEVERAL[0]) == "two red fish"


@pytest.mark.parametrize("script", [0, 1])
def test_two_turns_of_a_dialogue_say_it_without_saying_what(script: int) -> None:
    facts = next(f for f in SEVERAL if subject(f) and f.main.count == 1 and f.main.name != "person")
    other = subject(facts)
    assert other
    turns = converse(facts, script, usual)
    assert len(turns) == 5
    for k in (1, 3):  # these name nothing: without the turns before them there is no answer
        assert not any(name in turns[k].question for name in THINGS)
    asked = [turn.expects[0] for turn in turns]
    assert {asked[0], asked[1]} == {f"colour:{other.colour}", f"place:{other.place}"}
    assert asked[2] == f"thing:{facts.main.name}"
    assert asked[4] == f"emotion:{facts.viewer}"


def test_a_dialogue_needs_something_to_begin_with() -> None:
    with pytest.raises(ValueError, match="one coloured thing beside"):
        converse(replace(SEVERAL[0], things=SEVERAL[0].things[:1]), 0, usual)
