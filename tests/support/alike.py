"""Rows of statements in Cypher and of queries in SPARQL, written alike so that they can be compared."""

import re
from collections import Counter
from collections.abc import Mapping
from typing import Any, TypeAlias, cast

from pyoxigraph import NamedNode

from graph.catalogue import Statement
from graph.rdf import names
from graph.store import Row, Store, Value
from ontology.terms import Status

_LISTS = {"claims", "countries", "one_countries", "other_countries"}
"""Columns that hold several; their order says nothing."""

Cell: TypeAlias = "str | frozenset[str]"
Rows: TypeAlias = Counter[tuple[tuple[str, Cell], ...]]
"""Each row with its columns, and how often it is there."""


def cypher_rows(store: Store, text: str, parameters: Mapping[str, Any]) -> Rows:
    """The rows of a statement, which takes those of the parameters that it names."""
    used = {name: parameters[name] for name in re.findall(r"\$(\w+)", text)}
    return Counter(map(_row, store.read(Statement("shown", text, (), ()), **used)))


def _row(row: Row) -> tuple[tuple[str, Cell], ...]:
    cells = {name: _cell(name, value) for name, value in row.items()}
    if "several" in row and row["status"] != Status.HAPPENED:  # as its label in RDF says
        cells["name"] = f"{row['name']} ({row['status']})"
    return tuple(sorted(cells.items()))


def _cell(name: str, value: Value) -> Cell:
    if name in _LISTS:
        return frozenset(map(str, cast("list[Value]", value or [])))
    if isinstance(value, bool):
        return str(value).lower()
    return "" if value is None else str(value)


def sparql_rows(results: Mapping[str, Any]) -> Rows:
    """The rows of a query, from its results in JSON."""
    columns = results["head"]["vars"]
    return Counter(
        tuple(sorted((name, _term(name, row.get(name))) for name in columns))
        for row in results["results"]["bindings"]
    )


def _term(name: str, term: Mapping[str, str] | None) -> Cell:
    text = term["value"] if term else ""
    if name in _LISTS:
        return frozenset(map(_local, text.split()))
    return _local(text) if term and term["type"] == "uri" else text


def _local(text: str) -> str:
    """The id or the word of the vocabulary that an IRI names; what is no IRI is itself."""
    if text.startswith(names.IDS):
        return names.identifier(NamedNode(text))
    return names.value(NamedNode(text)) if text.startswith(names.WORDS) else text
