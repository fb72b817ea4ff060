"""The paper's dialogue: how questions, answers and an image become one text.

Source: `conversation.py` of DLYuanGod/ArtGPT-4 (113cffc):
`{system}###Human: <Img><ImageHere></Img> {question}###Assistant: {answer}###Human: ...`.
"""

import json
from dataclasses import dataclass
from typing import Any

IMAGE_TOKEN = "<ImageHere>"
SYSTEM = (
    "Give the following image: <Img>ImageContent</Img>. You will be able to see the image once I "
    "provide it to you. Please answer my questions."
)

_TEMPLATE = """\
{%- macro words(message) -%}
{%- if message.content is string -%}{{ message.content }}
{%- else -%}{%- for part in message.content if part.type == 'text' -%}
{{ part.text }}{{ '' if loop.last else ' ' }}
{%- endfor -%}{%- endif -%}
{%- endmacro -%}
{%- macro images(message) -%}
{%- if message.content is not string -%}
{%- for part in message.content if part.type == 'image' -%}
{{ '<Img><ImageHere></Img>' }}{{ '' if loop.last and not words(message) else ' ' }}
{%- endfor -%}{%- endif -%}
{%- endmacro -%}
{%- set state = namespace(system=SYSTEM, reply='###Assistant:') -%}
{{- bos_token -}}
{%- for message in messages -%}
{%- if message.role == 'system' -%}{%- set state.system = words(message) -%}
{%- elif message.role == 'assistant' -%}
{{- state.reply -}}{%- generation -%}{{- ' ' + words(message) + END -}}{%- endgeneration -%}
{%- elif words(message) -%}
{{- state.system + '###Human: ' + images(message) + words(message) -}}
{%- set state.system = '' -%}{%- set state.reply = '###Assistant:' -%}
{%- else -%}
{{- images(message) -}}{%- set state.reply = '' -%}
{%- endif -%}
{%- endfor -%}
{%- if add_generation_prompt -%}{{- state.reply -}}{%- endif -%}
"""


@dataclass(frozen=True, slots=True)
class Example:
    """A picture and what is said about it, to learn from.

    Attributes:
        image: Row of the picture in the features.
        turns: Questions and answers in turn; an empty question asks for a caption, outside of any
            dialogue. No answer is empty.
    """

    image: int
    turns: tuple[tuple[str, str], ...]

    def __post_init__(self) -> None:
        if not self.turns or not all(answer.strip() for _, answer in self.turns):
            raise ValueError(
                f"image {self.image}: found turns {self.turns!r}: expected at least one, each with "
                "an answer; leave out what has no answer"
            )


def dialogue_template(system: str = SYSTEM, end: str | None = None) -> str:
    """Return the chat template of the dialogue.

    A user message without words (an image only) is rendered bare, as `<Img><ImageHere></Img>`, and
    its answer follows at once: this is how the first stage of training shows captions. An image
    comes before the words of its message, in whatever order they are given.

    Args:
        system: Opens the dialogue, if its messages have no system message of their own.
        end: Follows every answer; the tokenizer's end token if left out.
    """
    ending = "eos_token" if end is None else json.dumps(end, ensure_ascii=False)
    opening = json.dumps(system, ensure_ascii=False)
    return _TEMPLATE.replace("SYSTEM", opening).replace("END", ending)


def messages(example: Example) -> list[dict[str, Any]]:
    """Return an example as chat messages; the image belongs to the first question."""
    chat: list[dict[str, Any]] = []
    for turn, (question, answer) in enumerate(example.turns):
        parts: list[dict[str, str]] = [{"type": "image"}] if turn == 0 else []
        parts += [{"type": "text", "text": question}] if question else []
        chat.append({"role": "user", "content": parts})
        chat.append({"role": "assistant", "content": [{"type": "text", "text": answer.strip()}]})
    return chat
