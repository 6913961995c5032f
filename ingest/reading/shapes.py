"""Shapes: the paragraphs of a format with structure of its own, which become drafts as they are."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ingest.document import BlockKind
from ingest.reading.characters import collapsed
from ingest.reading.drafts import Draft, joined
from ingest.reading.joining import Hyphens
from ingest.reading.lines import TextLine
from ingest.reading.signs import Sign, sign_of


class Shape(NamedTuple):
    """What a format with structure says of a paragraph: its rows as they stand in the file, and what it is."""

    rows: tuple[TextLine, ...]
    kind: BlockKind | None = None
    mark: str = ""
    """The sign of an item: "•", or its number with a stop."""
    level: float = 0.0
    bold_head: int = 0
    """How many characters at its beginning are bold; all of them in a heading that is not marked as one."""


def row(text: str, page: int = 1) -> TextLine:
    """A row of a format without layout."""
    return TextLine(text=text, page=page, x0=0, x1=0, head=0)


def in_cells(cells: Sequence[str]) -> str:
    """The cells of a row of a table as running text."""
    text = ""
    for cell in filter(None, (collapsed(each) for each in cells)):
        text += (
            f"{' ' if text.endswith(('.', ',', ';', ':', '!', '?')) else ', '}{cell}"
            if text
            else cell
        )
    return text


def structured(shapes: Iterable[Shape]) -> list[Draft]:
    """The drafts of a format that has structure of its own."""
    shapes = list(shapes)
    hyphens = Hyphens(line.text for shape in shapes for line in shape.rows)
    drafts = [_of_shape(shape, hyphens) for shape in shapes]
    return [draft for draft in drafts if any(map(str.isalnum, draft.words))]


def _of_shape(shape: Shape, hyphens: Hyphens) -> Draft:
    sign, skipped = None, 0
    if shape.kind is BlockKind.BULLET:
        numbered = shape.mark[:1].isalnum() or shape.mark[:1] == "("
        sign = Sign(0, "number" if numbered else "strong", shape.mark or "•")
    elif shape.kind is None and (sign := sign_of(shape.rows[0].text)):
        skipped = sign.length
    shown = sign.shown if sign else ""
    text, pieces = joined(shape.rows, skipped, shown, hyphens)
    bold = shape.kind is None and 0 < len(text) <= shape.bold_head
    return Draft(
        text=text,
        pieces=pieces,
        kind=shape.kind,
        sign=sign,
        body=len(shown),
        level=shape.level,
        size=1.0,  # all of one size, which is not to say that there is no type
        bold=bold,
        bold_head=0 if bold else shape.bold_head,
    )
