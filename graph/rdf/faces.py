"""The graph in the formats of RDF: TriG, N-Quads, Turtle and JSON-LD; and as a dataset of rdflib."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph
from oxrdflib import OxigraphStore
from pyoxigraph import Quad, RdfFormat, Triple, serialize
from rdflib import Dataset

from graph.export import write_text, write_whole
from graph.extractions import extractions, judgements
from graph.rdf.jsonld import document
from graph.rdf.statements import judgement_quads, report_quads
from graph.rdf.world import world_quads
from graph.store import Store
from ontology.records import PREFIXES


def quads(store: Store) -> Iterator[Quad]:
    """All of the graph, as it is read: the graph of each report, of the judgements, the world, what is derived.

    Equal graphs give equal quads in equal order, on every store.
    """
    for extraction in extractions(store):
        yield from report_quads(extraction)
    yield from judgement_quads(judgements(store))
    yield from world_quads(store)


def dataset(store: Store) -> Dataset:
    """The graph as rdflib has it, Oxigraph behind it; the default graph is the union of all."""
    held = pyoxigraph.Store()
    held.bulk_extend(quads(store))
    return Dataset(store=OxigraphStore(store=held), default_union=True)


def export_trig(store: Store, file: Path) -> None:
    """Writes TriG, which carries everything."""
    write_whole(store, file, lambda found, draft: _write(draft, quads(found), RdfFormat.TRIG))


def export_nquads(store: Store, file: Path) -> None:
    """Writes N-Quads, which carry everything."""
    write_whole(store, file, lambda found, draft: _write(draft, quads(found), RdfFormat.N_QUADS))


def export_turtle(store: Store, file: Path) -> None:
    """Writes Turtle: all triples without the named graphs that they stand in."""

    def write(found: Store, draft: Path) -> None:
        _write(draft, (quad.triple for quad in quads(found)), RdfFormat.TURTLE)

    write_whole(store, file, write)


def export_jsonld(store: Store, file: Path) -> None:
    """Writes JSON-LD, one resource a line, with a context under which it reads as plain JSON."""
    write_whole(store, file, lambda found, draft: write_text(draft, document(quads(found))))


def _write(file: Path, statements: Iterable[Quad] | Iterable[Triple], form: RdfFormat) -> None:
    serialize(statements, str(file), format=form, prefixes=PREFIXES)
