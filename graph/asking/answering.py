"""A typed query run on the graph: one function a kind, each giving answers with their claims."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from graph.asking import (
    attending,
    common,
    contacts,
    counting,
    happenings,
    lasting,
    signing,
    tenures,
    whether,
    wholes,
)
from graph.asking.desk import Desk, Line, merged
from graph.asking.failures import Unclear, Undated
from graph.asking.periods import around
from graph.asking.query import Beside, Either, Kind, Query, Selection
from graph.asking.selecting import Found, select
from graph.asking.sources import in_words_of
from ontology.terms import Status


def run(desk: Desk, query: Query | Either) -> tuple[Line, ...]:
    """The answers to the query, each once; raises Unclear where it means one of several events, Undated, Untold."""
    if isinstance(query, Either):
        return merged(_of_either([run(desk, each) for each in query.queries]))
    if query.by:
        said = run(desk, query.model_copy(update={"by": None}))
        return tuple(in_words_of(desk, query.by, said))
    if query.selection.beside:
        query = _dated(desk, query, query.selection.beside)
    if query.selection.is_one_unsaid and query.one is None and query.kind in _OF_ONE_EVENT:
        _refuse_several(desk, query.selection, query.statuses)
    for others in filter(None, (query.also, query.nor, query.apart)):
        if others.is_one_unsaid:
            _refuse_several(desk, others, query.statuses)
    return merged(_RUNS[query.kind](desk, query))


def _dated(desk: Desk, query: Query, beside: Beside) -> Query:
    """The query for the days before or after the event that it names; raises Unclear for several, Undated."""
    events = select(desk, beside.events, (Status.HAPPENED,))
    spans = {(event.earliest, event.latest) for event in events}
    if len(spans) > 1:
        raise Unclear(beside.events.said, tuple(map(_told, events)))
    (first, last) = spans.pop() if spans else (None, None)
    if first is None or last is None:
        raise Undated(beside.events.said)
    said = f"{beside.how} {beside.events.said}"
    period = around(beside.how, date.fromisoformat(first), date.fromisoformat(last), said)
    if asked := query.selection.period:
        period = period.model_copy(
            update={"first": max(period.first, asked.first), "last": min(period.last, asked.last)}
        )
    selection = query.selection.model_copy(update={"period": period, "beside": None})
    return query.model_copy(update={"selection": selection})


_OF_ONE_EVENT = frozenset(
    {
        Kind.PARTICIPANTS,
        Kind.COUNT_ACTORS,
        Kind.WHEN,
        Kind.DURATIONS,
        Kind.WHERE,
        Kind.TOPICS,
    }
)


def _refuse_several(desk: Desk, selection: Selection, statuses: tuple[Status, ...]) -> None:
    events = select(desk, selection, statuses)
    if len(events) > 1:
        raise Unclear(selection.said, tuple(map(_told, events)))


def _told(event: Found) -> str:
    return f"{event.name} ({event.date})" if event.date else event.name


def _of_either(found: Sequence[tuple[Line, ...]]) -> Iterable[Line]:
    """What answers one or the other; one yes is enough, while a no must answer both."""
    lines = [line for each in found for line in each]
    if all(line.answer in ("yes", "no") for line in lines):
        return [line for line in lines if line.answer == "yes"] or (lines if all(found) else [])
    return lines


_RUNS: Mapping[Kind, Callable[[Desk, Query], Iterable[Line]]] = {
    Kind.PARTICIPANTS: attending.participants,
    Kind.CONTACTS: contacts.contacts,
    Kind.CONTACTS_OF_BOTH: common.contacts_of_both,
    Kind.PAIRS: contacts.pairs,
    Kind.MOST_CONTACTS: contacts.most_contacts,
    Kind.EVENTS: happenings.listed,
    Kind.COUNT_EVENTS: counting.count_events,
    Kind.COUNT_ACTORS: counting.count_actors,
    Kind.COUNT_DOCUMENTS: signing.count_documents,
    Kind.WHEN: happenings.dates,
    Kind.DURATIONS: lasting.durations,
    Kind.WHERE: happenings.places,
    Kind.TOPICS: happenings.topics,
    Kind.HOLDERS: tenures.holders,
    Kind.POSTS: tenures.posts,
    Kind.TENURES: tenures.tenures,
    Kind.BODIES: tenures.bodies,
    Kind.WHOLES: wholes.wholes,
    Kind.IDENTITIES: wholes.identities,
    Kind.IN_COMMON: common.in_common,
    Kind.WHETHER_MET: whether.whether_met,
    Kind.WHETHER_TOOK_PART: whether.whether_took_part,
    Kind.WHETHER_EVENTS: whether.whether_events,
    Kind.WHETHER_HOLDS: tenures.whether_holds,
}
