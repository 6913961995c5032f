"""Named patterns over tagged sentences that add participants to an event, read from a table."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from ontology.terms import EventType

ACTOR = r"\{[POCUGKS]\d+\}"
GLUE = r"(?:\s?,?\s+(?:and|as well as|along with|together with|&)\s+(?:also\s+)?(?:(?:by|via) (?:video ?(?:link|conference)|telephone|phone)\s+)?(?:with\s+)?(?:by\s+)?(?:(?:the|his|her)\s+)?|\s?,\s+(?:the\s+)?|\s+(?=\{))"
_LIST = rf"{ACTOR}(?:{GLUE}{ACTOR})*"
_LIST_A = r"\{[POCUGKSAL]\d+\}(?:GLUE\{[POCUGKSAL]\d+\})*".replace("GLUE", GLUE)

# The type of an event by the nouns that name it; the first that fits wins.
NOUNS: tuple[tuple[EventType, str], ...] = (
    (EventType.PHONE_CALL, r"(?:tele)?phone (?:calls?|conversations?|talks)|(?:video|phone|conference) calls?|telephone call|video ?conference"),
    (EventType.PRESS_CONFERENCE, r"(?:press|news) (?:conferences?|briefings?)"),
    (EventType.TALKS, r"talks|negotiations?|consultations?|discussions?|dialogue"),
    (EventType.SESSION, r"sessions?|sittings?|(?:council|committee|board|cabinet|collegium|commission) meetings?"),
    (EventType.SUMMIT, r"summits?"),
    (EventType.CONFERENCE, r"conferences?|forums?|congress(?:es)?|round ?tables?|seminars?|symposi(?:um|a)|workshops?|convention|assembly"),
    (EventType.MEETING, r"meetings?|gatherings?|meets?|get-together"),
    (EventType.VISIT, r"visits?"),
    (EventType.SIGNING, r"signing(?: ceremony)?"),
    (EventType.EXERCISE, r"exercises?|drills?|man(?:o?eu)vers?|man(?:o?eu)vres?|war games?"),
    (EventType.TRAINING, r"trainings?(?: courses?| camps?| sessions?)?"),
    (EventType.TEST, r"tests?|trials?|test launch(?:es)?"),
    (EventType.EXHIBITION, r"exhibitions?|expo|arms shows?|air ?shows?|trade fairs?"),
    (EventType.CEREMONY, r"ceremon(?:y|ies)|parades?|dinner|receptions?|inauguration|funeral|banquet|luncheon|lunch|celebrations?"),
)  # fmt: skip
_NOUN = "(?:" + "|".join(pattern for _, pattern in NOUNS) + ")"


class Addition(NamedTuple):
    """A pattern that adds participants to an event: their role; `side` where they are one party's."""

    name: str
    pattern: re.Pattern[str]
    role: str
    side: bool
    speech: bool
    """Does somebody only say something there: at an event of the same paragraph?"""


def _compile(pattern: str) -> re.Pattern[str]:
    for name, value in (
        ("LISTA", _LIST_A),
        ("LIST", _LIST),
        ("ACTOR", ACTOR),
        ("GLUE", GLUE),
        ("NOUN", _NOUN),
    ):
        pattern = pattern.replace(name, value)
    return re.compile(pattern)


@cache
def additions() -> tuple[Addition, ...]:
    """The patterns, in the table's order."""
    source = files("ingest.extraction").joinpath("data", "additions.toml").read_text("utf-8")
    return tuple(
        Addition(
            row["name"],
            _compile(row["pattern"]),
            row["role"],
            row.get("side", False),
            row.get("speech", False),
        )
        for row in tomllib.loads(source)["addition"]
    )


def type_of(noun_phrase: str) -> EventType | None:
    """The type of event that the last noun of a phrase names."""
    text = noun_phrase.lower()
    best: tuple[int, int, EventType] | None = None
    for order, (kind, pattern) in enumerate(NOUNS):
        for match in re.finditer(rf"\b(?:{pattern})\b", text):
            rank = (match.end(), -order, kind)
            if best is None or rank[:2] > best[:2]:
                best = rank
    return best[2] if best else None
