"""Files in TriG and N-Quads, read back report by report."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store

from graph.rdf.names import DERIVED, JUDGEMENTS, WORLD, is_graph_of_report
from graph.rdf.reading import read_judgements, read_report, refused
from ontology.model import Extraction, Judgement

_FOLLOWS = {WORLD, DERIVED}
"""Graphs that are left out: what they say follows from the others."""


class RdfFile:
    """What a file says, in a store of its own on disk: its quads may come in any order."""

    def __init__(self, held: Store) -> None:
        """Wraps what was loaded."""
        self._held = held

    def judgements(self) -> list[Judgement]:
        """What people decided; raises InvalidGraph."""
        return read_judgements(JUDGEMENTS, self._of(JUDGEMENTS))

    def extractions(self) -> Iterator[Extraction]:
        """What reports say, by name of their graphs; raises InvalidGraph."""
        for quad in self._of(DefaultGraph()):
            raise refused(quad.subject, "it stands in no named graph")
        for graph in sorted(self._held.named_graphs(), key=str):
            if isinstance(graph, NamedNode) and is_graph_of_report(graph):
                yield read_report(graph, self._of(graph))
            elif graph not in (*_FOLLOWS, JUDGEMENTS):
                raise refused(graph, "this graph is none of a report, the judgements or the world")

    def _of(self, graph: NamedNode | DefaultGraph) -> Iterator[Quad]:
        return self._held.quads_for_pattern(None, None, None, graph)


@contextmanager
def opened_rdf(file: Path, *, nquads: bool) -> Iterator[RdfFile]:
    """A file in N-Quads or else TriG, loaded for as long as it is read; raises InvalidGraph where it is broken."""
    form = RdfFormat.N_QUADS if nquads else RdfFormat.TRIG
    with TemporaryDirectory(prefix="actorgraph-", ignore_cleanup_errors=True) as folder:
        held = Store(folder)
        try:
            held.bulk_load(path=str(file), format=form)
        except SyntaxError as error:
            raise refused(file.name, f"it is no {form.name}: {error.msg}") from error
        yield RdfFile(held)
