"""A typed query run on the graph: one function a kind, each giving answers with their claims."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from graph.asking import tenures
from graph.asking.desk import Desk, Line, merged
from graph.asking.loading import texts
from graph.asking.query import PRESENT, Facet, Kind, People, Query, Selection
from graph.asking.selecting import Found, by_id, days, select
from graph.asking.tenures import Held, posts_of, qualified
from graph.catalogue import statement
from graph.store import Row, Value
from ontology.countries import country_of_capital
from ontology.model import Record
from ontology.names import person_key
from ontology.terms import EVENT_TYPES, EventType, NodeKind, Relation, Role, Status


class Person(Record):
    """An actor as one row of an answer names it."""

    id: str
    kind: NodeKind
    name: str
    countries: tuple[str, ...]
    event: str | None
    claims: tuple[str, ...]


Contact: TypeAlias = tuple[Person, str | None]
"""Whom the one asked about was in contact with, and the date."""


def run(desk: Desk, query: Query) -> tuple[Line, ...]:
    """The answers to the query, each once."""
    return merged(_RUNS[query.kind](desk, query))


def _strings(values: Iterable[object]) -> list[Value]:
    return [str(value) for value in values]


# ---------------------------------------------------------------- actors


def _actor(row: Row) -> Person:
    claims = texts(row["claims"]) if "claims" in row else (str(row["claim"]),)
    return Person(
        id=str(row["id"]),
        kind=NodeKind(str(row["kind"])),
        name=str(row["name"]),
        countries=texts(row["countries"]),
        event=str(row["event"]) if row["event"] else None,
        claims=claims,
    )


def _present(desk: Desk, query: Query, events: Sequence[Found]) -> list[Person]:
    """Who was at the events in the roles asked for; else, where nobody was, in those that do as well."""
    for roles in filter(None, (query.roles, query.else_roles)):
        rows = desk.read(
            statement("ask_participants"),
            events=_strings(event.id for event in events),
            roles=_strings(roles),
            statuses=_strings(query.statuses),
        )
        there = sorted(map(_actor, rows), key=lambda p: _order(p, events))
        if present := [actor for actor in there if actor.id not in query.without]:
            return present
    return []


def _order(actor: Person, events: Sequence[Found]) -> tuple[int, str]:
    places = {event.id: at for at, event in enumerate(events)}
    return places.get(actor.event or "", 0), actor.name


def _wanted(desk: Desk, actors: list[Person], people: People) -> list[Person]:
    """Those of the kinds, countries and posts asked for; bodies only where no person answers an open "who"."""
    found = [a for a in actors if a.kind in people.kinds] or (actors if people.others else [])
    if people.kinds == {NodeKind.COUNTRY}:
        found += [each for each in _countries_of(desk, actors) if each.id not in _ids(found)]
    if people.countries:
        found = [a for a in found if set(people.countries) & set(a.countries)]
    if people.posts is not None:
        held = posts_of(desk, {a.id for a in found})
        found = [a for a in found if {h.post for h in held[a.id]} & set(people.posts)]
    return found


def _ids(actors: Iterable[Person]) -> frozenset[str]:
    return frozenset(actor.id for actor in actors)


def _countries_of(desk: Desk, actors: list[Person]) -> list[Person]:
    """The countries for which the persons hold office: their presence is that of their countries."""
    held = posts_of(desk, {a.id for a in actors if a.kind is NodeKind.PERSON})
    return [
        Person(
            id=h.body_id,
            kind=NodeKind.COUNTRY,
            name=h.body,
            countries=(),
            event=actor.event,
            claims=(*actor.claims, *h.claims),
        )
        for actor in actors
        for h in held.get(actor.id, ())
        if h.body_kind is NodeKind.COUNTRY and not h.former and h.body and h.body_id
    ]


def _with_posts(desk: Desk, actors: list[Person], events: Mapping[str, Found]) -> list[Line]:
    persons = {a.id for a in actors if a.kind is NodeKind.PERSON}
    known = posts_of(desk, persons) if persons else {}
    last = {a.id: events.get(a.event or "") for a in actors}
    names: dict[str, str] = {}
    for actor in actors:  # one person under two spellings is answered once
        name = _name(actor, known.get(actor.id, ()), last[actor.id])
        key = _key(actor)
        names[key] = max(names.get(key, ""), name, key=len)
    return [Line(answer=names[_key(a)], claims=a.claims) for a in actors]


def _key(actor: Person) -> str:
    return person_key(actor.name) if actor.kind is NodeKind.PERSON else actor.id


def _name(actor: Person, held: Sequence[Held], event: Found | None) -> str:
    """The name, with the post as it was seen nearest to the event."""
    if not held:
        return actor.name
    same = [h for h in held if event and event.date and h.observed == event.date and not h.former]
    best = (same or list(held))[-1]
    return f"{actor.name} ({qualified(best, best.label)})"


def _participants(desk: Desk, query: Query) -> Iterable[Line]:
    events = select(desk, query.selection, query.statuses)
    actors = _wanted(desk, _present(desk, query, events), query.people)
    if query.people.others:  # "the session of the council": the council itself is no news
        named = {i for facet in query.selection.facets for i in facet.actors}
        actors = [a for a in actors if a.kind is NodeKind.PERSON or a.id not in named]
    return _with_posts(desk, actors, by_id(events))


def _contacts_of(desk: Desk, query: Query) -> list[Contact]:
    """The contacts of the one with the other (or anybody), each with its date, within the events asked for."""
    first, last = days(query.selection.period)
    arguments: dict[str, Value] = {
        "actors": _strings(query.one.ids if query.one else ()),
        "others": _strings(query.other.ids if query.other else ()),
        "by_phone": query.by_phone,
        "first": first,
        "last": last,
    }
    if query.statuses == (Status.HAPPENED,):
        rows = desk.read(statement("ask_contacts"), **arguments)
    else:
        rows = desk.read(
            statement("ask_contacts_said"), statuses=_strings(query.statuses), **arguments
        )
    met = [(_actor(row), str(row["date"]) if row["date"] else None) for row in rows]
    if query.selection.facets:
        within = {event.id for event in select(desk, _any_time(query.selection), query.statuses)}
        met = [(actor, date) for actor, date in met if actor.event in within]
    met.sort(key=lambda pair: (pair[1] or "", pair[0].name))
    return _picked(met, query)


def _any_time(selection: Selection) -> Selection:
    return selection.model_copy(update={"pick": None})


def _picked(met: list[Contact], query: Query) -> list[Contact]:
    """The contacts of the first or last date, if that is asked for."""
    dates = [date for _, date in met if date]
    if query.selection.pick is None or not dates:
        return met
    wanted = dates[0] if query.selection.pick == "first" else dates[-1]
    return [pair for pair in met if pair[1] == wanted]


def _contacts(desk: Desk, query: Query) -> Iterable[Line]:
    if query.one is None:
        return [Line(answer=name, claims=c) for pair, c in _met(desk, query) for name in pair]
    actors = [actor for actor, _ in _contacts_of(desk, query)]
    return _with_posts(desk, _wanted(desk, actors, query.people), {})


def _pairs(desk: Desk, query: Query) -> Iterable[Line]:
    return [Line(answer=" and ".join(pair), claims=claims) for pair, claims in _met(desk, query)]


def _met(desk: Desk, query: Query) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The names of any two of the wanted kinds who met, within the events asked for."""
    first, last = days(query.selection.period)
    narrowed = bool(query.selection.facets)
    within = {e.id for e in select(desk, query.selection, query.statuses)} if narrowed else set()
    for row in desk.read(statement("ask_pairs"), by_phone=query.by_phone, first=first, last=last):
        kinds = {NodeKind(str(row["one_kind"])), NodeKind(str(row["other_kind"]))}
        if kinds <= query.people.kinds and (not narrowed or row["event"] in within):
            names = sorted((str(row["one_name"]), str(row["other_name"])))
            yield tuple(names), texts(row["claims"])


def _count_actors(desk: Desk, query: Query) -> Iterable[Line]:
    events = select(desk, query.selection, query.statuses)
    actors = _wanted(desk, _present(desk, query, events), query.people)
    claims = tuple(claim for actor in actors for claim in actor.claims)
    return [Line(answer=str(len({a.id for a in actors})), claims=claims)] if actors else []


# ---------------------------------------------------------------- events


def _events(desk: Desk, query: Query) -> tuple[Found, ...]:
    """The events asked for, those of a contact of two actors included."""
    if query.one is None:
        return select(desk, query.selection, query.statuses)
    ids = {actor.event for actor, _ in _contacts_of(desk, query) if actor.event}
    if not ids:
        return ()
    theirs = Facet(said="theirs", events=tuple(sorted(ids)))
    return select(desk, Selection(facets=(theirs,)), query.statuses)


def _details(
    desk: Desk, relation: Relation, query: Query, events: Sequence[Found]
) -> Sequence[Row]:
    return desk.read(
        statement("ask_details"),
        events=_strings(event.id for event in events),
        relation=str(relation),
        statuses=_strings(query.statuses),
    )


def _dates(desk: Desk, query: Query) -> Iterable[Line]:
    if query.one:
        return [Line(answer=date, claims=a.claims) for a, date in _contacts_of(desk, query) if date]
    events = _events(desk, query)
    rows = _details(desk, Relation.ON_DATE, query, events)
    return [
        Line(answer=str(row["date"]), claims=(str(row["claim"]),)) for row in rows if row["date"]
    ]


def _places(desk: Desk, query: Query) -> Iterable[Line]:
    """Of each event its most specific places: the country only where nothing narrower is known, or it is asked for."""
    rows = _details(desk, Relation.AT_PLACE, query, _events(desk, query))
    narrow = {str(row["event"]) for row in rows if row["kind"] == NodeKind.PLACE}
    for row in rows:
        name, claims = str(row["name"]), (str(row["claim"]),)
        if query.countries:
            name = _country(row)
        elif row["kind"] != NodeKind.PLACE and str(row["event"]) in narrow:
            continue
        if name:
            yield Line(answer=name, claims=claims)


def _country(row: Row) -> str:
    """The country that a row names, or of which it names the capital; empty where it is neither."""
    if row["kind"] == NodeKind.COUNTRY:
        return str(row["name"])
    country = country_of_capital(str(row["name"]))
    return country.name if country else ""


def _topics(desk: Desk, query: Query) -> Iterable[Line]:
    rows = _details(desk, Relation.ABOUT, query, _events(desk, query))
    return [Line(answer=str(row["name"]), claims=(str(row["claim"]),)) for row in rows]


def _listed(desk: Desk, query: Query) -> Iterable[Line]:
    events = _events(desk, query)
    stated = _details(desk, Relation.EVENT_TYPE, query, events)
    places = _first_places(_details(desk, Relation.AT_PLACE, query, events))
    known = by_id(events)
    claims: dict[str, list[str]] = {event.id: [] for event in events}
    for row in stated:
        claims[str(row["event"])].append(str(row["claim"]))
    return [
        Line(answer=_described(known[i], places.get(i)), claims=tuple(ids))
        for i, ids in claims.items()
    ]


def _first_places(rows: Sequence[Row]) -> Mapping[str, str]:
    ordered = sorted(rows, key=lambda row: row["kind"] == NodeKind.PLACE)
    return {str(row["event"]): str(row["name"]) for row in ordered}


def _described(event: Found, place: str | None) -> str:
    """Its name, place and date; its type where the name does not say it."""
    label = EVENT_TYPES[EventType(event.type)].labels[0] if event.type else ""
    name = event.name if label.casefold() in event.name.casefold() else f"{label}: {event.name}"
    place = None if place and place.casefold() in name.casefold() else place
    return ", ".join(part for part in (name, place, event.date) if part)


def _count_events(desk: Desk, query: Query) -> Iterable[Line]:
    """The number that a report states for just these, else the number of events."""
    events = _events(desk, query)
    if not events:
        return []
    number = sum(event.count or 1 for event in events)
    rows = _details(desk, Relation.EVENT_TYPE, query, events)
    return [Line(answer=str(number), claims=tuple(str(row["claim"]) for row in rows))]


# ---------------------------------------------------------------- yes or no


def _whether_met(desk: Desk, query: Query) -> Iterable[Line]:
    met = [actor for actor, _ in _contacts_of(desk, query)]
    if met:
        return [Line(answer="yes", claims=tuple(c for actor in met for c in actor.claims))]
    return _denied_contact(desk, query)


def _whether_events(desk: Desk, query: Query) -> Iterable[Line]:
    """Yes where a report tells of such an event, no where one says that there was none; else nothing."""
    for answer, asked in (("yes", query), ("no", _denied(query))):
        events = _events(desk, asked)
        rows = _details(desk, Relation.EVENT_TYPE, asked, events) if events else ()
        if rows:
            return [Line(answer=answer, claims=(str(row["claim"]),)) for row in rows]
    return []


def _denied(query: Query) -> Query:
    return query.model_copy(update={"statuses": (Status.DENIED,)})


def _denied_contact(desk: Desk, query: Query) -> list[Line]:
    """No, only where a report says that they did not meet."""
    said = [actor for actor, _ in _contacts_of(desk, _denied(query))]
    return (
        [Line(answer="no", claims=tuple(c for actor in said for c in actor.claims))] if said else []
    )


def _whether_took_part(desk: Desk, query: Query) -> Iterable[Line]:
    """Yes or no as the reports say; nothing where they say neither."""
    ids = query.one.ids if query.one else ()
    for answer, asked in _either(query):
        events = select(desk, asked.selection, asked.statuses)
        there = [a for a in _present(desk, asked, events) if a.id in ids] if events else []
        if there:
            return [Line(answer=answer, claims=tuple(c for actor in there for c in actor.claims))]
    return []


def _either(query: Query) -> Iterator[tuple[str, Query]]:
    """What makes the answer yes, and what makes it no: the opposite, or a denial."""
    opposite = PRESENT if query.roles == (Role.ABSENT,) else (Role.ABSENT,)
    yield "yes", query
    yield "no", query.model_copy(update={"roles": opposite, "else_roles": ()})
    yield "no", _denied(query)


_RUNS: Mapping[Kind, Callable[[Desk, Query], Iterable[Line]]] = {
    Kind.PARTICIPANTS: _participants,
    Kind.CONTACTS: _contacts,
    Kind.PAIRS: _pairs,
    Kind.EVENTS: _listed,
    Kind.COUNT_EVENTS: _count_events,
    Kind.COUNT_ACTORS: _count_actors,
    Kind.WHEN: _dates,
    Kind.WHERE: _places,
    Kind.TOPICS: _topics,
    Kind.HOLDERS: tenures.holders,
    Kind.POSTS: tenures.posts,
    Kind.BODIES: tenures.bodies,
    Kind.WHETHER_MET: _whether_met,
    Kind.WHETHER_TOOK_PART: _whether_took_part,
    Kind.WHETHER_EVENTS: _whether_events,
    Kind.WHETHER_HOLDS: tenures.whether_holds,
}
