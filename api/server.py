"""Serves the app until it is told to stop."""

import logging
import signal
import socket
import tempfile
from threading import Event
from types import FrameType

import uvicorn
from starlette.types import ASGIApp

from api import console
from api.failures import PortTaken, WrongSetting
from api.http import create_app
from api.keys import KeyRing, Scope
from api.settings import Settings

GRACE_SECONDS = 10
"""Requests at hand may take so long when the server is told to stop."""


def run(settings: Settings) -> None:
    """Serves until SIGINT or SIGTERM.

    Raises PortTaken and WrongSetting, and OSError where the data folder cannot be used.
    """
    settings.data.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryFile(dir=settings.data):
        pass  # an upload must find room to be written
    if settings.private and not KeyRing(settings).holds_any():
        raise WrongSetting(
            "ACTORGRAPH_PRIVATE is set, and no key can read", "Make one: `actorgraph keys add`"
        )
    app = create_app(settings)
    serve(app, settings, ending=app.state.ending)


def serve(app: ASGIApp, settings: Settings, path: str = "/", ending: Event | None = None) -> None:
    """Serves an app at the settings' host and port, and says where `path` is; raises PortTaken.

    `ending` is set when it is told to stop, so that answers which go on and on can end.
    """
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
        _Server(config, settings, listening, path, ending or Event()).run(sockets=[listening])
    finally:
        listening.close()
        for number, handler in before.items():
            signal.signal(number, handler)


class _Server(uvicorn.Server):
    """Says where it listens once it does."""

    def __init__(
        self,
        config: uvicorn.Config,
        settings: Settings,
        listening: socket.socket,
        path: str,
        ending: Event,
    ) -> None:
        super().__init__(config)
        self._ending = ending
        self._path = path
        self._settings = settings
        self._port = listening.getsockname()[1]

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets=sockets)
        if self.started:
            console.note(
                f"Serving http://{_shown(self._settings.host)}:{self._port}{self._path} (Ctrl-C stops)"
            )
            keys = KeyRing(self._settings)
            if self._path == "/" and keys.needed(Scope.WRITE) and not keys.can(Scope.WRITE):
                console.note(
                    "Read only: uploads and deletions need ACTORGRAPH_API_KEY to be set, "
                    "or a key of `actorgraph keys add`."
                )

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._ending.set()
        await super().shutdown(sockets=sockets)


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
