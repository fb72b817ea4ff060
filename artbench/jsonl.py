"""Files of JSON lines that survive a kill: every line is on disk before the next one is begun."""

import json
import os
from collections.abc import Mapping
from io import FileIO
from pathlib import Path
from typing import Any

from artbench.errors import CardError


def read_lines(path: Path) -> list[dict[str, Any]]:
    """Return the objects of a file; none where there is no file, no half-written last one.

    Raises:
        CardError: A whole line is not a JSON object.
    """
    if not path.exists():
        return []
    whole = path.read_bytes().rpartition(b"\n")[0]
    lines = whole.decode("utf-8", errors="replace").split("\n") if whole else []
    return [_table(line, f"{path}:{number}") for number, line in enumerate(lines, start=1)]


def open_to_append(path: Path) -> FileIO:
    """Return a file that nothing is buffered for: what was written is not written twice."""
    return FileIO(path, "a+")


def drop_unfinished(file: FileIO) -> None:
    """Cut off a last line that was never finished; only for who holds the file alone."""
    file.seek(0)
    content = file.readall()
    if not content.endswith(b"\n"):
        file.truncate(content.rfind(b"\n") + 1)


def write_line(file: FileIO, table: Mapping[str, Any]) -> None:
    """Append one object and return when it is on the disk."""
    rest = json.dumps(table, ensure_ascii=False).encode("utf-8", errors="replace") + b"\n"
    while rest:  # a disk that is nearly full takes a part
        rest = rest[file.write(rest) :]
    os.fsync(file.fileno())


def write_whole(path: Path, value: Any) -> None:
    """Replace a JSON file in one step, so that a reader sees the old one or the new one."""
    unfinished = path.with_name(f"{path.name}.unfinished")
    with unfinished.open("wb") as file:
        file.write(json.dumps(value, ensure_ascii=False, indent=2).encode() + b"\n")
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)


def _table(line: str, where: str) -> dict[str, Any]:
    try:
        table = json.loads(line)
    except json.JSONDecodeError as error:
        raise CardError(f"{where}: not JSON: {error}; remove the line to go on") from error
    if not isinstance(table, dict):
        raise CardError(f"{where}: expected an object, found {line[:40]!r}; remove the line")
    return table
