"""The shortest ways from one actor to another."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, pairwise

from graph.browsing import proofs
from graph.browsing.actors import actor_id
from graph.browsing.records import Edge, Path, Paths, Proof, ProvenEdge, Step
from graph.browsing.walking import Walk
from graph.store import Store

MOST_NODES = 20_000
"""So many are looked at before the search is given up."""


class _Side:
    """What is reached from one end: each node with those that lead back to the end, by the fewest steps."""

    def __init__(self, end: str) -> None:
        self.border = {end}
        self.back: dict[str, set[str]] = {end: set()}

    def widen(self, walk: Walk) -> None:
        """Goes one step on."""
        found: dict[str, set[str]] = {}
        for start, others in walk.beside(self.border).items():
            for other in others - self.back.keys():
                found.setdefault(other, set()).add(start)
        self.back |= found
        self.border = set(found)

    def ways(self, node: str) -> Iterator[tuple[str, ...]]:
        """The shortest ways from a node back to the end."""
        if not self.back[node]:
            yield (node,)
        for nearer in sorted(self.back[node]):
            for way in self.ways(nearer):
                yield (node, *way)


def paths(store: Store, start: str, end: str, walk: Walk, *, length: int, limit: int) -> Paths:
    """The shortest paths of at most so many steps, each step with its edges and their words; raises NotKnown.

    `complete` is false where there are more, or where the search was given up because too much lies in between.
    """
    ends = actor_id(store, start), actor_id(store, end)
    ways, complete = _ways(walk, *ends, length)
    found = list(islice(ways, limit + 1))
    nodes = walk.nodes({*ends, *(node for way in found for node in way)})
    steps = _steps(store, walk, found[:limit])
    told = tuple(
        Path(
            length=len(way) - 1,
            nodes=tuple(nodes[each] for each in way),
            steps=tuple(steps[pair] for pair in pairwise(way)),
        )
        for way in found[:limit]
    )
    return Paths(
        start=nodes[ends[0]],
        end=nodes[ends[1]],
        paths=told,
        complete=complete and len(found) <= limit,
    )


def _ways(walk: Walk, start: str, end: str, length: int) -> tuple[Iterator[tuple[str, ...]], bool]:
    """The shortest ways, and whether the search came to its end."""
    near, far = _Side(start), _Side(end)
    for steps in range(length + 1):
        if met := near.border & far.border:
            return _joined(near, far, sorted(met)), True
        if steps == length or not near.border or not far.border:
            break
        if len(near.back) + len(far.back) > MOST_NODES:
            return iter(()), False
        min(near, far, key=lambda side: len(side.border)).widen(walk)
    return iter(()), True


def _joined(near: _Side, far: _Side, met: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for node in met:
        for back in near.ways(node):
            for on in far.ways(node):
                yield (*reversed(back), *on[1:])


def _steps(
    store: Store, walk: Walk, ways: Sequence[tuple[str, ...]]
) -> Mapping[tuple[str, str], Step]:
    """The steps of all ways, each with all edges between its ends, whichever way they point."""
    pairs = {pair for way in ways for pair in pairwise(way)}
    edges = walk.edges({node for pair in pairs for node in pair}) if pairs else ()
    between: dict[frozenset[str], list[Edge]] = {frozenset(pair): [] for pair in pairs}
    for edge in edges:
        if (ends := frozenset((edge.start, edge.end))) in between:
            between[ends].append(edge)
    chosen = [edge for found in between.values() for edge in found]
    known = proofs.proofs(store, (claim for edge in chosen for claim in edge.claims))
    return {
        pair: Step(
            start=pair[0],
            end=pair[1],
            edges=tuple(_proven(edge, known) for edge in between[frozenset(pair)]),
        )
        for pair in pairs
    }


def _proven(edge: Edge, known: Mapping[str, Proof]) -> ProvenEdge:
    return ProvenEdge(**dict(edge), evidence=proofs.of(edge.claims, known))
