"""The `facts` grader: a level from what is known to be true of a painted picture.

It is deterministic and needs no key. It reads an answer with a lexicon, holds its claims against
the facts and applies the rules in `levels/`. It is no judge of language and no human.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from artbench.grading.checking.findings import findings
from artbench.grading.checking.turns import check_turns
from artbench.grading.levels import icrc, idc, isac, mdiuc
from artbench.grading.reading.answer import read
from artbench.grading.reasons import feelings_reason, picture_reason, turns_reason
from artbench.suites.open.facts import Facts, from_json
from artbench.types import Grade, Output, Sample

Verdict = tuple[int, str, dict[str, Any]]  # level, reason, findings


class FactsGrader:
    """Grades the answers to pictures whose facts are known."""

    name = "facts"

    def grade(self, sample: Sample, answers: Sequence[Output]) -> Grade:
        """Return the grade of all answers to one sample; ungraded where there is no basis."""
        texts, reason = _texts(sample, answers)
        if reason:
            return self._grade(sample, None, reason, {})
        if sample.facts is None:
            return self._grade(sample, None, "no facts", {})
        try:
            facts = from_json(sample.facts)
        except ValueError as error:
            return self._grade(sample, None, str(error), {})
        if not any(text.strip() for text in texts):
            return self._grade(sample, 0, "the answer is empty", {})
        if sample.task not in _TASKS:
            return self._grade(sample, None, f"no rules for task {sample.task}", {})
        if sample.task == "mdiuc" and len(facts.expects) != len(texts):
            turns = f"the facts expect {len(facts.expects)} turns, the sample asks {len(texts)}"
            return self._grade(sample, None, turns, {})
        points, reason, raw = _TASKS[sample.task](facts, sample, texts)
        return self._grade(sample, points, f"{reason} -> {points}", raw)

    def _grade(self, sample: Sample, points: int | None, reason: str, raw: dict[str, Any]) -> Grade:
        return Grade(
            sample_id=sample.id,
            points=points,
            reason=reason,
            raw=json.dumps(raw, sort_keys=True),
            judge=self.name,
        )


def _texts(sample: Sample, answers: Sequence[Output]) -> tuple[list[str], str]:
    """Return the texts by turn, or why there is nothing to grade."""
    by_turn = {answer.turn: answer for answer in answers if answer.sample_id == sample.id}
    texts: list[str] = []
    for turn in range(len(sample.questions)):
        if turn not in by_turn:
            return [], f"turn {turn + 1} of {len(sample.questions)} has no answer"
        answer = by_turn[turn]
        if answer.text is None:
            return [], f"turn {turn + 1} failed: {answer.reason}"
        texts.append(answer.text)
    return texts, ""


def _picture(facts: Facts, sample: Sample, texts: Sequence[str]) -> Verdict:
    found = findings(facts, read(texts[0], [q.text for q in sample.questions]))
    colourless = frozenset(thing.name for thing in facts.things if not thing.colour)
    points = idc.level(found) if sample.task == "idc" else icrc.level(found, colourless)
    reason = picture_reason(facts, found)
    return _capped(points, reason, found.cap, found.flaw, found.to_json())


def _feelings(facts: Facts, sample: Sample, texts: Sequence[str]) -> Verdict:
    persons = facts.feeling is not None
    found = findings(facts, read(texts[0], [q.text for q in sample.questions]))
    points, reason = isac.level(found, persons=persons), feelings_reason(found, persons=persons)
    return _capped(points, reason, found.cap, found.flaw, found.to_json())


def _dialogue(facts: Facts, sample: Sample, texts: Sequence[str]) -> Verdict:
    questions = [question.text for question in sample.questions]
    turns = list(check_turns(facts, questions, texts))
    cap = min(turn.cap for turn in turns)
    raw = {"turns": [asdict(turn) for turn in turns]}
    return _capped(mdiuc.level(turns), turns_reason(facts, turns), cap, "has a flawed turn", raw)


def _capped(points: int, reason: str, cap: int, flaw: str, raw: dict[str, Any]) -> Verdict:
    if points > cap:
        return cap, f"{reason}; but it {flaw}", raw
    return points, reason, raw


_TASKS = {"idc": _picture, "icrc": _picture, "isac": _feelings, "mdiuc": _dialogue}
