"""A model that never looks: to each question the answer that was most frequent in training.

Its file is `{"by_question": {question: answer}, "otherwise": answer}`. It shows what a model scores
that only reads the question, so whatever a real model scores above it needed the picture.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from artbench.cards import ModelCard, ModelEdition, build
from artbench.errors import CardError
from artbench.models import Settings
from artbench.models.weights import content_digest, locate
from artbench.types import Output, Request


@dataclass(frozen=True, slots=True, kw_only=True)
class MajorityModel:
    """Constant answers, one per question.

    Attributes:
        otherwise: The answer to a question that is not among them.
        digest: Of the file they come from.
    """

    by_question: Mapping[str, str]
    otherwise: str
    digest: str = ""

    def answer(self, batch: Sequence[Request]) -> list[Output]:
        """Return the constant answers."""
        return [
            Output(
                sample_id=request.sample_id,
                turn=request.turn,
                text=self.by_question.get(request.question, self.otherwise),
            )
            for request in batch
        ]

    def identity(self) -> dict[str, Any]:
        """Return the digest of its answers."""
        return {"weights": self.digest, "device": "cpu"}


def load(card: ModelCard, edition: ModelEdition, settings: Settings) -> MajorityModel:
    """Return the constant answers that an edition names.

    Raises:
        MissingError: Their file is not there.
        CardError: It is not what the first lines here show.
    """
    path = locate(edition.weights, edition.revision, download=settings.download)
    try:
        table = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise CardError(f"{path}: cannot be read: {error}") from error
    if not isinstance(table, dict):
        raise CardError(f"{path}: expected an object with by_question and otherwise")
    return build(MajorityModel, {**table, "digest": content_digest(path)}, str(path))
