"""Answers with only the fields that were asked for."""

import json
from collections.abc import Callable, Coroutine
from typing import Annotated, Any, cast, get_args

from fastapi import Query, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from fastapi.routing import APIRoute
from pydantic import BaseModel

from api.http.shapes import Listed


def some_fields(
    request: Request,
    fields: Annotated[
        str | None,
        Query(
            max_length=500,
            description="Only these fields of each thing, parted by commas, besides its `id`.",
            examples=["id,links"],
        ),
    ] = None,
) -> None:
    """Raises RequestValidationError where the things of the answer have no such field."""
    if fields is None:
        return
    wanted = fields.split(",")
    known = fields_of(cast("APIRoute", request.scope["route"]))
    for name in wanted:
        if name not in known:
            told = f"There is no field {name!r}; known: {', '.join(known)}"
            raise RequestValidationError(
                [{"type": "unknown_field", "loc": ("query", "fields"), "msg": told}]
            )
    request.state.fields = {"id", *wanted}


def fields_of(route: APIRoute) -> list[str]:
    """The names of the fields of what a route answers with; of a list, of what is in it."""
    model = _thing_of(route)
    return [*model.model_fields, *model.model_computed_fields]


def _thing_of(route: APIRoute) -> type[BaseModel]:
    """The type of what a route tells of; of a list, of what is in it."""
    model = cast("type[BaseModel]", route.response_model)
    if issubclass(model, Listed):
        return cast("type[BaseModel]", get_args(model.model_fields["items"].annotation)[0])
    return model


class Sparse(APIRoute):
    """A route whose answers have, when asked so, only some fields."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Answers as the route does, and leaves out what was not asked for."""
        answer = super().get_route_handler()

        async def sparse(request: Request) -> Response:
            response = await answer(request)
            wanted = getattr(request.state, "fields", None)
            if wanted is None or response.status_code != 200:
                return response
            return _only(wanted, response)

        return sparse


def _only(wanted: set[str], response: Response) -> Response:
    told = json.loads(bytes(response.body))
    for part in told.get("items", [told]):
        for name in part.keys() - wanted:
            del part[name]
    kept = {
        name: value
        for name, value in response.headers.items()
        if name not in ("content-length", "content-type")
    }
    return JSONResponse(told, headers=kept)
