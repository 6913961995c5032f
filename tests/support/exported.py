"""The graph in a store as Python values, read through the product's own export."""

import json
from typing import Any, NamedTuple

from graph.exporting.elements import Elements, line
from graph.exporting.filtering import GraphFilter
from graph.exporting.part import part_of
from graph.store import Store
from ontology.terms import RELATIONS

DERIVED = {ends.edge for ends in RELATIONS.values() if ends.edge}


class Edge(NamedTuple):
    """One edge; ends by id."""

    type: str
    start: str
    end: str
    properties: dict[str, Any]


class Exported(NamedTuple):
    """Nodes by id, each with its properties and its label under `label`; and all edges."""

    nodes: dict[str, dict[str, Any]]
    edges: list[Edge]

    def of(self, label: str) -> list[dict[str, Any]]:
        """The nodes of a label."""
        return [node for node in self.nodes.values() if node["label"] == label]

    def derived(self, kind: str | None = None) -> list[Edge]:
        """The edges that people walk along, of one type or of all."""
        return [edge for edge in self.edges if edge.type in ({kind} if kind else DERIVED)]

    def walked(self, kind: str) -> list[tuple[str, str]]:
        """The names (or dates) at both ends of the edges of a type, sorted."""
        return sorted(
            (self.called(edge.start), self.called(edge.end)) for edge in self.derived(kind)
        )

    def called(self, node: str) -> str:
        """The name of a node, of a day its date."""
        return str(self.nodes[node].get("name") or self.nodes[node].get("date"))

    def world_of(self, mention: str) -> str:
        """The id of the one node that a mention resolves to."""
        (found,) = [e.end for e in self.edges if e.type == "RESOLVES_TO" and e.start == mention]
        return found


def exported(store: Store, wanted: GraphFilter | None = None) -> Exported:
    """All that the store holds, or the part of it that is wanted."""
    elements = Elements(store, part_of(store, wanted or GraphFilter()))
    nodes = [json.loads(line(each)) for each in elements.nodes()]
    edges = [json.loads(line(each)) for each in elements.edges()]
    return Exported(
        {node["properties"]["id"]: node["properties"] | {"label": node["label"]} for node in nodes},
        [Edge(edge["type"], edge["start"], edge["end"], edge["properties"]) for edge in edges],
    )
