"""What the adapters learn: captions of art in stage 1, the four tasks as dialogues in stage 2."""

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np

from artbench.suites.open.dialogue import converse, subject
from artbench.suites.open.facts import Facts
from artbench.suites.open.language import describe, feel, recognise, usual

Turns = tuple[tuple[str, str], ...]


def alignment(facts: Facts) -> list[Turns]:
    """Return the captions of one picture, without any question."""
    captions = [describe(facts, usual), recognise(facts, usual)]
    if facts.posture:
        captions.append(feel(facts, usual))
    return [(("", caption),) for caption in captions]


def instruction(
    facts: Facts, rng: np.random.Generator, questions: Mapping[str, str]
) -> list[Turns]:
    """Return the lessons of one picture in the four tasks.

    Args:
        facts: What is true of it.
        rng: Chooses the script of the dialogue.
        questions: What the suite card asks, by task.
    """
    lessons: list[Turns] = [
        ((questions["idc"], describe(facts, usual)),),
        ((questions["icrc"], recognise(facts, usual)),),
    ]
    if facts.posture:
        lessons.append(((questions["isac"], feel(facts, usual)),))
    if subject(facts):
        turns = converse(facts, int(rng.integers(2)), usual)
        lessons.append(tuple((turn.question, turn.answer) for turn in turns))
    return lessons


def majority(lessons: Sequence[Turns]) -> dict[str, object]:
    """Return the most frequent answer to each question, and the most frequent one of all.

    Ties go to the answer that comes first in the alphabet.
    """
    by_question: dict[str, Counter[str]] = {}
    for turns in lessons:
        for question, answer in turns:
            by_question.setdefault(question, Counter())[answer] += 1
    every = sum(by_question.values(), Counter[str]())
    return {
        "by_question": {asked: _most(counts) for asked, counts in sorted(by_question.items())},
        "otherwise": _most(every),
    }


def _most(counts: Counter[str]) -> str:
    return min(counts, key=lambda answer: (-counts[answer], answer))
