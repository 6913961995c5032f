"""Who was in contact with whom."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeAlias

from graph.asking.attending import (
    Person,
    actor_of,
    as_often,
    key_of,
    most_seen,
    seen_often,
    wanted,
    with_posts,
)
from graph.asking.desk import Desk, Line, strings
from graph.asking.loading import texts
from graph.asking.picking import picked
from graph.asking.query import People, Query, Selection
from graph.asking.selecting import days, select
from graph.catalogue import statement
from graph.store import Row
from ontology.terms import NodeKind, Status

if TYPE_CHECKING:
    from graph.store import Value

Contact: TypeAlias = tuple[Person, str | None]
"""Whom the one asked about was in contact with, and the date."""


def contacts_of(desk: Desk, query: Query) -> list[Contact]:
    """The contacts of the one with the other (or anybody), each with its date, within the events asked for."""
    first, last = days(query.selection.period)
    arguments: dict[str, Value] = {
        "actors": strings(query.one.ids if query.one else ()),
        "others": strings(query.other.ids if query.other else ()),
        "by_phone": query.by_phone,
        "first": first,
        "last": last,
    }
    if query.statuses == (Status.HAPPENED,):
        rows = desk.read(statement("ask_contacts"), **arguments)
    else:
        rows = desk.read(
            statement("ask_contacts_said"), statuses=strings(query.statuses), **arguments
        )
    met = [(actor_of(row), str(row["date"]) if row["date"] else None) for row in rows]
    if query.selection.facets:
        within = {event.id for event in select(desk, _any_time(query.selection), query.statuses)}
        met = [(actor, date) for actor, date in met if actor.event in within]
    met.sort(key=lambda pair: (pair[1] or "", pair[0].name))
    return list(picked(met, lambda contact: contact[1], query.selection))


def _any_time(selection: Selection) -> Selection:
    return selection.model_copy(update={"pick": None})


def contacts(desk: Desk, query: Query) -> Iterable[Line]:
    """With whom the one asked about, or anybody, was in contact."""
    if query.one is None:
        return [
            Line(answer=name, claims=texts(row["claims"]))
            for names, row in _met(desk, query)
            for name in names
        ]
    met = [actor for actor, _ in contacts_of(desk, query) if actor.id not in query.without]
    actors = wanted(desk, met, query.people)
    if query.often:
        actors = seen_often(desk, actors, query.often)
    return with_posts(desk, actors, {})


def pairs(desk: Desk, query: Query) -> Iterable[Line]:
    """Any two who met, or the two who met most often."""
    met = [(" and ".join(names), row) for names, row in _met(desk, query)]
    if query.often:
        often = as_often(desk, [(pair, str(row["event"])) for pair, row in met], query.often)
        met = [(pair, row) for pair, row in met if pair in often]
    return [Line(answer=pair, claims=texts(row["claims"])) for pair, row in met]


def _met(desk: Desk, query: Query) -> Iterator[tuple[tuple[str, ...], Row]]:
    """The names of any two of the wanted kinds who met, within the events asked for."""
    for row in _rows(desk, query):
        kinds = {NodeKind(str(row["one_kind"])), NodeKind(str(row["other_kind"]))}
        if kinds <= query.people.kinds:
            yield tuple(sorted((str(row["one_name"]), str(row["other_name"])))), row


def _rows(desk: Desk, query: Query) -> Iterator[Row]:
    """Each contact of any two within the events asked for."""
    first, last = days(query.selection.period)
    narrowed = bool(query.selection.facets)
    within = {e.id for e in select(desk, query.selection, query.statuses)} if narrowed else set()
    for row in desk.read(statement("ask_pairs"), by_phone=query.by_phone, first=first, last=last):
        if not narrowed or row["event"] in within:
            yield row


def most_contacts(desk: Desk, query: Query) -> Iterable[Line]:
    """Those who were in contact with more different people, bodies or countries than the others."""
    met = [each for row in _rows(desk, query) for each in _either_way(row)]
    ones = _wanted(desk, (one for one, _ in met), query.people)
    others = _wanted(desk, (other for _, other in met), query.met)
    met = [(one, other) for one, other in met if one.id in ones and other.id in others]
    most, found = most_seen((key_of(one), key_of(other)) for one, other in met)
    if found:
        desk.note = f"{most} of them"
    return with_posts(desk, [one for one, _ in met if key_of(one) in found], {})


def _wanted(desk: Desk, actors: Iterable[Person], people: People) -> frozenset[str]:
    """The ids of those of the kinds, countries and posts asked for; of countries those that met as such."""
    actors = list({actor.id: actor for actor in actors}.values())
    if people.kinds == {NodeKind.COUNTRY}:
        actors = [actor for actor in actors if actor.kind is NodeKind.COUNTRY]
    return frozenset(actor.id for actor in wanted(desk, actors, people))


def _either_way(row: Row) -> Iterator[tuple[Person, Person]]:
    """Each of the two who met, with the other."""
    one, other = (
        actor_of(
            {
                **{name: row[f"{which}_{name}"] for name in ("kind", "name", "countries")},
                "id": row[which],
                "event": row["event"],
                "claims": row["claims"],
            }
        )
        for which in ("one", "other")
    )
    yield one, other
    yield other, one
