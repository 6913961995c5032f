"""Which part of the graph is wanted, and what its words name in the graph."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from graph.browsing.directory import Directory
from graph.browsing.topics import topics_called
from graph.catalogue import statement
from graph.store import Store, Value
from ontology.edtf import Edtf, bounds
from ontology.errors import InvalidInput, NotKnown
from ontology.model import Record
from ontology.names import fold, name_key, person_key
from ontology.terms import Status


class GraphFilter(Record):
    """Which claims: those that meet every field that is given; of several values of one field, one is enough."""

    reports: tuple[str, ...] = ()
    """Ids of reports."""
    first: Edtf | None = None
    """The period begins with the first day of this date."""
    last: Edtf | None = None
    """The period ends with the last day of this date."""
    actors: tuple[str, ...] = ()
    """Names in any spelling, or ids of actors or of mentions."""
    topics: tuple[str, ...] = ()
    """Words of the reports, or any labels of topics of the vocabulary."""
    statuses: tuple[Status, ...] = ()

    def period(self) -> tuple[date, date] | None:
        """The first and the last day, None where any time will do; raises InvalidInput."""
        if not (self.first or self.last):
            return None
        first = bounds(self.first)[0] if self.first else date.min
        last = bounds(self.last)[1] if self.last else date.max
        if first > last:
            raise InvalidInput("The period ends before it begins", "Is 'from' the earlier date?")
        return first, last


@dataclass(frozen=True)
class Limits:
    """A filter in the terms of one graph: by id, and None where anything passes."""

    reports: tuple[str, ...]
    statuses: frozenset[Status]
    period: tuple[date, date] | None
    actors: frozenset[str] | None
    posts: frozenset[str]
    """The posts in the bodies and countries among the actors."""
    events: frozenset[str] | None
    """Those of the period, with one of the actors, and about one of the topics."""
    eventful: bool
    """Do only claims about events pass, since a topic is asked for?"""


def limits(store: Store, wanted: GraphFilter) -> Limits:
    """The filter in the terms of this graph; raises NotKnown and InvalidInput."""
    reports, period = _reports(store, wanted), wanted.period()
    statuses = frozenset(wanted.statuses or Status)
    actors = frozenset(each for said in wanted.actors for each in _actors(store, said))
    topics = {each for said in wanted.topics for each in _topics(store, said)}
    within: dict[str, Value] = {"reports": list(reports), "statuses": sorted(statuses)}
    found = []
    if period:
        found.append(_events_of(store, period))
    if wanted.actors:
        found.append(_ids(store, "part_events_with", ends=sorted(actors), **within))
    if wanted.topics:
        found.append(_ids(store, "part_events_about", ends=sorted(topics), **within))
    return Limits(
        reports=reports,
        statuses=statuses,
        period=period,
        actors=actors if wanted.actors else None,
        posts=frozenset(_ids(store, "part_posts_in", ends=sorted(actors))),
        events=frozenset.intersection(*map(frozenset, found)) if found else None,
        eventful=bool(wanted.topics),
    )


def _ids(store: Store, name: str, **parameters: Value) -> set[str]:
    rows = store.reading(
        lambda transaction: transaction.run(statement(name), **parameters), seconds=None
    )
    return {str(row["id"]) for row in rows}


def _reports(store: Store, wanted: GraphFilter) -> tuple[str, ...]:
    known = sorted(_ids(store, "reports"))
    for each in wanted.reports:
        if each not in known:
            raise NotKnown(f"No report {each!r} is in the graph", "`actorgraph reports` lists them")
    return tuple(dict.fromkeys(wanted.reports)) or tuple(known)


def _events_of(store: Store, period: tuple[date, date]) -> set[str]:
    first, last = (day.isoformat() for day in period)
    anything: dict[str, Value] = {"types": [], "statuses": sorted(Status), "within": None}
    return _ids(store, "browse_events", first=first, last=last, **anything)


def _actors(store: Store, said: str) -> Sequence[str]:
    """The actor of this id, else all of just this name, else all with a name that begins so."""
    if found := _ids(store, "browse_actor", id=said):
        return sorted(found)
    found_by_name = Directory(store).search(said) if fold(said) else ()
    exact = [
        each
        for each in found_by_name
        if any(_same_name(said, name) for name in (each.name, *each.aliases))
    ]
    if not found_by_name:
        raise NotKnown(
            f"No actor {said!r} is in the graph", "Give its id, or a name as a report writes it"
        )
    return [each.id for each in exact or found_by_name]


def _same_name(one: str, other: str) -> bool:
    return any(key(one) and key(one) == key(other) for key in (name_key, person_key))


def _topics(store: Store, said: str) -> set[str]:
    found = topics_called(store, said)
    if not found:
        raise NotKnown(
            f"Nothing in the graph is about {said!r}",
            "Name a topic by words of the reports, or by a label of docs/ontology.md",
        )
    return found
