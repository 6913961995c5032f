"""Content negotiation."""

import pytest

from api.http.accepting import preferred
from graph.rdf.media import RESULTS

OFFERED = {"text/turtle": "TURTLE", "application/ld+json": "JSON_LD", "text/html": "PAGE"}


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        ("", "TURTLE"),
        ("*/*", "TURTLE"),
        ("text/*", "TURTLE"),
        ("text/html", "PAGE"),
        ("TEXT/HTML", "PAGE"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "PAGE"),
        ("text/turtle;q=0.5, application/ld+json;q=0.9", "JSON_LD"),
        ("application/ld+json, text/turtle", "TURTLE"),
        ("text/*;q=0.3, text/html;q=0.7, */*;q=0.5", "PAGE"),
        ("text/turtle;q=0, */*", "JSON_LD"),
        ('application/ld+json;profile="http://www.w3.org/ns/json-ld#compacted"', "JSON_LD"),
        ("text/turtle;q=nonsense, text/html;q=0.1", "PAGE"),
        ("text/turtle;q=7, text/html", "TURTLE"),
        ("nonsense, text/html", "PAGE"),
        ("image/png", None),
        ("*/*;q=0", None),
        ("text/turtle;q=0", None),
    ],
)
def test_the_format_is_the_one_that_is_wanted_most(accept: str, expected: str | None) -> None:
    assert preferred(accept, OFFERED) == expected


def test_other_names_of_a_format_are_that_format() -> None:
    assert preferred("application/json", RESULTS) == "JSON"
    assert preferred("application/xml", RESULTS) == "XML"
