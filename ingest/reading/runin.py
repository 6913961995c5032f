"""What runs in at the beginning of a paragraph: datelines and headings."""

import re
from dataclasses import replace

from ingest.document import BlockKind
from ingest.reading.drafts import Draft
from ingest.reading.lexicon import lexicon
from ontology.dates import find_dates

_LONGEST = 300
"""Within so many characters from its beginning a dateline or heading ends."""
_CAPITALS = r"[A-ZÀ-ÝŁŠŽČ][A-ZÀ-ÝŁŠŽČ.'’/ -]*[A-ZÀ-ÝŁŠŽČ.]"
_NAME = r"[A-ZÀ-ÝŁŠŽČ][\w'’.-]+"
_PLACE = rf"(?:{_CAPITALS}|{_NAME}(?: {_NAME}){{0,3}})"
_AGENCY = r"(?:\([^()]{2,40}\)|/[A-Z][\w .-]{1,30}/)"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAY = r"\d{1,2}(?:[-–]\d{1,2})?"
_DATE = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
    rf"(?:{_MONTH} {_DAY}|{_DAY} {_MONTH}|\d{{1,2}}\.\d{{1,2}}\.\d{{4}}|\d{{4}}-\d\d-\d\d)(?:,? \d{{4}})?"
)
_DASH = r"(?:[-–—]{1,2}|\.)"
_BODY = r"(?=[A-ZÀ-Ý“\"‘'(\d])"
_DATELINES = (
    # ASTANA, September 20, 2024 – ...   MINSK, 12 October (BelTA) – ...   Moscow, March 3. /TASS/. ...
    re.compile(rf"(?P<line>{_PLACE}(?:, {_NAME}(?: {_NAME})?)?,? {_DATE}[.,]?(?: ?{_AGENCY})?)\s*{_DASH}\s+{_BODY}"),
    # (Moscow) REUTERS-like: MINSK (BelTA) – ...
    re.compile(rf"(?P<line>{_CAPITALS}(?:, {_NAME}(?: {_NAME})?)? {_AGENCY})\s*{_DASH}\s+{_BODY}"),
)  # fmt: skip
_OPENING = re.compile(rf"(?P<line>{_CAPITALS}(?:, {_NAME}(?: {_NAME})?)?)\s+[-–—]{{1,2}}\s+{_BODY}")
_SHOUTED = re.compile(r"(?P<line>[A-ZÀ-Ý][A-ZÀ-Ý0-9 ,/&'’()–—-]{3,80}[.:])\s+(?=[A-ZÀ-Ý“\"‘\d])")
_SHORT = re.compile(r"(?P<line>[A-Z][^.:!?;]{2,70}\.)\s+(?=[A-ZÀ-Ý“\"‘])")
_NAMES_OR_TALK = re.compile(r",| [A-Z]\w+ [A-Z]|^(?:And|But|Now|So|Then|Well)\b")


def with_dateline(draft: Draft, *, opening: bool) -> Draft:
    """The draft with its dateline marked; one without a date or agency counts only where a text opens."""
    for pattern in (*_DATELINES, *((_OPENING,) if opening else ())):
        match = pattern.match(draft.text[:_LONGEST])
        if match and _begins_with_place(match["line"]):
            return replace(draft, kind=BlockKind.DATELINE, head=match.end("line"), rest=match.end())
    return draft


def _begins_with_place(line: str) -> bool:
    """Does it begin with no word that cannot name a place, and hold no end of a sentence?"""
    if line.split(" ", 1)[0].rstrip(",.") in lexicon().no_places:
        return False
    return re.search(r"[A-Z]{3,}\. ", line) is None


def with_heading(draft: Draft) -> Draft:
    """The draft with the heading marked that runs in at its beginning ("Conclusions. It is ...")."""
    end = _bold_end(draft) or _shouted_end(draft.text) or _topic_end(draft.text)
    if not end:
        return draft
    rest = end + len(draft.text[end:]) - len(draft.text[end:].lstrip(" –—-"))
    return replace(draft, kind=BlockKind.HEADING, head=end, rest=rest)


def _bold_end(draft: Draft) -> int:
    """In bold type, closed by a stop, a colon or a dash."""
    bold = draft.text[: draft.bold_head].rstrip()
    if not 3 < len(bold) < 100 or len(bold) > len(draft.text) - 10:
        return 0
    after = draft.text[len(bold) :]
    if bold[-1] in ".:" or after[:1] in ".:":
        return len(bold) + (bold[-1] not in ".:")
    return len(bold) if re.match(r"\s+[–—]\s", after) else 0


def _shouted_end(text: str) -> int:
    match = _SHOUTED.match(text[:_LONGEST])
    if match is None or sum(map(str.isalpha, match["line"])) < 4:
        return 0
    words = set(re.findall(r"[a-z]+", match["line"].casefold()))
    if match["line"].endswith(":") and not words & lexicon().topics:
        return 0  # who speaks, in a transcript
    return match.end("line")


def _topic_end(text: str) -> int:
    """A first sentence without a verb, about one of the things that chapters are about."""
    match = _SHORT.match(text[:_LONGEST])
    if match is None or len(match["line"].split()) > 9:
        return 0
    line = match["line"]
    if _NAMES_OR_TALK.search(line):
        return 0
    words = set(re.findall(r"[A-Za-z]+", line)) | set(re.findall(r"[a-z]+", line.casefold()))
    if not words & lexicon().topics or words & lexicon().verbs or any(find_dates(line)):
        return 0
    return match.end("line") if not re.search(r"\w{3,}ed\b", line) else 0
