"""The world that a graph tells of, as formats for pictures and tables need it: names at hand, edges by type."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from graph.exporting.elements import Edge, Elements, Node, Stated
from graph.store import Value
from ontology.terms import NodeKind, Status

KINDS = (
    NodeKind.COUNTRY,
    NodeKind.DAY,
    NodeKind.EVENT,
    NodeKind.ORGANISATION,
    NodeKind.PERSON,
    NodeKind.PLACE,
    NodeKind.POST,
    NodeKind.TOPIC,
)


class Evidence(NamedTuple):
    """The words that state a claim, and where they stand."""

    quote: str
    page: int
    report: str
    title: str
    """The report's title, else its file name."""

    def __str__(self) -> str:
        return f"“{self.quote}” ({self.title}, p. {self.page})"


class World:
    """The world nodes, the edges between them and the words behind them, in memory."""

    def __init__(self, elements: Elements) -> None:
        """Reads nodes and edges; the words when first asked for."""
        self._elements = elements
        self.nodes = {node.id: node for node in elements.nodes(*KINDS)}
        self.reports = {node.id: node for node in elements.nodes(NodeKind.REPORT)}
        self.edges: Mapping[str, list[Edge]] = defaultdict(list)
        for edge in elements.edges(*KINDS):
            self.edges[edge.type].append(edge)

    def named_in(self) -> Iterable[tuple[str, str]]:
        """The id of a report with the id of a node that it names, each pair once."""
        reports: dict[str, str] = {}
        worlds: dict[str, str] = {}
        for edge in self._elements.edges(NodeKind.MENTION):
            (reports if edge.type == "NAMED_IN" else worlds)[edge.start] = edge.end
        return {(reports[mention], world) for mention, world in worlds.items()}

    def of(self, kind: NodeKind) -> list[Node]:
        """The nodes of a kind, by id."""
        return [node for node in self.nodes.values() if node.kind is kind]

    def claims(self) -> Iterable[Stated]:
        """The claims with what they say, by id."""
        return self._elements.claims()

    def ends(self, kind: str, start: str) -> list[Node]:
        """The nodes to which edges of a type lead from a node, by name."""
        return sorted(
            self._ends.get((kind, start), ()), key=lambda node: (self.name(node.id), node.id)
        )

    @cached_property
    def _ends(self) -> Mapping[tuple[str, str], list[Node]]:
        ends: dict[tuple[str, str], list[Node]] = defaultdict(list)
        for edges in self.edges.values():
            for edge in edges:
                ends[edge.type, edge.start].append(self.nodes[edge.end])
        return ends

    @cached_property
    def _evidence(self) -> Mapping[str, Evidence]:
        return {each.id: self._evidence_of(each) for each in self.claims()}

    def _evidence_of(self, claim: Stated) -> Evidence:
        report = self.reports[str(claim.properties["report"])]
        return Evidence(claim.quote, claim.page, report.id, self.title(report))

    def evidence(self, edge: Edge) -> list[Evidence]:
        """The words that state an edge, by report and place, each once."""
        found = (self._evidence[claim] for claim in texts(edge.properties.get("claims")))
        return sorted(set(found), key=lambda each: (each.title, each.report, each.page, each.quote))

    def title(self, report: Node) -> str:
        """A report's title, else its file name."""
        return str(report.properties.get("title") or report.properties["file"])

    def name(self, identifier: str) -> str:
        """The name of a node, of a day its date."""
        has = self.nodes[identifier].properties
        return str(has.get("name") or has.get("date"))

    def label(self, node: Node) -> str:
        """A name that says enough in a picture: of a post with its body, of an event with its date.

        What is no fact says so.
        """
        name = self.name(node.id)
        if node.kind is NodeKind.POST:
            bodies = [self.name(body.id) for body in self.ends("POST_IN", node.id)]
            return ", ".join([name, *(body for body in bodies if body not in name)])
        return self._label_of_event(node, name) if node.kind is NodeKind.EVENT else name

    def _label_of_event(self, node: Node, name: str) -> str:
        """With its date, and its status where it is no fact."""
        date, status = str(node.properties.get("date") or ""), node.properties["status"]
        told = f"{name}, {date}" if date and date not in name else name
        return told if status == Status.HAPPENED else f"{told} ({status})"


def texts(value: Value) -> Sequence[str]:
    """A list from the store as texts; nothing is an empty one."""
    if value is None or isinstance(value, str | int | float | Mapping):
        return []
    return [str(each) for each in value]


def text(value: Value) -> str:
    """A value from the store as text, nothing as an empty one."""
    return "" if value is None else str(value)
