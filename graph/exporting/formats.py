"""The formats that the graph is written in, and what each can and cannot carry."""

from enum import StrEnum
from typing import NamedTuple


class Format(StrEnum):
    """The formats there are."""

    JSON = "json"
    JSONL = "jsonl"
    TRIG = "trig"
    NQUADS = "nquads"
    TURTLE = "turtle"
    JSONLD = "jsonld"
    CSV = "csv"
    NEO4J_CSV = "neo4j-csv"
    GRAPHML = "graphml"
    GEXF = "gexf"
    FTM = "ftm"


class About(NamedTuple):
    """What a format is."""

    carries: str
    lacks: str
    """What it cannot carry; empty where it carries everything."""
    media_type: str
    suffix: str
    folder: bool = False
    """Is it a folder of files? Over HTTP it is a zip."""
    imported: bool = False
    """Does `actorgraph import` take it?"""

    def caveat(self) -> str:
        """What it cannot carry, as a file of it says itself; empty where it carries everything."""
        return f"This format cannot carry {self.lacks}." if self.lacks else ""

    def told(self) -> str:
        """What it carries and what not, in a sentence."""
        lacks = f"; it cannot carry {self.lacks}" if self.lacks else ""
        return f"{self.carries}{lacks}{'; can be imported' if self.imported else ''}."


_NOT_IN_PICTURES = (
    "claims that are no facts (an event that is none says so in its label), mentions, positions of quotes, "
    "judgements, what XML 1.0 forbids; lists are one text"
)

FORMATS: dict[Format, About] = {
    Format.JSON: About(
        "every node and edge with all its properties", "", "application/json", ".json"
    ),
    Format.JSONL: About(
        "the same, one element a line", "", "application/x-ndjson", ".jsonl", imported=True
    ),
    Format.TRIG: About(
        "everything as RDF, each report in a named graph",
        "",
        "application/trig",
        ".trig",
        imported=True,
    ),
    Format.NQUADS: About(
        "the same, one statement a line", "", "application/n-quads", ".nq", imported=True
    ),
    Format.TURTLE: About(
        "all triples of that",
        "the graphs that tell one report from another, what is derived from what is not",
        "text/turtle",
        ".ttl",
    ),
    Format.JSONLD: About(
        "the same as TriG, one resource a line", "", "application/ld+json", ".jsonld"
    ),
    Format.CSV: About(
        "tables for a spreadsheet: people, posts, events, meetings, claims with their quotes",
        "where mentions stand in the text, boxes of passages, judgements; a list is one cell",
        "application/zip",
        ".zip",
        folder=True,
    ),
    Format.NEO4J_CSV: About(
        "every node and edge, for `neo4j-admin database import full`",
        "the character U+001F, on which it fails",
        "application/zip",
        ".zip",
        folder=True,
    ),
    Format.GRAPHML: About(
        "the world nodes and the edges between them, with quotes, for networkx, yEd and Gephi",
        _NOT_IN_PICTURES,
        "application/graphml+xml",
        ".graphml",
    ),
    Format.GEXF: About(
        "the same for Gephi, with the time of each event, meeting and tenure",
        f"{_NOT_IN_PICTURES}; days are times, not nodes",
        "application/gexf+xml",
        ".gexf",
    ),
    Format.FTM: About(
        "FollowTheMoney entities, one a line: people, bodies, positions, occupancies, events, links, documents",
        "claims that are no facts, events that did not happen, types of events, places and topics as entities, "
        "who says so and how surely, positions of quotes, hashes of files, judgements, control characters",
        "application/x-ndjson",
        ".ftm.json",
    ),
}
