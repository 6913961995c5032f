"""The example reports as RDF: what was read in a PDF conforms to the shapes, and comes through a file unchanged."""

from pathlib import Path

import pyshacl
import pytest
from pyoxigraph import RdfFormat, parse, serialize
from rdflib import Graph

from graph.rdf.names import graph_of
from graph.rdf.reading import read_report
from graph.rdf.statements import report_quads
from graph.rows import content_of
from ingest.extraction import extract
from ingest.reading import read

ROOT = Path(__file__).parents[2]
REPORTS = sorted((ROOT / "examples" / "reports").glob("*.pdf"))
SHAPES = Graph().parse(ROOT / "ontology" / "shapes.ttl")


@pytest.mark.parametrize("report", REPORTS, ids=lambda path: path.stem)
def test_an_example_conforms_to_the_shapes_and_comes_back_unchanged(report: Path) -> None:
    extraction = extract(read(report))
    graph = graph_of(extraction.report.id)
    text = serialize(report_quads(extraction), format=RdfFormat.N_QUADS) or b""
    back = read_report(graph, parse(text, format=RdfFormat.N_QUADS))
    assert content_of(back) == content_of(extraction)
    triples = (quad.triple for quad in report_quads(extraction))
    data = Graph().parse(data=serialize(triples, format=RdfFormat.N_TRIPLES), format="nt")
    conforms, _, told = pyshacl.validate(data, shacl_graph=SHAPES)
    assert conforms, told
