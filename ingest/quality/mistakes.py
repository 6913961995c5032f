"""What is wrong about the facts of a report, each with the sentences it is about and the rule that made it."""

from typing import Literal

from ingest.facts import Contact, Occurrence, Tenure
from ingest.quality.faults import Fault, Kind, listed
from ingest.quality.gold import GoldEvent, GoldMeeting, GoldPost
from ingest.quality.sources import Source, Sources, distinct
from ontology.model import Record

Relation = Literal["holds_post", "events", "meets"]

_RELATIONS: dict[type, Relation] = {
    GoldPost: "holds_post",
    Tenure: "holds_post",
    GoldEvent: "events",
    Occurrence: "events",
    GoldMeeting: "meets",
    Contact: "meets",
}


class Part(Record):
    """A part of a fact that is wrong; a dash stands for nothing."""

    part: str
    expected: str
    found: str


class Mistake(Record):
    """A fact that was missed, is wrong, or should not be: in words, with the sentences it is about."""

    document: str
    relation: Relation
    kind: Kind
    expected: str | None
    """What the report says; None of what is spurious."""
    found: str | None
    """What was found; None of what was missed."""
    parts: tuple[Part, ...]
    """Of what is wrong: in what."""
    rule: str | None
    """What made it."""
    quote: str | None
    """The words of the text that it was made from."""
    sources: tuple[Source, ...]


def mistake(document: str, fault: Fault, sources: Sources) -> Mistake:
    """A fault as it is shown."""
    gold, found = fault.gold, fault.found
    shown = [sources.of_span(found.start, found.end)] if found else []
    shown += [sources.of_quote(quote) for quote in (gold.quotes() if gold else [])]
    return Mistake(
        document=document,
        relation=_RELATIONS[type(gold or found)],
        kind=fault.kind,
        expected=_told(gold) if gold else None,
        found=_told(found) if found else None,
        parts=tuple(Part(**each._asdict()) for each in fault.differences),
        rule=found.rule if found else None,
        quote=found.quote if found else None,
        sources=distinct(shown),
    )


def _told(fact: GoldPost | GoldEvent | GoldMeeting | Tenure | Occurrence | Contact) -> str:
    """A fact in one line."""
    if isinstance(fact, (GoldPost, Tenure)):
        former = "former " if fact.former else ""
        return f"{fact.person}: {former}{fact.post}, {fact.organisation or '–'}"
    if isinstance(fact, (GoldMeeting, Contact)):
        return f"{fact.a} and {fact.b}, {fact.date or 'no date'}, {fact.status}"
    when_and_where = f"{fact.date or 'no date'}, {fact.place or 'no place'}"
    return f"{fact.type}, {when_and_where}, {fact.status}: {listed(fact.participants)}"
