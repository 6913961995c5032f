"""Parts of months and years, weeks and weekends, put as ranges of days that the date grammar reads."""

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta

from graph.asking.failures import NoPeriod
from ontology.anchors import Anchor
from ontology.dates import find_dates
from ontology.edtf import bounds

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)

_WEEK = re.compile(
    rf"\bthe\s+(first|second|third|last)\s+week\s+of\s+({MONTH})(?:\s+(\d{{4}}))?(?!\w)", re.I
)
_WEEKS = {"first": (1, 7), "second": (8, 14), "third": (15, 21)}


def _week(found: re.Match[str], latest: str | None) -> str:
    """The days of a week of a month, as a range that the date grammar reads."""
    end = _days_in(found[2], found[3], latest)
    first, last = _WEEKS.get(found[1].lower(), (end - 6, end))
    return f"{first}-{last} {found[2]} {found[3] or ''}".strip()


_END_DAY = re.compile(rf"\bthe\s+(first|last)\s+day\s+of\s+({MONTH})(?:\s+(\d{{4}}))?(?!\w)", re.I)


def _end_day(found: re.Match[str], latest: str | None) -> str:
    """The first or last day of a month, as a date."""
    day = 1 if found[1].lower() == "first" else _days_in(found[2], found[3], latest)
    return f"{day} {found[2]} {found[3] or ''}".strip()


_HALF = re.compile(rf"\bthe\s+(first|second)\s+half\s+of\s+({MONTH})(?:\s+(\d{{4}}))?(?!\w)", re.I)


def _half(found: re.Match[str], latest: str | None) -> str:
    """The days of a half of a month, as a range that the date grammar reads."""
    first, last = (
        (1, 15) if found[1].lower() == "first" else (16, _days_in(found[2], found[3], latest))
    )
    return f"{first}-{last} {found[2]} {found[3] or ''}".strip()


_PART_OF_MONTH = re.compile(
    rf"\b(?:(?:last|this|this past|previous)\s+)?(?P<month>{MONTH})(?:\s+(?P<year>\d{{4}}))?,?\s+"
    r"(?:but\s+|and\s+)?(?P<how>before|after|until|till|up to|since|from)\s+the\s+(?P<day>\d{1,2})"
    r"(?:st|nd|rd|th)?(?!\w)",
    re.I,
)


def _part_of_month(found: re.Match[str], latest: str | None) -> str:
    """The days of "December, before the 15th", as a range that the date grammar reads."""
    day, end = int(found["day"]), _days_in(found["month"], found["year"], latest)
    spans = {
        "before": (1, day - 1),
        "after": (day + 1, end),
        "since": (day, end),
        "from": (day, end),
    }
    first, last = spans.get(found["how"].lower(), (1, day))
    if not (1 <= first <= last <= end and day <= end):
        raise NoPeriod(f"{found[0]!r} has no days")
    return f"{first}-{last} {found['month'].capitalize()} {found['year'] or ''}".strip()


def _days_in(month: str, year: str | None, latest: str | None) -> int:
    """How many days the month has."""
    dates = find_dates(f"{month.capitalize()} {year or (latest or '')[:4]}", anchor(latest))
    return bounds(dates[0].edtf)[1].day if dates else 31


def anchor(latest: str | None) -> Anchor:
    """What dates without a year are counted from: the last day that the reports tell of."""
    if latest is None:
        return Anchor()
    return Anchor(published=latest, year=int(latest[:4]), month=int(latest[5:7]))


_UNTURNED = "".join(
    rf"(?<!\b{word} )" for word in ("before", "after", "since", "until", "till", "by")
)
"""Not behind a word that would turn the range into what is before or after it."""
_PART_OF_YEAR = re.compile(
    rf"{_UNTURNED}\b(?:in )?(?:the )?(early|mid|late)[ -]((?:19|20)\d\d)\b(?!-\d)", re.I
)
_PARTS = {"early": (1, 6), "mid": (4, 9), "late": (7, 12)}
"""Months among which a part of a year surely is."""


def _part_of_year(found: re.Match[str], latest: str | None) -> str:
    """The half of the year in which a part of it without a first and a last day surely is."""
    year = int(found[2])
    first, last = _PARTS[found[1].lower()]
    end = date(year, last, calendar.monthrange(year, last)[1])
    return f"from {_written(date(year, first, 1))} to {_written(end)}"


_DATED = rf"\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{MONTH}(?:,? \d{{4}})?|{MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?"
_WEEK_OF_DAY = re.compile(
    rf"{_UNTURNED}\b(?:(?:in|during|on|at|over) )?the (?P<what>week|weekend) (?P<how>of|beginning|starting)(?: on)? "
    rf"(?P<day>{_DATED})(?![\w-])(?! (?:to|until|till) )",
    re.I,
)


def _week_of_day(found: re.Match[str], latest: str | None) -> str:
    """The week, from Monday to Sunday, or the weekend in which a day is; the seven days that begin with it."""
    text = re.sub(r"[a-z]+", lambda word: _capital(word[0]), found["day"], flags=re.I)
    dates = find_dates(text, anchor(latest))
    day = bounds(dates[0].edtf)[0] if dates else None
    if day is None:
        return found[0]
    monday = day - timedelta(days=day.weekday())
    first, last = monday, monday + timedelta(days=6)
    if found["what"].lower() == "weekend":
        first = monday + timedelta(days=5)
    elif found["how"].lower() != "of":
        first, last = day, day + timedelta(days=6)
    return f"from {_written(first)} to {_written(last)}"


def _capital(word: str) -> str:
    return word.capitalize() if re.fullmatch(MONTH, word, re.I) else word


def _written(day: date) -> str:
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"


_RANGES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], str | None], str]], ...] = (
    (_PART_OF_MONTH, _part_of_month),
    (_WEEK, _week),
    (_END_DAY, _end_day),
    (_HALF, _half),
    (_PART_OF_YEAR, _part_of_year),
    (_WEEK_OF_DAY, _week_of_day),
)


def as_ranges(text: str, latest: str | None) -> str:
    """The text with each such part of time as a range; raises NoPeriod for one without days.

    `latest` is the last day that the reports tell of, from which a year that is not said is taken.
    """
    for pattern, written in _RANGES:
        text = pattern.sub(lambda found, written=written: written(found, latest), text)  # type: ignore[misc]
    return text
