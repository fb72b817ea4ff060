"""The reader of `artmm:published`: the `Evaluation/` folder of the authors' repository.

    IDC/1.jpg .. 10.jpg  ISAC/1.jpg .. 10.jpg  ICRC/1.jpg .. 5.jpg (two are webp)  each + Answer.txt
    MDIUC/1.jpg, 2.jpg, Answer1.txt, Answer2.txt: the five questions stand before the answers

An answer file is a row of turns: a heading line (`7.` or a question), a block `A:` (ArtGPT-4) and a
block `M:` (MiniGPT-4). Nothing marks the end of a block, blocks have many paragraphs and may hold
numbered lists, and one `M:` is mistyped `B:`; so a turn's heading is the last line with text before
the next `A:`.

Source: https://github.com/DLYuanGod/ArtGPT-4/tree/113cffc42ad8d7e22e49b40803eb2cf5ffc6aff7/Evaluation
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from artbench.cards import SuiteCard, SuiteEdition
from artbench.errors import MissingError
from artbench.types import Question, Sample

PICTURES = frozenset({".jpg", ".jpeg", ".png", ".webp"})
SYSTEMS = ("artgpt4", "minigpt4")  # in the order of a turn's blocks
_DIALOGUE = "mdiuc"
_TASKS = ("idc", "isac", "icrc", _DIALOGUE)
_OURS, _THEIRS = re.compile(r"^A:", re.MULTILINE), re.compile(r"^[MB]:", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class _Turn:
    """A heading and what both systems said under it, in the order of `SYSTEMS`."""

    heading: str
    answers: tuple[str, str]
