"""A run that was killed, or stopped by Ctrl-C, goes on where it was; real processes are killed."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import tiny

from artbench.runs import Run, find_runs

SLOW = tiny.ECHO.replace(
    "def one(self, request):", "def one(self, request):\n        time.sleep(0.1)"
)
SLOW = SLOW.replace("from pathlib", "import time\nfrom pathlib", 1)


@pytest.fixture
def command(tmp_path: Path, suite: Path) -> list[str]:
    (tmp_path / "slow.py").write_text(SLOW)
    arguments = ["run", "--model", "./slow.py:Echo", "--suite", str(suite), "--batch-size", "1"]
    return [sys.executable, "-m", "artbench", *arguments]


def begin(command: list[str], folder: Path, answers: int) -> subprocess.Popen[str]:
    """Start the command and return when so many answers are on disk."""
    process = subprocess.Popen(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline and process.poll() is None:
        found = list(folder.glob("runs/*/*/*/*/outputs.jsonl"))
        if found and found[0].read_bytes().count(b"\n") >= answers:
            return process
        time.sleep(0.01)
    process.kill()
    raise AssertionError(process.communicate())


def kept(folder: Path) -> Run:
    (run,) = find_runs(folder / "runs")
    return run


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_what_is_done_is_kept_and_not_asked_again(
    command: list[str], tmp_path: Path, number: signal.Signals
) -> None:
    process = begin(command, tmp_path, answers=3)
    process.send_signal(number)
    _, said = process.communicate(timeout=60)
    assert process.returncode == (130 if number == signal.SIGINT else -number)
    if number == signal.SIGINT:
        line = "artbench: interrupted; what is done is kept, the same command goes on from there\n"
        assert said.endswith(line)
        assert "Traceback" not in said
    before = kept(tmp_path).outputs()
    assert 3 <= len(before) < 10
    assert kept(tmp_path).record.ended is None

    again = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert f"answering {10 - len(before)} of 10 questions" in again.stderr
    after = kept(tmp_path)
    assert len(after.outputs()) == 10
    assert before.items() <= after.outputs().items()
    assert after.record.ended
    asked = (tmp_path / "calls.txt").read_text().splitlines()
    assert len(asked) <= 11  # the one in flight may have been asked twice


def test_a_second_process_is_refused_and_harms_nothing(command: list[str], tmp_path: Path) -> None:
    process = begin(command, tmp_path, answers=1)
    second = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert second.returncode == 2
    assert "another process writes this run; wait for it" in second.stderr
    _, said = process.communicate(timeout=120)
    assert process.returncode == 0, said
    assert len(kept(tmp_path).outputs()) == 10
