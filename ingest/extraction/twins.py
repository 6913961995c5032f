"""One event for a verb and a noun of one sentence that tell the same, and none for mere attendance."""

from ingest.extraction.event import Event, same_family
from ontology.terms import EventType, Status


def once(found: list[Event]) -> list[Event]:
    """One event for a verb and a noun of one sentence that tell the same: "arrived on a visit"."""
    kept: list[Event] = []
    for event in found:
        twin = next((e for e in kept if _tells_the_same(e, event)), None)
        if twin is None:
            kept.append(event)
            continue
        for part in event.parts:
            twin.add(part.actor, part.role, part.areas, part.rule)
        twin.called_as(event)
        twin.days = max(twin.days, event.days)
        twin.pairs += [
            pair
            for pair in event.pairs
            if {id(pair[0]), id(pair[1])} not in [{id(a), id(b)} for a, b, _ in twin.pairs]
        ]
        twin.place, twin.place_area = (
            (twin.place, twin.place_area) if twin.place else (event.place, event.place_area)
        )
        twin.topic, twin.topic_area = (
            (twin.topic, twin.topic_area) if twin.topic else (event.topic, event.topic_area)
        )
    return kept


def is_only_attendance(event: Event) -> bool:
    """Does it only say that somebody will be, will not be, or is not, at an event told of elsewhere?"""
    if not event.definite or event.status is Status.HAPPENED:
        return False
    kinds = {actor.kind for actor in event.actors()}
    known = event.dated_here or kinds >= {"Person", "Organisation"}
    if event.rule in ("attended", "took-part"):
        return not (event.status is Status.PLANNED and known)
    return event.rule in ("at-meeting", "participation")


def _tells_the_same(one: Event, other: Event) -> bool:
    if (
        not same_family(one.type, other.type)
        or one.status is not other.status
        or one.date != other.date
    ):
        return False
    if one.type is not other.type and (one.title or other.title):
        return False  # "met X, who had come for the Coastal Forum"
    first, second = set(map(id, one.actors())), set(map(id, other.actors()))
    if one.place and other.place and one.place != other.place and one.type is EventType.VISIT:
        return False
    return (
        bool(first & second)
        and (first <= second or second <= first)
        and (one.noun != other.noun or one.type is EventType.VISIT)
    )
