"""Brings what Oxigraph holds into step with the graph, writing what differs alone.

A report is read again where its content is another; of what is derived, what the changes have touched is read and
compared with what is held, and all of it where many reports changed at once.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import chain
from typing import cast

import pyoxigraph
from pyoxigraph import NamedNode, Quad

from graph.catalogue import statement
from graph.exporting.elements import Elements
from graph.extractions import extraction, judgements
from graph.rdf.catching_up import catch_up
from graph.rdf.describing import vocabulary_quads
from graph.rdf.names import DERIVED, JUDGEMENTS, WORLD, graph_of, is_graph_of_report
from graph.rdf.reading import read_judgements
from graph.rdf.statements import judgement_quads, report_quads
from graph.rdf.touched import touched
from graph.rdf.world import world_quads
from graph.store import Store
from ontology.errors import NotKnown
from ontology.model import Judgement

_FEW = 10
"""Reports that may have changed and be followed one by one, however few there are."""


def fill(held: pyoxigraph.Store, store: Store) -> dict[str, str]:
    """Puts all of the graph into an empty store; gives the content of each report, by id."""
    now = _contents(store)
    said = (report_quads(extraction(store, report)) for report in sorted(now))
    held.bulk_extend(chain(vocabulary_quads(), *said, _told(store)))
    held.optimize()
    return now


def follow(held: pyoxigraph.Store, store: Store, before: Mapping[str, str]) -> dict[str, str]:
    """Puts what has changed into a store that held these reports; gives the content of each report now, by id."""
    now = _contents(store)
    changed = {each for each in before.keys() | now.keys() if before.get(each) != now.get(each)}
    judged = judgements(store)
    were = _held_judgements(held)
    differing = [each for each in (*were, *judged) if (each in were) != (each in judged)]
    few = len(changed) <= max(_FEW, len(now) // 4)
    found = touched(held, store, changed, differing) if few else None
    _drop_reports(held, kept=before.items() & now.items())
    for report in sorted(changed & now.keys()):
        with suppress(NotKnown):  # it was forgotten meanwhile, which the version will show
            held.extend(report_quads(extraction(store, report)))
    _replace(held, (JUDGEMENTS,), judgement_quads(judged))
    if found is None:
        _replace(held, (WORLD, DERIVED), world_quads(Elements(store)))
    else:
        catch_up(held, store, found)
    return now


def _held_judgements(held: pyoxigraph.Store) -> list[Judgement]:
    return read_judgements(JUDGEMENTS, held.quads_for_pattern(None, None, None, JUDGEMENTS))


def _contents(store: Store) -> dict[str, str]:
    rows = store.read(statement("reports"))
    return {
        str(row["id"]): str(cast("Mapping[str, object]", row["properties"])["content"])
        for row in rows
    }


def _told(store: Store) -> Iterator[Quad]:
    """What no report says alone: the judgements, the world, what is derived."""
    yield from judgement_quads(judgements(store))
    yield from world_quads(Elements(store))


def _drop_reports(held: pyoxigraph.Store, kept: Iterable[tuple[str, str]]) -> None:
    """Removes the graphs of all reports but these."""
    staying = {graph_of(report) for report, _ in kept}
    for graph in list(held.named_graphs()):
        if isinstance(graph, NamedNode) and is_graph_of_report(graph) and graph not in staying:
            held.remove_graph(graph)


def _replace(held: pyoxigraph.Store, graphs: Iterable[NamedNode], quads: Iterable[Quad]) -> None:
    """Makes these graphs hold just these quads, by writing what differs."""
    stale = {quad for graph in graphs for quad in held.quads_for_pattern(None, None, None, graph)}
    fresh: list[Quad] = []
    for quad in quads:
        if quad in stale:
            stale.discard(quad)
        else:
            fresh.append(quad)
    for quad in stale:
        held.remove(quad)
    held.extend(fresh)
