"""Events of a document: found by the frames, sentence by sentence, then completed and merged."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ingest.document import BlockKind, Document
from ingest.extraction.actors import Actor, Area, Reading, Span
from ingest.extraction.details import count_in, date_near, focus, place_near, plain, topic_after
from ingest.extraction.frames import ACTOR, GLUE, Frame, frames, type_of
from ingest.extraction.status import Stated, stated
from ingest.extraction.tagging import Tagged
from ontology.edtf import bounds, is_day
from ontology.terms import EventType, Modality, Role, Status

_LIST = re.compile(rf"{ACTOR}(?:{GLUE}{ACTOR})*")
_MARK = re.compile(r"\{([A-Z])(\d+)\}")
_HEADS = re.compile(
    r"\b(?:of|for|by|from|in|to|with|between|at|than|like|against|including|after|before|under|told|via|about|on|as|into|near|toward|towards|over|through|since)\s+(?:the\s+)?(?:\w+\s+){0,1}$"
)
_BREAK = re.compile(r"[;]|\b(?:that|which|where|whose|because|although|while)\b")
_FAMILIES = (
    frozenset({EventType.MEETING, EventType.TALKS, EventType.SESSION}),
    frozenset({EventType.SUMMIT, EventType.CONFERENCE, EventType.SESSION, EventType.MEETING}),
    frozenset({EventType.TALKS, EventType.SUMMIT}),
    frozenset({EventType.PHONE_CALL, EventType.TALKS}),
)
CONTACTS = frozenset(
    {EventType.MEETING, EventType.TALKS, EventType.SESSION, EventType.SUMMIT, EventType.PHONE_CALL}
)


@dataclass
class Part:
    """An actor in an event: role, where the text says so."""

    actor: Actor
    role: Role
    areas: list[Area]
    rule: str


@dataclass
class Event:
    """An event as it is being put together."""

    type: EventType
    area: Area
    sentence: int
    block: int
    rule: str
    stated: Stated
    parts: list[Part] = field(default_factory=list)
    pairs: list[tuple[Actor, Actor, Area]] = field(default_factory=list)
    date: str | None = None
    date_areas: list[Area] = field(default_factory=list)
    dated_here: bool = False
    place: str | None = None
    place_span: Span | None = None
    place_area: Area | None = None
    topic: str | None = None
    topic_area: Area | None = None
    count: int | None = None
    contexts: list[Area] = field(default_factory=list)
    definite: bool = False
    phrase: str = ""

    @property
    def status(self) -> Status:
        """Its status by the table of the design."""
        if self.stated.polarity.value == "negated":
            return Status.DENIED
        if self.stated.modality is not Modality.ACTUAL:
            return Status.PLANNED
        return (
            Status.CLAIMED
            if self.stated.attribution.value in ("source", "rumour")
            else Status.HAPPENED
        )

    def actors(self) -> list[Actor]:
        """Who was there."""
        return [part.actor for part in self.parts if part.role is not Role.ABSENT]

    def add(self, actor: Actor, role: Role, areas: list[Area], rule: str) -> None:
        """Takes an actor in; a role of more weight replaces "participant"."""
        for part in self.parts:
            if part.actor is actor:
                if part.role is Role.PARTICIPANT and role in (Role.CHAIR, Role.HOST):
                    part.role, part.areas, part.rule = role, areas, rule
                return
        self.parts.append(Part(actor, role, areas, rule))


def same_family(one: EventType, other: EventType) -> bool:
    """May two types be told of one event?"""
    return one is other or any(one in family and other in family for family in _FAMILIES)


class Finder:
    """Finds the events of a document, its sentences taken in order."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.events: list[Event] = []
        self.block_date: dict[int, tuple[str, list[Area]]] = {}
        self.phone = -9
        self.setting = Setting(document)

    def take(self, reading: Reading, tagged: Tagged) -> None:
        """Notes the events of one sentence, and what it adds to those before."""
        sentence = reading.sentence
        area = (sentence.start, sentence.end)
        if re.search(r"(?i)\b(?:tele)?phone|\bcall(?:s|ed)?\b", tagged.text):
            self.phone = sentence.index
        self._note_date(reading, tagged)
        if sentence.opinion or sentence.kind is BlockKind.DATELINE:
            return
        found = [each for each in self._new(reading, tagged) if each]
        self.events += found
        self._additions(tagged, found, sentence.index, sentence.block, area)
        self._topics(tagged, found, sentence.index, sentence.block, area)

    def _note_date(self, reading: Reading, tagged: Tagged) -> None:
        block = reading.sentence.block
        for match in re.finditer(r"\{D(\d+)\}", tagged.text):
            span = tagged.spans[int(match[1])]
            if match.start() < 30 and len(span.text) > 4:
                self.block_date[block] = (
                    span.text,
                    [(reading.sentence.start, reading.sentence.end)],
                )
                return

    def _new(self, reading: Reading, tagged: Tagged) -> Iterator[Event | None]:
        taken: list[Area] = []
        for frame in frames("frame"):
            for match in frame.pattern.finditer(tagged.text):
                start = (
                    match.start("np")
                    if "np" in match.groupdict() and match["np"] and frame.subject == "none"
                    else match.start()
                )
                span = (start, match.end())
                if any(a < span[1] and span[0] < b for a, b in taken):
                    continue
                event = self._build(frame, match, reading, tagged)
                if event is not None:
                    taken.append(span)
                    yield event

    def _build(
        self, frame: Frame, match: re.Match[str], reading: Reading, tagged: Tagged
    ) -> Event | None:
        groups = match.groupdict()
        phrase = groups.get("np") or ""
        kind = type_of(phrase) if frame.type == "noun" else EventType(frame.type)
        if kind is None:
            return None
        sentence, area = reading.sentence, (reading.sentence.start, reading.sentence.end)
        if (
            kind in (EventType.TALKS, EventType.MEETING)
            and re.search(
                r"(?i)\b(?:tele)?phone|by video", tagged.text[match.start() : match.end() + 40]
            )
        ) or (frame.name == "spoke-with" and sentence.index - self.phone <= 4 and self.phone >= 0):
            kind = EventType.PHONE_CALL
        subjects = self._subjects(frame, match, tagged)
        objects = _actors(tagged, groups.get("o"))
        if frame.subject == "speaker":
            subjects = _actors(tagged, (_LIST.search(tagged.text[: match.start()]) or [None])[0])
        group = self._group(match, tagged, sentence.index) if not subjects else []
        subjects = subjects or group
        if not _is_event(frame, kind, phrase, subjects, objects, match, tagged):
            return None
        event = Event(
            kind,
            area,
            sentence.index,
            sentence.block,
            frame.name,
            stated(tagged.text, match.start(), match.end()),
            phrase=phrase,
        )
        event.definite = bool(re.match(r"\s*(?:the|The|this|This|their)\b", phrase)) or bool(group)
        self._fill(event, frame, subjects, objects, area)
        self._details(event, match, tagged)
        return event

    def _subjects(self, frame: Frame, match: re.Match[str], tagged: Tagged) -> list[Actor]:
        if frame.subject in ("none", "speaker"):
            return []
        if frame.subject == "after":
            following = _LIST.search(tagged.text, match.end())
            near = following and following.start() - match.end() < 25
            return _actors(tagged, following[0]) if following and near else []
        return subject_before(tagged, match.start())

    def _group(self, match: re.Match[str], tagged: Tagged, index: int) -> list[Actor]:
        """Whom "the two leaders" before the verb stand for: the pair of the last contact."""
        before = tagged.text[max(0, match.start() - 60) : match.start()]
        if not re.search(r"\{G\d+\}[^{}]*$", before):
            return []
        for event in reversed(self.events):
            people = [a for a in event.actors() if a.kind == "Person"]
            if len(people) == 2 and index - event.sentence <= 12:
                return people
        return self._headline_pair()

    def _headline_pair(self) -> list[Actor]:
        return list(self.setting.pair)

    def _fill(
        self, event: Event, frame: Frame, subjects: list[Actor], objects: list[Actor], area: Area
    ) -> None:
        role = {"chair": Role.CHAIR, "host": Role.HOST}.get(frame.subject, Role.PARTICIPANT)
        if (
            role is Role.CHAIR
            and (len(subjects) > 1 or event.type in (EventType.TALKS, EventType.PHONE_CALL))
            and frame.name == "held-meeting"
        ):
            role = Role.PARTICIPANT
        for actor in subjects:
            event.add(actor, role, [area], frame.name)
        for actor in objects:
            event.add(actor, Role.PARTICIPANT, [area], frame.name)
        if not frame.contact and frame.name != "held-meeting":
            return
        if subjects and objects:
            event.pairs += [(a, b, area) for a in subjects for b in objects if a is not b]
        elif len(subjects) == 2 and event.type in CONTACTS:
            event.pairs.append((subjects[0], subjects[1], area))
        elif len(objects) == 2 and frame.name == "between":
            event.pairs.append((objects[0], objects[1], area))

    def _details(self, event: Event, match: re.Match[str], tagged: Tagged) -> None:
        start, end = match.span()
        inner = match.start("o") if match.groupdict().get("o") else end
        date = date_near(tagged, start, end)
        if date is not None:
            event.date, event.date_areas, event.dated_here = date.text, [event.area], True
        if "place" in match.groupdict() and match["place"]:
            mark = _MARK.fullmatch(match["place"])
            span = tagged.spans[int(mark[2])] if mark else None
            event.place, event.place_span, event.place_area = (
                plain(tagged, match["place"]),
                span,
                event.area,
            )
        elif found := place_near(tagged, start, end):
            event.place, event.place_span, event.place_area = found[0], found[1], event.area
        event.topic = topic_after(
            tagged,
            min(inner, end)
            if event.rule != "passive-meeting" and event.rule != "took-place"
            else match.start("np"),
            end,
        )
        if event.topic:
            event.topic_area = event.area
        event.count = count_in(plain(tagged, event.phrase)) if event.phrase else None
        self._owner(event, match, tagged)

    def _owner(self, event: Event, match: re.Match[str], tagged: Tagged) -> None:
        """A body whose meeting it is: "a meeting of the Committee", "the Council's session"."""
        if event.rule not in ("passive-meeting", "took-place"):
            return
        text = f"{match['np']}{match['tail'] or ''}"
        pattern = (
            r"(?:of|with)\s+(?:the\s+)?(?:[a-z-]+\s+){0,4}?(?:of\s+)?(?:the\s+)?(\{[OCP]\d+\}(?:"
            + GLUE
            + r"\{[OCP]\d+\})*)"
        )
        for owner in re.finditer(pattern, text):
            if re.match(r"[^{}]{0,60}$", text[: owner.start()]) or event.type in CONTACTS:
                for actor in _actors(tagged, owner[1]):
                    event.add(actor, Role.PARTICIPANT, [event.area], event.rule)
                break
        pair = re.search(r"\{A(\d+)\}-?\s?(?:\{A(\d+)\})?", match["np"])
        if pair and pair[2]:
            for number in (pair[1], pair[2]):
                event.add(
                    tagged.spans[int(number)].actors[0], Role.PARTICIPANT, [event.area], event.rule
                )

    def _additions(
        self, tagged: Tagged, found: list[Event], index: int, block: int, area: Area
    ) -> None:
        for frame in frames("addition"):
            for match in frame.pattern.finditer(tagged.text):
                event = self._target(found, match, index, block, frame)
                if event is None:
                    continue
                areas = [area] if event.sentence == index else [area, event.area]
                if (
                    frame.name == "under-chairmanship"
                    and event.sentence != index
                    and "delegation" not in tagged.text
                    and "meeting" not in tagged.text.lower()
                ):
                    continue
                for actor in _actors(tagged, match["o"]):
                    event.add(actor, Role(frame.role), areas, frame.name)
                if frame.name == "attended-by" and "joined" in match[0]:
                    self._join(event, _actors(tagged, match["o"]), area)

    def _join(self, event: Event, late: list[Actor], area: Area) -> None:
        """Who joins a contact meets those who were there."""
        for actor in late:
            for other in event.actors()[:1]:
                if other is not actor and event.type in CONTACTS:
                    event.pairs.append((other, actor, area))

    def _target(
        self, found: list[Event], match: re.Match[str], index: int, block: int, frame: Frame
    ) -> Event | None:
        """The event to which an addition belongs: of its sentence, else the last told of."""
        if found:
            return found[-1]
        ref = match.groupdict().get("ref") or ""
        wanted = type_of(ref)
        near = [
            e
            for e in self.events
            if e.block == block or index - e.sentence <= 3 or frame.side or self.setting.is_short
        ]
        for event in reversed(near):
            if (
                event.status is Status.HAPPENED
                and (wanted is None or same_family(wanted, event.type))
                and event.type is not EventType.VISIT
            ):
                return event
        return None

    def _topics(
        self, tagged: Tagged, found: list[Event], index: int, block: int, area: Area
    ) -> None:
        topic = None if found else focus(tagged)
        if topic is None:
            return
        for event in reversed(self.events):
            if event.block == block or index - event.sentence <= 3:
                if event.topic is None and event.type is not EventType.VISIT:
                    event.topic, event.topic_area = topic, area
                return


class Setting:
    """What the head of a document says for all of it: dateline date and place, the pair of its title."""

    def __init__(self, document: Document) -> None:
        self.date: str | None = None
        self.place: str | None = None
        self.place_span: Span | None = None
        self.area: Area | None = None
        self.date_area: Area | None = None
        self.pair: tuple[Actor, ...] = ()
        self.is_short = len(document.text) < 4500
        if document.published and is_day(document.published):
            self.date = document.published

    def learn(self, reading: Reading, tagged: Tagged) -> None:
        """Takes date and place from a dateline, the pair from a title."""
        area = (reading.sentence.start, reading.sentence.end)
        if reading.sentence.kind is BlockKind.DATELINE:
            self._dateline(tagged, area)
        if reading.sentence.kind is BlockKind.TITLE:
            people = [s.actors[0] for s in tagged.spans if s.kind == "P" and len(s.actors) == 1]
            if len({id(each) for each in people}) == 2:
                self.pair = tuple(people)

    def _dateline(self, tagged: Tagged, area: Area) -> None:
        dates = [s for s in tagged.spans if s.kind == "D"]
        if dates:
            self.date, self.date_area = dates[0].text, area
        rest = re.sub(r"\{D\d+\}", "", tagged.text).strip(" ,-–—:")
        if rest and self.place is None and not re.search(r"\d", _MARK.sub("", rest)):
            marks = _MARK.findall(rest)
            self.place, self.area = plain(tagged, rest), area
            self.place_span = (
                tagged.spans[int(marks[0][1])]
                if len(marks) == 1 and _MARK.fullmatch(rest)
                else None
            )


def subject_before(tagged: Tagged, position: int) -> list[Actor]:
    """The actors in front of a verb that it has for subject; none where a clause stands between."""
    lists = [m for m in _LIST.finditer(tagged.text, 0, position)]
    for match in reversed(lists):
        gap = tagged.text[match.end() : position]
        if re.match(r"['’]s?\b", gap):
            continue
        if _BREAK.search(_MARK.sub("", gap)) and not re.match(r"\s*,\s+(?:who|which)\b[^,]*,", gap):
            return []
        if _HEADS.search(tagged.text[: match.start()]) or (
            re.search(r"\{A\d+\}\s*$", tagged.text[: match.start()]) and match[0][1] != "P"
        ):
            continue
        if re.match(r"\s*(?:officials|state media|media|newspaper|press)\b", gap):
            continue
        return _actors(tagged, match[0])
    return []


def _actors(tagged: Tagged, marks: str | None) -> list[Actor]:
    found: list[Actor] = []
    for kind, number in _MARK.findall(marks or ""):
        for actor in tagged.spans[int(number)].actors:
            if kind in "POCUSKAL" and actor not in found:
                found.append(actor)
    return found


def _is_event(
    frame: Frame,
    kind: EventType,
    phrase: str,
    subjects: list[Actor],
    objects: list[Actor],
    match: re.Match[str],
    tagged: Tagged,
) -> bool:
    """Is it the telling of an event, with somebody in it where the frame wants that?"""
    if frame.contact and frame.subject in ("participant", "host"):
        return (
            bool(subjects)
            and (bool(objects) or len(subjects) > 1 or not match.groupdict().get("o"))
            and any(a not in subjects for a in objects or [None])
        )  # type: ignore[list-item]
    if frame.subject in ("participant", "chair", "after", "speaker"):
        if re.match(
            r"\s*(?:the|this|it|them)\s+(?:event|meeting|talks|session)\s*$", phrase
        ) and frame.name in ("took-part-in", "chaired"):
            return False
        return bool(subjects)
    return not re.match(r"\s*(?:after|before|following)\b", phrase.lower())


def complete(finder: Finder) -> list[Event]:
    """Dates, places and topics from the context; then one event for one occurrence."""
    for event in finder.events:
        _inherit(event, finder)
    merged: list[Event] = []
    for event in finder.events:
        earlier = next((e for e in reversed(merged) if _same_event(e, event)), None)
        if earlier is None:
            merged.append(event)
        else:
            _merge(earlier, event)
    return [event for event in merged if event.parts or event.dated_here]


def _inherit(event: Event, finder: Finder) -> None:
    document, setting = finder.document, finder.setting
    block = document.blocks[event.block]
    near = finder.block_date.get(event.block)
    if event.date is None and near and event.status is Status.HAPPENED:
        event.date, event.date_areas = near[0], [event.area, *near[1]]
    if block.lead_in is not None and event.topic is None:
        lead = document.blocks[block.lead_in]
        event.topic, event.topic_area = (
            _lead_topic(document.text[lead.start : lead.end]),
            (lead.start, lead.end),
        )
        if event.topic:
            event.contexts.append((lead.start, lead.end))
    if (
        event.date is None
        and event.status is Status.HAPPENED
        and (setting.date_area or setting.is_short)
    ):
        event.date = setting.date
        event.date_areas = [event.area, *([setting.date_area] if setting.date_area else [])]
    if (
        event.place is None
        and setting.place
        and event.status is Status.HAPPENED
        and event.date == setting.date
    ):
        event.place, event.place_span, event.place_area = (
            setting.place,
            setting.place_span,
            setting.area,
        )


def _lead_topic(lead: str) -> str | None:
    """The kind of meeting that a lead-in announces: "unplanned safety meetings in the regions:"."""
    match = re.search(
        r"((?:[a-z]+(?:-[a-z]+)*\s+){1,4})(?:meetings|talks|events|sessions|consultations|discussions|conferences)\b[^.;]*:\s*$",
        lead,
    )
    if not match:
        return None
    words = [
        w
        for w in match[1].split()
        if w
        not in (
            "by",
            "the",
            "of",
            "a",
            "several",
            "number",
            "following",
            "series",
            "with",
            "unplanned",
            "planned",
            "regular",
            "other",
            "various",
            "these",
            "working",
            "bilateral",
            "such",
            "in",
            "held",
            "were",
            "and",
            "similar",
            "separate",
        )
    ]
    return " ".join(words) or None


def _same_event(one: Event, other: Event) -> bool:
    if (
        not same_family(one.type, other.type)
        or one.status is not other.status
        or one.count
        or other.count
    ):
        return False
    if one.date and other.date and not _overlap(one.date, other.date):
        return False
    if (one.date is None) != (other.date is None) and other.sentence - one.sentence > 6:
        return False
    first, second = set(map(id, one.actors())), set(map(id, other.actors()))
    if (
        one.place_area
        and other.place_area
        and one.place != other.place
        and one.place_area != other.place_area
        and one.sentence != other.sentence
        and one.type is EventType.VISIT
    ):
        return False
    if not first or not second:
        return other.definite and one.type is other.type and other.sentence - one.sentence <= 4
    small, large = sorted((first, second), key=len)
    if other.definite and first & second:
        return True
    people = {id(a) for a in one.actors() if a.kind == "Person"}
    return (
        small <= large
        and (len(small) > 1 or other.block == one.block or other.type is EventType.VISIT)
        and (bool(small & people) or other.sentence - one.sentence <= 2 or len(small) > 1)
    )


def _overlap(one: str, other: str) -> bool:
    (a, b), (c, d) = bounds(one), bounds(other)
    return a <= d and c <= b


def _merge(one: Event, other: Event) -> None:
    """What the second telling adds to the first."""
    for part in other.parts:
        one.add(part.actor, part.role, [*part.areas, one.area], part.rule)
    one.pairs += other.pairs
    if other.dated_here and not one.dated_here:
        one.date, one.date_areas, one.dated_here = other.date, [one.area, *other.date_areas], True
    if other.place_area == other.area and (one.place is None or one.place_area != one.area):
        one.place, one.place_span, one.place_area = other.place, other.place_span, other.place_area
    if one.topic is None and other.topic:
        one.topic, one.topic_area = other.topic, other.topic_area
    if other.area != one.area and other.area not in one.contexts:
        one.contexts.append(other.area)
