"""The forms in which English reports write dates, and how each is read as EDTF."""

import calendar
import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from ontology.anchors import Anchor
from ontology.edtf import bounds, is_day

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_MONTHS |= {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name}
_MONTHS["sept"] = 9
_DAYS = {name.lower(): number for number, name in enumerate(calendar.day_name)}
NUMBERS = {
    word: number
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), 1
    )
}
_HALVES = {
    "the first half of": (1, 15),
    "the second half of": (16, 31),
    "the first ten days of": (1, 10),
}
_VAGUE = ("early", "mid", "late", "the middle of", "the beginning of", "the start of", "the end of")
"""Parts of a month without a first and a last day: all that they say for sure is the month."""
_SPANS = {
    "first quarter": (1, 3),
    "second quarter": (4, 6),
    "third quarter": (7, 9),
    "fourth quarter": (10, 12),
    "first half": (1, 6),
    "second half": (7, 12),
}

_FULL = "|".join(name for name in calendar.month_name if name)
_SHORT = r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
_M = rf"(?:{_FULL}|{_SHORT})"
_D = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\d%])(?!\.\d)(?!,\d{3}\b)"
_Y = r"(?:1[6-9]|20)\d\d(?![\d%])"
_TO = r"(?:\s?[-–—]\s?|\s+(?:to|until|till|through)\s+)"
_GAP = r"(?:\s+|(?<=\.)(?=\d))"
_BUT = r"(?<![\w.,/-])"
_WEEKDAY = rf"(?:(?:{'|'.join(calendar.day_name)}),?\s+)?"


def _number(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def _month(text: str) -> int:
    return _MONTHS[text.lower().rstrip(".")]


def _iso(year: int, month: int, day: int) -> str:
    return date(year, month, day).isoformat()


def _interval(first: str, last: str) -> str:
    return first if first == last else f"{first}/{last}"


def _day(anchor: Anchor, day: str, month: str, year: str | None) -> str:
    number = _month(month)
    chosen = int(year) if year else anchor.year_for(number, _number(day))
    return _iso(chosen, number, _number(day))


def _days_of_month(m: re.Match[str], anchor: Anchor) -> str:
    first, last = sorted((m["d"], m["d2"]), key=_number)
    return _interval(_day(anchor, first, m["m"], m["y"]), _day(anchor, last, m["m"], m["y"]))


def _adjacent(m: re.Match[str], anchor: Anchor) -> str:
    """ "December 19 and 20": a range only where no day lies between."""
    if abs(_number(m["d2"]) - _number(m["d"])) != 1:
        raise LookupError
    return _days_of_month(m, anchor)


def _over_months(m: re.Match[str], anchor: Anchor) -> str:
    last = _day(anchor, m["d2"], m["m2"], m["y2"] or m["y"])
    first_year = m["y"] or last[:4]
    first = _day(anchor, m["d"], m["m"], first_year)
    if first > last and not m["y"]:
        first = _day(anchor, m["d"], m["m"], str(int(first_year) - 1))
    return _interval(first, last)


def _single(m: re.Match[str], anchor: Anchor) -> str:
    return _day(anchor, m["d"], m["m"], m["y"])


def _part_of_month(m: re.Match[str], anchor: Anchor) -> str:
    month, days = _month(m["m"]), _HALVES.get(m["part"].lower())
    year = int(m["y"]) if m["y"] else anchor.year_for(month, days[0] if days else 15)
    if days is None:
        return f"{year:04}-{month:02}"
    end = min(days[1], calendar.monthrange(year, month)[1])
    return _interval(_iso(year, month, days[0]), _iso(year, month, end))


def _month_range(m: re.Match[str], anchor: Anchor) -> str:
    last_month, first_month = _month(m["m2"]), _month(m["m"])
    last_year = int(m["y"]) if m["y"] else anchor.year_for(last_month)
    first_year = last_year - (first_month > last_month)
    return f"{first_year:04}-{first_month:02}/{last_year:04}-{last_month:02}"


def _whole_month(m: re.Match[str], anchor: Anchor) -> str:
    month = _month(m["m"])
    year = int(m["y"]) if m["y"] else anchor.year_for(month)
    return f"{year:04}-{month:02}"


def _part_of_year(m: re.Match[str], anchor: Anchor) -> str:
    first, last = _SPANS[m["part"].lower()]
    year = int(m["y"]) if m["y"] else anchor.known_year()
    return f"{year:04}-{first:02}/{year:04}-{last:02}"


def _years(m: re.Match[str], _: Anchor) -> str:
    return _interval(m["y"], m["y2"])


def _near_today(m: re.Match[str], anchor: Anchor) -> str:
    shift = {"today": 0, "yesterday": -1, "tomorrow": 1}[m["word"].lower()]
    return (anchor.today() + timedelta(days=shift)).isoformat()


def _weekday(m: re.Match[str], anchor: Anchor) -> str:
    today, wanted = anchor.today(), _DAYS[m["day"].lower()]
    if (m["which"] or "").lower() == "next":
        return (today + timedelta(days=(wanted - today.weekday() - 1) % 7 + 1)).isoformat()
    back = (today.weekday() - wanted) % 7
    if (m["which"] or "").lower() == "last" and back == 0:
        back = 7
    return (today - timedelta(days=back)).isoformat()


_SHIFTS = {"last": -1, "previous": -1, "this": 0, "the current": 0, "next": 1, "the coming": 1}


def _week(m: re.Match[str], anchor: Anchor) -> str:
    monday = anchor.today() - timedelta(days=anchor.today().weekday())
    monday += timedelta(weeks=_SHIFTS[m["which"].lower()])
    return _interval(monday.isoformat(), (monday + timedelta(days=6)).isoformat())


def _week_of(m: re.Match[str], anchor: Anchor) -> str:
    """ "the week of 15 April": the seven days from that day."""
    first = bounds(_day(anchor, m["d"] or m["d2"], m["m"] or m["m2"], m["y"]))[0]
    return _interval(first.isoformat(), (first + timedelta(days=6)).isoformat())


def _month_or_year(m: re.Match[str], anchor: Anchor) -> str:
    if anchor.published is None:
        raise LookupError
    first, last = bounds(anchor.published)
    shift = _SHIFTS[m["which"].lower()]
    if m["unit"].lower() == "year":
        return f"{first.year + shift:04}"
    if (last - first).days > 31:
        raise LookupError
    months = first.year * 12 + first.month - 1 + shift
    return f"{months // 12:04}-{months % 12 + 1:02}"


def _past_month(_: re.Match[str], anchor: Anchor) -> str:
    """ "The past month" of a report that is dated by its month is that month."""
    if anchor.published is None or not re.fullmatch(r"\d{4}-\d\d", anchor.published):
        raise LookupError
    return anchor.published


def _named_month_near(m: re.Match[str], anchor: Anchor) -> str:
    """ "last December": the nearest one that is over, "next May" the nearest to come."""
    if anchor.published is None:
        raise LookupError
    first, last = bounds(anchor.published)
    month, later = _month(m["m"]), m["which"].lower() == "next"
    year = first.year + (month <= last.month) if later else first.year - (month >= first.month)
    return f"{year:04}-{month:02}"


def _same_day(_: re.Match[str], anchor: Anchor) -> str:
    if anchor.reference is None:
        raise LookupError
    return anchor.reference


def _days_after(m: re.Match[str], anchor: Anchor) -> str:
    if anchor.reference is None or not is_day(anchor.reference):
        raise LookupError
    number = NUMBERS.get(m["n"].lower()) or (
        1 if m["n"].lower() in ("a", "the next", "the following") else int(m["n"])
    )
    sign = -1 if (m["way"] or "later").lower() in ("earlier", "before") else 1
    return (bounds(anchor.reference)[0] + timedelta(days=sign * number)).isoformat()


def _ago(m: re.Match[str], anchor: Anchor) -> str:
    """ "Two days ago" is a day, "18 months ago" a month."""
    number = NUMBERS.get(m["n"].lower()) or (1 if m["n"].lower() == "a" else int(m["n"]))
    if m["unit"].lower() == "day":
        return (anchor.today() - timedelta(days=number)).isoformat()
    if anchor.published is None:
        raise LookupError
    first = bounds(anchor.published)[0]
    months = first.year * 12 + first.month - 1 - number
    return f"{months // 12:04}-{months % 12 + 1:02}"


def _numeric(m: re.Match[str], _: Anchor) -> str:
    return _iso(int(m["y"]), int(m["m"]), int(m["d"]))


_Reading = Callable[[re.Match[str], Anchor], str]


class Form(NamedTuple):
    """A form of dates: its pattern, how a match is read, and whether it counts from another date.

    The reading raises LookupError where the anchor lacks what is left open.
    """

    pattern: re.Pattern[str]
    reading: _Reading
    relative: bool


def _form(pattern: str, reading: _Reading, *, relative: bool = False, flags: int = 0) -> Form:
    return Form(re.compile(_BUT + pattern, flags), reading, relative)


_PART_WORDS = "|".join(
    re.escape(part) for part in sorted((*_HALVES, *_VAGUE), key=len, reverse=True)
)
FORMS: tuple[Form, ...] = (
    _form(r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?![\w-])", _numeric),
    _form(r"(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4})(?!\w)", _numeric),
    # over months: "December 28 - January 3, 2019", "from 22 October to 20 December"
    _form(
        rf"{_WEEKDAY}(?P<m>{_M})\s+(?P<d>{_D})(?:,?\s+(?P<y>{_Y}))?(?:{_TO}|\s+and\s+(?=(?:{_M})\s+\d))(?P<m2>{_M})\s+(?P<d2>{_D})(?:,?\s+(?P<y2>{_Y}))?",
        _over_months,
    ),
    _form(
        rf"{_WEEKDAY}(?P<d>{_D})\s+(?:of\s+)?(?P<m>{_M})(?:,?\s+(?P<y>{_Y}))?{_TO}(?P<d2>{_D})\s+(?:of\s+)?(?P<m2>{_M})(?:,?\s+(?P<y2>{_Y}))?",
        _over_months,
    ),
    # within a month: "December 16-19, 2018", "16-19 December", "between 16 and 19 December"
    _form(
        rf"(?P<lead>between\s+)(?P<d>{_D})\s+and\s+(?P<d2>{_D})\s+(?:of\s+)?(?P<m>{_M})(?:,?\s+(?P<y>{_Y}))?",
        _days_of_month,
        flags=re.IGNORECASE,
    ),
    _form(
        rf"(?P<lead>between\s+)(?P<m>{_M})\s+(?P<d>{_D})\s+and\s+(?P<d2>{_D})(?:,?\s+(?P<y>{_Y}))?",
        _days_of_month,
        flags=re.IGNORECASE,
    ),
    _form(rf"(?P<m>{_M})\s+(?P<d>{_D}){_TO}(?P<d2>{_D})(?:,?\s+(?P<y>{_Y}))?", _days_of_month),
    _form(
        rf"(?P<d>{_D}){_TO}(?P<d2>{_D})\s+(?:of\s+)?(?P<m>{_M})(?:,?\s+(?P<y>{_Y}))?",
        _days_of_month,
    ),
    _form(
        rf"(?P<m>{_M})\s+(?P<d>{_D})\s+and\s+(?P<d2>{_D})(?!\s+\w*[a-z])(?:,?\s+(?P<y>{_Y}))?",
        _adjacent,
    ),
    _form(
        rf"(?P<d>{_D})\s+and\s+(?P<d2>{_D})\s+(?:of\s+)?(?P<m>{_M})(?:,?\s+(?P<y>{_Y}))?", _adjacent
    ),
    # one day
    _form(
        rf"{_WEEKDAY}(?P<m>{_M}){_GAP}(?P<d>{_D})(?:,?\s+(?P<y>{_Y}))?(?!\s?(?:years|percent|%))",
        _single,
    ),
    _form(
        rf"{_WEEKDAY}(?:the\s+)?(?P<d>{_D})\s+(?:of\s+)?(?P<m>{_M})(?:,?\s+(?P<y>{_Y}))?", _single
    ),
    # parts of months and years
    _form(
        rf"(?P<part>{_PART_WORDS})[\s-]+(?P<m>{_M})(?:,?\s+(?:of\s+)?(?P<y>{_Y}))?",
        _part_of_month,
        flags=re.IGNORECASE,
    ),
    _form(rf"(?P<m>{_M}){_TO}(?P<m2>{_M})(?:,?\s+(?P<y>{_Y}))?", _month_range),
    _form(
        rf"(?:the\s+)?(?P<part>{'|'.join(_SPANS)})\s+of\s+(?P<y>{_Y})",
        _part_of_year,
        flags=re.IGNORECASE,
    ),
    _form(
        rf"(?P<which>last|next)\s+(?P<m>{_M})",
        _named_month_near,
        relative=True,
        flags=re.IGNORECASE,
    ),
    _form(rf"(?P<m>{_M}),?\s+(?:of\s+)?(?P<y>{_Y})", _whole_month),
    _form(
        rf"(?P<lead>(?:in|of|during|since|until|by)\s+)(?P<m>{_FULL})(?P<y>)\b(?!\s+\d)",
        _whole_month,
        flags=re.IGNORECASE,
    ),
    # years
    _form(
        rf"(?P<lead>between\s+)(?P<y>{_Y})\s+and\s+(?P<y2>{_Y})(?![\w-])",
        _years,
        flags=re.IGNORECASE,
    ),
    _form(rf"(?P<y>{_Y})(?:\s?[-–—/]\s?|\s+to\s+)(?P<y2>{_Y})(?![\w-])", _years),
    _form(
        rf"(?P<lead>(?:in|of|since|until|during|for|by|from|year)\s+)(?P<y>{_Y})(?![\w-])",
        lambda m, _: m["y"],
        flags=re.IGNORECASE,
    ),
    _form(
        rf"the week of\s+(?:(?P<d>{_D})\s+(?P<m>{_M})|(?P<m2>{_M})\s+(?P<d2>{_D}))(?:,?\s+(?P<y>{_Y}))?",
        _week_of,
    ),
    # counted from another date
    _form(r"(?P<word>today|yesterday|tomorrow)\b", _near_today, relative=True, flags=re.IGNORECASE),
    _form(
        rf"(?:(?P<which>last|next|this)\s+)?(?P<day>{'|'.join(calendar.day_name)})\b",
        _weekday,
        relative=True,
    ),
    _form(
        r"(?P<which>last|this|next|the coming)\s+week\b", _week, relative=True, flags=re.IGNORECASE
    ),
    _form(
        r"(?P<which>last|previous|this|the current|next)\s+(?P<unit>month|year)\b",
        _month_or_year,
        relative=True,
        flags=re.IGNORECASE,
    ),
    _form(
        r"(?:the|this)\s+(?:past|last|outgoing|reporting)\s+month\b",
        _past_month,
        relative=True,
        flags=re.IGNORECASE,
    ),
    _form(
        r"(?:(?:the|that)\s+same\s+(?:day|evening)|that\s+(?:evening|afternoon)"
        r"|later\s+(?:(?:on|in)\s+)?(?:the|that)\s+(?:same\s+)?day)\b",
        _same_day,
        relative=True,
        flags=re.IGNORECASE,
    ),
    _form(
        r"(?P<n>the (?:next|following))(?P<way>)\s+day\b",
        _days_after,
        relative=True,
        flags=re.IGNORECASE,
    ),
    _form(
        rf"(?<!over )(?<!than )(?P<n>\d{{1,2}}|a|{'|'.join(NUMBERS)})\s+(?P<unit>day|month)s?\s+ago\b",
        _ago,
        relative=True,
        flags=re.IGNORECASE,
    ),
    _form(
        rf"(?P<n>\d+|a|{'|'.join(NUMBERS)})\s+days?\s+(?P<way>later|earlier|before|after)\b",
        _days_after,
        relative=True,
        flags=re.IGNORECASE,
    ),
)
