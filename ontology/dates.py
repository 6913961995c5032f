"""Dates as English reports write them, read as EDTF; never more exact than the words.

General date libraries guess ("December 16-19" as a day in 1919). This grammar knows the forms in
`dateforms`, takes a missing year from the anchor, and leaves out whatever stays open.
"""

import re
from collections.abc import Iterable, Iterator

from ontology.anchors import Anchor
from ontology.dateforms import FORMS, Form
from ontology.edtf import Edtf, bounds
from ontology.errors import InvalidDate
from ontology.model import Record


class FoundDate(Record):
    """A date in a text: its span [start, end), its value, and whether it counts from another date."""

    start: int
    end: int
    edtf: Edtf
    relative: bool = False


def find_dates(text: str, anchor: Anchor = Anchor()) -> tuple[FoundDate, ...]:  # noqa: B008 - frozen
    """The dates in a text, in order, not overlapping; those whose year stays open are left out."""
    found: list[FoundDate] = []
    for form in FORMS:
        for match in form.pattern.finditer(text):
            if any(match.start() < each.end and each.start < match.end() for each in found):
                continue
            edtf = _read(form, match, anchor)
            if edtf:
                start = match.end("lead") if "lead" in match.groupdict() else match.start()
                span = FoundDate(start=start, end=match.end(), edtf=edtf, relative=form.relative)
                found.append(span)
    return tuple(_in_their_years(text, sorted(found, key=lambda each: each.start)))


_YEAR_NEAR = re.compile(r"(?i)(?:last|previous|this|the current|next) year")
_BESIDE = re.compile(r",?\s+(?:of\s+)?")


def _in_their_years(text: str, found: Iterable[FoundDate]) -> list[FoundDate]:
    """The dates, with "last year" taken as the year of what stands before it: "in November last year"."""
    kept: list[FoundDate] = []
    for each in found:
        before = kept[-1] if kept else None
        if before and (told := _in_its_year(text, before, each)):
            kept[-1] = told
        else:
            kept.append(each)
    return kept


def _in_its_year(text: str, one: FoundDate, year: FoundDate) -> FoundDate | None:
    """A month or day with the year that follows it; None where that is no year of it."""
    beside = _BESIDE.fullmatch(text[one.end : year.start])
    if not beside or not _YEAR_NEAR.fullmatch(text[year.start : year.end]):
        return None
    if "-" not in one.edtf or "02-29" in one.edtf or re.search(r"\d{4}", text[one.start : one.end]):
        return None
    shift = int(year.edtf) - bounds(one.edtf)[1].year
    edtf = re.sub(r"\d{4}(?=-)", lambda each: f"{int(each[0]) + shift:04}", one.edtf)
    return FoundDate(start=one.start, end=year.end, edtf=edtf, relative=True)


def _read(form: Form, match: re.Match[str], anchor: Anchor) -> str | None:
    try:
        edtf = form.reading(match, anchor)
        bounds(edtf)
    except (LookupError, ValueError, OverflowError, InvalidDate):
        return None
    return edtf


def with_year(text: str, anchor: Anchor, *, only: bool = False) -> Anchor:
    """The anchor with year and month of the last date that a text gives in full.

    With `only`, just where all its full dates are of one year, and without a month.
    """
    full = [each.edtf for each in find_dates(text) if "-" in each.edtf]
    if not full or (only and len({each[:4] for each in full}) > 1):
        return anchor
    year, month = int(full[-1][:4]), None if only else int(full[-1][5:7])
    return anchor.model_copy(update={"year": year, "month": month})


def read_date(text: str, anchor: Anchor = Anchor()) -> str | None:  # noqa: B008 - frozen
    """The date that the whole text is, with or without a preposition; None if it is no date."""
    trimmed = re.sub(r"^(?:on|in|at|during|from|between)\s+", "", text.strip(), flags=re.IGNORECASE)
    for each in _whole(f"in {trimmed}", anchor):
        return each
    return None


def _whole(text: str, anchor: Anchor) -> Iterator[str]:
    for each in find_dates(text, anchor):
        if each.start <= len("in ") and each.end == len(text):
            yield each.edtf
