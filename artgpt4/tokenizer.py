"""A tokenizer from nothing: byte-level BPE with the special tokens of ArtGPT-4."""

import re
from collections.abc import Iterable

from tokenizers import Regex, Tokenizer, decoders, models, pre_tokenizers, trainers
from transformers import PreTrainedTokenizerFast

from artgpt4.dialogue import IMAGE_TOKEN

PADDING, START, END = "<pad>", "<s>", "</s>"
APART = "\x1f"  # between words that are to be tokens of their own; no token itself
_SPECIAL = [PADDING, START, END, IMAGE_TOKEN]


def byte_level_tokenizer(
    texts: Iterable[str], vocab_size: int, phrases: bool = False
) -> PreTrainedTokenizerFast:
    """Return a tokenizer that can write any text, trained on some.

    It adds no start or end token by itself: the chat template does.

    Args:
        texts: Special tokens in them are left out, so rendered dialogues may be among them.
        vocab_size: The most tokens it may have; at least 260, for the bytes and the special tokens.
        phrases: Let a token span the words of a clause, so that a small model that says few
            phrases says them in few steps; marks of the dialogue and of punctuation stay apart, and
            so do words with `APART` between them.

    Raises:
        ValueError: `vocab_size` is too small.
    """
    smallest = 256 + len(_SPECIAL)
    if vocab_size < smallest:
        raise ValueError(f"found vocab_size {vocab_size}: expected at least {smallest}")
    made = Tokenizer(models.BPE())
    made.pre_tokenizer = _clauses() if phrases else pre_tokenizers.ByteLevel(add_prefix_space=False)
    made.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=vocab_size,
        special_tokens=_SPECIAL,
        initial_alphabet=sorted(pre_tokenizers.ByteLevel.alphabet()),
        show_progress=False,
    )
    special = re.compile("|".join(map(re.escape, _SPECIAL)))
    made.train_from_iterator((part for t in texts for part in special.split(t) if part), trainer)
    return PreTrainedTokenizerFast(
        tokenizer_object=made,
        bos_token=START,
        eos_token=END,
        pad_token=PADDING,
        extra_special_tokens=[IMAGE_TOKEN],
        padding_side="left",
        clean_up_tokenization_spaces=False,
    )


def _clauses() -> pre_tokenizers.PreTokenizer:
    notes = pre_tokenizers.Split(APART, "removed")
    marks = Regex(r"###Human:|###Assistant:|</?Img>|[.,;:?!\n]")
    whole = pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)
    return pre_tokenizers.Sequence([notes, pre_tokenizers.Split(marks, "isolated"), whole])
