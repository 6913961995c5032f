"""The world as GEXF 1.3 for Gephi, with the times of events, meetings and tenures for its timeline."""

from collections.abc import Mapping
from datetime import date as day
from datetime import timedelta
from pathlib import Path

from graph.exporting import pictures
from graph.exporting.elements import Edge, Elements, Properties
from graph.exporting.formats import FORMATS, Format
from graph.exporting.pictures import Type, Values
from graph.exporting.world import World
from graph.exporting.xml_writer import Writer
from graph.store import Value
from ontology.edtf import bounds
from ontology.terms import NodeKind

_SPACE = "http://gexf.net/1.3"
_GRAPH = {
    "mode": "dynamic",
    "defaultedgetype": "directed",
    "timeformat": "date",
    "timerepresentation": "interval",
}


def write(elements: Elements, file: Path) -> None:
    """Writes the world nodes but the days, which are the times of the others, and the edges between them."""
    world = World(elements)
    with file.open("w", encoding="utf-8", newline="\n") as output:
        to = Writer(output)
        with to.element("gexf", {"xmlns": _SPACE, "version": "1.3"}):
            with to.element("meta"):
                to.leaf("creator", {}, "actorgraph")
                to.leaf("description", {}, FORMATS[Format.GEXF].caveat())
            with to.element("graph", _GRAPH):
                _attributes(to, "node", pictures.NODE)
                _attributes(to, "edge", pictures.EDGE)
                _nodes(to, world)
                _edges(to, world)


def _attributes(to: Writer, of: str, attributes: Mapping[str, Type]) -> None:
    with to.element("attributes", {"class": of}):
        for name, kind in attributes.items():
            to.leaf("attribute", {"id": name, "title": name, "type": kind})


def _nodes(to: Writer, world: World) -> None:
    with to.element("nodes"):
        for node in world.nodes.values():
            if node.kind is not NodeKind.DAY:
                time = _span(node.properties.get("date"))
                with to.element("node", {"id": node.id, "label": world.label(node), **time}):
                    _values(to, pictures.node_values(node))


def _edges(to: Writer, world: World) -> None:
    with to.element("edges"):
        for edge in pictures.edges(world):
            if world.nodes[edge.end].kind is not NodeKind.DAY:
                with to.element("edge", {**_edge(edge), **_time(world, edge)}):
                    _values(to, pictures.edge_values(world, edge))


def _edge(edge: Edge) -> dict[str, str]:
    return {
        "id": pictures.edge_id(edge),
        "source": edge.start,
        "target": edge.end,
        "kind": edge.type,
        "label": pictures.edge_label(edge),
        "weight": str(pictures.weight(edge)),
    }


def _time(world: World, edge: Edge) -> Values:
    """When it was so: a tenure from since to until, or when it was observed; the rest when their event was."""
    has = edge.properties
    if edge.type == "HOLDS_POST":
        return _tenure(has)
    if edge.type == "MET":
        return _span(has.get("on"))
    event = world.nodes[edge.end if edge.type == "TOOK_PART" else edge.start]
    return _span(event.properties.get("date"))


def _tenure(has: Properties) -> Values:
    """From since to until, else the day on which it was seen; a former one was over before that day."""
    lasted = {**_first(has.get("since")), **_last(has.get("until"))}
    if not has["former"]:
        return lasted or _span(has.get("observed"))
    over = {**_before(has.get("observed")), **lasted}
    return over if over.get("start", "") <= over.get("end", "~") else lasted


def _before(date: Value) -> Values:
    first = bounds(date)[0] if isinstance(date, str) else day.min
    return {"end": (first - timedelta(days=1)).isoformat()} if first > day.min else {}


def _span(date: Value) -> Values:
    return {**_first(date), **_last(date)}


def _first(date: Value) -> Values:
    return {"start": bounds(date)[0].isoformat()} if isinstance(date, str) else {}


def _last(date: Value) -> Values:
    return {"end": bounds(date)[1].isoformat()} if isinstance(date, str) else {}


def _values(to: Writer, values: Values) -> None:
    with to.element("attvalues"):
        for name, value in values.items():
            to.leaf("attvalue", {"for": name, "value": value})
