"""What a model told of a document, as far as the text bears it out, made claims by the extractor's own writer."""

from ingest.assisting.paragraphs import Area, Paragraph
from ingest.assisting.told import Event as ToldEvent
from ingest.assisting.told import Participant, Told
from ingest.assisting.told import Tenure as ToldTenure
from ingest.assisting.verifying import Evidence
from ingest.document import Document
from ingest.extraction.actors import Actor, Roll, Tenure
from ingest.extraction.claims import ClaimWriter
from ingest.extraction.event import Event, Part
from ingest.extraction.mentions import Mentions
from ingest.extraction.status import Stated
from ingest.extraction.titles import Title
from ontology.anchors import Anchor
from ontology.countries import country_by_code, country_named, country_of_demonym
from ontology.dates import read_date, with_year
from ontology.model import Extraction
from ontology.names import fold
from ontology.terms import Attribution, Modality, NodeKind, Polarity, Status


class Reader:
    """Takes in what is told of each paragraph; what does not stand there is left out and counted."""

    def __init__(self, document: Document, offline: Extraction, rule: str) -> None:
        """Who is known from the offline extraction is known here too; `rule` is what each claim is made by."""
        self.dropped = 0
        """Facts, and parts of facts, whose words do not stand in what was sent."""
        self._document, self._offline, self._rule = document, offline, rule
        self._anchor = with_year(document.text, Anchor(published=document.published), only=True)
        self._roll = Roll()
        self._roll.explain(document.text)
        people = (each.name for each in offline.mentions if each.kind is NodeKind.PERSON)
        for name in sorted(people, key=lambda name: -len(name.split())):
            self._roll.add_person(name)
        self._events: list[Event] = []
        self._areas: dict[Area, int] = {}

    def take(self, paragraph: Paragraph, told: Told) -> None:
        """Takes in what a model told of one paragraph."""
        for tenure in told.tenures:
            self._count(self._tenure(tenure, self._evidence(paragraph, tenure)))
        for event in told.events:
            self._count(self._event(event, self._evidence(paragraph, event)))

    def extraction(self) -> Extraction:
        """All that was taken in; its events are numbered on from those of the offline extraction."""
        known = self._offline.mentions
        mentions = Mentions(self._document, self._roll, None, known)
        claims = ClaimWriter(self._document, mentions, self._areas)
        claims.tenures(self._roll, self._events)
        claims.events(self._events, sum(each.kind is NodeKind.EVENT for each in known))
        return Extraction(
            report=self._offline.report,
            passages=claims.passages(),
            mentions=mentions.all(),
            claims=tuple(claims.claims.values()),
        )

    def _count(self, taken: bool) -> None:  # noqa: FBT001
        self.dropped += not taken

    def _evidence(self, paragraph: Paragraph, told: ToldTenure | ToldEvent) -> Evidence:
        return Evidence(self._document.text, paragraph, told.quote, told.context)

    def _sentence(self, area: Area) -> int:
        return self._areas.setdefault(area, len(self._areas))

    # ------------------------------------------------------------- posts

    def _tenure(self, told: ToldTenure, evidence: Evidence) -> bool:
        place = evidence.place(told.person)
        named = [told.post, *([told.organisation] if told.organisation else [])]
        if not (place and all(map(evidence.place, named)) and _is_name(told.person)):
            return False
        area, *context = evidence.areas
        land = _country(told.organisation) if told.organisation else None
        body = None if land else told.organisation
        title = Title(0, 0, told.post, "", body, land, former=told.former, acting=told.acting)
        stated, sentence = _stated(told, evidence), self._sentence(area)
        actor = _seen(self._roll.add_person(told.person), place)
        actor.tenures.append(
            Tenure(title, land, *place, sentence, self._rule, stated, contexts=context)
        )
        return True

    # ------------------------------------------------------------- events

    def _event(self, told: ToldEvent, evidence: Evidence) -> bool:
        if not evidence:
            return False
        area = evidence.areas[0]
        event = Event(
            told.type, area, self._sentence(area), 0, self._rule, _stated(told, evidence), noun=True
        )
        actors = self._parts(event, told, evidence)
        self._setting(event, told, evidence)
        if not (event.parts or (event.date and event.place)):
            return False
        for each in told.contacts:
            one, other = actors.get(each.one), actors.get(each.other)
            if one and other and one is not other:
                event.pairs.append((one, other, area))
            else:
                self.dropped += 1
        self._events.append(event)
        return True

    def _parts(self, event: Event, told: ToldEvent, evidence: Evidence) -> dict[str, Actor]:
        """Takes the participants in; they by the names they were told by."""
        found: dict[str, Actor] = {}
        for each in told.participants:
            place = evidence.place(each.name)
            actor = self._actor(each, place) if place else None
            if actor is None:
                self.dropped += 1
                continue
            found[each.name] = actor
            if all(part.actor is not actor for part in event.parts):
                areas = _with_core(evidence, each.name)
                event.parts.append(Part(actor, each.role, areas, self._rule))
        return found

    def _setting(self, event: Event, told: ToldEvent, evidence: Evidence) -> None:
        """When, where and about what: each on its own, where its words stand there."""
        if told.date and self._stands(told.date, evidence):
            event.date = read_date(told.date, self._anchor)
            event.date_areas = _with_core(evidence, told.date)
            self._count(event.date is not None)
        if told.place and self._stands(told.place, evidence):
            event.place, event.place_area = told.place, evidence.quotes_of(told.place)[0]
        if told.topic and self._stands(told.topic, evidence):
            event.topic, event.topic_area = told.topic, evidence.quotes_of(told.topic)[0]

    def _stands(self, name: str, evidence: Evidence) -> bool:
        stands = evidence.place(name) is not None
        self._count(stands)
        return stands

    # ------------------------------------------------------------- actors

    def _actor(self, told: Participant, place: Area) -> Actor | None:
        """Who is meant, known by the same name or new; None where no name or no known country is told."""
        if not _is_name(told.name):
            return None
        if told.kind == "person":
            return _seen(self._roll.add_person(told.name), place)
        if code := _country(told.name):
            return self._roll.country(code, country_by_code(code).name)
        if told.kind == "country":
            return None
        return _seen(self._roll.add_body(told.name), place)


_PRONOUNS = frozenset("he she it they him her them i we us you who this that these those".split())  # noqa: SIM905


def _is_name(name: str) -> bool:
    return any(map(str.isupper, name)) and fold(name) not in _PRONOUNS


def _seen(actor: Actor, place: Area) -> Actor:
    """The actor, named there too."""
    actor.forms.append(place)
    return actor


def _country(name: str) -> str | None:
    """The code of the country that a name or an adjective names."""
    land = country_named(name) or country_of_demonym(name)
    return land.code if land else None


def _with_core(evidence: Evidence, name: str) -> list[Area]:
    """The quote that states a fact, and where a name stands outside of it, the quotes that have it."""
    core = evidence.areas[0]
    named = evidence.quotes_of(name)
    return [core] if core in named else [core, *named]


def _stated(told: ToldTenure | ToldEvent, evidence: Evidence) -> Stated:
    """How it was stated; a speaker is one whose name stands there."""
    if told.status is Status.DENIED:
        return Stated(polarity=Polarity.NEGATED)
    if told.status is Status.PLANNED:
        return Stated(modality=Modality.INTENDED)
    if told.status is Status.HAPPENED:
        return Stated()
    if told.speaker and evidence.place(told.speaker):
        return Stated(attribution=Attribution.SOURCE, speaker=told.speaker)
    return Stated(attribution=Attribution.RUMOUR)
