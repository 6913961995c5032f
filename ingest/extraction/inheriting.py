"""What an event takes from its context: date and topic of its lead-in, the day of the report, a visit's place."""

import re
from datetime import timedelta

from ingest.extraction.event import Event
from ingest.extraction.events import Finder
from ingest.extraction.lexicon import words as known
from ingest.extraction.places import is_site
from ontology.edtf import bounds, is_day, overlap
from ontology.terms import EventType, Status

_CLOSE, _PAGE = 2, 12
"""Sentences between an event and what it was part of or followed; on the day of which it was."""
_LEAD_NOUNS = r"(?:meetings|talks|events|sessions|consultations|discussions|conferences)"


def inherit(event: Event, finder: Finder) -> None:
    """Fills in what the words around an event say of it."""
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
    if event.date is None and event.status is Status.HAPPENED and (reach := _days_reach(told)):
        _date_from_before(event, finder.events, reach)
    other_day = event.another_day or _SOME_TIME.search(told)
    happened = event.date is None and event.status is Status.HAPPENED
    if happened and setting.date_area and not other_day:
        event.date, event.date_areas = setting.date, [event.area, setting.date_area]
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
    r"(?i)\b(?:(?:years?|months?|weeks?|decades?)\s+(?:ago|earlier|before|later)|in the past|formerly"
    r"|(?<!of )(?<!the )previously"
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


_THAT_DAY = re.compile(
    r"(?:Later|Earlier) (?:in|on|that|the)\b[\w ]{0,12}\bday\b|(?:Later|Earlier) that day\b"
)


def _days_reach(told: str) -> int:
    """Over how many sentences the day told last holds on: "Following the talks, …", "Later in the day …"; 0 if not."""
    if _THAT_DAY.match(told):
        return _PAGE
    return _CLOSE if _THEREAFTER.match(told) else 0


def _date_from_before(event: Event, told: list[Event], near: int) -> None:
    """The date of the occasion told last before, up to so many sentences, whose day this event shared."""
    for other in reversed(told[: told.index(event)]):
        far = event.sentence - other.sentence > near
        if far or other.type is EventType.VISIT or other.rule == "spoken-of":
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
