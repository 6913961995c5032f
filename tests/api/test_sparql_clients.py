"""The clients that people use, against a real server."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import pytest
from doors import actorgraph, serving
from rdflib import RDFS, Graph, Literal, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, GET, JSON, JSONLD, N3, POST, RDFXML, TSV, TURTLE, XML, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

from ontology.records import PREFIXES

DECLARED = f"PREFIX : <{PREFIXES['']}>\nPREFIX rdfs: <{RDFS}>\n"
HELD = f"{DECLARED}SELECT ?name {{ ?person :holdsPost ?post ; rdfs:label ?name }} ORDER BY ?name"
NAMES = ["Ilze Kalnina", "Jonas Holt", "Marek Sowa"]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, harbour: Path) -> Iterator[str]:
    """The endpoint of a server that knows the harbour review."""
    folder = tmp_path_factory.mktemp("endpoint")
    assert actorgraph("--data", folder, "ingest", harbour).status == 0
    with serving(folder) as served:
        yield f"{str(served.web.base_url).rstrip('/')}/sparql"
    actorgraph("--data", folder, "stop")


def wrapper(address: str, query: str, form: str, method: str = GET) -> SPARQLWrapper:
    made = SPARQLWrapper(address)
    made.setQuery(query)
    made.setReturnFormat(form)
    made.setMethod(method)
    return made


@pytest.mark.parametrize("method", [GET, POST])
def test_sparqlwrapper_has_rows_in_json(address: str, method: str) -> None:
    found = cast("Any", wrapper(address, HELD, JSON, method).queryAndConvert())
    assert [row["name"]["value"] for row in found["results"]["bindings"]] == NAMES


def test_sparqlwrapper_has_rows_in_xml_csv_and_tsv(address: str) -> None:
    xml = cast("Any", wrapper(address, HELD, XML).queryAndConvert())
    literals = xml.getElementsByTagName("literal")
    assert [each.firstChild.data for each in literals] == NAMES
    for form in (CSV, TSV):
        text = cast("bytes", wrapper(address, HELD, form).queryAndConvert()).decode()
        assert [line.strip('"') for line in text.splitlines()[1:]] == NAMES


def test_sparqlwrapper_has_yes_and_no(address: str) -> None:
    found = cast("Any", wrapper(address, f"{DECLARED}ASK {{ ?a :met ?b }}", JSON).queryAndConvert())
    assert found["boolean"] is True


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib", "ignore::DeprecationWarning")
@pytest.mark.parametrize("form", [TURTLE, N3, RDFXML, XML, JSONLD])
def test_sparqlwrapper_has_triples(address: str, form: str) -> None:
    query = f"{DECLARED}CONSTRUCT {{ ?a :met ?b }} {{ ?a :met ?b }}"
    found = wrapper(address, query, form).queryAndConvert()
    graph = found if isinstance(found, Graph) else Graph().parse(data=cast("bytes", found))
    assert len(graph) == 4


def test_sparqlwrapper_is_told_what_is_wrong(address: str) -> None:
    with pytest.raises(QueryBadFormed, match="invalid-statement"):
        wrapper(address, "SELECT nonsense", JSON).query()


def test_rdflib_asks_as_if_the_graph_were_here(address: str) -> None:
    held = Graph(SPARQLStore(address))
    rows = cast("Any", held.query(HELD))
    assert [str(row.name) for row in rows] == NAMES
    (holt,) = {
        each for each in held.subjects(RDFS.label, Literal("Jonas Holt")) if "/person-" in str(each)
    }
    assert held.value(holt, RDFS.label) == Literal("Jonas Holt")
    posts = list(held.objects(holt, URIRef(f"{PREFIXES['']}holdsPost")))
    assert len(posts) == 1
    assert (holt, URIRef(f"{PREFIXES['']}tookPart"), None) in held
    assert len(held) > 100


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
def test_rdflib_sends_queries_in_each_way(address: str, method: str) -> None:
    held = Graph(SPARQLStore(address, method=method))
    assert [str(row.name) for row in cast("Any", held.query(HELD))] == NAMES


@pytest.mark.parametrize("form", ["xml", "json", "csv", "tsv"])
def test_rdflib_reads_rows_in_each_format(address: str, form: str) -> None:
    held = Graph(SPARQLStore(address, returnFormat=form))
    assert [str(row.name) for row in cast("Any", held.query(HELD))] == NAMES
