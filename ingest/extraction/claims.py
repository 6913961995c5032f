"""Claims with their evidence, made of the tenures and events that were found in a document."""

from collections.abc import Iterable

from ingest.document import Document
from ingest.extraction.actors import Actor, Area, Roll, Tenure
from ingest.extraction.event import Event
from ingest.extraction.mentions import Mentions
from ingest.extraction.status import Stated
from ingest.extraction.structure import Belonging
from ontology.model import Claim, Mention, Passage, content_id
from ontology.terms import EventType, NodeKind, Relation, Role, Status

TITLE_CONFIDENCE = 0.9
EVENT_CONFIDENCE = 0.8
CONTEXT_CONFIDENCE = 0.7
"""Of what is said of an event elsewhere than in its own sentence."""


class ClaimWriter:
    """Writes the claims of one document; passages and mentions are made as they are needed."""

    def __init__(self, document: Document, mentions: Mentions, sentences: Iterable[Area]) -> None:
        self.document = document
        self.mentions = mentions
        self.sentences = list(sentences)
        self.claims: dict[str, Claim] = {}
        self._passages: dict[Area, Passage] = {}

    def passages(self) -> tuple[Passage, ...]:
        """The passages that claims quote, in the order of the text."""
        return tuple(self._passages[area] for area in sorted(self._passages))

    # ------------------------------------------------------------- posts

    def tenures(self, roll: Roll, events: Iterable[Event]) -> None:
        """Who holds or held which post where; seen to hold it on the day of an event of the same sentence."""
        seen = {
            (actor, event.sentence): event.date
            for event in events
            if event.status is Status.HAPPENED and event.date
            for actor in event.actors()
        }
        for actor in roll.people:
            for tenure in actor.tenures:
                self._tenure(actor, tenure, seen.get((actor, tenure.sentence)))

    def _tenure(self, actor: Actor, tenure: Tenure, seen: str | None) -> None:
        title, area = tenure.title, self.sentences[tenure.sentence]
        within = self._within(tenure)
        post = self.mentions.post(title.post, within)
        stated = Stated() if tenure.stated is None else tenure.stated
        self._claim(
            self.mentions.person(actor).id, Relation.HOLDS_POST, [area, *tenure.contexts], stated, tenure.rule,
            TITLE_CONFIDENCE, object=post.id, former=title.former, acting=title.acting,
            observed=None if title.former else seen or self.document.published,
            since=tenure.since,
            until=tenure.until,
        )  # fmt: skip
        if within:
            self._claim(
                post.id, Relation.POST_IN, [area, *tenure.contexts], Stated(), tenure.rule,
                TITLE_CONFIDENCE, object=within.id,
            )  # fmt: skip
            self._part_of(within, area, tenure.rule)

    def _within(self, tenure: Tenure) -> Mention | None:
        body, country = tenure.title.body, tenure.country
        if body:
            return self.mentions.organisation(body, country)
        return self.mentions.country(country) if country else None

    def _part_of(self, body: Mention, area: Area, rule: str) -> None:
        """A body that has a country in its name belongs to that country."""
        code = (
            self.mentions.country_of_body(body.name) if body.kind is NodeKind.ORGANISATION else None
        )
        if code:
            country = self.mentions.country(code)
            self._claim(
                body.id, Relation.PART_OF, [area], Stated(), f"{rule}/country-in-name",
                TITLE_CONFIDENCE, object=country.id,
            )  # fmt: skip

    def belongings(self, found: Iterable[Belonging]) -> None:
        """Which body belongs to which."""
        for each in found:
            part, whole = self.mentions.actor(each.part), self.mentions.actor(each.whole)
            if part.kind is NodeKind.ORGANISATION and part.id != whole.id:
                self._claim(
                    part.id, Relation.PART_OF, [each.area], each.stated, "belongs-to",
                    TITLE_CONFIDENCE, object=whole.id,
                )  # fmt: skip

    # ------------------------------------------------------------- events

    def events(self, events: Iterable[Event], first: int = 0) -> None:
        """What was when and where, about what, and who took part and met; events are numbered from `first`."""
        for number, event in enumerate(events, first):
            self._event(event, self.mentions.event(describe(event), number))

    def _event(self, event: Event, mention: Mention) -> None:
        own, id_ = [event.area, *event.contexts], mention.id
        self._of(
            event,
            id_,
            Relation.EVENT_TYPE,
            own,
            event_type=event.type,
            count=event.count,
            several=event.several,
        )
        if event.date:
            self._of(event, id_, Relation.ON_DATE, event.date_areas or own, date=event.date)
        if event.place and event.place_area:
            where = self.mentions.place(event.place)
            self._of(event, id_, Relation.AT_PLACE, _with(event.place_area, event), object=where.id)
        if event.wider:
            land, area = event.wider
            around = self.mentions.place(land)
            self._of(event, id_, Relation.AT_PLACE, _with(area, event), object=around.id)
        if event.topic and event.topic_area:
            about = self.mentions.topic(event.topic)
            self._of(event, id_, Relation.ABOUT, _with(event.topic_area, event), object=about.id)
        for part in event.parts:
            who = self.mentions.actor(part.actor)
            titled = (t.title.post for t in part.actor.tenures if t.sentence == event.sentence)
            self._of(
                event, who.id, Relation.TOOK_PART, part.areas, part.rule,
                object=id_, role=part.role, capacity=next(titled, None),
            )  # fmt: skip
        self._meetings(event, mention)

    def _meetings(self, event: Event, mention: Mention) -> None:
        absent = {id(part.actor) for part in event.parts if part.role is Role.ABSENT}
        by_phone = event.type is EventType.PHONE_CALL
        for one, other, area in event.pairs:
            first, second = self.mentions.actor(one), self.mentions.actor(other)
            if first.id == second.id or {id(one), id(other)} & absent:
                continue
            self._of(
                event, first.id, Relation.MET, _with(area, event),
                object=second.id, event=mention.id, date=event.date, by_phone=by_phone,
            )  # fmt: skip

    def _of(
        self, event: Event, subject: str, relation: Relation, areas: list[Area],
        rule: str | None = None, /, **more: object,
    ) -> None:  # fmt: skip
        """Writes what is said of an event, stated as the event is."""
        sure = EVENT_CONFIDENCE if areas[0] == event.area else CONTEXT_CONFIDENCE
        self._claim(subject, relation, areas, event.stated, rule or event.rule, sure, **more)

    # ------------------------------------------------------------- evidence

    def _passage(self, area: Area) -> str:
        if area not in self._passages:
            self._passages[area] = self.document.passage(*area)
        return self._passages[area].id

    def _claim(
        self, subject: str, relation: Relation, areas: list[Area], stated: Stated, rule: str,
        confidence: float, **more: object,
    ) -> None:  # fmt: skip
        """Writes a claim once; the first area states it, the others are its context."""
        core, *context = dict.fromkeys(areas)
        end = more.get("object") or more.get("date") or ""
        identifier = content_id(
            "claim", self.document.id, subject, relation, end, more.get("event", ""), more.get("role", ""),
            more.get("former", ""), more.get("acting", ""), core,
        )  # fmt: skip
        if identifier in self.claims:
            return
        self.claims[identifier] = Claim.model_validate(
            {
                "id": identifier, "report": self.document.id, "subject": subject, "relation": relation,
                "core": self._passage(core), "context": tuple(self._passage(each) for each in context),
                "polarity": stated.polarity, "modality": stated.modality, "attribution": stated.attribution,
                "speaker": stated.speaker, "confidence": confidence, "rule": rule, **more,
            }
        )  # fmt: skip


def _with(area: Area, event: Event) -> list[Area]:
    return [area] if area == event.area else [area, event.area]


def describe(event: Event) -> str:
    """A short name of an event: what it is called or its type, who was there, about what."""
    kind = event.called or event.type.value.replace("_", " ")
    people = [part.actor.name for part in event.parts if part.role is not Role.ABSENT]
    name = f"{kind} “{event.title}”" if event.title else kind
    if event.topic and event.topic != event.title and len(event.topic) <= 80:
        name += f" on {event.topic}"
    if people:
        shown = ", ".join(people[:3]) + (" and others" if len(people) > 3 else "")
        name += f" ({shown})"
    return name
