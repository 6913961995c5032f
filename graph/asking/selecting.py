"""Which events of the graph a selection means."""

from collections.abc import Iterable, Mapping

from graph.asking.desk import Desk
from graph.asking.query import Facet, Period, Selection
from graph.catalogue import statement
from graph.store import Row, Value
from ontology.model import Record
from ontology.terms import Status


class Found(Record):
    """One event of the graph."""

    id: str
    name: str
    type: str
    status: Status
    date: str | None
    earliest: str | None
    count: int | None


def select(desk: Desk, selection: Selection, statuses: tuple[Status, ...]) -> tuple[Found, ...]:
    """The events meant, in order of time."""
    types: list[Value] = [str(t) for t in selection.types]
    wanted: list[Value] = [str(s) for s in statuses]
    first, last = days(selection.period)
    if selection.facets:
        rows = desk.read(
            statement("ask_events_with"),
            facets=[_facet(number, facet) for number, facet in enumerate(selection.facets)],
            wanted=len(selection.facets),
            types=types,
            statuses=wanted,
            first=first,
            last=last,
        )
    else:
        rows = desk.read(
            statement("ask_events"), types=types, statuses=wanted, first=first, last=last
        )
    return _picked([found(row) for row in rows], selection)


def days(period: Period | None) -> tuple[str | None, str | None]:
    """The first and last day asked for."""
    return (period.first, period.last) if period else (None, None)


def found(row: Row) -> Found:
    """The event of a row."""
    return Found.model_validate({name: row[name] for name in Found.model_fields})


def _facet(number: int, facet: Facet) -> dict[str, Value]:
    return {
        "number": number,
        "topics": list(facet.topics),
        "actors": list(facet.actors),
        "places": list(facet.places),
        "events": list(facet.events),
        "roles": [str(role) for role in facet.roles],
    }


def _picked(events: list[Found], selection: Selection) -> tuple[Found, ...]:
    dated = [event for event in events if event.earliest]
    if selection.pick is None:
        return tuple(events)
    return tuple(dated[:1] if selection.pick == "first" else dated[-1:])


def by_id(events: Iterable[Found]) -> Mapping[str, Found]:
    """The events by their ids."""
    return {event.id: event for event in events}
