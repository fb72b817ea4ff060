"""The house rules that a linter does not know."""

import ast
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FILES = sorted(p for name in ("artbench", "artgpt4") for p in (ROOT / name).rglob("*.py"))


def test_there_are_files() -> None:
    assert len(FILES) > 50


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_file_is_short_says_its_subject_and_so_do_its_functions(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 250
    tree = ast.parse(text)
    assert ast.get_docstring(tree), "a file opens with the sentence that says its subject"
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            assert _length(node) <= 30, f"{node.name} is too long"


@pytest.mark.parametrize("folder", ["baselines", "benchmarks", "results"])
def test_a_folder_of_data_holds_no_code(folder: str) -> None:
    assert (ROOT / folder).is_dir()
    assert not list((ROOT / folder).rglob("*.py"))


def test_no_two_test_files_share_a_name() -> None:
    names = Counter(path.name for path in (ROOT / "tests").rglob("test_*.py"))
    assert [name for name, count in names.items() if count > 1] == []


def test_the_model_does_not_know_who_measures_it() -> None:
    ours = [path for path in FILES if path.is_relative_to(ROOT / "artgpt4")]
    assert ours
    assert [p.name for p in ours if "artbench" in _imported(p)] == []


@pytest.mark.parametrize("command", [["--help"], ["list", "models"], ["list", "suites", "--json"]])
def test_the_command_starts_without_anything_heavy(command: list[str]) -> None:
    code = (
        "import sys; from artbench.cli import app\n"
        f"try: app({command!r})\n"
        "except SystemExit: pass\n"
        "heavy = {'numpy', 'torch', 'transformers', 'pandas', 'PIL', 'huggingface_hub'}\n"
        "sys.exit(str(sorted(heavy & sys.modules.keys())) if heavy & sys.modules.keys() else 0)"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stderr


def _length(function: ast.FunctionDef) -> int:
    """Lines of code, as what a function takes and promises may be said at length."""
    first = function.body[1 if ast.get_docstring(function) and len(function.body) > 1 else 0]
    return (function.end_lineno or 0) - first.lineno + 1


def _imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.partition(".")[0])
    return names
