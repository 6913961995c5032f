"""Events of a document: found sentence by sentence, with who took part, when, where and about what."""

import re

from spacy.tokens import Token

from ingest.document import BlockKind, Document
from ingest.extraction.actors import Actor, Area, Reading, Roll, Span
from ingest.extraction.additions import Additions
from ingest.extraction.counts import count_in, days_in
from ingest.extraction.dating import date_of, is_timetabled, while_it_lasted, yet_to_come
from ingest.extraction.event import CONTACTS, Event, same_family
from ingest.extraction.places import is_site, place_of
from ingest.extraction.referents import Referents, lands_of
from ingest.extraction.rosters import Rosters
from ingest.extraction.setting import Setting
from ingest.extraction.signing import is_signed_for_others, speaks_of_signing
from ingest.extraction.spokenof import is_followed
from ingest.extraction.status import Stated, according_to, stated_by
from ingest.extraction.syntax import Tree, subjects
from ingest.extraction.tagging import MARK, Tagged
from ingest.extraction.telling import Telling, is_told
from ingest.extraction.tellings import is_spoken_of, tellings
from ingest.extraction.topics import focus, occasion_of, title_near, topic_of
from ingest.extraction.transcript import Transcript
from ingest.extraction.triggers import called, is_several, sort_of, type_of
from ingest.extraction.twins import is_only_attendance, once
from ontology.edtf import bounds, is_day
from ontology.names import fold
from ontology.terms import Attribution, EventType, Modality, Polarity, Role, Status

_TWO, _FEW = 2, 4
_NEAR, _FAR = 3, 12
"""Sentences after an event in which its topic may be given, and in which where they name the event: "the talks"."""
_AHEAD = re.compile(
    r"(?i)(?:coming up|coming events|upcoming(?: events)?|(?:the )?(?:week|month)s? ahead|looking ahead)"
    r"(?=\s*(?:[.:]|$))"
)
"""What heads a list of what is to come."""
_RECENTLY = frozenset({"recently", "lately", "previously"})
"""Adverbs of what was before what the text is about."""
_IN_PASSING = frozenset({"at-meeting", "after-meeting", "about-meeting", "spoken-of"})
"""Rules of what is told as the occasion of something else."""
_AT_HEAD = 60
"""Characters from the beginning of a sentence within which it names whom it is about."""
_BELOW_TITLE = 5
"""Sentences in which a document says who met the person of its title."""


class Finder:
    """Finds the events of a document, its sentences taken in order."""

    def __init__(
        self, document: Document, roll: Roll, writer: Actor | None, transcript: Transcript
    ) -> None:
        """`roll` has all actors of the document; the writer says "I" in it outside of the transcript."""
        self.document = document
        self.people = roll.people
        self.events: list[Event] = []
        self.block_date: dict[int, tuple[str, list[Area]]] = {}
        self.setting = Setting(document, writer, transcript)
        self._phone = self._paper = -9
        self._who = Referents(self.events, self.setting, roll)
        self._additions = Additions(self.events, self.setting)
        self.rosters = Rosters(document)

    def take(self, reading: Reading, tagged: Tagged, tree: Tree | None) -> None:
        """Notes the events of one sentence, and what it adds to those before."""
        sentence = reading.sentence
        if re.search(r"(?i)\b(?:tele)?phone|\bcall(?:s|ed)?\b", tagged.text):
            self._phone = sentence.index
        self._note_date(reading, tagged)
        if sentence.opinion or sentence.kind is BlockKind.DATELINE:
            return
        found: list[Event] = []
        self._who.next_sentence(sentence.index)
        for telling in tellings(tree) if tree else ():
            event = self._event(telling, tree, reading) if tree else None
            if event is not None:
                found.append(event)
        if tree and speaks_of_signing(tree):
            self._paper = sentence.index
        found = [each for each in once(found) if not is_only_attendance(each)]
        self.events += found
        self._who.remember(tagged)
        self._meet_in_title(tagged, reading)
        self._additions.apply(tagged, found, reading)
        self.rosters.read(tagged, reading)
        self._topics(tagged, found, reading)

    def _note_date(self, reading: Reading, tagged: Tagged) -> None:
        block = reading.sentence.block
        for match in re.finditer(r"\{D(\d+)\}", tagged.text):
            span = tagged.spans[int(match[1])]
            if match.start() < 30 and len(span.text) > 4:
                self.block_date[block] = (
                    span.text,
                    [reading.area],
                )
                return

    def _event(self, telling: Telling, tree: Tree, reading: Reading) -> Event | None:
        sentence, area = reading.sentence, reading.area
        text = tree.tagged.text
        self._host_place(tree, telling)
        first, second = self._actors(telling, tree, sentence.index)
        if telling.rule == "discussed" and self._have_talked(first):
            return None
        if telling.by_day and not self.setting.date:
            return None
        if telling.rule == "signed-it" and sentence.index - self._paper > _TWO:
            return None
        kind = self._type_of(telling, text, sentence.index)
        if telling.rule == "named" and not first and len(second) == 1:
            first = self._other(second[0])
        if not is_told(telling, first, second, tree):
            return None
        event = Event(kind, area, sentence.index, sentence.block, telling.rule, Stated())
        event.definite, event.noun = telling.definite, telling.trigger.pos_ != "VERB"
        event.called, event.sort = called(telling.trigger, kind), sort_of(telling.trigger)
        event.in_title = sentence.kind is BlockKind.TITLE
        event.again = telling.again
        had = any(c.lower_ == "had" and c.dep_ == "aux" for c in telling.verb.children)
        printed = self.setting.transcript.speaker is not None
        event.another_day = (
            event.another_day
            or had
            or printed
            or (telling.rule != "greeted" and is_spoken_of(telling.trigger))
            or (telling.rule == "spoken-of" and not is_followed(telling.trigger))
        )
        event.recalled = telling.rule == "about-meeting" and (had or is_spoken_of(telling.trigger))
        self._fill(event, telling, tree, (first, second))
        date = self._details(event, telling, tree)
        event.another_day = event.another_day or self._is_elsewhere(event, telling)
        said = self.document.text[date.start : date.end] if date else ""
        timetabled = sentence.kind is BlockKind.PARAGRAPH and is_timetabled(said, telling.verb)
        telling.prospective = telling.prospective or timetabled
        event.stated = self._stated(event, telling, tree, sentence.index)
        if self._is_the_talk_itself(event):
            return None
        if date and event.status is Status.PLANNED:
            event.date = yet_to_come(date, said, telling.verb, self.document.published)
        return event

    def _actors(self, telling: Telling, tree: Tree, index: int) -> tuple[list[Actor], list[Actor]]:
        """Who the subjects and the objects of a telling are."""
        first = self._who.actors(tree, telling.subjects, index)
        if not first and telling.lacks_subject:
            first = self._who.before(tree, telling.verb, index)
        second = [
            each for each in self._who.actors(tree, telling.objects, index) if each not in first
        ]
        if len(first) == _TWO and len(second) == 1 and telling.rule == "at-meeting":
            first = self._other_of(first, second[0])
        if not second and telling.lacks_met:
            second = self._who.before(tree, telling.verb, index)
        if telling.is_signed_by_none or is_signed_for_others(tree, telling):
            first = first or self._who.sides(index, anywhere=telling.again)
        if first and first == self.setting.transcript.both:
            at_home = telling.type is EventType.SIGNING and len(lands_of(first)) < len(first)
            if second or at_home:
                first = first[
                    :1
                ]  # "we" who spoke with a third are the speaker and those of his side
        return first, second

    def _other_of(self, pair: list[Actor], partner: Actor) -> list[Actor]:
        """ "During a meeting with X, the two leaders …": of an earlier pair only whom the text is about met X."""
        about = self.setting.protagonist
        people = all(actor.kind == "Person" for actor in (*pair, partner))
        if not people or about is partner:
            return pair
        return [about] if about in pair else pair

    def _have_talked(self, pair: list[Actor]) -> bool:
        """Is a contact of the two already told of, of which "X and Y discussed trade" only says more?"""
        talked = (e for e in self.events if e.type in CONTACTS and e.status is Status.HAPPENED)
        return any(set(pair) <= set(event.actors()) for event in talked)

    def _meet_in_title(self, tagged: Tagged, reading: Reading) -> None:
        """Adds to a title "Meeting with X" the one person that a sentence just below names besides."""
        title = self.events[0] if self.events else None
        if title is None or title.rule != "named" or reading.sentence.index > _BELOW_TITLE:
            return
        partner = title.actors()
        at_head = [s for s in tagged.spans if s.start - reading.sentence.start < _AT_HEAD]
        there = [s.actors[0] for s in at_head if s.kind == "P" and len(s.actors) == 1]
        others = list(dict.fromkeys(actor for actor in there if actor not in partner))
        if len(partner) == 1 and len(others) == 1:
            title.add(others[0], Role.PARTICIPANT, [title.area, reading.area], title.rule)
            if partner[0].kind == "Person":
                title.pairs.append((others[0], partner[0], title.area))

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

    @staticmethod
    def _fill(
        event: Event, telling: Telling, tree: Tree, who: tuple[list[Actor], list[Actor]]
    ) -> None:
        (first, second), role = who, telling.role
        if telling.rule == "held" and event.type is not EventType.VISIT:
            alone = (
                len(first) == 1
                and first[0].kind != "Country"
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
        first, second = (
            _who_met(tree, telling.subjects, first),
            _who_met(tree, telling.objects, second),
        )
        people = telling.contact and first and second
        if people:
            event.pairs += [(a, b, event.area) for a in first for b in second if a is not b]
        elif telling.contact and len(first) + len(second) == 2:
            one, other = [*first, *second]
            event.pairs.append((one, other, event.area))
        elif telling.rule == "held" and len(first) == _TWO and event.type is not EventType.SESSION:
            event.pairs.append((first[0], first[1], event.area))

    def _type_of(self, telling: Telling, text: str, index: int) -> EventType:
        """The type that a telling says, or a call where the words around it say so."""
        talked = telling.type is EventType.TALKS and telling.rule == "spoke-with"
        if talked and 0 <= index - self._phone <= _FEW:
            return EventType.PHONE_CALL
        by_phone = re.search(r"(?i)\bby (?:tele)?phone|over the phone|by video", text)
        return EventType.PHONE_CALL if telling.type in CONTACTS and by_phone else telling.type

    def _is_the_talk_itself(self, event: Event) -> bool:
        """ "I wanted to discuss this with you", printed: do the two only speak of the talk that is printed?"""
        both = set(self.setting.transcript.both)
        today = event.date in (None, self.setting.date)
        if not (both and today) or event.place or not set(event.actors()) <= both:
            return False
        told = any(both <= set(other.actors()) for other in self.events)
        return event.status is Status.PLANNED or (told and event.type in CONTACTS)

    def _is_elsewhere(self, event: Event, telling: Telling) -> bool:
        """ "said that agreements reached during his talks in Riga": is it told in passing, and of another town?"""
        here, there = self.setting.place, event.place
        if telling.rule not in _IN_PASSING or event.dated_here or event.place_area != event.area:
            return False
        apart = bool(here and there) and not is_site(there or "")
        same = fold(there or "") in fold(here or "") or fold(here or "") in fold(there or "")
        return (
            apart
            and not same
            and any(
                each.dep_ in ("ccomp", "acl", "relcl")
                for each in (telling.verb, *telling.verb.ancestors)
            )
        )

    def _details(self, event: Event, telling: Telling, tree: Tree) -> Span | None:
        """Fills in when and where it was and what about; gives the words for its date."""
        of_it = telling.trigger if telling.rule == "about-meeting" else telling.verb
        date = date_of(tree, telling.trigger, of_it, telling.matter)
        if date is not None:
            said = self.document.text[max(0, date.start - len("earlier ")) : date.end]
            event.date, event.date_areas, event.dated_here = date.text, [event.area], True
            event.earlier = "earlier " in said.lower()
        if any(child.lower_ in _RECENTLY for child in telling.verb.children):
            event.earlier = event.another_day = True
        place = place_of(tree, telling.trigger, telling.verb, telling.place, telling.matter)
        if place:
            event.place, event.place_area = place, event.area
        start = tree.position(telling.trigger)
        event.occasion = occasion_of(tree, telling.trigger)
        event.topic = topic_of(tree, telling.trigger, telling.verb, event.type)
        if event.noun:
            event.title = title_near(tree, telling.trigger)
        event.topic = event.topic or event.title
        if event.topic:
            event.topic_area = event.area
        if event.noun:
            lead = tree.tagged.text[max(0, start - 60) : start + len(telling.trigger.text)]
            event.count, event.days = count_in(lead), days_in(lead)
            event.several = event.count is None and is_several(telling.trigger)
        if event.date:
            event.date = while_it_lasted(event.date, event.days, telling.verb)
        return date

    def _stated(self, event: Event, telling: Telling, tree: Tree, index: int) -> Stated:
        text = tree.tagged.text
        stated, speech = stated_by(telling.verb, telling.trigger, text)
        if telling.rule == "during-visit" and stated.polarity is Polarity.NEGATED:
            stated, speech = Stated(), None  # what was not done during a visit leaves it standing
        if (
            telling.prospective
            and stated.modality is Modality.ACTUAL
            and stated.polarity is Polarity.AFFIRMED
        ):
            stated = Stated(modality=Modality.INTENDED)
        if stated.polarity is Polarity.NEGATED and speech is not None:
            return self._said_by(stated, speech, event, tree, index)
        if stated != Stated():
            return stated
        if self._is_to_come(event) or self._is_announced(event):
            return Stated(modality=Modality.INTENDED)
        if speech is not None:
            return self._said_by(stated, speech, event, tree, index)
        source = according_to(text)
        if source:
            mark = MARK.fullmatch(source)
            who = tree.tagged.spans[int(mark[2])].actors if mark else []
            own = any(each in event.actors() for each in who)
            return Stated(
                attribution=Attribution.SELF if own else Attribution.SOURCE,
                speaker=who[0].name if who else source,
            )
        return self._printed(event)

    def _said_by(
        self, stated: Stated, speech: Token, event: Event, tree: Tree, index: int
    ) -> Stated:
        """As stated, by whoever is the subject of the verb: of the event himself, or of others."""
        said_by = subjects(speech)
        who = self._who.actors(tree, said_by, index)
        own = any(each in event.actors() for each in who) or any(
            each.lower_ in ("i", "we") for each in said_by
        )
        words = who[0].name if who else " ".join(each.text for each in said_by)
        return stated._replace(
            attribution=Attribution.SELF if own else Attribution.SOURCE, speaker=words or None
        )

    def _printed(self, event: Event) -> Stated:
        """What is said in a transcript: by somebody about himself and his listener, or about others."""
        transcript = self.setting.transcript
        if transcript.speaker is None:
            return Stated()
        own = any(each in event.actors() for each in (transcript.speaker, transcript.listener))
        return Stated(
            attribution=Attribution.SELF if own else Attribution.SOURCE,
            speaker=transcript.speaker.name,
        )

    def _is_to_come(self, event: Event) -> bool:
        """Does it lie behind the day of the report?"""
        published = self.document.published
        return bool(
            published
            and is_day(published)
            and event.date
            and bounds(event.date)[0] > bounds(published)[1]
        )

    def _is_announced(self, event: Event) -> bool:
        """Does it stand in a list of what is to come: "COMING UP", "The week ahead"?"""
        block = self.document.blocks[event.block]
        heads = [
            block,
            *(self.document.blocks[n] for n in (block.heading, block.lead_in) if n is not None),
        ]
        return any(_AHEAD.match(self.document.text[each.start : each.end]) for each in heads)

    def _topics(self, tagged: Tagged, found: list[Event], reading: Reading) -> None:
        given = None if found else focus(tagged)
        if given is None:
            return
        topic, lead = given
        index = reading.sentence.index
        named = next(filter(None, map(type_of, lead.split())), None)
        for event in reversed(self.events):
            far = _FAR if named and same_family(named, event.type) else _NEAR
            if event.block == reading.sentence.block or index - event.sentence <= far:
                if event.topic is None and event.type is not EventType.VISIT:
                    event.topic, event.topic_area = topic, reading.area
                return


def _who_met(tree: Tree, tokens: list[Token], actors: list[Actor]) -> list[Actor]:
    """Those who met somebody themselves: a body is not met with its members ("met members of the Council")."""
    members = any(
        (each.i not in tree.spans and each.tag_ == "NNS")
        or (tree.kind(each) == "U" and (title := tree.spans[each.i].title) and title.plural)
        for each in tokens
    )
    named = {id(a) for each in tokens if tree.kind(each) == "O" for a in tree.spans[each.i].actors}
    return [a for a in actors if not members or a.kind != "Organisation" or id(a) in named]
