"""Fetching the data that may not travel with the package: by pinned address, size and SHA-256.

What is fetched stands in `<edition>.toml` beside the suite's card. A file reaches the disk whole
and right or not at all, and files that are already right are kept, so the same command again goes
on where it stopped.
"""

import hashlib
import os
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from email.message import Message
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.parse import quote

from artbench import __version__
from artbench.cards import load
from artbench.catalogue import ChosenSuite, find_suite
from artbench.errors import CardError, MissingError, UsageError
from artbench.folders import data_root

_sleep = time.sleep  # tests put a clock of their own here
_WAITS = (0.0, 1.0, 2.0, 4.0)  # seconds before each attempt, if the server asks for no more
_PATIENCE = 60.0  # a server that asks for more is left alone
_TIMEOUT = 30.0  # seconds without a byte
_AGAIN = "run the command again later: the files already fetched are kept"
_MAKE_ROOM = "make room or name another folder with ARTBENCH_DATA, then run the command again"
_OTHERWISE = "run the command again, or name a copy with --from DIR"


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchedFile:
    """One file: where it lies beneath the address and in the folder, and what it must be.

    Attributes:
        size: In bytes.
    """

    path: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchCard:
    """The files of an edition that is fetched, each at its path beneath `address`."""

    homepage: str
    revision: str
    address: str
    licence: str
    files: tuple[FetchedFile, ...] = field(metadata={"key": "file"})


class _PassingError(Exception):
    """A failure that may pass, and how many seconds the server asks to wait."""

    def __init__(self, reason: str, pause: float = 0.0) -> None:
        super().__init__(reason)
        self.pause = pause


def get(name: str, folder: Path | None = None, address: str | None = None) -> Path:
    """Fetch the data of a suite's edition and return the folder they are in.

    Args:
        name: For example `artmm:published`.
        folder: The data folder; by default `$ARTBENCH_DATA` or the user's own. The files go into a
            folder of their own in it, unless it is a copy of the data: then that is completed.
        address: A mirror to fetch from instead of the card's address.

    Raises:
        UsageError: The edition is not one that is fetched, or the mirror is no web address.
        CardError: The list of files is wrong.
        MissingError: A file could not be fetched, was not the pinned one, or could not be written.
    """
    suite = find_suite(name)
    kind, _, inner = suite.edition.data.partition(":")
    if kind != "fetch":
        raise _nothing_to_fetch(suite)
    card = load(FetchCard, suite.path.parent / f"{suite.edition.name}.toml")
    source = address or card.address
    if not source.startswith(("https://", "http://")):
        raise UsageError(f"{source}: expected an address with https:// or http://")
    root = folder.expanduser() if folder else data_root()
    home = root if _is_copy(root, card) else root / inner
    try:
        _fetch_all(suite.name, card.files, source, home)
    except OSError as error:
        why = f"{home} cannot be written: {error.strerror or error}"
        raise MissingError(f"{suite.name}: {why}; {_MAKE_ROOM}") from error
    return home


def _is_copy(folder: Path, card: FetchCard) -> bool:
    """Tell whether a folder is itself a copy of the data, whole or not."""
    return any((folder / file.path).is_file() for file in card.files)


def _is_right(path: Path, file: FetchedFile) -> bool:
    """Tell whether a file is there and is the pinned one."""
    if not path.is_file() or path.stat().st_size != file.size:
        return False
    return hashlib.sha256(path.read_bytes()).hexdigest() == file.sha256


def _nothing_to_fetch(suite: ChosenSuite) -> UsageError:
    names = [e.name for e in suite.card.editions if e.data.startswith("fetch:")]
    others = ", ".join(f"{suite.card.name}:{name}" for name in names) or "none"
    return UsageError(
        f"{suite.name}: nothing to fetch, its data are here; editions that are fetched: {others}"
    )


def _fetch_all(name: str, files: Sequence[FetchedFile], address: str, home: Path) -> None:
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import track

    targets = [_inside(home, file.path) for file in files]
    console = Console(stderr=True)
    work = list(zip(files, targets, strict=True))
    for file, target in track(work, escape(f"fetching {name} into {home}"), console=console):
        if not _is_right(target, file):
            _write(target, _download(f"{address.rstrip('/')}/{quote(file.path)}", file))


def _inside(home: Path, path: str) -> Path:
    target = home / path
    if ".." in Path(path).parts or not target.parent.resolve().is_relative_to(home.resolve()):
        raise CardError(f"{path}: would be written outside {home}; expected a path inside it")
    return target


def _write(path: Path, body: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")  # hidden: readers pass it over
    try:
        part.write_bytes(body)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _download(url: str, file: FetchedFile) -> bytes:
    reason, pause = "", 0.0
    for wait in _WAITS:
        _sleep(max(wait, pause))
        try:
            body = _read(url, file.size)
        except _PassingError as failure:
            reason, pause = str(failure), failure.pause
        else:
            return _checked(url, file, body)
        if pause > _PATIENCE:
            raise MissingError(f"{url}: {reason}, asks to wait {pause:.0f} s; {_AGAIN}")
    raise MissingError(f"{url}: {reason}, {len(_WAITS)} times; {_AGAIN}")


def _checked(url: str, file: FetchedFile, body: bytes) -> bytes:
    found = hashlib.sha256(body).hexdigest()
    if found != file.sha256:
        raise MissingError(
            f"{url}: found SHA-256 {found[:12]}, expected {file.sha256[:12]}: not the pinned file, "
            f"so it was not kept; {_OTHERWISE}"
        )
    return body


def _read(url: str, size: int) -> bytes:
    """Return at most one byte more than `size`, so that no server can fill the memory.

    Raises:
        _PassingError: It is worth another attempt.
        MissingError: It is not.
    """
    from http.client import HTTPException
    from urllib.error import HTTPError, URLError
    from urllib.request import Request, urlopen

    request = Request(url, headers={"User-Agent": f"artbench/{__version__}"})
    try:
        with urlopen(request, timeout=_TIMEOUT) as response:
            body: bytes = response.read(size + 1)
    except HTTPError as error:
        with error:
            raise _refused(url, f"{error.code} {error.reason}", error.headers) from error
    except URLError as error:
        if isinstance(error.reason, (TimeoutError, ConnectionResetError)):
            raise _PassingError(f"no answer: {error.reason}") from error
        raise MissingError(f"{url}: cannot be reached: {error.reason}; {_OTHERWISE}") from error
    except (HTTPException, OSError) as error:
        raise _PassingError(f"cut off: {error}") from error
    if len(body) < size:
        raise _PassingError(f"cut off after {len(body)} of {size} bytes")
    return body


def _refused(url: str, answer: str, headers: Message) -> Exception:
    if answer.startswith(("429", "5")):
        return _PassingError(f"the server says {answer}", _asked_pause(headers.get("Retry-After")))
    return MissingError(f"{url}: the server says {answer}; {_OTHERWISE}")


def _asked_pause(header: str | None) -> float:
    """Return the seconds of a Retry-After header, which holds seconds or a date; 0 without one."""
    if not header:
        return 0.0
    if header.strip().isdigit():
        return float(header)
    try:
        return max(0.0, parsedate_to_datetime(header).timestamp() - time.time())
    except ValueError:
        return 0.0
