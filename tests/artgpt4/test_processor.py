"""The processor writes the paper's dialogue, and a folder keeps it."""

import logging
from pathlib import Path
from typing import Any

import pytest
import small
import torch
from transformers import AutoProcessor, BlipImageProcessorPil, PreTrainedTokenizerFast

from artgpt4 import ArtGPT4Processor
from artgpt4.dialogue import SYSTEM, Example, dialogue_template, messages

IMAGE = "<Img><ImageHere></Img>"
DIALOGUE = Example(0, (("What do you see?", "a red circle"), ("How does it feel?", "calm")))


def rendered(chat: list[dict[str, Any]], **options: Any) -> str:
    return str(small.processor().apply_chat_template(chat, **options))


def test_renders_a_dialogue() -> None:
    assert rendered(messages(DIALOGUE)) == (
        f"<s>Look.###Human: {IMAGE} What do you see?###Assistant: a red circle</s>"
        "###Human: How does it feel?###Assistant: calm</s>"
    )


def test_renders_a_question_up_to_the_answer() -> None:
    chat = messages(DIALOGUE)
    for answered in (0, 2):
        prompt = rendered(chat[: answered + 1], add_generation_prompt=True)
        assert prompt.endswith("?###Assistant:")
        assert rendered(chat).startswith(prompt + " ")


def test_renders_a_caption_without_a_dialogue() -> None:
    chat = messages(Example(0, (("", "a red circle"),)))
    assert rendered(chat) == f"<s>{IMAGE} a red circle</s>"
    assert rendered(chat[:1], add_generation_prompt=True) == f"<s>{IMAGE}"


def test_an_image_comes_first() -> None:
    parts = [{"type": "text", "text": "What?"}, {"type": "image"}]
    chat = [{"role": "system", "content": "Be brief."}, {"role": "user", "content": parts}]
    assert rendered(chat) == f"<s>Be brief.###Human: {IMAGE} What?"


def test_renders_plain_strings() -> None:
    chat = [{"role": "user", "content": "What?"}, {"role": "assistant", "content": "That."}]
    assert rendered(chat) == "<s>Look.###Human: What?###Assistant: That.</s>"


def test_the_paper_speaks_first_and_ends_with_nothing() -> None:
    words, images = small.tokenizer(), BlipImageProcessorPil()
    assert SYSTEM in ArtGPT4Processor(images, words).apply_chat_template(messages(DIALOGUE))
    template = dialogue_template(system='Say "hi".', end="")
    paper = ArtGPT4Processor(images, words, chat_template=template)
    assert paper.apply_chat_template(messages(DIALOGUE)) == (
        f'<s>Say "hi".###Human: {IMAGE} What do you see?###Assistant: a red circle'
        "###Human: How does it feel?###Assistant: calm"
    )


def test_makes_inputs() -> None:
    inputs = small.asked("What do you see?", "See?")
    assert inputs.pixel_values.shape == (2, 3, 32, 32)
    image = small.processor().image_token_id
    assert (inputs.input_ids == image).sum(dim=1).tolist() == [small.QUERIES] * 2
    assert inputs.attention_mask[1, 0] == 0  # padded on the left
    assert inputs.attention_mask[:, -1].tolist() == [1, 1]


def test_one_call_or_two_give_the_same_inputs() -> None:
    made, chat = small.processor(), messages(DIALOGUE)[:1]
    text = made.apply_chat_template(chat, add_generation_prompt=True)
    two = made(images=[small.picture()], text=[text], return_tensors="pt")
    chat[0]["content"][0]["image"] = small.picture()
    options = {"add_generation_prompt": True, "return_dict": True, "return_tensors": "pt"}
    one = made.apply_chat_template(chat, tokenize=True, **options)
    assert one.keys() == two.keys()
    assert all(torch.equal(one[key], two[key]) for key in one)


def test_there_is_one_start_token_even_if_the_tokenizer_adds_one() -> None:
    from tokenizers.processors import TemplateProcessing

    words = PreTrainedTokenizerFast(
        tokenizer_object=type(small.tokenizer().backend_tokenizer).from_str(
            small.tokenizer().backend_tokenizer.to_str()
        ),
        **small.tokenizer().special_tokens_map,
    )
    adds = TemplateProcessing(single="<s> $A", special_tokens=[("<s>", 1)])
    words.backend_tokenizer.post_processor = adds
    assert words("a").input_ids[0] == 1
    made = ArtGPT4Processor(BlipImageProcessorPil(), words)
    text = made.apply_chat_template(messages(DIALOGUE))
    assert made(images=small.picture(), text=text)["input_ids"][0].count(1) == 1


def test_a_folder_holds_all_of_it(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    made = small.processor()
    made.save_pretrained(tmp_path)
    small.config().save_pretrained(tmp_path)
    logging.getLogger("transformers").propagate = True
    loaded = AutoProcessor.from_pretrained(tmp_path)
    assert not caplog.records
    assert type(loaded) is ArtGPT4Processor
    assert loaded.chat_template == made.chat_template
    assert type(loaded.image_processor) is BlipImageProcessorPil
    text = made.apply_chat_template(messages(DIALOGUE))
    inputs = [p(images=small.picture(), text=text, return_tensors="pt") for p in (made, loaded)]
    assert all(torch.equal(inputs[0][key], inputs[1][key]) for key in inputs[0])


def test_pixels_are_pillows_whatever_is_installed() -> None:
    other = type("BlipImageProcessor", (BlipImageProcessorPil,), {})(size={"height": 8, "width": 9})
    made = ArtGPT4Processor(other, small.tokenizer())
    assert type(made.image_processor) is BlipImageProcessorPil
    assert dict(made.image_processor.size) == {"height": 8, "width": 9}


def test_refuses_a_tokenizer_without_images() -> None:
    from tokenizers import Tokenizer, models

    words = PreTrainedTokenizerFast(tokenizer_object=Tokenizer(models.BPE()))
    with pytest.raises(ValueError, match="does not know <ImageHere>: expected it as a special"):
        ArtGPT4Processor(BlipImageProcessorPil(), words)


def test_refuses_an_example_without_an_answer() -> None:
    with pytest.raises(ValueError, match="image 7: found turns .*: expected at least one, each wi"):
        Example(7, (("What?", " "),))
