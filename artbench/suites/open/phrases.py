"""How the grammar says each concept: the usual wording first, then others for variety."""

from collections.abc import Mapping

Words = Mapping[str, tuple[str, ...]]

PLACE: Words = {
    "left": ("on the left", "to the left", "at the left side"),
    "centre": ("in the centre", "in the middle", "at the heart of the picture"),
    "right": ("on the right", "to the right", "at the right side"),
}
COUNT = {1: "a", 2: "two", 3: "three"}
WORK: Words = {
    "impasto": ("impasto painting", "thickly painted impasto work", "painting in heavy impasto"),
    "pointillism": (
        "pointillist painting",
        "painting made of countless dots",
        "work of pointillism",
    ),
    "watercolour": ("watercolour", "watercolour painting", "painting in transparent watercolour"),
    "ink wash": ("ink wash", "ink wash painting", "brush drawing in washes of ink"),
    "woodcut": ("woodcut", "woodcut print", "print cut in wood"),
    "cubism": (
        "cubist painting",
        "painting in the manner of cubism",
        "cubist composition of facets",
    ),
}
EFFECT: Words = {
    "impasto": (
        "The thick strokes of paint give it weight",
        "Ridges of paint catch the light and make the surface alive",
        "One can follow every stroke of the loaded brush",
    ),
    "pointillism": (
        "The small dots of colour make the air shimmer",
        "From afar the dots melt into vibrating light",
        "Dot beside dot, the colours mix only in the eye",
    ),
    "watercolour": (
        "The thin washes let the paper glow",
        "Wet edges and bare paper keep everything light",
        "The colour flows and fades as water does",
    ),
    "ink wash": (
        "The wet grey tones leave room for silence",
        "A few shades of ink are enough to build the whole space",
        "The single tint amid the ink draws the eye at once",
    ),
    "woodcut": (
        "The bold black lines hold the flat shapes together",
        "Every contour is cut with decision",
        "Flat areas and carved lines make it as clear as a sign",
    ),
    "cubism": (
        "The sharp facets show it from many sides at once",
        "Planes break and shift, and yet the form holds",
        "The form is taken apart and built again from shards",
    ),
}
LIGHT: Words = {
    "bright": ("bright sunlight", "the clear light of noon"),
    "radiant": ("radiant light", "a heavenly glow"),
    "soft": ("soft daylight", "a mild and gentle light"),
    "sparkling": ("sparkling light", "a glittering brightness"),
    "glaring": ("glaring light", "the glare of a fire"),
    "murky": ("murky light", "a stale and muddy light"),
    "night": ("darkness of night", "the black of night"),
    "dull": ("dull light", "the dull light of a wet day"),
    "hazy": ("hazy light", "a veiled and hazy light"),
}
PALETTE: Words = {
    "candy": ("candy colours", "sweet pinks and light blues"),
    "golden": ("golden colours", "gold and violet"),
    "pastel": ("pastel colours", "soft blues and peach tones"),
    "vivid": ("vivid colours", "strong and saturated colours"),
    "fiery": ("fiery colours", "burning reds and blacks"),
    "sickly": ("sickly colours", "sour yellow greens"),
    "dark": ("dark colours", "deep and dark blues"),
    "drab": ("drab colours", "tired blue greys"),
    "pale": ("pale colours", "bleached and nearly white tones"),
    "grey": ("grey colours", "shades of black and grey"),
}
SURROUNDINGS: Words = {
    "balloons": ("balloons float in the air", "balloons rise all around"),
    "rays": ("rays of light fall from above", "great beams of light stream down"),
    "blossoms": ("blossoms hang from above", "blossoming branches frame the scene"),
    "confetti": ("confetti fills the air", "confetti whirls everywhere"),
    "flames": ("flames rise from below", "flames lick up from the ground"),
    "flies": ("flies swarm around", "flies buzz everywhere"),
    "lightning": ("lightning splits the sky", "bolts of lightning strike behind"),
    "rain": ("rain falls", "heavy rain pours down"),
    "mist": ("mist drifts over everything", "banks of mist hide half of it"),
}
POSTURE: Words = {
    "handstand": ("doing a handstand", "standing on the hands"),
    "arms spread": ("with arms spread wide", "with outstretched arms"),
    "sitting": ("sitting quietly", "seated at ease"),
    "arms raised": ("with raised arms", "throwing both arms up"),
    "fist raised": ("with a raised fist", "shaking a fist"),
    "face covered": ("covering the face", "hiding the face behind the hands"),
    "crouching": ("crouching low", "cowering on the ground"),
    "head bowed": ("with bowed head", "with a hanging head"),
    "back turned": ("seen from behind", "with the back turned to us"),
}
FEELING: Words = {
    "amusement": ("amusement", "amusement", "cheerful amusement"),
    "awe": ("awe", "wonder", "deep awe"),
    "contentment": ("contentment", "calm contentment", "peace"),
    "excitement": ("excitement", "thrilling excitement", "excitement"),
    "anger": ("anger", "rage", "hot anger"),
    "disgust": ("disgust", "revulsion", "disgust"),
    "fear": ("fear", "dread", "fear"),
    "sadness": ("sadness", "sorrow", "quiet sadness"),
    "something else": ("puzzlement", "a puzzled curiosity", "puzzlement"),
}
SCENE: Words = {
    "landscape": ("landscape", "view of the land"),
    "seascape": ("seascape", "view of the sea"),
    "still life": ("still life", "quiet arrangement on a table"),
    "interior": ("interior", "view of a room"),
    "animal": ("animal picture", "picture of an animal"),
    "figure": ("figure", "single figure"),
    "group": ("group", "group of figures"),
    "abstract": ("abstract composition", "abstract play of forms"),
}
# Plain words for what a picture's surface and ground look like: no talk of art.
SURFACE = {
    "impasto": "rough",
    "pointillism": "dotted",
    "watercolour": "wet",
    "ink wash": "grey",
    "woodcut": "lined",
    "cubism": "broken",
}
GROUND = {
    "cheerful": "light blue and pink",
    "majestic": "yellow and purple",
    "serene": "light blue and cream",
    "festive": "deep blue and green",
    "furious": "dark red",
    "foul": "brown and green",
    "menacing": "nearly black",
    "melancholy": "grey",
    "enigmatic": "nearly white",
}
SHADE = {
    "cheerful": "pinkish",
    "majestic": "purplish",
    "serene": "creamy",
    "festive": "deep blue",
    "furious": "dark red",
    "foul": "brownish",
    "menacing": "nearly black",
    "melancholy": "greyish",
    "enigmatic": "nearly white",
}
