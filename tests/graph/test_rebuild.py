"""What is derived can be derived anew, by any number of processes, and taken up where that was interrupted."""

from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256

import pytest
from exported import exported
from invented import Land

from graph import rebuild
from graph.catalogue import Statement
from graph.knowledge import KnowledgeGraph
from graph.store import Store
from ontology.errors import StoreFailed

AS_DERIVED = {1: "d6612a6616cd847d", 2: "d6612a6616cd847d", 3: "c9919d879bac34ed"}
"""By `graph.rebuild.DERIVED`: a hash of what is derived from a few reports. A new hash wants a new version there."""
SOURCE = {"Report", "Passage", "Mention", "Claim", "Judgement"}


@pytest.fixture
def graph(store: Store) -> KnowledgeGraph:
    graph = KnowledgeGraph(store)
    land = Land(3, people=10)
    for number in range(4):
        graph.add(land.report(number, claims=12))
    return graph


def derivation(store: Store, number: int) -> None:
    text = "MATCH (g:Graph {id: 'graph'}) SET g.derivation = $number"
    store.write(lambda t: t.run(Statement("of-the-test", text, (), ()), number=number))


def test_what_is_derived_follows_from_the_claims(graph: KnowledgeGraph) -> None:
    found, version = graph.fingerprint(), graph.version()
    graph.rebuild()
    assert graph.fingerprint() == found
    assert graph.version() == version + 1


def test_what_is_derived_differently_has_another_version(graph: KnowledgeGraph) -> None:
    found = exported(graph.store)
    nodes = [
        sorted(node.items())
        for _, node in sorted(found.nodes.items())
        if node["label"] not in SOURCE
    ]
    edges = sorted((e.type, e.start, e.end, sorted(e.properties.items())) for e in found.derived())
    assert sha256(repr((nodes, edges)).encode()).hexdigest()[:16] == AS_DERIVED[rebuild.DERIVED]


def test_a_graph_of_another_version_is_derived_anew_when_it_is_opened(
    graph: KnowledgeGraph,
) -> None:
    found = graph.fingerprint()
    derivation(graph.store, 0)
    graph.store.write(
        lambda t: t.run(Statement("of-the-test", "MATCH ()-[r:HOLDS_POST]->() DELETE r", (), ()))
    )
    assert graph.fingerprint() != found
    assert KnowledgeGraph(graph.store).fingerprint() == found


def test_an_older_program_does_not_write_into_a_newer_graph(graph: KnowledgeGraph) -> None:
    derivation(graph.store, 99)
    with pytest.raises(StoreFailed):
        graph.forget(graph.reports()[0].id)
    KnowledgeGraph(graph.store)


@pytest.mark.parametrize("derived", [None, 0, 2])
def test_an_interrupted_derivation_is_taken_up_again(
    graph: KnowledgeGraph, derived: int | None
) -> None:
    found, store = graph.fingerprint(), graph.store
    store.write(rebuild._begin)
    assert store.write(rebuild._clear)
    if derived is not None:
        while store.write(rebuild._clear):
            pass
        for report in graph.reports()[:derived]:
            rebuild.derive_report(store, report.id)
    assert graph.fingerprint() != found
    assert KnowledgeGraph(store).fingerprint() == found


def test_several_may_derive_at_once(graph: KnowledgeGraph) -> None:
    found = graph.fingerprint()
    with ThreadPoolExecutor(3) as pool:
        list(pool.map(rebuild.rebuild, [graph.store] * 3))
    assert graph.fingerprint() == found
