"""Which of several things is the first, the last or the next, by dates that may be no more than a month."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

from graph.asking.query import Pick, Selection
from ontology.edtf import Edtf, bounds

_Item = TypeVar("_Item")


def picked(
    items: Sequence[_Item], date_of: Callable[[_Item], Edtf | None], selection: Selection
) -> tuple[_Item, ...]:
    """Those of the date that the selection picks; all where it picks none, none where no date is known."""
    if selection.pick is None:
        return tuple(items)
    days = {item_date for item in items if (item_date := date_of(item))}
    if selection.pick == "next":
        days = {day for day in days if selection.since and _after(day, selection.since)}
    best = _best(days, selection.pick)
    return tuple(item for item in items if best and date_of(item) == best)


def _best(days: set[Edtf], pick: Pick) -> Edtf | None:
    """The date that surely began first, or the one that began last."""
    if pick == "last":
        return max(days, key=lambda day: (bounds(day)[0], day), default=None)
    return min(days, key=lambda day: (_begun_by(day), day), default=None)


def _begun_by(day: Edtf) -> date:
    """The day by which it had begun: of a range the first, of a month or year the last."""
    first, last = bounds(day)
    return first if "/" in day else last


def _after(day: Edtf, since: str) -> bool:
    return bounds(day)[0].isoformat() > since
