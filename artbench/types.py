"""The values that flow through artbench, from a suite to a leaderboard."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, Protocol

Outcome = Literal["ok", "empty", "truncated", "error"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One thing asked about a picture.

    Attributes:
        text: The exact words given to the model.
        references: Human or grammar-made answers to this question; empty where there are none.
    """

    text: str
    references: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One picture and what is asked about it: a single question, or the turns of a dialogue.

    Attributes:
        id: Unique in its suite and stable between versions of it, for example `idc-07`.
        task: A task of the suite card, for example `idc`.
        image: The picture's file; opened by the model, never by the suite.
        questions: At least one; several are the turns of a dialogue, asked in order.
        facts: What is true of the picture (see `artbench.suites.open.facts`); None where unknown.
        facets: Labels to slice results by (technique, emotion); a model never sees them.
    """

    id: str
    task: str
    image: Path
    questions: tuple[Question, ...]
    facts: Mapping[str, Any] | None = None
    facets: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """One question to a model, with what was said before it.

    Attributes:
        turn: Index of the question in its sample, from 0.
        history: The turns before this one as (question, the model's own answer).
    """

    sample_id: str
    turn: int
    image: Path
    history: tuple[tuple[str, str], ...]
    question: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """What a model answered to one request: a text or an error, never both.

    Attributes:
        outcome: `ok`; `empty` (an answer without words); `truncated` (the length limit cut it;
            the text is still an answer); `error` (there is no answer).
        reason: Why there is no answer; only with `error`.
    """

    sample_id: str
    turn: int
    text: str | None = None
    outcome: Outcome = "ok"
    reason: str | None = None

    def __post_init__(self) -> None:
        failed = self.outcome == "error"
        if failed != (self.text is None) or failed != (self.reason is not None):
            raise ValueError(f"output {self.sample_id}/{self.turn}: set text, or error with reason")


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """The level a grader gave to a sample's answers; None is ungraded, which is not level 0.

    Attributes:
        points: 0..5, or None where no level could be given.
        reason: The grader's words; for an ungraded sample why it is ungraded.
        raw: The grader's unchanged reply, or the findings a deterministic grader decided by.
        judge: Who graded, for example `facts`.
    """

    sample_id: str
    points: int | None
    reason: str
    raw: str
    judge: str


class Model(Protocol):
    """Anything that answers questions about pictures."""

    def answer(self, batch: Sequence[Request]) -> list[Output]:
        """Return one output per request, in their order; one bad picture is one error output."""

    def identity(self) -> dict[str, Any]:
        """Return what fixes the answers: weights, revision, digest, precision, device."""


class Grader(Protocol):
    """Anything that gives a sample's answers a level of the rubric."""

    name: str

    def grade(self, sample: Sample, answers: Sequence[Output]) -> Grade:
        """Return the grade of all answers to one sample; never raises for a strange answer."""
