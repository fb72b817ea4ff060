"""Training of the nano models: artbench paints and writes the lessons, artgpt4 learns them."""

from collections.abc import Callable
from pathlib import Path

from artbench.errors import UnknownError

RECIPES = ("nano",)


def train(name: str, folder: Path | None = None, log: Callable[[str], None] | None = None) -> Path:
    """Train the models of a recipe from nothing and return the folder they are written to.

    Args:
        name: One of RECIPES.
        folder: Where to; into the package if left out.
        log: Gets a line of progress now and then; stderr if left out.

    Raises:
        UnknownError: There is no such recipe.
    """
    if name not in RECIPES:
        raise UnknownError(f"recipe {name!r} is unknown; there is {', '.join(RECIPES)}")
    import artgpt4
    from artbench.catalogue import find_suite
    from artbench.training.nano import make
    from artbench.training.recipe import nano_recipe

    home = Path(artgpt4.__file__).parent
    target = folder or home / name
    tasks = find_suite("artmm").card.tasks
    questions = {task.name: task.question for task in tasks if task.question}
    make(nano_recipe(home / "recipes" / f"{name}.toml"), questions, target, log or _tell)
    return target


def _tell(line: str) -> None:
    import sys

    print(line, file=sys.stderr, flush=True)  # noqa: T201
