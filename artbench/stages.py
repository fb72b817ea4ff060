"""The three stages between a suite and a board, answer, score, grade: plain loops."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from artbench.cards import SuiteCard, SuiteTask
from artbench.errors import AlignmentError, CardError
from artbench.records import ScoreRow
from artbench.runs import Key, RunWriter
from artbench.types import Grade, Grader, Model, Output, Request, Sample

Advance = Callable[[int], None]  # told how many more are done
BOOTSTRAP_DRAWS, BOOTSTRAP_SEED = 1000, 0


def unanswered(samples: Sequence[Sample], outputs: Mapping[Key, Output]) -> int:
    """Return how many questions have no answer yet; an error is no answer, so it is asked again."""
    keys = [(sample.id, turn) for sample in samples for turn in range(len(sample.questions))]
    return sum(key not in outputs or outputs[key].text is None for key in keys)


def answer(
    model: Model, samples: Sequence[Sample], run: RunWriter, batch_size: int, advance: Advance
) -> None:
    """Ask what has no answer yet, turn after turn over all samples; keep every answer on arrival.

    A dialogue carries the model's own answers. After a turn without an answer its later turns have
    none either: they would be answers to another dialogue.

    Raises:
        AlignmentError: The model did not return one output per request.
    """
    outputs = run.outputs()
    for turn in range(max((len(sample.questions) for sample in samples), default=0)):
        asked = [sample for sample in samples if turn < len(sample.questions)]
        todo = [sample for sample in asked if not _answered(outputs, sample.id, turn)]
        lost = [(sample, _lost_turn(outputs, sample, turn)) for sample in todo]
        for sample, broken in lost:
            if broken is not None:
                _keep(run, outputs, _followup(sample, turn, broken))
                advance(1)
        ready = [_request(sample, turn, outputs) for sample, broken in lost if broken is None]
        for batch in _batches(ready, batch_size):
            for output in _checked(batch, model.answer(batch)):
                _keep(run, outputs, output)
            advance(len(batch))


def score(
    card: SuiteCard, samples: Sequence[Sample], outputs: Mapping[Key, Output]
) -> tuple[ScoreRow, ...]:
    """Return the caption metrics of every task that has some, over the answers there are.

    A question without references or without an answer takes no part; `n` says how many did.

    Raises:
        CardError: A metric or tokenizer of the card is unknown.
    """
    check_metrics(card)
    return tuple(
        row for task in card.tasks if task.metrics for row in _task_scores(task, samples, outputs)
    )


def scorable(card: SuiteCard, samples: Sequence[Sample]) -> set[tuple[str, str]]:
    """Return the (task, metric) that these samples allow: metrics need references."""
    referenced = {s.task for s in samples if any(question.references for question in s.questions)}
    return {(t.name, m) for t in card.tasks if t.name in referenced for m in t.metrics}


def check_metrics(card: SuiteCard) -> None:
    """Refuse a card that names an unknown metric or tokenizer, before hours of answering.

    Raises:
        CardError: It does.
    """
    from artbench.metrics import METRICS
    from artbench.text import TOKENIZERS

    for task in card.tasks:
        for kind, names, known in (
            ("metric", task.metrics, METRICS.keys()),
            ("tokenizer", (task.tokenizer,), TOKENIZERS.keys()),
        ):
            for name in set(names) - known:
                expected = ", ".join(sorted(known))
                raise CardError(f"task {task.name}: {kind} {name!r} is unknown; known: {expected}")


def grade(
    grader: Grader, samples: Sequence[Sample], outputs: Mapping[Key, Output]
) -> Iterator[Grade]:
    """Yield the grade of every sample whose questions all have an answer.

    The others stay ungraded: a missing answer is not a bad one.
    """
    for sample in samples:
        keys = [(sample.id, turn) for turn in range(len(sample.questions))]
        if all(_answered(outputs, *key) for key in keys):
            yield grader.grade(sample, [outputs[key] for key in keys])


def _task_scores(
    task: SuiteTask, samples: Sequence[Sample], outputs: Mapping[Key, Output]
) -> Iterator[ScoreRow]:
    from artbench.metrics import METRICS
    from artbench.metrics.base import make_pairs
    from artbench.stats import measure
    from artbench.text import TOKENIZERS

    compared = [
        (f"{sample.id}/{turn}", text, question.references)
        for sample in samples
        if sample.task == task.name
        for turn, question in enumerate(sample.questions)
        if question.references and (text := _text(outputs, sample.id, turn)) is not None
    ]
    if not compared:
        return
    ids, captions, references = zip(*compared, strict=True)
    pairs = make_pairs(TOKENIZERS[task.tokenizer], ids, captions, references)
    for name in task.metrics:
        found = measure(METRICS[name](), pairs, BOOTSTRAP_DRAWS, BOOTSTRAP_SEED, task.tokenizer)
        yield ScoreRow(
            task=task.name,
            metric=name,
            value=found.value,
            low=found.low,
            high=found.high,
            n=found.n,
            signature=found.signature,
        )


def _text(outputs: Mapping[Key, Output], sample: str, turn: int) -> str | None:
    output = outputs.get((sample, turn))
    return output.text if output else None


def _answered(outputs: Mapping[Key, Output], sample: str, turn: int) -> bool:
    return _text(outputs, sample, turn) is not None


def _lost_turn(outputs: Mapping[Key, Output], sample: Sample, turn: int) -> int | None:
    return next((t for t in range(turn) if not _answered(outputs, sample.id, t)), None)


def _followup(sample: Sample, turn: int, broken: int) -> Output:
    reason = f"turn {broken + 1} failed"
    return Output(sample_id=sample.id, turn=turn, outcome="error", reason=reason)


def _request(sample: Sample, turn: int, outputs: Mapping[Key, Output]) -> Request:
    history = tuple(
        (sample.questions[t].text, outputs[sample.id, t].text or "") for t in range(turn)
    )
    return Request(
        sample_id=sample.id,
        turn=turn,
        image=sample.image,
        history=history,
        question=sample.questions[turn].text,
    )


def _batches(requests: Sequence[Request], size: int) -> Iterator[list[Request]]:
    """Yield batches of requests of like length, so that little is computed on padding."""
    ordered = sorted(requests, key=lambda r: (_length(r), r.sample_id))
    for start in range(0, len(ordered), size):
        yield ordered[start : start + size]


def _length(request: Request) -> int:
    return len(request.question) + sum(len(q) + len(a) for q, a in request.history)


def _checked(batch: Sequence[Request], outputs: Sequence[Output]) -> list[Output]:
    wanted = [(request.sample_id, request.turn) for request in batch]
    found = [(o.sample_id, o.turn) if isinstance(o, Output) else o for o in outputs]
    if found != wanted:
        raise AlignmentError(
            f"the model was asked {wanted[:3]} ... ({len(wanted)} questions) and returned "
            f"{found[:3]} ... ({len(found)}); Model.answer must return one output per request, in "
            "their order"
        )
    return [_without_words(output) for output in outputs]


def _without_words(output: Output) -> Output:
    """An answer without any letter or digit is empty, whatever the model says of it."""
    words = output.text is None or any(character.isalnum() for character in output.text)
    return output if words else replace(output, outcome="empty")


def _keep(run: RunWriter, outputs: dict[Key, Output], output: Output) -> None:
    run.add_output(output)
    outputs[output.sample_id, output.turn] = output
