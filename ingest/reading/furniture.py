"""Furniture: the running headers, footers and page numbers of set pages, found by place, type and repetition."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import dropwhile, pairwise, takewhile
from statistics import median
from typing import NamedTuple

from ingest.reading.lines import TextLine
from ingest.reading.marks import (
    ends_in_number,
    is_address,
    is_notice,
    is_page_number,
    likeness,
)
from ingest.reading.signs import ends_sentence
from ontology.dates import read_date

_DEEP = 5
"""How many rows from the edge of a page are looked at."""
_NEAR = 8.0
"""How far running lines may stand apart from page to page, in points."""


class PageRows(NamedTuple):
    """One page: its rows over all columns, from top to bottom, and where rules are drawn across it."""

    rows: Sequence[TextLine]
    width: float
    height: float
    rules: Sequence[float]


@dataclass(frozen=True, slots=True)
class _Row:
    """A row near the edge of its page, `depth` rows away from it."""

    line: TextLine
    page: int
    top: bool
    depth: int

    @property
    def place(self) -> float:
        return self.line.box.top if self.line.box else 0.0


def furniture(pages: Sequence[PageRows], titles: Sequence[str] = ()) -> list[set[int]]:
    """For each page the indices of the rows that are no part of the text; `titles` are known titles of the report."""
    body = body_size([row for page in pages for row in page.rows])
    repeated = _repeated(pages, body)
    known = {likeness(title) for title in (*titles, _largest(pages, body)) if title}
    usual = _usual_space(pages, body)
    found = [
        _of_page(number, page, repeated, _Judge(page, body, known, usual))
        for number, page in enumerate(pages)
    ]
    if all(len(each) == len(page.rows) for each, page in zip(found, pages, strict=True)):
        return [set() for _ in pages]  # a report of such lines only would hold no text
    return found


def _usual_space(pages: Sequence[PageRows], body: float) -> float:
    spaces = [
        two.box.top - one.box.bottom
        for page in pages
        for one, two in pairwise(page.rows)
        if one.box and two.box and one.size == two.size == body
    ]
    return median(spaces) if spaces else 0.3 * body


def _largest(pages: Sequence[PageRows], body: float) -> str:
    """The first words of the first page in its largest type, if that is larger than the text's."""
    rows = pages[0].rows if pages else ()
    size = max((row.size for row in rows), default=0.0)
    if size < 1.1 * body:
        return ""
    large = takewhile(lambda row: row.size == size, dropwhile(lambda row: row.size < size, rows))
    return " ".join(row.text for row in large)


def _edge_rows(pages: Sequence[PageRows]) -> Iterator[_Row]:
    for number, page in enumerate(pages):
        count = len(page.rows)
        for depth in range(min(_DEEP, count)):
            if depth <= count - 1 - depth:
                yield _Row(page.rows[depth], number, top=True, depth=depth)
            if depth < count - 1 - depth:
                yield _Row(page.rows[count - 1 - depth], number, top=False, depth=depth)


def _repeated(pages: Sequence[PageRows], body: float) -> set[tuple[int, bool, int]]:
    """Rows that stand at one place of several pages, in the same words but for numbers, or in smaller type."""
    alike: dict[tuple[bool, str], list[_Row]] = defaultdict(list)
    small: dict[tuple[bool, int], list[_Row]] = defaultdict(list)
    for row in _edge_rows(pages):
        alike[row.top, likeness(row.line.text)].append(row)
        if row.line.size < 0.95 * body or row.line.spread:
            small[row.top, round(row.place / 3)].append(row)
    found = {
        (row.page, row.top, row.depth)
        for rows in alike.values()
        for row in rows
        if any(other.page != row.page and abs(other.place - row.place) < _NEAR for other in rows)
    }
    for rows in small.values():
        if len({row.page for row in rows}) >= max(3, 0.5 * len(pages)):
            found |= {(row.page, row.top, row.depth) for row in rows}
    return found


def _of_page(
    number: int, page: PageRows, repeated: set[tuple[int, bool, int]], judge: "_Judge"
) -> set[int]:
    count = len(page.rows)
    found: set[int] = set()
    sure: set[int] = set()
    for top in (True, False):
        for depth in range(min(_DEEP, count)):
            index = depth if top else count - 1 - depth
            if index in found or not _is_on_side(page, index, top=top):
                break
            inner = index + 1 if top else index - 1
            is_running = (number, top, depth) in repeated
            if not is_running and not judge.is_furniture(index, inner, top=top):
                break
            found.add(index)
            if is_running:
                sure.add(index)
    return found if len(found) < count else sure


def _is_on_side(page: PageRows, index: int, *, top: bool) -> bool:
    """Does the row stand in the upper, or the lower, third of the page?"""
    box = page.rows[index].box
    if box is None:
        return False
    return box.bottom < page.height / 3 if top else box.top > page.height * 2 / 3


@dataclass(frozen=True, slots=True)
class _Judge:
    """What tells a running line of one page alone."""

    page: PageRows
    body: float
    titles: set[str]
    usual: float
    """White space between two lines of the text, in points."""

    def is_furniture(self, index: int, inner: int, *, top: bool) -> bool:
        """Do the signs suffice?"""
        row = self.page.rows[index]
        apart = self._apart(index, inner)
        if apart < 0.2 and not (is_page_number(row.text) and self._is_centred(row)):
            return False
        return (
            self._place(row, apart, inner, top=top)
            + self._type(row, top=top)
            + self._words(row, top=top)
            >= 4
        )

    def _apart(self, index: int, inner: int) -> float:
        """White space to the text beside it beyond the usual, in lines."""
        rows = self.page.rows
        if not 0 <= inner < len(rows):
            return 9.0
        one, two = rows[index].box, rows[inner].box
        if one is None or two is None:
            return 0.0
        upper, lower = (one, two) if one.top < two.top else (two, one)
        return (lower.top - upper.bottom - self.usual) / max(self.body, 1)

    def _place(self, row: TextLine, apart: float, inner: int, *, top: bool) -> float:
        box = row.box
        if box is None:
            return 0.0
        edge = box.bottom if top else self.page.height - box.top
        score = 1.0 if edge < 0.1 * self.page.height else 0.0
        score += 1.0 if apart > 0.6 else 0.0
        score += 1.0 if apart > 1.4 else 0.0
        score += 1.0 if not top and apart > 4.5 else 0.0
        if top and self._is_large(inner) and apart > 0.6:
            score += 1.5
        if any(self._between(rule, row, inner) for rule in self.page.rules):
            score += 2
        return score

    def _is_large(self, index: int) -> bool:
        return index < len(self.page.rows) and self.page.rows[index].size > 1.15 * self.body

    def _between(self, rule: float, row: TextLine, inner: int) -> bool:
        if not 0 <= inner < len(self.page.rows):
            return False
        one, two = row.box, self.page.rows[inner].box
        if one is None or two is None:
            return False
        return min(one.bottom, two.bottom) - 2 <= rule <= max(one.top, two.top) + 2

    def _type(self, row: TextLine, *, top: bool) -> float:
        score = 2.0 if row.size < 0.93 * self.body else 0.0
        score += 2.0 if row.spread else 0.0
        if row.size > 1.07 * self.body or (row.bold and row.size >= self.body):
            score -= 2
        if self._is_centred(row):
            score += 0.5 if top else 1.0
        return score

    def _is_centred(self, row: TextLine) -> bool:
        middle = (row.x0 + row.x1) / 2
        return abs(middle - self.page.width / 2) < 4 and row.x1 - row.x0 < 0.7 * self.page.width

    def _words(self, row: TextLine, *, top: bool) -> float:
        text = row.text
        score = 3.0 if is_page_number(text) else 2.0 * ends_in_number(text)
        score += 3 * is_address(text) + 2 * is_notice(text) + 2 * self._is_title(text)
        if read_date(text):
            score -= 2
        if ends_sentence(text) and len(text) > 60 and row.size >= 0.97 * self.body:
            score -= 2
        return score - 4 * (not top and is_footnote(row, self.body))

    def _is_title(self, text: str) -> bool:
        alike = likeness(text)
        words = re.sub(r"^# | #$", "", alike)
        return len(words) > 5 and any(
            words == title or (len(title) > 8 and title in words) or title.startswith(words)
            for title in self.titles
        )


def is_footnote(row: TextLine, body: float) -> bool:
    """Is it in small type, with a mark before it?"""
    mark = row.text[:4].split(" ", 1)[0].strip(".)*†")
    marked = row.text[:1] in "*†" or mark.isdigit()
    running = " | " in row.text or ends_in_number(row.text)
    return row.size < 0.95 * body and marked and len(row.text) > 15 and not running


def notes_last(lines: Sequence[TextLine]) -> list[TextLine]:
    """The lines with the footnotes of all pages behind the text, so that a paragraph can go on over a page."""
    body = body_size(lines)
    text: list[TextLine] = []
    notes: list[TextLine] = []
    page = 0
    in_notes = False
    for line in lines:
        if line.page != page:
            page, in_notes = line.page, False
        in_notes = line.size < 0.95 * body and (in_notes or is_footnote(line, body))
        (notes if in_notes else text).append(line)
    return [*text, *notes]


def body_size(lines: Sequence[TextLine]) -> float:
    """The size of the type that most of a text is set in; 0 where there is none."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0
