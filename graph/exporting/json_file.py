"""Everything as JSON, one element a line: as one document, or each line by itself."""

import json
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from graph.exporting.elements import Edge, Elements, Node, line
from graph.exporting.placing import write_text

END = "contents"
"""The one key of the last of JSON Lines."""


def write(elements: Elements, file: Path) -> None:
    """Writes `{"nodes": […], "edges": […]}`."""
    write_text(file, _document(elements))


def write_lines(elements: Elements, file: Path) -> None:
    """Writes all nodes, then all edges, then how much that is: a file that was cut lacks its last line."""
    lines = chain(map(line, elements.nodes()), map(line, elements.edges()), _end(elements))
    write_text(file, (f"{each}\n" for each in lines))


def _end(elements: Elements) -> Iterator[str]:
    yield json.dumps({END: elements.contents()._asdict()})


def _document(elements: Elements) -> Iterator[str]:
    yield '{"nodes": [\n'
    yield from _separated(elements.nodes())
    yield '],\n"edges": [\n'
    yield from _separated(elements.edges())
    yield "]}\n"


def _separated(elements: Iterable[Node | Edge]) -> Iterator[str]:
    before = ""
    for each in elements:
        yield f"{before}{line(each)}"
        before = ",\n"
    yield "\n"
