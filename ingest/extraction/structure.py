"""Which body belongs to which larger one or country, where a sentence says so."""

import re
from typing import NamedTuple

from ingest.extraction.actors import Actor, Area, Reading
from ingest.extraction.status import Stated, stated
from ingest.extraction.tagging import Tagged

_BELONGS = re.compile(
    r"\{O(?P<part>\d+)\}(?:,? (?:which|that))?\s+(?:(?:is|was|are|were|has been|remains)\s+(?:\w+\s+)?"
    r"(?:part of|subordinate to|under|a (?:part|unit|department|branch|division|subsidiary|body|section) of"
    r"|subordinated to|attached to|incorporated in(?:to)?)|belongs to|belonged to"
    r"|reports to)\s+(?:the\s+)?\{(?P<kind>[OC])(?P<whole>\d+)\}"
)


class Belonging(NamedTuple):
    """A body that belongs to another or to a country, and the sentence that says so."""

    part: Actor
    whole: Actor
    area: Area
    stated: Stated


def belongings(reading: Reading, tagged: Tagged) -> list[Belonging]:
    """The belongings that a sentence states."""
    area = reading.area
    found = []
    for match in _BELONGS.finditer(tagged.text):
        (part, *_), (whole, *_) = (
            tagged.spans[int(match[name])].actors for name in ("part", "whole")
        )
        if part is not whole:
            found.append(
                Belonging(part, whole, area, stated(tagged.text, match.start("part"), match.end()))
            )
    return found
