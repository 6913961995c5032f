"""Events of a document: found sentence by sentence, with who took part, when, where and about what."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Token

from ingest.document import BlockKind, Document
from ingest.extraction.actors import Actor, Area, Reading
from ingest.extraction.details import count_in, date_of, focus, place_of, title_near, topic_after
from ingest.extraction.frames import ACTOR, GLUE, Addition, additions, type_of
from ingest.extraction.setting import Setting
from ingest.extraction.status import Stated, according_to, stated_by
from ingest.extraction.syntax import Tree, conjuncts, preposition, subjects
from ingest.extraction.tagging import Tagged
from ingest.extraction.telling import Telling, pair_of, tellings
from ingest.extraction.triggers import lemmas
from ontology.edtf import bounds, is_day
from ontology.terms import Attribution, EventType, Modality, Polarity, Role, Status

_MARK = re.compile(r"\{([A-Z])(\d+)\}")
_LIST = re.compile(rf"{ACTOR}(?:{GLUE}{ACTOR})+")
_FAMILIES = (
    frozenset({EventType.MEETING, EventType.TALKS, EventType.SESSION}),
    frozenset({EventType.SUMMIT, EventType.CONFERENCE, EventType.SESSION, EventType.MEETING}),
    frozenset({EventType.TALKS, EventType.SUMMIT}),
    frozenset({EventType.PHONE_CALL, EventType.TALKS}),
)
_DEEPEST, _RECENT, _NEXT, _TWO = 3, 12, 2, 2
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
    place_area: Area | None = None
    title: str | None = None
    """The proper name that it has in quotes."""
    topic: str | None = None
    topic_area: Area | None = None
    count: int | None = None
    contexts: list[Area] = field(default_factory=list)
    definite: bool = False
    noun: bool = False
    """Is it told by a noun ("a meeting"), not by a verb?"""

    @property
    def status(self) -> Status:
        """Its status by the table of the design."""
        if self.stated.polarity is Polarity.NEGATED:
            return Status.DENIED
        if self.stated.modality is not Modality.ACTUAL:
            return Status.PLANNED
        said = self.stated.attribution in (Attribution.SOURCE, Attribution.RUMOUR)
        return Status.CLAIMED if said else Status.HAPPENED

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

    def __init__(self, document: Document, people: list[Actor]) -> None:
        """`people` are all persons of the document."""
        self.document = document
        self.people = people
        self.events: list[Event] = []
        self.block_date: dict[int, tuple[str, list[Area]]] = {}
        self.setting = Setting(document)
        self._phone = -9
        self._last: list[Actor] = []
        self._couple: tuple[int, list[Actor]] | None = None

    def take(self, reading: Reading, tagged: Tagged, tree: Tree | None) -> None:
        """Notes the events of one sentence, and what it adds to those before."""
        sentence = reading.sentence
        if re.search(r"(?i)\b(?:tele)?phone|\bcall(?:s|ed)?\b", tagged.text):
            self._phone = sentence.index
        self._note_date(reading, tagged)
        if sentence.opinion or sentence.kind is BlockKind.DATELINE:
            return
        found: list[Event] = []
        self._note_couple(sentence.index - 1)
        for telling in tellings(tree) if tree else ():
            event = self._event(telling, tree, reading) if tree else None
            if event is not None:
                found.append(event)
        found = _once(found)
        found = [each for each in found if not _only_attendance(each)]
        self.events += found
        self._last = [s.actors[0] for s in tagged.spans if s.kind == "P" and len(s.actors) == 1]
        self._additions(tagged, found, reading)
        self._topics(tagged, found, reading)

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

    def _note_couple(self, index: int) -> None:
        """The two persons of the sentence before, where it names just two."""
        couple = list({id(actor): actor for actor in self._last}.values())
        if len(couple) == 2:
            self._couple = index, couple

    # ------------------------------------------------------------- one event

    def _event(self, telling: Telling, tree: Tree, reading: Reading) -> Event | None:
        sentence, area = reading.sentence, (reading.sentence.start, reading.sentence.end)
        text = tree.tagged.text
        self._host_place(tree, telling)
        first = self._actors(tree, telling.subjects, sentence.index) or self._before(
            tree, telling, sentence.index
        )
        second = [
            each
            for each in self._actors(tree, telling.objects, sentence.index)
            if each not in first
        ]
        kind = telling.type
        if (
            kind is EventType.TALKS
            and telling.rule == "spoke-with"
            and 0 <= sentence.index - self._phone <= 4
        ):
            kind = EventType.PHONE_CALL
        if kind in CONTACTS and re.search(r"(?i)\bby (?:tele)?phone|over the phone|by video", text):
            kind = EventType.PHONE_CALL
        if telling.rule == "named" and not first and len(second) == 1:
            first = self._other(second[0])
        if not _is_told(telling, first, second, tree):
            return None
        event = Event(kind, area, sentence.index, sentence.block, telling.rule, Stated())
        event.definite, event.noun = telling.definite, telling.trigger.pos_ != "VERB"
        self._fill(event, telling, first, second)
        self._details(event, telling, tree)
        event.stated = self._stated(event, telling, tree, sentence.index)
        return event

    def _other(self, partner: Actor) -> list[Actor]:
        """Whom a title "Meeting with X" leaves out: the one other person that the document names."""
        others = [actor for actor in self.people if actor is not partner]
        return others if len(others) == 1 else []

    @staticmethod
    def _host_place(tree: Tree, telling: Telling) -> None:
        """ "Bishkek will host the session": the host is where it is."""
        if telling.role is Role.HOST and telling.place is None:
            towns = [each for each in telling.subjects if tree.kind(each) in tuple("KL")]
            telling.place = towns[0] if towns else None

    def _before(self, tree: Tree, telling: Telling, index: int) -> list[Actor]:
        """The actors just before a verb to which the parser gave no subject."""
        active = telling.verb.tag_ in ("VBD", "VBZ", "VBP")
        if telling.subjects or telling.trigger.pos_ != "VERB" or not active:
            return []
        for token in reversed(list(tree.doc[: telling.verb.i])):
            if token.i in tree.spans and tree.kind(token) in tuple("POCGU"):
                return self._actors(tree, [token], index)
            if token.pos_ not in ("ADV", "AUX", "PUNCT"):
                return []
        return []

    def _fill(
        self, event: Event, telling: Telling, first: list[Actor], second: list[Actor]
    ) -> None:
        role = telling.role
        if telling.rule == "held" and event.type is not EventType.VISIT:
            alone = (
                len(first) == 1
                and not any(actor.kind == "Person" for actor in second)
                and event.type not in (EventType.TALKS, EventType.PHONE_CALL)
            )
            role = Role.CHAIR if alone else Role.PARTICIPANT
        for actor in first:
            event.add(actor, role, [event.area], telling.rule)
        for actor in second:
            event.add(actor, telling.object_role, [event.area], telling.rule)
        if event.type not in CONTACTS:
            return
        people = telling.contact and first and second
        if people:
            event.pairs += [(a, b, event.area) for a in first for b in second if a is not b]
        elif telling.contact and len(first) + len(second) == 2:
            one, other = [*first, *second]
            event.pairs.append((one, other, event.area))
        elif telling.rule == "held" and len(first) == _TWO and event.type is not EventType.SESSION:
            event.pairs.append((first[0], first[1], event.area))

    def _details(self, event: Event, telling: Telling, tree: Tree) -> None:
        date = date_of(tree, telling.trigger, telling.verb)
        if date is not None:
            event.date, event.date_areas, event.dated_here = date.text, [event.area], True
        place = place_of(tree, telling.trigger, telling.verb, telling.place)
        if place:
            event.place, event.place_area = place, event.area
        start = tree.position(telling.trigger)
        event.topic = topic_after(tree.tagged, start, start + len(telling.trigger.text))
        if event.noun:
            event.title = title_near(tree.tagged, start, start + len(telling.trigger.text))
        event.topic = event.topic or event.title
        if event.topic:
            event.topic_area = event.area
        if event.noun:
            event.count = count_in(
                tree.tagged.text[max(0, start - 60) : start + len(telling.trigger.text)]
            )

    def _stated(self, event: Event, telling: Telling, tree: Tree, index: int) -> Stated:
        text = tree.tagged.text
        stated, speech = stated_by(telling.verb, telling.trigger, text)
        if (
            telling.prospective
            and stated.modality is Modality.ACTUAL
            and stated.polarity is Polarity.AFFIRMED
        ):
            stated = Stated(modality=Modality.INTENDED)
        if stated != Stated():
            return stated
        if self._is_to_come(event):
            return Stated(modality=Modality.INTENDED)
        if speech is not None:
            said_by = subjects(speech.verb)
            who = self._actors(tree, said_by, index)
            own = any(each in event.actors() for each in who) or any(
                each.lower_ in ("i", "we") for each in said_by
            )
            words = who[0].name if who else " ".join(each.text for each in said_by)
            return Stated(
                attribution=Attribution.SELF if own else Attribution.SOURCE, speaker=words or None
            )
        source = according_to(text)
        if source:
            mark = _MARK.fullmatch(source)
            who = tree.tagged.spans[int(mark[2])].actors if mark else []
            own = any(each in event.actors() for each in who)
            return Stated(
                attribution=Attribution.SELF if own else Attribution.SOURCE,
                speaker=who[0].name if who else source,
            )
        return stated

    def _is_to_come(self, event: Event) -> bool:
        """Does it lie behind the day of the report?"""
        published = self.document.published
        return bool(
            published
            and is_day(published)
            and event.date
            and bounds(event.date)[0] > bounds(published)[1]
        )

    # ------------------------------------------------------------- who

    def _actors(self, tree: Tree, tokens: Iterable[Token], index: int) -> list[Actor]:
        found: list[Actor] = []
        for token in tokens:
            for actor in self._of_token(tree, token, index):
                if actor not in found:
                    found.append(actor)
        return found

    def _of_token(self, tree: Tree, token: Token, index: int) -> list[Actor]:
        span = tree.spans.get(token.i)
        if span is not None:
            plural = (
                span.title is not None
                and span.title.plural
                and span.title.definite
                and span.title.is_bare
            )
            if span.kind == "G" or (span.kind == "U" and plural and not span.actors):
                return self._pair(index)
            return list(span.actors) if span.kind in "POCUSA" else []
        word = token.lower_
        if word in ("he", "she", "his", "her", "him"):
            return self._who(tree, token)
        if word in ("they", "their", "them", "both"):
            return self._pair(index)
        if token.pos_ not in ("NOUN", "PROPN"):
            return []
        if token.lemma_.lower() in ("guest", "visitor"):
            return self._guest(index)
        named = [each for each in token.subtree if each.dep_ == "appos" and tree.kind(each) == "P"]
        if named:
            return [actor for child in named for actor in tree.spans[child.i].actors]
        return (
            self._stands_for(tree, token)
            if token.lemma_.lower() in lemmas("standins", "lemmas")
            else []
        )

    def _stands_for(self, tree: Tree, noun: Token, depth: int = 0) -> list[Actor]:
        """The countries and bodies beside a noun of people: "Utopian officials", "the heads of … of the Council"."""
        if noun.lemma_.lower() in lemmas("private", "lemmas"):
            return []
        beside = [
            child
            for child in noun.children
            if child.dep_ in ("amod", "compound", "poss", "nmod")
            and tree.kind(child) in tuple("ACO")
        ]
        beside = [
            each
            for child in beside
            for each in (pair_of(tree, child) if tree.kind(child) == "A" else conjuncts(child))
        ]
        below = preposition(noun, "of", "from")
        named = beside or [each for each in below if tree.kind(each) in tuple("CO")]
        if named:
            return list(
                dict.fromkeys(
                    a for each in named if each.i in tree.spans for a in tree.spans[each.i].actors
                )
            )
        for each in below:
            if (
                depth < _DEEPEST
                and each.pos_ == "NOUN"
                and (found := self._stands_for(tree, each, depth + 1))
            ):
                return found
        return []

    def _who(self, tree: Tree, pronoun: Token) -> list[Actor]:
        """Whom a pronoun inside a sentence stands for: the first person named before it there."""
        for number in sorted(tree.spans):
            span = tree.spans[number]
            if number < pronoun.i and span.kind == "P" and len(span.actors) == 1:
                return list(span.actors)
        return []

    def _guest(self, index: int) -> list[Actor]:
        """Whom "the guest" stands for: who came on the last visit."""
        for event in reversed(self.events):
            if event.type is EventType.VISIT and index - event.sentence <= _RECENT:
                return [actor for actor in event.actors() if actor.kind == "Person"][:1]
        return []

    def _pair(self, index: int) -> list[Actor]:
        """Whom "the two leaders" stands for: the pair of the last contact, else of the title."""
        for event in reversed(self.events):
            people = [a for a in event.actors() if a.kind == "Person"]
            if (
                self._couple
                and event.sentence < self._couple[0]
                and index - self._couple[0] <= _NEXT
            ):
                break
            if len(people) == 2 and index - event.sentence <= _RECENT:
                return people
        if self._couple and index - self._couple[0] <= _NEXT:
            return self._couple[1]
        return list(self.setting.pair)

    # ------------------------------------------------------------- what is added

    def _additions(self, tagged: Tagged, found: list[Event], reading: Reading) -> None:
        sentence = reading.sentence
        area = (sentence.start, sentence.end)
        for addition in additions():
            for match in addition.pattern.finditer(tagged.text):
                event = self._target(found, match, reading, addition)
                if event is None:
                    continue
                areas = [area] if event.sentence == sentence.index else [area, event.area]
                actors = _marked(tagged, match["o"])
                before = event.actors()
                for actor in actors:
                    event.add(actor, Role(addition.role), areas, addition.name)
                if "joined by" in match[0] and event.type in CONTACTS and len(before) <= _TWO:
                    event.pairs += [
                        (before[0], late, area) for late in actors if before and late not in before
                    ]

    def _target(
        self, found: list[Event], match: re.Match[str], reading: Reading, addition: Addition
    ) -> Event | None:
        """The event to which an addition belongs: of its sentence, else the last told of."""
        index, block = reading.sentence.index, reading.sentence.block
        if addition.speech:
            return None if found else self._where_spoken(reading, match.string)
        if found:
            return found[-1]
        ref = match.groupdict().get("ref") or ""
        wanted = type_of(ref)
        if addition.name == "under-chairmanship" and not re.search(
            r"(?i)delegation|meeting|session|talks", match.string
        ):
            return None
        near = [
            e
            for e in self.events
            if e.block == block or index - e.sentence <= 3 or addition.side or self.setting.is_short
        ]
        for event in reversed(near):
            fits = wanted is None or same_family(wanted, event.type)
            if event.status is Status.HAPPENED and fits and event.type is not EventType.VISIT:
                return event
        return None

    def _where_spoken(self, reading: Reading, text: str) -> Event | None:
        """The session or conference of the same paragraph, just before, at which somebody speaks."""
        index, block = reading.sentence.index, reading.sentence.block
        last = self.events[-1] if self.events else None
        if (
            last is None
            or last.block != block
            or index - last.sentence > _NEXT
            or re.search(r"\{D\d+\}", text)
        ):
            return None
        spoken = last.type in (
            EventType.SESSION,
            EventType.CONFERENCE,
            EventType.MEETING,
            EventType.SUMMIT,
        )
        return last if spoken and last.noun and last.status is Status.HAPPENED else None

    def _topics(self, tagged: Tagged, found: list[Event], reading: Reading) -> None:
        topic = None if found else focus(tagged)
        if topic is None:
            return
        index = reading.sentence.index
        for event in reversed(self.events):
            if event.block == reading.sentence.block or index - event.sentence <= 3:
                if event.topic is None and event.type is not EventType.VISIT:
                    event.topic, event.topic_area = (
                        topic,
                        (reading.sentence.start, reading.sentence.end),
                    )
                return


def _is_told(telling: Telling, first: list[Actor], second: list[Actor], tree: Tree) -> bool:
    """Is it an event with somebody in it, or one with a date of its own?"""
    if telling.rule in ("met", "was-met-by", "spoke-with", "discussed-with", "received"):
        bodies = any(actor.kind != "Person" for actor in first)
        mutual = (len(first) > 1 or bodies) and not telling.objects
        unnamed = bool(telling.objects) and any(
            tree.kind(t) == "U" or t.pos_ == "NOUN" for t in telling.objects
        )
        return bool(first) and (
            bool(second) or mutual or (unnamed and _people_like(telling.objects))
        )
    if telling.rule in (
        "visited",
        "travelled",
        "led-delegation",
        "on-visit",
        "during-visit",
        "signed",
        "trained-together",
        "participation",
    ):
        return bool(first)
    if telling.rule in ("at-meeting", "after-meeting", "about-meeting", "named", "planned"):
        return bool(first or second)
    return True


_PEOPLE_LIKE = frozenset(
    {"official", "representative", "member", "delegation", "leader", "minister", "counterpart", "delegate", "head", "president", "diplomat",
     "athlete", "troop", "soldier", "resident", "worker", "family", "student", "businessman", "activist", "official", "expert", "governor",
     "owner", "group", "company", "delegation", "management", "public", "journalist", "deputy", "lawmaker", "commander", "team"}
)  # fmt: skip


def _people_like(tokens: Iterable[Token]) -> bool:
    return any(
        token.lemma_.lower() in _PEOPLE_LIKE
        or token.text in ("Official", "officials", "ministers", "representatives")
        for token in tokens
    )


def _marked(tagged: Tagged, marks: str | None) -> list[Actor]:
    """The actors of the marks in a piece of tagged text."""
    found: list[Actor] = []
    for kind, number in _MARK.findall(marks or ""):
        for actor in tagged.spans[int(number)].actors:
            if kind in "POCUSA" and actor not in found:
                found.append(actor)
    return found


def _once(found: list[Event]) -> list[Event]:
    """One event for a verb and a noun of one sentence that tell the same: "arrived on a visit"."""
    kept: list[Event] = []
    for event in found:
        twin = next((e for e in kept if _tells_the_same(e, event)), None)
        if twin is None:
            kept.append(event)
            continue
        for part in event.parts:
            twin.add(part.actor, part.role, part.areas, part.rule)
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


def _only_attendance(event: Event) -> bool:
    """Does it only say that somebody will not be, or is not, at an event told of elsewhere?"""
    return (
        event.definite
        and event.status is not Status.HAPPENED
        and event.rule in ("attended", "took-part", "at-meeting", "participation")
    )


def _tells_the_same(one: Event, other: Event) -> bool:
    if (
        not same_family(one.type, other.type)
        or one.status is not other.status
        or one.date != other.date
    ):
        return False
    first, second = set(map(id, one.actors())), set(map(id, other.actors()))
    if one.place and other.place and one.place != other.place and one.type is EventType.VISIT:
        return False
    return (
        bool(first & second)
        and (first <= second or second <= first)
        and (one.noun != other.noun or one.type is EventType.VISIT)
    )
