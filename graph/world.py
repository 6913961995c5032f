"""The properties of a world node: a pure function of the mentions that resolve to it."""

import re
from collections.abc import Sequence
from functools import cache

from graph.bundles import Told
from graph.happenings import STANDING, EventFacts, facts_from, most_exact
from graph.store import Value
from ontology.edtf import bounds
from ontology.model import content_id
from ontology.terms import TOPICS, NodeKind, Status, TopicConcept


def properties(kind: NodeKind, world: str, told: Told) -> dict[str, Value]:
    """The properties of the node of which this is told."""
    name = _name(told)
    made: dict[str, Value] = {"id": world, "name": name}
    if kind is NodeKind.EVENT:
        return made | _event(facts_told(told))
    if aliases := sorted({*_values(told, "name"), *_values(told, "form")} - {name}):
        made["aliases"] = aliases
    codes = sorted(_values(told, "country"))
    if kind is NodeKind.COUNTRY and codes:
        made["code"] = codes[0]
    elif kind in (NodeKind.PERSON, NodeKind.ORGANISATION) and codes:
        made["countries"] = codes
    if kind is NodeKind.TOPIC:
        made["concept"] = False
    return made


def _values(told: Told, what: str) -> list[str]:
    return [said.value for said in told if said.what == what]


def _name(told: Told) -> str:
    """The name that most mentions give, the longest of those, the first by alphabet."""
    counts = {said.value: count for said, count in told.items() if said.what == "name"}
    return min(counts, key=lambda name: (-counts[name], -len(name), name))


def facts_told(told: Told) -> list[EventFacts]:
    """What is told of an event, each version once."""
    return [facts_from(text) for text in sorted(_values(told, "facts"))]


def _event(told: Sequence[EventFacts]) -> dict[str, Value]:
    made: dict[str, Value] = {}
    best = min((facts.status for facts in told), key=STANDING.__getitem__, default=Status.CLAIMED)
    of_that = [facts for facts in told if facts.status is best]
    made["status"] = best.value
    if kinds := sorted(facts.type.value for facts in of_that if facts.type):
        made["type"] = kinds[0]
    if numbers := [facts.number for facts in of_that if facts.number]:
        made["count"] = max(numbers)
    elif any(facts.several for facts in of_that):
        made["several"] = True
    if date := most_exact(facts.date for facts in told if facts.date):
        first, last = bounds(date)
        made |= {"date": date, "earliest": first.isoformat(), "latest": last.isoformat()}
    return made


def concepts_told(told: Told) -> frozenset[TopicConcept]:
    """The topics of the vocabulary that the names of a topic name."""
    return frozenset(each for name in _values(told, "name") for each in concepts_in(name))


def concept_id(concept: TopicConcept) -> str:
    """The id of the node of a topic of the vocabulary."""
    return content_id("Topic", "concept", concept.value)


def concept_properties(concept: TopicConcept) -> dict[str, Value]:
    """The properties of the node of a topic of the vocabulary."""
    name, *aliases = TOPICS[concept].labels
    made: dict[str, Value] = {"id": concept_id(concept), "name": name, "concept": True}
    return made | ({"aliases": sorted(aliases)} if aliases else {})


@cache
def _label_pattern(concept: TopicConcept) -> re.Pattern[str]:
    labels = "|".join(re.escape(label.casefold()) for label in TOPICS[concept].labels)
    return re.compile(rf"\b(?:{labels})")


def concepts_in(name: str) -> list[TopicConcept]:
    """The topics of the vocabulary that the words of a report name."""
    return [concept for concept in TopicConcept if _label_pattern(concept).search(name.casefold())]


def broader(concept: TopicConcept) -> list[TopicConcept]:
    """The chain of broader topics above one, nearest first."""
    chain: list[TopicConcept] = []
    above = TOPICS[concept].broader
    while isinstance(above, TopicConcept):
        chain.append(above)
        above = TOPICS[above].broader
    return chain
