"""A web server on this machine whose answers can go wrong in the ways of real ones."""

import hashlib
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

FILES = {"IDC/1.jpg": b"first" * 1000, "IDC/two 2.webp": b"second", "MDIUC/Answer1.txt": b"x"}


class Server(ThreadingHTTPServer):
    """A web server whose next answers to a path can be laid down before.

    Attributes:
        mishaps: What happens instead of the file: a status with headers, or a function.
        asked: The paths asked for, in order.
    """

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.files = {f"/pinned/{name}".replace(" ", "%20"): body for name, body in FILES.items()}
        self.mishaps: list[Mishap] = []
        self.asked: list[str] = []
        self.address = f"http://127.0.0.1:{self.server_port}/pinned/"


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:  # noqa: N802  (the name that http.server calls)
        self.server.asked.append(self.path)
        body = self.server.files.get(self.path)
        mishap = self.server.mishaps.pop(0) if self.server.mishaps else None
        if callable(mishap):
            mishap(self, body or b"")
        elif mishap or body is None:
            status, headers = mishap or (404, {})
            self.reply(status, b"sorry", headers)
        else:
            self.reply(200, body, {})

    def reply(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for key, value in ({"Content-Length": str(len(body))} | headers).items():
            self.send_header(key, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


Mishap = tuple[int, dict[str, str]] | Callable[[Handler, bytes], None]


def cut(handler: Handler, body: bytes) -> None:
    handler.reply(200, body[: len(body) // 2], {"Content-Length": str(len(body))})


def hang_up(handler: Handler, _: bytes) -> None:
    handler.connection.close()


def drip(handler: Handler, body: bytes) -> None:
    handler.reply(200, b"", {"Content-Length": str(len(body))})
    for start in range(0, len(body), 1000):
        handler.wfile.write(body[start : start + 1000])
        time.sleep(0.05)


def stall(handler: Handler, body: bytes) -> None:
    handler.reply(200, body[:1], {"Content-Length": str(len(body))})
    time.sleep(1)


def flood(handler: Handler, body: bytes) -> None:
    handler.reply(200, body + b"and more", {})


def listing(address: str, files: dict[str, bytes]) -> str:
    head = f'homepage = ""\nrevision = "1"\naddress = "{address}"\nlicence = ""\n'
    return head + "".join(
        f'[[file]]\npath = "{path}"\nsize = {len(body)}\n'
        f'sha256 = "{hashlib.sha256(body).hexdigest()}"\n'
        for path, body in files.items()
    )


def held(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
