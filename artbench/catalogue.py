"""The catalogue: from a name that somebody typed to a card and one of its editions."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from importlib.metadata import entry_points
from pathlib import Path
from typing import TypeVar

from artbench.cards import ModelCard, ModelEdition, SuiteCard, SuiteEdition, digest, load
from artbench.errors import CardError, UnknownError
from artbench.folders import cards_root

ENTRY_POINTS = "artbench.models"
_Edition = TypeVar("_Edition", SuiteEdition, ModelEdition)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenSuite:
    """A suite in one of its editions.

    Attributes:
        path: Where its card lies; rubrics and data are found from there.
    """

    card: SuiteCard
    edition: SuiteEdition
    path: Path

    @property
    def name(self) -> str:
        """The full name, for example `artmm:open`."""
        return f"{self.card.name}:{self.edition.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenModel:
    """A model in one of its editions.

    Attributes:
        digest: Of its card or its Python file; empty for an entry point of another package.
    """

    card: ModelCard
    edition: ModelEdition
    digest: str

    @property
    def name(self) -> str:
        """The full name, for example `artgpt4:nano`."""
        return f"{self.card.name}:{self.edition.name}"


def suite_cards() -> dict[str, Path]:
    """Return the cards of all suites in the package by name."""
    found = sorted((cards_root() / "benchmarks").glob("*/suite.toml"))
    return {path.parent.name: path for path in found}


def model_cards() -> dict[str, Path]:
    """Return the cards of all models in the package by name."""
    return {path.stem: path for path in sorted((cards_root() / "baselines").glob("*.toml"))}


def installed_models() -> dict[str, str]:
    """Return the models that other packages offer, `name: module:Class`."""
    return {point.name: point.value for point in entry_points(group=ENTRY_POINTS)}


def find_suite(wanted: str) -> ChosenSuite:
    """Return the suite of `name`, `name:edition` or `path/to/card.toml[:edition]`.

    Raises:
        UnknownError: There is no such suite or edition.
        CardError: Its card is wrong.
    """
    name, edition, file = _split(wanted)
    path = file or _path("suite", name, suite_cards())
    card = load(SuiteCard, path)
    return ChosenSuite(card=card, edition=_edition(card.name, edition, card.editions), path=path)


def find_model(wanted: str) -> ChosenModel:
    """Return the model of `name[:edition]`, `card.toml[:edition]` or `file.py:Class`.

    Raises:
        UnknownError: There is no such model or edition.
        CardError: Its card is wrong.
    """
    if ".py:" in wanted:
        return _from_python(wanted)
    name, edition, file = _split(wanted)
    cards = model_cards()
    if not file and name not in cards and name in (offered := installed_models()):
        return _plain(name, "installed", "entry-point", offered[name])
    path = file or _path("model", name, cards)
    card = load(ModelCard, path)
    chosen = _edition(card.name, edition, card.editions)
    if (folder := path.parent / chosen.weights).is_dir():
        chosen = replace(chosen, weights=str(folder.resolve()))
    return ChosenModel(card=card, edition=chosen, digest=digest(path))


def did_you_mean(kind: str, name: str, known: Iterable[str]) -> UnknownError:
    """Return the error for a name that is not known, with the nearest one that is."""
    names = sorted(set(known))
    near = get_close_matches(name, names, n=1, cutoff=0.5)
    hint = f"; did you mean {near[0]}?" if near else ";"
    return UnknownError(f"unknown {kind} {name!r}{hint} known: {', '.join(names) or 'none'}")


def _split(wanted: str) -> tuple[str, str, Path | None]:
    if wanted.endswith(".toml") or ".toml:" in wanted:
        place, _, edition = wanted.partition(".toml")
        path = Path(f"{place}.toml").expanduser()
        if not path.is_file():
            raise UnknownError(f"{path}: there is no such card; check the path")
        return "", edition.removeprefix(":"), path
    name, _, edition = wanted.partition(":")
    return name, edition, None


def _path(kind: str, name: str, cards: Mapping[str, Path]) -> Path:
    if name in cards:
        return cards[name]
    raise did_you_mean(kind, name, cards if kind == "suite" else [*cards, *installed_models()])


def _edition(card: str, name: str, editions: Sequence[_Edition]) -> _Edition:
    if not editions:
        raise CardError(f"{card}: has no edition; expected at least one [[edition]]")
    for edition in editions:
        if name in ("", edition.name):
            return edition
    raise did_you_mean(f"edition of {card}", name, [edition.name for edition in editions])


def _from_python(wanted: str) -> ChosenModel:
    place, _, name = wanted.rpartition(":")
    path = Path(place).expanduser().resolve()
    if not path.is_file():
        raise UnknownError(f"{place}: there is no such file; expected --model file.py:Class")
    chosen = _plain(name, "local", "python", f"{path}:{name}")
    return replace(chosen, digest=digest(path))


def _plain(name: str, edition: str, loader: str, weights: str) -> ChosenModel:
    only = ModelEdition(name=edition, weights=weights, licence="not stated")
    card = ModelCard(name=name, title=name, loader=loader, editions=(only,))
    return ChosenModel(card=card, edition=only, digest="")
