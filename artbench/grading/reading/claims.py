"""What an answer says about a thing: its colour, its place, its number, where it stands."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Claim:
    """One attribute of one thing, as claimed.

    Attributes:
        subjects: What it may be about, the likeliest first; each is a group of possible names.
        names: The values it may mean, for example colours.
        sure: It can contradict the facts; an unsure claim can only agree with them.
        denied: The answer says that it is not so.
        other: For a relation, the thing that the subject is compared with.
    """

    kind: Literal["colour", "place", "count", "relation"]
    subjects: tuple[tuple[str, ...], ...]
    names: tuple[str, ...]
    text: str
    sure: bool = True
    denied: bool = False
    other: tuple[str, ...] = ()
