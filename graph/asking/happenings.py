"""What events are: when, where, about what."""

from collections.abc import Iterable, Mapping, Sequence

from graph.asking.attending import as_often, key_of, most_seen, present, wanted
from graph.asking.contacts import contacts_of
from graph.asking.desk import Desk, Line, strings
from graph.asking.failures import Untold
from graph.asking.query import Facet, Query, Selection
from graph.asking.selecting import Found, by_id, select
from graph.catalogue import statement
from graph.store import Row
from ontology.countries import country_of_capital
from ontology.terms import EVENT_TYPES, EventType, NodeKind, Relation


def events_of(desk: Desk, query: Query) -> tuple[Found, ...]:
    """The events asked for, those of a contact of two actors included."""
    if query.one is None:
        return select(desk, query.selection, query.statuses)
    ids = {actor.event for actor, _ in contacts_of(desk, query) if actor.event}
    if not ids:
        return ()
    theirs = Facet(said="theirs", events=tuple(sorted(ids)))
    return select(desk, Selection(facets=(theirs,)), query.statuses)


def details(desk: Desk, relation: Relation, query: Query, events: Sequence[Found]) -> Sequence[Row]:
    """What reports say of the events: one relation of each, with its claim."""
    return desk.read(
        statement("ask_details"),
        events=strings(event.id for event in events),
        relation=str(relation),
        statuses=strings(query.statuses),
    )


def dates(desk: Desk, query: Query) -> Iterable[Line]:
    """When the events or contacts were."""
    if query.one:
        return [Line(answer=date, claims=a.claims) for a, date in contacts_of(desk, query) if date]
    events = events_of(desk, query)
    rows = details(desk, Relation.ON_DATE, query, events)
    return [
        Line(answer=str(row["date"]), claims=(str(row["claim"]),)) for row in rows if row["date"]
    ]


def places(desk: Desk, query: Query) -> Iterable[Line]:
    """Of each event its most specific places: the country only where nothing narrower is known, or it is asked for."""
    rows = details(desk, Relation.AT_PLACE, query, events_of(desk, query))
    if query.places:
        rows = [row for row in rows if row["id"] in query.places.ids]
    return _told(desk, query, ((_place(row, query, _in_places(rows)), row) for row in rows))


def _in_places(rows: Sequence[Row]) -> frozenset[str]:
    """The events of which more than the country is known."""
    return frozenset(str(row["event"]) for row in rows if row["kind"] == NodeKind.PLACE)


def _place(row: Row, query: Query, narrow: frozenset[str]) -> str:
    """The place that a row names, empty where it does not answer."""
    if query.countries:
        return _country(row)
    broad = row["kind"] != NodeKind.PLACE and str(row["event"]) in narrow
    return "" if broad else str(row["name"])


def _told(desk: Desk, query: Query, rows: Iterable[tuple[str, Row]]) -> list[Line]:
    """An answer for each row that has one; of a superlative only the answers of the most events."""
    answers = [(answer, row) for answer, row in rows if answer]
    if query.often:
        often = as_often(
            desk, [(answer, str(row["event"])) for answer, row in answers], query.often
        )
        answers = [(answer, row) for answer, row in answers if answer in often]
    return [Line(answer=answer, claims=(str(row["claim"]),)) for answer, row in answers]


def _country(row: Row) -> str:
    """The country that a row names, or of which it names the capital; empty where it is neither."""
    if row["kind"] == NodeKind.COUNTRY:
        return str(row["name"])
    country = country_of_capital(str(row["name"]))
    return country.name if country else ""


def topics(desk: Desk, query: Query) -> Iterable[Line]:
    """What the events were about."""
    rows = details(desk, Relation.ABOUT, query, events_of(desk, query))
    return _told(desk, query, ((str(row["name"]), row) for row in rows))


def listed(desk: Desk, query: Query) -> Iterable[Line]:
    """The events by name, place and date."""
    events = _without_named(desk, query, events_of(desk, query))
    if query.often:
        events = _best_attended(desk, query, events)
    stated = details(desk, Relation.EVENT_TYPE, query, events)
    places = _first_places(details(desk, Relation.AT_PLACE, query, events))
    known = by_id(events)
    claims: dict[str, list[str]] = {event.id: [] for event in events}
    for row in stated:
        claims[str(row["event"])].append(str(row["claim"]))
    return [
        Line(answer=_described(known[i], places.get(i)), claims=tuple(ids))
        for i, ids in claims.items()
    ]


def _without_named(desk: Desk, query: Query, events: tuple[Found, ...]) -> tuple[Found, ...]:
    """The events without those that the question sets apart; raises Untold where no report tells of these."""
    if query.apart is None:
        return events
    apart = by_id(select(desk, query.apart, query.statuses))
    if not apart:
        raise Untold(query.apart.said, query.apart.period.said if query.apart.period else "")
    return tuple(event for event in events if event.id not in apart)


def _best_attended(desk: Desk, query: Query, events: tuple[Found, ...]) -> tuple[Found, ...]:
    """The events with the most people known to have been there."""
    there = wanted(desk, present(desk, query, events), query.people)
    most, found = most_seen((actor.event or "", key_of(actor)) for actor in there)
    desk.note = f"{most} of them"
    return tuple(event for event in events if event.id in found)


def _first_places(rows: Sequence[Row]) -> Mapping[str, str]:
    ordered = sorted(rows, key=lambda row: row["kind"] == NodeKind.PLACE)
    return {str(row["event"]): str(row["name"]) for row in ordered}


def _described(event: Found, place: str | None) -> str:
    """Its name, place and date; its type where the name does not say it."""
    label = EVENT_TYPES[EventType(event.type)].labels[0] if event.type else ""
    name = event.name if label.casefold() in event.name.casefold() else f"{label}: {event.name}"
    place = None if place and place.casefold() in name.casefold() else place
    return ", ".join(part for part in (name, place, event.date) if part)
