"""Pixels: from stored pictures to what the vision tower reads, and what it and the Q-Former see."""

import torch
from torch import Generator, Tensor
from transformers.image_utils import OPENAI_CLIP_MEAN, OPENAI_CLIP_STD

from artgpt4.model import ArtGPT4ForConditionalGeneration


def normalised(pixels: Tensor) -> Tensor:
    """Return pixels uint8[B, 3, H, W] as float32, as the image processor does after resizing."""
    mean = torch.tensor(OPENAI_CLIP_MEAN).view(3, 1, 1)
    std = torch.tensor(OPENAI_CLIP_STD).view(3, 1, 1)
    return (pixels.float() / 255 - mean) / std


def moved(pixels: Tensor, shift: int, generator: Generator) -> Tensor:
    """Return pictures [B, 3, H, W] moved by up to `shift` pixels each way; edges are repeated."""
    count, _, height, width = pixels.shape
    by = torch.randint(-shift, shift + 1, (2, count, 1), generator=generator)
    rows = (torch.arange(height) + by[0]).clamp(0, height - 1)
    columns = (torch.arange(width) + by[1]).clamp(0, width - 1)
    pictures = torch.arange(count)[:, None, None]
    return pixels[pictures, :, rows[:, :, None], columns[:, None, :]].permute(0, 3, 1, 2)


def relit(pixels: Tensor, jitter: float, generator: Generator) -> Tensor:
    """Return normalised pictures float32[B, 3, H, W], each a bit brighter and with more contrast.

    Or less of either; `jitter` is the largest change, of 1 and as a factor.
    """
    change = torch.rand((2, len(pixels), 1, 1, 1), generator=generator) * 2 - 1
    return pixels * (1 + jitter * change[0]) + jitter * change[1]


@torch.no_grad()
def query_features(
    model: ArtGPT4ForConditionalGeneration, pixels: Tensor, batch: int = 256
) -> Tensor:
    """Return what the frozen parts see, float32[N, Q, D], of pixels uint8[N, 3, H, W]."""
    return torch.cat(
        [
            model.query_outputs(normalised(part).to(model.device)).float().cpu()
            for part in torch.split(pixels, batch)
        ]
    )
