"""A suite of three files on a server of our own, and a clock that does not wait."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from file_server import FILES, Server, listing

from artbench import data

CARD = """
name = "mini"
title = "A suite of three files"
version = 1
[[task]]
name = "idc"
title = "Any"
question = "What is it?"
[[edition]]
name = "open"
about = "Here"
reader = "works-jsonl"
data = "package:mini"
samples = { idc = 1 }
licence = "CC0-1.0"
[[edition]]
name = "published"
about = "Elsewhere"
reader = "artmm-evaluation"
data = "fetch:mini-published"
samples = { idc = 1 }
licence = "CC0-1.0"
"""


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as found:
        thread = threading.Thread(target=found.serve_forever, args=(0.01,))
        thread.start()
        yield found
        found.shutdown()
        thread.join()


@pytest.fixture(autouse=True)
def slept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[float]:
    """Return the pauses that were made, none of which takes time; use no proxy, no user's data."""
    pauses: list[float] = []
    monkeypatch.setenv("ARTBENCH_DATA", str(tmp_path / "users"))
    monkeypatch.setattr(data, "_sleep", pauses.append)
    monkeypatch.setenv("no_proxy", "*")
    return pauses


@pytest.fixture
def suite(tmp_path: Path, server: Server) -> str:
    """Return the name of a suite whose files are on the server."""
    folder = tmp_path / "mini"
    folder.mkdir()
    (folder / "suite.toml").write_text(CARD)
    (folder / "published.toml").write_text(listing(server.address, FILES))
    return f"{folder / 'suite.toml'}:published"
