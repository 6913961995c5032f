"""The words that the grammars of the extractor know, read from one table."""

import re
import tomllib
from functools import cache
from importlib.resources import files


@cache
def _table() -> dict[str, str]:
    source = files("ingest.extraction").joinpath("data", "lexicon.toml").read_text("utf-8")
    return {name: str(value) for name, value in tomllib.loads(source).items()}


@cache
def words(name: str) -> frozenset[str]:
    """The entries of one list, in lower case."""
    return frozenset(re.sub(r"\s+", " ", each).strip() for each in _table()[name].split(";")) - {""}


@cache
def pairs(name: str) -> dict[str, str]:
    """The entries of a list of the form `key=value`."""
    return dict(tuple(each.split("=", 1)) for each in sorted(words(name)))  # type: ignore[misc]


@cache
def longest(name: str) -> int:
    """How many words the longest entry of a list has."""
    return max(len(each.split()) for each in words(name))


def entry_at(name: str, folded: list[str], start: int) -> int | None:
    """The end of the longest entry of a list that begins there."""
    for length in range(min(longest(name), len(folded) - start), 0, -1):
        if " ".join(folded[start : start + length]) in words(name):
            return start + length
    return None
