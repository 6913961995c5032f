"""Events."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query
from fastapi import Path as InPath

from api.http.paging import Paging, paging
from api.http.parts import TheLibrary
from api.http.periods import ThePeriod
from api.http.problems import documented
from api.http.resources import LinkedEvent, LinkedEventPage, LinkedMoment
from api.http.shapes import Listed
from api.http.sparse import Sparse, some_fields
from graph.browsing import EventFilter, EventPage, EventRow, EventTold, Part, event, events, told
from ontology.terms import EventType, Status

router = APIRouter(tags=["Graph"], route_class=Sparse, dependencies=[Depends(some_fields)])

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


_Actor = Annotated[
    str | None, Query(max_length=100, description="Only with this one in it, not absent; by id.")
]
_Types = Annotated[tuple[EventType, ...], Query(alias="type", description="Several may be given.")]
_Statuses = Annotated[tuple[Status, ...], Query(description="Several may be given.")]


def _filter(
    period: ThePeriod,
    types: _Types = (),
    topic: _Topic = None,
    place: _Place = None,
    actor: _Actor = None,
    status: _Statuses = (Status.HAPPENED,),
) -> EventFilter:
    return EventFilter(
        first=period.first,
        last=period.last,
        types=types,
        topic=topic,
        place=place,
        actor=actor,
        statuses=status,
    )


_Filter = Annotated[EventFilter, Depends(_filter)]


@router.get("/events", responses=documented(400), response_model=Listed[LinkedEvent])
def list_events(
    library: TheLibrary,
    paging: Annotated[Paging, Depends(paging("-date", "begin", "name", "type"))],
    wanted: _Filter,
) -> Listed[EventRow]:
    """List events, the latest first: those that share a day with the period and pass all other filters."""
    return paging.listed(events(library.store, wanted, paging.window))


@router.get("/timeline", responses=documented(400), response_model=Listed[LinkedMoment])
def timeline(
    library: TheLibrary,
    paging: Annotated[Paging, Depends(paging("begin"))],
    wanted: _Filter,
) -> Listed[EventTold]:
    """Events of which a date is known, in their order, each with who was there and the words that say so."""
    dated = wanted.model_copy(update={"dated": True})
    part = events(library.store, dated, paging.window)
    return paging.listed(Part(part.total, told(library.store, part.items), part.end))


@router.get("/events/{event_id}", responses=documented(404), response_model=LinkedEventPage)
def one_event(
    event_id: Annotated[str, InPath(description="Of an event or of a mention.", max_length=100)],
    library: TheLibrary,
) -> EventPage:
    """An event with all that is claimed of it; the status of each claim says whether it is a fact."""
    return event(library.store, event_id)
