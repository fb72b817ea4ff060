"""The main job: a suite and a model in, a finished run out; and its stages one by one."""

from collections import Counter
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from itertools import zip_longest
from pathlib import Path
from time import monotonic
from typing import Protocol

from artbench import stages
from artbench.cards import SuiteCard
from artbench.catalogue import ChosenModel, ChosenSuite, find_suite
from artbench.errors import AlignmentError, UsageError
from artbench.grading import find_grader
from artbench.models import Settings, load_model
from artbench.models.weights import fingerprint
from artbench.records import Counts, data_digest, model_record, new_record, now, suite_record
from artbench.runs import Run, RunWriter, begin, run_folder
from artbench.suites import open_suite
from artbench.types import Model, Sample


class Notes(Protocol):
    """Who is told how a job gets on."""

    def say(self, text: str) -> None:
        """Take one line."""

    def progress(self, title: str, total: int) -> AbstractContextManager[stages.Advance]:
        """Return what is told how many more of `total` are done."""


class Silence:
    """Tells nobody."""

    def say(self, text: str) -> None:
        """Take one line."""

    def progress(self, title: str, total: int) -> AbstractContextManager[stages.Advance]:
        """Return what is told, and forgets."""
        return nullcontext(lambda _: None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What is asked of whom, and where it is kept.

    Attributes:
        root: The folder of all runs.
        data: Where the suite's data lie, if not where its card says.
        limit: Answer only so many samples, taken in turn from the tasks; no result then.
    """

    suite: ChosenSuite
    model: ChosenModel
    root: Path
    data: Path | None = None
    limit: int | None = None
    settings: Settings = Settings()


def run_job(job: Job, notes: Notes) -> Run:
    """Answer, score and grade what is not done yet; a finished run is returned as it is.

    Raises:
        ArtbenchError: Something is unknown, missing or cannot be written.
    """
    samples, run = start(job)
    if is_done(run, job.suite, samples):
        return run
    with RunWriter(run.folder) as writer:
        _answer(job, samples, writer, notes)
        _score(job.suite.card, samples, writer)
        for name in job.suite.edition.graders:
            _grade(name, samples, writer, notes)
    return Run(run.folder)


def answer_job(job: Job, notes: Notes) -> Run:
    """Answer what has no answer yet, and nothing else."""
    samples, run = start(job)
    with RunWriter(run.folder) as writer:
        _answer(job, samples, writer, notes)
    return Run(run.folder)


def score_run(run: Run, data: Path | None) -> None:
    """Compute the caption scores of a run's answers again."""
    suite, samples = reopen(run, data)
    with RunWriter(run.folder) as writer:
        _score(suite.card, samples, writer)


def grade_run(
    run: Run, data: Path | None, judges: Sequence[str], notes: Notes, *, again: bool = False
) -> None:
    """Grade what the judges have not graded yet.

    Args:
        run: Its answers stay as they are.
        data: Where the suite's data lie, if not where its card says.
        judges: Who grades; none means the graders of the suite's edition.
        notes: Told how it gets on.
        again: Also grade what is graded; a grade that is no other is kept once.
    """
    suite, samples = reopen(run, data)
    with RunWriter(run.folder) as writer:
        for name in judges or suite.edition.graders:
            _grade(name, samples, writer, notes, again=again)


def start(job: Job) -> tuple[tuple[Sample, ...], Run]:
    """Return what is asked and the run that keeps the answers, new or begun before."""
    stages.check_metrics(job.suite.card)
    if job.limit is not None and job.limit < 1:
        raise UsageError(f"--limit {job.limit}: expected at least 1")
    samples = _first(open_suite(job.suite, job.data), job.limit)
    prints = fingerprint(job.model, download=job.settings.download)
    asked, who = suite_record(job.suite, samples, job.limit), model_record(job.model, prints)
    folder = run_folder(job.root, asked, who)
    if (folder / "run.json").is_file():
        return samples, Run(folder)
    return samples, begin(job.root, new_record(asked, who, stages.BOOTSTRAP_SEED))


def reopen(run: Run, data: Path | None) -> tuple[ChosenSuite, tuple[Sample, ...]]:
    """Return the suite and samples that a run was made of.

    Raises:
        AlignmentError: They are no longer what the run was made of.
    """
    asked = run.record.suite
    suite = find_suite(f"{asked.path or asked.name}:{asked.edition}")
    wanted = {sample for ids in asked.samples.values() for sample in ids}
    samples = tuple(s for s in open_suite(suite, data) if s.id in wanted)
    for what, found, expected in (
        ("version", suite.card.version, asked.version),
        ("data digest", data_digest(samples), asked.data),
    ):
        if found != expected:
            raise AlignmentError(
                f"{run.folder}: was made of {run.suite} with {what} {expected}, here it is "
                f"{found}; run the model again"
            )
    return suite, samples


def is_done(run: Run, suite: ChosenSuite, samples: Sequence[Sample]) -> bool:
    """Return whether nothing is left to answer, score or grade."""
    if not run.record.ended or stages.unanswered(samples, run.outputs()):
        return False
    scored = {(row.task, row.metric) for row in run.scores()}
    graded, ids = run.grades(), {sample.id for sample in samples}
    return stages.scorable(suite.card, samples) <= scored and all(
        ids <= graded.get(judge, {}).keys() for judge in suite.edition.graders
    )


def _answer(job: Job, samples: Sequence[Sample], run: RunWriter, notes: Notes) -> None:
    left = stages.unanswered(samples, run.outputs())
    if left:
        notes.say(f"loading {job.model.name}")
        model = load_model(job.model, job.settings)
        _claim(run, model)
        total = run.record.suite.requests
        again = f", {total - left} were answered before" if left < total else ""
        notes.say(f"answering {left} of {total} questions of {job.suite.name}{again}")
        begun = monotonic()
        with notes.progress("answering", left) as advance:
            stages.answer(model, samples, run, job.settings.batch_size, advance)
        seconds = monotonic() - begun
        notes.say(f"answered in {seconds:.1f} s, {left / max(seconds, 1e-9):.1f} a second")
    run.put_record(replace(run.record, counts=_counts(run), ended=now()))


def _claim(run: RunWriter, model: Model) -> None:
    """Refuse to mix answers of two precisions or weights in one run; the device may change."""
    identity = model.identity()
    begun = run.record.model.identity
    for key in sorted((begun.keys() | identity.keys()) - {"device"} if begun else ()):
        if begun.get(key) != identity.get(key):
            raise UsageError(
                f"{run.folder}: was begun with {key} {begun.get(key)!r}, here it is "
                f"{identity.get(key)!r}; go on as it was begun, or give another folder with --runs"
            )
    model_now = replace(run.record.model, identity=identity)
    device = str(identity.get("device", ""))
    run.put_record(replace(run.record, model=model_now, device=device))


def _counts(run: RunWriter) -> Counts:
    outcomes = Counter[str](output.outcome for output in run.outputs().values())
    return Counts(**outcomes, missing=run.record.suite.requests - outcomes.total())


def _score(card: SuiteCard, samples: Sequence[Sample], run: RunWriter) -> None:
    run.put_scores(stages.score(card, samples, run.outputs()))


def _grade(
    name: str, samples: Sequence[Sample], run: RunWriter, notes: Notes, *, again: bool = False
) -> None:
    before = run.grades().get(name, {})
    todo = [s for s in samples if again or s.id not in before or before[s.id].points is None]
    with notes.progress(f"grading by {name}", len(todo)) as advance:
        for grade in stages.grade(find_grader(name), todo, run.outputs()):
            if grade != before.get(grade.sample_id):
                run.add_grade(grade)
            advance(1)


def _first(samples: Sequence[Sample], limit: int | None) -> tuple[Sample, ...]:
    if limit is None:
        return tuple(samples)
    tasks: dict[str, list[Sample]] = {}
    for sample in samples:
        tasks.setdefault(sample.task, []).append(sample)
    mixed = [s for row in zip_longest(*tasks.values()) for s in row if s is not None]
    return tuple(mixed[:limit])
