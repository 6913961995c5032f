"""The words that the grammars of the extractor know, read from one table."""

import re
import tomllib
from functools import cache
from importlib.resources import files

from ontology.countries import all_countries

_STATES = (
    "states_gone",
    "states_without_president",
    "states_without_prime_minister",
    "states_with_monarch",
    "states_with_chancellor",
)
_BY_STATE = ("posts_of_one_country", "national_bodies", "regions_of_one_country")


@cache
def _table() -> dict[str, str]:
    source = files("ingest.extraction").joinpath("data", "lexicon.toml").read_text("utf-8")
    return {name: str(value) for name, value in tomllib.loads(source).items()}


def check() -> None:
    """Raises ValueError with the word where what should be the code of a country is none."""
    codes = {country.code.lower() for country in all_countries()}
    listed = [(name, code) for name in _STATES for code in words(name)]
    named = [(name, code) for name in _BY_STATE for code in pairs(name).values()]
    for name, code in (*listed, *named):
        if code.lower() not in codes:
            raise ValueError(f"lexicon.toml, {name}: {code!r} is no code of a country")


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
