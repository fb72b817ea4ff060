"""An ArtGPT-4 so small that a test builds one in milliseconds."""

from functools import cache
from typing import Any

import numpy as np
import torch
from PIL import Image
from transformers import BlipImageProcessorPil, PreTrainedTokenizerFast

from artgpt4 import ArtGPT4Config, ArtGPT4ForConditionalGeneration, ArtGPT4Processor
from artgpt4.backbone import from_nothing
from artgpt4.dialogue import Example, dialogue_template, messages
from artgpt4.tokenizer import byte_level_tokenizer

QUERIES = 3
WORDS = (
    "What do you see? ###Human: <Img></Img> ###Assistant: a red circle on a blue ground",
    "How does it feel? It feels calm, as a still sea does in the evening.",
)
TOWER = {"hidden_size": 16, "intermediate_size": 32, "num_hidden_layers": 2}
LLM = {**TOWER, "num_attention_heads": 2, "bos_token_id": 1, "eos_token_id": 2, "pad_token_id": 0}
FAMILIES: dict[str, dict[str, Any]] = {
    "llama": {"tie_word_embeddings": True},
    "gpt_neox": {},
    "gemma2": {"num_key_value_heads": 2, "head_dim": 8},
    "opt": {"ffn_dim": 32, "word_embed_proj_dim": 16, "dropout": 0.0},
    "bloom": {"n_layer": 2, "n_head": 2, "hidden_dropout": 0.0, "attention_dropout": 0.0},
    "glm4": {"num_key_value_heads": 2, "head_dim": 8},
}


@cache
def tokenizer() -> PreTrainedTokenizerFast:
    return byte_level_tokenizer(WORDS * 4, 300)


def processor() -> ArtGPT4Processor:
    images = BlipImageProcessorPil(size={"height": 32, "width": 32})
    return ArtGPT4Processor(images, tokenizer(), QUERIES, dialogue_template(system="Look."))


def config(family: str = "llama", **changes: Any) -> ArtGPT4Config:
    text = {"model_type": family, "vocab_size": len(tokenizer()), **LLM, **FAMILIES[family]}
    no_dropout = {"hidden_dropout_prob": 0.0, "attention_probs_dropout_prob": 0.0}
    return ArtGPT4Config(
        vision_config={**TOWER, "num_attention_heads": 2, "image_size": 32, "patch_size": 16},
        qformer_config={**TOWER, **no_dropout, "num_attention_heads": 2, "vocab_size": 4},
        text_config=text,
        num_query_tokens=QUERIES,
        image_token_id=tokenizer().convert_tokens_to_ids("<ImageHere>"),
        **changes,
    )


def model(family: str = "llama", **changes: Any) -> ArtGPT4ForConditionalGeneration:
    return from_nothing(config(family, **changes), seed=0)


def loud(family: str = "llama", **changes: Any) -> ArtGPT4ForConditionalGeneration:
    """A model whose every part matters: what it says changes with what it is given."""
    made = model(family, **changes)
    generator = torch.Generator().manual_seed(1)
    for name, weight in made.named_parameters():
        if weight.ndim > 1 and name.startswith("language"):
            weight.data = 0.25 * torch.randn(weight.shape, generator=generator)
    return made


def picture(seed: int = 0) -> Image.Image:
    pixels = np.random.default_rng(seed).integers(0, 256, (32, 32, 3), dtype=np.uint8)
    return Image.fromarray(pixels)


def asked(*questions: str) -> Any:
    """The inputs of one question about each of some pictures, padded on the left."""
    chats = [messages(Example(0, ((question, "-"),)))[:1] for question in questions]
    made = processor()
    texts = made.apply_chat_template(chats, add_generation_prompt=True)
    pictures = [[picture(seed)] for seed in range(len(questions))]
    return made(images=pictures, text=texts, padding=True, return_tensors="pt")
