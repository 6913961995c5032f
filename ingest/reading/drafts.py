"""Drafts: paragraphs with their text joined, on the way to blocks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ingest.document import BlockKind
from ingest.reading.characters import collapsed
from ingest.reading.joining import Hyphens
from ingest.reading.lines import TextLine
from ingest.reading.paragraphs import Paragraph
from ingest.reading.signs import Sign, sign_of
from ontology.model import Box

_CONTEXT = 80
"""How many characters before a line's end decide how the next line is joined to it."""


class Piece(NamedTuple):
    """Where the characters [start, end) of a draft's text stand."""

    start: int
    end: int
    page: int
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A paragraph, heading or item with its canonical text; what is not known yet, its neighbours tell."""

    text: str
    pieces: tuple[Piece, ...]
    kind: BlockKind | None = None
    """None where the format does not say."""
    sign: Sign | None = None
    body: int = 0
    """Where the text begins behind the sign."""
    level: float = 0.0
    """How far an item is set in, in any unit that is the same for all."""
    size: float = 0.0
    bold: bool = False
    bold_head: int = 0
    gap: float | None = None
    rows: int = 1
    head: int = 0
    """Where a heading that runs in, or a dateline, ends; 0 where there is none."""
    rest: int = 0
    """Where the text behind it begins."""

    @property
    def words(self) -> str:
        """The text without its sign."""
        return self.text[self.body :]


def drafts_of(paragraphs: Iterable[Paragraph]) -> list[Draft]:
    """The drafts of paragraphs that were cut out of lines."""
    paragraphs = list(paragraphs)
    hyphens = Hyphens(line.text for each in paragraphs for line in each)
    drafts = [_draft(each, hyphens) for each in paragraphs]
    return [draft for draft in drafts if any(map(str.isalnum, draft.words))]


class Shape(NamedTuple):
    """What a format with structure says of a paragraph: its rows as they stand in the file, and what it is."""

    rows: tuple[TextLine, ...]
    kind: BlockKind | None = None
    mark: str = ""
    """The sign of an item: "•", or its number with a stop."""
    level: float = 0.0
    bold_head: int = 0
    """How many characters at its beginning are bold; all of them in a heading that is not marked as one."""
    size: float = 1.0


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
    sign, shown, skipped = None, "", 0
    if shape.kind is BlockKind.BULLET:
        numbered = shape.mark[:1].isalnum() or shape.mark[:1] == "("
        shown = f"{shape.mark} " if numbered else "- "
        sign = Sign(len(shown), "number" if numbered else "strong", shape.mark or "•")
    elif shape.kind is None and (typed := sign_of(shape.rows[0].text)):
        sign, skipped = typed, typed.length
        shown = f"{typed.mark} " if typed.kind == "number" else "- "
    text, pieces = _joined(shape.rows, skipped, shown, hyphens)
    bold = shape.kind is None and 0 < len(text) <= shape.bold_head
    return Draft(
        text=text,
        pieces=pieces,
        kind=shape.kind,
        sign=sign,
        body=len(shown),
        level=shape.level,
        size=shape.size,
        bold=bold,
        bold_head=0 if bold else shape.bold_head,
    )


def _draft(paragraph: Paragraph, hyphens: Hyphens) -> Draft:
    first = paragraph[0]
    sign = sign_of(first.text)
    shown = ""
    if sign:
        shown = f"{sign.mark} " if sign.kind == "number" else "- "
    text, pieces = _joined(paragraph, sign.length if sign else 0, shown, hyphens)
    sizes = [line.size for line in paragraph]
    return Draft(
        text=text,
        pieces=pieces,
        kind=BlockKind.PARAGRAPH if first.alone else None,
        sign=sign,
        body=len(shown),
        level=first.x0 - first.left,
        size=max(set(sizes), key=sizes.count),
        bold=all(line.bold for line in paragraph),
        bold_head=_bold_head(paragraph),
        gap=first.gap,
        rows=len(paragraph),
    )


def _joined(
    lines: Sequence[TextLine], skipped: int, shown: str, hyphens: Hyphens
) -> tuple[str, tuple[Piece, ...]]:
    tail = collapsed_line(lines[0].text[skipped:])
    parts, starts = [shown, tail], [0]
    length = len(shown) + len(tail)
    for line in lines[1:]:
        words = collapsed_line(line.text)
        seam = hyphens.seam(tail, words)
        parts[-1] = parts[-1][: len(parts[-1]) - seam.cut]
        parts.append(seam.glue + words[seam.skip :])
        starts.append(length - seam.cut + len(seam.glue))
        length = starts[-1] + len(words) - seam.skip
        tail = (tail + parts[-1])[-_CONTEXT:]
    text = "".join(parts).rstrip("\u00ad")
    ends = [start - (text[start - 1] == " ") for start in starts[1:]] + [len(text)]
    pieces = tuple(
        Piece(start, end, line.page, line.box)
        for start, end, line in zip(starts, ends, lines, strict=True)
        if end > start
    )
    return text, pieces


def collapsed_line(text: str) -> str:
    """A line with single spaces; the soft hyphen at its end stays, for it says that a word goes on."""
    stripped = text.rstrip()
    return collapsed(stripped) + ("\u00ad" if stripped.endswith("\u00ad") else "")


def _bold_head(paragraph: Paragraph) -> int:
    """How many characters at the beginning are bold, over several lines."""
    total = 0
    for line in paragraph:
        if not line.bold:
            return total + line.bold_head if total or line.bold_head else 0
        total += len(line.text) + 1
    return 0
