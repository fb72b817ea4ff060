"""The training loop: the one loop of every stage."""

import math
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

import torch
from torch import Tensor, nn
from torch.nn import Parameter, functional
from torch.optim import AdamW
from transformers import PreTrainedModel

from artgpt4.batches import IGNORED
from artgpt4.recipe import Stage

Log = Callable[[str], None]
_EVERY = 50  # steps per line of the log


def quiet(line: str) -> None:
    """Log nothing."""


def fit(
    parameters: Mapping[str, Parameter],
    loss_of: Callable[[list[int]], Tensor],
    batches: Sequence[list[int]],
    stage: Stage,
    log: Log = quiet,
) -> list[float]:
    """Train parameters in place and return the loss of every step.

    The same parameters, batches and stage give the same weights, on one machine with one number of
    threads.

    Args:
        parameters: What is trained, float32, by name.
        loss_of: The mean loss of a batch of rows.
        batches: Rows of the data, one list per step.
        stage: The rest.
        log: Gets a line of progress now and then.

    Raises:
        ValueError: A parameter is not float32.
        RuntimeError: A gradient is not finite.
    """
    optimizer = _optimizer(parameters, stage)
    device = next(iter(parameters.values())).device.type
    curve, start = [], time.perf_counter()
    for step, rows in enumerate(batches):
        for group in optimizer.param_groups:
            group["lr"] = learning_rate(stage, step)
        with torch.autocast(device, dtype=torch.bfloat16, enabled=stage.bf16):
            loss = loss_of(rows)
        torch.autograd.backward(loss)
        nn.utils.clip_grad_norm_(parameters.values(), 1.0, error_if_nonfinite=True, foreach=True)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        curve.append(loss.detach())
        if (step + 1) % _EVERY == 0 or step + 1 == len(batches):
            recent = torch.stack(curve[-_EVERY:]).mean().item()
            speed = (step + 1) * stage.batch / (time.perf_counter() - start)
            log(
                f"{stage.name} {step + 1}/{len(batches)}: loss {recent:.4f}, {speed:.0f} examples/s"
            )
    return torch.stack(curve).tolist()


@contextmanager
def eager_on_cpu(model: PreTrainedModel) -> Iterator[None]:
    """Compute attention step by step for a while, where the model is on a CPU.

    With short sequences the backward pass of torch's fused attention takes 2 (float32) to 7 times
    (bfloat16) as long there. Values differ by rounding only.
    """
    parts = [part for part in model.modules() if isinstance(part, PreTrainedModel)]
    before = [part.config._attn_implementation for part in parts]
    if model.device.type == "cpu":
        model.set_attn_implementation("eager")
    try:
        yield
    finally:
        for part, implementation in zip(parts, before, strict=True):
            part.config._attn_implementation = implementation


def learning_rate(stage: Stage, step: int) -> float:
    """Return the learning rate of a step, from 0 on: warm-up, then a cosine to the final one."""
    if step < stage.warmup:
        return stage.learning_rate * (step + 1) / stage.warmup
    share = (step - stage.warmup) / max(1, stage.steps - stage.warmup)
    fall = stage.learning_rate - stage.final_learning_rate
    return stage.final_learning_rate + fall * (1 + math.cos(math.pi * share)) / 2


def token_loss(logits: Tensor, targets: Tensor) -> Tensor:
    """Return the mean loss of logits float[B, K, V] where targets int64[B, K] are not ignored."""
    wanted = targets != IGNORED
    return functional.cross_entropy(logits[wanted].float(), targets[wanted])


def learned_positions(labels: Tensor) -> tuple[Tensor, Tensor]:
    """Return where logits are needed, int64[K], and what they should say, int64[B, K].

    Args:
        labels: int64[B, T]; the logits at t are to say label t + 1.
    """
    following = labels[:, 1:]
    positions = (following != IGNORED).any(dim=0).nonzero()[:, 0]
    return positions, following[:, positions]


def _optimizer(parameters: Mapping[str, Parameter], stage: Stage) -> AdamW:
    odd = [f"{name} ({p.dtype})" for name, p in parameters.items() if p.dtype != torch.float32]
    if odd:
        raise ValueError(
            f"found {len(odd)} trained parameters that are not float32, as {odd[0]}: expected "
            "float32; load the model with dtype=torch.float32 and set bf16 in the stage"
        )
    groups: list[dict[str, object]] = [
        {
            "params": [p for p in parameters.values() if p.ndim > 1],
            "weight_decay": stage.weight_decay,
        },
        {"params": [p for p in parameters.values() if p.ndim <= 1], "weight_decay": 0.0},
    ]
    return AdamW(groups, lr=stage.learning_rate, betas=(0.9, stage.beta2), fused=True)
