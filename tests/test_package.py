"""A wheel, installed elsewhere, runs the main job: no network, no Java, nothing written inside."""

import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (found,) = folder.glob("*.whl")
    return found


def offline() -> list[str]:
    """A command's beginning that cuts the network, where this machine allows it."""
    cut = [shutil.which("unshare") or "unshare", "-rn"]
    try:
        allowed = subprocess.run([*cut, "true"], capture_output=True, check=False).returncode == 0
    except OSError:
        allowed = False
    return cut if allowed else []


def contents(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_it_holds_two_packages_with_cards_pictures_and_weights(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    top = {name.partition("/")[0] for name in names}
    assert {name for name in top if not name.endswith(".dist-info")} == {"artbench", "artgpt4"}
    for wanted in (
        "artbench/py.typed",
        "artbench/_cards/baselines/artgpt4.toml",
        "artbench/_cards/benchmarks/artmm/suite.toml",
        "artbench/_cards/benchmarks/artmm/rubrics/idc.toml",
        "artbench/_cards/benchmarks/artmm/open/works.jsonl",
        "artgpt4/nano/config.json",
        "artgpt4/nano/minigpt4/config.json",
        "artgpt4/recipes/nano.toml",
    ):
        assert wanted in names
    assert any("LICENSE" in name for name in names)
    assert wheel.stat().st_size < 40_000_000


@pytest.mark.parametrize("model", ["artgpt4", "majority"])
def test_the_main_job_runs_offline_from_a_folder_that_stays_as_it_is(
    wheel: Path, tmp_path: Path, model: str
) -> None:
    site, home = tmp_path / "site", tmp_path / "home"
    home.mkdir()
    install = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--target", str(site)]
    subprocess.run([*install, str(wheel)], check=True, capture_output=True)
    before = contents(site)
    environment = {
        "HOME": str(home),
        "PATH": str(Path(sys.executable).parent),  # no Java, no git
        "PYTHONPATH": str(site),
        "PYTHONDONTWRITEBYTECODE": "1",
        "HTTPS_PROXY": "http://127.0.0.1:9",
    }
    command = [sys.executable, "-m", "artbench", "run", "--model", model, "--suite", "artmm"]
    ended = subprocess.run(
        [*offline(), *command, "--limit", "4"],
        cwd=home,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    assert f"{model}:nano on artmm:open" in ended.stdout
    assert contents(site) == before
    located = subprocess.run(
        [sys.executable, "-c", "import artbench; print(artbench.__file__)"],
        cwd=home,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    assert located.stdout.startswith(str(site))
