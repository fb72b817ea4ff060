"""The record of a run: what was asked of whom, with which versions, digests and seeds."""

import hashlib
import json
import platform
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from artbench import __version__
from artbench.cards import Generation, digest
from artbench.catalogue import ChosenModel, ChosenSuite, suite_cards
from artbench.folders import checkout_root
from artbench.types import Sample

SCHEMA = 1
_PACKAGES = ("accelerate", "numpy", "pillow", "tokenizers", "torch", "transformers")


@dataclass(frozen=True, slots=True, kw_only=True)
class SuiteRecord:
    """What was asked.

    Attributes:
        card: Digest of the suite's card.
        path: Where the card lies; empty for a card of the package.
        data: Digest of samples and pictures; two runs on one board have the same.
        samples: The ids of the samples by task.
        requests: How many questions they come to.
        limit: The `--limit` that makes this no result; None without one.
    """

    name: str
    edition: str
    version: int
    card: str
    path: str
    data: str
    samples: Mapping[str, tuple[str, ...]]
    requests: int
    limit: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelRecord:
    """Who was asked, and how.

    Attributes:
        fingerprint: SHA-256 of the weights, the commit of a hub, or the digest of a Python file.
        identity: What the loaded model says of itself; empty before it was loaded.
    """

    name: str
    edition: str
    loader: str
    card: str
    weights: str
    revision: str
    fingerprint: str
    generation: Generation
    identity: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Machine:
    """Where it ran; `dirty` says that the checkout had changes that no commit holds."""

    artbench: str
    commit: str | None
    dirty: bool | None
    python: str
    platform: str
    packages: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How the questions ended; `missing` were not asked yet."""

    ok: int = 0
    empty: int = 0
    truncated: int = 0
    error: int = 0
    missing: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRecord:
    """Everything of a run but its answers, grades and scores."""

    schema: int
    digest: str
    suite: SuiteRecord
    model: ModelRecord
    machine: Machine
    seeds: Mapping[str, int]
    device: str
    started: str
    ended: str | None = None
    counts: Counts = Counts()


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreRow:
    """A caption metric of one task, its 95 % interval, and what is needed to compute it again."""

    task: str
    metric: str
    value: float
    low: float
    high: float
    n: int
    signature: str


def new_record(suite: SuiteRecord, model: ModelRecord, bootstrap_seed: int) -> RunRecord:
    """Return the record of a run that begins now."""
    seeds = {"generation": model.generation.seed, "bootstrap": bootstrap_seed}
    return RunRecord(
        schema=SCHEMA,
        digest=run_digest(suite, model),
        suite=suite,
        model=model,
        machine=this_machine(),
        seeds=seeds,
        device="",
        started=now(),
        counts=Counts(missing=suite.requests),
    )


def run_digest(suite: SuiteRecord, model: ModelRecord) -> str:
    """Return a digest of what fixes the answers, and of nothing else.

    A new metric or another title needs no new run; other pictures, weights or settings do.
    """
    asked = [suite.name, suite.edition, suite.version, suite.data, suite.limit]
    answering = [model.name, model.edition, model.loader, model.fingerprint]
    return _digest([asked, answering, asdict(model.generation)])


def suite_record(suite: ChosenSuite, samples: Sequence[Sample], limit: int | None) -> SuiteRecord:
    """Return what is asked; `samples` are those that `limit` left."""
    ids: dict[str, tuple[str, ...]] = {task.name: () for task in suite.card.tasks}
    for sample in samples:
        ids[sample.task] += (sample.id,)
    ours = suite_cards().get(suite.card.name) == suite.path
    return SuiteRecord(
        name=suite.card.name,
        edition=suite.edition.name,
        version=suite.card.version,
        card=digest(suite.path),
        path="" if ours else str(suite.path.resolve()),
        data=data_digest(samples),
        samples=ids,
        requests=sum(len(sample.questions) for sample in samples),
        limit=limit,
    )


def model_record(model: ChosenModel, fingerprint: str) -> ModelRecord:
    """Return who is asked."""
    return ModelRecord(
        name=model.card.name,
        edition=model.edition.name,
        loader=model.card.loader,
        card=model.digest,
        weights=model.edition.weights,
        revision=model.edition.revision,
        fingerprint=fingerprint,
        generation=model.edition.generation,
    )


def data_digest(samples: Sequence[Sample]) -> str:
    """Return a digest of all that is asked and known: texts, facts and the pictures' bytes."""
    lines = []
    for sample in sorted(samples, key=lambda sample: sample.id):
        picture = hashlib.sha256(sample.image.read_bytes()).hexdigest()
        asked = [asdict(question) for question in sample.questions]
        lines.append([sample.id, sample.task, picture, asked, sample.facts])
    return _digest(lines)


def this_machine() -> Machine:
    """Return what this process runs with, without importing any of it."""
    commit, dirty = _git()
    return Machine(
        artbench=__version__,
        commit=commit,
        dirty=dirty,
        python=sys.version.split()[0],
        platform=platform.platform(),
        packages={name: found for name in _PACKAGES if (found := _version(name))},
    )


def now() -> str:
    """Return the time in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def _digest(value: Any) -> str:
    text = json.dumps(value, sort_keys=True, ensure_ascii=False, default=dict)
    return hashlib.sha256(text.encode("utf-8", errors="replace")).hexdigest()[:12]


def _git() -> tuple[str | None, bool | None]:
    root = checkout_root()
    if root is None:
        return None, None
    try:
        answers = [
            subprocess.run(
                ["git", "-C", str(root), *command],
                capture_output=True,
                text=True,
                timeout=20,
                check=True,
            ).stdout.strip()
            for command in (("rev-parse", "HEAD"), ("status", "--porcelain"))
        ]
    except (OSError, subprocess.SubprocessError):
        return None, None  # no git, or no commit yet: then nothing is claimed
    return answers[0], bool(answers[1])


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None
