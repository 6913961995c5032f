"""The edges that people walk along, derived from what happened: a pure function of claims and identities."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from itertools import product
from typing import NamedTuple

from graph.catalogue import EdgeKind
from ontology.edtf import bounds, is_day
from ontology.model import Claim, content_id
from ontology.terms import RELATIONS, NodeKind, Relation, Role, Status

LONGEST_RANGE = timedelta(days=31)


class End(NamedTuple):
    """One end of an edge: a world node."""

    kind: NodeKind
    id: str


Properties = tuple[tuple[str, str | bool], ...]


class Edge(NamedTuple):
    """A derived edge without its claims."""

    type: str
    start: End
    end: End
    key: Properties = ()
    """The properties that tell it apart from others of its type between these ends."""
    more: Properties = ()
    """Those that follow from its ends and key."""

    @property
    def id(self) -> str:
        """The same for the same type, ends and key."""
        return content_id("edge", self.type, self.start.id, self.end.id, self.key)

    @property
    def kind(self) -> EdgeKind:
        """Its type with the kinds of its ends."""
        return EdgeKind(self.type, self.start.kind, self.end.kind)


class Support(NamedTuple):
    """A claim that an edge rests on."""

    claim: str
    stated: bool = True
    """Whether it says just that; else it follows from it together with others."""


Contributions = Mapping[Edge, frozenset[Support]]


class Contact(NamedTuple):
    """What an event is to the contacts in it."""

    date: str | None
    by_phone: bool


class Sight(NamedTuple):
    """One report as the derivation sees it: its claims that no judgement rejects, and who its mentions are."""

    claims: tuple[Claim, ...]
    ends: Mapping[str, End]
    """World node by mention id."""
    countries: Mapping[str, str]
    """World id of a country by its code, of those that the report mentions."""
    codes: Mapping[str, str]
    """Country code by mention id, where the report says of which country somebody or something is."""
    contacts: Mapping[str, Contact]
    """By world id of the event."""


def contributions(sight: Sight) -> Contributions:
    """The edges that a report supports, each with the claims that say so."""
    happened = [claim for claim in sight.claims if claim.status is Status.HAPPENED]
    edges: dict[Edge, dict[str, bool]] = defaultdict(dict)
    for edge, claims in _countries_met(happened, sight):
        edges[edge] |= dict.fromkeys(claims, False)
    for claim in happened:
        for edge in _edges(claim, sight):
            edges[edge][claim.id] = True
    return {
        edge: frozenset(Support(*each) for each in claims.items()) for edge, claims in edges.items()
    }


def _edges(claim: Claim, sight: Sight) -> Iterator[Edge]:
    kind = RELATIONS[claim.relation].edge
    if claim.relation is Relation.ON_DATE:
        yield from _days(claim, sight.ends[claim.subject])
    elif claim.relation is Relation.MET:
        yield from _met(claim, sight, sight.ends[claim.subject], sight.ends[claim.object or ""])
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
        yield Edge("ON", event, End(NodeKind.DAY, day_id(day)))


def _met(claim: Claim, sight: Sight, one: End, other: End) -> Iterator[Edge]:
    """One edge an event between two different nodes, from the smaller id to the larger."""
    if one == other:
        return
    start, end = sorted((one, other), key=lambda each: each.id)
    event = sight.ends[claim.event or ""].id
    contact = sight.contacts.get(event, Contact(None, by_phone=False))
    more: list[tuple[str, str | bool]] = [("by_phone", contact.by_phone)]
    if contact.date:
        first, last = bounds(contact.date)
        more += [
            ("on", contact.date),
            ("earliest", first.isoformat()),
            ("latest", last.isoformat()),
        ]
    yield Edge("MET", start, end, (("event", event),), tuple(more))


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
                for edge in _met(claim, sight, one, other):
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
