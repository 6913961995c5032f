"""Who and what there is, as RDF: derived from the claims, and so left out when a file is imported."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from pyoxigraph import Literal, NamedNode, Quad

from graph.catalogue import Link
from graph.derive import date_of_day
from graph.exporting.elements import Edge, Elements, Node
from graph.rdf.names import DERIVED, WORLD, node, part, word
from graph.rdf.resources import Resource, Term
from graph.rdf.statements import in_graph
from graph.world import concept_id
from ontology.records import PREFIXES, SHAPES, Written
from ontology.terms import RELATIONS, NodeKind, Relation, TopicConcept

_KINDS = {
    NodeKind.COUNTRY: Written.COUNTRY,
    NodeKind.EVENT: Written.EVENT,
    NodeKind.ORGANISATION: Written.ORGANISATION,
    NodeKind.PERSON: Written.PERSON,
    NodeKind.PLACE: Written.PLACE,
    NodeKind.POST: Written.POST,
    NodeKind.TOPIC: Written.TOPIC,
}
"""Days are literals in RDF."""
_RELATIONS = {ends.edge: relation for relation, ends in RELATIONS.items() if ends.edge}
_SHAPES = {
    Relation.HOLDS_POST: Written.TENURE,
    Relation.TOOK_PART: Written.PARTICIPATION,
    Relation.MET: Written.CONTACT,
}
_CONCEPTS = {concept_id(each): word(each) for each in TopicConcept}
_DATE = NamedNode(f"{PREFIXES['xsd']}date")


def world_quads(elements: Elements) -> Iterator[Quad]:
    """Resolutions, nodes and relationships with their claims; then the same relationships as plain triples."""
    broader = _ends(elements, NodeKind.TOPIC, Link.BROADER)
    bodies = _ends(elements, NodeKind.POST, RELATIONS[Relation.POST_IN].edge)
    yield from in_graph(WORLD, _resolutions(elements))
    for each in elements.nodes(*_KINDS):
        yield from in_graph(WORLD, _described(each, broader))
    plain: set[Quad] = set()
    for edge in elements.edges(*_KINDS):
        if edge.type in _RELATIONS:
            yield from in_graph(WORLD, _relationship(edge, bodies))
            plain.update(_plain(edge))
    yield from sorted(plain, key=str)


def _ends(elements: Elements, start: NodeKind, kind: str | None) -> Mapping[str, list[str]]:
    """The ends of the edges of a type by their start, which is of one kind."""
    found: dict[str, list[str]] = defaultdict(list)
    for edge in elements.edges(start):
        if edge.type == kind:
            found[edge.start].append(edge.end)
    return found


def _resolutions(elements: Elements) -> Iterator[Resource]:
    for edge in elements.edges(NodeKind.MENTION):
        if edge.type == Link.RESOLVES_TO:
            values = {"world": edge.end, "rule": edge.properties["rule"]}
            yield Resource(node(edge.start), Written.RESOLUTION, values)


def _described(one: Node, broader: Mapping[str, list[str]]) -> Iterator[Resource]:
    values: dict[str, object] = {
        name: value for name, value in one.properties.items() if name != "id"
    }
    if one.kind is NodeKind.TOPIC:
        values |= {"concept": _CONCEPTS.get(one.id), "broader": broader.get(one.id, ())}
    yield Resource(node(one.id), _KINDS[one.kind], values)


def _relationship(edge: Edge, bodies: Mapping[str, list[str]]) -> Iterator[Resource]:
    relation = _RELATIONS[edge.type]
    kind = _SHAPES.get(relation, Written.RELATIONSHIP)
    name = node(str(edge.properties["id"]))
    fields = SHAPES[kind].fields
    values: dict[str, object] = {
        each: value for each, value in edge.properties.items() if each in fields
    }
    values |= {"start": edge.start, "relation": relation, "end": _end(edge)}
    if relation is Relation.HOLDS_POST:
        during = part(name, "during")
        interval = {each: edge.properties.get(each) for each in ("since", "until")}
        values |= {
            "member": edge.start,
            "post": edge.end,
            "organisations": bodies.get(edge.end, ()),
        }
        if any(interval.values()):
            values["during"] = during
            yield Resource(during, Written.INTERVAL, interval)
    yield Resource(name, kind, values)


def _end(edge: Edge) -> Term:
    if _RELATIONS[edge.type] is Relation.ON_DATE:
        return Literal(date_of_day(edge.end), datatype=_DATE)
    return node(edge.end)


def _plain(edge: Edge) -> Iterator[Quad]:
    relation = _RELATIONS[edge.type]
    start, end = node(edge.start), _end(edge)
    yield Quad(start, word(relation), end, DERIVED)
    if relation is Relation.MET and isinstance(end, NamedNode):
        yield Quad(end, word(relation), start, DERIVED)
