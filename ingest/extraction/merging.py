"""Completes events from their context, and makes one event of what is told of one occurrence."""

import re
from collections.abc import Iterable, Iterator
from datetime import timedelta

from ingest.extraction.actors import Actor
from ingest.extraction.event import Event, Pair, same_family
from ingest.extraction.events import Finder
from ingest.extraction.lexicon import words as known
from ingest.extraction.places import is_site
from ontology.edtf import bounds, is_day, overlap
from ontology.terms import EventType, Role, Status

_NEAR, _FAR, _CLOSE = 4, 6, 2
"""Sentences between two tellings of one event."""
_LEAD_NOUNS = r"(?:meetings|talks|events|sessions|consultations|discussions|conferences)"


def complete(finder: Finder) -> list[Event]:
    """Dates, places and topics from the context; then one event for one occurrence."""
    finder.rosters.settle(finder.events)
    for event in finder.events:
        if not _refers_back(event):
            _inherit(event, finder)
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
            _inherit(event, finder)
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
    plain = event.rule == "was-held" and event.type in _GATHERINGS and not event.definite
    located = event.place_area == event.area and (event.topic_area == event.area or plain)
    return bool(event.parts) or (
        event.noun and (event.dated_here or event.count is not None or located)
    )


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


def _inherit(event: Event, finder: Finder) -> None:
    document, setting = finder.document, finder.setting
    block = document.blocks[event.block]
    near = finder.block_date.get(event.block)
    if event.date is None and near and event.status is Status.HAPPENED:
        event.date, event.date_areas = near[0], [event.area, *near[1]]
    if block.lead_in is not None and event.topic_area != event.area:
        lead = document.blocks[block.lead_in]
        topic = _lead_topic(document.text[lead.start : lead.end])
        if topic:
            event.topic, event.topic_area = topic, (lead.start, lead.end)
            event.contexts.append((lead.start, lead.end))
    told = document.text[event.area[0] : event.area[1]]
    if event.date is None and event.status is Status.HAPPENED and _THEREAFTER.match(told):
        _date_from_before(event, finder.events)
    if (
        event.date is None
        and event.status is Status.HAPPENED
        and not (event.long_before or _SOME_TIME.search(told))
        and (setting.date_area or setting.is_short)
    ):
        event.date = setting.date
        event.date_areas = [event.area, *([setting.date_area] if setting.date_area else [])]
    if event.place is None:
        _place_from_visit(event, finder)
    of_the_day = event.status is Status.HAPPENED and event.date == setting.date
    if (
        event.place is None
        and setting.place
        and of_the_day
        and event.type is not EventType.PHONE_CALL
    ):
        event.place, event.place_area = setting.place, setting.area


_SOME_TIME = re.compile(
    r"(?i)\b(?:(?:years?|months?|weeks?|decades?)\s+(?:ago|earlier|before|later)|in the past|previously|formerly"
    r"|last (?:spring|summer|autumn|fall|winter)|earlier (?:this|that|in the) (?:year|month|week)|recently"
    r"|every (?:few |other )?(?:years?|months?|weeks?)|over the (?:years|months))\b"
)
"""What says that it was on another day than that of the report."""


_BEFORE_LEAVING = re.compile(
    r"(?i)\b(?:after|following|before)\s+(?:(?:a|the|his|her|their)\s+)?(?:[a-z]+\s+)?"
    r"(?:meetings?|talks|negotiations|consultations|sessions?|summits?|seeing|speaking)\b"
)
"""What says that an event was elsewhere than the journey told beside it: "after talks with X, flew to Y"."""


_THEREAFTER = re.compile(
    r"(?i)(?:following|after|at the end of|upon completion of|(?:based )?on the results of|as a result of)\s+"
    r"(?:the|these|their|this)\s+(?:[\w-]+\s+){0,2}?(?:meeting|talks|negotiations|consultations|summit|session|ceremony)\b"
)
"""What says that an event ended another that was told just before: "Following the talks, …"."""


def _date_from_before(event: Event, told: list[Event]) -> None:
    """The date of the occasion told last before, which this event ended."""
    for other in reversed(told[: told.index(event)]):
        if event.sentence - other.sentence > _CLOSE or other.type is EventType.VISIT:
            continue
        if other.sentence < event.sentence and other.dated_here and is_day(other.date or ""):
            event.date, event.date_areas = other.date, [event.area, *other.date_areas]
        return


def _place_from_visit(event: Event, finder: Finder) -> None:
    """Where an event was that is told with a visit, or of what follows an event of the same people."""
    if _BEFORE_LEAVING.search(finder.document.text[event.area[0] : event.area[1]]):
        return
    own, told = set(map(id, event.actors())), finder.events
    for other in reversed(told):
        near = (
            other is not event
            and other.block == event.block
            and 0 <= event.sentence - other.sentence <= _CLOSE
        )
        shared = own & set(map(id, other.actors()))
        if not near or not shared or not other.place or other.status is not event.status:
            continue
        if _was_on(other, event, told) or _follows(event, other):
            event.place, event.place_area = other.place, other.place_area
            return


def _was_on(visit: Event, event: Event, told: list[Event]) -> bool:
    """Was the event on that visit: told with it, or on one of its days in the sentences behind?"""
    if visit.type is not EventType.VISIT or event.type is EventType.VISIT:
        return False
    if is_site(visit.place or "") and told.index(visit) > told.index(event):
        return False  # "held meetings with X, visited the Academy"
    if visit.sentence == event.sentence:
        return not (event.date and visit.date) or overlap(event.date, visit.date)
    if not (event.dated_here and visit.date and event.date):
        return False
    (first, last), (begins, ends) = bounds(visit.date), bounds(event.date)
    return first <= begins and ends <= last + timedelta(days=visit.days - 1)


def _follows(event: Event, other: Event) -> bool:
    """ "X and Y met in Riga and then signed a protocol": is it told just behind, of a kind that ends a meeting?"""
    ending = event.type in (EventType.SIGNING, EventType.PRESS_CONFERENCE)
    close = event.sentence - other.sentence <= 1 and other.type is not EventType.VISIT
    apart = event.date and other.date and not overlap(event.date, other.date)
    return ending and close and not apart


def _lead_topic(lead: str) -> str | None:
    """The kind of meeting that a lead-in announces: "unplanned safety meetings in the regions:"."""
    match = re.search(
        rf"(?<![A-Za-z])((?:[a-z]+(?:-[a-z]+)*\s+){{1,4}}){_LEAD_NOUNS}\b[^.;]*:\s*$", lead
    )
    about = re.search(
        rf"{_LEAD_NOUNS}\s+(?:on|about|devoted to|dedicated to)\s+([^.;:]+?)(?:\s+(?:were|was|took)\b[^.;:]*)?:\s*$",
        lead,
    )
    if about:
        return about[1].strip()
    # "campaign began with anti-bribery meetings": only what follows the last small word counts.
    topic: list[str] = []
    for word in reversed(match[1].split() if match else []):
        if word in known("not_topics"):
            break
        topic.insert(0, word)
    return " ".join(topic) or None


def _same_event(one: Event, other: Event) -> bool:
    """Is the later one told of the same occurrence as the earlier one?"""
    far = other.sentence - max(one.sentence, one.last_told)
    if not _may_be_same(one, other) or ((one.date is None) != (other.date is None) and far > _FAR):
        return False
    first = set(one.actors())
    second = {_present(actor, first) for actor in other.actors()}
    talks = {one.type, other.type} <= {EventType.MEETING, EventType.TALKS} and far <= 1
    back = other.definite and (one.type is other.type or talks) and far <= _NEAR
    if one.in_title and far <= _NEAR and (first & second or not first or not second):
        return True  # the text goes on from its title
    if not first or not second:
        return back
    if (other.definite and first & second) or (back and not other.dated_here):
        return True
    small, large = sorted((first, second), key=len)
    known = len(small) > 1 or other.block == one.block or other.type is EventType.VISIT
    people = any(actor.kind == "Person" for actor in small)
    return small <= large and known and (people or far <= _CLOSE or len(small) > 1)


def _present(actor: Actor, people: set[Actor]) -> Actor:
    """The one person that stands for a country among these; else the actor itself."""
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
    if not same_family(one.type, other.type) or one.status is not other.status:
        return False
    if one.count or other.count or _elsewhere(one, other):
        return False
    if one.date and other.date and not overlap(one.date, other.date):
        return False
    both = one.dated_here and other.dated_here
    return not (both and one.date != other.date and one.block != other.block)


def _elsewhere(one: Event, other: Event) -> bool:
    """Are they told of different places?"""
    if (
        not (one.place and other.place)
        or one.place == other.place
        or one.sentence == other.sentence
    ):
        return False
    own = one.place_area == one.area and other.place_area == other.area
    return own and (one.type is EventType.VISIT or one.dated_here != other.dated_here)


def _merge(one: Event, other: Event) -> None:
    """What the second telling adds to the first."""
    one.last_told = other.sentence
    for part in other.parts:
        one.add(part.actor, part.role, [*part.areas, one.area], part.rule)
    known = [{id(a), id(b)} for a, b, _ in one.pairs]
    one.pairs += [pair for pair in other.pairs if {id(pair[0]), id(pair[1])} not in known]
    if other.dated_here and (not one.dated_here or _narrower(other.date, one.date)):
        one.date, one.date_areas, one.dated_here = other.date, [one.area, *other.date_areas], True
    if other.place_area == other.area and (one.place is None or one.place_area != one.area):
        one.place, one.place_area = other.place, other.place_area
    one.title = one.title or other.title
    if one.topic is None and other.topic:
        one.topic, one.topic_area = other.topic, other.topic_area
    if other.area != one.area and other.area not in one.contexts:
        one.contexts.append(other.area)


def _narrower(one: str | None, other: str | None) -> bool:
    if one is None or other is None:
        return one is not None
    (a, b), (c, d) = bounds(one), bounds(other)
    return b - a < d - c
