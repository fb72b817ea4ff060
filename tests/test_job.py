"""A job goes on where it stopped, prints at once when done, and refuses to mix."""

import json
from pathlib import Path

import pytest
import tiny

from artbench import job as jobs
from artbench.catalogue import find_model, find_suite
from artbench.errors import AlignmentError, UsageError
from artbench.grading import GRADERS
from artbench.job import Job, Silence, run_job
from artbench.runs import Run
from artbench.verification import differences


@pytest.fixture
def job(suite: Path, model: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Job:
    monkeypatch.chdir(tmp_path)
    return Job(suite=find_suite(str(suite)), model=find_model(model), root=tmp_path / "runs")


def calls() -> int:
    path = Path("calls.txt")
    return len(path.read_text().splitlines()) if path.exists() else 0


def lose_lines(run: Run, keep: int) -> None:
    path = run.folder / "outputs.jsonl"
    path.write_text("".join(path.read_text().splitlines(keepends=True)[:keep]) + '{"sample_id"')


def limited(job: Job, limit: int) -> Job:
    return Job(suite=job.suite, model=job.model, root=job.root, limit=limit)


def test_a_run_is_answered_and_scored(job: Job) -> None:
    run = run_job(job, Silence())
    assert len(run.outputs()) == calls() == 10
    assert [row.metric for row in run.scores()] == ["bleu_1", "rouge_l"]
    assert run.record.ended
    assert (run.record.counts.ok, run.record.counts.missing) == (10, 0)
    assert run.record.device == "cpu"
    assert run.record.suite.path.endswith("tiny.toml")


def test_a_finished_run_needs_no_model(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    first = run_job(job, Silence())
    monkeypatch.setattr(jobs, "load_model", None)
    monkeypatch.setattr(jobs, "RunWriter", None)
    assert run_job(job, Silence()).record == first.record


def test_only_what_is_missing_is_asked_again(job: Job) -> None:
    run = run_job(job, Silence())
    before = run.outputs()
    lose_lines(run, keep=7)
    assert run_job(job, Silence()).outputs() == before
    assert calls() == 10 + 3


def test_a_new_metric_needs_no_model(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    run_job(job, Silence())
    path = job.suite.path
    path.write_text(path.read_text().replace('"rouge_l"', '"rouge_l", "bleu_4"'))
    monkeypatch.setattr(jobs, "load_model", None)
    again = Job(suite=find_suite(str(path)), model=job.model, root=job.root)
    assert [row.metric for row in run_job(again, Silence()).scores()] == [
        "bleu_1",
        "rouge_l",
        "bleu_4",
    ]


def test_other_data_or_another_model_is_another_run(job: Job, model: str) -> None:
    first = run_job(job, Silence())
    works = tiny.read_works(job.suite.path.parent / "pictures")
    works[0]["facts"] = {"new": 1}
    tiny.write_works(job.suite.path.parent / "pictures", works)
    second = run_job(job, Silence())
    Path(model.rpartition(":")[0]).write_text(tiny.ECHO + "# changed\n")
    third = run_job(Job(suite=job.suite, model=find_model(model), root=job.root), Silence())
    assert len({first.folder, second.folder, third.folder}) == 3


def test_a_limit_takes_samples_in_turn_and_is_another_run(job: Job) -> None:
    part = run_job(limited(job, 3), Silence())
    ids = part.record.suite.samples
    assert ids == {"look": ("look-0", "look-1"), "talk": ("talk-4",)}
    assert part.record.suite.limit == 3
    assert run_job(job, Silence()).folder != part.folder
    with pytest.raises(UsageError, match="--limit 0: expected at least 1"):
        run_job(limited(job, 0), Silence())


def test_a_broken_picture_is_one_failure_and_is_tried_again(job: Job) -> None:
    picture = job.suite.path.parent / "pictures" / "talk-4.png"
    whole = picture.read_bytes()
    picture.write_bytes(whole[:30])
    run = run_job(job, Silence())
    assert run.record.counts.error == 3  # the turns after it were never asked
    assert run.outputs()["talk-4", 0].reason == "cannot be read: talk-4.png"
    assert calls() == 8
    run_job(job, Silence())
    assert calls() == 9


def test_answers_of_two_precisions_are_never_mixed(job: Job, model: str) -> None:
    run = run_job(job, Silence())
    lose_lines(run, keep=7)
    path = run.folder / "run.json"
    record = json.loads(path.read_text())
    record["model"]["identity"] |= {"precision": "bfloat16", "device": "cuda:0"}
    path.write_text(json.dumps(record))
    with pytest.raises(UsageError, match="was begun with precision 'bfloat16', here it is None"):
        run_job(job, Silence())


def test_a_changed_suite_cannot_score_an_old_run(job: Job) -> None:
    run = run_job(job, Silence())
    path = job.suite.path
    path.write_text(path.read_text().replace("version = 1", "version = 2"))
    with pytest.raises(
        AlignmentError, match="tiny:here with version 1, here it is 2; run the model"
    ):
        jobs.score_run(run, None)
    path.write_text(tiny.CARD)
    works = tiny.read_works(path.parent / "pictures")
    works[0]["facts"] = {"new": 1}
    tiny.write_works(path.parent / "pictures", works)
    with pytest.raises(AlignmentError, match="with data digest"):
        jobs.score_run(run, None)


@pytest.fixture
def graded(job: Job, monkeypatch: pytest.MonkeyPatch) -> Job:
    monkeypatch.setitem(GRADERS, "colours", "graders:ColourGrader")
    path = job.suite.path
    path.write_text(path.read_text() + 'graders = ["colours"]\n')
    return Job(suite=find_suite(str(path)), model=job.model, root=job.root)


def test_the_editions_graders_grade(graded: Job) -> None:
    run = run_job(graded, Silence())
    points = {sample: grade.points for sample, grade in run.grades()["colours"].items()}
    assert points == {"look-0": 5, "look-1": 0, "look-2": 5, "look-3": 0, "talk-4": 5, "talk-5": 0}
    lines = (run.folder / "grades.jsonl").read_text()
    run_job(graded, Silence())
    jobs.grade_run(run, None, (), Silence(), again=True)
    assert (run.folder / "grades.jsonl").read_text() == lines


def test_grading_goes_on_where_it_stopped(graded: Job) -> None:
    run = run_job(graded, Silence())
    path = run.folder / "grades.jsonl"
    whole = path.read_text()
    path.write_text("".join(whole.splitlines(keepends=True)[:4]) + "{")
    run_job(graded, Silence())
    assert path.read_text() == whole


def test_verify_finds_a_changed_answer_a_changed_score_and_a_changed_grade(graded: Job) -> None:
    run = run_job(graded, Silence())
    assert differences(run, None) == []

    for name, old, new, found in (
        (
            "outputs.jsonl",
            "a blue picture, turn 0",
            "a blue pigture, turn 0",
            "look rouge_l: the run",
        ),
        ("scores.json", '"n": 4', '"n": 3', "look bleu_1: the run says"),
        ("grades.jsonl", '"points": 0', '"points": 1', "look-1: grade by colours is 1, the answer"),
    ):
        path = run.folder / name
        kept = path.read_text()
        path.write_text(kept.replace(old, new))
        assert any(line.startswith(found) for line in differences(run, None)), name
        path.write_text(kept)
