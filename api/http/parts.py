"""What routes are given: the library, the jobs, the settings, and the right to write."""

import secrets
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, cast

from fastapi import Depends, Request
from fastapi.dependencies.models import Dependant
from fastapi.exceptions import RequestValidationError
from fastapi.security import APIKeyHeader, HTTPAuthorizationCredentials, HTTPBearer

from api.failures import KeyMissing
from api.jobs import JobFolder, Keeper
from api.library import Library
from api.settings import Settings
from api.sparql import Endpoint

if TYPE_CHECKING:
    from fastapi.routing import APIRoute

_HEADER = APIKeyHeader(
    name="X-API-Key",
    auto_error=False,
    description="ACTORGRAPH_API_KEY of the server; not needed where it listens on loopback and has none.",
)
_BEARER = HTTPBearer(auto_error=False, description="The same key as a bearer token.")


def _settings(request: Request) -> Settings:
    return cast("Settings", request.app.state.settings)


def _library(request: Request) -> Library:
    return cast("Library", request.app.state.library)


def _jobs(request: Request) -> JobFolder:
    return cast("JobFolder", request.app.state.jobs)


def _keeper(request: Request) -> Keeper:
    return cast("Keeper", request.app.state.keeper)


def _endpoint(request: Request) -> Endpoint:
    return cast("Endpoint", request.app.state.endpoint)


TheSettings = Annotated[Settings, Depends(_settings)]
TheLibrary = Annotated[Library, Depends(_library)]
TheJobs = Annotated[JobFolder, Depends(_jobs)]
TheKeeper = Annotated[Keeper, Depends(_keeper)]
TheEndpoint = Annotated[Endpoint, Depends(_endpoint)]


def may_write(
    settings: TheSettings,
    header: Annotated[str | None, Depends(_HEADER)],
    bearer: Annotated[HTTPAuthorizationCredentials | None, Depends(_BEARER)],
) -> None:
    """Raises KeyMissing where a key is needed and the right one was not given."""
    if not settings.needs_key:
        return
    if settings.api_key is None:
        raise KeyMissing(
            "This server only reads: it listens beyond loopback and has no API key",
            "Start it with ACTORGRAPH_API_KEY set, or on 127.0.0.1",
        )
    given = header or (bearer.credentials if bearer else "")
    if not secrets.compare_digest(given.encode(), settings.api_key.get_secret_value().encode()):
        raise KeyMissing(
            "This needs the server's API key", "Send it as X-API-Key, or as a bearer token"
        )


MayWrite = Depends(may_write)


def only_known(request: Request) -> None:
    """Raises RequestValidationError where the address has a parameter that its route does not declare."""
    route = cast("APIRoute", request.scope["route"])
    known = sorted(set(_declared(route.dependant)))
    for name in request.query_params:
        if name not in known:
            told = f"There is no such parameter; known: {', '.join(known) or 'none'}"
            raise RequestValidationError(
                [{"type": "extra_forbidden", "loc": ("query", name), "msg": told}]
            )


def _declared(dependant: Dependant) -> Iterator[str]:
    """The query parameters of a route and of all that it depends on."""
    yield from (each.alias for each in dependant.query_params)
    for part in dependant.dependencies:
        yield from _declared(part)


OnlyKnown = Depends(only_known)
