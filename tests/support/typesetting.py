"""Texts set as PDFs in many ways, to see whether reading gives the text back."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from fpdf import FPDF
from fpdf.enums import Align, XPos, YPos
from fpdf.text_region import TextColumns

SOFT_HYPHEN = "\u00ad"
_VOWELS = "aeiouyAEIOUY"


class Part(StrEnum):
    """What a block of a text is."""

    TITLE = "title"
    DATE = "date"
    HEADING = "heading"
    BULLET = "bullet"
    TEXT = "text"


@dataclass(frozen=True)
class Block:
    """One line of a clean text."""

    part: Part
    text: str


@dataclass(frozen=True)
class Layout:
    """A way to set a text: measures in millimetres, type in points."""

    name: str
    page: tuple[float, float] = (210, 297)
    margin: float = 25
    columns: int = 1
    align: Align = Align.J
    font: str = "Times"
    size: float = 11
    leading: float = 1.3
    indent: float = 0
    space: float = 2
    hyphens: bool = False
    bullet: str = "•"
    header: str = ""
    footer: str = ""
    small: float = 8
    """Size of header and footer."""
    heading_bold: bool = True
    title_size: float = 16


A5 = (148.0, 210.0)
CARD = (120.0, 110.0)
LAYOUTS: Sequence[Layout] = (
    Layout("plain"),
    Layout("ragged", align=Align.L, header="{title}", footer="Page {page} of {pages}"),
    Layout("hyphenated", hyphens=True, header="Regional Monitor", footer="- {page} -", indent=8, space=0),
    Layout("columns", columns=2, hyphens=True, margin=18, size=10, header="{title}", footer="{page}"),
    Layout("columns-ragged", columns=2, margin=18, size=10, align=Align.L, footer="www.monitor.example.org | {page}"),
    Layout("small-pages", page=CARD, margin=16, size=10, header="{title} – {page}", footer="monitor.example.org"),
    Layout("small-hyphenated", page=CARD, margin=16, hyphens=True, header="{title}", footer="{page}", bullet="–"),
    Layout("a5-indented", page=A5, margin=20, indent=6, space=0, hyphens=True, footer="{page} / {pages}", bullet="-"),
    Layout("sans", font="Helvetica", size=10, align=Align.L, bullet="*", header="Monitor\t{page}",
           footer="© 2024 Monitor"),
    Layout("same-type", header="{title}\tPage {page}", footer="Regional Monitor, weekly bulletin", small=11,
           title_size=11, heading_bold=False, space=3),
)  # fmt: skip


def settable(text: str) -> str:
    """The text in the characters that every PDF reader's own fonts have."""
    plain = text.replace("\u200e", "").replace("\u00a0", " ")
    nearest = (
        each if each.encode("cp1252", "ignore") else unicodedata.normalize("NFKD", each)[0]
        for each in plain
    )
    return "".join(nearest).encode("cp1252", "replace").decode("cp1252")


def plain_text(blocks: Sequence[Block]) -> str:
    """The blocks as a text, a blank line between them."""
    return "\n\n".join(
        f"- {each.text}" if each.part is Part.BULLET else each.text for each in blocks
    )


def blocks_of(text: str) -> list[Block]:
    """The blocks of a clean text: one line each, the first one its title."""
    return list(_blocks([line.strip() for line in text.split("\n") if line.strip()]))


def _blocks(lines: Sequence[str]) -> Iterator[Block]:
    for number, line in enumerate(lines):
        if number == 0 and line[-1] not in ".:":
            yield Block(Part.TITLE, line)
        elif re.match(r"[-•] ", line):
            yield Block(Part.BULLET, line[2:])
        elif line.startswith("## "):
            yield Block(Part.HEADING, line[3:])
        elif number < 3 and len(line) < 40:
            yield Block(Part.DATE, line)
        elif len(line) < 60 and line[-1] not in '.:;?!”"':
            yield Block(Part.HEADING, line)
        else:
            yield Block(Part.TEXT, line)


def hyphenated(text: str) -> str:
    """Puts soft hyphens between the syllables of long words, roughly; a hyphen of their own stays."""
    return re.sub(r"[A-Za-z]{6,}", lambda match: _parted(match.group()), text)


def _parted(word: str) -> str:
    pieces, start = [], 0
    for at in range(2, len(word) - 2):
        consonants = word[at] not in _VOWELS and word[at - 1] in _VOWELS
        if consonants and word[at + 1] in _VOWELS and at - start >= 2:
            pieces.append(word[start:at])
            start = at
    return SOFT_HYPHEN.join([*pieces, word[start:]])


class _Pages(FPDF):
    def __init__(self, layout: Layout, title: str) -> None:
        super().__init__(format=layout.page)
        self.layout, self.name = layout, title
        self.core_fonts_encoding = "cp1252"
        self.set_margins(layout.margin, layout.margin, layout.margin)
        self.set_auto_page_break(auto=True, margin=layout.margin)
        self.alias_nb_pages("{pages}")

    def header(self) -> None:
        self._running(self.layout.header, self.layout.margin * 0.4)
        self.set_y(self.t_margin)

    def footer(self) -> None:
        self._running(self.layout.footer, -self.layout.margin * 0.6)

    def _running(self, words: str, place: float) -> None:
        if not words:
            return
        self.set_y(place)
        self.set_font(self.layout.font, size=self.layout.small)
        words = words.replace("{title}", self.name[:70]).replace("{page}", str(self.page_no()))
        left, _, right = words.partition("\t")
        if right:
            self.cell(self.epw / 2, 5, left)
            self.cell(self.epw / 2, 5, right, align="R")
        else:
            self.cell(self.epw, 5, left, align="C")


def typeset(blocks: Sequence[Block], layout: Layout) -> bytes:
    """A PDF of the blocks."""
    title = next((block.text for block in blocks if block.part is Part.TITLE), "Bulletin")
    pages = _Pages(layout, title)
    pages.add_page()
    rest = list(blocks)
    while rest and rest[0].part in (Part.TITLE, Part.DATE):
        _set_front(pages, rest.pop(0))
    with pages.text_columns(ncols=layout.columns, gutter=8, text_align=layout.align) as columns:
        for block in rest:
            _set_block(pages, columns, block)
    return bytes(pages.output())


def _set_front(pages: _Pages, block: Block) -> None:
    layout = pages.layout
    is_title = block.part is Part.TITLE
    pages.set_font(
        layout.font, "B" if is_title else "", layout.title_size if is_title else layout.size
    )
    height = pages.font_size * 1.2
    pages.multi_cell(pages.epw, height, block.text, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    pages.ln(2)


def _set_block(pages: _Pages, columns: TextColumns, block: Block) -> None:
    layout = pages.layout
    is_heading = block.part is Part.HEADING
    pages.set_font(layout.font, "B" if is_heading and layout.heading_bold else "", layout.size)
    text = hyphenated(block.text) if layout.hyphens and not is_heading else block.text
    is_bullet = block.part is Part.BULLET
    with columns.paragraph(
        text_align=Align.L if is_heading else layout.align,
        line_height=layout.leading,
        first_line_indent=0 if is_heading else layout.indent,
        top_margin=3 if is_heading else 0,
        bottom_margin=max(layout.space, 1 if is_heading else 0),
    ) as part:
        part.write(f"{layout.bullet} {text}" if is_bullet else text)
