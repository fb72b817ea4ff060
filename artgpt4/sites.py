"""Where the residual stream can be met inside a decoder block, in any family of LLMs."""

from dataclasses import dataclass

from torch import nn
from transformers import PreTrainedModel

_BLOCKS = ("layers", "h", "decoder.layers", "blocks", "model.layers")
_ATTENTION = ("self_attn", "attention", "attn", "self_attention")
_INPUT_NORM = ("input_layernorm", "self_attn_layer_norm", "ln_1", "ln_attn")
_MLP_NORM = (
    "pre_feedforward_layernorm",
    "post_attention_layernorm",
    "final_layer_norm",
    "ln_2",
    "ln_mlp",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sites:
    """Modules of one block, by name.

    Attributes:
        tail: What is added to the stream after attention: attention, or a norm of its output.
        tap: What reads the stream before attention: the input norm, or attention itself.
        input_norm: The norm before attention, if there is one.
        mlp_norm: The norm before the MLP, which is the first to read what an adapter wrote.
    """

    tail: str
    tap: str
    input_norm: str | None
    mlp_norm: str | None


def sites(block: nn.Module) -> Sites:
    """Return where to meet the stream in a block.

    Raises:
        ValueError: The block has no attention under a known name.
    """
    names = [name for name, _ in block.named_children()]
    attention = _first(_ATTENTION, names)
    if attention is None:
        raise ValueError(
            f"{type(block).__name__} has {', '.join(names)}: expected one of "
            f"{', '.join(_ATTENTION)}; add its name to artgpt4/sites.py"
        )
    tail = _tail(names) or attention
    input_norm = _first(_INPUT_NORM, names)
    before = input_norm if getattr(block, "do_layer_norm_before", True) else None  # OPT-350m: after
    mlp_norm = _first([name for name in _MLP_NORM if name != tail], names)
    return Sites(tail=tail, tap=before or attention, input_norm=before, mlp_norm=mlp_norm)


def decoder_blocks(model: nn.Module) -> nn.ModuleList:
    """Return the blocks of a causal LM, first to last.

    Raises:
        ValueError: They lie under no known name.
    """
    decoder = model.get_decoder() if isinstance(model, PreTrainedModel) else model
    for path in _BLOCKS:
        found = decoder
        for name in path.split("."):
            found = getattr(found, name, None)
        if isinstance(found, nn.ModuleList):
            return found
    raise ValueError(
        f"{type(decoder).__name__} has no blocks under {', '.join(_BLOCKS)}: "
        "add their path to artgpt4/sites.py"
    )


def _tail(names: list[str]) -> str | None:
    """Return the norm of attention's output: Gemma 2 and 3, OLMo 2, GLM 4."""
    if "post_self_attn_layernorm" in names:
        return "post_self_attn_layernorm"
    sandwich = {"pre_feedforward_layernorm", "post_feedforward_layernorm"} & set(names)
    return "post_attention_layernorm" if sandwich else None


def _first(wanted: tuple[str, ...] | list[str], names: list[str]) -> str | None:
    return next((name for name in wanted if name in names), None)
