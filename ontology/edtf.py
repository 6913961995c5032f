"""Dates in EDTF (ISO 8601-2:2019, level 0 intervals): parsing, bounds and overlap.

Forms: `YYYY`, `YYYY-MM`, `YYYY-MM-DD` and intervals `A/B` of these.
"""

import calendar
import re
from datetime import date
from typing import Annotated

from pydantic import AfterValidator

from ontology.errors import InvalidDate

_PART = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


def _bounds_of_part(part: str) -> tuple[date, date]:
    match = _PART.fullmatch(part)
    if match is None:
        raise ValueError(part)
    year, month, day = (int(group) if group else None for group in match.groups())
    if year is None:
        raise ValueError(part)
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is None:
        return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)


def bounds(edtf: str) -> tuple[date, date]:
    """The earliest and the latest day that the date covers; raises InvalidDate."""
    first, slash, last = edtf.partition("/")
    try:
        # An open end ("2024/") is not at level 0: its empty part is no date.
        start, end = _bounds_of_part(first)[0], _bounds_of_part(last if slash else first)[1]
    except ValueError as error:
        raise InvalidDate(
            f"{edtf!r} is no date", "Write YYYY, YYYY-MM, YYYY-MM-DD or an interval A/B"
        ) from error
    if start > end:
        raise InvalidDate(f"{edtf!r} ends before it begins", "Write the earlier date first")
    return start, end


def one_date(text: str) -> str:
    """The text, where it is one day, month or year; raises InvalidDate, also for an interval."""
    try:
        _bounds_of_part(text)
    except ValueError as error:
        raise InvalidDate(
            f"{text!r} is no day, month or year", "Write YYYY, YYYY-MM or YYYY-MM-DD"
        ) from error
    return text


def _checked(edtf: str) -> str:
    try:
        bounds(edtf)
    except InvalidDate as error:
        raise ValueError(str(error)) from error
    return edtf


Edtf = Annotated[str, AfterValidator(_checked)]
"""A date or interval in EDTF, checked when a model is made."""


def overlap(one: str, other: str) -> bool:
    """Do the two dates share a day?"""
    (a, b), (c, d) = bounds(one), bounds(other)
    return a <= d and c <= b


def is_day(edtf: str) -> bool:
    """Is it one exact day?"""
    first, last = bounds(edtf)
    return first == last
