"""How many events there were, by the totals that reports state and the events that they tell one by one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

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
    if quoted := _quoted(desk, query, events):
        desk.note = f"somebody is quoted with {quoted}, which no report states itself"
        return []
    counted = [event for event in events if not event.several]
    desk.note = _made_of(counted, more=len(counted) < len(events))
    if not counted:
        return []
    number = sum(event.count or 1 for event in counted)
    rows = details(desk, Relation.EVENT_TYPE, query, counted)
    return [Line(answer=str(number), claims=tuple(str(row["claim"]) for row in rows))]


def _quoted(desk: Desk, query: Query, events: Sequence[Found]) -> str:
    """The totals that somebody is quoted with, where no report states one: what is told one by one is not all."""
    if any(event.count for event in events) or Status.HAPPENED not in query.statuses:
        return ""
    claimed = events_of(desk, query.model_copy(update={"statuses": (Status.CLAIMED,)}))
    totals = sorted({event.count for event in claimed if event.count})
    return " and ".join(str(total) for total in totals)


def _made_of(counted: Sequence[Found], *, more: bool) -> str:
    """What must be said of the number besides: what it is the sum of, and that there were more."""
    totals = [str(event.count) for event in counted if event.count]
    single = len(counted) - len(totals)
    parts = [*totals, f"{single} told one by one"] if single else totals
    notes = [f"the sum of {' and '.join(parts)}"] if len(parts) > 1 else []
    if more:
        said = "the reports tell of several without saying how many"
        notes.append(f"at least: {said}" if counted else said)
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
