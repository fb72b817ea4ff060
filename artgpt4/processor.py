"""What turns pictures and dialogues into the inputs of ArtGPT-4."""

from typing import Any, ClassVar

from transformers import BlipImageProcessorPil, PreTrainedTokenizerBase, ProcessorMixin
from transformers.image_processing_utils import BaseImageProcessor

from artgpt4.dialogue import IMAGE_TOKEN, dialogue_template


class ArtGPT4Processor(ProcessorMixin):
    """An image processor, a tokenizer and the paper's dialogue as a chat template.

    Args:
        image_processor: Makes pixels; the paper's is BLIP's at 224 x 224. Of BLIP's, the one on
            Pillow is taken, so that pixels do not depend on what else is installed.
        tokenizer: The LLM's, with `<ImageHere>` as a special token.
        num_query_tokens: How many image tokens `<ImageHere>` in a prompt becomes.
        chat_template: See `dialogue_template`; the paper's, if left out.

    Raises:
        ValueError: The tokenizer does not know `<ImageHere>`.
    """

    text_kwargs: ClassVar[dict[str, Any]] = {
        "add_special_tokens": False  # the template writes the start token
    }

    def __init__(
        self,
        image_processor: BaseImageProcessor,
        tokenizer: PreTrainedTokenizerBase,
        num_query_tokens: int = 32,
        chat_template: str | None = None,
    ) -> None:
        if IMAGE_TOKEN not in tokenizer.get_vocab():
            raise ValueError(
                f"the tokenizer does not know {IMAGE_TOKEN}: expected it as a special token; call "
                f"tokenizer.add_tokens({IMAGE_TOKEN!r}, special_tokens=True)"
            )
        if type(image_processor).__name__ == "BlipImageProcessor":  # torchvision resizes otherwise
            image_processor = BlipImageProcessorPil.from_dict(image_processor.to_dict())
        self.num_query_tokens = num_query_tokens
        self.image_token = IMAGE_TOKEN
        self.image_token_id = tokenizer.convert_tokens_to_ids(IMAGE_TOKEN)
        template = chat_template or dialogue_template()
        super().__init__(image_processor, tokenizer, chat_template=template)

    def replace_image_token(self, image_inputs: dict[str, Any], image_idx: int, **_: Any) -> str:
        """Return what `<ImageHere>` in a prompt becomes."""
        return IMAGE_TOKEN * self.num_query_tokens
