"""From actors along the edges of the world, and along claims that are no facts where these are asked for."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from graph.browsing.proofs import text, texts
from graph.browsing.records import Edge, Node
from graph.catalogue import statement
from graph.store import Row, Store, Value
from ontology.terms import RELATIONS, NodeKind, Relation, Role, Status

_RELATION = {ends.edge: relation for relation, ends in RELATIONS.items() if ends.edge}


class Walk:
    """Steps between actors, posts and events; who stayed away from an event is not led to it.

    What happened is walked along the edges of the world, what is planned, claimed or denied along its claims.
    """

    def __init__(self, store: Store, statuses: Iterable[Status] = (Status.HAPPENED,)) -> None:
        """Walks along what has one of the statuses."""
        self._store = store
        self._happened = Status.HAPPENED in set(statuses)
        self._others: list[Value] = [
            each.value for each in sorted(set(statuses) - {Status.HAPPENED})
        ]

    def beside(self, ids: Iterable[str]) -> Mapping[str, set[str]]:
        """What is one step away from each of these."""
        wanted: list[Value] = list[Value](sorted(ids))
        rows: list[Row] = []
        if self._happened:
            rows += self._store.read(statement("walk_next"), ids=wanted)
        if self._others:
            said = statement("walk_next_said")
            rows += self._store.read(said, ids=wanted, statuses=self._others)
        found: dict[str, set[str]] = defaultdict(set)
        for row in rows:
            if row["id"] != row["start"]:
                found[str(row["start"])].add(str(row["id"]))
        return found

    def edges(self, ids: Iterable[str]) -> Sequence[Edge]:
        """All edges between these."""
        wanted: list[Value] = list[Value](sorted(ids))
        found: list[Edge] = []
        if self._happened:
            rows = self._store.read(statement("walk_edges"), ids=wanted)
            found += [_edge(row, _RELATION[str(row["type"])], Status.HAPPENED) for row in rows]
        if self._others:
            said = statement("walk_edges_said")
            rows = self._store.read(said, ids=wanted, statuses=self._others)
            found += [
                _edge(row, Relation(str(row["relation"])), Status(str(row["status"])))
                for row in rows
            ]
        return sorted(found, key=lambda each: (each.start, each.end, each.relation, each.claims))

    def nodes(self, ids: Iterable[str]) -> Mapping[str, Node]:
        """These nodes by their ids."""
        rows = self._store.read(statement("walk_nodes"), ids=list[Value](sorted(ids)))
        return {str(row["id"]): _node(row) for row in rows}


def _node(row: Row) -> Node:
    kind = NodeKind(str(row["kind"]))
    return Node(id=str(row["id"]), kind=kind, name=str(row["name"]), date=text(row["date"]))


def _edge(row: Row, relation: Relation, status: Status) -> Edge:
    return Edge(
        start=str(row["start"]),
        end=str(row["end"]),
        relation=relation,
        status=status,
        role=Role(str(row["role"])) if row["role"] else None,
        former=bool(row["former"]),
        acting=bool(row["acting"]),
        date=text(row["date"]),
        since=text(row["since"]),
        until=text(row["until"]),
        by_phone=bool(row["by_phone"]),
        rule=text(row.get("rule")),
        claims=texts(row["claims"]),
    )
