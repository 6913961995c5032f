"""The words that reading goes by, from `data/lexicon.toml`."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True)
class Lexicon:
    """Sets of words; their meaning stands in the file."""

    prefixes: frozenset[str]
    closed_prefixes: frozenset[str]
    topics: frozenset[str]
    verbs: frozenset[str]
    no_places: frozenset[str]
    notices: frozenset[str]
    unfinished: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The lexicon, read once."""
    text = (files("ingest.reading") / "data" / "lexicon.toml").read_text("utf-8")
    return Lexicon(**{name: frozenset(words) for name, words in tomllib.loads(text).items()})
