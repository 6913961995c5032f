"""A hand-made report of invented people, loaded into a real embedded server for the questions."""

from collections.abc import Iterator
from typing import Any

import pytest

from graph.asking import Asker
from graph.asking.index import NameIndex
from graph.asking.loading import load_index
from graph.embedded import EmbeddedServer
from graph.knowledge import KnowledgeGraph
from graph.store import Store
from ontology.edtf import bounds
from ontology.model import (
    Claim,
    Extraction,
    Mention,
    Passage,
    Report,
    Segment,
    content_id,
)
from ontology.names import name_key, person_key
from ontology.terms import Attribution, EventType, Modality, NodeKind, Polarity, Relation, Role


class Book:
    """Writes a report sentence by sentence, with the claims that each sentence makes."""

    def __init__(self, title: str, published: str) -> None:
        self.title, self.published = title, published
        self.id = content_id("report", title)
        self.text = ""
        self.passages: list[Passage] = []
        self.mentions: dict[tuple[NodeKind, str], Mention] = {}
        self.claims: list[Claim] = []

    def says(self, sentence: str) -> str:
        """Adds a sentence; gives the id of its passage, which the next claims state."""
        start = len(self.text)
        self.text += sentence + "\n"
        segment = Segment(page=1 + len(self.passages) // 4, start=start, end=start + len(sentence))
        passage = Passage(
            id=content_id("passage", self.id, start),
            report=self.id,
            quote=sentence,
            start=start,
            end=start + len(sentence),
            segments=(segment,),
        )
        self.passages.append(passage)
        return passage.id

    def mention(self, kind: NodeKind, name: str, country: str | None = None) -> str:
        """The id of the mention of this name."""
        key = person_key(name) if kind is NodeKind.PERSON else name_key(name)
        known = self.mentions.get((kind, name))
        made = Mention(
            id=content_id("mention", self.id, kind, name),
            report=self.id,
            kind=kind,
            name=name,
            key=key,
            contexts=frozenset({"*"}),
            country=country,
        )
        return self.mentions.setdefault((kind, name), known or made).id

    def claim(
        self, subject: str, relation: Relation, object_: str | None = None, **more: Any
    ) -> None:
        """Adds a claim stated by the last sentence."""
        self.claims.append(
            Claim(
                id=content_id("claim", self.id, len(self.claims)),
                report=self.id,
                subject=subject,
                relation=relation,
                object=object_,
                core=self.passages[-1].id,
                confidence=0.9,
                rule="by hand",
                **more,
            )
        )

    def person(
        self, name: str, post: str, body: str, kind: NodeKind, country: str | None, **more: Any
    ) -> None:
        """Adds a tenure stated by the last sentence."""
        post_id = self.mention(NodeKind.POST, f"{post}")
        if (kind, body) != (NodeKind.COUNTRY, ""):
            post_id = self._post(post, body)
        person = self.mention(NodeKind.PERSON, name, country)
        self.claim(person, Relation.HOLDS_POST, post_id, observed=self.published, **more)
        self.claim(post_id, Relation.POST_IN, self.mention(kind, body, country))

    def _post(self, post: str, body: str) -> str:
        """A post of its own for each body."""
        made = Mention(
            id=content_id("mention", self.id, "post", post, body),
            report=self.id,
            kind=NodeKind.POST,
            name=post,
            key=name_key(post),
            contexts=frozenset({name_key(body)}),
        )
        return self.mentions.setdefault((NodeKind.POST, f"{post}/{body}"), made).id

    def event(
        self,
        name: str,
        kind: EventType,
        date: str | None,
        *,
        place: tuple[NodeKind, str, str | None] | None = None,
        topics: tuple[str, ...] = (),
        present: dict[str, Role] | None = None,
        count: int | None = None,
        several: bool = False,
        **more: Any,
    ) -> str:
        """Adds an event stated by the last sentence; `present` names persons, bodies or countries."""
        event = Mention(
            id=content_id("mention", self.id, "event", len(self.claims)),
            report=self.id,
            kind=NodeKind.EVENT,
            name=name,
            key=f"{name} {len(self.claims)}",
        )
        self.mentions[NodeKind.EVENT, event.id] = event
        self.claim(
            event.id, Relation.EVENT_TYPE, event_type=kind, count=count, several=several, **more
        )
        if date:
            self.claim(event.id, Relation.ON_DATE, date=date, **more)
        if place:
            self.claim(event.id, Relation.AT_PLACE, self.mention(*place), **more)
        for topic in topics:
            self.claim(event.id, Relation.ABOUT, self.mention(NodeKind.TOPIC, topic), **more)
        for who, role in (present or {}).items():
            self.claim(self._known(who), Relation.TOOK_PART, event.id, role=role, **more)
        return event.id

    def _known(self, name: str) -> str:
        for kind in (NodeKind.PERSON, NodeKind.ORGANISATION, NodeKind.COUNTRY):
            if (kind, name) in self.mentions:
                return self.mentions[kind, name].id
        return self.mention(NodeKind.PERSON, name)

    def met(self, one: str, other: str, event: str, date: str | None, **more: Any) -> None:
        """Adds a contact stated by the last sentence."""
        self.claim(
            self._known(one), Relation.MET, self._known(other), event=event, date=date, **more
        )

    def extraction(self) -> Extraction:
        """All of it."""
        bounds(self.published)
        report = Report(
            id=self.id,
            file=f"{self.title}.txt",
            title=self.title,
            published=self.published,
            source=None,
            pages=1 + len(self.passages) // 4,
            text_sha256=content_id("text", self.text),
            file_sha256=content_id("file", self.text),
            extractor="by hand",
        )
        return Extraction(
            report=report,
            passages=tuple(self.passages),
            mentions=tuple(self.mentions.values()),
            claims=tuple(self.claims),
        )


def harbour_review() -> Extraction:
    """A monthly review of invented people: two meetings on corruption, talks, an exhibition, a visit, plans."""
    book = Book("Harbour review", "2021-03-31")
    org, country, place = NodeKind.ORGANISATION, NodeKind.COUNTRY, NodeKind.PLACE
    book.says(
        "Ilze Kalnina is Prosecutor General of Latvia, Jonas Holt chairs the State Audit Office."
    )
    book.person("Ilze Kalnina", "Prosecutor General", "Latvia", country, "LV")
    book.person("Jonas Holt", "Chairman", "State Audit Office", org, "LV")
    book.says(
        "Marek Sowa is Defence Minister of Poland; Petra Lund chaired the State Audit Office before."
    )
    book.person("Marek Sowa", "Defence Minister", "Poland", country, "PL")
    book.person("Petra Lund", "Chairwoman", "State Audit Office", org, "LV", former=True)
    book.says(
        "On 4 March 2021 Kalnina chaired a meeting on combating crime and corruption; Holt came."
    )
    book.event(
        "coordination meeting on combating crime and corruption",
        EventType.MEETING,
        "2021-03-04",
        place=(place, "Riga", None),
        topics=("combating crime and corruption",),
        present={"Ilze Kalnina": Role.CHAIR, "Jonas Holt": Role.PARTICIPANT},
    )
    book.says(
        "On 9 March Holt and Lund attended an anti-corruption meeting; Olga Reka stayed away."
    )
    book.event(
        "anti-corruption meeting in Liepaja",
        EventType.MEETING,
        "2021-03-09",
        place=(place, "Liepaja", None),
        topics=("anti-corruption",),
        present={
            "Jonas Holt": Role.PARTICIPANT,
            "Petra Lund": Role.PARTICIPANT,
            "Olga Reka": Role.ABSENT,
        },
    )
    book.says(
        "In the Vidzeme region alone, 14 anti-corruption meetings of parish councils were held in March."
    )
    book.event(
        "anti-corruption meetings of parish councils",
        EventType.MEETING,
        "2021-03",
        place=(place, "Vidzeme region", None),
        topics=("anti-corruption",),
        count=14,
    )
    book.says("On 12 March 2021 Kalnina met Marek Sowa in Warsaw; they discussed arms exports.")
    event = book.event(
        "meeting of Ilze Kalnina with Marek Sowa",
        EventType.MEETING,
        "2021-03-12",
        place=(place, "Warsaw", None),
        topics=("arms exports",),
        present={"Ilze Kalnina": Role.PARTICIPANT, "Marek Sowa": Role.PARTICIPANT},
    )
    book.met("Ilze Kalnina", "Marek Sowa", event, "2021-03-12")
    book.says("On 15 March Holt spoke with Sowa by telephone.")
    call = book.event(
        "phone call",
        EventType.PHONE_CALL,
        "2021-03-15",
        present={"Jonas Holt": Role.PARTICIPANT, "Marek Sowa": Role.PARTICIPANT},
    )
    book.met("Jonas Holt", "Marek Sowa", call, "2021-03-15", by_phone=True)
    book.says("The BALTFISH-2021 exhibition was held in Gdansk from 16 to 19 March.")
    book.event(
        "BALTFISH-2021 exhibition",
        EventType.EXHIBITION,
        "2021-03-16/2021-03-19",
        place=(place, "Gdansk", None),
        present={"Poland": Role.HOST},
    )
    book.says("Holt is to attend a session of the Baltic Harbour Council on 2 April.")
    book.event(
        "session of the Baltic Harbour Council",
        EventType.SESSION,
        "2021-04-02",
        present={"Jonas Holt": Role.PARTICIPANT},
        modality=Modality.INTENDED,
    )
    book.says("Sowa denied having met Petra Lund on 20 March.")
    denied = book.event("meeting", EventType.MEETING, "2021-03-20", polarity=Polarity.NEGATED)
    book.met("Marek Sowa", "Petra Lund", denied, "2021-03-20", polarity=Polarity.NEGATED)
    book.says("Signings of fishing treaties were frequent in March.")
    book.event("signing of fishing treaties", EventType.SIGNING, "2021-03", several=True)
    book.says("The Mayor said that 40 trainings had been held, one of them on 5 March.")
    source = Attribution.SOURCE
    book.event("trainings", EventType.TRAINING, "2021-03", count=40, attribution=source)
    book.event("training", EventType.TRAINING, "2021-03-05")
    book.says(
        "A summit took place in Tallinn on 6 March; Lund said that there had been three in Oslo."
    )
    book.event("summit", EventType.SUMMIT, "2021-03-06", place=(place, "Tallinn", None))
    oslo = (place, "Oslo", None)
    book.event("summits", EventType.SUMMIT, "2021-03", place=oslo, count=3, attribution=source)
    book.says(
        "Six exercises were held in March, one of them on 8 March; another followed in April."
    )
    book.event("exercises", EventType.EXERCISE, "2021-03", count=6)
    book.event("exercise", EventType.EXERCISE, "2021-03-08", place=(place, "Adazi", None))
    book.event("exercise", EventType.EXERCISE, "2021-04-05")
    book.says("Conferences were held in March; the one on 9 March was opened by Poland.")
    book.event("conferences", EventType.CONFERENCE, "2021-03", several=True)
    book.event("conference", EventType.CONFERENCE, "2021-03-09", present={"Poland": Role.HOST})
    book.says("Lund said that Ozols had met Olga Reka in Daugavpils on 18 March about ice roads.")
    told: dict[str, Any] = {"attribution": source, "speaker": "Petra Lund"}
    claimed = book.event(
        "meeting", EventType.MEETING, "2021-03-18", place=(place, "Daugavpils", None),
        topics=("ice roads",),
        present={"Edgars Ozols": Role.PARTICIPANT, "Olga Reka": Role.PARTICIPANT}, **told,
    )  # fmt: skip
    book.met("Edgars Ozols", "Olga Reka", claimed, "2021-03-18", **told)
    book.says(
        "Zane Liepa, Minister of Fisheries, led the Latvian delegation to Oslo on 24 February."
    )
    book.person("Zane Liepa", "Minister of Fisheries", "Latvia", country, "LV")
    book.event(
        "visit", EventType.VISIT, "2021-02-24", place=oslo,
        present={"Zane Liepa": Role.PARTICIPANT},
    )  # fmt: skip
    book.says("On 26 February in Oslo Zane Liepa met the Norwegian delegation headed by Nils Aas.")
    book.event(
        "meeting", EventType.MEETING, "2021-02-26", place=oslo,
        present={"Zane Liepa": Role.PARTICIPANT, "Nils Aas": Role.PARTICIPANT},
    )  # fmt: skip
    book.says("Holt is to lead a delegation to Tallinn on 8 May.")
    book.event(
        "visit", EventType.VISIT, "2021-05-08", place=(place, "Tallinn", None),
        present={"Jonas Holt": Role.PARTICIPANT}, modality=Modality.INTENDED,
    )  # fmt: skip
    book.says("On 10 February Zane Liepa visited the Juniper air base in Estonia.")
    book.event(
        "visit", EventType.VISIT, "2021-02-10", place=(place, "Juniper air base", None),
        present={"Zane Liepa": Role.PARTICIPANT},
    )  # fmt: skip
    book.says(
        "On 20 February Poland and Latvia signed three agreements and a protocol in Ventspils."
    )
    book.event(
        "signing", EventType.SIGNING, "2021-02-20", place=(place, "Ventspils", None),
        present={"Poland": Role.PARTICIPANT, "Latvia": Role.PARTICIPANT},
    )  # fmt: skip
    book.says("Edgars Ozols headed the Pilot Service from 2015 until June 2019.")
    book.person(
        "Edgars Ozols", "Head", "Pilot Service", org, "LV",
        former=True, since="2015", until="2019-06",
    )  # fmt: skip
    return book.extraction()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EmbeddedServer]:
    """An embedded server of its own that holds the hand-made report."""
    server = EmbeddedServer(tmp_path_factory.mktemp("asking"))
    try:
        with Store(server.ensure()) as store:
            KnowledgeGraph(store).add(harbour_review())
        yield server
    finally:
        server.stop()


@pytest.fixture(scope="module")  # a server that no test has used for long has ended by itself
def store(server: EmbeddedServer) -> Iterator[Store]:
    """The store with the hand-made report."""
    with Store(server.ensure()) as store:
        yield store


@pytest.fixture(scope="module")
def asker(store: Store) -> Asker:
    """Asks of the hand-made report."""
    return Asker(store)


@pytest.fixture(scope="module")
def names(store: Store) -> NameIndex:
    """The names of the hand-made report."""
    return load_index(store)
