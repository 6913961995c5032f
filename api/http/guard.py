"""What every request passes: host and origin, the size of its body, and the headers of the answer."""

import asyncio
import logging
from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import ClientDisconnect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.failures import NotAllowed, OversizedRequest, TookTooLong
from api.http.problems import of_status, response_to
from api.http.rates import Rates
from api.keys import KeyRing
from api.settings import Settings
from ontology.errors import OversizedReport

_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_BODY_BYTES = 65_536
"""Of any request but an upload; and what an upload may have besides its file."""

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-cache",
}

_PLAIN = "text/plain"
_KEPT = ("content-range", "allow")
"""Headers of a refusal in plain text that say something of their own."""

_log = logging.getLogger("actorgraph.http")


class Guard:
    """Refuses what a page of another site could make a browser send; bounds bodies; sets headers."""

    def __init__(self, app: ASGIApp, settings: Settings, keys: KeyRing) -> None:
        """Stands before the app."""
        self._app = app
        self._settings = settings
        self._keys = keys
        self._rates = Rates(settings.rate) if settings.rate else None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes on a request that is as it should be."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        answer = _Answer(scope, receive, send)
        try:
            headers = Headers(scope=scope)
            self._check_host(headers)
            self._check_origin(scope["method"], headers)
            self._count(scope, headers)
            bound = self._bound(scope)
            _check_length(headers, bound)
            await self._passed_on(scope, _Bounded(receive, bound), answer)
        except TimeoutError:
            await response_to(_late(self._settings.request_seconds))(scope, receive, answer)
        except ClientDisconnect:
            _log.info("A client went away")
        except Exception as error:
            if answer.begun:
                raise
            await response_to(error)(scope, receive, answer)

    async def _passed_on(self, scope: Scope, receive: Receive, answer: "_Answer") -> None:
        """Raises TimeoutError where the answer does not begin in time; once it has, it may take as long as it does."""
        async with asyncio.timeout(self._seconds(scope)) as limit:
            answer.begins = lambda: limit.reschedule(None)
            try:
                await self._app(_as_get(scope), receive, answer)
            finally:
                answer.begins = _nothing

    def _bound(self, scope: Scope) -> int:
        upload = scope["path"] == "/reports"
        return _BODY_BYTES + (self._settings.upload_bytes if upload else 0)

    def _seconds(self, scope: Scope) -> float | None:
        upload = scope["method"] == "POST" and scope["path"] == "/reports"
        if upload or scope["path"].startswith("/export/"):
            return None
        return self._settings.request_seconds

    def _count(self, scope: Scope, headers: Mapping[str, str]) -> None:
        """Who has a key is counted by it, others by their address."""
        if self._rates is None or scope["path"] == "/health":
            return
        given = key_in(headers)
        caller = self._keys.caller(given) if given else None
        self._rates.count(caller.id if caller else (scope["client"] or ("",))[0])

    def _check_host(self, headers: Mapping[str, str]) -> None:
        """A name that another site made point to this machine would let its page in (DNS rebinding)."""
        host = headers.get("host", "")
        if not self._settings.answers_to(_host_of(f"//{host}")):
            raise NotAllowed(
                f"This server does not answer to the name {host!r}",
                "Call it as localhost, or add the name to ACTORGRAPH_HOSTS",
            )

    def _check_origin(self, method: str, headers: Mapping[str, str]) -> None:
        """A page of another site must not write with this browser's help (CSRF)."""
        if method in _SAFE:
            return
        origin = headers.get("origin")
        foreign = origin is not None and urlsplit(origin).netloc != headers.get("host", "")
        if foreign or headers.get("sec-fetch-site") in ("cross-site", "same-site"):
            raise NotAllowed("This request comes from a page of another site", "Send it from here")


def _as_get(scope: Scope) -> Scope:
    """A request for the head of an answer as one for the answer: the server leaves its body out."""
    return {**scope, "method": "GET"} if scope["method"] == "HEAD" else scope


class _Answer:
    """Sends on, with the headers that every answer has; what a library refuses in plain text, as a problem."""

    def __init__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self._scope, self._receive, self._send = scope, receive, send
        self._told = False
        self.begun = False
        self.begins: Callable[[], None] = _nothing

    async def __call__(self, message: Message) -> None:
        if self._told:
            return
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            if message["status"] >= 400 and headers.get("content-type", "").startswith(_PLAIN):
                await self._tell(message["status"], headers)
                return
            self.begun = True
            self.begins()
            for name, value in _HEADERS.items():
                headers.setdefault(name, value)
        await self._send(message)

    async def _tell(self, status: int, headers: Mapping[str, str]) -> None:
        kept = {name: headers[name] for name in _KEPT if name in headers}
        await of_status(status, headers=kept)(self._scope, self._receive, self)
        self._told = True


class _Bounded:
    """Receives on, up to so many bytes."""

    def __init__(self, receive: Receive, bound: int) -> None:
        self._receive = receive
        self._bound = bound
        self._seen = 0

    async def __call__(self) -> Message:
        message = await self._receive()
        self._seen += len(message.get("body", b""))
        if self._seen > self._bound:
            raise _too_large(self._bound)
        return message


def _check_length(headers: Mapping[str, str], bound: int) -> None:
    length = headers.get("content-length", "")
    if length.isdecimal() and int(length) > bound:
        raise _too_large(bound)


def _nothing() -> None:
    """Nothing waits for the answer to begin."""


def key_in(headers: Mapping[str, str]) -> str:
    """The API key that a request brings, if it does."""
    kind, _, token = headers.get("authorization", "").partition(" ")
    return headers.get("x-api-key", "") or (token.strip() if kind.lower() == "bearer" else "")


def _late(seconds: float) -> TookTooLong:
    return TookTooLong(
        f"The answer was not there after {seconds:g} seconds", "Ask for less at once, or try again"
    )


def _too_large(bound: int) -> OversizedReport | OversizedRequest:
    if bound == _BODY_BYTES:
        return OversizedRequest(
            f"The request is larger than {bound:,} bytes", "Send less; only an upload may be larger"
        )
    return OversizedReport(
        f"The request is larger than {bound:,} bytes",
        "Send a smaller file, or raise ACTORGRAPH_UPLOAD_BYTES",
    )


def _host_of(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""
