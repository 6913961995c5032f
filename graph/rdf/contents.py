"""What a file in RDF ends with: how much it holds, and what its format cannot carry."""

from collections.abc import Iterator

from pyoxigraph import NamedNode, Quad

from graph.exporting.contents import Contents
from graph.rdf.names import GRAPHS
from graph.rdf.resources import Resource
from graph.rdf.statements import in_graph
from ontology.records import Written

CONTENTS = NamedNode(f"{GRAPHS}contents")
"""The graph that says so, and what it says it of."""


def contents_quads(contents: Contents, caveat: str = "") -> Iterator[Quad]:
    """The end of a file; the caveat is what it cannot carry."""
    values = {**contents._asdict(), "description": caveat or None}
    return in_graph(CONTENTS, [Resource(CONTENTS, Written.CONTENTS, values)])
