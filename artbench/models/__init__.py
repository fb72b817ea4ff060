"""Models: one loader per way to run one.

To add a model that a loader can run, write a card in `baselines/`. To add a loader: write its file
with a `load(card, edition, settings)`, add a line to `LOADERS`, add its test.
"""

from dataclasses import dataclass

from artbench.catalogue import ChosenModel
from artbench.errors import CardError
from artbench.lazy import resolve
from artbench.types import Model

LOADERS: dict[str, str] = {
    "hf": "artbench.models.hf:load",
    "majority": "artbench.models.majority:load",
    "python": "artbench.models.python:load",
    "entry-point": "artbench.models.python:load",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How a model is run on this machine; nothing here may change its answers.

    Attributes:
        device: `auto` (the accelerator if there is one), or a name that torch knows.
        batch_size: Questions answered at once.
        download: Whether weights may be fetched; offline is the normal case.
    """

    device: str = "auto"
    batch_size: int = 8
    download: bool = False


def load_model(model: ChosenModel, settings: Settings) -> Model:
    """Return a model that is ready to answer.

    Raises:
        CardError: Its card names an unknown loader.
        MissingError: Its weights, or what they need to run, are not on this machine.
    """
    if model.card.loader not in LOADERS:
        known = ", ".join(sorted(LOADERS))
        raise CardError(f"{model.name}: loader {model.card.loader!r} is unknown; known: {known}")
    loaded: Model = resolve(LOADERS[model.card.loader])(model.card, model.edition, settings)
    return loaded
