"""What many tests need: a tiny suite, a model that looks at it, the command in this process."""

import sys
from pathlib import Path

import pytest
import tiny

from artbench import cli


@pytest.fixture
def artbench(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> tiny.Command:
    """The command, run in this process in an empty folder."""
    monkeypatch.chdir(tmp_path)
    for name in ("ARTBENCH_RUNS", "ARTBENCH_DATA"):
        monkeypatch.delenv(name, raising=False)

    def run(*arguments: object) -> tiny.Ended:
        monkeypatch.setattr(sys, "argv", ["artbench", *map(str, arguments)])
        capsys.readouterr()
        try:
            cli.main()
            code = 0
        except SystemExit as stop:
            code = stop.code if isinstance(stop.code, int) else 0
        said = capsys.readouterr()
        return tiny.Ended(code, said.out, said.err)

    return run


@pytest.fixture
def suite(tmp_path: Path) -> Path:
    """The card of a tiny suite."""
    return tiny.write_suite(tmp_path / "suite")


@pytest.fixture
def model(tmp_path: Path) -> str:
    """A model that looks at one pixel."""
    (tmp_path / "echo.py").write_text(tiny.ECHO)
    return f"{tmp_path / 'echo.py'}:Echo"
