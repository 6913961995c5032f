"""What GraphML and GEXF say of the world: which attributes nodes and edges have, and their values."""

from collections.abc import Iterable, Mapping
from typing import Literal

from graph.exporting.elements import Edge, Node
from graph.exporting.world import World, texts
from graph.store import Value
from ontology.model import content_id

Type = Literal["string", "boolean", "long"]
Values = Mapping[str, str]

NODE: Mapping[str, Type] = {
    "kind": "string",
    "name": "string",
    "aliases": "string",
    "countries": "string",
    "code": "string",
    "type": "string",
    "status": "string",
    "date": "string",
    "earliest": "string",
    "latest": "string",
    "count": "long",
    "several": "boolean",
    "concept": "boolean",
}
EDGE: Mapping[str, Type] = {
    "type": "string",
    "role": "string",
    "former": "boolean",
    "acting": "boolean",
    "observed": "string",
    "since": "string",
    "until": "string",
    "event": "string",
    "on": "string",
    "earliest": "string",
    "latest": "string",
    "by_phone": "boolean",
    "rule": "string",
    "claims": "string",
    "evidence": "string",
}


def edges(world: World) -> Iterable[Edge]:
    """All edges between world nodes, by type and ends."""
    return (edge for kind in sorted(world.edges) for edge in world.edges[kind])


def node_values(node: Node) -> Values:
    """The values of a node's attributes."""
    return _told(NODE, {**node.properties, "kind": node.kind.value})


def edge_values(world: World, edge: Edge) -> Values:
    """The values of an edge's attributes, with the words that state it."""
    evidence: Value = [str(each) for each in world.evidence(edge)]
    return _told(EDGE, {**edge.properties, "type": edge.type, "evidence": evidence})


def edge_id(edge: Edge) -> str:
    """An edge's own id, or one made from its ends."""
    return str(edge.properties.get("id") or content_id("edge", edge.type, edge.start, edge.end))


def edge_label(edge: Edge) -> str:
    """The type in words."""
    return edge.type.replace("_", " ").lower()


def weight(edge: Edge) -> int:
    """How many claims say so."""
    return max(1, len(texts(edge.properties.get("claims"))))


def _told(attributes: Iterable[str], has: Mapping[str, Value]) -> Values:
    return {name: _text(has[name]) for name in attributes if has.get(name) not in (None, [])}


def _text(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, str | int | float) else " | ".join(texts(value))
