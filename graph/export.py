"""The whole graph, in an order that depends on nothing but what it says."""

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import TypeVar, cast

from graph.catalogue import Statement, for_kind, statement
from graph.store import Row, Store, Value
from ontology.errors import StoreFailed
from ontology.terms import NodeKind

_SETS = {"about", "claims", "stated"}
"""Lists whose order says nothing; that of a mention's forms is the order of the text."""
_OURS = {"bundle"}
"""Properties that only help the store."""
_ATTEMPTS = 3
Result = TypeVar("Result")


def nodes(store: Store) -> Iterator[str]:
    """Each node as a line of JSON with `label` and `properties`, by label and id."""
    for kind in sorted(NodeKind):
        yield from _lines(store, for_kind("all_nodes", kind))


def edges(store: Store) -> Iterator[str]:
    """Each edge as a line of JSON with `type`, `start`, `end` and `properties`, by kind of its start."""
    for kind in sorted(NodeKind):
        yield from _lines(store, for_kind("all_edges", kind))


def fingerprint(store: Store) -> str:
    """A hash of the whole graph: equal for equal graphs, on every store."""
    return undisturbed(store, _hashed)


def export_json(store: Store, file: Path) -> None:
    """Writes `{"nodes": […], "edges": […]}`, one element a line, whole or not at all."""
    write_whole(store, file, lambda found, draft: write_text(draft, _json(found)))


def export_jsonl(store: Store, file: Path) -> None:
    """Writes all nodes, then all edges, one a line, whole or not at all."""

    def write(found: Store, draft: Path) -> None:
        lines = chain(nodes(found), edges(found))
        write_text(draft, (f"{line}\n" for line in lines))

    write_whole(store, file, write)


def write_whole(store: Store, file: Path, write: Callable[[Store, Path], None]) -> None:
    """The file as `write` leaves a draft of it beside it, of one state of the graph, or no file at all."""
    draft = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        undisturbed(store, lambda found: write(found, draft))
        draft.replace(file)
    finally:
        draft.unlink(missing_ok=True)


def write_text(file: Path, parts: Iterable[str]) -> None:
    """Writes text as it comes, in UTF-8, with the same ends of lines everywhere."""
    with file.open("w", encoding="utf-8", newline="\n") as output:
        output.writelines(parts)


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
    for line in chain(nodes(store), edges(store)):
        digest.update(line.encode() + b"\n")
    return digest.hexdigest()


def _json(store: Store) -> Iterator[str]:
    yield '{"nodes": [\n'
    yield from _separated(nodes(store))
    yield '],\n"edges": [\n'
    yield from _separated(edges(store))
    yield "]}\n"


def _separated(lines: Iterable[str]) -> Iterator[str]:
    before = ""
    for line in lines:
        yield f"{before}{line}"
        before = ",\n"
    yield "\n"


def _lines(store: Store, one: Statement) -> list[str]:
    def read(rows: Iterable[Row]) -> list[str]:
        return sorted(map(line_of, rows))

    return store.reading(lambda transaction: read(transaction.stream(one)), seconds=None)


def line_of(element: Row) -> str:
    """A node or an edge as a line of JSON; equal ones give equal lines."""
    has = cast("Mapping[str, Value]", element["properties"])
    properties = {name: _ordered(name, value) for name, value in has.items() if name not in _OURS}
    whole = {**element, "properties": properties}
    return json.dumps(whole, ensure_ascii=False, sort_keys=True, separators=(", ", ": "))


def _ordered(name: str, value: Value) -> Value:
    return sorted(value, key=str) if name in _SETS and isinstance(value, list) else value
