"""Brings what is derived into step where a change has touched it: reads that of the store, and writes what differs."""

from collections.abc import Iterator
from itertools import chain

import pyoxigraph
from pyoxigraph import Literal, NamedNode, Quad

from graph.catalogue import for_kind, statement
from graph.exporting.elements import Edge, Node, edge_of, said
from graph.rdf.linking import Links
from graph.rdf.names import DERIVED, WORLD, is_world, kind_of, node, part
from graph.rdf.plain import TIME, TITLE, described
from graph.rdf.touched import Touched, by_kind
from graph.rdf.world import RELATIONS_BY_EDGE, related, resolved
from graph.store import Store
from graph.world import concept_id
from ontology.records import SHAPES, Written
from ontology.terms import NodeKind, TopicConcept

_SMALL = {NodeKind.EVENT, NodeKind.POST, NodeKind.TOPIC}
"""Kinds from whose nodes few edges lead: all of them are read, of others those between what was touched."""
_CONCEPTS = frozenset(concept_id(each) for each in TopicConcept)
_SUBJECT, _OBJECT = (
    NamedNode(SHAPES[Written.RELATIONSHIP].fields[name].path) for name in ("start", "end")
)
_HOLDS = NamedNode(SHAPES[Written.PERSON].fields["holds"].path)
_ROLE = NamedNode(SHAPES[Written.MEMBERSHIP].fields["title"].path)
_ENDS = ("begin", "end", "observed")


def catch_up(held: pyoxigraph.Store, store: Store, touched: Touched) -> None:
    """Makes what is held of what was touched what the store says of it now."""
    scope = _Scope(touched.worlds | _CONCEPTS)
    stale = set(_held(held, touched, scope))
    fresh = set(_now(store, touched, scope))
    for quad in stale - fresh:
        held.remove(quad)
    held.extend(fresh - stale)


class _Scope:
    """What is compared: all that is said of nodes that were touched, but of links only those between them.

    Of posts that is all links, since who holds one, and of whom a tenure is one, depends on all of them.
    """

    def __init__(self, worlds: frozenset[str]) -> None:
        self.worlds = worlds
        self.names: dict[object, str] = {node(each): each for each in worlds}

    def has(self, quad: Quad) -> bool:
        subject = self.names.get(quad.subject)
        if subject is None or kind_of(subject) is NodeKind.POST:
            return True
        linked = isinstance(quad.object, NamedNode) and is_world(quad.object)
        return not linked or quad.object in self.names


# ------------------------------------------------------------------ what is held


def _held(held: pyoxigraph.Store, touched: Touched, scope: _Scope) -> Iterator[Quad]:
    for mention in touched.mentions:
        yield from held.quads_for_pattern(node(mention), None, None, WORLD)
    for world in scope.worlds:
        name = node(world)
        yield from filter(scope.has, held.quads_for_pattern(name, None, None, DERIVED))
        for start in held.quads_for_pattern(None, _SUBJECT, name, WORLD):
            yield from _relationship(held, start.subject, scope)
        if kind_of(world) is NodeKind.EVENT:
            yield from _parts(held, part(name, TIME))
        elif kind_of(world) is NodeKind.POST:
            yield from held.quads_for_pattern(None, _HOLDS, name, DERIVED)
            yield from _tenures(held, part(name, TITLE), name)


def _relationship(held: pyoxigraph.Store, edge: object, scope: _Scope) -> Iterator[Quad]:
    """All of a relationship that leads to a day, or to what was touched."""
    quads = list(held.quads_for_pattern(edge, None, None, WORLD))  # type: ignore[arg-type]
    ends = [quad.object for quad in quads if quad.predicate == _OBJECT]
    if any(isinstance(end, Literal) or end in scope.names for end in ends):
        yield from quads


def _tenures(held: pyoxigraph.Store, title: NamedNode, post: NamedNode) -> Iterator[Quad]:
    """The title of a post and all memberships that have it."""
    yield from held.quads_for_pattern(title, None, None, DERIVED)
    for quad in held.quads_for_pattern(None, _ROLE, title, DERIVED):
        edge = quad.subject
        if edge != post and isinstance(edge, NamedNode):
            yield from held.quads_for_pattern(edge, None, None, DERIVED)
            yield from _parts(held, part(edge, "during"))


def _parts(held: pyoxigraph.Store, interval: NamedNode) -> Iterator[Quad]:
    """An interval and its instants."""
    for name in (interval.value, *(f"{interval.value}-{end}" for end in _ENDS)):
        yield from held.quads_for_pattern(NamedNode(name), None, None, DERIVED)


# ------------------------------------------------------------------ what the store says


def _now(store: Store, touched: Touched, scope: _Scope) -> Iterator[Quad]:
    for mention, way in touched.ways.items():
        yield from resolved(mention, way.world, way.rule)
    links = Links()
    for edge in _edges(store, scope.worlds):
        links.take(edge)
        ends = edge.start in scope.worlds and (edge.type == "ON" or edge.end in scope.worlds)
        if ends and edge.type in RELATIONS_BY_EDGE:
            yield from related(edge)
    for each in _nodes(store, scope.worlds):
        yield from filter(scope.has, described(each, links))
        if each.kind is NodeKind.POST:
            for person in links.holders(each.id):
                yield Quad(node(person), _HOLDS, node(each.id), DERIVED)


def _nodes(store: Store, worlds: frozenset[str]) -> Iterator[Node]:
    for kind, ids in by_kind(worlds):
        for row in store.read(for_kind("nodes_of", kind), ids=ids):
            yield Node(kind, said(row))


def _edges(store: Store, worlds: frozenset[str]) -> Iterator[Edge]:
    """Each edge once."""
    ends = sorted(worlds)
    found: dict[tuple[str, str, str, str], Edge] = {}
    for kind, ids in by_kind(worlds):
        rows = (
            store.read(for_kind("edges_of", kind), ids=ids)
            if kind in _SMALL
            else store.read(for_kind("edges_among", kind), ids=ids, ends=ends)
        )
        more = store.read(statement("tenures_of"), ids=ids) if kind is NodeKind.POST else ()
        for row in chain(rows, more):
            edge = edge_of(row)
            found[edge.type, edge.start, edge.end, str(edge.properties.get("id"))] = edge
    return iter(found.values())
