"""Markdown: its own structure becomes drafts; front matter is metadata."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.token import Token

from ingest.document import BlockKind
from ingest.reading.characters import cleaned
from ingest.reading.drafts import Shape, in_cells, row, structured
from ingest.reading.frontmatter import parted
from ingest.reading.source import Source


def source_of(text: str) -> Source:
    """Reads a decoded text."""
    front, body = parted(text)
    tokens = MarkdownIt("commonmark").enable("table").parse(cleaned(body.replace("\f", "\n\n")))
    drafts = structured(_Walk().shapes(tokens))
    return Source(drafts, 1, front.title, front.published, front.source)


@dataclass
class _Walk:
    """Where the walk over the tokens stands: the lists that are open, the row that is filled."""

    lists: list[tuple[bool, int]] = field(default_factory=list)
    """Of each, whether it is numbered, and its next number."""
    cells: list[str] | None = None
    heading: str = ""
    fresh_item: bool = False
    titled: bool = False

    def shapes(self, tokens: Sequence[Token]) -> Iterator[Shape]:
        """What the tokens show, in order."""
        for token in tokens:
            self._enter(token)
            if token.type == "tr_close" and self.cells is not None:
                yield Shape((row(in_cells(self.cells)),))
                self.cells = None
            elif token.type == "inline" and self.cells is not None:
                self.cells.append(" ".join(" ".join(part) for part in _paragraphs(token)))
            elif token.type in ("inline", "code_block", "fence"):
                for part in _paragraphs(token):
                    yield self._shape(part, _bold_head(token))

    def _enter(self, token: Token) -> None:
        kind = token.type
        if kind in ("bullet_list_open", "ordered_list_open"):
            self.lists.append((kind.startswith("ordered"), int(token.attrGet("start") or 1)))
        elif kind in ("bullet_list_close", "ordered_list_close"):
            self.lists.pop()
        elif kind == "list_item_open":
            self.fresh_item = True
        elif kind == "tr_open":
            self.cells = []
        elif kind in ("heading_open", "heading_close"):
            self.heading = token.tag if kind == "heading_open" else ""

    def _shape(self, rows: Sequence[str], bold_head: int) -> Shape:
        lines = tuple(map(row, rows))
        if self.heading:
            is_title = self.heading == "h1" and not self.titled
            self.titled |= is_title
            return Shape(lines, BlockKind.TITLE if is_title else BlockKind.HEADING)
        level = 3.0 * len(self.lists)
        if not self.lists or not self.fresh_item:
            return Shape(lines, level=level + 2 if level else 0, bold_head=bold_head)
        self.fresh_item = False
        numbered, number = self.lists[-1]
        self.lists[-1] = (numbered, number + 1)
        mark = f"{number}." if numbered else "•"
        return Shape(lines, BlockKind.BULLET, mark=mark, level=level)


def _paragraphs(token: Token) -> list[list[str]]:
    """The rows of a token's text, a new paragraph at each hard break."""
    if token.children is None:
        return [[line] for line in token.content.split("\n") if line.strip()]
    text = "".join(_text_of(child) for child in token.children)
    parts = [[line for line in part.split("\n") if line.strip()] for part in text.split("\f")]
    return [part for part in parts if part]


def _text_of(child: Token) -> str:
    breaks = {"softbreak": "\n", "hardbreak": "\f"}
    if child.type in breaks:
        return breaks[child.type]
    return child.content if child.type in ("text", "code_inline", "text_special") else ""


def _bold_head(token: Token) -> int:
    """How many characters at the beginning are strong."""
    length = depth = 0
    for child in token.children or ():
        if child.type == "strong_open":
            depth += 1
        elif child.type == "strong_close":
            depth -= 1
        elif child.content.strip() and not depth:
            break
        else:
            length += len(_text_of(child))
    return length
