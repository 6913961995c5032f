"""What stands for what in names, read from one table and from those of the ontology."""

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from ontology.countries import all_countries
from ontology.names import fold

COUNTRY = "@"
"""What the word of a country begins with."""


@cache
def _table() -> dict[str, str | dict[str, str]]:
    source = files("ingest.quality").joinpath("data", "names.toml").read_text("utf-8")
    return tomllib.loads(source)


def _entries(text: str) -> list[str]:
    return [each.strip() for each in text.split(";") if each.strip()]


@cache
def listed(name: str) -> frozenset[str]:
    """The words of one list."""
    return frozenset(str(_table()[name]).split())


@cache
def phrases(name: str) -> tuple[tuple[str, ...], ...]:
    """The entries of one list, each as its words, the longest first."""
    found = [tuple(each.split()) for each in _entries(str(_table()[name]))]
    return tuple(sorted(found, key=len, reverse=True))


@cache
def standing_for() -> dict[tuple[str, ...], tuple[str, ...]]:
    """The words that stand for each run of words, where those are not themselves."""
    return {
        tuple(form.split()): words
        for source in (_places(), _countries(), _one(), _words())
        for form, words in source
    }


@cache
def longest() -> int:
    """How many words the longest run has that others stand for."""
    return max(map(len, standing_for()))


def _section(name: str) -> dict[str, str]:
    found = _table()[name]
    return found if isinstance(found, dict) else {}


def _one() -> Iterator[tuple[str, tuple[str, ...]]]:
    for name, others in _section("one").items():
        for form in (name, *_entries(others)):
            yield fold(form), (name.replace(" ", "_"),)


def _words() -> Iterator[tuple[str, tuple[str, ...]]]:
    for words, others in _section("words").items():
        for form in _entries(others):
            yield form, tuple(words.split())


def _places() -> Iterator[tuple[str, tuple[str, ...]]]:
    source = files("ontology").joinpath("data", "places.txt").read_text("utf-8")
    for line in source.splitlines():
        forms = [fold(form) for form in line.split()]
        for form in forms:
            yield form, (forms[0].replace(" ", "_"),)


def _countries() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Names and adjectives of countries; names that an article belongs to are no runs of words.

    Raises ValueError where the table has names for what is no code of a country.
    """
    if unknown := _section("countries").keys() - {country.code for country in all_countries()}:
        raise ValueError(f"names.toml, countries: {min(unknown)!r} is no code of a country")
    for country in all_countries():
        more = _entries(_section("countries").get(country.code, ""))
        for form in (*country.names, *country.demonyms, *more):
            written = " ".join(fold(form.replace(".", "")).split())
            if written not in listed("common") and not written.startswith("the "):
                yield written, (COUNTRY + country.code,)
