"""A document's text as its pages show it."""

from collections import defaultdict

from api.http.shapes import Piece, TextPage
from ingest.document import Document


def pages_of(document: Document) -> list[TextPage]:
    """All pages, also those without text; a paragraph over a page break is a piece on each."""
    pieces: dict[int, list[Piece]] = defaultdict(list)
    for block in document.blocks:
        for segment in document.segments(block.start, block.end):
            text = document.text[segment.start : segment.end]
            pieces[segment.page].append(
                Piece(kind=block.kind, start=segment.start, end=segment.end, text=text)
            )
    last = max((document.pages, *pieces))
    return [TextPage(number=number, pieces=pieces[number]) for number in range(1, last + 1)]
