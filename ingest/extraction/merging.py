"""Completes events from their context, and makes one event of what is told of one occurrence."""

import re
from collections.abc import Iterable, Iterator

from ingest.extraction.actors import Actor
from ingest.extraction.event import Event, Pair, same_family
from ingest.extraction.events import Finder
from ingest.extraction.inheriting import inherit
from ontology.countries import country_named, find_countries
from ontology.edtf import bounds, overlap
from ontology.terms import EventType, Role, Status

_TWO = 2
_NEAR, _FAR, _CLOSE = 4, 6, 2
"""Sentences between two tellings of one event."""


def complete(finder: Finder) -> list[Event]:
    """Dates, places and topics from the context; then one event for one occurrence."""
    finder.rosters.settle(finder.events)
    for event in finder.events:
        if not _refers_back(event):
            inherit(event, finder)
    merged: list[Event] = []
    for event in finder.events:
        earlier = next((e for e in reversed(merged) if _same_event(e, event)), None)
        earlier = earlier or _only_one(merged, event)
        if earlier is None:
            merged.append(event)
        else:
            _merge(earlier, event)
    for event in merged:
        if _refers_back(event):
            inherit(event, finder)
        _without_stand_ins(event)
        _with_one_chair(event)
    return [event for event in merged if _stands(event)]


def _refers_back(event: Event) -> bool:
    """Is it "the conference" of the sentence before, which has the date and place?"""
    return event.definite and event.noun and not event.dated_here


def _stands(event: Event) -> bool:
    """Does it say enough to be an event of its own?"""
    if event.definite and not event.dated_here and not event.actors():
        return False
    if event.rule == "greeted":
        return True
    plain = event.rule == "was-held" and event.type in _GATHERINGS and not event.definite
    if event.rule == "spoken-of" and (
        (event.status is Status.PLANNED and event.place) or event.occasion
    ):
        return True
    located = event.place_area == event.area and (event.topic_area == event.area or plain)
    return bool(event.parts) or (
        (event.noun or event.rule == "signed")
        and (event.dated_here or event.count is not None or located)
    )


_GRAND = {EventType.SUMMIT, EventType.CONFERENCE}
_GATHERINGS = frozenset(
    {
        EventType.SUMMIT,
        EventType.CONFERENCE,
        EventType.SESSION,
        EventType.EXERCISE,
        EventType.EXHIBITION,
    }
)
"""What is an event though nobody who came is named."""


def _with_one_chair(event: Event) -> None:
    """A body that holds a session takes part where a person is told to chair it."""
    chairs = [part for part in event.parts if part.role is Role.CHAIR]
    if any(part.actor.kind == "Person" for part in chairs):
        for part in chairs:
            if part.actor.kind != "Person" and part.rule == "held":
                part.role = Role.PARTICIPANT


def _without_stand_ins(event: Event) -> None:
    """A country for which a person of its government is named did not come besides, but to an exercise."""
    if event.type in (EventType.EXERCISE, EventType.TRAINING, EventType.TEST):
        return
    there = [part.actor for part in event.parts]
    for land in [actor for actor in there if actor.kind == "Country"]:
        people = [actor for actor in there if actor.kind == "Person" and _is_of(actor, land)]
        if people:
            event.parts = [part for part in event.parts if part.actor is not land]
            event.pairs = _once(_represented(event.pairs, land, people))


def _once(pairs: Iterable[Pair]) -> list[Pair]:
    """The pairs, each of two only once."""
    found: dict[frozenset[int], Pair] = {}
    for one, other, area in pairs:
        found.setdefault(frozenset((id(one), id(other))), (one, other, area))
    return list(found.values())


def _is_of(person: Actor, land: Actor) -> bool:
    return any(t.country == land.country and not t.title.former for t in person.tenures)


def _represented(pairs: list[Pair], land: Actor, people: list[Actor]) -> Iterator[Pair]:
    """The pairs with the one person of a country's government in its place; without it where there are more."""
    for one, other, area in pairs:
        if land not in (one, other):
            yield one, other, area
        elif len(people) == 1 and (partner := other if one is land else one) is not people[0]:
            yield people[0], partner, area


def _same_event(one: Event, other: Event) -> bool:
    """Is the later one told of the same occurrence as the earlier one?"""
    far = other.sentence - max(one.sentence, one.last_told)
    if one.recalled != other.recalled:
        return False
    if not _may_be_same(one, other) or ((one.date is None) != (other.date is None) and far > _FAR):
        return False
    first = set(one.actors())
    second = {_present(actor, first) for actor in other.actors()}
    talks = {one.type, other.type} <= {EventType.MEETING, EventType.TALKS} and far <= 1
    back = other.definite and (one.type is other.type or talks) and far <= _NEAR
    above = one.type is other.type or not {one.type, other.type} & _GRAND
    on = one.in_title and not one.several and above and far <= _NEAR
    if on and not other.another_day and (first & second or not first or not second):
        return True  # the text goes on from its title
    if not first or not second:
        return back
    if not first & second and (one.another_day > other.another_day or _is_of_a_body(other)):
        return False
    if (other.definite and first & second) or (back and not other.dated_here):
        return True
    small, large = sorted((first, second), key=len)
    known = len(small) > 1 or other.block == one.block or other.type is EventType.VISIT
    people = any(actor.kind == "Person" for actor in small)
    return small <= large and known and (people or far <= _CLOSE or len(small) > 1)


def _is_of_a_body(event: Event) -> bool:
    """ "the results of the first meeting of the Council": is it known by whose it is?"""
    return event.rule == "spoken-of" and all(a.kind == "Organisation" for a in event.actors())


def _present(actor: Actor, people: set[Actor]) -> Actor:
    """The one person that stands for a country among these, or the country for a person; else the actor itself."""
    if actor.kind == "Person" and actor not in people:
        lands = [each for each in people if each.kind == "Country" and _is_of(actor, each)]
        return lands[0] if len(lands) == 1 else actor
    if actor.kind != "Country":
        return actor
    there = [each for each in people if each.kind == "Person" and _is_of(each, actor)]
    return there[0] if len(there) == 1 else actor


def _only_one(told: list[Event], other: Event) -> Event | None:
    """The one occasion of that type told so far, to which "the meeting" refers from wherever it stands."""
    if not (other.definite and other.noun) or other.dated_here:
        return None
    alike = [one for one in told if one.type is other.type and one.status is other.status]
    return alike[0] if len(alike) == 1 and _may_be_same(alike[0], other) else None


def _may_be_same(one: Event, other: Event) -> bool:
    """Do type, status, dates and places allow it?"""
    if not same_family(one.type, other.type):
        return False
    if one.status is not other.status and not _has_come(one, other):
        return False
    if one.type is EventType.CEREMONY and _of_another_sort(one, other):
        return False
    if other.title and other.type in _GRAND and one.type not in _GRAND:
        return False  # "met X, who had come for the Coastal Forum"
    if one.count or other.count or _is_one_more(one, other) or _elsewhere(one, other):
        return False
    if one.earlier != other.earlier and one.date != other.date:
        return False
    if one.date and other.date and not overlap(one.date, other.date):
        return False
    both = one.dated_here and other.dated_here and one.date != other.date
    apart = one.block != other.block or one.sentence == other.sentence or _told_apart(one, other)
    return not (both and apart)


def _is_one_more(one: Event, other: Event) -> bool:
    """ "also signed a protocol": is it told as another one of its kind?"""
    return other.again or (one.again and not other.definite)


def _has_come(one: Event, other: Event) -> bool:
    """ "… ahead of a dinner. At the dinner, X said": does the later telling speak of what was still to come?"""
    return (
        one.rule == "ahead-of"
        and other.definite
        and other.noun
        and other.status is Status.HAPPENED
        and one.type is other.type
    )


def _of_another_sort(one: Event, other: Event) -> bool:
    """Are two ceremonies a dinner and a parade, or told to be for different things?"""
    if one.sort and other.sort and one.sort != other.sort:
        return True
    first, second = (set(re.findall(r"\w{4,}", e.occasion.lower())) for e in (one, other))
    return bool(first and second) and not first & second


def _told_apart(one: Event, other: Event) -> bool:
    """Does each sentence give its own place: "we met earlier this month in Utopia; today we meet in Ruritania"?"""
    own = one.place_area == one.area and other.place_area == other.area
    return own and bool(one.place and other.place) and one.place != other.place


def _elsewhere(one: Event, other: Event) -> bool:
    """Are they told of different places?"""
    if (
        not (one.place and other.place)
        or one.place == other.place
        or one.sentence == other.sentence
        or _is_town_of(one.place, other.place)
    ):
        return False
    own = one.place_area == one.area and other.place_area == other.area
    return own and (one.type is EventType.VISIT or one.dated_here != other.dated_here)


def _is_town_of(one: str, other: str) -> bool:
    """ "Utopia" and the capital of Utopia: is one of the places in the other?"""
    codes = [{each.code for each in find_countries(place)} for place in (one, other)]
    return len(codes[0]) == 1 and codes[0] == codes[1]


def _merge(one: Event, other: Event) -> None:
    """What the second telling adds to the first."""
    one.last_told = other.sentence
    if _has_come(one, other):
        one.stated, one.rule = other.stated, other.rule
    if _tells_who_of_two_lands(one, other):
        one.parts, one.pairs = [], []
    for part in other.parts:
        one.add(part.actor, part.role, [*part.areas, one.area], part.rule)
    known = [{id(a), id(b)} for a, b, _ in one.pairs]
    one.pairs += [pair for pair in other.pairs if {id(pair[0]), id(pair[1])} not in known]
    if other.dated_here and (not one.dated_here or _narrower(other.date, one.date)):
        one.date, one.date_areas, one.dated_here = other.date, [one.area, *other.date_areas], True
    _take_place(one, other)
    one.title = one.title or other.title
    one.called_as(other)
    if one.topic is None and other.topic:
        one.topic, one.topic_area = other.topic, other.topic_area
    if other.area != one.area and other.area not in one.contexts:
        one.contexts.append(other.area)


def _take_place(one: Event, other: Event) -> None:
    """Where the second telling says that it was, if the first says nothing or only the country, which is kept."""
    told = one.place is not None and one.place_area == one.area
    narrower = one.type is not EventType.VISIT and _is_land(one.place) and not _is_land(other.place)
    if other.place and other.place_area == other.area and (not told or narrower):
        if told and one.place and one.place_area:
            one.wider = one.place, one.place_area
        one.place, one.place_area = other.place, other.place_area


def _is_land(place: str | None) -> bool:
    """Is it the name of a country?"""
    return bool(place) and country_named(place or "") is not None


def _tells_who_of_two_lands(one: Event, other: Event) -> bool:
    """A title "Utopian-Ruritanian talks" and a sentence that names the two who held them."""
    lands, people = one.actors(), other.actors()
    named = [actor for actor in people if actor.kind == "Person"]
    two = len(lands) == len(named) == len(people) == _TWO
    return (
        two
        and all(a.kind == "Country" for a in lands)
        and any(_is_of(p, a) for p in named for a in lands)
    )


def _narrower(one: str | None, other: str | None) -> bool:
    if one is None or other is None:
        return one is not None
    (a, b), (c, d) = bounds(one), bounds(other)
    return b - a < d - c
