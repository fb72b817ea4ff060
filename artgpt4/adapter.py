"""The Image Adapter, and how it gets into the blocks of any decoder LLM.

Source: equation 1 of arXiv:2305.07490v1-v3 and `modeling_llama.py` of DLYuanGod/ArtGPT-4 (113cffc):
`y = up(gelu(down(x))) + x` on the residual stream x behind attention. Inside a block this is the
same as to add `up(gelu(down(x)))` to what attention adds, so two hooks do it and no class of the
LLM changes: the keys of its weights stay, and new ones are `<block>.image_adapter.{down,up}.*`.
In a parallel block (Phi, Falcon, GPT-NeoX) the MLP does not see the adapter of its own block.
"""

import math
import threading
from typing import Any, cast

import torch
from torch import Tensor, nn
from torch.nn import functional
from transformers import PreTrainedModel, initialization

from artgpt4.sites import decoder_blocks, sites

_INCLUDES_RESIDUAL = ("bloom",)  # attention returns stream + branch there


class ImageAdapter(nn.Module):
    """A bottleneck whose output is added to the residual stream.

    Its bound methods are the hooks, so that copies and pickles of a model are independent, and what
    it taps is kept per thread, so that concurrent forwards do not mix. The LLM's dropout must be 0:
    the stream is read before it.

    Args:
        hidden: Width of the stream.
        bottleneck: Width inside.
        includes_residual: The hooked module returns the stream with its branch already added.
    """

    def __init__(self, hidden: int, bottleneck: int, includes_residual: bool = False) -> None:
        super().__init__()
        self.down = nn.Linear(hidden, bottleneck)
        self.up = nn.Linear(bottleneck, hidden)
        self.includes_residual = includes_residual
        self.enabled = True
        self._tapped: dict[int, Tensor] = {}

    def forward(self, stream: Tensor) -> Tensor:
        """Return the change float[B, T, D] of a stream float[B, T, D], in the stream's dtype."""
        inside = functional.gelu(self.down(stream.to(self.down.weight.dtype)))
        return cast(Tensor, self.up(inside)).to(stream.dtype)

    def reset(self, zero: bool) -> None:
        """Draw new weights, from zero or as PyTorch does; weights just loaded are kept."""
        for linear in (self.down, self.up):
            bound = 0.0 if zero and linear is self.up else 1 / math.sqrt(linear.in_features)
            initialization.uniform_(linear.weight, -bound, bound)
            initialization.uniform_(linear.bias, -bound, bound)

    def tap(self, module: nn.Module, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        """Remember the stream before attention (a forward pre-hook)."""
        self._tapped[_thread()] = kwargs["hidden_states"] if "hidden_states" in kwargs else args[0]

    def add(self, module: nn.Module, args: tuple[Any, ...], output: Any) -> Any:
        """Return attention's output with the change added (a forward hook)."""
        before = self._tapped.pop(_thread())
        if not self.enabled:
            return output
        branch = output[0] if isinstance(output, tuple) else output
        branch = branch + self(branch if self.includes_residual else before + branch)
        return (branch, *output[1:]) if isinstance(output, tuple) else branch


def inject(model: PreTrainedModel, ratio: int, every: int = 1) -> list[ImageAdapter]:
    """Put an adapter into every `every`-th block of a causal LM and return them, first to last.

    Args:
        model: Changed in place; its own weights keep their names.
        ratio: Hidden size over bottleneck size.
        every: 1 for all blocks.
    """
    config = model.config.get_text_config()
    hidden, residual = config.hidden_size, config.model_type in _INCLUDES_RESIDUAL
    adapters = []
    for block in list(decoder_blocks(model))[::every]:
        adapter = ImageAdapter(hidden, hidden // ratio, includes_residual=residual)
        weight = next(block.parameters())
        block.image_adapter = adapter.to(device=weight.device, dtype=weight.dtype)
        found = sites(block)
        block.get_submodule(found.tap).register_forward_pre_hook(adapter.tap, with_kwargs=True)
        block.get_submodule(found.tail).register_forward_hook(adapter.add)
        adapters.append(adapter)
    return adapters


def _thread() -> int:
    return 0 if torch.compiler.is_compiling() else threading.get_ident()
