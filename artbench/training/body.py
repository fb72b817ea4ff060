"""The bodies of the nano models: configs and processors of the sizes that a recipe names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from artgpt4 import ArtGPT4Config, ArtGPT4Processor
from artgpt4.dialogue import IMAGE_TOKEN, dialogue_template

if TYPE_CHECKING:
    from transformers import PreTrainedTokenizerBase

    from artbench.training.recipe import Body, Tower


def config(body: Body, tokenizer: PreTrainedTokenizerBase, adapters: bool) -> ArtGPT4Config:
    """Return the config of artgpt4:nano, or without adapters that of minigpt4:nano."""
    return ArtGPT4Config(
        vision_config=_tower(body.vision)
        | {"image_size": body.image_size, "patch_size": body.patch_size},
        qformer_config=_tower(body.qformer)
        | {
            "vocab_size": 4,  # the Q-Former's text branch is not used
            "cross_attention_frequency": 1,
            "hidden_dropout_prob": 0.0,
            "attention_probs_dropout_prob": 0.0,
        },
        text_config=_tower(body.language)
        | {
            "model_type": "llama",
            "vocab_size": len(tokenizer),
            "max_position_embeddings": 1024,
            "pad_token_id": tokenizer.pad_token_id,
            "bos_token_id": tokenizer.bos_token_id,
            "eos_token_id": tokenizer.eos_token_id,
            "tie_word_embeddings": True,
        },
        num_query_tokens=body.queries,
        image_token_id=tokenizer.convert_tokens_to_ids(IMAGE_TOKEN),
        adapter_ratio=body.adapter_ratio if adapters else 0,
        adapter_zero_init=True,
        trainable_norms=adapters,
    )


def processor(body: Body, tokenizer: PreTrainedTokenizerBase) -> ArtGPT4Processor:
    """Return the processor of the nano models: the paper's dialogue without its system sentence."""
    from transformers import BlipImageProcessorPil

    side = body.image_size
    return ArtGPT4Processor(
        BlipImageProcessorPil(size={"height": side, "width": side}),
        tokenizer,
        num_query_tokens=body.queries,
        chat_template=dialogue_template(system=""),
    )


def _tower(tower: Tower) -> dict[str, int]:
    return {
        "hidden_size": tower.hidden,
        "intermediate_size": 4 * tower.hidden,
        "num_hidden_layers": tower.layers,
        "num_attention_heads": tower.heads,
    }
