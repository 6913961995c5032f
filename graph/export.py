"""The whole graph, in an order that depends on nothing but what it says."""

import json
import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from graph.catalogue import for_kind
from graph.store import Row, Store, Value
from ontology.terms import NodeKind


def _canonical(value: Value) -> Value:
    """Lists that stand for sets are sorted; the forms of a mention keep the order of the text."""
    if isinstance(value, dict):
        return {name: _ordered(name, each) for name, each in sorted(value.items())}
    return value


def _ordered(name: str, value: Value) -> Value:
    return sorted(value, key=str) if name == "claims" and isinstance(value, list) else value


def _line(element: Row) -> str:
    return json.dumps(element, ensure_ascii=False, sort_keys=True, separators=(", ", ": "))


def nodes(store: Store) -> Iterator[str]:
    """Each node as a line of JSON with `label` and `properties`, by label and id."""
    for kind in sorted(NodeKind):
        rows = store.read(for_kind("all_nodes", kind))
        yield from sorted(
            _line({**row, "properties": _canonical(row["properties"])}) for row in rows
        )


def edges(store: Store) -> Iterator[str]:
    """Each edge as a line of JSON with `type`, `start`, `end` and `properties`, by kind of its start."""
    for kind in sorted(NodeKind):
        rows = store.read(for_kind("all_edges", kind))
        yield from sorted(
            _line({**row, "properties": _canonical(row["properties"])}) for row in rows
        )


def fingerprint(store: Store) -> str:
    """A hash of the whole graph: equal for equal graphs, on every store."""
    digest = sha256()
    for line in (*nodes(store), *edges(store)):
        digest.update(line.encode() + b"\n")
    return digest.hexdigest()


def export_json(store: Store, file: Path) -> None:
    """Writes `{"nodes": […], "edges": […]}`, one element a line, whole or not at all."""
    parts = [
        '{"nodes": [',
        ",\n".join(nodes(store)),
        '],\n"edges": [',
        ",\n".join(edges(store)),
        "]}",
    ]
    draft = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        draft.write_text("\n".join(parts) + "\n", encoding="utf-8", newline="\n")
        draft.replace(file)
    finally:
        draft.unlink(missing_ok=True)
