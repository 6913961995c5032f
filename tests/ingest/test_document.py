"""A document leads from each character back to its page and line."""

import pytest
from pydantic import ValidationError

from ingest.document import Document, Line
from ontology.model import Box

TEXT = "The board met on\nMonday and rose."


def box(top: float) -> Box:
    return Box(x0=10, top=top, x1=90, bottom=top + 12)


def document(*lines: Line) -> Document:
    return Document(
        file="a.pdf", file_sha256="0", text=TEXT, text_sha256="1", pages=2, blocks=(), lines=lines
    )


TWO_PAGES = (
    Line(start=0, end=9, page=1, box=box(700)),
    Line(start=10, end=16, page=1, box=box(720)),
    Line(start=17, end=33, page=2, box=box(50)),
)


def test_a_quote_over_a_page_break_has_a_segment_for_each_page() -> None:
    passage = document(*TWO_PAGES).passage(4, 23)
    assert passage.quote == "board met on\nMonday"
    assert [(part.page, part.start, part.end, len(part.boxes)) for part in passage.segments] == [
        (1, 4, 17, 2),
        (2, 17, 23, 1),
    ]
    assert passage.page == 1


def test_a_quote_within_one_line_has_its_box_alone() -> None:
    (segment,) = document(*TWO_PAGES).passage(17, 23).segments
    assert (segment.page, segment.boxes) == (2, (box(50),))


def test_lines_that_overlap_are_refused() -> None:
    with pytest.raises(ValidationError, match="overlap"):
        document(Line(start=0, end=12, page=1), Line(start=10, end=33, page=1))


def test_lines_that_leave_out_text_are_refused() -> None:
    with pytest.raises(ValidationError, match="cover"):
        document(Line(start=4, end=33, page=1))
