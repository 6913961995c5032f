"""Answers SPARQL queries in a child process: a query can neither be interrupted nor be trusted not to crash.

A request and the head of an answer are JSON; the body follows the head.
"""

import json
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import lru_cache
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from pyoxigraph import (
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    Triple,
    parse_query_results,
    serialize,
)

from graph.rdf.wording import reason, starred
from ontology.records import PREFIXES

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

_OPENED = 2
"""States that stay open: another may be asked for while one is at work."""
_EMPTY = Store()


class Request(NamedTuple):
    """A query of a state on disk; formats by their names in Oxigraph, None for one that the caller cannot take."""

    quads: str
    query: str
    default_graphs: list[str]
    named_graphs: list[str]
    results: str | None
    triples: str | None
    rows: int
    size: int
    """The answer in bytes at most."""


class Head(NamedTuple):
    """What became of a query: refused and why, or answered in a format."""

    refused: str | None = None
    unacceptable: bool = False
    format: str = ""
    truncated: bool = False


class _EnoughError(Exception):
    """As much was written as was wanted."""


class _RefusedError(Exception):
    """A query that is not answered; says why."""


def answer(request: bytes) -> Iterator[bytes]:
    """The head, and the body where the query was answered."""
    asked = Request(**json.loads(request))
    try:
        head, body = _answered(asked)
    except _RefusedError as error:
        head, body = Head(refused=str(error)), b""
    except (SyntaxError, ValueError) as error:
        head, body = Head(refused=reason(asked.query, error)), b""
    yield json.dumps(head._asdict()).encode()
    yield body


def _answered(asked: Request) -> tuple[Head, bytes]:
    if _says(asked.query, "service"):
        raise _RefusedError("SERVICE is not answered: this server asks no other one")
    found = _run(asked)
    form = asked.triples if isinstance(found, QueryTriples) else asked.results
    if form is None:
        return Head(unacceptable=True), b""
    if isinstance(found, QueryTriples):
        return _graph(found, form, asked)
    return _table(found, form, asked)


def _run(asked: Request) -> QuerySolutions | QueryBoolean | QueryTriples:
    """The default graph is the union of all, unless the request or the query chooses one."""
    held = _opened(asked.quads)
    if not (asked.default_graphs or asked.named_graphs):
        union = not _says(asked.query, "from")
        return held.query(asked.query, prefixes=PREFIXES, use_default_graph_as_union=union)
    return held.query(
        asked.query,
        prefixes=PREFIXES,
        default_graph=[NamedNode(each) for each in asked.default_graphs],
        named_graphs=[NamedNode(each) for each in asked.named_graphs],
    )


@lru_cache(_OPENED)
def _opened(folder: str) -> Store:
    return Store.read_only(folder)


def _says(query: str, keyword: str) -> bool:
    """Is this a keyword of the query, as its own parser understands it? Raises SyntaxError where it is no query.

    In names, texts and comments it can be replaced by another word, and what is left still is a query.
    """
    renamed = re.sub(keyword, f"{keyword[:-1]}x", query, flags=re.IGNORECASE)
    if renamed == query:
        return False
    try:
        _EMPTY.query(renamed, prefixes=PREFIXES)
    except SyntaxError:
        return True
    return False


class _Sink(BytesIO):
    """Takes what is written line by line, up to so many lines and bytes."""

    def __init__(self, lines: int, size: int) -> None:
        super().__init__()
        self.full = False
        self._lines, self._size = lines, size

    def write(self, data: "ReadableBuffer") -> int:
        """Raises _EnoughError when there are more lines."""
        written = super().write(data)
        self._lines -= bytes(data).count(b"\n")
        if self._lines < 0:
            self.full = True
            raise _EnoughError
        if self.tell() > self._size:
            raise _too_large(self._size)
        return written


def _too_large(size: int) -> _RefusedError:
    return _RefusedError(
        f"The answer is larger than {size:,} bytes: ask for less of it, or use LIMIT"
    )


def _table(found: QuerySolutions | QueryBoolean, name: str, asked: Request) -> tuple[Head, bytes]:
    form: QueryResultsFormat = getattr(QueryResultsFormat, name)
    if isinstance(found, QueryBoolean):
        return Head(format=name), found.serialize(format=form) or b""
    sink = _Sink(asked.rows + 1, asked.size)
    with suppress(_EnoughError):
        found.serialize(sink, format=QueryResultsFormat.TSV)
    lines = sink.getvalue()
    if order := starred(asked.query, [each.value for each in found.variables]):
        lines = _turned(lines, order)
    if sink.full:
        lines = b"".join(line + b"\n" for line in lines.split(b"\n")[: asked.rows + 1])
    if form != QueryResultsFormat.TSV:
        lines = parse_query_results(lines, QueryResultsFormat.TSV).serialize(format=form) or b""
    return Head(format=name, truncated=sink.full), lines


def _turned(lines: bytes, order: list[int]) -> bytes:
    """The rows with their columns in another order; the last one may be incomplete."""
    rows = (line.split(b"\t") for line in lines.split(b"\n"))
    return b"\n".join(
        b"\t".join(row[number] for number in order) if len(row) == len(order) else b"\t".join(row)
        for row in rows
    )


def _graph(found: QueryTriples, name: str, asked: Request) -> tuple[Head, bytes]:
    triples = list(islice(found, asked.rows + 1))
    form: RdfFormat = getattr(RdfFormat, name)
    body = serialize(triples[: asked.rows], format=form, prefixes=_needed(triples)) or b""
    if len(body) > asked.size:
        raise _too_large(asked.size)
    return Head(format=name, truncated=len(triples) > asked.rows), body


def _needed(triples: Iterable[Triple]) -> dict[str, str]:
    """The prefixes of names that occur."""
    text = " ".join(map(str, triples))
    return {name: iri for name, iri in PREFIXES.items() if iri in text}
