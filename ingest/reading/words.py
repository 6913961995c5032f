"""Which words are English: evidence on whether a hyphen belongs to a word."""

from functools import cache
from importlib.resources import files

_ENDINGS = (
    ("ies", "y"), ("es", ""), ("s", ""), ("ed", ""), ("ed", "e"), ("d", ""), ("ing", ""), ("ing", "e"), ("ly", ""),
)  # fmt: skip


@cache
def _words() -> frozenset[str]:
    text = (files("ingest.reading") / "data" / "english.txt").read_text("utf-8")
    return frozenset(line for line in text.splitlines() if not line.startswith("#"))


def is_word(text: str) -> bool:
    """Is it a common English word, or a regular form of one?"""
    word = text.casefold()
    return word in _words() or any(
        word.endswith(ending) and len(word) > len(ending) + 2
        and word[: -len(ending)] + base in _words()
        for ending, base in _ENDINGS
    )  # fmt: skip
