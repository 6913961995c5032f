"""Whether something happened: yes or no as the reports say, nothing where they say neither."""

from collections.abc import Iterable, Iterator

from graph.asking.attending import present
from graph.asking.contacts import contacts_of
from graph.asking.desk import Desk, Line
from graph.asking.happenings import details, events_of
from graph.asking.query import PRESENT, Query
from graph.asking.selecting import select
from ontology.terms import Relation, Role, Status


def whether_met(desk: Desk, query: Query) -> Iterable[Line]:
    """Whether the two, or one and anybody, were in contact; no only where a report says that they were not."""
    met = [actor for actor, _ in contacts_of(desk, query)]
    if met:
        return [Line(answer="yes", claims=tuple(c for actor in met for c in actor.claims))]
    return _denied_contact(desk, query)


def whether_events(desk: Desk, query: Query) -> Iterable[Line]:
    """Yes where a report tells of such an event, no where one says that there was none; else nothing."""
    for answer, asked in (("yes", query), ("no", _denied(query))):
        events = events_of(desk, asked)
        rows = details(desk, Relation.EVENT_TYPE, asked, events) if events else ()
        if rows:
            return [Line(answer=answer, claims=(str(row["claim"]),)) for row in rows]
    return []


def _denied(query: Query) -> Query:
    return query.model_copy(update={"statuses": (Status.DENIED,)})


def _denied_contact(desk: Desk, query: Query) -> list[Line]:
    """No, only where a report says that they did not meet."""
    said = [actor for actor, _ in contacts_of(desk, _denied(query))]
    return (
        [Line(answer="no", claims=tuple(c for actor in said for c in actor.claims))] if said else []
    )


def whether_took_part(desk: Desk, query: Query) -> Iterable[Line]:
    """Yes or no as the reports say; nothing where they say neither."""
    ids = query.one.ids if query.one else ()
    for answer, asked in _either(query):
        events = select(desk, asked.selection, asked.statuses)
        there = [a for a in present(desk, asked, events) if a.id in ids] if events else []
        if there:
            return [Line(answer=answer, claims=tuple(c for actor in there for c in actor.claims))]
    return []


def _either(query: Query) -> Iterator[tuple[str, Query]]:
    """What makes the answer yes, and what makes it no: the opposite, or a denial."""
    opposite = PRESENT if query.roles == (Role.ABSENT,) else (Role.ABSENT,)
    yield "yes", query
    yield "no", query.model_copy(update={"roles": opposite, "else_roles": ()})
    yield "no", _denied(query)
