"""The world as GraphML, read by networkx, igraph, yEd and Gephi.

All edges are directed, since networkx reads no mixed graph; `MET` holds both ways, and leads from the smaller id.
"""

from pathlib import Path

from graph.exporting import pictures
from graph.exporting.elements import Elements
from graph.exporting.formats import FORMATS, Format
from graph.exporting.pictures import Values
from graph.exporting.world import World
from graph.exporting.xml_writer import Writer

_SPACE = "http://graphml.graphdrawing.org/xmlns"
_NODE = {"label": "string", **pictures.NODE}
_EDGE = {"label": "string", "weight": "long", **pictures.EDGE}


def write(elements: Elements, file: Path) -> None:
    """Writes the world nodes and the edges between them; Gephi takes `label` and `weight` for its own."""
    world = World(elements)
    with file.open("w", encoding="utf-8", newline="\n") as output:
        to = Writer(output)
        with to.element("graphml", {"xmlns": _SPACE}):
            to.leaf("desc", {}, FORMATS[Format.GRAPHML].caveat())
            _keys(to)
            with to.element("graph", {"id": "actorgraph", "edgedefault": "directed"}):
                _elements(to, world)


def _keys(to: Writer) -> None:
    for of, attributes in (("node", _NODE), ("edge", _EDGE)):
        for name, kind in attributes.items():
            key = {"id": f"{of}-{name}", "for": of, "attr.name": name, "attr.type": kind}
            to.leaf("key", key)


def _elements(to: Writer, world: World) -> None:
    for node in world.nodes.values():
        with to.element("node", {"id": node.id}):
            _data(to, "node", {"label": world.label(node), **pictures.node_values(node)})
    for edge in pictures.edges(world):
        ends = {"id": pictures.edge_id(edge), "source": edge.start, "target": edge.end}
        own = {"label": pictures.edge_label(edge), "weight": str(pictures.weight(edge))}
        with to.element("edge", ends):
            _data(to, "edge", {**own, **pictures.edge_values(world, edge)})


def _data(to: Writer, of: str, values: Values) -> None:
    for name, value in values.items():
        to.leaf("data", {"key": f"{of}-{name}"}, value)
