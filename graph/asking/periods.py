"""The period that a question names, taken out of its words."""

import calendar
import re
from collections.abc import Iterable
from datetime import date, timedelta

from graph.asking.query import Period
from graph.asking.words import quoted_spans
from ontology.anchors import Anchor
from ontology.dates import FoundDate, find_dates
from ontology.edtf import bounds

FIRST_DAY, LAST_DAY = "0001-01-01", "9999-12-31"

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_LED = "|".join(
    rf"(?<={word} )"
    for word in ("in", "of", "since", "until", "before", "after", "last", "this", r"\d")
)
_UNCAPITALISED = re.compile(
    rf"\b(?:(?:{_LED}){_MONTH}|{_MONTH}(?=\s+\d)|(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?!\w)"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_DAYS_OF_MONTH = re.compile(
    rf"\b(between|from)\s+({_DAY})\s+(?:and|to|until|till)\s+({_DAY}\s+(?:of\s+)?{_MONTH})", re.I
)
_MONTH_AND_DAYS = re.compile(
    rf"\b(between|from)\s+({_MONTH}\s+{_DAY})\s+(?:and|to|until|till)\s+({_DAY}\b)(?!\s+{_MONTH})",
    re.I,
)
_DAY_OF_MONTH = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_MONTH})(?:,?\s+(?P<year>\d{{4}}))?(?!\w)",
    re.I,
)
_MONTH_AND_DAY = re.compile(
    rf"\b(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(?P<year>\d{{4}}))?(?!\w)",
    re.I,
)
_NUMBER = re.compile(r"\d+")
_LEAP_YEAR = 2000
_YEARLESS = re.compile(
    rf"\b((?:between|from)\s+)((?:{_DAY}\s+)?{_MONTH}(?:\s+{_DAY})?)(\s+(?:and|to|until|till)\s+(?:(?:{_DAY}\s+)?{_MONTH}(?:\s+{_DAY},?)?\s+(\d{{4}})))",
    re.I,
)
_YEARS = re.compile(r"\b(?:between|from)\s+(\d{4})\s+(?:and|to|until|till)\s+(\d{4})\b", re.I)
_LAST_MONTH_NAMED = re.compile(rf"\b(?:last|this past|this|previous)\s+({_MONTH})(?=\W|$)", re.I)
_FOR_A_MONTH = re.compile(rf"\bfor\s+({_MONTH})(?!\w|\s+\d)", re.I)
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


class NoPeriod(Exception):  # noqa: N818 - as the errors of the ontology
    """A question names dates that make no period; its text says why."""


def periods(question: str, latest: str | None) -> tuple[tuple[str, Period | None], ...]:
    """Ways of taking the dates out of a question: what is left of it, and the period they give.

    The preposition before them goes too, unless it belongs to a noun behind ("in the 4 March meeting").
    A month or day without a year is the last such one that the reports know of; `latest` is the last day
    they tell of. Raises NoPeriod where a day does not exist, two dates do not join, or the last is before the first.
    """
    question = _SLASHED.sub(_unslashed, question)
    _check_days(question)
    text = _PART_OF_MONTH.sub(lambda m: _part_of_month(m, latest), question)
    text = _WEEK.sub(lambda m: _week(m, latest), _rewritten(text))
    quotes = quoted_spans(text)
    dates = _with_bare_years(text, find_dates(text, _anchor(latest)))
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


_WEEK = re.compile(
    rf"\bthe\s+(first|second|third|last)\s+week\s+of\s+({_MONTH})(?:\s+(\d{{4}}))?(?!\w)", re.I
)
_WEEKS = {"first": (1, 7), "second": (8, 14), "third": (15, 21)}


def _week(found: re.Match[str], latest: str | None) -> str:
    """The days of a week of a month, as a range that the date grammar reads."""
    end = _days_of(found[2], found[3], latest)
    first, last = _WEEKS.get(found[1].lower(), (end - 6, end))
    return f"{first}-{last} {found[2]} {found[3] or ''}".strip()


_PART_OF_MONTH = re.compile(
    rf"\b(?:(?:last|this|this past|previous)\s+)?(?P<month>{_MONTH})(?:\s+(?P<year>\d{{4}}))?,?\s+"
    r"(?:but\s+|and\s+)?(?P<how>before|after|until|till|up to|since|from)\s+the\s+(?P<day>\d{1,2})"
    r"(?:st|nd|rd|th)?(?!\w)",
    re.I,
)


def _part_of_month(found: re.Match[str], latest: str | None) -> str:
    """The days of "December, before the 15th", as a range that the date grammar reads."""
    day, end = int(found["day"]), _days_of(found["month"], found["year"], latest)
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


def _days_of(month: str, year: str | None, latest: str | None) -> int:
    """How many days the month has."""
    dates = find_dates(f"{month.capitalize()} {year or (latest or '')[:4]}", _anchor(latest))
    return bounds(dates[0].edtf)[1].day if dates else 31


def _anchor(latest: str | None) -> Anchor:
    if latest is None:
        return Anchor()
    return Anchor(published=latest, year=int(latest[:4]), month=int(latest[5:7]))


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
