"""Where sentences begin in text that has lost its full stops, as some agencies' archives have: by their first words."""

import re

_LONG, _PER_STOP = 80, 40
"""Words of a block from which it is looked at, and words to a full stop from which it has lost them."""
_STOP = re.compile(r"[.!?][\"”’')\]]*(?:\s|$)")
_OPENERS = (
    "The|But|In|He|A|An|And|It|On|They|This|That|These|Those|Some|As|We|For|While|According|There|His|Her|Its|Their"
    "|However|At|After|Since|Many|She|Despite|When|With|No|All|If|Among|Still|Most|Both|Although|Though|Meanwhile"
    "|Because|During|Under|Until|Yet|Then|Now|Here|Before|Earlier|Last|Several|Other|Another|What|Who|Why|How|Speaking|Addressing|Asked|Following|FILE"
)
"""Words that are written with a capital only where a sentence begins, but in titles."""
_BEGINS = re.compile(rf"(?<=[\w”\"’')\]%])\s+(?=(?:{_OPENERS})\s)")
_QUOTE = re.compile(r"(?<=[a-z\d])\s+(?=[“\"][A-Z])")
_DATELINE = re.compile(r"(?<=\w)\s?[-–—]\s*(?=[A-Z]{3,}[A-Z ,./]*\s[-–—]\s*-[A-Z“\"])")
_BODY = re.compile(r"(?<=[A-Z])\s[-–—]\s*-(?=[A-Z“\"])")
""" "… Over Border Violence-RIGA, LATVIA — -The head of …"."""
_LEADS_ON = re.compile(
    r"(?:\b(?:of|the|a|an|at|to|for|by|in|on|with|from|and|or|than|told|as|called|says?|said|that|its|is|are|was|were|not)"
    r"|\b[A-Z][\w’'-]*\s+(?:of|for))$"
)
"""What a name, title or quotation follows inside a sentence."""


def has_lost_stops(text: str) -> bool:
    """Is it so long without full stops that it must have had some?"""
    words = len(text.split())
    return words > _LONG and words > _PER_STOP * (len(_STOP.findall(text)) + 1)


def beginnings(text: str) -> list[int]:
    """Where sentences begin in a block that has lost its full stops."""
    found = {match.end() for pattern in (_DATELINE, _BODY) for match in pattern.finditer(text)}
    for pattern in (_BEGINS, _QUOTE):
        for match in pattern.finditer(text):
            before = text[: match.start()]
            if not _LEADS_ON.search(before[-40:]) and not _in_capitals(text, match.end()):
                found.add(match.end())
    return sorted(found)


def _in_capitals(text: str, start: int) -> bool:
    """Is the word one of a title: "Pakistan Won't Go After Rebels"?"""
    behind = text[start:].split(maxsplit=2)[1:2]
    before = text[:start].split()[-1:]
    return bool(behind) and all(word[0].isupper() for word in (*before, *behind))
