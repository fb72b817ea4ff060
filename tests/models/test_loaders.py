"""Loaders that need no torch, and what identifies weights."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from artbench.cards import ModelCard, ModelEdition
from artbench.catalogue import ChosenModel, find_model
from artbench.errors import CardError, MissingError, UnknownError, UsageError
from artbench.models import LOADERS, Settings, load_model
from artbench.models.weights import content_digest, fingerprint, locate
from artbench.types import Request

ANSWERS = {"by_question": {"What?": "A boat."}, "otherwise": "A picture."}


def chosen(loader: str, weights: object) -> ChosenModel:
    edition = ModelEdition(name="a", weights=str(weights), licence="none")
    card = ModelCard(name="mine", title="Mine", loader=loader, editions=(edition,))
    return ChosenModel(card=card, edition=edition, digest="")


def asked(question: str) -> Request:
    return Request(sample_id="a", turn=0, image=Path("none.png"), history=(), question=question)


def test_the_majority_answers_by_question_and_never_looks(tmp_path: Path) -> None:
    path = tmp_path / "majority.json"
    path.write_text(json.dumps(ANSWERS))
    model = load_model(chosen("majority", path), Settings())
    outputs = model.answer([asked("What?"), asked("Why?")])
    assert [output.text for output in outputs] == ["A boat.", "A picture."]
    assert model.identity()["weights"] == content_digest(path)


@pytest.mark.parametrize("content", ["{", "[]", '{"by_question": {}}', '{"otherwise": 1}'])
def test_a_wrong_majority_file_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "majority.json"
    path.write_text(content)
    with pytest.raises(CardError, match=r"majority.json: "):
        load_model(chosen("majority", path), Settings())


def test_an_unknown_loader_is_refused() -> None:
    with pytest.raises(
        CardError, match="mine:a: loader 'magic' is unknown; known: entry-point, hf"
    ):
        load_model(chosen("magic", "x"), Settings())
    assert {"hf", "majority"} <= LOADERS.keys()


def test_a_class_in_a_file_is_a_model(model: str) -> None:
    assert load_model(find_model(model), Settings()).identity()["weights"] == "none"


def test_a_class_of_another_package_is_a_model(monkeypatch: pytest.MonkeyPatch, model: str) -> None:
    monkeypatch.syspath_prepend(str(Path(model.rpartition(":")[0]).parent))
    assert load_model(chosen("entry-point", "echo:Echo"), Settings()).identity()["device"] == "cpu"


@pytest.mark.parametrize(
    ("code", "error", "message"),
    [
        (
            "class Other: pass",
            UnknownError,
            "mine.py: has no class 'Mine'; expected --model file.py",
        ),
        ("class Mine: pass", UsageError, r"class Mine has no method answer\(\)"),
        ("class Mine:\n def answer(self, batch): ...", UsageError, r"no method identity\(\)"),
        (
            "class Mine:\n def __init__(self, x): ...\n answer = identity = __init__",
            UsageError,
            r"Mine\(\) cannot be made without arguments: .*missing 1 required",
        ),
        ("import nothing_like_it", UsageError, "mine.py: cannot be imported: No module named"),
        ("def", UsageError, "mine.py: cannot be imported: invalid syntax"),
    ],
)
def test_a_file_that_is_no_model_is_refused(
    tmp_path: Path, code: str, error: type[Exception], message: str
) -> None:
    (tmp_path / "mine.py").write_text(code)
    with pytest.raises(error, match=message):
        load_model(find_model(f"{tmp_path / 'mine.py'}:Mine"), Settings())


def test_weights_of_a_package_are_found_without_importing_it(tmp_path: Path) -> None:
    assert locate("package:artbench/py.typed", "unpinned", download=False).is_file()
    with pytest.raises(MissingError, match="package nothing_like_it is not installed"):
        locate("package:nothing_like_it/x", "unpinned", download=False)
    with pytest.raises(MissingError, match=r"there are no weights in .*; train or copy them there"):
        locate("package:artbench/gone", "unpinned", download=False)


def test_the_fingerprint_follows_the_weights_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "model").mkdir()
    (tmp_path / "model" / "config.json").write_text("{}")
    index = {"weight_map": {"a": "trained.safetensors", "b": "../shared.safetensors"}}
    (tmp_path / "model" / "model.safetensors.index.json").write_text(json.dumps(index))
    (tmp_path / "model" / "trained.safetensors").write_bytes(b"1")
    (tmp_path / "shared.safetensors").write_bytes(b"2")
    model = chosen("hf", tmp_path / "model")
    first = fingerprint(model, download=False)
    (tmp_path / "model" / "README.md").write_text("prose")
    (tmp_path / "model" / "training.json").write_text("{}")
    assert fingerprint(model, download=False) == first
    (tmp_path / "shared.safetensors").write_bytes(b"3")
    assert fingerprint(model, download=False) != first
    (tmp_path / "shared.safetensors").unlink()
    with pytest.raises(MissingError, match="shared.safetensors: cannot be read"):
        fingerprint(model, download=False)


def test_a_snapshot_of_the_hub_is_known_by_its_commit(tmp_path: Path) -> None:
    snapshot = tmp_path / ("a1" * 20)
    snapshot.mkdir()
    assert fingerprint(chosen("hf", snapshot), download=False) == "a1" * 20


def test_a_python_model_is_known_by_its_file(model: str) -> None:
    found = find_model(model)
    path = Path(model.rpartition(":")[0])
    path.write_text(path.read_text() + "\n# changed\n")
    assert fingerprint(find_model(model), download=False) != fingerprint(found, download=False)
    assert fingerprint(replace(found, digest=""), download=False) == found.edition.weights
