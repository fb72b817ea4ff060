"""Answers are asked turn after turn, kept on arrival, and never turned into what they are not."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
import tiny

from artbench import stages
from artbench.cards import SuiteCard, load
from artbench.catalogue import find_suite
from artbench.errors import AlignmentError, CardError
from artbench.runs import RunWriter, begin
from artbench.suites import open_suite
from artbench.types import Grade, Output, Request, Sample


class Scripted:
    """Answers by (sample, turn); without a script `text of <sample>/<turn>`."""

    def __init__(self, **script: Output) -> None:
        self.script, self.batches = script, list[list[Request]]()

    def answer(self, batch: Sequence[Request]) -> list[Output]:
        self.batches.append(list(batch))
        return [self._one(request) for request in batch]

    def identity(self) -> dict[str, Any]:
        return {}

    def _one(self, request: Request) -> Output:
        key = f"{request.sample_id}/{request.turn}".replace("-", "_").replace("/", "__")
        plain = Output(sample_id=request.sample_id, turn=request.turn, text=f"text of {key}")
        return self.script.get(key, plain)


@pytest.fixture
def samples(suite: Path) -> tuple[Sample, ...]:
    return open_suite(find_suite(str(suite)))


@pytest.fixture
def run(tmp_path: Path) -> RunWriter:
    return begin(tmp_path / "runs", tiny.record())


def ask(model: Scripted, samples: Sequence[Sample], run: RunWriter, size: int = 3) -> int:
    done: list[int] = []
    with run:
        stages.answer(model, samples, run, size, done.append)
    return sum(done)


def failed(sample: str, turn: int) -> Output:
    return Output(sample_id=sample, turn=turn, outcome="error", reason="broken")


def test_every_question_is_asked_once_in_batches(samples: Sequence[Sample], run: RunWriter) -> None:
    model = Scripted()
    assert ask(model, samples, run) == 10
    assert len(run.outputs()) == 10
    assert [len(batch) for batch in model.batches] == [3, 3, 2, 2]


def test_a_dialogue_carries_the_models_own_answers(
    samples: Sequence[Sample], run: RunWriter
) -> None:
    model = Scripted()
    ask(model, samples, run)
    last = next(
        r for batch in model.batches for r in batch if (r.sample_id, r.turn) == ("talk-4", 2)
    )
    assert last.history == (
        ("Question 0?", "text of talk_4__0"),
        ("Question 1?", "text of talk_4__1"),
    )


def test_batches_are_of_like_length(samples: Sequence[Sample], run: RunWriter) -> None:
    model = Scripted()
    ask(model, samples, run, size=2)
    first = [request.question for request in model.batches[0]]
    assert len(set(map(len, first))) == 1


def test_a_failed_turn_makes_the_later_turns_errors(
    samples: Sequence[Sample], run: RunWriter
) -> None:
    assert ask(Scripted(talk_4__1=failed("talk-4", 1)), samples, run) == 10
    outputs = run.outputs()
    assert outputs["talk-4", 0].outcome == "ok"
    assert outputs["talk-4", 1].reason == "broken"
    assert outputs["talk-4", 2].reason == "turn 2 failed"
    assert outputs["talk-5", 2].outcome == "ok"
    assert stages.unanswered(samples, outputs) == 2


def test_only_what_has_no_answer_is_asked_again(samples: Sequence[Sample], run: RunWriter) -> None:
    ask(Scripted(talk_4__1=failed("talk-4", 1)), samples, run)
    again = Scripted()
    assert ask(again, samples, run) == 2
    asked = [(r.sample_id, r.turn) for batch in again.batches for r in batch]
    assert asked == [("talk-4", 1), ("talk-4", 2)]
    assert stages.unanswered(samples, run.outputs()) == 0


@pytest.mark.parametrize("text", ["", "  \n", "...", "—"])
def test_an_answer_without_words_is_empty_and_still_an_answer(
    samples: Sequence[Sample], run: RunWriter, text: str
) -> None:
    ask(Scripted(look_0__0=Output(sample_id="look-0", turn=0, text=text)), samples, run)
    output = run.outputs()["look-0", 0]
    assert (output.text, output.outcome) == (text, "empty")
    assert stages.unanswered(samples, run.outputs()) == 0


class Short(Scripted):
    def answer(self, batch: Sequence[Request]) -> list[Output]:
        return super().answer(batch)[:-1]


class Swapped(Scripted):
    def answer(self, batch: Sequence[Request]) -> list[Output]:
        return super().answer(batch)[::-1]


class Texts(Scripted):
    def answer(self, batch: Sequence[Request]) -> Any:
        return [request.question for request in batch]


@pytest.mark.parametrize("kind", [Short, Swapped, Texts])
def test_a_model_must_return_one_output_per_request(
    samples: Sequence[Sample], run: RunWriter, kind: type[Scripted]
) -> None:
    with pytest.raises(AlignmentError, match="must return one output per request, in their order"):
        ask(kind(), samples, run)


def test_metrics_are_over_the_answers_there_are(suite: Path, samples: Sequence[Sample]) -> None:
    card = load(SuiteCard, suite)
    right = {
        (s.id, 0): Output(sample_id=s.id, turn=0, text=s.questions[0].references[0])
        for s in samples
        if s.task == "look"
    }
    rows = stages.score(card, samples, right)
    assert [(row.task, row.metric, row.n) for row in rows] == [
        ("look", "bleu_1", 4),
        ("look", "rouge_l", 4),
    ]
    assert rows[1].value == pytest.approx(1.0)
    assert "tok:words" in rows[0].signature
    assert "seed:0" in rows[0].signature

    right["look-0", 0] = failed("look-0", 0)
    del right["look-1", 0]
    assert [row.n for row in stages.score(card, samples, right)] == [2, 2]
    assert stages.score(card, samples, right)[1].value == pytest.approx(
        1.0
    )  # failures are no zeros
    assert stages.score(card, samples, {}) == ()


def test_an_unknown_metric_is_refused_before_anything_is_asked(suite: Path) -> None:
    suite.write_text(suite.read_text().replace("bleu_1", "bleu_5"))
    with pytest.raises(CardError, match="task look: metric 'bleu_5' is unknown; known: bleu_1"):
        stages.check_metrics(load(SuiteCard, suite))
    suite.write_text(tiny.CARD.replace("metrics", 'tokenizer = "wrods"\nmetrics'))
    with pytest.raises(CardError, match="tokenizer 'wrods' is unknown; known: words"):
        stages.check_metrics(load(SuiteCard, suite))


class Lengths:
    """Grades by how many answers a sample has."""

    name = "lengths"

    def grade(self, sample: Sample, answers: Sequence[Output]) -> Grade:
        return Grade(
            sample_id=sample.id, points=len(answers), reason="counted", raw="", judge=self.name
        )


def test_a_dialogue_gets_one_grade_and_none_after_a_failed_turn(
    samples: Sequence[Sample], run: RunWriter
) -> None:
    ask(Scripted(talk_4__1=failed("talk-4", 1), look_2__0=failed("look-2", 0)), samples, run)
    grades = {g.sample_id: g.points for g in stages.grade(Lengths(), samples, run.outputs())}
    assert grades == {"look-0": 1, "look-1": 1, "look-3": 1, "talk-5": 3}
