"""However a text is set, the same is read."""

import re
from pathlib import Path

import pdfplumber
import pytest
from fpdf import FPDF
from typesetting import LAYOUTS, Layout, blocks_of, plain_text, settable, typeset

from ingest.document import Document
from ingest.reading import Limits
from ingest.reading.here import read_here

ROOT = Path(__file__).parents[3]
SOURCES = tuple(sorted((ROOT / "examples" / "source").glob("*.md")))
EXAMPLES = tuple(sorted((ROOT / "examples" / "reports").glob("*.pdf")))
SHARED = ROOT.parent / "shared"
DEV = tuple(sorted((SHARED / "eval" / "dev").glob("0*-*.txt")))
by_layout = pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)


def text_of(source: Path) -> str:
    """The text of an example: its title, its date, its blocks."""
    front, _, body = source.read_text("utf-8").partition("\n\n")
    facts = dict(line.split(": ", 1) for line in front.splitlines())
    return f"{facts['title']}\n{facts['published']}\n{body}"


def sentences(document: Document) -> list[str]:
    return [
        sentence
        for block in document.text.split("\n")
        for sentence in re.split(r"(?<=[.!?;:”])\s+(?=[A-ZÀ-Ý“\d])", block)
    ]


def both(folder: Path, text: str, layout: Layout) -> tuple[Document, Document]:
    """A text read from a plain file, and from a PDF that it is set in."""
    blocks = blocks_of(settable(text))
    (folder / "clean.txt").write_text(plain_text(blocks), "utf-8")
    (folder / "set.pdf").write_bytes(typeset(blocks, layout))
    return read_here(folder / "clean.txt", None, Limits()), read_here(
        folder / "set.pdf", None, Limits()
    )


@by_layout
@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.stem)
def test_an_example_says_the_same_in_every_layout(
    source: Path, layout: Layout, tmp_path: Path
) -> None:
    plain, read = both(tmp_path, text_of(source), layout)
    assert sentences(read) == sentences(plain)
    assert [block.kind for block in read.blocks] == [block.kind for block in plain.blocks]
    assert (read.title, read.published) == (plain.title, plain.published)


@pytest.mark.shared
@by_layout
def test_real_reports_say_the_same_in_every_layout(layout: Layout, tmp_path: Path) -> None:
    for text in DEV:
        plain, read = both(tmp_path, text.read_text("utf-8"), layout)
        assert sentences(read) == sentences(plain), text.stem


@pytest.mark.shared
def test_the_review_says_the_same_as_text_and_as_pdf() -> None:
    folder = SHARED / "seed"
    plain, read = (
        read_here(folder / name, None, Limits()) for name in ("report.txt", "report.pdf")
    )
    assert read.text == plain.text
    assert read.blocks == plain.blocks
    assert "bsblog" not in read.text
    assert read.published == "2018-12"


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_line_stands_on_the_page_that_it_is_said_to_stand_on(path: Path) -> None:
    document = read_here(path, None, Limits())
    with pdfplumber.open(path) as pdf:
        for line in document.lines:
            assert line.box is not None
            page = pdf.pages[line.page - 1]
            box = (line.box.x0 - 1, line.box.top - 1, line.box.x1 + 1, line.box.bottom + 1)
            there = letters(page.crop(box, strict=False).extract_text())
            words = letters(document.text[line.start : line.end])
            assert words[:12] in there
            assert words[-6:] in there


def letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_nothing_of_a_page_is_lost_but_its_header_and_footer(path: Path) -> None:
    document = read_here(path, None, Limits())
    whole = letters(document.text)
    with pdfplumber.open(path) as pdf:
        for page in pdf.pages:
            body = page.crop((0, 60, page.width, page.height - 60))
            for line in body.extract_text_lines(return_chars=False):
                for part in re.split(r"\s{1}", line["text"]):
                    assert letters(part) in whole


def test_a_paragraph_over_a_page_break_is_one_block_with_a_segment_for_each_page() -> None:
    document = read_here(ROOT / "examples/reports/kyrgyzstan-review-2024-09.pdf", None, Limits())
    cut = [
        document.passage(block.start, block.end)
        for block in document.blocks
        if len({part.page for part in document.segments(block.start, block.end)}) > 1
    ]
    assert len(cut) > 1
    for passage in cut:
        assert "".join(document.text[s.start : s.end] for s in passage.segments) == passage.quote
        assert [s.page for s in passage.segments] == sorted({s.page for s in passage.segments})
        assert all(segment.boxes for segment in passage.segments)


def test_one_page_alone_loses_its_header_footer_and_page_number() -> None:
    document = read_here(
        ROOT / "examples/reports/kazakhstan-readout-2024-09-20.pdf", None, Limits()
    )
    assert document.text.startswith("Telephone conversation between the Foreign Ministers")
    assert document.text.endswith("spokeswoman.")
    assert document.pages == 1


def test_a_row_of_a_table_is_a_line_of_its_own(tmp_path: Path) -> None:
    pages = FPDF()
    pages.add_page()
    pages.set_font("Times", size=11)
    pages.multi_cell(
        0, 6, "The board met in May and went on until the late evening, and these were there:"
    )
    pages.ln(8)
    with pages.table() as table:
        for name, post in (
            ("Name", "Post"),
            ("Ola Brevik", "Minister of Fisheries and of the Coast, " * 2),
        ):
            row = table.row()
            row.cell(name)
            row.cell(post)
    pages.output(str(tmp_path / "table.pdf"))
    document = read_here(tmp_path / "table.pdf", None, Limits())
    assert document.text.split("\n")[1:] == [
        "Name, Post",
        "Ola Brevik, Minister of Fisheries and of the Coast, Minister of Fisheries and of the Coast,",
    ]
