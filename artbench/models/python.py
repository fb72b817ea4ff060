"""A model from a Python class: a file of the user's, or an entry point of another package."""

from importlib import import_module
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

from artbench.cards import ModelCard, ModelEdition
from artbench.errors import UnknownError, UsageError
from artbench.models import Settings
from artbench.types import Model


def load(card: ModelCard, edition: ModelEdition, settings: Settings) -> Model:
    """Return an object of the class that `file.py:Class` or `module:Class` names.

    Raises:
        UnknownError: The module has no such class.
        UsageError: The class lacks a method of `artbench.types.Model`.
    """
    place, _, name = edition.weights.rpartition(":")
    module = _from_file(Path(place)) if card.loader == "python" else import_module(place)
    if not callable(kind := getattr(module, name, None)):
        raise UnknownError(f"{place}: has no class {name!r}; expected --model file.py:Class")
    for method in ("answer", "identity"):
        if not callable(getattr(kind, method, None)):
            raise UsageError(
                f"{place}: class {name} has no method {method}(); see artbench.types.Model"
            )
    try:
        model: Model = kind()
    except TypeError as error:
        raise UsageError(f"{place}: {name}() cannot be made without arguments: {error}") from error
    return model


def _from_file(path: Path) -> ModuleType:
    spec = spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise UsageError(f"{path}: is not a Python file; expected --model file.py:Class")
    module = module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except (ImportError, SyntaxError) as error:
        raise UsageError(f"{path}: cannot be imported: {error}") from error
    return module
