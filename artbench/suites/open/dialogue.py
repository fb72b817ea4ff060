"""Dialogues of five turns on one picture; two turns make sense only with those before them."""

from dataclasses import dataclass

from artbench.suites.open.facts import Facts, Thing
from artbench.suites.open.language import Say, noun, respond, sentences
from artbench.suites.open.phrases import PLACE

FEEL = "How does the picture make you feel, and why?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One question, its answer, and the concepts the answer must name."""

    question: str
    answer: str
    expects: tuple[str, ...]


def subject(facts: Facts) -> Thing | None:
    """Return the thing a dialogue can begin with: one coloured thing beside the main thing."""
    fit = [t for t in facts.things[1:] if t.colour and t.count == 1 and t.name != facts.main.name]
    return fit[0] if fit else None


def converse(facts: Facts, script: int, say: Say) -> tuple[Turn, ...]:
    """Return five turns; `script` 0 asks for places first, 1 for colours.

    Raises:
        ValueError: There is nothing beside the main thing to begin with.
    """
    other = subject(facts)
    if other is None:
        raise ValueError("a dialogue needs one coloured thing beside the main thing")
    asks = (_where, _colour) if script == 0 else (_colour, _where)
    first = asks[0](other, f"Look at the {other.name} in this picture. ", f"The {other.name}", say)
    second = asks[1](other, "And ", "It", say)
    main = Turn(
        question="What is the main thing in the picture?",
        answer=sentences(f"It is {noun(facts.main, facts, say)}"),
        expects=(f"thing:{facts.main.name}",),
    )
    fourth = asks[0](facts.main, "And ", "It" if facts.main.count == 1 else "They", say)
    feeling = Turn(question=FEEL, answer=respond(facts, say), expects=(f"emotion:{facts.viewer}",))
    return (first, second, main, fourth, feeling)


def _where(thing: Thing, lead: str, who: str, say: Say) -> Turn:
    question = f"{lead}where {_is(thing)} {_pronoun(thing)}?"
    answer = sentences(f"{who} {_is(thing)} {say(PLACE[thing.place])}")
    return Turn(question=_capital(question), answer=answer, expects=(f"place:{thing.place}",))


def _colour(thing: Thing, lead: str, who: str, say: Say) -> Turn:
    if thing.name == "person":
        asked, told = "are the clothes", "The clothes are"
    else:
        asked, told = f"{_is(thing)} {_pronoun(thing)}", f"{who} {_is(thing)}"
    question = _capital(f"{lead}what colour {asked}?")
    answer = sentences(f"{told} {thing.colour}")
    return Turn(question=question, answer=answer, expects=(f"colour:{thing.colour}",))


def _is(thing: Thing) -> str:
    return "is" if thing.count == 1 else "are"


def _pronoun(thing: Thing) -> str:
    return "it" if thing.count == 1 else "they"


def _capital(question: str) -> str:
    head, dot, rest = question.partition(". ")
    return f"{head}{dot}{rest[:1].upper()}{rest[1:]}" if dot else question
