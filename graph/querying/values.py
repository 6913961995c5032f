"""Values of a driver as JSON, of one shape for both stores.

    node          {"labels": ["Person"], "properties": {…}}
    relationship  {"type": "MET", "start": ID, "end": ID, "properties": {…}}
    path          {"nodes": [node, …], "relationships": [relationship, …]}
    point         {"srid": 7203, "coordinates": [1.0, 2.0]}

Dates, times and durations are texts of ISO 8601, and so are the numbers that JSON lacks: NaN, Infinity, -Infinity.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from neo4j.graph import Node, Path, Relationship
from neo4j.spatial import Point
from neo4j.time import Date, DateTime, Duration, Time
from pydantic import JsonValue

from ontology.errors import InvalidStatement

_DEEPEST = 50


def elements(value: object) -> Iterator[str]:
    """The ends of the relationships of a value, as the server calls nodes."""
    if isinstance(value, Relationship):
        yield from (node.element_id for node in value.nodes if node is not None)
    elif isinstance(value, Path):
        for relationship in value.relationships:
            yield from elements(relationship)
    elif isinstance(value, Mapping) and not isinstance(value, Node):
        for each in value.values():
            yield from elements(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from elements(each)


def plain(value: object, ids: Mapping[str, str | None], depth: int = 0) -> JsonValue:
    """A value as JSON; `ids` are the ids of nodes by what the server calls them; raises InvalidStatement."""
    if depth > _DEEPEST:
        raise InvalidStatement(
            f"A value of the answer is nested more than {_DEEPEST} deep", "Return less of it"
        )
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, str):
        return value.encode(errors="replace").decode()
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, Node | Relationship | Path):
        return _graph(value, ids, depth)
    return _composed(value, ids, depth)


def _composed(value: object, ids: Mapping[str, str | None], depth: int) -> JsonValue:
    if isinstance(value, Date | DateTime | Time | Duration):
        return value.iso_format()
    if isinstance(value, Point):  # which is a tuple
        return {"srid": value.srid, "coordinates": list(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(value[key], ids, depth + 1) for key in sorted(value)}
    if isinstance(value, Sequence):
        return [plain(each, ids, depth + 1) for each in value]
    raise InvalidStatement(
        f"A value of the answer is a {type(value).__name__}, for which there is no JSON",
        "Return its parts",
    )


def _number(value: float) -> JsonValue:
    if math.isfinite(value):
        return value
    return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"


def _graph(
    value: Node | Relationship | Path, ids: Mapping[str, str | None], depth: int
) -> JsonValue:
    if isinstance(value, Node):
        return {
            "labels": cast("JsonValue", sorted(value.labels)),
            "properties": plain(dict(value.items()), ids, depth + 1),
        }
    if isinstance(value, Relationship):
        start, end = (
            ids.get(node.element_id) if node is not None else None for node in value.nodes
        )
        return {
            "type": value.type,
            "start": start,
            "end": end,
            "properties": plain(dict(value.items()), ids, depth + 1),
        }
    return {
        "nodes": [_graph(each, ids, depth + 1) for each in value.nodes],
        "relationships": [_graph(each, ids, depth + 1) for each in value.relationships],
    }
