"""Events."""

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi import Path as InPath

from api.http.parts import TheLibrary, TheWindow
from api.http.problems import documented
from api.http.shapes import Listed
from graph.browsing import EventFilter, EventPage, EventRow, event, events
from ontology.edtf import bounds
from ontology.errors import InvalidInput
from ontology.terms import EventType, Status

router = APIRouter(tags=["Graph"])

_Date = Annotated[
    str | None, Query(description="YYYY, YYYY-MM or YYYY-MM-DD.", examples=["2024-09"])
]
_Topic = Annotated[
    str | None,
    Query(
        max_length=200,
        description="Words of the report, or a topic of the vocabulary by any of its labels.",
        examples=["anti-corruption"],
    ),
]
_Place = Annotated[
    str | None, Query(max_length=200, description="A place or country, in any spelling.")
]


@router.get("/events", responses=documented(400))
def list_events(
    library: TheLibrary,
    window: TheWindow,
    from_: Annotated[_Date, Query(alias="from")] = None,
    to: _Date = None,
    types: Annotated[
        tuple[EventType, ...], Query(alias="type", description="Several may be given.")
    ] = (),
    topic: _Topic = None,
    place: _Place = None,
    status: Annotated[tuple[Status, ...], Query(description="Several may be given.")] = (
        Status.HAPPENED,
    ),
) -> Listed[EventRow]:
    """List events, the latest first: those that share a day with the period and pass all other filters."""
    first, last = (bounds(date) if date else None for date in (from_, to))
    if first and last and first[0] > last[1]:
        raise InvalidInput("The period ends before it begins", "Is 'from' the earlier date?")
    wanted = EventFilter(
        first=from_,
        last=to,
        types=types,
        topic=topic,
        place=place,
        statuses=status,
    )
    total, rows = events(library.store, wanted, offset=window.offset, limit=window.limit)
    return Listed(total=total, items=list(rows), offset=window.offset, limit=window.limit)


@router.get("/events/{event_id}", responses=documented(404))
def one_event(
    event_id: Annotated[str, InPath(description="Of an event or of a mention.", max_length=100)],
    library: TheLibrary,
) -> EventPage:
    """An event with all that is claimed of it; the status of each claim says whether it is a fact."""
    return event(library.store, event_id)
