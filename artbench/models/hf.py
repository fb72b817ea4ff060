"""Any transformers model that reads pictures and writes text, from its folder; ours included."""

import zlib
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from artbench.cards import Generation, ModelCard, ModelEdition
from artbench.errors import CardError, MissingError, UsageError
from artbench.models import Settings
from artbench.models.pictures import PictureError, open_picture
from artbench.models.weights import locate
from artbench.types import Outcome, Output, Request

_STOP = "###"  # opens the next turn in MiniGPT-4's dialogues; what follows is not the answer


class HfModel:
    """A processor and a model; greedy answers do not depend on what else is in the batch.

    Args:
        processor: From `AutoProcessor`; set to pad on the left.
        model: From `AutoModelForImageTextToText`, on its device.
        generation: How to decode.
    """

    def __init__(self, processor: Any, model: Any, generation: Generation) -> None:
        self.processor, self.model, self.generation = processor, model, generation
        processor.tokenizer.padding_side = "left"

    def answer(self, batch: Sequence[Request]) -> list[Output]:
        """Return one output per request; a picture that cannot be read is an error of its own."""
        outputs: dict[int, Output] = {}
        ready: list[tuple[int, Request, Any]] = []
        for place, request in enumerate(batch):
            if request.history and not self.processor.chat_template:
                outputs[place] = _error(request, "the model has no chat template for a dialogue")
                continue
            try:
                ready.append((place, request, open_picture(request.image)))
            except PictureError as error:
                outputs[place] = _error(request, str(error))
        # Sampled answers must not depend on the batch either, so each is drawn from its own seed.
        size = 1 if self.generation.do_sample else max(1, len(ready))
        for start in range(0, len(ready), size):
            part = ready[start : start + size]
            texts = self._generate([r for _, r, _ in part], [picture for _, _, picture in part])
            for (place, request, _), (text, cut) in zip(part, texts, strict=True):
                outputs[place] = _output(request, text, cut)
        return [outputs[place] for place in range(len(batch))]

    def identity(self) -> dict[str, Any]:
        """Return the class, precision, device and decoding."""
        return {
            "class": type(self.model).__name__,
            "precision": str(self.model.dtype).removeprefix("torch."),
            "device": str(self.model.device),
            "generation": asdict(self.generation),
        }

    def _generate(self, requests: Sequence[Request], pictures: list[Any]) -> list[tuple[str, bool]]:
        import torch

        if self.generation.do_sample:
            torch.manual_seed(_seed(self.generation.seed, requests[0]))
        prompts = [self._prompt(request) for request in requests]
        inputs = self.processor(
            images=pictures,
            text=prompts,
            padding=True,
            return_tensors="pt",
            **self._special_tokens(prompts),
        ).to(self.model.device, dtype=self.model.dtype)
        try:
            with torch.inference_mode():
                made = self.model.generate(**inputs, generation_config=self._decoding())
        except torch.OutOfMemoryError as error:
            message = f"{self.model.device} has too little memory; give a smaller --batch-size"
            raise UsageError(message) from error
        if not self.model.config.is_encoder_decoder:
            made = made[:, inputs["input_ids"].shape[1] :]
        ends = set(self._end_ids())
        texts = self.processor.batch_decode(made, skip_special_tokens=True)
        return [
            (text, not ends & set(row.tolist()) and len(row) >= self.generation.max_new_tokens)
            for text, row in zip(texts, made, strict=True)
        ]

    def _prompt(self, request: Request) -> str:
        if not self.processor.chat_template:
            return request.question
        chat = [
            message
            for question, answer in request.history
            for message in (_message("user", question), _message("assistant", answer))
        ]
        chat.append(_message("user", request.question))
        chat[0]["content"].insert(0, {"type": "image"})  # the picture belongs to the first question
        return str(
            self.processor.apply_chat_template(chat, add_generation_prompt=True, tokenize=False)
        )

    def _special_tokens(self, prompts: Sequence[str]) -> dict[str, bool]:
        """A template that writes the start token must not get a second one from the tokenizer."""
        start = self.processor.tokenizer.bos_token
        written = start is not None and prompts[0].startswith(start)
        return {"add_special_tokens": False} if written else {}

    def _decoding(self) -> Any:
        from transformers import GenerationConfig

        told, own = self.generation, self.model.generation_config
        sampling = {"top_p": told.top_p, "temperature": told.temperature, "top_k": 0}
        return GenerationConfig(
            max_new_tokens=told.max_new_tokens,
            do_sample=told.do_sample,
            bos_token_id=own.bos_token_id,
            eos_token_id=own.eos_token_id,
            pad_token_id=self._pad_id(),
            decoder_start_token_id=own.decoder_start_token_id,
            **(sampling if told.do_sample else {}),
        )

    def _end_ids(self) -> list[int]:
        ends = self.model.generation_config.eos_token_id
        return ends if isinstance(ends, list) else [] if ends is None else [ends]

    def _pad_id(self) -> Any:
        own = self.model.generation_config.pad_token_id
        return self.processor.tokenizer.pad_token_id if own is None else own


def load(card: ModelCard, edition: ModelEdition, settings: Settings) -> HfModel:
    """Return the model of a folder, in float32 on a CPU and as it was saved elsewhere.

    Raises:
        MissingError: The weights, torch or transformers are not on this machine.
        CardError: The folder holds no such model.
    """
    name = f"{card.name}:{edition.name}"
    folder = locate(edition.weights, edition.revision, download=settings.download)
    try:
        import torch
        from transformers import AutoModelForImageTextToText, AutoProcessor
        from transformers.utils.logging import disable_progress_bar

        import artgpt4  # noqa: F401  (registers ours with the Auto classes)
    except ImportError as error:
        raise MissingError(f"{name}: {error}; pip install 'artbench[local]'") from error
    disable_progress_bar()  # stderr is for our own notes
    device = _device(settings.device)
    dtype = torch.float32 if device.type == "cpu" else "auto"
    try:
        processor = AutoProcessor.from_pretrained(folder, local_files_only=True)
        model = AutoModelForImageTextToText.from_pretrained(
            folder, dtype=dtype, local_files_only=True
        )
    except (OSError, ValueError, KeyError) as error:
        raise CardError(f"{name}: {folder} cannot be loaded: {_first_line(error)}") from error
    return HfModel(processor, model.to(device).eval(), edition.generation)


def _device(wanted: str) -> Any:
    import torch

    if wanted == "auto":
        return torch.device("cuda" if torch.cuda.is_available() else "cpu")
    try:
        return torch.empty(0, device=wanted).device
    except (RuntimeError, AssertionError) as error:
        raise UsageError(f"device {wanted!r} is not there: {_first_line(error)}") from error


def _message(role: str, text: str) -> dict[str, Any]:
    return {"role": role, "content": [{"type": "text", "text": text}]}


def _output(request: Request, text: str, cut: bool) -> Output:
    before, stop, _ = text.partition(_STOP)
    outcome: Outcome = "truncated" if cut and not stop else "ok"
    return Output(
        sample_id=request.sample_id, turn=request.turn, text=before.strip(), outcome=outcome
    )


def _error(request: Request, reason: str) -> Output:
    return Output(sample_id=request.sample_id, turn=request.turn, outcome="error", reason=reason)


def _seed(seed: int, request: Request) -> int:
    return zlib.crc32(f"{seed}|{request.sample_id}|{request.turn}".encode())


def _first_line(error: Exception) -> str:
    return str(error).strip().split("\n", 1)[0]
