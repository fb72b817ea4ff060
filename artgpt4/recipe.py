"""Recipes: how long and how fast each stage of training goes, read strictly from TOML.

An unknown key, a missing key or a value of the wrong type is an error that names the file and the
key, because a mistyped setting would otherwise be a silent default.
"""

import tomllib
from dataclasses import MISSING, dataclass, fields, is_dataclass
from pathlib import Path
from types import UnionType
from typing import TYPE_CHECKING, Any, TypeVar, get_args, get_origin, get_type_hints

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Kind = TypeVar("Kind", bound="DataclassInstance")


class RecipeError(ValueError):
    """A recipe has a missing, unknown or mistyped key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One stage: AdamW for a fixed number of steps, linear warm-up, then a cosine.

    Attributes:
        steps: Optimizer steps; fixed, so that the stage can be repeated.
        batch: Examples per step.
        learning_rate: At the end of warm-up.
        final_learning_rate: At the end of the stage.
        warmup: Steps of warm-up, from zero.
        weight_decay: Of matrices; vectors (norms, biases) have none.
        beta2: The second beta of AdamW; the first is 0.9.
        bf16: Compute under bfloat16 autocast; weights and optimizer stay float32.
        seed: Of the order of the examples, and of the weights that a stage draws.
    """

    name: str
    steps: int
    batch: int
    learning_rate: float
    warmup: int
    weight_decay: float
    final_learning_rate: float = 0.0
    beta2: float = 0.999
    bf16: bool = False
    seed: int = 0

    def __post_init__(self) -> None:
        if self.steps < 1 or self.batch < 1:
            raise RecipeError(
                f"stage {self.name}: found steps = {self.steps} and batch = {self.batch}: "
                "expected at least 1 of each"
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class VisionStage(Stage):
    """A stage that learns to see, with light augmentation.

    Attributes:
        shift: Pictures are moved by up to so many pixels each way.
        jitter: Brightness (of 1) and contrast (as a factor) change by up to so much.
    """

    shift: int = 0
    jitter: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """Everything about a training run but its data.

    Attributes:
        adapt: The stages of the adapters, in order; the paper has two.
        vision: How vision tower and Q-Former are made, where they are.
        language: How the LLM is made, where it is.
    """

    name: str
    adapt: tuple[Stage, ...]
    vision: VisionStage | None = None
    language: Stage | None = None


def read(kind: type[Kind], path: Path) -> Kind:
    """Read one recipe as a dataclass such as `Recipe`.

    Raises:
        RecipeError: The file is not TOML or does not fit `kind`.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise RecipeError(f"{path}: {error}") from error
    return _build(kind, table, str(path))


def _build(kind: type[Kind], table: dict[str, Any], where: str) -> Kind:
    types = get_type_hints(kind)
    required = {f.name for f in fields(kind) if f.default is MISSING}
    for problem, keys in (("unknown", table.keys() - types), ("missing", required - table.keys())):
        if keys:
            raise RecipeError(
                f"{where}: {problem} key {', '.join(sorted(keys))}: expected {', '.join(types)}"
            )
    return kind(**{k: _value(types[k], v, f"{where}: {k}") for k, v in table.items()})


def _value(kind: Any, value: Any, where: str) -> Any:
    if get_origin(kind) is UnionType:  # X | None
        kind = get_args(kind)[0]
    if is_dataclass(kind) and isinstance(kind, type) and isinstance(value, dict):
        return _build(kind, value, where)
    if get_origin(kind) is tuple and isinstance(value, list):
        return tuple(_value(get_args(kind)[0], v, f"{where}[{i}]") for i, v in enumerate(value))
    if get_origin(kind) or type(value) is not kind:
        expected = "a list of tables" if get_origin(kind) else kind.__name__
        raise RecipeError(f"{where}: found {value!r}: expected {expected}")
    return value
