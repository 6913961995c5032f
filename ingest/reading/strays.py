"""Stray lines: what is left in plain text of the headers, footers and page numbers of the pages it was copied from."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import quantiles

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
from ontology.dates import read_date

_REACH = 4
"""How many lines around a page's edge are looked at."""
_RANGE = re.compile(r"\d\s*[-–—]\s*\d+$")
_TWICE = 2
"""How often a page says the same beside its text: in its header and in its footer."""


def without_strays(lines: Sequence[TextLine]) -> list[TextLine]:
    """The lines that are text; the one after a stray line has no gap, for nobody knows what was there."""
    if not lines:
        return []
    sure = _numbers(lines) | _numbered(lines)
    found = _strays(lines, sure)
    if len(found) == len(lines):
        found = sure if len(sure) < len(lines) else set()
    return _without(lines, found)


def _strays(lines: Sequence[TextLine], sure: set[int]) -> set[int]:
    """The lines that are known to be strays, and those that these, or the edges of pages, give away."""
    edges = _edges(lines) | sure | ({len(lines) - 1} if sure else set())
    found = sure | {i for i in _titles(lines) if _near(i, edges) or _is_amid(lines, i)}
    found |= _running(lines, _repeated(lines), edges)
    found |= _interrupting(lines, found, edges)
    _spread(lines, found, edges)
    return found


def _without(lines: Sequence[TextLine], found: set[int]) -> list[TextLine]:
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
    return edges | {len(lines) - 1} if edges else edges


def _numbers(lines: Sequence[TextLine]) -> set[int]:
    """Page numbers: those that are marked as such; bare ones at a page's edge, in a series or beside an address."""
    marked = {i for i, line in enumerate(lines) if is_marked_number(line.text)}
    bare = [i for i, line in enumerate(lines) if i not in marked and _is_bare(line.text)]
    edges = _edges(lines)
    series = _series(lines, bare)
    beside = {
        i
        for i in bare
        if any(is_address(each.text) for each in (*lines[i - 1 : i], *lines[i + 1 : i + 2]))
    }
    return marked | {i for i in bare if i in edges or i in series or i in beside}


def _numbered(lines: Sequence[TextLine]) -> set[int]:
    """The first and last lines of pages that carry a page number beside other words."""
    edges = _edges(lines)
    return {i for i in (edges | {0} if edges else edges) if _carries_number(lines[i])}


def _carries_number(line: TextLine) -> bool:
    """Does it end or begin with a number, far from its other words or that of its page, that ends no range?"""
    is_own = line.text.split()[-1] == str(line.page)
    return ends_in_number(line.text) and (line.spread or is_own) and not _RANGE.search(line.text)


def _is_bare(text: str) -> bool:
    return is_page_number(text) and text.strip(" .|-–—").isdigit() and len(text) < 5


def _series(lines: Sequence[TextLine], bare: Sequence[int]) -> set[int]:
    """Bare numbers that count up one by one, far apart."""
    found: set[int] = set()
    for one, two in pairwise(bare):
        values = [int(lines[i].text.strip(" .|-–—")) for i in (one, two)]
        if values[1] == values[0] + 1 and two - one > 5:
            found |= {one, two}
    return found


def _interrupting(lines: Sequence[TextLine], found: set[int], edges: set[int]) -> set[int]:
    """Short lines amid a sentence: with a page's edge or number among them, or with blank lines on both sides."""
    short = (
        min(70.0, 0.7 * quantiles([len(line.text) for line in lines], n=10)[-1]) if lines[1:] else 0
    )
    strays: set[int] = set()
    for start in range(1, len(lines) - 1):
        before = lines[start - 1].text
        if start - 1 in strays or ends_sentence(before) or len(before) < 30:
            continue
        run = _run_from(lines, start, found, short)
        if run and _is_stray_run(lines, run, found, edges):
            strays.update(run)
    return strays


def _run_from(lines: Sequence[TextLine], start: int, found: set[int], short: float) -> range:
    """The lines that can be strays from here to the one in which the sentence goes on; none where it does not."""
    words = 0
    for end in range(start, min(start + _REACH + 2, len(lines))):
        text = lines[end].text
        if _is_mark(lines, end, found):
            continue
        if text[:1].islower():
            return range(start, end)
        words += 1
        if words > 2 or len(text) > short or ends_sentence(text):
            break
    return range(0)


def _is_mark(lines: Sequence[TextLine], index: int, found: set[int]) -> bool:
    text = lines[index].text
    return index in found or _is_bare(text) or is_address(text) or is_notice(text)


def _is_stray_run(lines: Sequence[TextLine], run: range, found: set[int], edges: set[int]) -> bool:
    if any(_is_mark(lines, i, found) for i in run):
        return True
    if any(i in edges for i in (*run, run.stop)):
        return lines[run.start - 1].page != lines[run.stop].page
    return len(run) < 3 and (lines[run.start].gap or 0) > 0 and (lines[run.stop].gap or 0) > 0


def _repeated(lines: Sequence[TextLine]) -> list[list[int]]:
    """Short lines that come again, but for their numbers, and are no sentences."""
    alike: dict[str, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        if len(line.text) < 120 and not line.text.endswith((";", ",")):
            alike[re.sub(r"\d+", "#", line.text)].append(index)
    return [
        places
        for words, places in alike.items()
        if len(places) > (1 if " " in words.strip() else 2) and len(words) > 3
    ]


def _titles(lines: Sequence[TextLine]) -> set[int]:
    """Lines that say the first words of the text again: its title, as a running header."""
    first = likeness(" ".join(line.text for line in lines[:2]))
    apart = any((line.gap or 0) > 0 for line in lines[1:3])
    if not apart or ends_sentence(lines[0].text) or len(lines[0].text) > 150:
        return set()
    again: set[int] = set()
    for index in range(4, len(lines)):
        if len(lines[index].text) > 150:
            continue
        words = likeness(lines[index].text)
        whole = words == likeness(lines[0].text) and " " in words
        if not ends_sentence(lines[index].text) and (
            whole or (len(words) > 25 and first.startswith(words))
        ):
            again.add(index)
    return again


def _is_amid(lines: Sequence[TextLine], index: int) -> bool:
    """Does a sentence go on from the line before to the line after?"""
    after = lines[index + 1].text if index + 1 < len(lines) else ""
    return not ends_sentence(lines[index - 1].text) and after[:1].islower()


def _running(lines: Sequence[TextLine], repeated: Sequence[list[int]], edges: set[int]) -> set[int]:
    """Repeated lines, where all but the first stand at the edge of a page or carry its number."""
    found: set[int] = set()
    for places in repeated:
        on_pages = Counter(lines[i].page for i in places)
        if len(on_pages) > 1 and max(on_pages.values()) > _TWICE:
            continue
        later = [i for i in places if _near(i, edges) or ends_in_number(lines[i].text)]
        if len(later) >= len(places) - 1:
            found.update(i for i in later if i > 2 or _has_title(lines, places))
    return found


def _near(index: int, edges: set[int]) -> bool:
    return any(each in edges for each in range(index - _REACH, index + _REACH + 1))


def _has_title(lines: Sequence[TextLine], places: Sequence[int]) -> bool:
    """Is there another line at the top that can be the title, if these are a running header?"""
    others = [line.text for i, line in enumerate(lines[:4]) if i not in places]
    return any(
        len(text) < 150 and not ends_sentence(text) and read_date(text) is None
        for text in others[:1]
    )


def _spread(lines: Sequence[TextLine], found: set[int], edges: set[int]) -> None:
    """Adds the addresses and notices that stand beside stray lines or at the edges of pages."""
    for step in (1, -1):
        for start in sorted(found | edges):
            index = start if start in edges and start not in found else start + step
            while 0 <= index < len(lines) and index not in found:
                if not (is_address(lines[index].text) or is_notice(lines[index].text)):
                    break
                found.add(index)
                index += step
    said = {lines[i].text for i in found}
    found |= {i for i, line in enumerate(lines) if line.text in said and is_notice(line.text)}
