"""When a report was published, as far as its text, its name or its file say."""

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta

from ingest.document import BlockKind
from ingest.reading.drafts import Draft
from ontology.dates import find_dates, read_date
from ontology.edtf import bounds
from ontology.errors import InvalidDate

_SAID = re.compile(
    r"(?:first )?(?:published|posted|released|issued|date of (?:publication|issue)|publication date|date|"
    r"(?:last )?updated)"
    r"(?: on| at)?\s*[:–-]?\s+(?P<date>[^|;()]{6,40})",
    re.IGNORECASE,
)
_IN_NAME = re.compile(
    r"(?<!\d)((?:19|20)\d\d)[-_.]?(0[1-9]|1[0-2])(?:[-_.]?(0[1-9]|[12]\d|3[01]))?(?!\d)"
)
_PDF_DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)")
_SAMPLE = 200_000
"""How many characters are searched for dates: enough to know the time that a text is of."""
_LATE = timedelta(days=62)


def date_in_text(drafts: Sequence[Draft], title: str | None) -> str | None:
    """The date in the dateline, in a line that says so, or in the title."""
    for found in (_in_datelines(drafts), _in_said(drafts), _in_titles(drafts, title)):
        for date in found:
            return _as_one(date)
    return None


def date_in_headers(headers: Sequence[str]) -> str | None:
    """The one date that the running headers of a file's pages name."""
    dates = {each.edtf for text in headers for each in find_dates(text) if not each.relative}
    return _as_one(dates.pop()) if len(dates) == 1 else None


def date_in_name(stem: str) -> str | None:
    """The date that a file is named with."""
    for match in _IN_NAME.finditer(stem):
        parts = [part for part in match.groups() if part]
        return _checked("-".join(parts))
    return None


def date_in_metadata(said: str) -> str | None:
    """The date that a file's own words give: a day, a moment of it, or a date in English."""
    return _checked(said[:10]) or read_date(said)


def date_of_file(created: str | None, text: str) -> str | None:
    """The day on which a PDF was made, where it is soon after the last date in its text (else it was made anew)."""
    match = _PDF_DATE.match(created or "")
    day = _checked("-".join(match.groups())) if match else None
    last = max(
        (bounds(each.edtf)[1] for each in find_dates(text[:_SAMPLE]) if not each.relative),
        default=None,
    )
    if day is None or last is None:
        return None
    made = bounds(day)[0]
    return day if last - timedelta(days=31) <= made <= last + _LATE else None


def _in_datelines(drafts: Sequence[Draft]) -> Iterator[str]:
    for draft in drafts:
        if draft.kind is BlockKind.DATELINE:
            text = draft.text[: draft.head] if draft.head else draft.text
            yield from (each.edtf for each in find_dates(text))
            if date := read_date(text.strip(" .,")):
                yield date


def _in_said(drafts: Sequence[Draft]) -> Iterator[str]:
    for draft in (*drafts[:6], *drafts[-3:]):
        match = _SAID.match(draft.text) if len(draft.text) < 120 else None
        if match:
            yield from (each.edtf for each in find_dates(match["date"]))


def _in_titles(drafts: Sequence[Draft], title: str | None) -> Iterator[str]:
    titles = [draft.text for draft in drafts if draft.kind is BlockKind.TITLE]
    for text in (*titles, title or ""):
        yield from (each.edtf for each in find_dates(text))


def _as_one(date: str) -> str:
    """A date of one day, month or year: of a range the month, or year, in which it ends."""
    first, _, last = date.partition("/")
    if not last:
        return first
    if len(last) < 10:
        return last
    return last[:7]


def _checked(date: str) -> str | None:
    try:
        bounds(date)
    except InvalidDate:
        return None
    return date
