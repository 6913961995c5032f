"""Serves the app until it is told to stop."""

import logging
import signal
import socket
import tempfile
from types import FrameType

import uvicorn
from starlette.types import ASGIApp

from api import console
from api.failures import PortTaken
from api.http import create_app
from api.settings import Settings

GRACE_SECONDS = 10
"""Requests at hand may take so long when the server is told to stop."""


def run(settings: Settings) -> None:
    """Serves until SIGINT or SIGTERM; raises PortTaken, and OSError where the data folder cannot be used."""
    settings.data.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryFile(dir=settings.data):
        pass  # an upload must find room to be written
    serve(create_app(settings), settings)


def serve(app: ASGIApp, settings: Settings, path: str = "/") -> None:
    """Serves an app at the settings' host and port, and says where `path` is; raises PortTaken."""
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s")
    # What a client sends wrongly is told to that client.
    logging.getLogger("python_multipart").setLevel(logging.ERROR)
    listening = _listening(settings.host, settings.port)
    config = uvicorn.Config(
        app,
        log_config=None,
        access_log=False,
        ws="none",
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=GRACE_SECONDS,
    )
    # uvicorn raises the signal anew when it has stopped: being told to stop is no failure.
    before = {number: signal.signal(number, _heard) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        _Server(config, settings, listening, path).run(sockets=[listening])
    finally:
        listening.close()
        for number, handler in before.items():
            signal.signal(number, handler)


class _Server(uvicorn.Server):
    """Says where it listens once it does."""

    def __init__(
        self, config: uvicorn.Config, settings: Settings, listening: socket.socket, path: str
    ) -> None:
        super().__init__(config)
        self._path = path
        self._settings = settings
        self._port = listening.getsockname()[1]

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets=sockets)
        if self.started:
            console.note(
                f"Serving http://{_shown(self._settings.host)}:{self._port}{self._path} (Ctrl-C stops)"
            )
            if self._path == "/" and self._settings.needs_key and self._settings.api_key is None:
                console.note("Read only: uploads and deletions need ACTORGRAPH_API_KEY to be set.")


def _listening(host: str, port: int) -> socket.socket:
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listening = socket.socket(family, kind, protocol)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen(socket.SOMAXCONN)
    except OSError as error:
        raise PortTaken(
            f"{_shown(host)}:{port} cannot be listened on: {error.strerror or error}",
            "Stop what uses it, or name another with --port (0 takes any that is free)",
        ) from error
    return listening


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _heard(_number: int, _frame: FrameType | None) -> None:
    """Does nothing more."""
