"""The tokenizer `words`: lower-case words, nothing else. It is our own and not COCO's.

Made for English and languages like it. Punctuation, line breaks, control characters and symbols
only separate: `well-lit` is two words, `3.5` is two, `it's` is one, an emoji is none. Scripts that
write vowels as marks (Devanagari, for example) are cut at the marks, so do not use it for them.
"""

import re
import unicodedata
from collections.abc import Sequence

# One apostrophe for the three in use; soft hyphens and byte order marks are no part of a word.
_ALIKE = str.maketrans("\u2019\u02bc", "''", "\u00ad\u2060\ufeff")
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")


def words(texts: Sequence[str]) -> list[tuple[str, ...]]:
    """Return the words of each text; a text without any has none: `()`."""
    return [tuple(_WORD.findall(_plain(text))) for text in texts]


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text.lower()).translate(_ALIKE)
