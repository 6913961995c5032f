"""Who and what there is, as RDF: derived from the claims, and so left out when a file is imported."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple, cast

from pyoxigraph import Literal, NamedNode, Quad

from graph.catalogue import Link, for_kind, statement
from graph.derive import date_of_day
from graph.rdf.names import DERIVED, WORLD, node, part, word
from graph.rdf.resources import Resource, Term
from graph.rdf.statements import in_graph
from graph.store import Row, Store
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


class _Edge(NamedTuple):
    """One edge of the world in the store; ends by id."""

    type: str
    start: str
    end: str
    properties: Mapping[str, Any]


def world_quads(store: Store) -> Iterator[Quad]:
    """Resolutions, nodes and relationships with their claims; then the same relationships as plain triples."""
    edges = sorted(_edges(store), key=lambda each: (*each[:3], each.properties.get("id", "")))
    broader = _ends(edge for edge in edges if edge.type == Link.BROADER)
    related = [edge for edge in edges if edge.type != Link.BROADER]
    bodies = _ends(edge for edge in related if _RELATIONS[edge.type] is Relation.POST_IN)
    yield from in_graph(WORLD, _resolutions(store))
    for kind in sorted(_KINDS):
        yield from in_graph(WORLD, _nodes(store, kind, broader))
    for edge in related:
        yield from in_graph(WORLD, _relationship(edge, bodies))
    yield from sorted({quad for edge in related for quad in _plain(edge)}, key=str)


def _edges(store: Store) -> Iterator[_Edge]:
    for kind in _KINDS:
        for row in _rows(store, "all_edges", kind):
            properties = cast("Mapping[str, Any]", row["properties"])
            yield _Edge(str(row["type"]), str(row["start"]), str(row["end"]), properties)


def _rows(store: Store, name: str, kind: NodeKind) -> list[Row]:
    return store.reading(lambda transaction: transaction.run(for_kind(name, kind)), seconds=None)


def _ends(edges: Iterable[_Edge]) -> Mapping[str, list[str]]:
    """The ends of edges by their start."""
    found: dict[str, list[str]] = defaultdict(list)
    for edge in edges:
        found[edge.start].append(edge.end)
    return found


def _resolutions(store: Store) -> Iterator[Resource]:
    rows = store.reading(
        lambda transaction: transaction.run(statement("resolutions")), seconds=None
    )
    for row in sorted(rows, key=lambda each: str(each["mention"])):
        yield Resource(
            node(str(row["mention"])),
            Written.RESOLUTION,
            {"world": row["world"], "rule": row["rule"]},
        )


def _nodes(store: Store, kind: NodeKind, broader: Mapping[str, list[str]]) -> Iterator[Resource]:
    found = (
        cast("Mapping[str, Any]", row["properties"]) for row in _rows(store, "all_nodes", kind)
    )
    for properties in sorted(found, key=lambda each: str(each["id"])):
        identifier = str(properties["id"])
        values = {name: value for name, value in properties.items() if name != "id"}
        if kind is NodeKind.TOPIC:
            values |= {"concept": _CONCEPTS.get(identifier), "broader": broader.get(identifier, ())}
        yield Resource(node(identifier), _KINDS[kind], values)


def _relationship(edge: _Edge, bodies: Mapping[str, list[str]]) -> Iterator[Resource]:
    relation = _RELATIONS[edge.type]
    kind = _SHAPES.get(relation, Written.RELATIONSHIP)
    name = node(str(edge.properties["id"]))
    fields = SHAPES[kind].fields
    values = {each: value for each, value in edge.properties.items() if each in fields}
    values |= {"start": edge.start, "relation": relation, "end": _end(edge)}
    if relation is Relation.HOLDS_POST:
        during = part(name, "during")
        interval = {each: edge.properties.get(each) for each in ("since", "until")}
        values |= {"member": edge.start, "post": edge.end, "organisations": bodies[edge.end]}
        if any(interval.values()):
            values["during"] = during
            yield Resource(during, Written.INTERVAL, interval)
    yield Resource(name, kind, values)


def _end(edge: _Edge) -> Term:
    if _RELATIONS[edge.type] is Relation.ON_DATE:
        return Literal(date_of_day(edge.end), datatype=_DATE)
    return node(edge.end)


def _plain(edge: _Edge) -> Iterator[Quad]:
    relation = _RELATIONS[edge.type]
    start, end = node(edge.start), _end(edge)
    yield Quad(start, word(relation), end, DERIVED)
    if relation is Relation.MET and isinstance(end, NamedNode):
        yield Quad(end, word(relation), start, DERIVED)
