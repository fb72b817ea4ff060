"""What an ArtGPT-4 is made of; the defaults are the paper's (Vicuna has 32,000 tokens)."""

from typing import Any, ClassVar

from huggingface_hub.dataclasses import strict
from transformers import AutoConfig, Blip2QFormerConfig, Blip2VisionConfig, PreTrainedConfig
from transformers.configuration_utils import SubConfigSpec


@strict
class ArtGPT4Config(PreTrainedConfig):
    """A vision tower, a Q-Former, a decoder LLM, and how the LLM is adapted.

    Args:
        vision_config: The vision tower, a `Blip2VisionConfig` or its dict.
        qformer_config: The Q-Former, a `Blip2QFormerConfig` or its dict.
        text_config: Any decoder LLM, as a config or a dict with its `model_type`.
        num_query_tokens: Vectors per image that the Q-Former hands to the LLM.
        image_token_id: The placeholder of one such vector; it may lie outside the LLM's vocabulary.
        adapter_ratio: Hidden size over bottleneck size; 0 leaves out the adapters (MiniGPT-4).
        adapter_every: Blocks per adapter; 1 puts one into every block.
        adapter_zero_init: Start as the LLM itself, instead of with PyTorch's default as upstream.
        trainable_norms: Train norms of the LLM as the paper does; MiniGPT-4 does not.
        ln_vision_eps: 1e-5 in LAVIS and the authors' code, though BLIP-2 in transformers has 1e-6.
    """

    model_type = "artgpt4"
    sub_configs_defaults: ClassVar[dict[str, Any]] = {
        "vision_config": Blip2VisionConfig,
        "qformer_config": Blip2QFormerConfig,
        "text_config": SubConfigSpec(config_class=AutoConfig, model_type="llama"),
    }

    vision_config: Any = None  # a config or its dict to begin with, a config ever after
    qformer_config: Any = None
    text_config: Any = None
    num_query_tokens: int = 32
    image_token_id: int = 32000
    adapter_ratio: int = 4
    adapter_every: int = 1
    adapter_zero_init: bool = False
    trainable_norms: bool = True
    ln_vision_eps: float = 1e-5
    initializer_range: float = 0.02

    def __post_init__(self, **kwargs: Any) -> None:
        """Fill in the parts and let the Q-Former read what the vision tower writes."""
        super().__post_init__(**kwargs)
        if self.adapter_ratio < 0 or self.adapter_every < 1:
            raise ValueError(
                f"adapter_ratio is {self.adapter_ratio} and adapter_every {self.adapter_every}: "
                "expected at least 0 and 1; ratio 0 leaves out the adapters"
            )
        self.qformer_config.encoder_hidden_size = self.vision_config.hidden_size
