"""The recipe of the nano models: what is painted, how large the body is, how it is trained."""

from dataclasses import dataclass
from pathlib import Path

from artgpt4.recipe import Stage, VisionStage, read


@dataclass(frozen=True, slots=True, kw_only=True)
class Paint:
    """How many pictures are painted, and how large."""

    plain: int
    art: int
    held_out: int
    size: int
    seed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tower:
    """The size of one transformer."""

    hidden: int
    layers: int
    heads: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The size of the model."""

    image_size: int
    patch_size: int
    vision: Tower
    qformer: Tower
    language: Tower
    queries: int
    vocabulary: int
    adapter_ratio: int
    seed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MiniGPT4:
    """What differs for minigpt4: its learning rates are the stages' times `factor`."""

    factor: float


@dataclass(frozen=True, slots=True, kw_only=True)
class NanoRecipe:
    """Everything that decides the nano weights."""

    name: str
    paint: Paint
    body: Body
    vision: VisionStage
    language: Stage
    adapt: tuple[Stage, ...]
    minigpt4: MiniGPT4


def nano_recipe(path: Path) -> NanoRecipe:
    """Read the recipe.

    Raises:
        artgpt4.recipe.RecipeError: A key is unknown, missing or mistyped.
    """
    return read(NanoRecipe, path)
