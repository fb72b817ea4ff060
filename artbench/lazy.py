"""Names in tables that are imported when they are needed, so that the command starts fast."""

from importlib import import_module
from typing import Any


def resolve(dotted: str) -> Any:
    """Return what `package.module:name` names."""
    module, _, name = dotted.partition(":")
    return getattr(import_module(module), name)
