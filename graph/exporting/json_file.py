"""Everything as one JSON document, one element a line."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from graph.exporting.elements import Edge, Elements, Node, line


def write(elements: Elements, file: Path) -> None:
    """Writes `{"nodes": […], "edges": […]}`."""
    with file.open("w", encoding="utf-8", newline="\n") as output:
        output.writelines(_lines(elements))


def _lines(elements: Elements) -> Iterator[str]:
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
