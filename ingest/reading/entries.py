"""Lists without signs: the short lines under "Present:", one entry each."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from ingest.reading.lines import TextLine
from ingest.reading.signs import begins_sentence, ends_sentence

_LABEL = re.compile(r"[A-Z][\w'’-]*(?: [\w'’-]+){0,4}:$")
_ENTRY = re.compile(r"[,(–—]")
_APART = 0.4
"""White space above a line, in line heights, that ends a list."""
_SEVERAL = 2


def with_entries(lines: Sequence[TextLine]) -> list[TextLine]:
    """The lines, those that are entries of a list under a label marked to stand alone."""
    marked = list(lines)
    for index, line in enumerate(lines):
        if not _LABEL.match(line.text.strip()):
            continue
        first = lines[index + 1 : index + 2]
        rest = takewhile(lambda each: (each.gap or 0) <= _APART, lines[index + 2 :])
        entries = list(takewhile(_is_entry, (*first, *rest)))
        if len(entries) >= _SEVERAL:
            for number, entry in enumerate(entries, index + 1):
                marked[number] = replace(entry, alone=True)
    return marked


def _is_entry(line: TextLine) -> bool:
    """Is it a name with something beside it, not a line of running text?"""
    text = line.text.strip()
    return begins_sentence(text) and not ends_sentence(text) and bool(_ENTRY.search(text))
