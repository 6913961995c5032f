"""The graph as RDF: `dataset(store)` gives it to rdflib, `quads(elements)` as it comes, the rest writes it to files."""

from typing import TYPE_CHECKING

from graph.rdf.faces import dataset as dataset
from graph.rdf.faces import quads as quads
from graph.rdf.faces import write_jsonld as write_jsonld
from graph.rdf.faces import write_nquads as write_nquads
from graph.rdf.faces import write_trig as write_trig
from graph.rdf.faces import write_turtle as write_turtle
from graph.rdf.names import graph_of as graph_of
from graph.rdf.statements import judgement_quads as judgement_quads
from graph.rdf.statements import report_quads as report_quads
from graph.rdf.world import world_quads as world_quads

if TYPE_CHECKING:
    from rdflib import Dataset as Dataset
