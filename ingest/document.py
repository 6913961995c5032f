"""What reading makes of a file: canonical text, its blocks, and the map back to page and box."""

from bisect import bisect_right
from enum import StrEnum
from functools import cached_property
from itertools import pairwise
from typing import Self

from pydantic import NonNegativeInt, PositiveInt, model_validator

from ontology.edtf import Edtf
from ontology.model import Box, Passage, Record, Segment, Text, content_id


class BlockKind(StrEnum):
    """The kinds of block a text is made of."""

    TITLE = "title"
    DATELINE = "dateline"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"


class Block(Record):
    """A run of canonical text [start, end) that is one paragraph, heading or bullet, its bullet sign left out."""

    kind: BlockKind
    start: NonNegativeInt
    end: PositiveInt
    lead_in: NonNegativeInt | None = None
    """Of a bullet: index in `Document.blocks` of the paragraph (or bullet) that introduces it."""
    heading: NonNegativeInt | None = None
    """Index in `Document.blocks` of the heading it stands under; a run-in heading ("Conclusions. It …") is one too."""


class Line(Record):
    """Where a piece of canonical text [start, end) stands on its page; box None where the format has no layout."""

    start: NonNegativeInt
    end: PositiveInt
    page: PositiveInt
    box: Box | None = None


class Document(Record):
    """A report as read: canonical text (`\\n` between blocks, one space between joined lines) and its structure.

    `lines` cover the text in order without overlap; white space between them belongs to the line before.
    """

    file: Text
    """The file name, without folders."""
    file_sha256: Text
    text: Text
    text_sha256: Text
    pages: PositiveInt
    blocks: tuple[Block, ...]
    lines: tuple[Line, ...]
    title: str | None = None
    published: Edtf | None = None
    source: str | None = None

    @property
    def id(self) -> str:
        """The id of the report that this document becomes."""
        return content_id("report", self.file_sha256)

    @cached_property
    def _line_starts(self) -> list[int]:
        return [line.start for line in self.lines]

    def segments(self, start: int, end: int) -> tuple[Segment, ...]:
        """The span cut at page breaks, each part with the boxes of its lines."""
        first = max(bisect_right(self._line_starts, start) - 1, 0)
        cut: list[Segment] = []
        for index in range(first, len(self.lines)):
            line = self.lines[index]
            if line.start >= end:
                break
            boxes = (line.box,) if line.box else ()
            upto = self.lines[index + 1].start if index + 1 < len(self.lines) else len(self.text)
            piece = Segment(
                page=line.page, start=max(start, line.start), end=min(end, upto), boxes=boxes
            )
            if cut and cut[-1].page == piece.page:
                before = cut.pop()
                piece = Segment(
                    page=piece.page,
                    start=before.start,
                    end=piece.end,
                    boxes=(*before.boxes, *boxes),
                )
            cut.append(piece)
        return tuple(cut)

    def passage(self, start: int, end: int) -> Passage:
        """The passage of a span."""
        return Passage(
            id=content_id("passage", self.id, start, end),
            report=self.id,
            quote=self.text[start:end],
            start=start,
            end=end,
            segments=self.segments(start, end),
        )

    @model_validator(mode="after")
    def _covers_its_text(self) -> Self:
        ends = [(0, 0), *((line.start, line.end) for line in self.lines)]
        if any(later[0] < earlier[1] for earlier, later in pairwise(ends)):
            raise ValueError("lines of a document must not overlap")
        if (
            not self.lines
            or self.lines[-1].end > len(self.text)
            or self.text[: self.lines[0].start].strip()
        ):
            raise ValueError("lines of a document must cover its text")
        return self
