"""Markdown: its own structure becomes drafts; front matter is metadata."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from markdown_it import MarkdownIt
from markdown_it.token import Token

from ingest.reading.characters import cleaned
from ingest.reading.frontmatter import parted
from ingest.reading.outline import Outline
from ingest.reading.shapes import Shape, in_cells, row, structured
from ingest.reading.source import Source


def source_of(text: str) -> Source:
    """Reads a decoded text."""
    front, body = parted(text)
    tokens = MarkdownIt("commonmark").enable("table").parse(cleaned(body.replace("\f", "\n\n")))
    drafts = structured(_Walk().shapes(tokens))
    return Source(drafts, 1, front.title, front.published, front.source)


@dataclass
class _Walk:
    """Where the walk over the tokens stands: what encloses them, the row that is filled."""

    outline: Outline = field(default_factory=Outline)
    cells: list[str] | None = None

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
                    yield self.outline.shape(tuple(map(row, part)), _bold_head(token))

    def _enter(self, token: Token) -> None:
        kind = token.type
        if kind in ("bullet_list_open", "ordered_list_open"):
            first = int(token.attrGet("start") or 1)
            self.outline.open_list(first if kind.startswith("ordered") else None)
        elif kind in ("bullet_list_close", "ordered_list_close"):
            self.outline.close_list()
        elif kind == "list_item_open":
            self.outline.is_new_item = True
        elif kind == "tr_open":
            self.cells = []
        elif kind in ("heading_open", "heading_close"):
            self.outline.heading = token.tag if kind == "heading_open" else ""


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
