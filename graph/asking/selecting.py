"""Which events of the graph a selection means."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from graph.asking.desk import Desk
from graph.asking.picking import picked
from graph.asking.query import Facet, Period, Selection
from graph.catalogue import statement
from graph.store import Row, Value
from ontology.model import Record
from ontology.terms import EventType, Status

_LONGEST = timedelta(days=31)


class Found(Record):
    """One event of the graph."""

    id: str
    name: str
    type: str | None
    status: Status
    date: str | None
    earliest: str | None
    latest: str | None
    count: int | None
    several: bool
    """Whether it stands for several whose number no report says."""


_LOOSE = frozenset(
    {EventType.MEETING, EventType.TALKS, EventType.SESSION, EventType.SUMMIT, EventType.CONFERENCE}
)
"""Types that reports take for one another: one's summit is another's session."""


def select(desk: Desk, selection: Selection, statuses: tuple[Status, ...]) -> tuple[Found, ...]:
    """The events meant, in order of time.

    Where none meets all demands, those whose sentence has the words do; a definite one may also be of another
    type whose sentence has the noun, or of a related type: the question takes it for given.
    """
    for reading in _readings(selection):
        if events := _selected(desk, reading, statuses):
            return _narrowed(events, selection)
    return ()


def _readings(selection: Selection) -> Iterator[Selection]:
    yield selection
    facets = tuple(facet.or_told() for facet in selection.facets)
    if facets != selection.facets:
        yield selection.model_copy(update={"facets": facets})
    if selection.nouns:
        noun = Facet(said=selection.said, events=selection.nouns)
        yield selection.model_copy(update={"types": (), "facets": (*facets, noun)})
    told_apart = selection.definite and (selection.facets or selection.period)
    if told_apart and selection.types and set(selection.types) <= _LOOSE:
        related = tuple(t for t in EventType if t in _LOOSE)
        yield selection.model_copy(update={"types": related, "facets": facets})


def _narrowed(events: tuple[Found, ...], selection: Selection) -> tuple[Found, ...]:
    """Of several events for a phrase that means one, those that have all its words, if there are any."""
    narrow = tuple(event for event in events if event.id in selection.narrow)
    return narrow or events


def _selected(desk: Desk, selection: Selection, statuses: tuple[Status, ...]) -> tuple[Found, ...]:
    types: list[Value] = [str(t) for t in selection.types]
    wanted: list[Value] = [str(s) for s in statuses]
    first, last = days(selection.period)
    if selection.facets:
        rows = desk.read(
            statement("ask_events_with"),
            facets=[_facet(facet) for facet in selection.facets],
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


def _facet(facet: Facet) -> dict[str, Value]:
    return {
        "topics": list(facet.topics),
        "actors": list(facet.actors),
        "places": list(facet.places),
        "events": list(facet.events),
        "roles": [str(role) for role in facet.roles],
    }


def _picked(events: list[Found], selection: Selection) -> tuple[Found, ...]:
    kept = [event for event in events if not _merely_spans(event, selection.period)]
    if selection.pick is None:
        return tuple(kept)
    single = [event for event in kept if not (event.count or event.several)]
    return picked(single or kept, lambda event: event.date, selection)


def _merely_spans(event: Found, period: Period | None) -> bool:
    """Was the event longer than a month, and began before and ended after the days asked for?

    That it took place on them says too little.
    """
    if period is None or not (event.earliest and event.latest):
        return False
    beyond = event.earliest < period.first and period.last < event.latest
    lasted = date.fromisoformat(event.latest) - date.fromisoformat(event.earliest)
    return beyond and lasted > _LONGEST


def by_id(events: Iterable[Found]) -> Mapping[str, Found]:
    """The events by their ids."""
    return {event.id: event for event in events}
