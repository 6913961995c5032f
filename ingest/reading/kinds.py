"""What each draft is: heading, item or paragraph, by its type, its words and its neighbours."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.document import BlockKind
from ingest.reading.drafts import Draft, body_size
from ingest.reading.runin import with_dateline, with_heading
from ingest.reading.signs import begins_sentence, ends_sentence, number_of

_NUMBERED = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2})*\.?|[IVX]{1,5}\.|[A-H]\.|(?:Part|Section|Chapter|Annex) \w+[.:]?)\s+[A-Z“]"
)


def with_kinds(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, each with its kind, and with what runs in at its beginning marked."""
    body = body_size(drafts)
    stated = any(draft.kind is BlockKind.HEADING for draft in drafts)
    found = [_kind(drafts, index, body, stated=stated) for index in range(len(drafts))]
    opening = True
    for index, draft in enumerate(found):
        if draft.kind is BlockKind.PARAGRAPH:
            marked = with_dateline(draft, opening=opening)
            found[index] = with_heading(draft) if marked is draft else marked
            opening = False
        elif draft.kind is BlockKind.HEADING:
            opening = False
    return found


def _kind(drafts: Sequence[Draft], index: int, body: float, *, stated: bool) -> Draft:
    """`stated`: the format itself says which drafts are headings."""
    draft = drafts[index]
    if draft.kind is not None:
        return draft
    if draft.sign and _is_item(drafts, index):
        return replace(draft, kind=BlockKind.BULLET)
    heads = not stated and _is_heading(drafts, index, body)
    kind = BlockKind.HEADING if heads else BlockKind.PARAGRAPH
    return replace(draft, kind=kind, body=0, sign=None)


def _is_item(drafts: Sequence[Draft], index: int) -> bool:
    """A numbered draft is an item where others stand beside it or a lead-in before it; else it may be a heading."""
    draft = drafts[index]
    if draft.sign is None or draft.sign.kind != "number":
        return draft.sign is not None
    number = number_of(draft.sign.mark)
    before = drafts[index - 1] if index else None
    after = drafts[index + 1] if index + 1 < len(drafts) else None
    if before is not None and introduces(before.text) and not _could_head(draft):
        return True
    neighbours = [each for each in (before, after) if each is not None and each.sign]
    return any(
        each.sign is not None
        and each.sign.kind == "number"
        and number is not None
        and abs((number_of(each.sign.mark) or 99) - number) == 1
        for each in neighbours
    ) or (not _could_head(draft) and draft.sign.mark.endswith(")"))


def _could_head(draft: Draft) -> bool:
    text = draft.words
    return len(text) < 100 and not ends_sentence(text) and text[-1] != ","


def _is_heading(drafts: Sequence[Draft], index: int, body: float) -> bool:
    draft = drafts[index]
    text = draft.text
    after = drafts[index + 1] if index + 1 < len(drafts) else None
    if not any(map(str.isalpha, text)) or after is None or after.kind is BlockKind.DATELINE:
        return False
    if body and _is_set_as_heading(draft, body):
        return True
    if not _could_head(draft) or draft.rows > 2 or not begins_sentence(text):
        return False
    if text.isupper() or _NUMBERED.match(text):
        return True
    words = len(text.split())
    if words > (6 if after.sign else 12) or len(after.text) < max(60, len(text)):
        return False
    before = drafts[index - 1] if index else None
    apart = draft.gap is None or draft.gap > 0
    return apart and (before is None or ends_sentence(before.text) or before.kind is not None)


def _is_set_as_heading(draft: Draft, body: float) -> bool:
    if len(draft.text) > 200 or draft.text.endswith((",", ";")):
        return False
    if draft.size > 1.06 * body:
        return True
    return draft.bold and draft.size >= 0.95 * body and not draft.text.endswith(".")


def introduces(text: str) -> bool:
    """Does a paragraph announce the items that follow it?"""
    if re.search(r"[:–—-]$", text):
        return True
    last = re.split(r"(?<=[.!?])\s+", text)[-1]
    if re.search(r"\b(?:the following|as follows|below)\b", last):
        return True
    return not ends_sentence(text) and len(text) > 20
