"""GraphML and GEXF: networkx reads the world out of them, with labels, times and the words behind each edge."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import networkx as nx
import pytest
from chronicle import ANA, CY, DEE, HARBOUR, MINISTER, SALT, told
from exported import Exported, exported
from invented import Invented

from graph.exporting.formats import FORMATS, Format
from graph.knowledge import KnowledgeGraph
from graph.store import Store

READ: dict[Format, Callable[[Path], object]] = {
    Format.GRAPHML: nx.read_graphml,
    Format.GEXF: nx.read_gexf,
}
WORLD = {"Country", "Day", "Event", "Organisation", "Person", "Place", "Post", "Topic"}
GEXF = "{http://gexf.net/1.3}"


@pytest.fixture
def graph(embedded: Store) -> KnowledgeGraph:
    return told(embedded)


def picture(graph: KnowledgeGraph, form: Format, folder: Path) -> "nx.MultiDiGraph[str]":
    graph.export(form, folder / "picture")
    found = READ[form](folder / "picture")
    assert isinstance(found, nx.MultiDiGraph)
    return found


def world(found: Exported, *without: str) -> tuple[set[str], list[tuple[str, str, str]]]:
    nodes = {key for key, has in found.nodes.items() if has["label"] in WORLD - {*without}}
    edges = [(e.start, e.end, e.type) for e in found.edges if {e.start, e.end} <= nodes]
    return nodes, sorted(edges)


@pytest.mark.parametrize(("form", "without"), [(Format.GRAPHML, ()), (Format.GEXF, ("Day",))])
def test_networkx_reads_the_world_with_all_its_edges(
    graph: KnowledgeGraph, tmp_path: Path, form: Format, without: tuple[str, ...]
) -> None:
    found = picture(graph, form, tmp_path)
    nodes, edges = world(exported(graph.store), *without)
    assert set(found.nodes) == nodes
    assert sorted((a, b, str(has["type"])) for a, b, has in found.edges(data=True)) == edges
    assert len(edges) > 15


@pytest.mark.parametrize("form", READ)
def test_a_label_says_enough_to_be_read_in_a_picture(
    graph: KnowledgeGraph, tmp_path: Path, form: Format
) -> None:
    found = picture(graph, form, tmp_path)
    labels = {str(has["label"]) for _, has in found.nodes(data=True)}
    assert {ANA.name, DEE.name, HARBOUR.name, "Minister, Ministry of Salt"} <= labels
    assert {"Envoy, Zedland", "phone_call, 2024-10-05/2024-10-07"} <= labels
    assert all(has["label"] for _, _, has in found.edges(data=True))
    no_facts = {each for each in labels if each.endswith(("(planned)", "(denied)"))}
    assert no_facts == {"visit, 2024-10 (planned)", "talks, 2024-10-09 (denied)"}


@pytest.mark.parametrize("form", READ)
def test_an_edge_carries_the_words_that_state_it(
    graph: KnowledgeGraph, tmp_path: Path, form: Format
) -> None:
    found = picture(graph, form, tmp_path)
    chairing = edge(found, type="TOOK_PART", role="chair")
    assert "‘+1’ 🧂, =SUM(A1)” (September, p. 1)" in chairing["evidence"]
    assert "\ufffd" in chairing["evidence"]  # for what XML cannot hold
    in_office = edge(found, type="MET", rule="in-office", by_phone=False)
    assert in_office["weight"] == len(in_office["claims"].split(" | ")) > 1


def edge(found: "nx.MultiDiGraph[str]", **wanted: object) -> dict[str, Any]:
    (one,) = (
        has
        for _, _, has in found.edges(data=True)
        if all(has.get(name) == value for name, value in wanted.items())
    )
    return dict(one)


def test_what_is_no_fact_is_in_no_edge(graph: KnowledgeGraph, tmp_path: Path) -> None:
    found = picture(graph, Format.GRAPHML, tmp_path)
    for key, has in found.nodes(data=True):
        if has["kind"] == "Event" and has["status"] != "happened":
            assert found.degree(key) == 0


@pytest.mark.parametrize(
    ("since", "observed", "expected"),
    [
        (None, "2024-09-03", (None, "2024-09-02")),
        ("2020", "2024-09", ("2020-01-01", "2024-08-31")),
        ("2024-09-03", "2024-09-03", ("2024-09-03", None)),
        (None, None, (None, None)),
    ],
)
def test_a_former_tenure_was_over_before_it_was_told_of(
    embedded: Store,
    tmp_path: Path,
    since: str | None,
    observed: str | None,
    expected: tuple[str | None, str | None],
) -> None:
    made = Invented("former")
    made.tenure(ANA, MINISTER, SALT, former=True, since=since, observed=observed)
    graph = KnowledgeGraph(embedded)
    graph.add(made.extraction())
    graph.export(Format.GEXF, tmp_path / "picture")
    root = ElementTree.parse(tmp_path / "picture").getroot()  # noqa: S314 - our own file
    (held,) = (each for each in root.iter(f"{GEXF}edge") if each.get("kind") == "HOLDS_POST")
    assert (held.get("start"), held.get("end")) == expected


@pytest.mark.parametrize(
    ("form", "place"), [(Format.GRAPHML, "desc"), (Format.GEXF, "description")]
)
def test_a_picture_says_what_it_cannot_carry(
    graph: KnowledgeGraph, tmp_path: Path, form: Format, place: str
) -> None:
    graph.export(form, tmp_path / "picture")
    root = ElementTree.parse(tmp_path / "picture").getroot()  # noqa: S314 - our own file
    (said,) = (each for each in root.iter() if each.tag.rpartition("}")[2] == place)
    assert said.text == FORMATS[form].caveat()


def test_gexf_has_the_times_of_events_meetings_and_tenures(
    graph: KnowledgeGraph, tmp_path: Path
) -> None:
    graph.export(Format.GEXF, tmp_path / "picture")
    root = ElementTree.parse(tmp_path / "picture").getroot()  # noqa: S314 - our own file
    (drawn,) = root.iter(f"{GEXF}graph")
    assert (drawn.get("mode"), drawn.get("timeformat")) == ("dynamic", "date")
    times = {
        (each.get("label"), each.get("start"), each.get("end")) for each in root.iter(f"{GEXF}node")
    }
    assert ("phone_call, 2024-10-05/2024-10-07", "2024-10-05", "2024-10-07") in times
    assert ("visit, 2024-10 (planned)", "2024-10-01", "2024-10-31") in times
    assert (CY.name, None, None) in times
    spans = {
        (each.get("kind"), each.get("start"), each.get("end")) for each in root.iter(f"{GEXF}edge")
    }
    assert ("HOLDS_POST", "2021-01-01", "2024-03-31") in spans
    assert ("HOLDS_POST", "2024-09-30", "2024-09-30") in spans
    assert ("MET", "2024-10-05", "2024-10-07") in spans
    assert ("AT", "2024-09-03", "2024-09-03") in spans
    assert ("POST_IN", None, None) in spans
    assert [child.tag.removeprefix(GEXF) for child in drawn] == [
        *("attributes", "attributes", "nodes", "edges")
    ]
