"""The front of a report: its title, and the lines of date and place under it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.document import BlockKind
from ingest.reading.datelines import is_date, is_place, is_place_and_date
from ingest.reading.drafts import Draft, body_size
from ingest.reading.marks import likeness
from ingest.reading.signs import ends_sentence
from ontology.countries import country_named

_LOOK = 6
"""How many drafts may stand before the text begins."""
_RELEASE = re.compile(
    r"(?:for immediate release|press[ -](?:release|statement|service)|news release|readout|embargoed).{0,60}",
    re.IGNORECASE,
)


def with_front(drafts: Sequence[Draft], title: str | None) -> list[Draft]:
    """The drafts with title and datelines marked; `title` is what is known of it from elsewhere."""
    found = list(drafts)
    at = _title_at(found, title)
    if at is not None:
        found[at] = replace(found[at], kind=BlockKind.TITLE, sign=None, body=0)
    start = 0 if at is None else at + 1
    chapters = _has_chapters(found, start)
    for index in (*range(start), *_front_lines(found, start)):
        if found[index].kind is None and _is_dateline(found, index, chapters=chapters):
            found[index] = replace(found[index], kind=BlockKind.DATELINE)
    return found


def _title_at(drafts: Sequence[Draft], title: str | None) -> int | None:
    front = drafts[:_LOOK]
    stated = [i for i, draft in enumerate(front) if draft.kind is BlockKind.TITLE]
    if stated:
        return stated[0]
    if title:
        same = [i for i, draft in enumerate(front) if likeness(draft.text) == likeness(title)]
        if same:
            return same[0]
    largest = max((draft.size for draft in front), default=0.0)
    text = body_size(drafts)
    if largest > 1.1 * text > 0:
        return next(i for i, draft in enumerate(front) if draft.size == largest)
    return _first_line(front, drafts)


def _first_line(front: Sequence[Draft], drafts: Sequence[Draft]) -> int | None:
    """The first line, but for dates and labels, where it can be a title."""
    for index, draft in enumerate(front[:3]):
        if draft.kind is not None or draft.sign or len(drafts) < index + 2:
            return None
        if is_date(draft.text) or _RELEASE.fullmatch(draft.text):
            continue
        dated = is_date(drafts[index + 1].text) and len(draft.text) < 500
        return index if dated or _can_be_title(draft.text) else None
    return None


def _can_be_title(text: str) -> bool:
    if not 3 < len(text) < 250 or text[-1] in ":;,":
        return False
    if not text.lstrip("“\"‘'([")[:1].isalnum() or (ends_sentence(text) and text[-1] == "."):
        return False
    return len(text.split()) <= 35


def _front_lines(drafts: Sequence[Draft], start: int) -> list[int]:
    """The short lines between the title and the text."""
    lines: list[int] = []
    for index in range(start, min(start + 4, len(drafts))):
        if len(drafts[index].text) > 90 or drafts[index].sign:
            break
        lines.append(index)
    return lines


def _has_chapters(drafts: Sequence[Draft], start: int) -> bool:
    """Are there short lines later that head the text under them, as a place name at the top might?"""
    later = drafts[start + 3 :]
    return any(
        len(one.text) < 60 and not one.sign and not ends_sentence(one.text) and len(two.text) > 150
        for one, two in pairwise(later)
    )


def _is_dateline(drafts: Sequence[Draft], index: int, *, chapters: bool) -> bool:
    text = drafts[index].text
    if is_date(text) or is_place_and_date(text):
        return True
    beside = [drafts[i].text for i in (index - 1, index + 1) if 0 <= i < len(drafts)]
    if drafts[index].bold or (chapters and country_named(text)):
        return False
    return is_place(text) and any(map(is_date, beside)) and index > 0
