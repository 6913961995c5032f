"""CSV for Neo4j's importer: what the real importer makes of it is the graph, to the byte."""

from collections.abc import Callable
from pathlib import Path

import pytest
from chronicle import QUARIA, october, told
from invented import Invented, Land, topic

from graph import export
from graph.catalogue import Statement
from graph.exporting.formats import Format
from graph.knowledge import KnowledgeGraph
from graph.store import Store
from ontology.errors import StoreFailed
from ontology.terms import EventType, NodeKind


@pytest.fixture
def graph(embedded: Store) -> KnowledgeGraph:
    """What an export must bear, and some more."""
    made, land = told(embedded), Land(3, people=30)
    for number in range(4):
        made.add(land.report(number))
    return made


@pytest.mark.neo4j
def test_what_the_importer_makes_is_the_graph_to_the_byte_and_can_be_added_to(
    graph: KnowledgeGraph, neo4j_of: Callable[[Path], Store], tmp_path: Path
) -> None:
    graph.export(Format.JSON, tmp_path / "here.json")
    graph.export(Format.NEO4J_CSV, tmp_path / "tables")
    store = neo4j_of(tmp_path / "tables")
    export.export(store, Format.JSON, tmp_path / "there.json")  # as nobody has opened it yet
    assert (tmp_path / "there.json").read_bytes() == (tmp_path / "here.json").read_bytes()
    opened = KnowledgeGraph(store)
    opened.export(Format.JSON, tmp_path / "there.json")
    assert (tmp_path / "there.json").read_bytes() == (tmp_path / "here.json").read_bytes()
    for each in (graph, opened):
        each.forget(october().report.id)
        each.add(Land(3, people=30).report(5))
    assert opened.fingerprint() == graph.fingerprint()
    with pytest.raises(StoreFailed):  # its ids are unique again
        store.write(lambda transaction: transaction.run(twice()))


def twice() -> Statement:
    return Statement(
        "twice", f"UNWIND [1, 2] AS n CREATE (:{NodeKind.PERSON} {{id: 'one'}})", (), ()
    )


def test_a_text_that_the_importer_cannot_be_told_is_refused(
    embedded: Store, tmp_path: Path
) -> None:
    made = Invented("odd")
    made.event(EventType.VISIT, "2024-10", QUARIA, [], topic("salt\x1fprices"))
    graph = KnowledgeGraph(embedded)
    graph.add(made.extraction())
    with pytest.raises(StoreFailed, match=r"U\+001F"):
        graph.export(Format.NEO4J_CSV, tmp_path / "tables")
    assert list(tmp_path.iterdir()) == []


def test_the_folder_says_how_it_is_imported(embedded: Store, tmp_path: Path) -> None:
    KnowledgeGraph(embedded).export(Format.NEO4J_CSV, tmp_path / "tables")
    told_how = (tmp_path / "tables" / "README.txt").read_text("utf-8")
    assert "neo4j-admin database import full neo4j @import.args\n" in told_how
    arguments = (tmp_path / "tables" / "import.args").read_text("utf-8").split()
    files = {path for each in arguments for path in each.split("=")[-1].split(",") if "csv" in path}
    assert files == {f"./{each.name}" for each in (tmp_path / "tables").glob("*.csv")}
