"""How the world follows from the claims, as RDF: who each mention is, and each relationship with its claims.

It is derived, and so left out when a file is imported.
"""

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad

from graph.catalogue import Link
from graph.derive import date_of_day
from graph.exporting.elements import Edge, Elements
from graph.rdf.linking import Links
from graph.rdf.names import WORLD, node
from graph.rdf.plain import KINDS, described
from graph.rdf.resources import Resource, Term
from graph.rdf.statements import in_graph
from ontology.records import PREFIXES, SHAPES, Written
from ontology.terms import RELATIONS, NodeKind, Relation

RELATIONS_BY_EDGE = {ends.edge: relation for relation, ends in RELATIONS.items() if ends.edge}
_SHAPES = {
    Relation.HOLDS_POST: Written.TENURE,
    Relation.TOOK_PART: Written.PARTICIPATION,
    Relation.MET: Written.CONTACT,
}
_DATE = NamedNode(f"{PREFIXES['xsd']}date")


def world_quads(elements: Elements) -> Iterator[Quad]:
    """Resolutions and relationships; then all there is as plain triples."""
    for edge in elements.edges(NodeKind.MENTION):
        if edge.type == Link.RESOLVES_TO:
            yield from resolved(edge.start, edge.end, str(edge.properties["rule"]))
    links = Links()
    for edge in elements.edges(*KINDS):
        links.take(edge)
        if edge.type in RELATIONS_BY_EDGE:
            yield from related(edge)
    for each in elements.nodes(*KINDS):
        yield from described(each, links)


def resolved(mention: str, world: str, rule: str) -> Iterator[Quad]:
    """Who or what a mention is."""
    values = {"world": world, "rule": rule}
    return in_graph(WORLD, [Resource(node(mention), Written.RESOLUTION, values)])


def related(edge: Edge) -> Iterator[Quad]:
    """A relationship with its claims."""
    return in_graph(WORLD, [_relationship(edge)])


def _relationship(edge: Edge) -> Resource:
    relation = RELATIONS_BY_EDGE[edge.type]
    kind = _SHAPES.get(relation, Written.RELATIONSHIP)
    fields = SHAPES[kind].fields
    values: dict[str, object] = {
        each: value for each, value in edge.properties.items() if each in fields
    }
    values |= {"start": edge.start, "relation": relation, "end": _end(edge)}
    if relation is Relation.HOLDS_POST:
        values["post"] = edge.end
    return Resource(node(str(edge.properties["id"])), kind, values)


def _end(edge: Edge) -> Term:
    if RELATIONS_BY_EDGE[edge.type] is Relation.ON_DATE:
        return Literal(date_of_day(edge.end), datatype=_DATE)
    return node(edge.end)
