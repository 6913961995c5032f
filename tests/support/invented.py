"""Invented reports: extractions as reading would give them, of few names, so that reports often speak of the same."""

import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import NamedTuple

from ontology.model import Claim, Extraction, Mention, Passage, Report, Segment, content_id
from ontology.terms import (
    Attribution,
    EventType,
    Modality,
    NodeKind,
    Polarity,
    Relation,
    Role,
    Status,
)

STATED: dict[Status, dict[str, object]] = {
    Status.HAPPENED: {},
    Status.PLANNED: {"modality": Modality.INTENDED},
    Status.CLAIMED: {"attribution": Attribution.SOURCE, "speaker": "a source"},
    Status.DENIED: {"polarity": Polarity.NEGATED},
}
"""How a claim of each status is stated."""


class Actor(NamedTuple):
    """Somebody or something that reports name; `contexts` as one report knows them."""

    kind: NodeKind
    name: str
    contexts: frozenset[str] = frozenset({"*"})
    country: str | None = None


@dataclass
class Invented:
    """One report in the making."""

    name: str
    published: str = "2024-09-30"
    mentions: dict[str, Mention] = field(default_factory=dict)
    passages: dict[str, Passage] = field(default_factory=dict)
    claims: list[Claim] = field(default_factory=list)
    text: str = ""

    @property
    def id(self) -> str:
        """The report's id."""
        return content_id("report", self.name)

    def mention(self, actor: Actor, apart: object = "") -> str:
        """The id of this report's mention of an actor; `apart` tells two of one name from each other."""
        identifier = content_id("mention", self.name, actor.kind, actor.name, apart)
        self.mentions.setdefault(
            identifier,
            Mention(
                id=identifier,
                report=self.id,
                kind=actor.kind,
                name=actor.name,
                key=actor.name.casefold(),
                contexts=actor.contexts,
                country=actor.country,
            ),
        )
        return identifier

    def says(self, sentence: str) -> str:
        """The id of the passage of a sentence that is added to the text."""
        start = len(self.text)
        self.text += sentence + "\n"
        end = start + len(sentence)
        passage = Passage(
            id=content_id("passage", self.name, start),
            report=self.id,
            quote=sentence,
            start=start,
            end=end,
            segments=(Segment(page=1, start=start, end=end),),
        )
        self.passages[passage.id] = passage
        return passage.id

    def claim(
        self,
        subject: str,
        relation: Relation,
        status: Status = Status.HAPPENED,
        **more: object,
    ) -> str:
        """The id of a claim that is added, with a sentence of its own that says so."""
        number = len(self.claims)
        words = f"Sentence {number} of {self.name} says that {relation} is {status}."
        made = {
            "id": content_id("claim", self.name, number),
            "report": self.id,
            "subject": subject,
            "relation": relation,
            "core": self.says(words),
            "confidence": 0.9,
            "rule": "invented",
        }
        self.claims.append(Claim.model_validate(made | STATED[status] | more))
        return self.claims[-1].id

    def tenure(
        self,
        person: Actor,
        post: Actor,
        within: Actor,
        status: Status = Status.HAPPENED,
        **more: object,
    ) -> str:
        """The id of the claim that a person holds a post of a body or country."""
        held = self.mention(post, within.name)
        self.claim(held, Relation.POST_IN, status, object=self.mention(within))
        more = {"observed": self.published} | more
        return self.claim(self.mention(person), Relation.HOLDS_POST, status, object=held, **more)

    def event(
        self,
        kind: EventType,
        date: str | None,
        place: Actor | None,
        present: Sequence[Actor] = (),
        topic: Actor | None = None,
        status: Status = Status.HAPPENED,
        role: Role = Role.PARTICIPANT,
        count: int | None = None,
    ) -> str:
        """The id of the mention of an event, told with all of this."""
        event = self.mention(Actor(NodeKind.EVENT, str(kind), frozenset()), len(self.claims))
        self.claim(event, Relation.EVENT_TYPE, status, event_type=kind, count=count)
        if date:
            self.claim(event, Relation.ON_DATE, status, date=date)
        if place:
            self.claim(event, Relation.AT_PLACE, status, object=self.mention(place))
        if topic:
            self.claim(event, Relation.ABOUT, status, object=self.mention(topic))
        for actor in present:
            self.claim(self.mention(actor), Relation.TOOK_PART, status, object=event, role=role)
        return event

    def met(
        self, one: Actor, other: Actor, event: str, status: Status = Status.HAPPENED, **more: object
    ) -> str:
        """The id of the claim that two were in contact in an event."""
        return self.claim(
            self.mention(one), Relation.MET, status, object=self.mention(other), event=event, **more
        )

    def extraction(self, extractor: str = "invented 1") -> Extraction:
        """All of it."""
        return Extraction(
            report=Report(
                id=self.id,
                file=f"{self.name}.txt",
                title=self.name,
                published=self.published,
                source=None,
                pages=1,
                text_sha256=sha256(self.text.encode()).hexdigest(),
                file_sha256=content_id("file", self.name),
                extractor=extractor,
            ),
            passages=tuple(self.passages.values()),
            mentions=tuple(self.mentions.values()),
            claims=tuple(self.claims),
        )


def country(name: str, code: str) -> Actor:
    """A country."""
    return Actor(NodeKind.COUNTRY, name, country=code)


def person(name: str, *contexts: str, country: str | None = None) -> Actor:
    """A person as known by these contexts."""
    return Actor(NodeKind.PERSON, name, frozenset(contexts), country)


def body(name: str, country: str | None = None) -> Actor:
    """An organisation."""
    contexts = frozenset({f"country:{country}"} if country else "*")
    return Actor(NodeKind.ORGANISATION, name, contexts, country)


def post(name: str, within: Actor) -> Actor:
    """A post of a body or country."""
    return Actor(NodeKind.POST, name, frozenset({f"{within.kind}:{within.name}"}))


def place(name: str) -> Actor:
    """A place."""
    return Actor(NodeKind.PLACE, name)


def topic(name: str) -> Actor:
    """A topic, in words."""
    return Actor(NodeKind.TOPIC, name)


# ------------------------------------------------------------------ many reports

_SYLLABLES = (
    "ba",
    "dor",
    "el",
    "fi",
    "gan",
    "hol",
    "is",
    "ka",
    "lu",
    "mar",
    "no",
    "pe",
    "ri",
    "so",
    "tan",
    "vi",
)


class Land:
    """An invented land with its people, bodies and posts, about which any number of reports can be written."""

    def __init__(self, seed: int, people: int = 400) -> None:
        self._random = random.Random(seed)  # noqa: S311 - reports, not secrets
        self.countries = [country(self._name(), f"{a}{b}") for a in "QXZ" for b in "ABCDEFGHIJ"]
        self.bodies = [
            body(f"Ministry of {self._name()}", self._any(self.countries).country)
            for _ in range(60)
        ]
        self.places = [place(self._name()) for _ in range(80)]
        self.topics = [
            topic(f"{self._name()} and {word}")
            for word in ("trade", "crime", "energy", "health")
            for _ in range(5)
        ]
        self.people = [self._person() for _ in range(people)]

    def _any(self, of: list[Actor]) -> Actor:
        """One of them, the first ones more often: a few names are in every report."""
        return of[min(int(self._random.expovariate(6 / len(of))), len(of) - 1)]

    def _name(self) -> str:
        return "".join(self._random.choices(_SYLLABLES, k=3)).capitalize()

    def _person(self) -> Actor:
        home = self._any(self.countries).country or ""
        return person(f"{self._name()} {self._name()}", f"country:{home}", country=home)

    def report(self, number: int, claims: int = 40) -> Extraction:
        """One report of at least so many claims."""
        made = Invented(
            f"report-{number}", f"20{10 + number % 15}-{1 + number % 12:02}-{1 + number % 28:02}"
        )
        head, home = self.people[0], self.countries[0]
        made.tenure(head, post("President", home), home)  # which every report says again
        while len(made.claims) < claims:
            if self._random.random() < 0.4:
                who, within = (
                    self._any(self.people),
                    self._any(self._random.choice([self.bodies, self.countries])),
                )
                made.tenure(who, post("Minister", within), within)
            else:
                invited = (self._any(self.people), self._any(self.people), self._any(self.people))
                present = [*dict.fromkeys(invited), self._any(self.countries)]
                day = f"{made.published[:8]}{self._random.randint(1, 28):02}"
                event = made.event(
                    self._random.choice(list(EventType)),
                    day,
                    self._any(self.places),
                    present,
                    self._any(self.topics),
                )
                made.met(present[0], present[-1], event)
        return made.extraction()
