"""Which part of a list a request wants, and where its answer says that the next part is.

A cursor says after which thing of the list the next part begins. It holds in a graph that has changed since:
nothing that stays where it was comes twice or is left out.
"""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable
from hashlib import sha256
from typing import Annotated
from urllib.parse import urlencode

from fastapi import Query, Request

from api.http.shapes import Item, Listed
from graph.browsing import Part, Place, Sort, Window
from ontology.errors import InvalidInput

LARGEST = 1000
_PAGING = {"cursor", "limit", "offset"}
_SHOWN = {*_PAGING, "fields"}
"""Parameters that do not change what is in the list."""


class Paging:
    """The part that is wanted of the list that a request asks for."""

    def __init__(self, request: Request, window: Window) -> None:
        """`window` says what the parameters of the request say."""
        self._request = request
        self.window = window

    def listed(self, part: Part[Item]) -> Listed[Item]:
        """The part as an answer."""
        window = self.window
        return Listed[Item](
            total=part.total,
            offset=window.offset,
            limit=window.limit,
            next=self._next(part.end) if part.end else None,
            items=list(part.items),
        )

    def _next(self, end: Place) -> str:
        kept = [
            (name, value)
            for name, value in self._request.query_params.multi_items()
            if name not in _PAGING
        ]
        more = [("limit", str(self.window.limit)), ("cursor", _written(self._request, end))]
        return f"{self._request.url.path}?{urlencode([*kept, *more])}"


def paging(default: str, *others: str) -> Callable[..., Paging]:
    """What gives a route its part of a list that can be sorted by these, `-` before one meaning the last first."""
    names = dict.fromkeys(each.removeprefix("-") for each in (default, *others))
    told = " or ".join(f"`{name}`" for name in names)

    def found(
        request: Request,
        sort: Annotated[
            str,
            Query(
                pattern=rf"^-?({'|'.join(names)})$",
                description=f"By {told}; with `-` before it, the last or the most first.",
            ),
        ] = default,
        cursor: Annotated[
            str | None,
            Query(
                max_length=2000,
                description="Where the list goes on, as `next` of an answer has it.",
            ),
        ] = None,
        offset: Annotated[
            int, Query(ge=0, le=2**31, description="How many to pass over; not with `cursor`.")
        ] = 0,
        limit: Annotated[int, Query(ge=1, le=LARGEST, description="How many at most.")] = 50,
    ) -> Paging:
        if cursor is not None and offset:
            raise InvalidInput("A cursor and an offset say different things", "Give one of them")
        window = Window(
            sort=Sort(sort.removeprefix("-")),
            descending=sort.startswith("-"),
            after=_read(request, cursor) if cursor is not None else None,
            offset=offset,
            limit=limit,
        )
        return Paging(request, window)

    return found


# ---------------------------------------------------------------- cursors


def _written(request: Request, end: Place) -> str:
    told = json.dumps([_list_of(request), end.key, end.id], ensure_ascii=False)
    return urlsafe_b64encode(told.encode()).decode().rstrip("=")


def _read(request: Request, cursor: str) -> Place:
    try:
        told = json.loads(urlsafe_b64decode(cursor.encode() + b"=" * (-len(cursor) % 4)))
        of, key, identifier = told
    except (ValueError, TypeError) as error:
        raise _wrong("This is no cursor") from error
    if of != _list_of(request):
        raise _wrong("This is the cursor of another list")
    if isinstance(key, bool) or not isinstance(key, str | int | float):
        raise _wrong("This is no cursor")
    return Place(key, str(identifier))


def _list_of(request: Request) -> str:
    """What the list holds and how it is sorted, in short."""
    told = sorted(each for each in request.query_params.multi_items() if each[0] not in _SHOWN)
    return sha256(json.dumps([request.url.path, told]).encode()).hexdigest()[:12]


def _wrong(what: str) -> InvalidInput:
    return InvalidInput(what, "Take it from `next` of the list's answer, and change nothing else")
