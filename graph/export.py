"""The graph written out: as lines, as a hash, as files of every format."""

from collections.abc import Callable, Iterator
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import TypeVar

from graph import rdf
from graph.catalogue import statement
from graph.exporting import csv_tables, ftm, gexf, graphml, json_file, neo4j_csv
from graph.exporting.elements import Elements, line
from graph.exporting.filtering import GraphFilter
from graph.exporting.formats import FORMATS, Format
from graph.exporting.part import part_of
from graph.exporting.placing import placed
from graph.store import Store
from ontology.errors import StoreFailed

_ATTEMPTS = 3
Result = TypeVar("Result")

WRITERS: dict[Format, Callable[[Elements, Path], None]] = {
    Format.JSON: json_file.write,
    Format.JSONL: json_file.write_lines,
    Format.TRIG: rdf.write_trig,
    Format.NQUADS: rdf.write_nquads,
    Format.TURTLE: rdf.write_turtle,
    Format.JSONLD: rdf.write_jsonld,
    Format.CSV: csv_tables.write,
    Format.NEO4J_CSV: neo4j_csv.write,
    Format.GRAPHML: graphml.write,
    Format.GEXF: gexf.write,
    Format.FTM: ftm.write,
}
"""What writes elements to a file, or into a folder that is there and empty."""


def nodes(store: Store) -> Iterator[str]:
    """Each node as a line of JSON with `label` and `properties`, by label and id."""
    return map(line, Elements(store).nodes())


def edges(store: Store) -> Iterator[str]:
    """Each edge as a line of JSON with `type`, `start`, `end` and `properties`, by kind of its start."""
    return map(line, Elements(store).edges())


def fingerprint(store: Store) -> str:
    """A hash of the whole graph: equal for equal graphs, on every store."""
    return undisturbed(store, _hashed)


def export(store: Store, form: Format, out: Path, wanted: GraphFilter | None = None) -> None:
    """Writes the graph, or what of it is wanted, whole or not at all; equal graphs give equal bytes.

    Raises NotKnown and InvalidInput where what is wanted names what is not there, and StoreFailed.
    """
    with placed(out, folder=FORMATS[form].folder) as draft:

        def write(found: Store) -> None:
            draft.clear()
            WRITERS[form](Elements(found, part_of(found, wanted or GraphFilter())), draft.path)

        undisturbed(store, write)


def undisturbed(store: Store, work: Callable[[Store], Result]) -> Result:
    """What the work gives when nobody has changed the graph meanwhile."""
    for _ in range(_ATTEMPTS):
        before = store.read(statement("version"))
        result = work(store)
        if store.read(statement("version")) == before:
            return result
    raise StoreFailed(
        "The graph was changed while it was written out", "Try again when less is read in"
    )


def _hashed(store: Store) -> str:
    digest = sha256()
    for each in chain(nodes(store), edges(store)):
        digest.update(each.encode() + b"\n")
    return digest.hexdigest()
