"""How many events a phrase tells as one, and how many days one took, from the words before its noun."""

import re

from ontology.dateforms import NUMBERS

_NUMBERS = NUMBERS | {"dozen": 12}
_NUMBER = rf"\d{{1,3}}|{'|'.join(word for word in _NUMBERS if word != 'one')}"
_COUNT = re.compile(
    rf"\b({_NUMBER})\s+(?:[a-z-]+\s+){{0,3}}(?:meetings|sessions|talks|consultations|conferences|exercises"
    r"|visits|events|summits|trainings)\b"
)
_DAYS = re.compile(rf"\b({_NUMBER})-day\s+(?:[a-z]+\s+){{0,2}}[a-z]+$")


def count_in(words: str) -> int | None:
    """How many like events a phrase tells as one."""
    match = _COUNT.search(words.lower())
    return _value(match[1]) if match else None


def days_in(words: str) -> int:
    """How many days an event took, as the words before its noun say: "a two-day working visit"."""
    match = _DAYS.search(words.lower())
    return _value(match[1]) if match else 1


def _value(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS[word]
