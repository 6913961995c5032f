"""The period that a request is limited to."""

from typing import Annotated, NamedTuple

from fastapi import Depends, Query

from graph.browsing import days
from ontology.edtf import Edtf


class Period(NamedTuple):
    """It begins with the first day of one date and ends with the last day of another; None leaves it open."""

    first: Edtf | None
    last: Edtf | None


_Date = Annotated[str | None, Query(description="YYYY, YYYY-MM or YYYY-MM-DD.")]


def _period(from_: Annotated[_Date, Query(alias="from")] = None, to: _Date = None) -> Period:
    """Raises InvalidDate, and InvalidInput where it ends before it begins."""
    days(from_ or None, to or None)
    return Period(from_ or None, to or None)


ThePeriod = Annotated[Period, Depends(_period)]
