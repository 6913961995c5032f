"""Columns: words of a page parted into regions in reading order, a full-width title before the columns under it."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from ingest.reading.signs import ends_sentence

_BIN = 4.0
_DEPTH = 8
_SHELF = 8.0
_LOWEST_BAND = 5.0


class Word(NamedTuple):
    """A word on a page, in points from the upper left corner."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    bold: bool
    alone: bool = False
    """Is it a whole row of a table, not to be joined with what stands around it?"""

    @property
    def middle(self) -> float:
        """Half its height."""
        return (self.top + self.bottom) / 2


class Gutter(NamedTuple):
    """The white strip between two columns, [left, right)."""

    left: float
    right: float

    @property
    def middle(self) -> float:
        """Half its width."""
        return (self.left + self.right) / 2


class _Band(NamedTuple):
    """The part of a page that a gutter cuts, and the words on both sides of it."""

    top: float
    bottom: float
    gutter: Gutter
    left: list[Word]
    right: list[Word]
    rows: int


class Region(NamedTuple):
    """Words that are read together, and a name of the column that they stand in, the same on every page."""

    words: list[Word]
    column: str


def gutters_of(words: Sequence[Word]) -> list[Gutter]:
    """The gutters that a page surely has."""
    found: list[Gutter] = []
    _cut(list(words), (), _DEPTH, found)
    return found


def regions(words: Sequence[Word], known: Sequence[Gutter]) -> list[Region]:
    """The words by region, in reading order; `known` are the gutters of the document's pages."""
    return _cut(list(words), known, _DEPTH, [])


def rows_of(words: Iterable[Word]) -> list[list[Word]]:
    """Words by row, each from left to right; raised and lowered ones with the row that they overlap."""
    rows: list[list[Word]] = []
    shelves: dict[int, list[list[Word]]] = {}
    for word in sorted(words, key=lambda each: (-round(each.size), each.bottom)):
        reach = range(int(word.top // _SHELF), int(word.bottom // _SHELF) + 1)
        near = (row for place in reach for row in shelves.get(place, ()))
        row = next((row for row in near if _shares(row[0], word)), None)
        if row is None:
            row = [word]
            rows.append(row)
            for place in reach:
                shelves.setdefault(place, []).append(row)
        else:
            row.append(word)
    rows.sort(key=lambda row: (row[0].bottom, row[0].x0))
    return [sorted(row, key=lambda each: each.x0) for row in rows]


def _shares(one: Word, other: Word) -> bool:
    overlap = min(one.bottom, other.bottom) - max(one.top, other.top)
    return overlap > 0.5 * min(one.bottom - one.top, other.bottom - other.top)


def _cut(
    words: list[Word], known: Sequence[Gutter], depth: int, found: list[Gutter]
) -> list[Region]:
    band = _best_band(words, known) if depth and len(words) > 3 else None
    if band is None:
        return [Region(words, _column(words, known))] if words else []
    found.append(band.gutter)
    above = [word for word in words if word.middle < band.top]
    below = [word for word in words if word.middle > band.bottom]
    parts = (above, band.left, band.right, below)
    return [region for part in parts for region in _cut(part, known, depth - 1, found)]


def _column(words: Sequence[Word], known: Sequence[Gutter]) -> str:
    """Full width, or a side of a known gutter: also where the other side is empty."""
    for number, gutter in enumerate(known):
        if all(word.x1 < gutter.middle for word in words):
            return f"{number}<"
        if all(word.x0 > gutter.middle for word in words):
            return f"{number}>"
    return ""


def merged(gutters: Sequence[Gutter]) -> list[Gutter]:
    """Gutters at one place made one, from left to right."""
    kept: list[Gutter] = []
    for gutter in sorted(gutters):
        if kept and gutter.left <= kept[-1].right:
            last = kept.pop()
            gutter = Gutter(max(last.left, gutter.left), min(last.right, gutter.right))
        kept.append(gutter)
    return kept


def _best_band(words: list[Word], known: Sequence[Gutter]) -> _Band | None:
    rows = rows_of(words)
    size = median(word.size for word in words)
    least = max(7.0, 0.8 * size)
    bands = [
        band
        for gutter in _candidates(rows, least)
        for band in _bands(words, rows, gutter)
        if _is_columns(band, known)
    ]
    return max(bands, key=lambda band: band.rows, default=None)


def _candidates(rows: Sequence[Sequence[Word]], least: float) -> list[Gutter]:
    """White strips that several rows share, the commonest first."""
    gaps = [
        Gutter(one.x1, two.x0)
        for row in rows
        for one, two in pairwise(row)
        if two.x0 - one.x1 >= least
    ]
    bins: Counter[int] = Counter()
    for gap in gaps:
        bins.update(range(int(gap.left / _BIN) + 1, int(gap.right / _BIN) + 1))
    ends = sorted(word.x1 for row in rows for word in row)
    candidates: list[Gutter] = []
    for place, _ in bins.most_common(12):
        here = [gap for gap in gaps if gap.left <= place * _BIN <= gap.right]
        right = min((gap.right for gap in here), default=0)
        before = bisect_right(ends, right - least)
        gutter = Gutter(ends[before - 1] if before else 0.0, right)
        if gutter not in candidates:
            candidates.append(gutter)
    return candidates


def _bands(words: Sequence[Word], rows: Sequence[Sequence[Word]], gutter: Gutter) -> list[_Band]:
    """The stretches of the page that no row crosses the gutter in."""
    crossing = sorted(
        (min(word.top for word in row), max(word.bottom for word in row))
        for row in rows
        if _crosses(row, gutter)
    ) or [(0.0, 0.0)]
    edges = [(float("-inf"), crossing[0][0])]
    reach = crossing[0][1]
    for top, bottom in crossing[1:]:
        edges.append((reach, top))
        reach = max(reach, bottom)
    edges.append((reach, float("inf")))
    high = [(top, bottom) for top, bottom in edges if bottom - top > _LOWEST_BAND]
    bands = (_band(words, top, bottom, gutter) for top, bottom in high)
    return [band for band in bands if band is not None]


def _crosses(row: Sequence[Word], gutter: Gutter) -> bool:
    """Do the words of a row take most of the gutter's width?"""
    taken = sum(max(0.0, min(word.x1, gutter.right) - max(word.x0, gutter.left)) for word in row)
    return taken > 0.5 * (gutter.right - gutter.left) or any(
        word.x0 < gutter.middle < word.x1 for word in row
    )


def _band(words: Sequence[Word], top: float, bottom: float, gutter: Gutter) -> _Band | None:
    inside = [word for word in words if top <= word.middle <= bottom]
    left = [word for word in inside if word.x1 <= gutter.middle]
    right = [word for word in inside if word.x0 >= gutter.middle]
    if not left or not right:
        return None
    real = Gutter(max(word.x1 for word in left), min(word.x0 for word in right))
    rows = min(len(rows_of(left)), len(rows_of(right)))
    return _Band(top, bottom, real, left, right, rows)


def _is_columns(band: _Band, known: Sequence[Gutter]) -> bool:
    """Prose on both sides, not the cells of a table; less is asked for where other pages have the same columns."""
    left, right = rows_of(band.left), rows_of(band.right)
    width = band.gutter.right - band.gutter.left
    if any(
        abs(band.gutter.right - each.right) < 3 and band.gutter.left <= each.left + 3
        for each in known
    ):
        return True
    if width < 1.6 * _usual_space(left + right) and not _is_aligned(right):
        return False
    if _is_last_column(left, right, width):
        return True
    if band.rows < (3 if width > 14 else 5):
        return False
    words = sum(map(len, left + right)) / (len(left) + len(right))
    return words >= 3 and all(_fills(rows) and _is_wordy(rows) for rows in (left, right))


def _is_aligned(rows: Sequence[Sequence[Word]]) -> bool:
    """Do most rows begin at one edge, as those of a column do and the words beside a river do not?"""
    edge = min(row[0].x0 for row in rows)
    return len(rows) > 7 and sum(row[0].x0 - edge < 1.5 for row in rows) > 0.7 * len(rows)


def _is_last_column(
    left: Sequence[Sequence[Word]], right: Sequence[Sequence[Word]], width: float
) -> bool:
    """Is the right side the short end of a text whose other column is full?"""
    if len(left) < 8 or len(right) > 6 or not 10 < width < 60 or not _fills(left):
        return False
    breadth = max(row[-1].x1 for row in left) - min(row[0].x0 for row in left)
    is_end = not ends_sentence(left[-1][-1].text) and ends_sentence(right[-1][-1].text)
    return (len(right[0]) > 2 or is_end) and all(
        row[-1].x1 - row[0].x0 < 1.1 * breadth for row in right
    )


def _usual_space(rows: Sequence[Sequence[Word]]) -> float:
    """Between the words of the rows beside a gutter: rivers in justified text are no wider."""
    spaces = sorted(two.x0 - one.x1 for row in rows for one, two in pairwise(row))
    return spaces[int(len(spaces) * 0.8)] if spaces else 0.0


def _is_wordy(rows: Sequence[Sequence[Word]]) -> bool:
    """Have most rows several words, as those of prose have, and bullets or numbers before a hanging text have not?"""
    return median(map(len, rows)) > 1


def _fills(rows: Sequence[Sequence[Word]]) -> bool:
    """Do most rows take most of the column's width?"""
    left = min(row[0].x0 for row in rows)
    right = max(row[-1].x1 for row in rows)
    return median(row[-1].x1 - row[0].x0 for row in rows) > 0.6 * (right - left)
