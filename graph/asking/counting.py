"""How many there were: events, by the totals that reports state and those that they tell one by one, and actors."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from graph.asking.attending import participants
from graph.asking.contacts import contacts
from graph.asking.desk import Desk, Line, strings
from graph.asking.grammar import with_broader
from graph.asking.happenings import details, events_of
from graph.asking.query import Query
from graph.asking.selecting import Found
from graph.catalogue import statement
from ontology.terms import EventType, Relation, Role, Status

_PRESENT = tuple(role for role in Role if role is not Role.ABSENT)


def count_events(desk: Desk, query: Query) -> Iterable[Line]:
    """The number that a report states for just these, else the number of events.

    An event that a stated total holds is not counted besides it. Several of which no number is told are not counted:
    the answer says that there were more, and where nothing else is told there is none.
    """
    events = _by_totals_first(desk, query, events_of(desk, query))
    quoted = _quoted(desk, query, events)
    if quoted.just_that:
        desk.note = _said(quoted.just_that)
        return []
    counted = [event for event in events if not event.several]
    more = len(counted) < len(events)
    desk.note = _made_of(counted, more=more, quoted=quoted.narrower if counted else ())
    if not counted:
        return []
    number = sum(event.count or 1 for event in counted)
    rows = details(desk, Relation.EVENT_TYPE, query, counted)
    return [Line(answer=str(number), claims=tuple(str(row["claim"]) for row in rows))]


def count_actors(desk: Desk, query: Query) -> Iterable[Line]:
    """How many were there, or were in contact with the one asked about; nothing where nobody is known to have been."""
    lines = tuple(contacts(desk, query) if query.one else participants(desk, query))
    claims = tuple(claim for line in lines for claim in line.claims)
    return [Line(answer=str(len({line.answer for line in lines})), claims=claims)] if lines else []


class _Quoted(NamedTuple):
    """Totals that somebody is quoted with and no report states: of just what is asked for, and of a part of it.

    Of a part are those of which is told when, where, about what or with whom, where the question does not ask so.
    """

    just_that: tuple[int, ...] = ()
    narrower: tuple[int, ...] = ()


def _quoted(desk: Desk, query: Query, events: Sequence[Found]) -> _Quoted:
    """None where a report states a total itself; else what is told one by one is not all."""
    if any(event.count for event in events) or Status.HAPPENED not in query.statuses:
        return _Quoted()
    claimed = query.model_copy(update={"statuses": (Status.CLAIMED,)})
    totals = [event for event in events_of(desk, claimed) if event.count]
    if not totals:
        return _Quoted()
    told = _told(desk, claimed, totals)
    narrower = {
        total.id
        for total in totals
        if told[total.id] or (total.date and query.selection.period is None)
    }
    return _Quoted(
        just_that=_numbers(total for total in totals if total.id not in narrower),
        narrower=_numbers(total for total in totals if total.id in narrower),
    )


def _numbers(totals: Iterable[Found]) -> tuple[int, ...]:
    return tuple(sorted({total.count for total in totals if total.count}))


def _said(quoted: tuple[int, ...]) -> str:
    totals = " and ".join(map(str, quoted))
    return f"somebody is quoted with {totals}, which no report states itself"


def _made_of(counted: Sequence[Found], *, more: bool, quoted: tuple[int, ...]) -> str:
    """What must be said of the number besides: what it is the sum of, and why there may have been more."""
    totals = [str(event.count) for event in counted if event.count]
    single = len(counted) - len(totals)
    parts = [*totals, f"{single} told one by one"] if single else totals
    whys = ["the reports tell of several without saying how many"] if more else []
    whys += [_said(quoted)] if quoted else []
    notes = [f"the sum of {' and '.join(parts)}"] if len(parts) > 1 else []
    notes += ["at least: " * bool(counted) + ", and ".join(whys)] if whys else []
    return "; ".join(notes)


# ------------------------------------------------------------------ what a total holds


def _by_totals_first(desk: Desk, query: Query, events: Sequence[Found]) -> list[Found]:
    """The events, the largest totals first, without those that one of the totals holds."""
    if not any(event.count for event in events):
        return list(events)
    told = _told(desk, query, events)
    kept: list[Found] = []
    for event in sorted(events, key=lambda each: -(each.count or 0)):
        if not any(total.count and _holds(total, event, told) for total in kept):
            kept.append(event)
    return kept


def _holds(total: Found, other: Found, told: Mapping[str, frozenset[str]]) -> bool:
    """Is the other one of those that a total stands for: of its kind and time, and of all that is told of it?"""
    same = (
        total.type is None
        or other.type is None
        or total.type in with_broader(EventType(other.type))
    )
    return same and _in_its_time(total, other) and told[total.id] <= told[other.id]


def _in_its_time(total: Found, other: Found) -> bool:
    if not (total.earliest and total.latest and other.earliest and other.latest):
        return True
    return total.earliest <= other.earliest and other.latest <= total.latest


def _told(desk: Desk, query: Query, events: Sequence[Found]) -> Mapping[str, frozenset[str]]:
    """Where each event was, about what, and who took part, but for what the question itself asks for."""
    there = desk.read(
        statement("ask_participants"),
        events=strings(event.id for event in events),
        roles=strings(_PRESENT),
        statuses=strings(query.statuses),
    )
    places = details(desk, Relation.AT_PLACE, query, events)
    topics = details(desk, Relation.ABOUT, query, events)
    found: dict[str, set[str]] = defaultdict(set)
    for row in (*there, *places, *topics):
        found[str(row["event"])].add(str(row["id"]))
    asked = _asked(query)
    return {event.id: frozenset(found[event.id] - asked) for event in events}


def _asked(query: Query) -> set[str]:
    """The actors, places and topics that the question asks for."""
    named = [each.ids for each in (query.one, query.other) if each]
    facets = [(*f.topics, *f.actors, *f.places) for f in query.selection.facets]
    return {identifier for ids in (*named, *facets) for identifier in ids}
