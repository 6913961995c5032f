"""Writing: drafts become canonical text, blocks with their lead-ins and headings, and the map back to the pages."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from ingest.document import Block, BlockKind, Line
from ingest.reading.drafts import Draft
from ingest.reading.kinds import introduces


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of an open list: how far it is set in, its sign, its last item, and what introduces it."""

    inset: float
    mark: str
    item: int
    lead_in: int | None


@dataclass
class Written:
    """The text so far, with its blocks and lines."""

    parts: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    at: int = 0
    _heading: int | None = None
    _lead_in: int | None = None
    _levels: list[_Level] = field(default_factory=list)
    _texts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The canonical text."""
        return "\n".join(self.parts)

    def add(self, draft: Draft) -> None:
        """Adds a draft's text, lines and blocks."""
        for piece in draft.pieces:
            self.lines.append(
                Line(
                    start=self.at + piece.start,
                    end=self.at + piece.end,
                    page=piece.page,
                    box=piece.box,
                )
            )
        kind = draft.kind or BlockKind.PARAGRAPH
        if draft.head:
            self._add_block(kind, draft.text, 0, draft.head)
            self._add_paragraph(draft, draft.rest)
        elif kind is BlockKind.BULLET:
            self._add_item(draft)
        elif kind is BlockKind.PARAGRAPH:
            self._add_paragraph(draft, 0)
        else:
            self._add_block(kind, draft.text, 0, len(draft.text))
        self.parts.append(draft.text)
        self.at += len(draft.text) + 1

    def _add_block(
        self, kind: BlockKind, text: str, start: int, end: int, lead_in: int | None = None
    ) -> int:
        index = len(self.blocks)
        self._texts.append(text[start:end])
        is_heading = kind in (BlockKind.HEADING, BlockKind.TITLE)
        self.blocks.append(
            Block(
                kind=kind,
                start=self.at + start,
                end=self.at + end,
                lead_in=lead_in,
                heading=None if is_heading else self._heading,
            )
        )
        if is_heading:
            self._heading = index if kind is BlockKind.HEADING else None
            self._lead_in = None
            self._levels = []
        return index

    def _add_paragraph(self, draft: Draft, start: int) -> None:
        index = self._add_block(BlockKind.PARAGRAPH, draft.text, start, len(draft.text))
        if self._levels and draft.level > self._levels[0].inset + 1:
            return  # a second paragraph of the item before it
        self._levels = []
        self._lead_in = index if introduces(draft.text[start:]) else None

    def _add_item(self, draft: Draft) -> None:
        mark = _family(draft)
        lead_in = self._lead_in_of(draft, mark)
        index = self._add_block(BlockKind.BULLET, draft.text, draft.body, len(draft.text), lead_in)
        self._levels.append(_Level(draft.level, mark, index, lead_in))

    def _lead_in_of(self, draft: Draft, mark: str) -> int | None:
        """Closes the levels that the item does not belong to, and gives what introduces it."""
        levels = self._levels
        while levels and levels[-1].inset > draft.level + 1.5:
            levels.pop()
        if levels and draft.level <= levels[-1].inset + 1.5 and levels[-1].mark != mark:
            same = next((i for i, level in enumerate(levels) if level.mark == mark), None)
            if same is None and introduces(self._texts[levels[-1].item]):
                return levels[-1].item
            del levels[len(levels) if same is None else same + 1 :]
        if not levels:
            return self._lead_in
        last = levels.pop() if draft.level <= levels[-1].inset + 1.5 else None
        if last is not None:
            return last.lead_in
        return levels[-1].item


def _family(draft: Draft) -> str:
    """What is the same for all signs of one list."""
    if draft.sign is None:
        return ""
    if draft.sign.kind != "number":
        return draft.sign.mark
    core = draft.sign.mark.strip("().")
    return draft.sign.mark.replace(core, "1" if core.isdigit() else "a")


def written(drafts: Sequence[Draft]) -> Written:
    """The text that drafts make."""
    result = Written()
    for draft in drafts:
        result.add(draft)
    return result
