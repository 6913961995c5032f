"""Sets the example reports: one PDF for each text in ``examples/source``, always the same bytes.

Usage: ``python -m examples.make_reports [--check]``. With ``--check`` nothing is written and the
exit status is 1 where a committed PDF differs from what its text gives.
"""

import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from fpdf import FPDF
from fpdf.enums import Align
from fpdf.text_region import TextColumns

HERE = Path(__file__).parent
SOURCE = HERE / "source"
REPORTS = HERE / "reports"
SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True)
class Layout:
    """How a kind of report is set: measures in millimetres, type sizes in points."""

    columns: int
    margin: float
    size: float
    leading: float
    indent: float
    bullet: float


LAYOUTS: Mapping[str, Layout] = {
    "report": Layout(columns=1, margin=28, size=12.5, leading=1.55, indent=10, bullet=6),
    "columns": Layout(columns=2, margin=18, size=10.5, leading=1.4, indent=0, bullet=4),
    "release": Layout(columns=1, margin=30, size=11.5, leading=1.35, indent=0, bullet=6),
}


@dataclass(frozen=True)
class Report:
    """A report as it is written: the facts of its first page, and its blocks of text."""

    series: str
    issue: str
    title: str
    published: str
    notice: str
    layout: Layout
    blocks: tuple[str, ...]


def read_source(path: Path) -> Report:
    """Reads a text: lines of ``key: value``, then blocks parted by blank lines."""
    front, _, body = path.read_text(encoding="utf-8").partition("\n\n")
    facts = dict(line.split(": ", 1) for line in front.splitlines())
    layout = LAYOUTS[facts.pop("layout")]
    return Report(**facts, layout=layout, blocks=tuple(_blocks(body)))


def _blocks(body: str) -> Iterator[str]:
    for part in re.split(r"\n{2,}", body.strip()):
        yield from part.split("\n")


@cache
def _break_points() -> Mapping[str, tuple[int, ...]]:
    """Where a word may be parted, from ``hyphenation.txt``: word -> sizes of its pieces."""
    words = (SOURCE / "hyphenation.txt").read_text(encoding="utf-8").split()
    return {word.replace("-", ""): tuple(map(len, word.split("-"))) for word in words}


def hyphenated(text: str) -> str:
    """Puts a soft hyphen at each place where a known word may be parted."""
    return re.sub(r"[A-Za-z]{5,}", _parted, text)


def _parted(match: re.Match[str]) -> str:
    word = match.group()
    pieces, start = [], 0
    for size in _break_points().get(word.lower(), (len(word),)):
        pieces.append(word[start : start + size])
        start += size
    return SOFT_HYPHEN.join(pieces)


class Pages(FPDF):
    """The pages of one report, with its running header and footer."""

    def __init__(self, report: Report) -> None:
        super().__init__(format="A4")
        self.report = report
        # Plain streams: compressed ones differ from one build of zlib to the next.
        self.set_compression(False)
        self.core_fonts_encoding = "cp1252"
        moment = datetime.strptime(report.published, "%B %d, %Y")  # noqa: DTZ007 - it is a day
        self.set_creation_date(moment.replace(tzinfo=UTC))
        self.set_producer("actorgraph examples")
        self.set_title(report.title)
        self.set_margins(report.layout.margin, 26, report.layout.margin)
        self.set_auto_page_break(auto=True, margin=26)
        self.alias_nb_pages("{pages}")

    def file_id(self) -> None:
        """Leaves the file identifier out: it would change with the library."""

    def header(self) -> None:
        """Sets the series and the issue over a rule."""
        self.set_y(12)
        self.set_font("Helvetica", size=9)
        self.cell(self.epw / 2, 6, self.report.series)
        self.cell(self.epw / 2, 6, self.report.issue, align="R")
        self.line(self.l_margin, 19, self.w - self.r_margin, 19)
        self.set_y(self.t_margin)

    def footer(self) -> None:
        """Sets the notice that all is invented, and the page number."""
        self.set_y(-18)
        self.set_font("Helvetica", "I", 8)
        self.cell(self.epw, 4, self.report.notice, align="C", new_x="LMARGIN", new_y="NEXT")
        self.set_font("Helvetica", size=9)
        self.cell(self.epw, 5, f"- {self.page_no()} -", align="C")


def _set_title(pages: Pages, report: Report) -> None:
    pages.set_font("Times", "B", report.layout.size + 6)
    pages.multi_cell(pages.epw, 8, report.title, align="L", new_x="LMARGIN", new_y="NEXT")
    pages.set_font("Times", "I", report.layout.size)
    pages.cell(pages.epw, 8, report.published, new_x="LMARGIN", new_y="NEXT")
    pages.ln(3)


def _set_block(pages: Pages, columns: TextColumns, block: str, layout: Layout) -> None:
    space = layout.size * 0.15
    if block.startswith("## "):
        pages.set_font("Helvetica", "B", layout.size)
        with columns.paragraph(
            text_align=Align.L, top_margin=space * 1.4, bottom_margin=space
        ) as part:
            part.write(block[3:])
        return
    # The library sets an indented paragraph past the margin when it justifies: first line only.
    bullet = block.startswith("- ")
    pages.set_font("Times", size=layout.size)
    with columns.paragraph(
        text_align=Align.J,
        line_height=layout.leading,
        first_line_indent=layout.bullet if bullet else layout.indent,
        bottom_margin=space,
    ) as part:
        part.write(hyphenated(f"• {block[2:]}" if bullet else block))


def pdf_of(report: Report) -> bytes:
    """Sets one report and gives the PDF's bytes."""
    pages, layout = Pages(report), report.layout
    pages.add_page()
    _set_title(pages, report)
    with pages.text_columns(ncols=layout.columns, gutter=8, text_align="J") as columns:
        for block in report.blocks:
            _set_block(pages, columns, block, layout)
    return bytes(pages.output())


def main(arguments: list[str]) -> int:
    """Writes the PDFs, or with ``--check`` compares them; gives the exit status."""
    stale = []
    for source in sorted(SOURCE.glob("*.md")):
        target = REPORTS / f"{source.stem}.pdf"
        made = pdf_of(read_source(source))
        if target.is_file() and target.read_bytes() == made:
            continue
        stale.append(target.name)
        if "--check" not in arguments:
            target.write_bytes(made)
    if stale and "--check" in arguments:
        sys.stderr.write(f"Stale: {', '.join(stale)}. Run: python -m examples.make_reports\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
