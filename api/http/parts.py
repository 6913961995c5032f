"""What routes are given: the library, the jobs, the settings, and the right to write."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Annotated, cast, get_origin

from fastapi import Depends, Request, Response
from fastapi.dependencies.models import Dependant
from fastapi.exceptions import RequestValidationError
from fastapi.security import APIKeyHeader, HTTPAuthorizationCredentials, HTTPBearer

from api.failures import NotAcceptable
from api.http.accepting import preferred
from api.http.guard import key_in
from api.jobs import JobFolder, Keeper
from api.keys import KeyRing, Scope
from api.library import Library
from api.settings import Settings
from api.sparql import Endpoint
from ontology.errors import UnknownFormat

if TYPE_CHECKING:
    from fastapi.routing import APIRoute

_HEADER = APIKeyHeader(
    name="X-API-Key",
    auto_error=False,
    description="Of `actorgraph keys add`, or ACTORGRAPH_API_KEY of the server; on loopback only where there is one.",
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


def _keys(request: Request) -> KeyRing:
    return cast("KeyRing", request.app.state.keys)


TheKeys = Annotated[KeyRing, Depends(_keys)]
TheSettings = Annotated[Settings, Depends(_settings)]
TheLibrary = Annotated[Library, Depends(_library)]
TheJobs = Annotated[JobFolder, Depends(_jobs)]
TheKeeper = Annotated[Keeper, Depends(_keeper)]
TheEndpoint = Annotated[Endpoint, Depends(_endpoint)]


def _checked(scope: Scope) -> Callable[..., None]:
    def check(
        request: Request,
        keys: TheKeys,
        _header: Annotated[str | None, Depends(_HEADER)],
        _bearer: Annotated[HTTPAuthorizationCredentials | None, Depends(_BEARER)],
    ) -> None:
        keys.check(scope, key_in(request.headers))

    return check


def _may_read(request: Request, keys: TheKeys) -> None:
    keys.check(Scope.READ, key_in(request.headers))


MayRead = Depends(_may_read)
MayWrite = Depends(_checked(Scope.WRITE))
MayReview = Depends(_checked(Scope.REVIEW))


def acceptable(request: Request) -> None:
    """Raises NotAcceptable where the caller takes nothing of the kind that the route answers with."""
    route = cast("APIRoute", request.scope["route"])
    kind = getattr(route.response_class, "value", route.response_class)  # FastAPI wraps its default
    media = cast("type[Response]", kind).media_type
    if media is None or route.status_code == 204:
        return
    if preferred(",".join(request.headers.getlist("accept")), {media: media}) is None:
        raise NotAcceptable(f"The answer is there as {media} alone", f"Accept {media}")


Acceptable = Depends(acceptable)


def sent_as(media: str) -> Callable[[Request], None]:
    """What raises UnknownFormat where the body of a request is of another kind."""

    def check(request: Request) -> None:
        sent = request.headers.get("content-type", "").partition(";")[0].strip().lower()
        if sent != media:
            raise UnknownFormat(
                f"This cannot be sent as {sent or 'nothing in particular'}", f"Send it as {media}"
            )

    return check


def as_declared(request: Request) -> None:
    """Raises RequestValidationError for a parameter, or a second value of one, that the route does not declare."""
    route = cast("APIRoute", request.scope["route"])
    declared = dict(_declared(route.dependant))
    for name in request.query_params:
        given = len(request.query_params.getlist(name))
        if name not in declared:
            known = ", ".join(sorted(declared)) or "none"
            raise _invalid("extra_forbidden", name, f"There is no such parameter; known: {known}")
        if given > 1 and not declared[name]:
            raise _invalid("too_long", name, f"It takes one value, and {given} are given")


def _invalid(kind: str, name: str, told: str) -> RequestValidationError:
    return RequestValidationError([{"type": kind, "loc": ("query", name), "msg": told}])


def _declared(dependant: Dependant) -> Iterator[tuple[str, bool]]:
    """The query parameters of a route and of all that it depends on, and whether each takes several values."""
    for each in dependant.query_params:
        yield each.alias, get_origin(each.field_info.annotation) is tuple
    for part in dependant.dependencies:
        yield from _declared(part)


AsDeclared = Depends(as_declared)
