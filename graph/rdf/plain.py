"""Who and what there is and how it is related, as plain triples: in our words, and beside them in those of others.

Only what happened is an event to others, and only who holds a post still is its holder to them: they know
no status. What is no fact says so in its label. An organisation alone is a body of W3C ORG, a country is none.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from pyoxigraph import Literal, NamedNode, Quad

from graph.catalogue import Link
from graph.derive import date_of_day
from graph.exporting.elements import Node
from graph.rdf import dates
from graph.rdf.linking import Held, Links
from graph.rdf.names import DERIVED, kind_of, node, part, word
from graph.rdf.resources import Resource
from graph.rdf.statements import in_graph
from graph.world import concept_id
from ontology.records import PREFIXES, Written
from ontology.terms import NodeKind, Role, Status, TopicConcept

KINDS = {
    NodeKind.COUNTRY: Written.COUNTRY,
    NodeKind.EVENT: Written.EVENT,
    NodeKind.ORGANISATION: Written.ORGANISATION,
    NodeKind.PERSON: Written.PERSON,
    NodeKind.PLACE: Written.PLACE,
    NodeKind.POST: Written.POST,
    NodeKind.TOPIC: Written.TOPIC,
}
"""Days are literals in RDF."""
_CONCEPTS = {concept_id(each): word(each) for each in TopicConcept}
_DATE = NamedNode(f"{PREFIXES['xsd']}date")
TITLE, TIME = "title", "time"
"""The parts that a post and an event have."""

Values = dict[str, object]


def described(one: Node, links: Links) -> Iterator[Quad]:
    """What is said of a node, and of its parts: of a post the tenures too."""
    return in_graph(DERIVED, _WAYS[one.kind](one, links))


def _told(one: Node) -> Values:
    return {name: value for name, value in one.properties.items() if name != "id"}


def _named(one: Node) -> Values:
    """With the name once more, as schema.org has it."""
    return {**_told(one), "plain_name": one.properties["name"]}


def _person(one: Node, links: Links) -> Iterator[Resource]:
    posts = links.of(one.id, "HOLDS_POST")
    values = {
        "holds_post": posts,
        "holds": {each for each in posts if one.id in links.holders(each)},
    }
    yield Resource(node(one.id), Written.PERSON, _named(one) | values | _acts(one, links))


def _acts(one: Node, links: Links) -> Values:
    return {"took_part": links.of(one.id, "TOOK_PART"), "met": links.of(one.id, "MET")}


def _organisation(one: Node, links: Links) -> Iterator[Resource]:
    wholes = links.of(one.id, "PART_OF")
    values = {"part_of": wholes, "below": _organisations(wholes)}
    yield Resource(node(one.id), Written.ORGANISATION, _named(one) | values | _acts(one, links))


def _country(one: Node, links: Links) -> Iterator[Resource]:
    yield Resource(node(one.id), Written.COUNTRY, _named(one) | _acts(one, links))


def _place(one: Node, _: Links) -> Iterator[Resource]:
    yield Resource(node(one.id), Written.PLACE, _named(one))


def _topic(one: Node, links: Links) -> Iterator[Resource]:
    values = {"concept": _CONCEPTS.get(one.id), "broader": links.of(one.id, Link.BROADER)}
    yield Resource(node(one.id), Written.TOPIC, _told(one) | values)


def _organisations(ids: Iterable[str]) -> set[str]:
    return {each for each in ids if kind_of(each) is NodeKind.ORGANISATION}


# ------------------------------------------------------------------ posts


def _post(one: Node, links: Links) -> Iterator[Resource]:
    name, within = node(one.id), links.of(one.id, "POST_IN")
    title, bodies = part(name, TITLE), _organisations(within)
    values = {
        "title": title,
        "post_in": within,
        "bodies": bodies,
        "holders": links.holders(one.id),
    }
    yield Resource(name, Written.POST, _told(one) | values)
    yield Resource(title, Written.TITLE, {"name": one.properties["name"]})
    for held in sorted(links.held.get(one.id, ())):
        yield from _membership(held, {"title": title, "organisations": bodies})


def _membership(held: Held, values: Values) -> Iterator[Resource]:
    """A tenure in the words of W3C ORG and OWL-Time."""
    name = node(held.edge)
    known = dates.Span(dates.one(held.since), dates.one(held.until))
    during = dates.during(name, former=held.former, observed=dates.one(held.observed), known=known)
    values = {**values, "member": held.person, "during": during[0].name if during else None}
    yield Resource(name, Written.MEMBERSHIP, values)
    yield from during


# ------------------------------------------------------------------ events


def _event(one: Node, links: Links) -> Iterator[Resource]:
    name = node(one.id)
    days = links.of(one.id, "ON")
    values = {
        "on_date": {Literal(date_of_day(day), datatype=_DATE) for day in days},
        "at_place": links.of(one.id, "AT"),
        "about": links.of(one.id, "ABOUT"),
    }
    status = one.properties["status"]
    if status != Status.HAPPENED:  # a label is what is looked at, so it says so
        label = {"name": f"{one.properties['name']} ({status})"}
        yield Resource(name, Written.EVENT, _told(one) | values | label)
        return
    date = one.properties.get("date")
    more = _occurrence(one, links) | (_dated(name, str(date)) if date else {})
    yield Resource(name, Written.EVENT, _told(one) | values | more, Written.OCCURRENCE)
    if date:
        yield from dates.interval(part(name, TIME), dates.span(str(date)))


def _occurrence(one: Node, links: Links) -> Values:
    """What happened, in the words of SEM and schema.org; these know no countries that attend."""
    parts = links.parts.get(one.id, ())
    people = [each for each in parts if kind_of(each.actor) is not NodeKind.COUNTRY]
    has, places = one.properties, links.of(one.id, "AT")
    return {
        "plain_name": has["name"],
        "kind": has.get("type"),
        "actors": {each.actor for each in parts},
        "attendees": {each.actor for each in people if each.role is not Role.ORGANISER},
        "organisers": {each.actor for each in people if each.role is Role.ORGANISER},
        "places": places,
        "locations": places,
        "subjects": links.of(one.id, "ABOUT"),
        "first": has.get("earliest"),
        "last": has.get("latest"),
    }


def _dated(event: NamedNode, date: str) -> Values:
    first, last = dates.span(date)
    return {
        "starts": dates.literal(first or date),
        "ends": dates.literal(last or date),
        "time": part(event, TIME),
    }


_WAYS: Mapping[NodeKind, Callable[[Node, Links], Iterator[Resource]]] = {
    NodeKind.COUNTRY: _country,
    NodeKind.EVENT: _event,
    NodeKind.ORGANISATION: _organisation,
    NodeKind.PERSON: _person,
    NodeKind.PLACE: _place,
    NodeKind.POST: _post,
    NodeKind.TOPIC: _topic,
}
