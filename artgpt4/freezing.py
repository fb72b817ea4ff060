"""What is trained: the projection, the adapters and some norms of the LLM; all else is frozen."""

from torch.nn import Module, Parameter

from artgpt4.model import ArtGPT4ForConditionalGeneration
from artgpt4.sites import decoder_blocks, sites


def trainable(model: ArtGPT4ForConditionalGeneration) -> dict[str, Parameter]:
    """Freeze everything but what the paper trains, and return that by name.

    These are the projection, every adapter and, with `trainable_norms`, the norm before the MLP of
    every block (it reads what the adapter wrote) and the norm before attention of every second
    block, the first included (the attention behind it is the paper's Image MHA).

    Source: `mini_gpt4.py` of DLYuanGod/ArtGPT-4 (113cffc).
    """
    modules = [model.language_projection, *model.adapters()]
    if model.config.trainable_norms:
        modules += _norms(model)
    chosen = {id(parameter) for module in modules for parameter in module.parameters()}
    for parameter in model.parameters():
        parameter.requires_grad_(id(parameter) in chosen)
    return {name: p for name, p in model.named_parameters() if p.requires_grad}


def _norms(model: ArtGPT4ForConditionalGeneration) -> list[Module]:
    norms = []
    for index, block in enumerate(decoder_blocks(model.language_model)):
        found = sites(block)
        names = [found.mlp_norm, found.input_norm if index % 2 == 0 else None]
        norms += [block.get_submodule(name) for name in names if name]
    return norms
