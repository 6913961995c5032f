"""Who was in contact with whom."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeAlias

from graph.asking.attending import Person, actor_of, seen_often, wanted, with_posts
from graph.asking.desk import Desk, Line, strings
from graph.asking.loading import texts
from graph.asking.picking import picked
from graph.asking.query import Query, Selection
from graph.asking.selecting import days, select
from graph.catalogue import statement
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
        return [Line(answer=name, claims=c) for pair, c in _met(desk, query) for name in pair]
    met = [actor for actor, _ in contacts_of(desk, query) if actor.id not in query.without]
    actors = wanted(desk, met, query.people)
    if query.often:
        actors = seen_often(desk, actors, query.often)
    return with_posts(desk, actors, {})


def pairs(desk: Desk, query: Query) -> Iterable[Line]:
    """Any two who met."""
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
