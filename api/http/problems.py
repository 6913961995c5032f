"""Errors as `application/problem+json`, by the one table of `api.failures`."""

import logging
from http import HTTPStatus
from typing import cast

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException
from starlette.routing import Match

from api.failures import Problem, TooOften, problem
from ontology.errors import ActorgraphError

MEDIA_TYPE = "application/problem+json"
_METHODS = ("DELETE", "GET", "PATCH", "POST", "PUT")
_RETRY = {503: {"Retry-After": "5"}, 401: {"WWW-Authenticate": "Bearer"}}

_log = logging.getLogger("actorgraph.http")


def add_to(app: FastAPI) -> None:
    """Adds the handlers."""
    app.add_exception_handler(ActorgraphError, _ours)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _of_http)


def response(told: Problem, headers: dict[str, str] | None = None) -> JSONResponse:
    """The problem as a response."""
    more = _RETRY.get(told.status, {}) | (headers or {})
    return JSONResponse(told.model_dump(), told.status, more, MEDIA_TYPE)


def response_to(error: Exception) -> JSONResponse:
    """The response to an error; a fault of ours is logged."""
    if not isinstance(error, ActorgraphError):
        _log.error("A request failed", exc_info=error)
    wait = {"Retry-After": str(error.seconds)} if isinstance(error, TooOften) else None
    return response(problem(error), wait)


def documented(*statuses: int) -> dict[int | str, dict[str, object]]:
    """The problems that a route can answer with, for its documentation."""
    schema = {"schema": {"$ref": "#/components/schemas/Problem"}}
    return {
        status: {"description": HTTPStatus(status).phrase, "content": {MEDIA_TYPE: schema}}
        for status in statuses
    }


async def _ours(_: Request, error: Exception) -> JSONResponse:
    return response_to(error)


async def _invalid(_: Request, error: Exception) -> JSONResponse:
    first = cast("RequestValidationError", error).errors()[0]
    where = ".".join(str(part) for part in first["loc"] if part != "body") or "the body"
    return response(
        Problem(
            type="urn:actorgraph:invalid-request",
            title="Invalid request",
            status=422,
            detail=f"{where}: {first['msg']}",
            hint="GET /docs says what each request takes",
        )
    )


async def _of_http(request: Request, error: Exception) -> JSONResponse:
    if isinstance(error.__cause__, ActorgraphError):  # what FastAPI met while it read the body
        return response_to(error.__cause__)
    told = cast("HTTPException", error)
    headers = dict(told.headers or {})
    if told.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        headers["Allow"] = ", ".join(_allowed(request))
    return of_status(told.status_code, str(told.detail), headers)


def _allowed(request: Request) -> list[str]:
    """The methods of all routes of this address, where each route knows only of its own."""
    routes = cast("FastAPI", request.app).router.routes
    return [
        method
        for method in _METHODS
        if any(
            route.matches({**request.scope, "method": method})[0] is Match.FULL for route in routes
        )
    ]


def of_status(status: int, detail: str = "", headers: dict[str, str] | None = None) -> JSONResponse:
    """The response to a request that a library refused."""
    title = HTTPStatus(status).phrase
    return response(
        Problem(
            type="about:blank",
            title=title,
            status=status,
            detail=detail or title,
            hint="GET /docs says what there is, and what each request takes",
        ),
        headers,
    )
