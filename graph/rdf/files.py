"""Files in TriG and N-Quads, read back report by report."""

from codecs import BOM_UTF8
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store

from graph.exporting.contents import CUT, LONGEST, Contents
from graph.exporting.placing import scratch, writing
from graph.rdf.contents import CONTENTS
from graph.rdf.names import DERIVED, JUDGEMENTS, WORLD, is_graph_of_report
from graph.rdf.reading import read_contents, read_judgements, read_report, refused
from ontology.model import Extraction, Judgement

_FOLLOWS = {WORLD, DERIVED}
"""Graphs that are left out: what they say follows from the others."""


class RdfFile:
    """What a file says, in a store of its own on disk: its quads may come in any order."""

    def __init__(self, file: str, held: Store) -> None:
        """Wraps what was loaded from a file of this name."""
        self._file = file
        self._held = held

    def contents(self) -> Contents:
        """How much the file says that it holds; raises InvalidGraph where it does not."""
        if CONTENTS not in self._held.named_graphs():
            raise refused(self._file, CUT)
        return read_contents(self._of(CONTENTS))

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
            elif graph not in (*_FOLLOWS, JUDGEMENTS, CONTENTS):
                raise refused(graph, "this graph is none of a report, the judgements or the world")

    def _of(self, graph: NamedNode | DefaultGraph) -> Iterator[Quad]:
        return self._held.quads_for_pattern(None, None, None, graph)


@contextmanager
def opened_rdf(file: Path, *, nquads: bool) -> Iterator[RdfFile]:
    """A file in N-Quads or else TriG, loaded for as long as it is read; raises InvalidGraph where it is broken."""
    form = RdfFormat.N_QUADS if nquads else RdfFormat.TRIG
    with scratch() as folder:
        try:
            with writing(folder):
                held = _loaded(file, form, folder)
        except SyntaxError as error:
            raise refused(f"{file.name}, line {error.lineno}", _told(form, error)) from error
        except MemoryError as error:
            why = f"one of its literals is longer than {LONGEST:,} bytes"
            raise refused(file.name, why) from error
        yield RdfFile(file.name, held)


def _loaded(file: Path, form: RdfFormat, folder: Path) -> Store:
    """What a file says, without a byte order mark, in a folder."""
    held = Store(str(folder))
    with file.open("rb") as opened:
        if opened.read(len(BOM_UTF8)) == BOM_UTF8:
            held.bulk_load(input=opened, format=form)
            return held
    held.bulk_load(path=str(file), format=form)
    return held


def _told(form: RdfFormat, error: SyntaxError) -> str:
    """What is wrong, without what the parser says of the place."""
    return f"it is no {form.name}: {error.msg.partition(': ')[2] or error.msg}"
