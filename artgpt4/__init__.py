"""ArtGPT-4: adapters that teach a frozen vision-language model to read art.

Importing this package registers the model with transformers, so that `AutoConfig`,
`AutoModelForImageTextToText` and `AutoProcessor` load a folder of it like any other.
"""

from transformers import AutoConfig, AutoModelForImageTextToText, AutoProcessor

from artgpt4.config import ArtGPT4Config
from artgpt4.model import ArtGPT4ForConditionalGeneration
from artgpt4.processor import ArtGPT4Processor

AutoConfig.register(ArtGPT4Config.model_type, ArtGPT4Config, exist_ok=True)
AutoModelForImageTextToText.register(ArtGPT4Config, ArtGPT4ForConditionalGeneration, exist_ok=True)
AutoProcessor.register(ArtGPT4Config, ArtGPT4Processor, exist_ok=True)

__all__ = ["ArtGPT4Config", "ArtGPT4ForConditionalGeneration", "ArtGPT4Processor"]
