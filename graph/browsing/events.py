"""Events by period, type, topic, place and status; one event with all that is claimed of it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from graph.browsing import proofs
from graph.browsing.listing import Part, Sort, Window, days, filled, listed, within
from graph.browsing.records import (
    DatedDetail,
    EventPage,
    EventRow,
    Named,
    NamedDetail,
    Participation,
    Proof,
)
from graph.browsing.topics import topics_called
from graph.catalogue import statement
from graph.store import Row, Store, Value
from ontology.edtf import Edtf
from ontology.errors import NotKnown
from ontology.model import Record
from ontology.names import name_key
from ontology.terms import EventType, NodeKind, Relation, Role, Status


class EventFilter(Record):
    """Which events; an empty field lets all pass."""

    first: Edtf | None = None
    """The period begins with the first day of this date; an event of the period shares a day with it."""
    last: Edtf | None = None
    """The period ends with the last day of this date."""
    types: tuple[EventType, ...] = ()
    topic: str | None = None
    """Words: of the report, or any label of a topic of the vocabulary."""
    place: str | None = None
    """The name of a place or country, in any spelling."""
    actor: str | None = None
    """The id of a person, organisation or country; those who stayed away have no part in an event."""
    statuses: tuple[Status, ...] = (Status.HAPPENED,)
    dated: bool = False
    """Only those of which a date is known."""


LATEST = Window(sort=Sort.DATE, descending=True)
"""The latest events first."""


def events(store: Store, wanted: EventFilter, window: Window = LATEST) -> Part[EventRow]:
    """A part of the events; raises InvalidDate, and InvalidInput where the period ends before it begins."""
    part = listed(
        store,
        "list_events",
        window,
        types=[each.value for each in wanted.types],
        statuses=[each.value for each in wanted.statuses],
        dated=wanted.dated,
        within=_within(store, wanted),
        **days(wanted.first, wanted.last),
    )
    return filled(part, rows_of(store, part.items))


def event(store: Store, identifier: str) -> EventPage:
    """The event of this id, or the one that the mention of this id is; raises NotKnown."""
    found = store.read(statement("browse_event"), id=identifier)
    if not found:
        raise NotKnown(f"No event {identifier!r} is in the graph", "GET /events lists them")
    (row,) = rows_of(store, [str(found[0]["id"])])
    told = store.read(statement("browse_event_claims"), ids=[row.id])
    known = proofs.proofs(store, (str(each["claim"]) for each in told))
    by_relation: dict[str, list[Row]] = defaultdict(list)
    for each in told:
        by_relation[str(each["relation"])].append(each)
    stated = sorted({str(each["claim"]) for each in by_relation[Relation.EVENT_TYPE]})
    return EventPage(
        **dict(row),
        evidence=proofs.of(stated, known),
        dates=tuple(_dates(by_relation[Relation.ON_DATE], known)),
        at=tuple(_details(by_relation[Relation.AT_PLACE], known)),
        about=tuple(_details(by_relation[Relation.ABOUT], known)),
        participants=tuple(
            _participants((*by_relation[Relation.TOOK_PART], *by_relation[Relation.MET]), known)
        ),
    )


def rows_of(store: Store, ids: Iterable[str]) -> Sequence[EventRow]:
    """These events as rows of a list, in the order given, each once."""
    wanted = list(dict.fromkeys(ids))
    if not wanted:
        return []
    found = {
        str(row["id"]): row for row in store.read(statement("browse_event_rows"), ids=list(wanted))
    }
    names: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in store.read(statement("browse_event_claims"), ids=list(wanted)):
        if row["name"] is not None and row["status"] == found[str(row["event"])]["status"]:
            names[str(row["event"]), str(row["relation"])].add(str(row["name"]))
    return [_row(found[each], names) for each in wanted if each in found]


def _row(row: Row, names: Mapping[tuple[str, str], set[str]]) -> EventRow:
    identifier = str(row["id"])
    return EventRow(
        id=identifier,
        kind=NodeKind.EVENT,
        name=str(row["name"]),
        type=EventType(str(row["type"])) if row["type"] else None,
        status=Status(str(row["status"])),
        date=proofs.text(row["date"]),
        count=int(str(row["count"])) if row["count"] else None,
        places=tuple(sorted(names.get((identifier, Relation.AT_PLACE), ()))),
        topics=tuple(sorted(names.get((identifier, Relation.ABOUT), ()))),
    )


# ---------------------------------------------------------------- filters


def _within(store: Store, wanted: EventFilter) -> list[Value] | None:
    """The events of the topic, the place and the actor; None where none of them is asked for."""
    parts: list[set[str]] = []
    if wanted.topic:
        parts.append(_with(store, Relation.ABOUT, topics_called(store, wanted.topic)))
    if wanted.place:
        parts.append(_with(store, Relation.AT_PLACE, _places(store, wanted.place)))
    if wanted.actor:
        found = store.read(statement("browse_events_of"), actor=wanted.actor)
        parts.append({str(row["id"]) for row in found})
    return within(*parts)


def _with(store: Store, relation: Relation, ends: Iterable[str]) -> set[str]:
    rows = store.read(statement("browse_events_with"), relation=relation.value, ends=sorted(ends))
    return {str(row["id"]) for row in rows}


def _places(store: Store, said: str) -> set[str]:
    key = name_key(said)
    return {
        str(row["id"])
        for row in store.read(statement("browse_places"))
        for name in (str(row["name"]), *proofs.texts(row["aliases"]))
        if name_key(name) == key or row["id"] == said
    }


# ---------------------------------------------------------------- details


def _grouped(rows: Iterable[Row], *names: str) -> dict[tuple[str, ...], list[Row]]:
    groups: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in rows:
        groups[tuple(str(row[name] or "") for name in (*names, "status"))].append(row)
    return dict(sorted(groups.items()))


def _stated(rows: Iterable[Row]) -> tuple[str, ...]:
    return tuple(sorted({str(row["claim"]) for row in rows}))


def _dates(rows: Iterable[Row], known: Mapping[str, Proof]) -> Iterable[DatedDetail]:
    for (date, status), group in _grouped(rows, "date").items():
        claims = _stated(group)
        yield DatedDetail(
            date=date, status=Status(status), claims=claims, evidence=proofs.of(claims, known)
        )


def _details(rows: Iterable[Row], known: Mapping[str, Proof]) -> Iterable[NamedDetail]:
    for (identifier, kind, name, status), group in _grouped(rows, "id", "kind", "name").items():
        claims = _stated(group)
        yield NamedDetail(
            what=Named(id=identifier, kind=NodeKind(kind), name=name),
            status=Status(status),
            claims=claims,
            evidence=proofs.of(claims, known),
        )


def _participants(rows: Iterable[Row], known: Mapping[str, Proof]) -> Iterable[Participation]:
    """A contact makes both its sides participants, where no claim gives them another part."""
    rows = [row for row in rows if row["id"] is not None]
    told = {(row["id"], row["status"]) for row in rows if row["role"]}
    rows = [row for row in rows if row["role"] or (row["id"], row["status"]) not in told]
    for (name, identifier, kind, role, status), group in _grouped(
        rows, "name", "id", "kind", "role"
    ).items():
        claims = _stated(group)
        capacities = sorted({str(row["capacity"]) for row in group if row["capacity"]})
        yield Participation(
            actor=Named(id=identifier, kind=NodeKind(kind), name=name),
            role=Role(role or Role.PARTICIPANT),
            capacity=capacities[0] if capacities else None,
            status=Status(status),
            claims=claims,
            evidence=proofs.of(claims, known),
        )
