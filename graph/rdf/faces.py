"""The graph in the formats of RDF: TriG, N-Quads, Turtle and JSON-LD; and as a dataset of rdflib."""

from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph
from pyoxigraph import Quad, RdfFormat, Triple, serialize

from graph.exporting.elements import Elements
from graph.exporting.formats import FORMATS, Format
from graph.exporting.placing import write_text
from graph.rdf.contents import contents_quads
from graph.rdf.describing import vocabulary_quads
from graph.rdf.jsonld import document
from graph.rdf.statements import judgement_quads, report_quads
from graph.rdf.world import world_quads
from graph.store import Store
from ontology.records import PREFIXES

if TYPE_CHECKING:
    from rdflib import Dataset


def quads(elements: Elements) -> Iterator[Quad]:
    """All that is said, as it is read: the graph of each report, of the judgements, the world, what is derived.

    Equal graphs give equal quads in equal order, on every store.
    """
    for extraction in elements.extractions():
        yield from report_quads(extraction)
    yield from judgement_quads(elements.judgements())
    yield from world_quads(elements)


def dataset(store: Store) -> "Dataset":
    """The graph as rdflib has it, Oxigraph behind it, with the vocabulary in a graph of its own.

    The default graph is the union of all; the prefixes of the vocabulary are bound.
    """
    # Nothing else needs these, and they take longer to load than all of this package.
    from oxrdflib import OxigraphStore
    from rdflib import Dataset

    held = pyoxigraph.Store()
    held.bulk_extend(chain(vocabulary_quads(), quads(Elements(store))))
    found = Dataset(store=OxigraphStore(store=held), default_union=True)
    for name, iri in PREFIXES.items():
        found.bind(name, iri)
    return found


def write_trig(elements: Elements, file: Path) -> None:
    """Writes TriG, which carries everything."""
    _write(file, _ended(elements, Format.TRIG), RdfFormat.TRIG)


def write_nquads(elements: Elements, file: Path) -> None:
    """Writes N-Quads, which carry everything."""
    _write(file, _ended(elements, Format.NQUADS), RdfFormat.N_QUADS)


def write_turtle(elements: Elements, file: Path) -> None:
    """Writes Turtle: all triples without the named graphs that they stand in."""
    found = _ended(elements, Format.TURTLE)
    _write(file, (quad.triple for quad in found), RdfFormat.TURTLE)


def write_jsonld(elements: Elements, file: Path) -> None:
    """Writes JSON-LD, one resource a line, with a context under which it reads as plain JSON."""
    write_text(file, document(_ended(elements, Format.JSONLD)))


def _ended(elements: Elements, form: Format) -> Iterator[Quad]:
    """All quads, and at the end of the file how much it holds: one that was cut says so by not saying it."""
    yield from quads(elements)
    yield from contents_quads(elements.contents(), FORMATS[form].caveat())


def _write(file: Path, statements: Iterable[Quad] | Iterable[Triple], form: RdfFormat) -> None:
    serialize(statements, str(file), format=form, prefixes=PREFIXES)
