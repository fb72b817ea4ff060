"""What is true of a painted picture: the facts that its painter knows and a grader checks.

A *concept* is `kind:name`, for example `thing:boat` or `colour:red`. The tables below are the whole
vocabulary of the painted world; how people say a concept is the business of the grader's lexicon.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

EMOTIONS = (  # ArtEmis' nine labels, in the authors' order
    "amusement",
    "awe",
    "contentment",
    "excitement",
    "anger",
    "disgust",
    "fear",
    "sadness",
    "something else",
)
GENRES = (
    "landscape",
    "seascape",
    "still life",
    "interior",
    "animal",
    "figure",
    "group",
    "abstract",
)
TECHNIQUES = ("impasto", "pointillism", "watercolour", "ink wash", "woodcut", "cubism")
COLOURS: dict[str, tuple[int, int, int]] = {
    "red": (206, 44, 44),
    "orange": (238, 132, 28),
    "yellow": (244, 212, 50),
    "green": (52, 150, 68),
    "blue": (40, 88, 200),
    "violet": (134, 58, 166),
    "white": (246, 243, 236),
}
PLACES = ("left", "centre", "right")

# What can be the main thing of a picture, by genre. `person` is dressed in its colour.
MAIN: dict[str, tuple[str, ...]] = {
    "landscape": ("house", "tree", "mountain"),
    "seascape": ("boat", "lighthouse"),
    "still life": ("vase", "apple", "bottle", "jug"),
    "interior": ("chair", "lamp"),
    "animal": ("horse", "bird", "cat", "fish"),
    "figure": ("person",),
    "group": ("person",),
    "abstract": ("circle", "triangle", "square"),
}
# What else can stand beside it. All have a colour of their own but those in COLOURLESS.
BESIDE: dict[str, tuple[str, ...]] = {
    "landscape": ("sun", "moon", "cloud", "tree", "house", "bird", "flower"),
    "seascape": ("sun", "moon", "cloud", "boat", "bird", "lighthouse"),
    "still life": ("apple", "bottle", "candle", "book", "window"),
    "interior": ("window", "candle", "book", "cat"),
    "animal": ("sun", "moon", "cloud", "tree", "flower", "house"),
    "figure": ("sun", "moon", "cloud", "tree", "house", "flower", "bird"),
    "group": ("sun", "moon", "cloud", "tree", "house", "flower", "bird"),
    "abstract": ("circle", "triangle", "square"),
}
COLOURLESS = ("sun", "moon", "cloud", "window")
THINGS = tuple(sorted({n for table in (MAIN, BESIDE) for names in table.values() for n in names}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Mood:
    """How a mood looks and what it stirs: the rule behind every picture's emotions.

    Attributes:
        viewer: What the picture makes a viewer feel, one of EMOTIONS.
        palette: Its colours; an ink wash has the palette `grey` whatever its mood.
        light: Its light.
        surroundings: What fills the air around the main thing.
        posture: How persons hold themselves who feel the same as the viewer.
    """

    viewer: str
    palette: str
    light: str
    surroundings: str
    posture: str


MOODS: dict[str, Mood] = {
    "cheerful": Mood(
        viewer="amusement",
        palette="candy",
        light="bright",
        surroundings="balloons",
        posture="handstand",
    ),
    "majestic": Mood(
        viewer="awe", palette="golden", light="radiant", surroundings="rays", posture="arms spread"
    ),
    "serene": Mood(
        viewer="contentment",
        palette="pastel",
        light="soft",
        surroundings="blossoms",
        posture="sitting",
    ),
    "festive": Mood(
        viewer="excitement",
        palette="vivid",
        light="sparkling",
        surroundings="confetti",
        posture="arms raised",
    ),
    "furious": Mood(
        viewer="anger",
        palette="fiery",
        light="glaring",
        surroundings="flames",
        posture="fist raised",
    ),
    "foul": Mood(
        viewer="disgust",
        palette="sickly",
        light="murky",
        surroundings="flies",
        posture="face covered",
    ),
    "menacing": Mood(
        viewer="fear", palette="dark", light="night", surroundings="lightning", posture="crouching"
    ),
    "melancholy": Mood(
        viewer="sadness", palette="drab", light="dull", surroundings="rain", posture="head bowed"
    ),
    "enigmatic": Mood(
        viewer="something else",
        palette="pale",
        light="hazy",
        surroundings="mist",
        posture="back turned",
    ),
}
FEELING = {mood.posture: mood.viewer for mood in MOODS.values()}  # what a posture shows
PALETTES = (*(mood.palette for mood in MOODS.values()), "grey")


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """One kind of thing in a picture.

    Attributes:
        name: One of THINGS.
        colour: One of COLOURS (a person's clothes), or "" for what has none of its own.
        place: One of PLACES.
        count: How many, all of one colour.
    """

    name: str
    colour: str
    place: str
    count: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Everything that is true of one picture.

    Attributes:
        things: The main thing first, then what stands beside it (at most two more).
        mood: A key of MOODS; `viewer`, `light` and `surroundings` follow from it.
        because: The concepts in the picture that justify the viewer's emotion.
        posture: How the persons hold themselves; None without persons.
        feeling: What their posture shows, one of EMOTIONS; None without persons.
        expects: For a dialogue, the concepts that each turn's answer must name.
    """

    genre: str
    things: tuple[Thing, ...]
    technique: str
    mood: str
    viewer: str
    palette: str
    light: str
    surroundings: str
    because: tuple[str, ...]
    posture: str | None = None
    feeling: str | None = None
    expects: tuple[tuple[str, ...], ...] = ()

    @property
    def main(self) -> Thing:
        """The main thing."""
        return self.things[0]


def to_json(facts: Facts) -> dict[str, Any]:
    """Return the facts as plain JSON values."""
    return asdict(facts)


def from_json(table: Mapping[str, Any]) -> Facts:
    """Return the facts that `to_json` wrote.

    Raises:
        ValueError: A key is unknown or missing.
    """
    try:
        things = tuple(Thing(**thing) for thing in table["things"])
        expects = tuple(tuple(turn) for turn in table.get("expects", ()))
        rest = {key: table[key] for key in table.keys() - {"things", "expects", "because"}}
        return Facts(things=things, expects=expects, because=tuple(table["because"]), **rest)
    except (KeyError, TypeError) as error:
        raise ValueError(
            f"facts: {error}; expected the keys of artbench.suites.open.facts.Facts"
        ) from error
