"""Stray lines: what is left in plain text of the headers, footers and page numbers of the pages it was copied from."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.reading.lines import TextLine
from ingest.reading.marks import (
    ends_in_number,
    is_address,
    is_marked_number,
    is_notice,
    is_page_number,
    likeness,
)
from ingest.reading.signs import ends_sentence

_REACH = 4
"""How many lines around a page's edge are looked at."""


def without_strays(lines: Sequence[TextLine]) -> list[TextLine]:
    """The lines that are text; the one after a stray line has no gap, for nobody knows what was there."""
    found = _numbers(lines)
    edges = _edges(lines) | found
    repeated = _repeated(lines)
    found |= _running(lines, repeated, edges)
    _spread(lines, found, edges, repeated)
    if len(found) == len(lines):
        return list(lines)
    kept: list[TextLine] = []
    for index, line in enumerate(lines):
        if index not in found:
            after_stray = index - 1 in found
            kept.append(replace(line, gap=None) if after_stray else line)
    return kept


def _edges(lines: Sequence[TextLine]) -> set[int]:
    """The last lines before, and the first after, each form feed."""
    edges: set[int] = set()
    for index, (one, two) in enumerate(pairwise(lines)):
        if one.page != two.page:
            edges |= {index, index + 1}
    return edges


def _numbers(lines: Sequence[TextLine]) -> set[int]:
    """Page numbers: those that are marked as such; bare ones at a page's edge or in a series, or amid a sentence."""
    marked = {i for i, line in enumerate(lines) if is_marked_number(line.text)}
    bare = [i for i, line in enumerate(lines) if i not in marked and _is_bare(line.text)]
    edges = _edges(lines)
    series = _series(lines, bare)
    return marked | {i for i in bare if i in edges or i in series or _interrupts(lines, i)}


def _is_bare(text: str) -> bool:
    return is_page_number(text) and text.strip(" .|-–—").isdigit() and len(text) < 5


def _series(lines: Sequence[TextLine], bare: Sequence[int]) -> set[int]:
    """Bare numbers that count up one by one, far apart."""
    found: set[int] = set()
    for one, two in pairwise(bare):
        values = [int(lines[i].text.strip(" .|-–—")) for i in (one, two)]
        if values[1] == values[0] + 1 and two - one > 8:
            found |= {one, two}
    return found


def _interrupts(lines: Sequence[TextLine], index: int) -> bool:
    """Does it stand amid a sentence?"""
    if not 0 < index < len(lines) - 1:
        return False
    before, after = lines[index - 1].text, lines[index + 1].text
    return not ends_sentence(before) and after[:1].islower() and len(before) > 30


def _repeated(lines: Sequence[TextLine]) -> dict[str, list[int]]:
    """Short lines that come again and are no sentences, by their likeness."""
    alike: dict[str, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        if len(line.text) < 120 and not line.text.endswith((";", ",")):
            alike[likeness(line.text)].append(index)
    return {words: found for words, found in alike.items() if len(found) > 1 and len(words) > 3}


def _running(
    lines: Sequence[TextLine], repeated: dict[str, list[int]], edges: set[int]
) -> set[int]:
    """Repeated lines, where all but the first stand at the edge of a page or amid a sentence."""
    found: set[int] = set()
    for places in repeated.values():
        later = [
            i
            for i in places
            if _near(i, edges) or _interrupts(lines, i) or ends_in_number(lines[i].text)
        ]
        if len(later) >= len(places) - 1:
            found.update(later)
            found.update(i for i in places[:1] if i > 2 or _has_title(lines, places))
    return found


def _near(index: int, edges: set[int]) -> bool:
    return any(abs(index - edge) <= _REACH for edge in edges)


def _has_title(lines: Sequence[TextLine], places: Sequence[int]) -> bool:
    """Is there another line at the top that can be the title, if this one is a running header?"""
    after = next((line for i, line in enumerate(lines) if i > places[0] and i not in places), None)
    return (
        after is not None
        and len(after.text) < 150
        and not ends_sentence(after.text)
        and (after.gap is None or after.gap >= 0)
        and places[0] + 1 < len(lines)
        and (lines[places[0] + 1].gap or 0) >= 0
        and after.page == 1
    )


def _spread(
    lines: Sequence[TextLine], found: set[int], edges: set[int], repeated: dict[str, list[int]]
) -> None:
    """Adds the addresses and notices that stand beside stray lines or at the edges of pages."""
    alike = {i for places in repeated.values() for i in places}
    for step in (1, -1):
        for start in sorted(found | edges):
            index = start if start in edges and start not in found else start + step
            while 0 <= index < len(lines) and index not in found:
                text = lines[index].text
                if not (
                    is_address(text) or is_notice(text) or (ends_in_number(text) and index in alike)
                ):
                    break
                found.add(index)
                index += step
