"""The graph as RDF: `dataset(store)` gives it to rdflib, `quads(store)` as it comes, the exports write it to files."""

from graph.rdf.faces import dataset as dataset
from graph.rdf.faces import export_jsonld as export_jsonld
from graph.rdf.faces import export_nquads as export_nquads
from graph.rdf.faces import export_trig as export_trig
from graph.rdf.faces import export_turtle as export_turtle
from graph.rdf.faces import quads as quads
from graph.rdf.names import graph_of as graph_of
from graph.rdf.statements import judgement_quads as judgement_quads
from graph.rdf.statements import report_quads as report_quads
from graph.rdf.world import world_quads as world_quads
