"""The properties of a world node: a pure function of the mentions that resolve to it."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from graph.derive import EventFacts
from graph.rows import Kept
from graph.store import Value
from ontology.edtf import bounds
from ontology.model import content_id
from ontology.terms import TOPICS, NodeKind, Status, TopicConcept

_STANDING = (Status.HAPPENED, Status.CLAIMED, Status.PLANNED, Status.DENIED)


def properties(world: str, mentions: Iterable[Kept]) -> dict[str, Value]:
    """The properties of the node that these mentions, at least one, resolve to."""
    members = sorted(mentions, key=lambda each: each.id)
    kind = members[0].named.kind
    made: dict[str, Value] = {"id": world, "name": _name(members)}
    if kind is NodeKind.EVENT:
        return made | _event([each.facts for each in members if each.facts])
    aliases = {form for each in members for form in (each.name, *each.forms)} - {made["name"]}
    if aliases:
        made["aliases"] = sorted(map(str, aliases))
    codes = sorted({each.country for each in members if each.country})
    if kind is NodeKind.COUNTRY and codes:
        made["code"] = codes[0]
    elif kind in (NodeKind.PERSON, NodeKind.ORGANISATION) and codes:
        made["countries"] = codes
    if kind is NodeKind.TOPIC:
        made["concept"] = False
    return made


def _name(members: Sequence[Kept]) -> str:
    """The name that most reports give, the longest of those, the first by alphabet."""
    counted = Counter(each.name for each in members)
    return min(counted, key=lambda name: (-counted[name], -len(name), name))


def _event(told: Sequence[EventFacts]) -> dict[str, Value]:
    made: dict[str, Value] = {}
    best = min((facts.status for facts in told), key=_STANDING.index, default=Status.CLAIMED)
    of_that = [facts for facts in told if facts.status is best]
    made["status"] = best.value
    if kinds := sorted(facts.type.value for facts in of_that if facts.type):
        made["type"] = kinds[0]
    if counts := [facts.count for facts in of_that if facts.count]:
        made["count"] = max(counts)
    if date := date_of(told):
        first, last = bounds(date)
        made |= {"date": date, "earliest": first.isoformat(), "latest": last.isoformat()}
    return made


def date_of(told: Sequence[EventFacts]) -> str | None:
    """The date of an event of which this is told: the most exact, then the first."""
    dates = {facts.date for facts in told if facts.date}
    return min(dates, key=lambda each: (bounds(each)[1] - bounds(each)[0], each), default=None)


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
