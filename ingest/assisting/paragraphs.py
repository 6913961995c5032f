"""The paragraphs of a document as they are sent: each with the heading and the lead-in that it stands under."""

from typing import NamedTuple, TypeAlias

from ingest.document import Block, BlockKind, Document

Area: TypeAlias = tuple[int, int]
"""Characters [start, end) of the document."""

_FEWEST_WORDS = 4
"""Less states nothing."""


class Paragraph(NamedTuple):
    """A paragraph, and where it and its context stand."""

    text: str
    """All that is sent of it."""
    area: Area
    context: tuple[Area, ...]


def paragraphs(document: Document) -> tuple[Paragraph, ...]:
    """Every paragraph and bullet that can state something, in order."""
    return tuple(
        _paragraph(document, block)
        for block in document.blocks
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.BULLET)
        and len(document.text[block.start : block.end].split()) >= _FEWEST_WORDS
    )


def _paragraph(document: Document, block: Block) -> Paragraph:
    above = sorted({each for each in (block.heading, block.lead_in) if each is not None})
    context = tuple((document.blocks[each].start, document.blocks[each].end) for each in above)
    area = block.start, block.end
    text = "\n\n".join(document.text[start:end] for start, end in (*context, area))
    return Paragraph(text, area, context)
