"""Cards: the small TOML files that declare suites, models and rubrics, read strictly.

An unknown key, a missing key or a value of the wrong type is an error that names the file and the
key, because a mistyped setting would otherwise be a silent default.
"""

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields, is_dataclass
from pathlib import Path
from types import UnionType
from typing import TYPE_CHECKING, Any, Literal, TypeVar, get_args, get_origin, get_type_hints

from artbench.errors import CardError

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Card = TypeVar("Card", bound="DataclassInstance")


@dataclass(frozen=True, slots=True, kw_only=True)
class SuiteTask:
    """One thing a suite asks, and what is measured on the answers.

    Attributes:
        question: Asked of every picture; empty where the questions come with the samples.
        rubric: The rubric card in `rubrics/` beside the suite's card; empty without a rubric.
        metrics: Keys of `artbench.metrics.METRICS`, for questions that have references.
        tokenizer: A key of `artbench.text.TOKENIZERS`, used by all metrics of the task.
    """

    name: str
    title: str
    question: str = ""
    rubric: str = ""
    metrics: tuple[str, ...] = ()
    tokenizer: str = "words"


@dataclass(frozen=True, slots=True, kw_only=True)
class SuiteEdition:
    """One set of samples for a suite's tasks.

    Attributes:
        reader: A key of `artbench.suites.READERS`.
        data: `package:...` (beside the cards), `fetch:...` (see `artbench data get`) or a folder.
        samples: How many samples each task has; another number is refused.
        graders: Keys of `artbench.grading.GRADERS`; without one the answers stay ungraded.
    """

    name: str
    about: str
    reader: str
    data: str
    samples: Mapping[str, int]
    licence: str
    graders: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SuiteCard:
    """A benchmark suite: its tasks and its editions, the default edition first.

    Attributes:
        version: Raised when a score could change; runs of different versions never share a board.
        headline: What a leaderboard sorts by: `rubric`, or a metric.
    """

    name: str
    title: str
    version: int
    citation: str = ""
    headline: str = "rubric"
    tasks: tuple[SuiteTask, ...] = field(metadata={"key": "task"})
    editions: tuple[SuiteEdition, ...] = field(metadata={"key": "edition"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Generation:
    """How a model decodes; greedy unless said otherwise. Every field is part of a run's digest."""

    max_new_tokens: int = 300
    do_sample: bool = False
    top_p: float = 1.0
    temperature: float = 1.0
    seed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelEdition:
    """One set of weights of a model family.

    Attributes:
        weights: `package:...` (inside an installed package), a folder (relative to the card), or
            the id of a repository on the hub.
        revision: A commit of that repository; `unpinned` where none is known.
        parameters: All of them, frozen ones included; 0 where it is not known.
        generation: The family's settings, with what this edition changes.
    """

    name: str
    weights: str
    licence: str
    about: str = ""
    revision: str = "unpinned"
    parameters: int = 0
    generation: Generation = Generation()


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelCard:
    """A family of models that are loaded and asked in one way, the default edition first.

    Attributes:
        loader: A key of `artbench.models.LOADERS`.
    """

    name: str
    title: str
    loader: str
    citation: str = ""
    generation: Generation = Generation()
    editions: tuple[ModelEdition, ...] = field(metadata={"key": "edition"})


def load(kind: type[Card], path: Path) -> Card:
    """Read one card.

    Raises:
        CardError: The file is not TOML, does not fit `kind`, or is not named after its `name`
            (`suite.toml` is named after its folder).
    """
    card = build(kind, _inherit(read_toml(path)), str(path))
    stem = path.resolve().parent.name if path.name == "suite.toml" else path.stem
    name = getattr(card, "name", stem)
    if name != stem:
        raise CardError(f"{path}: name = {name!r}, expected {stem!r}: a card is named as its file")
    return card


def read_toml(path: Path) -> dict[str, Any]:
    """Return the table of a TOML file.

    Raises:
        CardError: The file cannot be read or is not TOML.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CardError(f"{path}: not TOML: {error}") from error
    except OSError as error:
        raise CardError(f"{path}: cannot be read: {error.strerror}") from error


def digest(path: Path) -> str:
    """Return the first 12 hex digits of the SHA-256 of a card, kept in every run record."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12]


def build(kind: type[Card], table: Mapping[str, Any], where: str) -> Card:
    """Return a dataclass from a table of plain values; `where` begins every message.

    Raises:
        CardError: A key is unknown or missing, or a value has the wrong type.
    """
    hints = get_type_hints(kind)
    names = {f.metadata.get("key", f.name): f.name for f in fields(kind)}
    needed = {
        key
        for f, key in zip(fields(kind), names, strict=True)
        if f.default is MISSING and f.default_factory is MISSING
    }
    for problem, keys in (
        ("unknown key", table.keys() - names.keys()),
        ("missing key", needed - table.keys()),
    ):
        if keys:
            known = f"; known: {', '.join(names)}" if problem == "unknown key" else ""
            raise CardError(f"{where}: {problem} {', '.join(sorted(keys))}{known}")
    return kind(**{names[k]: _value(hints[names[k]], v, f"{where}: {k}") for k, v in table.items()})


def _value(kind: Any, value: Any, where: str) -> Any:
    if isinstance(kind, UnionType):  # `int | None`, as run records have it
        return None if value is None else _value(get_args(kind)[0], value, where)
    if isinstance(value, Mapping) and is_dataclass(kind) and isinstance(kind, type):
        return build(kind, value, where)
    if isinstance(value, Mapping) and get_origin(kind) in (dict, Mapping):
        return {k: _value(get_args(kind)[1], v, f"{where}.{k}") for k, v in value.items()}
    if isinstance(value, list) and get_origin(kind) is tuple:
        return tuple(_value(get_args(kind)[0], v, f"{where}[{i}]") for i, v in enumerate(value))
    if get_origin(kind) is Literal and value in get_args(kind):
        return value
    if kind is Any or type(value) is kind:  # `type`, because True is an int to isinstance
        return value
    raise CardError(f"{where}: expected {_name(kind)}, found {value!r}")


def _name(kind: Any) -> str:
    if get_origin(kind) is tuple:
        return f"a list of {_name(get_args(kind)[0])}"
    if get_origin(kind) is Literal:
        return f"one of {', '.join(map(str, get_args(kind)))}"
    if get_origin(kind) in (dict, Mapping) or is_dataclass(kind):
        return "a table"
    return str(getattr(kind, "__name__", kind))


def _inherit(table: dict[str, Any]) -> dict[str, Any]:
    """Give every edition the card's generation settings beneath its own."""
    shared, editions = table.get("generation"), table.get("edition")
    if not isinstance(shared, dict) or not isinstance(editions, list):
        return table
    merged = [_over(shared, edition) for edition in editions]
    return {**table, "edition": merged}


def _over(shared: dict[str, Any], edition: Any) -> Any:
    own = edition.get("generation", {}) if isinstance(edition, dict) else None
    return {**edition, "generation": {**shared, **own}} if isinstance(own, dict) else edition
