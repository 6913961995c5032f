"""Plain tables for a spreadsheet, a folder of CSV files.

UTF-8 with a byte order mark, without which spreadsheets guess another encoding; commas, quotes where needed and
CRLF as in RFC 4180. The line breaks of a quote stay in its cell. A cell that a spreadsheet would run as a formula
has an apostrophe before it. A list is one cell, its parts separated by `; `.
"""

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from graph.exporting.elements import Edge, Elements, Node, Stated
from graph.exporting.formats import FORMATS, Format
from graph.exporting.placing import write_text
from graph.exporting.world import World, text, texts
from graph.store import Value
from ontology.terms import NodeKind

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""How a cell begins that a spreadsheet may take for a formula, as OWASP lists it under CSV injection."""

_README = f"""Tables of a graph of actorgraph, as CSV.

{FORMATS[Format.CSV].caveat()}
"""

Row = Mapping[str, Value]


class _Table(NamedTuple):
    columns: Sequence[str]
    rows: Callable[[World], Iterable[Row]]


def write(elements: Elements, folder: Path) -> None:
    """Writes each table, also the empty ones; its rows sorted by their first columns."""
    write_text(folder / "README.txt", [_README])
    world = World(elements)
    for name, table in _TABLES.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8-sig", newline="") as file:
            output = csv.writer(file)
            output.writerow(table.columns)
            output.writerows(sorted(_cells(row, table.columns) for row in table.rows(world)))


def _cells(row: Row, columns: Iterable[str]) -> list[str]:
    return [_cell(row.get(column)) for column in columns]


def _cell(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    told = value if isinstance(value, str) else "; ".join(texts(value))
    return f"'{told}" if told.startswith(_FORMULA) else told


def _nodes(kind: NodeKind) -> Callable[[World], Iterable[Row]]:
    return lambda world: (node.properties for node in world.of(kind))


def _reports(world: World) -> Iterable[Row]:
    return (report.properties for report in world.reports.values())


def _posts(world: World) -> Iterator[Row]:
    for post in world.of(NodeKind.POST):
        yield {**post.properties, **_bodies(world, post.id)}


def _bodies(world: World, post: str) -> Row:
    bodies = world.ends("POST_IN", post)
    return {
        "bodies": [world.name(body.id) for body in bodies],
        "body_ids": [body.id for body in bodies],
    }


def _posts_held(world: World) -> Iterator[Row]:
    for edge in world.edges["HOLDS_POST"]:
        yield {
            **_stated(world, edge),
            **_named(world, "person", edge.start),
            **_named(world, "post", edge.end),
            **_bodies(world, edge.end),
        }


def _parts(world: World) -> Iterator[Row]:
    for edge in world.edges["PART_OF"]:
        yield {
            **_stated(world, edge),
            **_named(world, "part", edge.start),
            **_named(world, "whole", edge.end),
        }


def _events(world: World) -> Iterator[Row]:
    for event in world.of(NodeKind.EVENT):
        yield {
            **event.properties,
            "places": _names(world, world.ends("AT", event.id)),
            "topics": _names(world, world.ends("ABOUT", event.id)),
        }


def _participants(world: World) -> Iterator[Row]:
    for edge in world.edges["TOOK_PART"]:
        yield {
            **_stated(world, edge),
            **_named(world, "actor", edge.start),
            **_named(world, "event", edge.end),
            "date": world.nodes[edge.end].properties.get("date"),
        }


def _meetings(world: World) -> Iterator[Row]:
    for edge in world.edges["MET"]:
        yield {
            **_stated(world, edge),
            **_named(world, "one", edge.start),
            **_named(world, "other", edge.end),
            **_named(world, "event", text(edge.properties["event"])),
            "date": edge.properties.get("on"),
        }


def _topics(world: World) -> Iterator[Row]:
    for topic in world.of(NodeKind.TOPIC):
        yield {**topic.properties, "broader": _names(world, world.ends("BROADER", topic.id))}


def _claims(world: World) -> Iterator[Row]:
    for claim in world.claims():
        report = world.reports[text(claim.properties["report"])]
        yield {
            **claim.properties,
            **_ends(world, claim),
            "quote": claim.quote,
            "page": claim.page,
            "start": claim.start,
            "end": claim.end,
            "context": " … ".join(claim.context),
            "file": report.properties["file"],
            "title": world.title(report),
            "published": report.properties.get("published"),
        }


def _ends(world: World, claim: Stated) -> Row:
    ends: dict[str, Value] = {}
    for name, end in (("subject", claim.subject), ("object", claim.object), ("event", claim.event)):
        if end:
            ends |= _named(world, name, end)
    return ends


def _stated(world: World, edge: Edge) -> Row:
    """What an edge says of itself, with the words behind it."""
    return {**edge.properties, "evidence": [str(each) for each in world.evidence(edge)]}


def _named(world: World, name: str, identifier: str) -> Row:
    node = world.nodes[identifier]
    return {name: world.name(identifier), f"{name}_id": identifier, f"{name}_kind": node.kind.value}


def _names(world: World, nodes: Iterable[Node]) -> list[Value]:
    return [world.name(node.id) for node in nodes]


_ACTOR = ("name", "aliases", "countries", "id")
_EVIDENCE = ("evidence", "claims")
_TABLES: dict[str, _Table] = {
    "people": _Table(_ACTOR, _nodes(NodeKind.PERSON)),
    "organisations": _Table(_ACTOR, _nodes(NodeKind.ORGANISATION)),
    "countries": _Table(("name", "aliases", "code", "id"), _nodes(NodeKind.COUNTRY)),
    "places": _Table(("name", "aliases", "id"), _nodes(NodeKind.PLACE)),
    "topics": _Table(("name", "aliases", "concept", "broader", "id"), _topics),
    "posts": _Table(("name", "bodies", "aliases", "id", "body_ids"), _posts),
    "posts_held": _Table(
        (
            *("person", "post", "bodies", "former", "acting", "observed", "since", "until"),
            *_EVIDENCE,
            *("person_id", "post_id", "body_ids"),
        ),
        _posts_held,
    ),
    "parts": _Table(
        ("part", "whole", "whole_kind", *_EVIDENCE, "part_id", "whole_id"),
        _parts,
    ),
    "events": _Table(
        (
            *("date", "name", "type", "status", "places", "topics", "count", "several"),
            *("earliest", "latest", "id"),
        ),
        _events,
    ),
    "participants": _Table(
        (
            *("date", "event", "actor", "actor_kind", "role"),
            *_EVIDENCE,
            *("event_id", "actor_id"),
        ),
        _participants,
    ),
    "meetings": _Table(
        (
            *("date", "one", "one_kind", "other", "other_kind", "by_phone", "event", "rule"),
            *_EVIDENCE,
            *("earliest", "latest", "one_id", "other_id", "event_id"),
        ),
        _meetings,
    ),
    "claims": _Table(
        (
            *("relation", "subject", "object", "status", "rejected", "event", "event_type"),
            *("date", "role", "capacity", "former", "acting", "observed", "since", "until"),
            *("by_phone", "count", "several", "quote", "context", "title", "published", "page"),
            *("start", "end", "file", "report", "polarity", "modality", "attribution", "speaker"),
            *("confidence", "rule", "subject_kind", "subject_id", "object_kind", "object_id"),
            *("event_id", "id"),
        ),
        _claims,
    ),
    "reports": _Table(
        (
            *("published", "title", "file", "source", "pages", "extractor"),
            *("file_sha256", "text_sha256", "id"),
        ),
        _reports,
    ),
}
