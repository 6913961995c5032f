"""The nodes and edges that an export says, in an order that depends on nothing but what they say."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import itemgetter
from typing import NamedTuple, TypeVar, cast

from graph.catalogue import Statement, for_kind, statement
from graph.exporting.contents import Contents
from graph.exporting.part import Part
from graph.extractions import cut_down, extraction, extractions, judgements
from graph.store import Row, Store, Value
from ontology.model import Extraction, Judgement
from ontology.terms import RELATIONS, NodeKind

DERIVED = frozenset(ends.edge for ends in RELATIONS.values() if ends.edge)
"""The types of the edges that people walk along."""
_SETS = {"about", "claims", "stated"}
"""Lists whose order says nothing; that of a mention's forms is the order of the text."""
_OURS = {"bundle"}
"""Properties that only help the store."""

_BATCH = 2_000
"""Ids a statement."""

Properties = Mapping[str, Value]
Made = TypeVar("Made")


class Node(NamedTuple):
    """One node with its one label."""

    kind: NodeKind
    properties: Properties

    @property
    def id(self) -> str:
        """Its id, unique in the graph."""
        return str(self.properties["id"])


class Edge(NamedTuple):
    """One edge; its ends by id."""

    type: str
    start: str
    end: str
    properties: Properties


class Stated(NamedTuple):
    """A claim with the world nodes that it is about, and the words that state it."""

    properties: Properties
    subject: str
    object: str | None
    event: str | None
    """The event of a contact."""
    quote: str
    page: int
    start: int
    end: int
    context: tuple[str, ...]
    """The quotes that it needs besides, in their order."""

    @property
    def id(self) -> str:
        """The claim's id."""
        return str(self.properties["id"])


@dataclass(frozen=True)
class Elements:
    """The elements of the graph in a store, or of a part of it; one kind at a time is in memory."""

    store: Store
    part: Part | None = None
    """None is the whole graph."""

    def nodes(self, *kinds: NodeKind) -> Iterator[Node]:
        """The nodes of these kinds, of all kinds where none is named, by kind and id."""
        for kind in sorted(kinds or NodeKind):
            both = for_kind("all_nodes", kind), for_kind("nodes_of", kind)
            found = self._read(*both, kind, lambda row, of=kind: Node(of, said(row)))  # type: ignore[misc]
            yield from map(self._cut, sorted(found, key=_id))

    def edges(self, *starts: NodeKind) -> Iterator[Edge]:
        """The edges that begin at nodes of these kinds, of all where none is named, by that kind, type and ends."""
        for kind in sorted(starts or NodeKind):
            found = self._read(
                for_kind("all_edges", kind), for_kind("edges_of", kind), kind, edge_of
            )
            yield from sorted(self._kept(found), key=_place)

    def claims(self) -> Iterator[Stated]:
        """The claims with what they say, by id."""
        both = statement("all_claims"), statement("claims_of")
        yield from sorted(self._read(*both, NodeKind.CLAIM, _stated), key=_id)

    def extractions(self) -> Iterator[Extraction]:
        """What each report says, by id; one at a time is in memory."""
        if self.part is None:
            yield from extractions(self.store)
            return
        claims = self.part.of(NodeKind.CLAIM)
        for report in sorted(self.part.of(NodeKind.REPORT)):
            yield cut_down(extraction(self.store, report), claims)

    def judgements(self) -> list[Judgement]:
        """What people decided, by id."""
        found = judgements(self.store)
        kept = None if self.part is None else self.part.of(NodeKind.JUDGEMENT)
        return [each for each in found if kept is None or each.id in kept]

    def contents(self) -> Contents:
        """How much of what the rest follows from is there."""
        judgements = len(self.judgements())
        if self.part is not None:
            reports, claims = map(len, map(self.part.of, (NodeKind.REPORT, NodeKind.CLAIM)))
            return Contents(reports, claims, judgements)
        rows = self.store.read(statement("reports"))
        return Contents(len(rows), sum(int(str(row["claims"])) for row in rows), judgements)

    def _read(
        self, whole: Statement, some: Statement, kind: NodeKind, make: Callable[[Row], Made]
    ) -> Iterator[Made]:
        """What one statement gives of the whole graph, or the other of the nodes of a kind that pass."""
        if self.part is None:
            yield from self._run(whole, make)
            return
        ids = sorted(self.part.of(kind))
        for start in range(0, len(ids), _BATCH):
            yield from self._run(some, make, ids=ids[start : start + _BATCH])

    def _run(self, one: Statement, make: Callable[[Row], Made], **parameters: Value) -> list[Made]:
        return self.store.reading(
            lambda transaction: [make(row) for row in transaction.stream(one, **parameters)],
            seconds=None,
        )

    def _cut(self, node: Node) -> Node:
        """The node as the part has it: of a report only what it says there is hashed."""
        if self.part is None or node.kind is not NodeKind.REPORT:
            return node
        return node._replace(properties={**node.properties, "content": self.part.contents[node.id]})

    def _kept(self, edges: Iterable[Edge]) -> Iterable[Edge]:
        part = self.part
        return edges if part is None else (kept for each in edges if (kept := _of(part, each)))


def _of(part: Part, edge: Edge) -> Edge | None:
    """The edge as it is in the part, if it is; its start is."""
    if edge.type not in DERIVED:
        return edge if edge.end in part.ids else None
    properties = part.supported(edge.properties)
    return edge._replace(properties=properties) if properties else None


def line(element: Node | Edge) -> str:
    """The element as one line of JSON."""
    named = element._asdict()
    if isinstance(element, Node):
        named["label"] = named.pop("kind")
    return json.dumps(named, ensure_ascii=False, sort_keys=True, separators=(", ", ": "))


def said(row: Row) -> Properties:
    """Its properties; an empty list is as none, which Neo4j's importer cannot tell from it."""
    has = cast("Properties", row["properties"])
    return {
        name: _ordered(name, value)
        for name, value in has.items()
        if name not in _OURS and value != []
    }


def _ordered(name: str, value: Value) -> Value:
    return sorted(value, key=str) if name in _SETS and isinstance(value, list) else value


def edge_of(row: Row) -> Edge:
    """The edge of a row."""
    return Edge(str(row["type"]), str(row["start"]), str(row["end"]), said(row))


def _id(element: Node | Stated) -> str:
    return element.id


def _place(edge: Edge) -> tuple[str, str, str, str]:
    """Several edges of one type between two nodes have ids, those to the context of a claim positions."""
    has = edge.properties
    return edge.type, edge.start, edge.end, str(has.get("id", has.get("position")))


def _stated(row: Row) -> Stated:
    context = cast("list[list[int | str]]", row["context"])
    return Stated(
        properties=said(row),
        subject=str(row["subject"]),
        object=_text(row["object"]),
        event=_text(row["event"]),
        quote=str(row["quote"]),
        page=cast("int", row["page"]),
        start=cast("int", row["start"]),
        end=cast("int", row["end"]),
        context=tuple(str(quote) for _, quote in sorted(context, key=itemgetter(0))),
    )


def _text(value: Value) -> str | None:
    return None if value is None else str(value)
