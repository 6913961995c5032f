"""A real HTTP server that speaks OpenAI's chat completions and answers as a test wants it to."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

MODEL = "invented-7b"


@dataclass(frozen=True)
class Reply:
    """What is sent back: the content of an answer, or else the bytes of a body, late, cut or with another status."""

    content: str | None = None
    finish: str = "stop"
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes | None = None
    seconds: float = 0
    trickles: bool = False
    """Sends a byte now and then for as long as `seconds`, and never ends."""

    def bytes(self) -> bytes:
        """The body of the response."""
        if self.body is not None:
            return self.body
        message = {"role": "assistant", "content": self.content}
        choice = {"index": 0, "finish_reason": self.finish, "message": message}
        return json.dumps(
            {
                "id": "chatcmpl-1",
                "object": "chat.completion",
                "created": 1,
                "model": MODEL,
                "choices": [choice],
            }
        ).encode()


Script = Callable[[dict[str, Any], int], Reply]
"""The reply to a request, which is the one of this number."""


@dataclass
class Heard:
    """The requests that came, and how many were being answered at the same time at most."""

    url: str
    bodies: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    at_once: int = 0

    @property
    def texts(self) -> list[str]:
        """What the user's messages said, in alphabetical order."""
        return sorted(body["messages"][-1]["content"] for body in self.bodies)


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, script: Script) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.script = script
        self.heard = Heard(f"http://127.0.0.1:{self.server_address[1]}/v1")
        self._lock, self._answering = threading.Lock(), 0

    @contextmanager
    def turn(self, body: dict[str, Any], headers: dict[str, str]) -> Iterator[Reply]:
        """The reply to a request, which is being answered until this ends."""
        with self._lock:
            self.heard.bodies.append(body)
            self.heard.headers.append(headers)
            number, self._answering = len(self.heard.bodies), self._answering + 1
            self.heard.at_once = max(self.heard.at_once, self._answering)
        try:
            yield self.script(body, number)
        finally:
            with self._lock:
                self._answering -= 1


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        headers = {name.lower(): value for name, value in self.headers.items()}
        # Whoever asked may have given up.
        with suppress(ConnectionError), self.server.turn(body, headers) as reply:
            time.sleep(0 if reply.trickles else reply.seconds)
            self._head(reply)
            if reply.trickles:
                self._trickle(reply.seconds)
            else:
                self.wfile.write(reply.bytes())

    def _head(self, reply: Reply) -> None:
        self.send_response(reply.status)
        length = ("Content-Length", str(len(reply.bytes())))
        for name, value in (("Content-Type", "application/json"), length, *reply.headers):
            self.send_header(name, value)
        self.end_headers()

    def _trickle(self, seconds: float) -> None:
        for _ in range(int(seconds * 10)):
            self.wfile.write(b" ")
            time.sleep(0.1)

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def endpoint(script: Script) -> Iterator[Heard]:
    """A server on loopback that replies by a script."""
    server = _Server(script)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server.heard
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def always(reply: Reply) -> Script:
    """The script that replies the same to everything."""
    return lambda _, __: reply
