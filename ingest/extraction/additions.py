"""What a sentence adds to an event that it or one before it tells: named patterns, read from a table."""

import re
from functools import cache
from typing import Annotated

from pydantic import BeforeValidator

from ingest.extraction.actors import Actor, Reading
from ingest.extraction.event import CONTACTS, Event, same_family
from ingest.extraction.setting import Setting
from ingest.extraction.tagging import MARK, Tagged
from ingest.extraction.triggers import type_of
from ontology.model import Record
from ontology.tables import table
from ontology.terms import EventType, Role, Status

_ASIDE = r"\s?,\s+who\s+[^{},.;]{3,60}(?:\{[OCLK]\d+\})?[^{},.;]{0,40},"
ACTOR = r"\{[POCUGKS]\d+\}"
GLUE = (
    r"(?:\s?,?\s+(?:and|as well as|along with|together with|&)\s+(?:also\s+)?(?:(?:by"
    r"|via) (?:video ?(?:link|conference)|telephone|phone)\s+)?(?:with\s+)?(?:by\s+)?(?:(?:the|his"
    r"|her)\s+)?|\s?,\s+(?:the\s+)?|\s+(?=\{)"
    rf"|{_ASIDE}\s+(?:and\s+)?(?:by\s+|with\s+)?)"
)
_LIST = rf"{ACTOR}(?:{GLUE}{ACTOR})*"
_LIST_A = r"\{[POCUGKSAL]\d+\}(?:GLUE\{[POCUGKSAL]\d+\})*".replace("GLUE", GLUE)

_AHEAD = (
    r"(?:will|(?:is|are) to|(?:is|are) (?:also )?(?:expected|due|scheduled|set|likely|going|planning|invited)"
    r" to|plans? to|intends? to)(?: also)?"
)
_OCCASION = (
    r"(?:(?:the|this)\s+(?:[\w-]+\s+){0,2}?(?:event|meeting|talks|session|ceremony|summit|conference|negotiations"
    r"|discussions?|gathering|consultations|forum)|it|them)\b"
)

_NEXT, _TWO, _NEAR, _PAGE = 2, 2, 3, 12
_OFFICERS = {
    "chairman": Role.CHAIR, "chairperson": Role.CHAIR, "chair": Role.CHAIR, "moderator": Role.CHAIR,
    "organiser": Role.ORGANISER, "organizer": Role.ORGANISER, "host": Role.HOST,
}  # fmt: skip
"""What somebody is at an event whose "chairman" he is called."""
_TO_BE = re.compile(r"\b(?:will|would|shall|should|may|to)\s+(?:also\s+)?be\s+$")
"""Before a participle: what is added is still to come."""
_EXCEPT = re.compile(
    r"(?i)\b(?:except(?: for)?|excepting|but|excluding|other than|apart from|instead of|in place of|rather than|save"
    r"|without)\s+(?:the\s+)?$"
)


def _compile(pattern: str) -> re.Pattern[str]:
    """The pattern of an entry; raises ValueError where it is malformed."""
    for name, value in (
        ("LISTA", _LIST_A),
        ("LIST", _LIST),
        ("ACTOR", ACTOR),
        ("GLUE", GLUE),
        ("ASIDE", _ASIDE),
        ("AHEAD", _AHEAD),
        ("OCCASION", _OCCASION),
    ):
        pattern = pattern.replace(name, value)
    try:
        return re.compile(pattern)
    except re.error as error:
        raise ValueError(f"it is no pattern: {error}") from error


class Addition(Record):
    """A pattern that adds participants to an event: their role; `side` where they are one party's."""

    name: str
    pattern: Annotated[re.Pattern[str], BeforeValidator(_compile)]
    role: Role
    side: bool = False
    speech: bool = False
    """Does somebody only say something there: at an event of the same paragraph?"""
    planned: bool = False
    """Does it say who is to come to an event that is planned?"""
    visits: bool = False
    """Does it say who came along on a visit, too?"""


class _Table(Record):
    addition: tuple[Addition, ...]


@cache
def additions() -> tuple[Addition, ...]:
    """The patterns, in the table's order; raises ValueError where a word of the table is none it can have."""
    return table(_Table, "ingest.extraction", "data", "additions.toml").addition


class Additions:
    """Adds further participants to the events of a document."""

    def __init__(self, events: list[Event], setting: Setting) -> None:
        """`events` grows while the document is read."""
        self._events = events
        self._setting = setting

    def apply(self, tagged: Tagged, found: list[Event], reading: Reading) -> None:
        """What a sentence with the events that it tells itself adds to these, else to one before."""
        sentence = reading.sentence
        area = reading.area
        _leave_out(tagged, found)
        self._officers(found, reading, tagged)
        for addition in additions():
            for match in addition.pattern.finditer(tagged.text):
                event = self._target(found, match, reading, addition)
                if event is None:
                    continue
                areas = [area] if event.sentence == sentence.index else [area, event.area]
                actors = _marked(tagged, re.sub(_ASIDE, ",", match["o"]))
                before = event.actors()
                without = _EXCEPT.search(tagged.text[: match.start("o")])  # "all but X attended"
                role = Role.ABSENT if without else addition.role
                for actor in actors:
                    event.add(actor, role, areas, addition.name)
                joined = "joined by" in match[0] and event.type is not EventType.SESSION
                if joined and event.type in CONTACTS and 0 < len(before) <= _TWO:
                    late = (actor for actor in actors if actor not in before)
                    event.pairs += [(before[0], actor, area) for actor in late]

    def _officers(self, found: list[Event], reading: Reading, tagged: Tagged) -> None:
        """Adds "the chairman of the conference, X" to the event of that kind of its sentence, else the last told."""
        index = reading.sentence.index
        people = [s for s in tagged.spans if s.kind == "P" and len(s.actors) == 1]
        for named in reading.people:
            at = reading.marks.span(named.start, named.end)[0]
            who = next((span.actors[0] for span in people if span.start <= at < span.end), None)
            title = next((each for each in named.titles if each.is_of_occasion), None)
            role = _OFFICERS.get(title.head.split()[-1]) if title else None
            if who is None or title is None or role is None:
                continue
            wanted = type_of(title.body or "")
            near = [
                e for e in self._events if index - e.sentence <= _PAGE or self._setting.is_short
            ]
            alike = (e for e in reversed(found or near) if wanted and same_family(wanted, e.type))
            if event := next(alike, None):
                event.add(who, role, [reading.area, event.area], "officer")

    def _target(
        self, found: list[Event], match: re.Match[str], reading: Reading, addition: Addition
    ) -> Event | None:
        """The event to which an addition belongs: of its sentence, else the last told of."""
        index, block = reading.sentence.index, reading.sentence.block
        if addition.speech:
            return None if found else self._where_spoken(reading, match.string)
        wanted = type_of(match.groupdict().get("ref") or "")
        if addition.planned or _TO_BE.search(match.string[: match.start()]):
            return self._where_planned(found, reading, wanted)
        if found:
            return found[-1]
        if addition.name == "under-chairmanship" and not re.search(
            r"(?i)delegation|meeting|session|talks", match.string
        ):
            return None
        near = [
            e
            for e in self._events
            if e.block == block
            or index - e.sentence <= _NEAR
            or addition.side
            or self._setting.is_short
        ]
        fitting = [
            event
            for event in reversed(near)
            if event.status is Status.HAPPENED
            and (addition.visits or event.type is not EventType.VISIT)
            and (wanted is None or same_family(wanted, event.type))
        ]
        if addition.visits:  # who came along came on the whole visit
            fitting.sort(key=lambda event: event.type is not EventType.VISIT)
        of_the_day = (event for event in fitting if not event.another_day)
        return next(of_the_day, fitting[0] if fitting else None)

    def _where_planned(
        self, found: list[Event], reading: Reading, wanted: EventType | None
    ) -> Event | None:
        """The planned event of its sentence, or just before: the last that was told, or one of the kind named."""
        near = [e for e in self._events if reading.sentence.index - e.sentence <= _NEAR]
        for event in reversed(found or near):
            fits = wanted is None or same_family(wanted, event.type)
            if event.status is Status.PLANNED and fits and event.type is not EventType.VISIT:
                return event
            if wanted is None and not found:
                return None
        return None

    def _where_spoken(self, reading: Reading, text: str) -> Event | None:
        """The session or conference of the same paragraph, just before, at which somebody speaks."""
        index, block = reading.sentence.index, reading.sentence.block
        last = self._events[-1] if self._events else None
        if last is None or re.search(r"\{D\d+\}", text):
            return None
        if last.block != block or index - last.sentence > _NEXT:
            return self._meeting_of_title()
        spoken = last.type in (
            EventType.SESSION,
            EventType.CONFERENCE,
            EventType.MEETING,
            EventType.SUMMIT,
        )
        return last if spoken and last.noun and last.status is Status.HAPPENED else None

    def _meeting_of_title(self) -> Event | None:
        """The meeting of several that a short document is about, at which those speak of whom it tells."""
        first = self._events[0]
        of_several = first.type in (EventType.MEETING, EventType.SESSION) and not first.pairs
        told = first.in_title and first.status is Status.HAPPENED and self._setting.is_short
        return first if told and of_several else None


def _leave_out(tagged: Tagged, found: list[Event]) -> None:
    """Takes out of the events of a sentence whom it excepts: "everyone but X attended"."""
    for mark in MARK.finditer(tagged.text):
        if mark[1] == "P" and _EXCEPT.search(tagged.text[: mark.start()]):
            for event in found:
                event.miss(tagged.spans[int(mark[2])].actors[0])


def _marked(tagged: Tagged, marks: str | None) -> list[Actor]:
    """The actors of the marks in a piece of tagged text."""
    found: list[Actor] = []
    for kind, number in MARK.findall(marks or ""):
        for actor in tagged.spans[int(number)].actors:
            if kind in "POCUSA" and actor not in found:
                found.append(actor)
    return found
