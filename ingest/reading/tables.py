"""Ruled tables on a page: each row becomes one line of running text."""

from collections.abc import Iterator, Sequence

from pdfplumber.page import Page
from pdfplumber.table import Table

from ingest.reading.columns import Word, rows_of
from ingest.reading.shapes import in_cells

_FEWEST_RULES = 4
_MOST_RULES = 2000
"""A page with more is a drawing."""
_LONGEST_CELL = 300
"""Cells with more characters hold text: the rules are there for layout."""

Box = tuple[float, float, float, float]


def with_tables(page: Page, words: list[Word]) -> list[Word]:
    """The words of a page, those of each row of a table replaced by one for the row."""
    if not _FEWEST_RULES <= len(page.lines) + len(page.rects) <= _MOST_RULES:
        return words
    for table in page.find_tables():
        rows = list(_rows(table, words))
        if len(rows) > 1:
            words = [word for word in words if not _is_in(word, table.bbox)] + rows
    return words


def _rows(table: Table, words: Sequence[Word]) -> Iterator[Word]:
    """One word for each row with text, if all cells are short and stand side by side."""
    found: list[Word] = []
    for row in table.rows:
        cells = [_cell(words, box) for box in row.cells if box is not None]
        if any(len(cell) > _LONGEST_CELL for cell in cells):
            return
        inside = [word for word in words if _is_in(word, row.bbox)]
        if len(cells) > 1 and inside:
            found.append(_as_one(inside, in_cells(cells)))
    yield from found


def _cell(words: Sequence[Word], box: Box) -> str:
    rows = rows_of(word for word in words if _is_in(word, box))
    return " ".join(word.text for row in rows for word in row)


def _is_in(word: Word, box: Box) -> bool:
    left, top, right, bottom = box
    return left <= (word.x0 + word.x1) / 2 <= right and top <= word.middle <= bottom


def _as_one(words: Sequence[Word], text: str) -> Word:
    return Word(
        text=text,
        x0=min(word.x0 for word in words),
        top=min(word.top for word in words),
        x1=max(word.x1 for word in words),
        bottom=max(word.bottom for word in words),
        size=words[0].size,
        bold=all(word.bold for word in words),
        alone=True,
    )
