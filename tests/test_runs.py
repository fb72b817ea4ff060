"""A run keeps what it was given, drops what was never finished, and has one writer."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

import pytest
from tiny import record

from artbench.errors import CardError, UnknownError, UsageError
from artbench.records import ScoreRow
from artbench.runs import Run, RunWriter, begin, find_runs
from artbench.types import Grade, Output

OUTPUT = Output(sample_id="a", turn=0, text="ein Bild – \u2028 é")
GRADE = Grade(sample_id="a", points=None, reason="no facts", raw="", judge="facts")


def test_a_run_gives_back_what_it_was_given(tmp_path: Path) -> None:
    row = ScoreRow(task="look", metric="m", value=0.5, low=0.0, high=1.0, n=2, signature="m")
    with begin(tmp_path, record()) as run:
        run.add_output(OUTPUT)
        run.add_output(Output(sample_id="b", turn=0, outcome="error", reason="broken"))
        run.add_grade(GRADE)
        run.put_scores([row])
    again = Run(run.folder)
    assert again.record == run.record
    assert again.outputs()["a", 0] == OUTPUT
    assert again.outputs()["b", 0].reason == "broken"
    assert again.grades() == {"facts": {"a": GRADE}}
    assert again.scores() == (row,)


def test_a_line_is_on_disk_before_the_next_is_begun(tmp_path: Path) -> None:
    with begin(tmp_path, record()) as run:
        run.add_output(OUTPUT)
        assert Run(run.folder).outputs() == {("a", 0): OUTPUT}


def test_lines_hold_what_the_design_says(tmp_path: Path) -> None:
    with begin(tmp_path, record()) as run:
        run.add_output(OUTPUT)
        run.add_output(Output(sample_id="b", turn=1, outcome="error", reason="broken"))
        run.add_grade(GRADE)
    lines = (run.folder / "outputs.jsonl").read_text().split("\n")
    assert json.loads(lines[0]).keys() == {"sample_id", "turn", "text", "outcome"}
    assert json.loads(lines[1]).keys() == {"sample_id", "turn", "reason", "outcome"}
    grade = json.loads((run.folder / "grades.jsonl").read_text())
    assert grade.keys() == {"sample_id", "points", "reason", "raw", "judge"}


def test_the_folder_is_named_after_suite_edition_model_and_digest(tmp_path: Path) -> None:
    made = record()
    folder = begin(tmp_path, made).folder
    assert folder == tmp_path / "tiny" / "here" / "echo-nano" / made.digest


def test_the_same_work_has_the_same_folder_and_other_work_another() -> None:
    first = record()
    assert record().digest == first.digest
    assert record(card="other", path="there").digest == first.digest
    for change in ({"version": 2}, {"data": "e"}, {"limit": 3}, {"edition": "there"}):
        assert record(**change).digest != first.digest, change


def test_the_last_of_several_answers_counts(tmp_path: Path) -> None:
    with begin(tmp_path, record()) as run:
        run.add_output(Output(sample_id="a", turn=0, outcome="error", reason="broken"))
        run.add_output(OUTPUT)
    assert run.outputs() == {("a", 0): OUTPUT}


@pytest.mark.parametrize(
    "torn", ['{"sample_id": "b", "tu', "{", '{"sample_id": "b"}', "\u00e9"[:1]]
)
def test_a_half_written_last_line_is_dropped(tmp_path: Path, torn: str) -> None:
    with begin(tmp_path, record()) as run:
        run.add_output(OUTPUT)
    path = run.folder / "outputs.jsonl"
    whole = path.read_bytes()
    path.write_bytes(whole + torn.encode())
    assert Run(run.folder).outputs() == {("a", 0): OUTPUT}
    with RunWriter(run.folder):
        assert path.read_bytes() == whole


def test_a_broken_line_in_the_middle_is_an_error_and_not_lost(tmp_path: Path) -> None:
    with begin(tmp_path, record()) as run:
        run.add_output(OUTPUT)
    path = run.folder / "outputs.jsonl"
    path.write_bytes(b"{oops\n" + path.read_bytes())
    with pytest.raises(CardError, match=r"outputs.jsonl:1: not JSON.*remove the line"):
        run.outputs()


def test_two_processes_cannot_write_one_run(tmp_path: Path) -> None:
    with begin(tmp_path, record()) as run:
        code = (
            "import sys; from artbench.runs import RunWriter; from pathlib import Path\n"
            "with RunWriter(Path(sys.argv[1])): pass"
        )
        python = [sys.executable, "-c", code, str(run.folder)]
        other = subprocess.run(python, capture_output=True, text=True, check=False)
        assert "another process writes this run; wait for it" in other.stderr
        assert Run(run.folder).outputs() == {}  # reading is free
    with RunWriter(run.folder) as again:
        again.add_output(OUTPUT)


def test_a_folder_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(
        UsageError, match=r"cannot be written: Not a directory.*--runs DIR"
    ) as caught:
        begin(tmp_path / "file", record())
    assert caught.value.exit_code == 2


@pytest.fixture
def locked() -> Iterator[Path]:
    """A folder that may be read and not written, not even by root: then we are nobody."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o555)
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    yield folder
    if root:
        os.seteuid(0)
    folder.chmod(0o755)
    folder.rmdir()


def test_a_folder_without_write_permission_is_one_line(locked: Path) -> None:
    made = record()
    with pytest.raises(UsageError, match=r"cannot be written: Permission denied"):
        begin(locked, made)


FILL = """
import resource, signal, sys
from pathlib import Path
from artbench.errors import UsageError
from artbench.runs import RunWriter
from artbench.types import Output
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    with RunWriter(Path(sys.argv[1])) as run:
        for turn in range(100):
            run.add_output(Output(sample_id="a", turn=turn, text="x" * 90))
except UsageError as error:
    print(error)
"""


def test_a_full_disk_is_one_line_and_loses_nothing(tmp_path: Path) -> None:
    folder = begin(tmp_path, record()).folder
    ended = subprocess.run(
        [sys.executable, "-c", FILL, folder], capture_output=True, text=True, check=True
    )
    assert ended.stdout.count("\n") == 1
    assert "cannot be written: File too large; what is there is kept: make room" in ended.stdout
    with RunWriter(folder) as run:  # the disk has room again
        kept = len(run.outputs())
        assert kept > 3
        run.add_output(OUTPUT)
    assert len(Run(folder).outputs()) in (kept, kept + 1)
    assert Run(folder).outputs()["a", 0] == OUTPUT


def test_a_folder_without_a_run_is_unknown(tmp_path: Path) -> None:
    with pytest.raises(UnknownError, match="holds no run; expected a folder with a run.json"):
        Run(tmp_path)
    with pytest.raises(UnknownError, match="there is no such folder; name one with --runs"):
        find_runs(tmp_path / "gone")


def test_a_record_of_another_schema_is_refused(tmp_path: Path) -> None:
    folder = begin(tmp_path, record()).folder
    path = folder / "run.json"
    path.write_text(json.dumps(asdict(record()) | {"schema": 99}))
    with pytest.raises(CardError, match="schema is 99, expected 1"):
        Run(folder)
    path.write_text("{")
    with pytest.raises(CardError, match=r"run.json: cannot be read"):
        Run(folder)


def test_the_record_names_versions_seeds_and_machine(tmp_path: Path) -> None:
    made = asdict(Run(begin(tmp_path, record()).folder).record)
    assert made["machine"]["artbench"]
    assert made["machine"]["python"].count(".") == 2
    assert made["machine"]["packages"]["numpy"]
    assert made["seeds"] == {"generation": 0, "bootstrap": 0}
    assert made["started"].endswith("+00:00")
    assert made["counts"]["missing"] == 2
