"""Which words are English: evidence on whether a hyphen belongs to a word."""

import re
from functools import cache
from importlib.resources import files

from ontology.countries import all_countries

_ENDINGS = (
    ("ies", "y"), ("es", ""), ("s", ""), ("ed", ""), ("ed", "e"), ("d", ""), ("ing", ""), ("ing", "e"), ("ly", ""),
    ("er", ""), ("er", "e"), ("ers", ""), ("ers", "e"),
)  # fmt: skip


@cache
def _words() -> frozenset[str]:
    text = (files("ingest.reading") / "data" / "english.txt").read_text("utf-8")
    common = {line for line in text.splitlines() if not line.startswith("#")}
    return frozenset(common | _of_countries())


def _of_countries() -> set[str]:
    """The words in the names of countries, their peoples and capitals."""
    names = (
        name for each in all_countries() for name in (*each.names, *each.demonyms, *each.capitals)
    )
    return {word.casefold() for name in names for word in re.findall(r"[^\W\d_]{4,}", name)}


def is_word(text: str) -> bool:
    """Is it a common English word, or a regular form of one?"""
    word = text.casefold()
    return word in _words() or any(
        word.endswith(ending) and len(word) > len(ending) + 2
        and word[: -len(ending)] + base in _words()
        for ending, base in _ENDINGS
    )  # fmt: skip
