"""The edges that people walk along, derived from what happened: a pure function of claims and identities."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from itertools import product
from typing import NamedTuple

from ontology.edtf import bounds, is_day
from ontology.model import Claim, content_id
from ontology.terms import RELATIONS, EventType, NodeKind, Relation, Role, Status

LONGEST_RANGE = timedelta(days=31)


class End(NamedTuple):
    """One end of an edge: a world node."""

    kind: NodeKind
    id: str


Properties = tuple[tuple[str, str | bool], ...]


class Edge(NamedTuple):
    """A derived edge without its claims; its id is made from all of it."""

    type: str
    start: End
    end: End
    properties: Properties

    @property
    def id(self) -> str:
        """The same for the same ends and properties."""
        return content_id("edge", self.type, self.start.id, self.end.id, self.properties)


@dataclass(frozen=True)
class EventFacts:
    """What the claims of one report say of an event as a whole."""

    type: EventType | None
    status: Status
    date: str | None
    count: int | None


class Sight(NamedTuple):
    """One report as the derivation sees it: its claims that no judgement rejects, and who its mentions are."""

    claims: tuple[Claim, ...]
    ends: Mapping[str, End]
    """World node by mention id."""
    countries: Mapping[str, str]
    """World id of a country by its code, of those that the report mentions."""
    codes: Mapping[str, str]
    """Country code by mention id, where the report says of which country somebody or something is."""
    dates: Mapping[str, str]
    """EDTF date of an event by its world id."""


def contributions(sight: Sight) -> dict[Edge, frozenset[str]]:
    """The edges that a report supports, each with the ids of the claims that say so."""
    happened = [claim for claim in sight.claims if claim.status is Status.HAPPENED]
    edges: dict[Edge, set[str]] = defaultdict(set)
    for claim in happened:
        for edge in _edges(claim, sight):
            edges[edge].add(claim.id)
    for edge, claims in _countries_met(happened, sight):
        edges[edge] |= claims
    return {edge: frozenset(claims) for edge, claims in edges.items()}


def _edges(claim: Claim, sight: Sight) -> Iterator[Edge]:
    kind = RELATIONS[claim.relation].edge
    if claim.relation is Relation.ON_DATE:
        yield from _days(claim, sight.ends[claim.subject])
    elif claim.relation is Relation.MET:
        yield from _met(
            claim, sight, "stated", sight.ends[claim.subject], sight.ends[claim.object or ""]
        )
    elif kind and claim.object and claim.role is not Role.ABSENT:
        yield Edge(kind, sight.ends[claim.subject], sight.ends[claim.object], _qualifiers(claim))


def _qualifiers(claim: Claim) -> Properties:
    """What tells apart edges of one type between the same two nodes."""
    if claim.relation is Relation.TOOK_PART and claim.role:
        return (("role", claim.role.value),)
    if claim.relation is not Relation.HOLDS_POST:
        return ()
    dated = (("observed", claim.observed), ("since", claim.since), ("until", claim.until))
    return (
        ("former", claim.former),
        ("acting", claim.acting),
        *((name, value) for name, value in dated if value),
    )


def day_id(day: str) -> str:
    """The id of the node of a day given in ISO 8601."""
    return f"day-{day}"


def date_of_day(identifier: str) -> str:
    """The day, in ISO 8601, of a day's id."""
    return identifier.removeprefix("day-")


def days_of(date: str) -> list[str]:
    """The days of an exact date, or of a range of exact days up to a month; ISO 8601."""
    first, last = bounds(date)
    exact = all(is_day(part) for part in date.split("/"))
    if not exact or last - first > LONGEST_RANGE:
        return []
    return [(first + timedelta(days=n)).isoformat() for n in range((last - first).days + 1)]


def _days(claim: Claim, event: End) -> Iterator[Edge]:
    for day in days_of(claim.date or ""):
        yield Edge("ON", event, End(NodeKind.DAY, day_id(day)), ())


def _met(claim: Claim, sight: Sight, rule: str, one: End, other: End) -> Iterator[Edge]:
    """One edge between two different nodes, from the smaller id to the larger."""
    if one == other:
        return
    start, end = sorted((one, other), key=lambda each: each.id)
    event = sight.ends[claim.event or ""].id
    date = claim.date or sight.dates.get(event)
    properties: list[tuple[str, str | bool]] = [
        ("event", event),
        ("by_phone", claim.by_phone),
        ("rule", rule),
    ]
    if date:
        first, last = bounds(date)
        properties += [("on", date), ("earliest", first.isoformat()), ("latest", last.isoformat())]
    yield Edge("MET", start, end, tuple(properties))


def _countries_met(
    happened: Iterable[Claim], sight: Sight
) -> Iterator[tuple[Edge, frozenset[str]]]:
    """Countries whose representatives met in office, and the claims that say that they did and that they were."""
    claims = list(happened)
    offices = _offices(claims, sight)
    for claim in claims:
        if claim.relation is not Relation.MET or claim.object is None:
            continue
        ends = (claim.subject, claim.object)
        if all(sight.ends[end].kind is NodeKind.COUNTRY for end in ends):
            continue
        for (one, why), (other, reason) in product(
            *(offices.get(sight.ends[end], []) for end in ends)
        ):
            if one != other:
                for edge in _met(claim, sight, "in-office", one, other):
                    yield edge, frozenset({claim.id, *why, *reason})


def _offices(claims: Iterable[Claim], sight: Sight) -> dict[End, list[tuple[End, frozenset[str]]]]:
    """The countries that a person holds a post for now, or that a country is, with the claims."""
    claims = list(claims)
    bodies = _post_countries(claims, sight)
    offices: dict[End, set[tuple[End, frozenset[str]]]] = defaultdict(set)
    for claim in claims:
        if claim.relation is Relation.HOLDS_POST and not claim.former:
            for country, why in bodies[claim.object or ""]:
                offices[sight.ends[claim.subject]].add((country, frozenset({claim.id, why})))
    for end in sight.ends.values():
        if end.kind is NodeKind.COUNTRY:
            offices[end].add((end, frozenset()))
    return {end: sorted(found, key=_office_order) for end, found in offices.items()}


def _post_countries(claims: Iterable[Claim], sight: Sight) -> dict[str, list[tuple[End, str]]]:
    """By post mention: the countries whose post it is, each with the claim that says so."""
    bodies: dict[str, list[tuple[End, str]]] = defaultdict(list)
    for claim in claims:
        if claim.relation is Relation.POST_IN and claim.object:
            bodies[claim.subject] += [(each, claim.id) for each in _country_of(claim.object, sight)]
    return bodies


def _office_order(office: tuple[End, frozenset[str]]) -> tuple[End, list[str]]:
    return office[0], sorted(office[1])


def _country_of(mention: str, sight: Sight) -> list[End]:
    """The country that a mention is, or that it is known to be of."""
    end = sight.ends[mention]
    if end.kind is NodeKind.COUNTRY:
        return [end]
    country = sight.countries.get(sight.codes.get(mention, ""))
    return [End(NodeKind.COUNTRY, country)] if country else []


def facts_of(event: str, claims: Iterable[Claim]) -> EventFacts:
    """What a report's claims say of one event mention as a whole."""
    own = [claim for claim in claims if claim.subject == event]
    kinds = [claim for claim in own if claim.relation is Relation.EVENT_TYPE]
    dates = [claim.date for claim in own if claim.relation is Relation.ON_DATE and claim.date]
    best = min(kinds, key=lambda each: (_STANDING[each.status], each.id), default=None)
    return EventFacts(
        type=best.event_type if best else None,
        status=best.status if best else Status.CLAIMED,
        date=min(dates, default=None),
        count=best.count if best else None,
    )


_STANDING = {Status.HAPPENED: 0, Status.CLAIMED: 1, Status.PLANNED: 2, Status.DENIED: 3}


def identity_of(event: str, sight: Sight) -> str | None:
    """What makes an event the same in two reports: type, exact day, place and participants; None where one lacks."""
    facts = facts_of(event, sight.claims)
    happened = [claim for claim in sight.claims if claim.status is Status.HAPPENED]
    places = {
        sight.ends[claim.object].id
        for claim in happened
        if claim.subject == event and claim.relation is Relation.AT_PLACE and claim.object
    }
    people = {
        sight.ends[claim.subject].id
        for claim in happened
        if claim.object == event
        and claim.relation is Relation.TOOK_PART
        and claim.role is not Role.ABSENT
    }
    known = facts.type and facts.status is Status.HAPPENED and facts.date and is_day(facts.date)
    if not (known and places and len(people) > 1):
        return None
    return content_id("identity", facts.type, facts.date, sorted(places), sorted(people))


def repeated(identities: Iterable[tuple[str, str]]) -> set[str]:
    """Identities, given as (report, identity), that some report gives to two events: those are told apart by it."""
    seen: set[tuple[str, str]] = set()
    twice: set[str] = set()
    for report, identity in identities:
        if (report, identity) in seen:
            twice.add(identity)
        seen.add((report, identity))
    return twice
