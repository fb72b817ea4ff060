"""ArtGPT-4 as an ordinary transformers model.

Names of weights are those of BLIP-2 in transformers, whose vision tower and Q-Former these are;
`tests/artgpt4/test_parity.py` holds it to the numbers of the authors' code.
"""

from typing import Any, cast

import torch
from torch import Tensor, nn
from transformers import (
    AutoModelForCausalLM,
    Blip2QFormerModel,
    Blip2VisionModel,
    GenerationMixin,
    PreTrainedModel,
    initialization,
)
from transformers.modeling_outputs import CausalLMOutputWithPast

from artgpt4.adapter import ImageAdapter, inject
from artgpt4.config import ArtGPT4Config


class ArtGPT4ForConditionalGeneration(PreTrainedModel, GenerationMixin):
    """Vision tower, Q-Former and projection write an image into the prompt of an adapted LLM.

    Args:
        config: What it is made of.
    """

    config_class = ArtGPT4Config
    main_input_name = "input_ids"
    input_modalities = ("image", "text")
    supports_gradient_checkpointing = True
    _supports_sdpa = True
    _supports_flash_attn = True
    _supports_flex_attn = True
    _supports_attention_backend = True
    _skip_keys_device_placement = ("past_key_values",)

    def __init__(self, config: ArtGPT4Config) -> None:
        super().__init__(config)
        inside, outside = config.qformer_config.hidden_size, config.text_config.hidden_size
        self.vision_model = Blip2VisionModel._from_config(config.vision_config)
        self.vision_model.post_layernorm.eps = config.ln_vision_eps
        self.query_tokens = nn.Parameter(torch.zeros(1, config.num_query_tokens, inside))
        self.qformer = Blip2QFormerModel._from_config(config.qformer_config)
        self.language_projection = nn.Linear(inside, outside)
        self.language_model = AutoModelForCausalLM.from_config(config.text_config)
        if config.adapter_ratio:
            inject(self.language_model, config.adapter_ratio, config.adapter_every)
        self.post_init()

    def adapters(self) -> list[ImageAdapter]:
        """Return the adapters, first block to last; none in a MiniGPT-4."""
        return [module for module in self.modules() if isinstance(module, ImageAdapter)]

    def query_outputs(self, pixel_values: Tensor) -> Tensor:
        """Return what the frozen parts see: float[B, Q, D] of pixels float[B, 3, H, W]."""
        return self.read(self.vision_model(pixel_values=pixel_values).last_hidden_state)

    def read(self, seen: Tensor) -> Tensor:
        """Return the Q-Former's outputs float[B, Q, D] of the tower's tokens float[B, P, V]."""
        queries = self.query_tokens.expand(len(seen), -1, -1)
        outputs = self.qformer(query_embeds=queries, encoder_hidden_states=seen)
        return cast(Tensor, outputs.last_hidden_state)

    def get_image_features(
        self, pixel_values: Tensor | None = None, query_features: Tensor | None = None
    ) -> Tensor:
        """Return the image as the LLM reads it: float[B, Q, H].

        Args:
            pixel_values: float[B, 3, height, width].
            query_features: float[B, Q, D], what `query_outputs` returned, in its place.

        Raises:
            ValueError: Both are given, or neither.
        """
        if pixel_values is not None and query_features is None:
            query_features = self.query_outputs(pixel_values.to(self.query_tokens.dtype))
        elif pixel_values is not None or query_features is None:
            raise ValueError("expected either pixel_values or query_features: give exactly one")
        dtype = self.language_projection.weight.dtype
        return cast(Tensor, self.language_projection(query_features.to(dtype)))

    def forward(  # noqa: PLR0913 - generate() reads the names of what is accepted from here
        self,
        input_ids: Tensor | None = None,
        pixel_values: Tensor | None = None,
        query_features: Tensor | None = None,
        attention_mask: Tensor | None = None,
        position_ids: Tensor | None = None,
        past_key_values: Any = None,
        inputs_embeds: Tensor | None = None,
        labels: Tensor | None = None,
        use_cache: bool | None = None,
        logits_to_keep: int | Tensor = 0,
        **kwargs: Any,
    ) -> CausalLMOutputWithPast:
        """Return logits float[B, T, V] and, with labels int64[B, T], their mean loss.

        Args:
            input_ids: int64[B, T] with `num_query_tokens` image tokens for every image.
            pixel_values: float[I, 3, height, width], images in the order of their tokens.
            query_features: float[I, Q, D], what `query_outputs` returned, in their place.
            attention_mask: int64[B, T], 0 at padding, which may be left or right.
            position_ids: int64[B, T], if not counted from the left.
            past_key_values: The cache of what went before.
            inputs_embeds: float[B, T, H] in place of ids and images.
            labels: int64[B, T], -100 where there is none.
            use_cache: Return a cache.
            logits_to_keep: Only the last so many positions, or those at the indices int64[K].
            kwargs: For the LLM.

        Raises:
            ValueError: Image tokens and images do not match, or there is no prompt.
        """
        if inputs_embeds is None:
            if input_ids is None:
                raise ValueError("found neither input_ids nor inputs_embeds: expected one of them")
            inputs_embeds = self._embed(input_ids, pixel_values, query_features)
        return cast(
            CausalLMOutputWithPast,
            self.language_model(
                inputs_embeds=inputs_embeds,
                attention_mask=attention_mask,
                position_ids=position_ids,
                past_key_values=past_key_values,
                labels=labels,
                use_cache=use_cache,
                logits_to_keep=logits_to_keep,
                **kwargs,
            ),
        )

    def _embed(
        self, input_ids: Tensor, pixel_values: Tensor | None, query_features: Tensor | None
    ) -> Tensor:
        """Return float[B, T, H]: the words, with the images written over their tokens."""
        is_image = input_ids == self.config.image_token_id
        words = self.get_input_embeddings()(input_ids.masked_fill(is_image, 0))
        if pixel_values is None and query_features is None:
            self._check_image_tokens(is_image, 0)
            return cast(Tensor, words)
        images = self.get_image_features(pixel_values, query_features)
        self._check_image_tokens(is_image, len(images))
        place = is_image.to(words.device)[..., None].expand_as(words)
        return cast(Tensor, words.masked_scatter(place, images.to(words)))

    def _check_image_tokens(self, is_image: Tensor, images: int) -> None:
        if torch.compiler.is_compiling():  # it would break the graph
            return
        found, each = int(is_image.sum()), self.config.num_query_tokens
        if found != images * each:
            raise ValueError(
                f"found {found} image tokens for {images} images of {each} tokens: expected "
                f"{images * each}; let ArtGPT4Processor write the prompt"
            )

    def prepare_inputs_for_generation(
        self, *args: Any, query_features: Tensor | None = None, **kwargs: Any
    ) -> dict[str, Any]:
        """Return the inputs of one step; images enter at the first, or without a cache at all."""
        inputs = super().prepare_inputs_for_generation(*args, **kwargs)
        if kwargs.get("is_first_iteration") or not kwargs.get("use_cache", True):
            inputs["query_features"] = query_features
        return cast(dict[str, Any], inputs)

    def train(self, mode: bool = True) -> "ArtGPT4ForConditionalGeneration":
        """Set the mode of the LLM and the projection; the vision parts stay in eval mode."""
        super().train(mode)
        self.vision_model.eval()
        self.qformer.eval()
        return self

    def initialize_weights(self) -> None:
        """Draw the weights that were not loaded; adapters in their own way, not the LLM's."""
        super().initialize_weights()
        with torch.no_grad():
            for adapter in self.adapters():
                adapter.reset(zero=self.config.adapter_zero_init)

    def _init_weights(self, module: nn.Module) -> None:
        super()._init_weights(module)
        if module is self:
            initialization.normal_(self.query_tokens, std=self.config.initializer_range)

    def get_input_embeddings(self) -> nn.Embedding:
        """Return the LLM's embedding of words."""
        return cast(nn.Embedding, self.language_model.get_input_embeddings())

    def set_input_embeddings(self, value: nn.Module) -> None:
        """Replace the LLM's embedding of words."""
        self.language_model.set_input_embeddings(value)

    def get_output_embeddings(self) -> nn.Module:
        """Return the LLM's head."""
        return cast(nn.Module, self.language_model.get_output_embeddings())

    def get_decoder(self) -> nn.Module:
        """Return the LLM without its head."""
        return cast(nn.Module, self.language_model.get_decoder())
