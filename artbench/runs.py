"""A run is a folder of four files, and this is the only module that writes one.

`run.json` says what was asked of whom, `outputs.jsonl` has the answers, `grades.jsonl` the levels,
`scores.json` the caption scores. An answer or a grade is on disk the moment it arrives, and two
processes cannot write one run.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict
from io import FileIO
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from artbench.cards import build
from artbench.errors import CardError, UnknownError, UsageError
from artbench.jsonl import drop_unfinished, open_to_append, read_lines, write_line, write_whole
from artbench.records import SCHEMA, ModelRecord, RunRecord, ScoreRow, SuiteRecord, run_digest
from artbench.types import Grade, Output

Key = tuple[str, int]  # sample id, turn


class Run:
    """A run that is read.

    Raises:
        UnknownError: The folder holds no run.
        CardError: Its record is damaged or of another schema.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.record = _read_record(folder)

    @property
    def model(self) -> str:
        """The model's full name."""
        return f"{self.record.model.name}:{self.record.model.edition}"

    @property
    def suite(self) -> str:
        """The suite's full name."""
        return f"{self.record.suite.name}:{self.record.suite.edition}"

    def outputs(self) -> dict[Key, Output]:
        """Return the answers; of several to one question, the last."""
        path = self.folder / "outputs.jsonl"
        found = (_fit(Output, table, path) for table in read_lines(path))
        return {(output.sample_id, output.turn): output for output in found}

    def grades(self) -> dict[str, dict[str, Grade]]:
        """Return the grades by judge and sample id; of several, the last."""
        path = self.folder / "grades.jsonl"
        grades: dict[str, dict[str, Grade]] = {}
        for grade in (_fit(Grade, table, path) for table in read_lines(path)):
            grades.setdefault(grade.judge, {})[grade.sample_id] = grade
        return grades

    def scores(self) -> tuple[ScoreRow, ...]:
        """Return the caption scores; none before the run was scored."""
        path = self.folder / "scores.json"
        rows = _read_json(path) if path.exists() else []
        return tuple(_fit(ScoreRow, row, path) for row in rows)


class RunWriter(Run):
    """A run that this process alone writes, from `with` to its end.

    Raises:
        UsageError: Another process writes it, or the folder cannot be written.
    """

    def __enter__(self) -> Self:
        with ExitStack() as stack, _writing(self.folder):
            self._outputs = stack.enter_context(open_to_append(self.folder / "outputs.jsonl"))
            _lock(self._outputs, self.folder)
            self._grades = stack.enter_context(open_to_append(self.folder / "grades.jsonl"))
            for file in (self._outputs, self._grades):
                drop_unfinished(file)
            self.record = _read_record(self.folder)  # as the process before this one left it
            self._files = stack.pop_all()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._files.close()

    def add_output(self, output: Output) -> None:
        """Keep one answer."""
        table = {key: value for key, value in asdict(output).items() if value is not None}
        with _writing(self.folder):
            write_line(self._outputs, table)

    def add_grade(self, grade: Grade) -> None:
        """Keep one grade."""
        with _writing(self.folder):
            write_line(self._grades, asdict(grade))

    def put_scores(self, rows: Sequence[ScoreRow]) -> None:
        """Replace the caption scores."""
        with _writing(self.folder):
            write_whole(self.folder / "scores.json", [asdict(row) for row in rows])

    def put_record(self, record: RunRecord) -> None:
        """Replace the record."""
        with _writing(self.folder):
            write_whole(self.folder / "run.json", asdict(record))
        self.record = record


def run_folder(root: Path, suite: SuiteRecord, model: ModelRecord) -> Path:
    """Return where the run of a suite by a model lies, whether it was begun or not."""
    names = root / suite.name / suite.edition / f"{model.name}-{model.edition}"
    return names / run_digest(suite, model)


def begin(root: Path, record: RunRecord) -> RunWriter:
    """Return the run of this record: the one that was begun before, or a new folder.

    Raises:
        UsageError: The folder cannot be made.
    """
    folder = run_folder(root, record.suite, record.model)
    with _writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
        if not (folder / "run.json").exists():
            write_whole(folder / "run.json", asdict(record))
    return RunWriter(folder)


def find_runs(root: Path) -> list[Run]:
    """Return all runs below a folder, in the order of their paths.

    Raises:
        UnknownError: There is no such folder.
    """
    if not root.is_dir():
        raise UnknownError(f"{root}: there is no such folder; name one with --runs DIR")
    return [Run(path.parent) for path in sorted(root.rglob("run.json"))]


def _read_record(folder: Path) -> RunRecord:
    path = folder / "run.json"
    if not path.is_file():
        raise UnknownError(f"{folder}: holds no run; expected a folder with a run.json")
    table = _read_json(path)
    schema = table.get("schema") if isinstance(table, dict) else None
    if schema != SCHEMA:
        raise CardError(f"{path}: schema is {schema!r}, expected {SCHEMA}; run it again")
    return build(RunRecord, table, str(path))


def _read_json(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise CardError(f"{path}: cannot be read: {error}; remove it to go on") from error


def _fit(kind: Any, table: dict[str, Any], path: Path) -> Any:
    try:
        return build(kind, table, str(path))
    except ValueError as error:  # a value that refuses itself, such as text and reason together
        raise CardError(f"{path}: {error}; remove the line to go on") from error


@contextmanager
def _writing(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise UsageError(
            f"{folder}: cannot be written: {error.strerror or error}; what is there is kept: make "
            "room or give another folder with --runs DIR, then run the same command again"
        ) from error


def _lock(file: FileIO, folder: Path) -> None:
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        raise UsageError(
            f"{folder}: another process writes this run; wait for it, or stop it first"
        ) from error
