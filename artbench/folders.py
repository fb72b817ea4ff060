"""Where things lie: the cards, what travels inside packages, and what was fetched."""

import os
from importlib.util import find_spec
from pathlib import Path

from artbench.errors import MissingError


def cards_root() -> Path:
    """Return the folder with `baselines/` and `benchmarks/`.

    A wheel carries its cards in `artbench/_cards`; a checkout has them at the repository root.
    """
    package = Path(__file__).parent
    inside = package / "_cards"
    return inside if inside.is_dir() else package.parent


def checkout_root() -> Path | None:
    """Return the root of the git checkout that artbench runs from, or None for a wheel."""
    root = Path(__file__).parent.parent
    return root if (root / ".git").exists() else None


def data_root() -> Path:
    """Return where fetched data lie: `$ARTBENCH_DATA`, or the user's own data folder."""
    if chosen := os.environ.get("ARTBENCH_DATA"):
        return Path(chosen).expanduser()
    base = os.environ.get("XDG_DATA_HOME") or "~/.local/share"
    return Path(base).expanduser() / "artbench"


def in_package(reference: str) -> Path:
    """Return the path of `package/inner/path` in an installed package, without importing it.

    Raises:
        MissingError: No such package is installed.
    """
    package, _, inner = reference.partition("/")
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise MissingError(f"package:{reference}: package {package} is not installed; install it")
    return Path(spec.submodule_search_locations[0]) / inner
