"""Front matter: the lines of `key: value` between two lines of dashes at the top of a text."""

import re
from typing import NamedTuple

from ingest.reading.published import date_in_metadata

_FRONT = re.compile(r"\s*---[ \t]*\n(?P<facts>(?:.*\n){0,80}?)(?:---|\.\.\.)[ \t]*(?:\n|$)")
_FACT = re.compile(r"^(?P<key>[\w-]+)[ \t]*:[ \t]*(?P<value>.+?)[ \t]*$", re.MULTILINE)


class Front(NamedTuple):
    """What front matter says; None where it does not."""

    title: str | None = None
    published: str | None = None
    source: str | None = None


def parted(text: str) -> tuple[Front, str]:
    """The front matter of a text, and the text without it."""
    match = _FRONT.match(text)
    if match is None:
        return Front(), text
    facts = {
        fact["key"].lower(): fact["value"].strip("\"'") for fact in _FACT.finditer(match["facts"])
    }
    if not facts:
        return Front(), text
    said = next((facts[key] for key in ("published", "date", "issued") if key in facts), None)
    published = date_in_metadata(said) if said else None
    front = Front(facts.get("title"), published, facts.get("source") or facts.get("url"))
    return front, text[match.end() :]
