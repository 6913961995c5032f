"""The period that a question names, taken out of its words."""

import calendar
import re
from collections.abc import Iterable
from datetime import date, timedelta

from graph.asking.failures import NoPeriod
from graph.asking.parts import MONTH, anchor, as_ranges
from graph.asking.query import Period
from graph.asking.words import quoted_spans
from ontology.anchors import Anchor
from ontology.dates import FoundDate, find_dates
from ontology.edtf import bounds

FIRST_DAY, LAST_DAY = "0001-01-01", "9999-12-31"

_LED = "|".join(
    rf"(?<={word} )"
    for word in ("in", "of", "since", "until", "before", "after", "last", "this", r"\d")
)
_UNCAPITALISED = re.compile(
    rf"\b(?:(?:{_LED}){MONTH}|{MONTH}(?=\s+\d)|(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?!\w)"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DAYS_OF_MONTH = re.compile(
    rf"\b(between|from)\s+({_DAY})\s+(?:and|to|until|till)\s+({_DAY}\s+(?:of\s+)?{MONTH})", re.I
)
_MONTH_AND_DAYS = re.compile(
    rf"\b(between|from)\s+({MONTH}\s+{_DAY})\s+(?:and|to|until|till)\s+({_DAY}\b)(?!\s+{MONTH})",
    re.I,
)
_DAY_OF_MONTH = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{MONTH})(?:,?\s+(?P<year>\d{{4}}))?(?!\w)",
    re.I,
)
_MONTH_AND_DAY = re.compile(
    rf"\b(?P<month>{MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(?P<year>\d{{4}}))?(?!\w)",
    re.I,
)
_NUMBER = re.compile(r"\d+")
_LEAP_YEAR = 2000
_YEARLESS = re.compile(
    rf"\b((?:between|from)\s+)((?:{_DAY}\s+)?{MONTH}(?:\s+{_DAY})?)(\s+(?:and|to|until|till)\s+(?:(?:{_DAY}\s+)?{MONTH}(?:\s+{_DAY},?)?\s+(\d{{4}})))",
    re.I,
)
_YEARS = re.compile(r"\b(?:between|from)\s+(\d{4})\s+(?:and|to|until|till)\s+(\d{4})\b", re.I)
_LAST_MONTH_NAMED = re.compile(rf"\b(?:last|this past|this|previous)\s+({MONTH})(?=\W|$)", re.I)
_FOR_A_MONTH = re.compile(rf"\bfor\s+({MONTH})(?!\w|\s+\d)", re.I)
_BEFORE_IT = re.compile(
    r"\b(?P<how>in|on|at|during|within|throughout|between|from|since|after|before|until|till|by|of|for|over|dated)"
    r"\s+(?:the\s+)?(?:period\s+(?:of|from|between)\s+)?(?:year\s+)?$",
    re.I,
)
_YEAR = re.compile(r"\d{4}|\b(?:year|today|yesterday|tomorrow|next)\b", re.I)
_AHEAD = re.compile(
    r"\b(?:will|planned|plans?|scheduled|expected|upcoming|due|going to|intends?)\b", re.I
)
_JOINED = re.compile(r"\s*(?:and|to|until|till|-|–)\s*", re.I)


_BARE_YEAR = re.compile(
    r"\b(?:(?:before|after)(?: the year)?|the)\s+((?:19|20)\d\d)(?=\s+[A-Za-z]|\s*[?.,]|\s*$)", re.I
)
_SLASHED = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(\d{4})(?![\d/])")


def periods(question: str, latest: str | None) -> tuple[tuple[str, Period | None], ...]:
    """Ways of taking the dates out of a question: what is left of it, and the period they give.

    The preposition before them goes too, unless it belongs to a noun behind ("in the 4 March meeting").
    A month or day without a year is the last such one that the reports know of; `latest` is the last day
    they tell of. Raises NoPeriod where a day does not exist, two dates do not join, or the last is before the first.
    """
    question = _SLASHED.sub(_unslashed, question)
    _check_days(question)
    text = as_ranges(_rewritten(as_ranges(question, latest)), latest)
    quotes = quoted_spans(text)
    dates = _with_bare_years(text, find_dates(text, anchor(latest)))
    found = [each for each in dates if not _inside_a_name(text, each, quotes)]
    if not found:
        return ((text, None),)
    first, last = found[0], found[-1]
    between = text[first.end : last.start] if len(found) == 2 else ""
    if len(found) > 2 or (len(found) == 2 and not _JOINED.fullmatch(between)):
        raise NoPeriod("It names several dates that do not make one period")
    lead = _BEFORE_IT.search(text[: first.start])
    start = lead.start() if lead else first.start
    said = text[start : last.end].strip()
    word = lead["how"].lower() if lead else ""
    days = _days(first, text, latest), _days(last, text, latest)
    rest = (f"{text[:start]} {text[last.end :]}", _period(word, *days, said))
    if not lead or not re.match(r"\s+[\w“”\"«„‘']", text[last.end :]):
        return (rest,)
    kept = f"{text[: first.start]} {text[last.end :]}"
    return rest, (kept, _period("", *days, text[first.start : last.end].strip()))


def _with_bare_years(text: str, found: Iterable[FoundDate]) -> list[FoundDate]:
    """The dates with the years that only a question puts so: "after 2010", "the 2017 summit"."""
    years = (
        FoundDate(start=each.start(1), end=each.end(1), edtf=each[1])
        for each in _BARE_YEAR.finditer(text)
    )
    dates = list(found)
    new = [y for y in years if not any(y.start < d.end and d.start < y.end for d in dates)]
    return sorted((*dates, *new), key=lambda each: each.start)


def _unslashed(found: re.Match[str]) -> str:
    """A date with slashes with its month by name; raises NoPeriod where it is open which number is the month."""
    one, other, year = int(found[1]), int(found[2]), found[3]
    months = [(day, month) for day, month in ((one, other), (other, one)) if 1 <= month <= 12]
    if len(set(months)) > 1:
        raise NoPeriod(f"In {found[0]!r} it is open which number is the month; write it as a word")
    if not months:
        raise NoPeriod(f"There is no {found[0]}")
    day, month = months[0]
    return f"{day} {calendar.month_name[month]} {year}"


def _check_days(text: str) -> None:
    """Raises NoPeriod where a month has no such day, or two days of a month stand the wrong way round."""
    for found in (*_DAY_OF_MONTH.finditer(text), *_MONTH_AND_DAY.finditer(text)):
        month = find_dates(f"{found['month'][:3]} {found['year'] or _LEAP_YEAR}", Anchor())
        if month and not 1 <= int(found["day"]) <= bounds(month[0].edtf)[1].day:
            raise NoPeriod(f"There is no {found[0].strip()}")
    for found in (*_DAYS_OF_MONTH.finditer(text), *_MONTH_AND_DAYS.finditer(text)):
        first, last = (int(_NUMBER.findall(found[each])[0]) for each in (2, 3))
        if first > last:
            raise NoPeriod(f"{found[0]!r} ends before it begins")


def _rewritten(text: str) -> str:
    """Ranges said with two numbers and one month, as one range that the date grammar reads."""
    text = _UNCAPITALISED.sub(lambda m: m[0].capitalize(), text)
    text = _FOR_A_MONTH.sub(r"in \1", text)
    text = _DAYS_OF_MONTH.sub(r"\1 \2-\3", text)
    text = _MONTH_AND_DAYS.sub(r"\1 \2-\3", text)
    text = _YEARLESS.sub(lambda m: f"{m[1]}{m[2]} {m[4]}{m[3]}", text)
    text = _YEARS.sub(r"from 1 January \1 to 31 December \2", text)
    return _LAST_MONTH_NAMED.sub(r"in \1", text)


def _inside_a_name(text: str, found: FoundDate, quotes: Iterable[tuple[int, int]]) -> bool:
    """Is it part of a word such as EDEX-2018, or of words in quotation marks?"""
    if any(start <= found.start and found.end <= end for start, end in quotes):
        return True
    before = text[max(found.start - 2, 0) : found.start]
    return len(before) == 2 and before[1] in "-–" and before[0].isalpha()


def _days(found: FoundDate, text: str, latest: str | None) -> tuple[date, date]:
    """The days of a date; one without a year that lies ahead is that of the year before, unless plans are asked for."""
    first, last = bounds(found.edtf)
    yearless = not _YEAR.search(text[found.start : found.end])
    ahead = latest is not None and first.isoformat() > latest
    if not (yearless and ahead) or _AHEAD.search(text) or (first.month, first.day) == (2, 29):
        return first, last
    return _year_before(first), _year_before(last)


def _year_before(day: date) -> date:
    leap = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year - 1, day=28 if leap else day.day)


def around(how: str, first: date, last: date, said: str) -> Period:
    """The days before or after an event that lasted from one day to another."""
    return _period(how, (first, first), (last, last), said)


def _period(word: str, first: tuple[date, date], last: tuple[date, date], said: str) -> Period:
    if first[0] > last[1]:
        raise NoPeriod(f"{said!r} ends before it begins")
    one_day = timedelta(days=1)
    if word == "before":
        return Period(first=FIRST_DAY, last=(first[0] - one_day).isoformat(), said=said)
    if word == "after":
        return Period(first=(last[1] + one_day).isoformat(), last=LAST_DAY, said=said)
    if word == "since":
        return Period(first=first[0].isoformat(), last=LAST_DAY, said=said)
    if word in ("until", "till", "by"):
        return Period(first=FIRST_DAY, last=last[1].isoformat(), said=said)
    return Period(first=first[0].isoformat(), last=last[1].isoformat(), said=said)
