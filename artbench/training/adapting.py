"""The two stages of both nano models, side by side: a process and a core for each model.

A small model on one core learns more in a second than on two that wait for each other.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from multiprocessing import get_context
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from torch import Tensor

    from artgpt4 import ArtGPT4ForConditionalGeneration, ArtGPT4Processor
    from artgpt4.dialogue import Example
    from artgpt4.recipe import Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """What both models learn.

    Attributes:
        lessons: The examples of each stage.
        features: float32[N, Q, D], what the frozen parts see in each picture.
        log: Gets a line of progress now and then; it has to be picklable.
    """

    processor: ArtGPT4Processor
    stages: tuple[Stage, ...]
    lessons: Sequence[Sequence[Example]]
    features: Tensor
    log: Callable[[str], None]

    def faster(self, factor: float) -> Course:
        """Return the course with all learning rates times a factor."""
        stages = (
            replace(
                stage,
                learning_rate=stage.learning_rate * factor,
                final_learning_rate=stage.final_learning_rate * factor,
            )
            for stage in self.stages
        )
        return replace(self, stages=tuple(stages))


def side_by_side(
    models: Sequence[ArtGPT4ForConditionalGeneration], courses: Sequence[Course]
) -> list[list[list[float]]]:
    """Train the models in place and return for each the loss curve of each stage."""
    with ProcessPoolExecutor(len(models), mp_context=get_context("spawn")) as pool:
        done = list(pool.map(_learn, models, courses))
    for model, (weights, _) in zip(models, done, strict=True):
        model.load_state_dict(weights)
    return [curves for _, curves in done]


def _learn(
    model: ArtGPT4ForConditionalGeneration, course: Course
) -> tuple[dict[str, Tensor], list[list[float]]]:
    import torch

    from artgpt4.train import TrainingSet, adapt

    torch.set_num_threads(1)
    curves = [
        adapt(model, course.processor, TrainingSet(part, course.features), stage, course.log)
        for stage, part in zip(course.stages, course.lessons, strict=True)
    ]
    return dict(model.state_dict()), curves
