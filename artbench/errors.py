"""The errors a user of artbench can act on.

A message says what was found, what was expected and what to do, in one line.
"""

from typing import ClassVar


class ArtbenchError(Exception):
    """Base of every error artbench raises on purpose; `exit_code` is what the command ends with."""

    exit_code: ClassVar[int] = 2


class UsageError(ArtbenchError):
    """The command or its settings cannot be carried out as given."""


class CardError(ArtbenchError):
    """A card has a missing, unknown or mistyped key."""


class UnknownError(ArtbenchError):
    """No model, suite, edition or card has this name."""

    exit_code: ClassVar[int] = 3


class MissingError(ArtbenchError):
    """Data, weights or a key are not on this machine."""

    exit_code: ClassVar[int] = 4


class AlignmentError(ArtbenchError):
    """Two collections that must hold the same sample ids do not."""


class FailuresError(ArtbenchError):
    """The work is done, but more answers failed than `--max-failures` allows."""

    exit_code: ClassVar[int] = 5
