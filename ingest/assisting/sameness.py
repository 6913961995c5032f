"""Which mentions of a model's extraction are mentions that the rules have under another id: events, and bare posts."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ingest.extraction.event import same_family
from ontology.model import Claim, Extraction, Passage
from ontology.terms import EventType, Relation, Status

_TWO = 2
_OF_EVENTS = (Relation.EVENT_TYPE, Relation.ON_DATE, Relation.AT_PLACE, Relation.ABOUT)


def event_of(claim: Claim) -> str | None:
    """The id of the event that a claim tells of."""
    if claim.relation in _OF_EVENTS:
        return claim.subject
    return claim.object if claim.relation is Relation.TOOK_PART else claim.event


class Places:
    """Where claims are stated."""

    def __init__(self, *passages: Passage) -> None:
        self._spans = {each.id: (each.start, each.end) for each in passages}

    def overlap(self, one: Claim, other: Claim) -> bool:
        """Are they stated in words that overlap?"""
        (start, end), (first, last) = self._spans[one.core], self._spans[other.core]
        return start < last and first < end


def same_mentions(rules: Extraction, model: Extraction, places: Places) -> dict[str, str]:
    """The rules' mention for each of the model's that is the same under another id."""
    return dict(_same_posts(rules, model)) | dict(_same_events(rules, model, places))


def _same_posts(rules: Extraction, model: Extraction) -> Iterable[tuple[str, str]]:
    """A post that the model gives no body is the one of that title which the rules say the person holds."""
    keys = {each.id: each.key for each in (*rules.mentions, *model.mentions)}
    placed = {each.subject for each in model.claims if each.relation is Relation.POST_IN}
    held: dict[tuple[str, str], set[str]] = defaultdict(set)
    for person, post in _holdings(rules):
        held[person, keys[post]].add(post)
    for person, post in _holdings(model):
        known = sorted(held[person, keys[post]])
        if post not in placed and len(known) == 1:
            yield post, known[0]


def _holdings(extraction: Extraction) -> Iterable[tuple[str, str]]:
    for claim in extraction.claims:
        if claim.relation is Relation.HOLDS_POST and claim.object:
            yield claim.subject, claim.object


class _Told(NamedTuple):
    """What tells one event from others, and the claims that tell of it."""

    type: EventType
    status: Status
    date: str | None
    actors: frozenset[str]
    claims: tuple[Claim, ...]

    def likeness(self, other: "_Told") -> tuple[int, ...]:
        """How much it has in common with another, what says most first."""
        same = (getattr(self, each) == getattr(other, each) for each in ("type", "date", "status"))
        return len(self.actors & other.actors), *same


def _same_events(rules: Extraction, model: Extraction, places: Places) -> Iterable[tuple[str, str]]:
    """Told in the same words, with two actors in common or, of kindred types, none apart; of several the likest."""
    known = _events(rules)
    for event, told in _events(model).items():
        if event in known:
            continue
        likely = {
            each: told.likeness(other)
            for each, other in known.items()
            if _may_be_same(told, other)
            and any(places.overlap(one, two) for one in told.claims for two in other.claims)
        }
        if likely:
            yield event, max(likely, key=lambda each: likely[each])


def _may_be_same(one: _Told, other: _Told) -> bool:
    common = one.actors & other.actors
    nested = common in (one.actors, other.actors)
    return len(common) >= _TWO or (same_family(one.type, other.type) and nested)


def _events(extraction: Extraction) -> Mapping[str, _Told]:
    claims: dict[str, list[Claim]] = defaultdict(list)
    for claim in extraction.claims:
        if event := event_of(claim):
            claims[event].append(claim)
    return {
        claim.subject: _Told(
            claim.event_type,
            claim.status,
            next((each.date for each in claims[claim.subject] if _dates(each)), None),
            frozenset(e.subject for e in claims[claim.subject] if e.relation is Relation.TOOK_PART),
            tuple(claims[claim.subject]),
        )
        for claim in extraction.claims
        if claim.event_type
    }


def _dates(claim: Claim) -> bool:
    return claim.relation is Relation.ON_DATE
