"""Proper names of occasions, which are no bodies: "the 13th Utopia-Ruritania Trade Forum", "the World Tea Congress"."""

import re

from ingest.extraction.actors import Area

_KINDS = r"Forum|Conference|Congress|Symposium|Convention|Exhibition|Expo|Seminar|Roundtable"
_WORD = r"[A-Z0-9][\w’'&]*(?:[-–][\w’'&]+)*"
_LINK = r"(?:of|on|for|and|in)(?:\s+the)?"
_NAME = re.compile(
    rf"(?P<name>(?!(?:The|An?|At|In|On|This|His|Their|During|After|Before)\b)(?:{_WORD}\s+(?:{_LINK}\s+)?){{1,9}}?(?:{_KINDS}))\b(?![’'-])"
    rf"(?P<field>\s+(?:on|for)\s+{_WORD}(?:\s+(?:{_LINK}\s+)?{_WORD})*)?"
)
_KIND = re.compile(rf"\b(?:{_KINDS})\b")
_DONE_AT = (
    r"[Aa]ttend\w*|address\w*|open\w*|clos\w*|join\w*|host\w*|chair\w*|visit\w*|held|hold|organi[sz]\w+"
    r"|convened"
)
_DONE_IN = r"part|participat\w*|participants?|guests?|delegates|speak\w*|spoke|speech|remarks|session|meeting|work"
_WITHIN = (
    r"[Aa]t|[Dd]uring|[Aa]fter|[Bb]efore|within|framework of|sidelines of|margins of|part of|for"
    r"|ahead of|prior to|greetings to|following|[Ii]n view of|since|(?:results|outcomes?|agenda) of"
)
_NUMBER = r"[a-z]+(?:st|nd|rd|th|ond|ird|nual|ual)|\d+\s?(?:st|nd|rd|th)|first|joint|next|recent"
_STAGE = r"(?:plenary session|opening|work) of(?: the)?"
_BEFORE = re.compile(
    rf"(?:^|\b(?:{_DONE_AT}|(?:{_DONE_IN})\s+(?:in|at|of|to)|{_WITHIN}))"
    rf"\s*(?:(?:[Tt]he|[Aa]n?|this|his|their|its)\s+)?(?:(?:{_NUMBER}|{_STAGE})\s+)*$"
)
_BODIES = re.compile(
    r"\b(?:Organi[sz]ation|Council|Committee|Secretariat|Bureau|Foundation|Union|Movement|Party|Members?"
    r"|National Congress|People[’']s Congress|Jewish Congress|Chair\w*|President|Director|Secretary|Minister"
    r"|Head|Speaker|Leader)\b"
)
"""What says that a name is that of a body, or of somebody who leads one."""


def occasion_names(text: str) -> list[Area]:
    """Where a sentence names an occasion that somebody attends, opens or speaks at."""
    found: list[Area] = []
    for match in _NAME.finditer(text):
        name = match["name"]
        lands = name.split()[:-1]
        known = name.endswith("Congress") and len(lands) < 2
        if known or _BODIES.search(name) or not _BEFORE.search(text[: match.start()]):
            continue
        found.append((match.start("name"), match.end()))
    return found


def occasion_noun(name: str) -> str:
    """What kind of occasion a name is of, in lower case: "forum"."""
    (*_, kind) = _KIND.findall(name)
    return str(kind).lower()
