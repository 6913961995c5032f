"""How long events lasted, where a report states the day on which they began and the one on which they ended."""

from collections.abc import Iterable
from datetime import date

from graph.asking.desk import Desk, Line
from graph.asking.happenings import details, events_of
from graph.asking.query import Query
from ontology.edtf import Edtf
from ontology.terms import Relation

_ISO_DAY = len("YYYY-MM-DD")


def durations(desk: Desk, query: Query) -> Iterable[Line]:
    """The days from the first to the last, both counted; a note where of an event one date alone is stated.

    That something was on a day, or in a month, does not say for how long.
    """
    rows = details(desk, Relation.ON_DATE, query, events_of(desk, query))
    stated = [(str(row["date"]), str(row["claim"])) for row in rows if row["date"]]
    known = [(when, days, claim) for when, claim in stated if (days := days_in(when))]
    if stated and not known:
        dates = " and ".join(sorted({when for when, _ in stated}))
        desk.note = f"no report says from when until when, only the date {dates}"
    return [Line(answer=f"{days} days ({when})", claims=(claim,)) for when, days, claim in known]


def days_in(when: Edtf) -> int | None:
    """How many days an interval of exact days has, the first and the last included; None for any other date."""
    first, slash, last = when.partition("/")
    if not slash or {len(first), len(last)} != {_ISO_DAY}:
        return None
    return (date.fromisoformat(last) - date.fromisoformat(first)).days + 1
