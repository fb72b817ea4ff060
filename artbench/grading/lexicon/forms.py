"""The forms in which an English word appears: enough for a lexicon, no more."""

_NOUNS = {
    "man": "men",
    "woman": "women",
    "child": "children",
    "person": "persons",
    "leaf": "leaves",
    "foot": "feet",
    "mouse": "mice",
    "goose": "geese",
    "wolf": "wolves",
    "knife": "knives",
    "loaf": "loaves",
    "shelf": "shelves",
    "calf": "calves",
    "tooth": "teeth",
    "gentleman": "gentlemen",
    "fisherman": "fishermen",
    "brush": "brushes",
}
_VERBS = {
    "throw": "threw thrown",
    "fling": "flung",
    "hang": "hung",
    "bend": "bent",
    "sit": "sat sitting",
    "hide": "hid hidden",
    "hold": "held",
    "spread": "spread",
    "fall": "fell fallen",
    "stand": "stood",
    "weep": "wept",
    "sink": "sank sunk",
    "give": "gave given",
    "make": "made",
    "bring": "brought",
    "leave": "left",
    "come": "came",
    "tell": "told",
    "speak": "spoke spoken",
    "show": "shown",
    "draw": "drew drawn",
    "feel": "felt",
    "lend": "lent",
    "take": "took taken",
    "keep": "kept",
    "lead": "led",
    "shake": "shook shaken",
    "catch": "caught",
    "set": "set setting",
    "let": "let letting",
    "grow": "grew grown",
    "stink": "stank",
    "see": "saw seen",
    "break": "broke broken",
    "cut": "cut cutting",
    "run": "ran running",
    "grin": "grinning grinned",
    "hum": "humming hummed",
    "drop": "dropped dropping",
    "hug": "hugging",
    "sob": "sobbing sobbed",
    "rob": "robbing robbed",
    "wrap": "wrapped wrapping",
    "slap": "slapped slapping",
    "sag": "sagging sagged",
    "fan": "fanned fanning",
    "say": "said",
    "mean": "meant",
    "build": "built",
    "put": "put putting",
    "stir": "stirred stirring",
    "repel": "repelled repelling",
}
_VOWELS = "aeiou"


def forms(word: str, mark: str) -> set[str]:
    """Return the forms of a verb (`~`), an adjective (`^`), a fixed word (`=`) or a noun ("")."""
    if mark == "=":
        return {word}
    if mark == "~":
        return {word, _plural(word), *_past(word), *_VERBS.get(word, "").split()}
    if mark == "^":
        stem = word[:-1] + "i" if word.endswith("y") else word.removesuffix("e")
        return {word, stem + "er", stem + "est", _adverb(word), _plural(word)}
    return {word, _NOUNS.get(word, _plural(word))}


def _plural(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s")


def _past(word: str) -> tuple[str, str]:
    if word.endswith("e") and not word.endswith(("ee", "ye")):
        return word + "d", word[:-1] + "ing"
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ied", word + "ing"
    return word + "ed", word + "ing"


def _adverb(word: str) -> str:
    if word.endswith("y"):
        return word[:-1] + "ily"
    if word.endswith("le"):
        return word[:-1] + "y"
    return word + "ly"
