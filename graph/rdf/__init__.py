"""The graph as RDF: `dataset(store)` gives it to rdflib, the exports write it, `opened(file)` reads it back."""

from graph.rdf.faces import dataset as dataset
from graph.rdf.faces import export_jsonld as export_jsonld
from graph.rdf.faces import export_nquads as export_nquads
from graph.rdf.faces import export_trig as export_trig
from graph.rdf.faces import export_turtle as export_turtle
from graph.rdf.faces import quads as quads
