"""Brings what Oxigraph holds into step with the graph, writing what differs alone.

A report is read again where its content is another; what is derived is read whole, since any report may change
any of it, and compared resource by resource.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import chain, groupby
from typing import cast

import pyoxigraph
from pyoxigraph import NamedNode, Quad, RdfFormat

from graph.catalogue import statement
from graph.extractions import extraction, judgements
from graph.rdf.names import DERIVED, JUDGEMENTS, WORLD, graph_of, is_graph_of_report
from graph.rdf.statements import judgement_quads, report_quads
from graph.rdf.world import world_quads
from graph.store import Store
from ontology.errors import NotKnown
from ontology.records import PREFIXES
from ontology.source import VOCABULARY

ONTOLOGY = NamedNode(PREFIXES[""].removesuffix("#"))
"""The graph of the vocabulary itself."""
_SHACL = "http://www.w3.org/ns/shacl#"


def fill(held: pyoxigraph.Store, store: Store) -> dict[str, str]:
    """Puts all of the graph into an empty store; gives the content of each report, by id."""
    now = _contents(store)
    said = (report_quads(extraction(store, report)) for report in sorted(now))
    held.bulk_extend(chain(_vocabulary(), *said, _told(store)))
    held.optimize()
    return now


def follow(held: pyoxigraph.Store, store: Store, before: Mapping[str, str]) -> dict[str, str]:
    """Puts what has changed into a store that held these reports; gives the content of each report now, by id."""
    now = _contents(store)
    lost = _drop_reports(held, kept=before.items() & now.items())
    for report in sorted(report for report in now if before.get(report) != now[report]):
        with suppress(NotKnown):  # it was forgotten meanwhile, which the version will show
            held.extend(report_quads(extraction(store, report)))
    _replace(held, (JUDGEMENTS, WORLD, DERIVED), _told(store))
    if lost:
        held.optimize()  # or the words of a report that was forgotten would stay in the files
    return now


def _contents(store: Store) -> dict[str, str]:
    rows = store.read(statement("reports"))
    return {
        str(row["id"]): str(cast("Mapping[str, object]", row["properties"])["content"])
        for row in rows
    }


def _told(store: Store) -> Iterator[Quad]:
    """What no report says alone: the judgements, the world, what is derived."""
    yield from judgement_quads(judgements(store))
    yield from world_quads(store)


def _vocabulary() -> Iterator[Quad]:
    """The vocabulary without its shapes."""
    held = pyoxigraph.Store()
    held.load(VOCABULARY.read_bytes(), format=RdfFormat.TURTLE, to_graph=ONTOLOGY)
    shapes = {
        node
        for quad in held
        if _SHACL in f"{quad.predicate}{quad.object}"
        for node in (quad.subject, quad.object)
    }
    return (quad for quad in held if quad.subject not in shapes)


def _drop_reports(held: pyoxigraph.Store, kept: Iterable[tuple[str, str]]) -> bool:
    """Removes the graphs of all reports but these; was there any?"""
    staying = {graph_of(report) for report, _ in kept}
    gone = [
        graph
        for graph in held.named_graphs()
        if isinstance(graph, NamedNode) and is_graph_of_report(graph) and graph not in staying
    ]
    for graph in gone:
        held.remove_graph(graph)
    return bool(gone)


def _replace(held: pyoxigraph.Store, graphs: Iterable[NamedNode], quads: Iterable[Quad]) -> None:
    """Makes these graphs hold just these quads, which come resource by resource."""
    seen: set[tuple[object, object]] = set()
    for resource, said in groupby(quads, key=_resource):
        seen.add(resource)
        _say(held, set(_quads_about(held, resource)), set(said))
    for graph in graphs:
        found = held.quads_for_pattern(None, None, None, graph)
        _say(held, {quad for quad in found if _resource(quad) not in seen}, set())


def _resource(quad: Quad) -> tuple[object, object]:
    return quad.graph_name, quad.subject


def _quads_about(held: pyoxigraph.Store, resource: tuple[object, object]) -> Iterator[Quad]:
    graph, subject = resource
    find = cast("Callable[..., Iterator[Quad]]", held.quads_for_pattern)
    return find(subject, None, None, graph)


def _say(held: pyoxigraph.Store, before: set[Quad], now: set[Quad]) -> None:
    for quad in before - now:
        held.remove(quad)
    if fresh := now - before:
        held.extend(fresh)
