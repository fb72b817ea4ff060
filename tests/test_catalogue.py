"""A name finds its card and edition, or says what it could have been."""

from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from artbench import catalogue
from artbench.catalogue import find_model, find_suite
from artbench.errors import CardError, UnknownError


def test_the_first_edition_is_the_default() -> None:
    assert find_suite("artmm").name == "artmm:open"
    assert find_model("artgpt4").name == "artgpt4:nano"


def test_an_edition_is_found_by_its_name() -> None:
    assert find_suite("artmm:published").edition.reader == "artmm-evaluation"


@pytest.mark.parametrize(
    ("find", "name", "message"),
    [
        (find_suite, "artm", "unknown suite 'artm'; did you mean artmm"),
        (find_suite, "zzz", "unknown suite 'zzz'; known: .*artmm"),
        (
            find_suite,
            "artmm:opne",
            "unknown edition of artmm 'opne'; did you mean open. known: open",
        ),
        (
            find_model,
            "artgtp4",
            "unknown model 'artgtp4'; did you mean artgpt4.* known: .*minigpt4",
        ),
        (find_model, "artgpt4:14b", "unknown edition of artgpt4 '14b'"),
        (find_model, "./not.toml", "not.toml: there is no such card"),
        (find_model, "./not.py:Mine", "not.py: there is no such file"),
    ],
)
def test_an_unknown_name_says_what_it_could_have_been(find, name: str, message: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(UnknownError, match=message) as caught:
        find(name)
    assert caught.value.exit_code == 3
    assert "\n" not in str(caught.value)


def test_a_card_of_ones_own_is_found_by_its_path(suite: Path) -> None:
    assert find_suite(str(suite)).name == "tiny:here"
    assert find_suite(f"{suite}:here").path == suite
    with pytest.raises(UnknownError, match="unknown edition of tiny 'there'"):
        find_suite(f"{suite}:there")


def test_a_card_without_editions_is_refused(suite: Path) -> None:
    text = suite.read_text().partition("[[edition]]")[0]
    suite.write_text("edition = []\n" + text)
    with pytest.raises(CardError, match="tiny: has no edition"):
        find_suite(str(suite))


def test_weights_are_found_beside_a_card_of_ones_own(tmp_path: Path) -> None:
    (tmp_path / "weights").mkdir()
    card = 'name = "mine"\ntitle = "Mine"\nloader = "hf"\n[[edition]]\nname = "a"\n'
    (tmp_path / "mine.toml").write_text(card + 'weights = "weights"\nlicence = "MIT"\n')
    assert find_model(str(tmp_path / "mine.toml")).edition.weights == str(tmp_path / "weights")


def test_a_python_class_is_a_model(model: str) -> None:
    found = find_model(model)
    assert (found.name, found.card.loader) == ("Echo:local", "python")


def test_a_package_may_offer_models(monkeypatch: pytest.MonkeyPatch) -> None:
    point = EntryPoint(name="theirs", value="there:Model", group=catalogue.ENTRY_POINTS)
    monkeypatch.setattr(catalogue, "entry_points", lambda group: [point])
    assert find_model("theirs").edition.weights == "there:Model"
    assert find_model("theirs").name == "theirs:installed"
    with pytest.raises(UnknownError, match="did you mean theirs"):
        find_model("thiers")
