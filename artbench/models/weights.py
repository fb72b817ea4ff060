"""Where weights lie, and what identifies them, without loading them."""

import hashlib
import json
import os
import re
from pathlib import Path

from artbench.catalogue import ChosenModel
from artbench.errors import CardError, MissingError
from artbench.folders import in_package

_UNPINNED = "unpinned"
_NOT_NEEDED = ["*.bin", "*.pt", "*.pth", "*.h5", "*.msgpack", "*.onnx", "*.gguf", "original/*"]
_PARTS = (  # what transformers writes and reads
    "config.json",
    "*_config.json",
    "*.safetensors",
    "*.index.json",
    "tokenizer*",
    "*_map.json",
    "vocab*",
    "merges.txt",
    "*.model",
    "*.jinja",
    "*.bin",
)
_COMMIT = re.compile(r"[0-9a-f]{40}")


def locate(weights: str, revision: str, *, download: bool) -> Path:
    """Return the folder or file of `package:...`, of a path, or of a repository on the hub.

    Args:
        weights: As in a model card.
        revision: A commit of the repository, or `unpinned`.
        download: Whether a repository may be fetched; otherwise it must be in the hub's cache.

    Raises:
        MissingError: The weights are not on this machine.
    """
    if weights.startswith("package:"):
        path = in_package(weights.removeprefix("package:"))
    elif weights.startswith((".", "/", "~")) or weights.count("/") != 1:
        path = Path(weights).expanduser()
    else:
        return _from_hub(weights, None if revision == _UNPINNED else revision, download=download)
    if not path.exists():
        raise MissingError(f"{weights}: there are no weights in {path}; train or copy them there")
    return path


def fingerprint(model: ChosenModel, *, download: bool) -> str:
    """Return what changes when the answers could: a commit, or a SHA-256 of the weights' files.

    Raises:
        MissingError: The weights are not on this machine.
    """
    if model.card.loader in ("python", "entry-point"):
        return model.digest or model.edition.weights
    path = locate(model.edition.weights, model.edition.revision, download=download)
    if _COMMIT.fullmatch(path.name):  # a snapshot of the hub: the commit says it all
        return path.name
    return content_digest(path)


def content_digest(path: Path) -> str:
    """Return a SHA-256 over a file, or over the files that a folder's model is loaded from.

    An index of sharded weights may send to a file beside the folder; it belongs to the model, and
    what else lies in the folder (a README, the curve of a training) does not.
    """
    if path.is_file():
        return _sha256(path)
    files = {file for pattern in _PARTS for file in path.glob(pattern) if file.is_file()}
    for index in path.glob("*.index.json"):
        files |= {path / name for name in _shards(index)}
    named = sorted((os.path.relpath(file, path), file) for file in files)
    lines = [f"{name} {_sha256(file)}" for name, file in named]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _shards(index: Path) -> set[str]:
    try:
        return set(json.loads(index.read_text(encoding="utf-8"))["weight_map"].values())
    except (ValueError, KeyError, AttributeError) as error:
        raise CardError(f"{index}: expected a table weight_map; restore the weights") from error


def _sha256(file: Path) -> str:
    try:
        with file.open("rb") as content:
            return hashlib.file_digest(content, "sha256").hexdigest()
    except OSError as error:
        raise MissingError(f"{file}: cannot be read: {error.strerror}; restore it") from error


def _from_hub(repository: str, revision: str | None, *, download: bool) -> Path:
    try:
        from huggingface_hub import snapshot_download
        from huggingface_hub.errors import HfHubHTTPError, LocalEntryNotFoundError
    except ImportError as error:
        raise MissingError(
            f"{repository}: the hub's client is not installed; pip install 'artbench[local]'"
        ) from error
    try:
        folder = snapshot_download(
            repository,
            revision=revision,
            local_files_only=not download,
            ignore_patterns=_NOT_NEEDED,
        )
    except (LocalEntryNotFoundError, HfHubHTTPError, OSError, ValueError) as error:
        hint = "the hub did not give them" if download else "fetch them with --download"
        raise MissingError(f"{repository}: its weights are not on this machine; {hint}") from error
    return Path(folder)
