"""Folders of models that share one frozen file.

A folder has `config.json` and, in the format of sharded checkpoints, an index that sends the frozen
weights to a file that may lie beside the folder and be shared, and the others to
`trainable.safetensors`. transformers loads it with no code of ours. Norms of the LLM are never in
the shared file, trained or not, so that it is the same for models that train different norms.
"""

import json
from pathlib import Path

import torch
from safetensors import safe_open
from safetensors.torch import save_file
from torch import Tensor
from transformers.utils import SAFE_WEIGHTS_INDEX_NAME

from artgpt4.config import ArtGPT4Config
from artgpt4.model import ArtGPT4ForConditionalGeneration

TRAINED_FILE = "trainable.safetensors"


class CheckpointError(ValueError):
    """Weights on disk are not what they were expected to be."""


def save_shared(
    model: ArtGPT4ForConditionalGeneration,
    folder: Path,
    frozen_file: str = "backbone.safetensors",
    trained_dtype: torch.dtype = torch.float32,
) -> None:
    """Write a model so that `AutoModelForImageTextToText.from_pretrained(folder)` loads it.

    Args:
        model: float32; its frozen weights are written as float16, so call `round_frozen` before
            training to lose nothing here.
        folder: Made if it is not there.
        frozen_file: Relative to the folder, as `../backbone.safetensors`. Written if it is not
            there; if it is, it has to hold the model's frozen weights.
        trained_dtype: On disk, of all other weights.

    Raises:
        CheckpointError: The frozen file is there and holds other weights.
    """
    folder.mkdir(parents=True, exist_ok=True)
    frozen, own = _split(model)
    frozen = {name: tensor.to(torch.float16) for name, tensor in frozen.items()}
    own = {name: tensor.to(trained_dtype) for name, tensor in own.items()}
    path = (folder / frozen_file).resolve()
    if path.exists():
        _check_same(frozen, path)
    else:
        save_file(frozen, path, metadata={"format": "pt"})
    save_file(own, folder / TRAINED_FILE, metadata={"format": "pt"})
    files = dict.fromkeys(frozen, frozen_file) | dict.fromkeys(own, TRAINED_FILE)
    size = sum(tensor.nbytes for tensor in (*frozen.values(), *own.values()))
    index = {"metadata": {"total_size": size}, "weight_map": dict(sorted(files.items()))}
    (folder / SAFE_WEIGHTS_INDEX_NAME).write_text(json.dumps(index, indent=2) + "\n")
    config = ArtGPT4Config.from_dict(model.config.to_dict())
    config.dtype, config.architectures = model.dtype, [type(model).__name__]
    config.save_pretrained(folder)
    model.generation_config.save_pretrained(folder)


@torch.no_grad()
def round_frozen(model: ArtGPT4ForConditionalGeneration) -> None:
    """Round the frozen weights to what float16 can hold, in place."""
    for tensor in _split(model)[0].values():
        tensor.copy_(tensor.to(torch.float16))


@torch.no_grad()
def sibling(
    model: ArtGPT4ForConditionalGeneration, seed: int, **changes: int | bool
) -> ArtGPT4ForConditionalGeneration:
    """Return another model on the same backbone: equal weights where both have them.

    Args:
        model: Not changed.
        seed: Of the weights that only the other has.
        changes: Of its config, as `adapter_ratio=0, trainable_norms=False` for a MiniGPT-4.
    """
    config = ArtGPT4Config.from_dict(model.config.to_dict() | changes)
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        other = ArtGPT4ForConditionalGeneration(config)
    known = other.state_dict().keys()
    other.load_state_dict({k: v for k, v in model.state_dict().items() if k in known}, strict=False)
    other.to(device=model.device, dtype=model.dtype)
    other.eval()
    return other


def _split(
    model: ArtGPT4ForConditionalGeneration,
) -> tuple[dict[str, Tensor], dict[str, Tensor]]:
    """Return the frozen weights and all others by name, without those tied to another."""
    parts = [model.language_projection, *model.adapters()]
    parts += [m for m in model.language_model.modules() if "Norm" in type(m).__name__]
    own = {tensor.data_ptr() for part in parts for tensor in part.parameters()}
    weights = model.state_dict()
    for tied in model.all_tied_weights_keys:
        weights.pop(tied)
    weights = {name: tensor.contiguous() for name, tensor in weights.items()}
    return (
        {name: tensor for name, tensor in weights.items() if tensor.data_ptr() not in own},
        {name: tensor for name, tensor in weights.items() if tensor.data_ptr() in own},
    )


def _check_same(frozen: dict[str, Tensor], path: Path) -> None:
    with safe_open(path, framework="pt") as file:
        odd = set(file.keys()) ^ frozen.keys()
        odd |= {k for k in frozen.keys() - odd if not torch.equal(file.get_tensor(k), frozen[k])}
    if odd:
        raise CheckpointError(
            f"{path}: found {len(odd)} frozen weights that differ from the model's, as "
            f"{min(odd)}: expected the same backbone; give another frozen_file, or remove this one "
            "to write it anew"
        )
