"""What the tools give: facts, each beside the words that state it."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Self

from pydantic import BaseModel, ConfigDict, JsonValue

from api.lookup import Found, Shown
from graph.asking import Answer, Evidence
from graph.browsing import ActorRow, EventTold, Proof, Quoted, Tenure
from ontology.edtf import Edtf
from ontology.terms import EventType, NodeKind, Relation, Status


class _Shape(BaseModel):
    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)


class Words(_Shape):
    """Words of a report that state a fact."""

    quote: str
    report: str
    """The report's file name."""
    page: int
    status: Status
    """Only `happened` is a fact; `planned`, `claimed` and `denied` are what somebody says."""
    claim: str
    """Id of the claim, for the tool `evidence`."""

    @classmethod
    def of(cls, proof: Proof | Evidence) -> Self:
        """The words of a proof."""
        return cls(
            quote=proof.quote,
            report=proof.file,
            page=proof.page,
            status=proof.status,
            claim=proof.claim,
        )


class AnswerLine(_Shape):
    """One answer with the words that say so."""

    answer: str
    evidence: tuple[Words, ...]


class Answered(_Shape):
    """The answer to a question: nothing else is known where `answers` is empty."""

    understood: str
    """How the question was read."""
    answers: tuple[AnswerLine, ...]
    refused: str | None
    """What was not understood, and what can be asked; then nothing was answered."""
    cypher: str
    """The query that was run."""
    parameters: dict[str, JsonValue]
    sparql: str
    """The same asked of the graph as RDF; several queries are told apart by `# 1 of 2`."""

    @classmethod
    def of(cls, found: Answer) -> Self:
        """An answer as the graph gives it."""
        evidence: dict[str, list[Words]] = defaultdict(list)
        for line in found.evidence:
            evidence[line.answer].append(Words.of(line))
        return cls(
            understood=found.understood,
            answers=tuple(AnswerLine(answer=a, evidence=tuple(evidence[a])) for a in found.answers),
            refused=found.refused,
            cypher=found.cypher,
            parameters=found.parameters,
            sparql=found.sparql,
        )


class Actor(_Shape):
    """A person, organisation or country."""

    id: str
    kind: NodeKind
    name: str
    aliases: tuple[str, ...]


class Actors(_Shape):
    """Some of the actors that were found."""

    total: int
    actors: tuple[Actor, ...]

    @classmethod
    def of(cls, found: Iterable[ActorRow], limit: int) -> Self:
        """The first of the actors."""
        rows = [
            Actor(id=each.id, kind=each.kind, name=each.name, aliases=each.aliases)
            for each in found
        ]
        return cls(total=len(rows), actors=tuple(rows[:limit]))


class Post(_Shape):
    """A post that a person holds or held."""

    person: str
    post: str
    body: str | None
    """The organisation, country or place that the post is in."""
    former: bool
    acting: bool
    observed: Edtf | None
    """When it was seen to hold."""
    since: Edtf | None
    until: Edtf | None
    evidence: tuple[Words, ...]


class Posts(_Shape):
    """Posts of an actor."""

    posts: tuple[Post, ...]

    @classmethod
    def of(cls, found: Iterable[Tenure]) -> Self:
        """The tenures of an actor."""
        return cls(posts=tuple(map(_post, found)))


class Event(_Shape):
    """An event with who was there."""

    id: str
    name: str
    type: EventType | None
    status: Status
    date: Edtf | None
    places: tuple[str, ...]
    topics: tuple[str, ...]
    participants: tuple[str, ...]
    evidence: tuple[Words, ...]


class Events(_Shape):
    """Some of the events that were found, the latest first."""

    total: int
    events: tuple[Event, ...]

    @classmethod
    def of(cls, found: Found) -> Self:
        """Events as the graph gives them."""
        return cls(total=found.total, events=tuple(map(_event, found.events)))


class ClaimShown(_Shape):
    """A claim with the words that state it and where they stand."""

    claim: str
    relation: Relation
    subject: str
    object: str | None
    status: Status
    rejected: bool
    """Did a person decide that the report does not say so?"""
    report: str
    """The report's file name."""
    title: str | None
    published: Edtf | None
    core: Quoted
    """Its page, and its span in the report's canonical text in code points."""
    context: tuple[Quoted, ...]
    """Passages that it needs besides."""

    @classmethod
    def of(cls, found: Shown) -> Self:
        """A claim with its report."""
        claim, report = found
        return cls(
            claim=claim.id,
            relation=claim.relation,
            subject=claim.subject.name,
            object=claim.object.name if claim.object else None,
            status=claim.status,
            rejected=claim.rejected,
            report=report.file,
            title=report.title,
            published=report.published,
            core=claim.core,
            context=claim.context,
        )


def _words(evidence: Iterable[Proof]) -> tuple[Words, ...]:
    return tuple(map(Words.of, evidence))


def _post(tenure: Tenure) -> Post:
    return Post(
        person=tenure.person.name,
        post=tenure.post.name,
        body=tenure.body.name if tenure.body else None,
        former=tenure.former,
        acting=tenure.acting,
        observed=tenure.observed,
        since=tenure.since,
        until=tenure.until,
        evidence=_words(tenure.evidence),
    )


def _event(event: EventTold) -> Event:
    return Event(
        id=event.id,
        name=event.name,
        type=event.type,
        status=event.status,
        date=event.date,
        places=event.places,
        topics=event.topics,
        participants=event.participants,
        evidence=_words(event.evidence),
    )
