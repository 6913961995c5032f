"""Persons whom a sentence names with or without a title, as far as the document tells of them anywhere."""

import re
from typing import NamedTuple

from ingest.extraction.actors import Actor, Reading, Roll
from ingest.extraction.marks import Marks


class Known(NamedTuple):
    """A person named at the characters [start, end) of the document."""

    start: int
    end: int
    actor: Actor


def known_names(reading: Reading, roll: Roll) -> list[Known]:
    """The persons named in a sentence, with or without title, in order; offsets are of the document."""
    marks, found, position = reading.marks, list[Known](), 0
    while position < len(marks):
        end, actor = known_at(marks, position, roll)
        if actor is not None:
            found.append(Known(*marks.span(position, end), actor))
        position = max(end, position + 1)
    return found


def known_at(marks: Marks, position: int, roll: Roll) -> tuple[int, Actor | None]:
    """The person whose name begins at a token, and where it ends."""
    if not marks.is_capital(position) and not re.match(
        r"[a-z]{1,3}[-'’]", marks.tokens[position].text
    ):
        return position, None
    if marks.after_ranks(position) > position:
        return position, None  # "General Ann Lee" is named "Ann Lee"
    last = marks.name_end(position)
    for end in range(last, position, -1):
        if marks.is_name_word(end - 1) or end == last:
            name = marks.words(position, end)
            actor = roll.person(name) if len(name) > 2 else None
            if actor is not None:
                return end, actor
    return _by_one_name(marks, position, roll)


def _by_one_name(marks: Marks, position: int, roll: Roll) -> tuple[int, Actor | None]:
    """One whom the text calls by the first or a middle word of the name alone, as many peoples do."""
    end = position + 1
    alone = marks.name_end(position) == end and not marks.is_capital(position - 1)
    somewhere = marks.says(position - 1, *_WHERE)
    actor = roll.of_one_name(marks.words(position, end)) if alone and not somewhere else None
    return (position, None) if actor is None else (end, actor)


_WHERE = ("in", "at", "to", "from", "near", "of", "for", "via", "outside", "leave", "left")
