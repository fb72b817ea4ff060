"""The committed nano models clear the bars they are shipped with, by their reference runs."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from artbench.catalogue import find_suite
from artbench.grading.facts import FactsGrader
from artbench.runs import Run, find_runs
from artbench.stats import Score, paired_difference, task_means
from artbench.suites import open_suite
from artbench.suites.open.facts import THINGS, Facts, from_json
from artbench.suites.open.phrases import FEELING, WORK
from artbench.types import Output, Sample

ROOT = Path(__file__).parents[1]
RUNS = {run.model: run for run in find_runs(ROOT / "results" / "reference")}
SAMPLES = {sample.id: sample for sample in open_suite(find_suite("artmm"))}
MODELS = ("artgpt4:nano", "minigpt4:nano")
NAMED, NAMED_WITH_TECHNIQUE, EMOTIONS = (
    0.85,
    0.70,
    0.60,
)  # shares that the models must not fall below
Points = dict[str, list[float]]


def facts(sample: Sample) -> Facts:
    return from_json(sample.facts or {})


def text(run: Run, sample: Sample, turn: int = 0) -> str:
    return run.outputs()[sample.id, turn].text or ""


def points(answers: Mapping[str, Sequence[Output]]) -> Points:
    """Points by task of answers by sample id."""
    graded: Points = defaultdict(list)
    for name, sample in SAMPLES.items():
        level = FactsGrader().grade(sample, answers[name]).points
        assert level is not None
        graded[sample.task].append(level)
    return dict(graded)


def answers(run: Run, swapped: bool = False) -> dict[str, list[Output]]:
    """A run's answers by sample id; swapped ones belong to the next picture but two of the task."""
    outputs, given = run.outputs(), {}
    for name, sample in SAMPLES.items():
        task = [s.id for s in SAMPLES.values() if s.task == sample.task]
        source = task[(task.index(name) + 3) % len(task)] if swapped else name
        turns = range(len(sample.questions))
        given[name] = [
            Output(
                sample_id=name,
                turn=k,
                text=outputs[source, k].text,
                outcome=outputs[source, k].outcome,
            )
            for k in turns
        ]
    return given


def overall(run: Run, swapped: bool = False) -> Score:
    return task_means(points(answers(run, swapped)))["all"]


def names_main_thing(known: Facts, said: str) -> bool:
    """Whether an answer names the main thing in its colour before anything else."""
    name, colour = known.main.name, known.main.colour
    who = f"(person|people) in {colour}\\b(?! ({'|'.join(THINGS)}))"
    what = f"(an?|two|three) {colour} {name}"
    return bool(re.search(who if name == "person" else what, said.split(", with")[0]))


def test_artgpt4_names_main_thing_colour_and_technique() -> None:
    asked = [s for s in SAMPLES.values() if s.task == "idc"]
    said = [text(RUNS["artgpt4:nano"], s) for s in asked]
    named = [names_main_thing(facts(s), words) for s, words in zip(asked, said, strict=True)]
    made = [WORK[facts(s).technique][0] in words for s, words in zip(asked, said, strict=True)]
    both = [a and b for a, b in zip(named, made, strict=True)]
    assert len(both) == 40
    assert sum(named) / 40 >= NAMED
    assert sum(both) / 40 >= NAMED_WITH_TECHNIQUE


def test_artgpt4_names_the_viewers_emotion() -> None:
    asked = [s for s in SAMPLES.values() if s.task == "isac"]
    named = [
        f"viewer feels {FEELING[facts(s).viewer][0]}" in text(RUNS["artgpt4:nano"], s)
        for s in asked
    ]
    assert len(named) == 40
    assert sum(named) / len(named) >= EMOTIONS


def test_artgpt4_beats_minigpt4_beyond_chance() -> None:
    both = [points(answers(RUNS[name])) for name in MODELS]
    assert paired_difference(*both).low > 0


def test_the_constant_answer_is_far_below_artgpt4() -> None:
    model, constant = (points(answers(RUNS[n])) for n in ("artgpt4:nano", "majority:nano"))
    assert paired_difference(model, constant).low > 0.5


@pytest.mark.parametrize("name", MODELS)
def test_answers_to_other_pictures_fall_to_the_constant_answer(name: str) -> None:
    assert overall(RUNS[name], swapped=True).low <= overall(RUNS["majority:nano"]).high
