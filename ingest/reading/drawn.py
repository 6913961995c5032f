"""Drawn bullets: the small discs and squares that some programs draw before an item instead of setting a sign."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pdfplumber.page import Page

from ingest.reading.columns import Word

_LEAST, _MOST = 0.15, 0.7
"""How wide and high a bullet is, in the height of the type beside it."""
_NEAR = 3.0
"""How far before its text it stands at most, in the same measure."""
_APART = 1.0
"""How far behind any other text it stands at least."""
_MOST_SHAPES = 400
"""A page with more small shapes is a drawing."""


class _Shape(NamedTuple):
    """The box of a disc or square."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def side(self) -> float:
        return self.x1 - self.x0


def with_drawn_bullets(page: Page, words: list[Word]) -> list[Word]:
    """The words of a page, with a bullet where a small disc or square is drawn before the first of a row."""
    shapes = list(_shapes(page))
    if len(shapes) > _MOST_SHAPES:
        return words
    found = list(words)
    for shape in shapes:
        if first := _first_beside(shape, found):
            found.append(first._replace(text="•", **shape._asdict()))
    return found


def _shapes(page: Page) -> Iterator[_Shape]:
    """What is drawn as broad as it is high, and no larger than a letter."""
    for each in (*page.curves, *page.rects):
        shape = _Shape(each["x0"], each["top"], each["x1"], each["bottom"])
        height = shape.bottom - shape.top
        if 0.5 < shape.side < 24 and 0.8 < shape.side / max(height, 0.01) < 1.25:
            yield shape


def _first_beside(shape: _Shape, words: Sequence[Word]) -> Word | None:
    """The word that a shape stands before as a bullet does: at half its height, near, and behind no other."""
    beside = [word for word in words if _is_beside(shape, word)]
    first = min(beside, key=lambda word: word.x0, default=None)
    if first is None or first.x0 < shape.x1:
        return None
    return first if _LEAST < shape.side / first.size < _MOST else None


def _is_beside(shape: _Shape, word: Word) -> bool:
    return (
        not word.alone
        and abs(word.middle - shape.middle) < 0.35 * word.size
        and word.x1 > shape.x0 - _APART * word.size
        and word.x0 < shape.x1 + _NEAR * word.size
    )
