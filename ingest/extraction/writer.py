"""Who writes a document in the first person: the one who signs it, or whose words its title announces."""

import re
from itertools import pairwise, takewhile

from ingest.extraction.actors import Actor, Reading, Roll, Tenure

_FIRST_PERSON = re.compile(r"(?:^|[\s(])I\s+(?!\.|[A-Z])[a-z]")
_ANNOUNCED = re.compile(
    r"(?i)(?:\b(?:statement|speech|address|remarks|article|column|blog|diary)\b[^,.;]{0,40}\b(?:by|of|from)|^by)"
    r"\s+(?:the\s+)?$"
)
_SHORTEST_NAME = 2


def signers(readings: list[Reading], roll: Roll) -> list[Actor]:
    """Who signs: a line of nothing but a name and a title, or a name with its title on the line below.

    The title of the line below is added to the person's tenures.
    """
    named = [
        each.name for reading in readings for each in reading.people if each.rule == "signature"
    ]
    found = [actor for name in named if (actor := roll.person(name))]
    for line, below in pairwise(readings):
        span = _only_name(line)
        if span is None or len(below.roles) != 1:
            continue
        title = below.roles[0]
        if title.start == 0 and title.end == len(below.marks) and not title.nominee:
            actor = roll.add_person(line.marks.words(*span))
            at = line.marks.span(*span)
            actor.tenures.append(
                Tenure(
                    title,
                    title.country,
                    *at,
                    line.sentence.index,
                    "signature",
                    contexts=[below.area],
                )
            )
            found.append(actor)
    return found


def _only_name(line: Reading) -> tuple[int, int] | None:
    """The name that a line consists of."""
    marks = line.marks
    start = marks.after_ranks(0)
    end = marks.name_end(start)
    whole = end + marks.says(end, ",") == len(marks)
    return (start, end) if whole and end - start >= _SHORTEST_NAME else None


def writer_of(readings: list[Reading], signed: list[Actor], roll: Roll, text: str) -> Actor | None:
    """The one person who signs the document, else the one named behind "statement by" or "by" in its head.

    None where the document does not speak in the first person outside of quotes.
    """
    spoken = [text[each.sentence.start : each.sentence.end] for each in readings]
    if not any(_FIRST_PERSON.search(without_quotes(sentence)) for sentence in spoken):
        return None
    head = takewhile(lambda each: text[each.sentence.end - 1] not in ".?!", readings)
    announced = [actor for each in head if (actor := _announced(each, roll))]
    found = {id(actor): actor for actor in signed or announced}
    return next(iter(found.values())) if len(found) == 1 else None


def _announced(line: Reading, roll: Roll) -> Actor | None:
    """The person behind "statement by" in a line, with a title or as its last words."""
    marks = line.marks
    if line.people:
        person = line.people[0]
        told = _ANNOUNCED.search(marks.words(0, person.left) + " ")
        return roll.person(person.name) if told else None
    for position in range(1, len(marks)):
        start = marks.after_ranks(position)
        named = len(marks) - start >= _SHORTEST_NAME and marks.name_end(start) == len(marks)
        if named and _ANNOUNCED.search(marks.words(0, position) + " "):
            return roll.add_person(marks.words(start, len(marks)))
    return None


def without_quotes(text: str) -> str:
    """The text without what stands between quotes, an open quote reaching to the end."""
    return re.sub(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)|«[^»]*(?:»|$)", " ", text)
