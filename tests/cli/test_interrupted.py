"""A run that was killed, or stopped by Ctrl-C, goes on where it was; real processes are killed."""

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import tiny

from artbench.runs import Run, find_runs

HEAD = "    def one(self, request):\n"
WAIT = """\
        import time
        while len(Path("calls.txt").read_text().splitlines()) > 3 and not Path("go").exists():
            time.sleep(0.02)
"""
WAITING = tiny.ECHO.replace(HEAD, HEAD + WAIT)  # after three answers it waits to be let go


@pytest.fixture
def command(tmp_path: Path, suite: Path) -> list[str]:
    (tmp_path / "waiting.py").write_text(WAITING)
    arguments = ["run", "--model", "./waiting.py:Echo", "--suite", str(suite), "--batch-size", "1"]
    return [sys.executable, "-m", "artbench", *arguments]


@contextmanager
def begun(command: list[str], folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Start the command and yield when three answers are on disk and the fourth is awaited."""
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, cwd=folder, text=True, **pipes) as process:
        try:
            while process.poll() is None and not _waits(folder):
                time.sleep(0.02)
            yield process
        finally:
            process.kill()


def _waits(folder: Path) -> bool:
    calls = folder / "calls.txt"
    return calls.exists() and calls.read_text().count("\n") > 3


def kept(folder: Path) -> Run:
    (run,) = find_runs(folder / "runs")
    return run


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_what_is_done_is_kept_and_not_asked_again(
    command: list[str], tmp_path: Path, number: signal.Signals
) -> None:
    with begun(command, tmp_path) as process:
        process.send_signal(number)
        _, said = process.communicate()
    assert process.returncode == (130 if number == signal.SIGINT else -number)
    if number == signal.SIGINT:
        line = "artbench: interrupted; what is done is kept, the same command goes on from there\n"
        assert said.endswith(line)
        assert "Traceback" not in said
    before = kept(tmp_path).outputs()
    assert len(before) == 3
    assert kept(tmp_path).record.ended is None

    (tmp_path / "go").touch()
    again = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert "answering 7 of 10 questions of tiny:here, 3 were answered before" in again.stderr
    after = kept(tmp_path)
    assert len(after.outputs()) == 10
    assert before.items() <= after.outputs().items()
    assert after.record.ended
    assert (tmp_path / "calls.txt").read_text().count("\n") == 11  # one was in flight


def test_a_second_process_is_refused_and_harms_nothing(command: list[str], tmp_path: Path) -> None:
    with begun(command, tmp_path) as process:
        second = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
        (tmp_path / "go").touch()
        _, said = process.communicate()
    assert second.returncode == 2
    assert "another process writes this run; wait for it" in second.stderr
    assert process.returncode == 0, said
    assert len(kept(tmp_path).outputs()) == 10
