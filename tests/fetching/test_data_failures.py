"""Whatever goes wrong while fetching is one line, and nothing wrong is kept."""

import errno
import hashlib
import os
from pathlib import Path

import pytest
from file_server import FILES, Mishap, Server, cut, drip, flood, hang_up, held, stall

from artbench import data
from artbench.errors import MissingError

PAST = "Fri, 02 Jan 1970 00:00:00 GMT"


def refusal(suite: str, folder: Path) -> str:
    with pytest.raises(MissingError) as caught:
        data.get(suite, folder)
    assert "\n" not in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize("mishap", [(500, {}), (503, {}), (429, {}), cut, hang_up])
def test_what_passes_is_tried_again(
    suite: str, tmp_path: Path, server: Server, slept: list[float], mishap: Mishap
) -> None:
    server.mishaps += [mishap, mishap]
    assert held(data.get(suite, tmp_path)) == FILES
    assert slept[:3] == [0.0, 1.0, 2.0]
    assert len(server.asked) == len(FILES) + 2


@pytest.mark.parametrize(("asked", "pause"), [("7", 7), ("0", 1), (PAST, 1), ("soon", 1)])
def test_a_server_is_given_the_time_it_asks_for(
    suite: str, server: Server, slept: list[float], asked: str, pause: float
) -> None:
    server.mishaps.append((429, {"Retry-After": asked}))
    data.get(suite)
    assert slept[1] == pause


@pytest.mark.parametrize("asked", ["61", "Fri, 01 Jan 2100 00:00:00 GMT"])
def test_a_server_that_asks_for_too_much_is_left_alone(
    suite: str, tmp_path: Path, server: Server, asked: str
) -> None:
    server.mishaps.append((429, {"Retry-After": asked}))
    assert "429 Too Many Requests, asks to wait " in refusal(suite, tmp_path)
    assert len(server.asked) == 1


def test_a_server_that_stays_down_is_left_alone(suite: str, tmp_path: Path, server: Server) -> None:
    server.mishaps += [(502, {})] * 9
    message = refusal(suite, tmp_path)
    assert "IDC/1.jpg: the server says 502 Bad Gateway, 4 times; run the command again" in message
    assert len(server.asked) == 4
    assert not held(tmp_path / "mini-published")


def test_a_file_that_is_gone_is_said_at_once(suite: str, tmp_path: Path, server: Server) -> None:
    del server.files["/pinned/IDC/two%202.webp"]
    message = refusal(suite, tmp_path)
    assert "IDC/two%202.webp: the server says 404 Not Found; " in message
    assert "--from DIR" in message
    assert len(server.asked) == 2
    assert held(tmp_path / "mini-published") == {"IDC/1.jpg": FILES["IDC/1.jpg"]}


@pytest.mark.parametrize("body", [b"FIRST" * 1000, b"first" * 1000 + b"!"], ids=["other", "longer"])
def test_another_file_is_not_kept(suite: str, tmp_path: Path, server: Server, body: bytes) -> None:
    server.files["/pinned/IDC/1.jpg"] = body
    wanted = hashlib.sha256(FILES["IDC/1.jpg"]).hexdigest()[:12]
    assert f"expected {wanted}: not the pinned file, so it was not kept" in refusal(suite, tmp_path)
    assert not held(tmp_path / "mini-published")
    assert len(server.asked) == 1


def test_a_flood_is_not_drunk(suite: str, tmp_path: Path, server: Server) -> None:
    server.mishaps.append(flood)
    assert "not the pinned file" in refusal(suite, tmp_path)


def test_a_slow_server_is_waited_for(suite: str, tmp_path: Path, server: Server) -> None:
    server.mishaps.append(drip)
    assert held(data.get(suite, tmp_path)) == FILES
    assert len(server.asked) == len(FILES)


def test_a_silent_server_is_not(
    suite: str, tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(data, "_TIMEOUT", 0.1)
    server.mishaps += [stall] * 9
    assert "cut off: timed out, 4 times; run the command again" in refusal(suite, tmp_path)


def test_without_a_network_nothing_is_tried_twice(
    suite: str, tmp_path: Path, slept: list[float]
) -> None:
    with pytest.raises(MissingError, match="cannot be reached: .*--from DIR"):
        data.get(suite, tmp_path, address="http://127.0.0.1:1/")
    with pytest.raises(MissingError, match=r"no.such.host.invalid/.*cannot be reached: "):
        data.get(suite, tmp_path, address="http://no.such.host.invalid")
    assert slept == [0.0, 0.0]


def test_a_full_disk_is_told_and_leaves_nothing_half(
    suite: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, body: bytes) -> int:
        with path.open("wb") as file:
            file.write(body[:3])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", full)
        message = refusal(suite, tmp_path)
    assert "mini-published cannot be written: No space left on device; make room" in message
    assert not held(tmp_path / "mini-published")


def test_a_folder_that_cannot_be_made_is_told(suite: str, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    assert "data/mini-published cannot be written: " in refusal(suite, tmp_path / "data")
