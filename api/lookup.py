"""What doors for programs look up by name: actors, posts, events, and the words behind a claim."""

from collections.abc import Sequence
from typing import NamedTuple

from api.library import Library
from graph.browsing import (
    LATEST,
    ActorRow,
    ClaimPage,
    EventFilter,
    EventTold,
    Tenure,
    actor,
    claim,
    days,
    told,
)
from graph.browsing import events as found_events
from graph.knowledge import ReportRow
from ontology.edtf import bounds, overlap
from ontology.errors import InvalidInput, NotKnown
from ontology.names import fold
from ontology.terms import EventType, NodeKind, Status

_NAMED = 5
"""So many candidates an error names."""


class Found(NamedTuple):
    """Some events, and how many there are in all."""

    total: int
    events: Sequence[EventTold]


class Shown(NamedTuple):
    """A claim, and the report that states it."""

    claim: ClaimPage
    report: ReportRow


def actors(library: Library, name: str, kind: NodeKind | None = None) -> Sequence[ActorRow]:
    """The actors in one of whose names each word begins a word, in any spelling; none is an empty list."""
    return library.directory.search(name, kind)


def actor_called(library: Library, said: str) -> ActorRow:
    """The one actor of this id or name; raises NotKnown, and InvalidInput where several are called so."""
    by_id = [each for each in library.directory.search() if each.id == said]
    if by_id:
        return by_id[0]
    found = library.directory.search(said) if fold(said) else ()
    if not found:
        near = library.asker.nearest(said) if fold(said) else ()
        hint = f"The nearest names are {', '.join(near)}" if near else "Give another name, or an id"
        raise NotKnown(f"No actor of the graph is called {said!r}", hint)
    return _only(said, found)


def posts_of(library: Library, said: str, date: str | None = None) -> Sequence[Tenure]:
    """The posts of an actor, of a body those in it; at a date those that a report saw held then.

    A report says for when it saw a post held, or since and until when; what held between two reports is not
    guessed. Raises NotKnown, InvalidInput and InvalidDate.
    """
    if date is not None:
        bounds(date)
    posts = actor(library.store, actor_called(library, said).id).posts
    return [each for each in posts if date is None or _held_at(each, date)]


def events(
    library: Library,
    *,
    topic: str | None = None,
    actor: str | None = None,
    place: str | None = None,
    types: Sequence[EventType] = (),
    first: str | None = None,
    last: str | None = None,
    statuses: Sequence[Status] = (Status.HAPPENED,),
    limit: int = 50,
) -> Found:
    """The events that pass all filters, the latest first; raises NotKnown, InvalidInput and InvalidDate."""
    days(first, last)
    wanted = EventFilter(
        first=first,
        last=last,
        types=tuple(types),
        topic=topic,
        place=place,
        actor=actor_called(library, actor).id if actor else None,
        statuses=tuple(statuses),
    )
    part = found_events(library.store, wanted, LATEST.model_copy(update={"limit": limit}))
    return Found(part.total, told(library.store, part.items))


def shown(library: Library, identifier: str) -> Shown:
    """The claim of this id with its report; raises NotKnown."""
    found = claim(library.store, identifier)
    return Shown(found, library.report(found.report))


def _only(said: str, found: Sequence[ActorRow]) -> ActorRow:
    """The one that is called just so, else the only one whose name has these words."""
    names = {each.id: {fold(name) for name in (each.name, *each.aliases)} for each in found}
    exact = [each for each in found if fold(said) in names[each.id]]
    fitting = exact or found
    if len(fitting) > 1:
        named = "; ".join(f"{each.name} ({each.id})" for each in fitting[:_NAMED])
        raise InvalidInput(
            f"{len(fitting)} actors are called {said!r}", f"Give the id of one: {named}"
        )
    return fitting[0]


def _held_at(tenure: Tenure, date: str) -> bool:
    """Did a report see it held on a day of the date? That a post was former says only that it was over."""
    first, last = (
        (tenure.since, tenure.until)
        if tenure.former
        else (tenure.since or tenure.observed, tenure.until or tenure.observed)
    )
    if not first or not last:
        return False
    start, end = bounds(first)[0].isoformat(), bounds(last)[1].isoformat()
    return start <= end and overlap(f"{start}/{end}", date)
