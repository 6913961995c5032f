"""Dates in EDTF as the literals and instants that OWL-Time and schema.org know."""

from collections.abc import Iterator
from typing import NamedTuple

from pyoxigraph import Literal, NamedNode

from graph.rdf.names import part
from graph.rdf.resources import Resource
from ontology.records import PREFIXES, Written

_FIELDS = {4: ("year", "gYear"), 7: ("month", "gYearMonth"), 10: ("day", "date")}
"""By the length of a date: the field of an instant, and the datatype."""


class Span(NamedTuple):
    """What is known of when something began and ended, each a day, month or year."""

    begin: str | None = None
    end: str | None = None


def span(edtf: str) -> Span:
    """The first and the last part of an interval; of a single date twice the same."""
    first, slash, last = edtf.partition("/")
    return Span(first, last if slash else first)


def one(edtf: str | None) -> str | None:
    """The date where it is one day, month or year, no interval."""
    return None if edtf is None or "/" in edtf else edtf


def literal(date: str) -> Literal:
    """A day, month or year as a literal of its precision."""
    return Literal(date, datatype=NamedNode(PREFIXES["xsd"] + _FIELDS[len(date)][1]))


def instant(name: NamedNode, date: str | None, **more: NamedNode) -> Resource:
    """An instant, of which the day, month or year may be known."""
    known = {_FIELDS[len(date)][0]: date} if date else {}
    return Resource(name, Written.INSTANT, {**known, **more})


def interval(name: NamedNode, known: Span) -> Iterator[Resource]:
    """The interval of this name with the instants of its ends, `…-begin` and `…-end`."""
    ends = {which: _end(name, which) for which, date in known._asdict().items() if date}
    yield Resource(name, Written.INTERVAL, ends)
    for which, end in ends.items():
        yield instant(end, getattr(known, which))


def _end(name: NamedNode, which: str) -> NamedNode:
    return NamedNode(f"{name.value}-{which}")


def during(edge: NamedNode, *, former: bool, observed: str | None, known: Span) -> list[Resource]:
    """When somebody held a post: since, until, seen to hold; of one that is over at least that it ended.

    Empty where nothing is known of it.
    """
    name = part(edge, "during")
    begin, end, seen = (_end(name, which) for which in ("begin", "end", "observed"))
    values: dict[str, NamedNode] = {}
    made: list[Resource] = []
    if known.begin:
        values["begin"] = begin
        made.append(instant(begin, known.begin))
    over_by = seen if former and observed and not known.end else None
    if known.end or former:
        values["end"] = end
        made.append(instant(end, known.end, **({"before": over_by} if over_by else {})))
    if observed and not former and _within(observed, known):
        values["inside"] = seen
    if over_by or "inside" in values:
        made.append(instant(seen, observed))
    return [Resource(name, Written.INTERVAL, values), *made] if made else []


def _within(date: str, known: Span) -> bool:
    """Is it not before the beginning nor after the end, as exactly as these are known?"""
    after = known.begin is None or known.begin[: len(date)] <= date[: len(known.begin)]
    return after and (known.end is None or date[: len(known.end)] <= known.end[: len(date)])
