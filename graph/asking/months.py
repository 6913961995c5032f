"""Months that a question spells almost right, put right beside a number or behind "in"."""

import calendar
import re

from graph.asking.misspelling import slip

_LONGEST_SURE = 5
_MONTHS = tuple(name for name in calendar.month_name if len(name) >= _LONGEST_SURE)
_BESIDE = re.compile(
    r"(?:(?<=\bin )|(?<=\bof )|(?<=\bsince )|(?<=\buntil )|(?<=\blast )|(?<=\d )|(?<=\d(?:st|nd|rd|th) ))"
    r"([A-Za-z]{5,10})\b|\b([A-Za-z]{5,10})(?=\s+\d)"
)


def months_put_right(question: str) -> tuple[str, tuple[str, ...]]:
    """The question with such months as they are written, and in words what was taken for what."""
    slips: list[str] = []

    def right(found: re.Match[str]) -> str:
        month = _month(found[0])
        if month is None:
            return found[0]
        slips.append(f"{found[0]!r} read as {month!r}")
        return month

    return _BESIDE.sub(right, question), tuple(slips)


def _month(word: str) -> str | None:
    """The month of which the word is a slip: of a short one only with a letter too few, too many or swapped."""
    low = word.casefold()
    meant = [month for month in _MONTHS if low != (name := month.casefold()) and _meant(low, name)]
    return meant[0] if len(meant) == 1 else None


def _meant(word: str, name: str) -> bool:
    changed = len(word) == len(name) and sorted(word) != sorted(name)
    return word[0] == name[0] and slip(word, name) and not (changed and len(name) == _LONGEST_SURE)
