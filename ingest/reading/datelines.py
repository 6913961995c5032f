"""Lines of date and place, by their words alone."""

import re

from ontology.anchors import Anchor
from ontology.dates import find_dates, read_date

_SMALL = "of|the|de|la|al|and|village|city|town|airport|district|region"
_CAPITAL = r"[A-ZÀ-ÝŁŠŽČ][\w.'’-]*"
_PLACE = re.compile(rf"{_CAPITAL}(?:[ ,/-]+(?:{_CAPITAL}|{_SMALL}))*")
_ANY_YEAR = Anchor(year=2000)


def is_date(text: str) -> bool:
    """Is it a date alone on its line?"""
    return len(text) < 60 and read_date(re.sub(r"[.,]$", "", text), _ANY_YEAR) is not None


def is_place(text: str) -> bool:
    """Can it be a place alone on its line: a few capitalised words?"""
    return len(text) < 60 and len(text.split()) <= 7 and _PLACE.fullmatch(text) is not None


def is_place_and_date(text: str) -> bool:
    """ "Maribor, 8-9 November 2022", "30 November 2017, Minsk"."""
    if len(text) > 90:
        return False
    for found in find_dates(text, _ANY_YEAR)[:1]:
        before, after = text[: found.start].strip(" ,–—-|"), text[found.end :].strip(" ,–—-|.")
        rest = before or after
        return bool(rest) and not (before and after) and is_place(rest)
    return False
