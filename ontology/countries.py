"""Countries by any of their names: ISO 3166-1, a few states that are gone, a few that not all recognise."""

import csv
import re
from functools import cache
from importlib.resources import files
from typing import Literal

from ontology.model import Record

Form = Literal["name", "demonym", "capital", "seat"]


class Country(Record):
    """A country; `code` is ISO 3166-1 alpha-2, or one of ours (X1, SU …) where there is none."""

    code: str
    name: str
    names: tuple[str, ...]
    """All names, `name` first."""
    demonyms: tuple[str, ...]
    """Adjectives and nouns for its people."""
    capitals: tuple[str, ...]

    @property
    def capital(self) -> str | None:
        """The seat of its government."""
        return self.capitals[0] if self.capitals else None


class FoundCountry(Record):
    """A country in a text: its span [start, end), and how it is named there."""

    start: int
    end: int
    code: str
    form: Form


SEATS = {
    "the Kremlin": "RU",
    "Kremlin": "RU",
    "the White House": "US",
    "White House": "US",
    "the Pentagon": "US",
    "Foggy Bottom": "US",
    "Downing Street": "GB",
    "Whitehall": "GB",
    "the Élysée": "FR",
    "the Elysee": "FR",
    "the Quai d'Orsay": "FR",
    "the Blue House": "KR",
    "the Vatican": "VA",
}
"""Buildings that stand for a government."""


def _split(field: str) -> tuple[str, ...]:
    return tuple(part for part in field.split(";") if part)


@cache
def all_countries() -> tuple[Country, ...]:
    """All countries, in the order of the table."""
    source = files("ontology").joinpath("data", "countries.tsv").read_text("utf-8")
    rows = csv.reader(source.splitlines()[1:], delimiter="\t", quoting=csv.QUOTE_NONE)
    return tuple(
        Country(
            code=code,
            name=name,
            names=(name, *_split(others)),
            demonyms=_split(people),
            capitals=_split(seat),
        )
        for code, name, others, people, seat in rows
    )


@cache
def _table(form: Form) -> dict[str, str]:
    """Country codes by what is written."""
    if form == "seat":
        return SEATS
    fields = {"name": "names", "demonym": "demonyms", "capital": "capitals"}
    return {
        written: country.code
        for country in reversed(all_countries())
        for written in getattr(country, fields[form])
    }


@cache
def _by_code() -> dict[str, Country]:
    return {country.code: country for country in all_countries()}


def country_by_code(code: str) -> Country:
    """The country of a code; raises KeyError."""
    return _by_code()[code]


def _look_up(form: Form, text: str) -> Country | None:
    plain = re.sub(r"\s+", " ", text.strip().replace("’", "'"))
    table = _table(form)
    without = re.sub(r"^[Tt]he ", "", plain)
    code = table.get(plain) or table.get(without) or table.get(f"the {without}")
    return country_by_code(code) if code else None


def country_named(text: str) -> Country | None:
    """The country of which this is a name, "the" before it or not; case matters ("US" is one, "us" is not)."""
    return _look_up("name", text)


def country_of_demonym(word: str) -> Country | None:
    """The country whose adjective or people this is: "Belarusian", "Egyptians"."""
    return _look_up("demonym", word)


def country_of_capital(name: str) -> Country | None:
    """The country whose capital this is."""
    return _look_up("capital", name)


_NO_COUNTRIES = (
    "New Jersey",
    "New Mexico",
    "Inner Mongolia",
    "Northern Ireland",
    "British Columbia",
    "North America",
    "South America",
    "Central America",
    "Latin America",
)
"""Parts of countries in whose names that of another country stands."""


@cache
def _pattern() -> re.Pattern[str]:
    written = sorted(
        {each for form in ("name", "demonym", "capital", "seat") for each in _table(form)},
        key=len,
        reverse=True,
    )
    alternatives = "|".join(
        re.escape(each).replace("'", "['’]").replace(r"\ ", r"\s+")
        for each in (*_NO_COUNTRIES, *written)
    )
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)")


def find_countries(text: str) -> tuple[FoundCountry, ...]:
    """The countries that a text names, in order; of "New Mexico" none."""
    found: list[FoundCountry] = []
    for match in _pattern().finditer(text):
        for form in ("name", "demonym", "capital", "seat"):
            country = _look_up(form, match.group())
            if country:
                found.append(
                    FoundCountry(start=match.start(), end=match.end(), code=country.code, form=form)
                )
                break
    return tuple(found)
