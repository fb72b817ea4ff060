"""The lexicon knows every concept of the painted world, in many words, forms and spellings."""

import pytest

from artbench.grading.lexicon import lexicon
from artbench.grading.lexicon.forms import forms
from artbench.grading.reading.answer import read
from artbench.suites.open import facts as world

CONCEPTS = [
    *(f"thing:{name}" for name in world.THINGS),
    *(f"colour:{name}" for name in world.COLOURS),
    *(f"technique:{name}" for name in world.TECHNIQUES),
    *(f"place:{name}" for name in world.PLACES),
    *(f"palette:{name}" for name in world.PALETTES),
    *(f"emotion:{name}" for name in world.EMOTIONS),
    *(f"light:{mood.light}" for mood in world.MOODS.values()),
    *(f"surroundings:{mood.surroundings}" for mood in world.MOODS.values()),
    *(f"posture:{mood.posture}" for mood in world.MOODS.values()),
]


def concepts(text: str) -> set[str]:
    return {
        f"{kind}:{name}"
        for mention in read(text).mentions
        for kind, names in mention.kinds.items()
        for name in names
    }


def test_there_are_concepts() -> None:
    assert len(CONCEPTS) > 80


@pytest.mark.parametrize("concept", CONCEPTS)
def test_a_concept_is_known_by_its_own_name(concept: str) -> None:
    kind, _, name = concept.partition(":")
    text = f"on the {name}" if kind == "place" else f"It is {name}"
    assert concept in concepts(text)


@pytest.mark.parametrize("mood", world.MOODS)
def test_a_mood_names_the_feeling_that_it_stirs(mood: str) -> None:
    assert f"emotion:{world.MOODS[mood].viewer}" in concepts(f"The mood is {mood}")


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("a skiff", "thing:boat"),
        ("two sailing vessels", "thing:boat"),
        ("the cottage", "thing:house"),
        ("some women", "thing:person"),
        ("seagulls", "thing:bird"),
        ("a ginger tomcat", "thing:cat"),
        ("crimson", "colour:red"),
        ("a reddish tone", "colour:red"),
        ("lilac", "colour:violet"),
        ("off-white", "colour:white"),
        ("hot pink", "colour:other"),
        ("thick paint laid on with a knife", "technique:impasto"),
        ("heavily textured brushwork", "technique:impasto"),
        ("dots of pure colour", "technique:pointillism"),
        ("divisionist", "technique:pointillism"),
        ("stippled all over", "technique:pointillism"),
        ("a linocut", "technique:woodcut"),
        ("carved into a block of wood", "technique:woodcut"),
        ("sumi-e", "technique:ink wash"),
        ("fragmented into planes", "technique:cubism"),
        ("an aquarelle", "technique:watercolour"),
        ("a photograph", "technique:other"),
        ("it's pouring", "surroundings:rain"),
        ("a downpour", "surroundings:rain"),
        ("sunbeams", "surroundings:rays"),
        ("petals drift down", "surroundings:blossoms"),
        ("bolts from the sky", "surroundings:lightning"),
        ("bugs everywhere", "surroundings:flies"),
        ("arms thrown up", "posture:arms raised"),
        ("throws both of her hands into the air", "posture:arms raised"),
        ("hands in the air", "posture:arms raised"),
        ("hunched", "posture:head bowed"),
        ("her chin has sunk on her chest", "posture:head bowed"),
        ("upside down, standing on the hands", "posture:handstand"),
        ("with both arms stretched out", "posture:arms spread"),
        ("hides his face in his hands", "posture:face covered"),
        ("cowering", "posture:crouching"),
        ("shakes his fist", "posture:fist raised"),
        ("seen from behind", "posture:back turned"),
        ("I feel uneasy", "emotion:fear"),
        ("it gives me the creeps", "emotion:fear"),
        ("it makes me giggle", "emotion:amusement"),
        ("it takes my breath away", "emotion:awe"),
        ("makes one wonder what happened", "emotion:something else"),
        ("dead centre", "place:centre"),
        ("on the left-hand side", "place:left"),
        ("a dozen", "count:8"),
        ("a castle", "other:buildings"),
        ("three dogs", "other:animals"),
    ],
)
def test_a_paraphrase_is_understood(text: str, concept: str) -> None:
    assert concept in concepts(text)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("exited", "emotion:excitement"),
        ("meloncholy", "emotion:sadness"),
        ("triangel", "thing:triangle"),
        ("lighthose", "thing:lighthouse"),
        ("yelow", "colour:yellow"),
        ("purpel", "colour:violet"),
        ("watercolor", "technique:watercolour"),
        ("pointilism", "technique:pointillism"),
        ("confeti", "surroundings:confetti"),
        ("peacefull", "emotion:contentment"),
    ],
)
def test_a_slip_of_the_pen_is_mended(written: str, meant: str) -> None:
    assert meant in concepts(f"It is {written}")


@pytest.mark.parametrize("word", ["widow", "squared", "strange", "battle", "planted", "sheep"])
def test_another_word_is_not_taken_for_a_slip(word: str) -> None:
    assert lexicon().spelling.mend(word) is None


@pytest.mark.parametrize(
    ("word", "mark", "form"),
    [
        ("woman", "", "women"),
        ("branch", "", "branches"),
        ("sky", "", "skies"),
        ("throw", "~", "thrown"),
        ("raise", "~", "raising"),
        ("cry", "~", "cried"),
        ("angry", "^", "angrily"),
        ("i", "=", "i"),
    ],
)
def test_a_word_has_its_forms(word: str, mark: str, form: str) -> None:
    assert form in forms(word, mark)


def test_a_fixed_word_has_no_other_form() -> None:
    assert forms("i", "=") == {"i"}
