"""PDF: the words of each page with their place and type, by pdfplumber; what cannot be read is told apart by pdfium."""

import io
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import pdfplumber
import pypdfium2  # type: ignore[import-untyped]
from pdfplumber.page import Page
from pdfplumber.utils.exceptions import PdfminerException
from pypdfium2 import PdfiumError

from ingest.reading.characters import cleaned, collapsed
from ingest.reading.columns import Word, gutters_of, merged, regions, rows_of
from ingest.reading.drafts import drafts_of
from ingest.reading.drawn import with_drawn_bullets
from ingest.reading.furniture import PageRows, furniture, notes_last
from ingest.reading.limits import Limits, oversized_text
from ingest.reading.lines import TextLine
from ingest.reading.paragraphs import paragraphs
from ingest.reading.setting import line_of, lines_in, spaced
from ingest.reading.source import Source
from ingest.reading.tables import with_tables
from ontology.errors import (
    BrokenReport,
    EmptyReport,
    EncryptedReport,
    ImageOnlyReport,
    OversizedReport,
)

_NO_TITLE = re.compile(
    r"^(?:microsoft (?:word|powerpoint)|untitled|document\d*$|slide|powerpoint presentation)|"
    r"\.(?:docx?|pdf|indd|qxd|rtf|tex)\b",
    re.IGNORECASE,
)

_OBJECT = re.compile(rb"\d+\s+\d+\s+obj\b")
_NO_CHARACTER = re.compile(r"\(cid:\d+\)")


class _Page(NamedTuple):
    """The words of a page in rows, its measures, the places of rules drawn across it."""

    rows: list[list[Word]]
    width: float
    height: float
    rules: list[float]
    pictures: int


def source_of(content: bytes, name: str, limits: Limits, title: str | None) -> Source:
    """Reads a PDF, whose title may be known; raises an UnreadableReport."""
    _check(content, name)
    pages: list[_Page] = []
    letters = 0
    try:
        with pdfplumber.open(io.BytesIO(content)) as pdf:
            metadata = {key: value for key, value in pdf.metadata.items() if isinstance(value, str)}
            if len(pdf.pages) > limits.pages:
                raise OversizedReport(
                    f"{name} has {len(pdf.pages)} pages, more than {limits.pages}",
                    "Cut it into parts",
                )
            for page in pdf.pages:
                pages.append(_page(page))
                page.close()
                letters += sum(len(word.text) for row in pages[-1].rows for word in row)
                if letters > limits.text_chars:
                    raise oversized_text(name, limits)
    except PdfminerException as error:
        if any(
            isinstance(each, MemoryError)
            for each in (error.__cause__, error.__context__, *error.args)
        ):
            raise MemoryError from error
        raise _broken(name) from error
    _check_text(pages, name)
    own = sensible_title(metadata.get("Title"))
    dropped = _dropped(pages, [each for each in (title, own) if each])
    return Source(
        drafts_of(paragraphs(_set(pages, dropped))),
        pages=len(pages),
        title=own,
        created=metadata.get("CreationDate"),
        headers=tuple(_headers(pages, dropped)),
    )


def sensible_title(title: str | None) -> str | None:
    """The title in a file's metadata, unless a program put its own words there."""
    words = collapsed(cleaned(title or ""))
    if len(words) < 6 or " " not in words or _NO_TITLE.search(words):
        return None
    return words


def _page(page: Page) -> _Page:
    x0, y0, x1, y1 = page.page_obj.mediabox  # any two corners, but pdfminer counts on these
    page.page_obj.mediabox = (min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
    left, top, right, bottom = _visible(page)
    rules = [
        float(each["top"]) - top
        for each in (*page.lines, *page.rects)
        if each["height"] < 3 and each["width"] > 0.25 * (right - left)
    ]
    words = [
        word._replace(
            x0=word.x0 - left, top=word.top - top, x1=word.x1 - left, bottom=word.bottom - top
        )
        for word in with_drawn_bullets(page, with_tables(page, list(_words(page))))
    ]
    return _Page(rows_of(words), right - left, bottom - top, rules[:200], len(page.images))


def _visible(page: Page) -> tuple[float, float, float, float]:
    """The part of the page that readers see; beyond it stand printers' marks."""
    left, top, right, bottom = (
        clip(float(media), float(crop))
        for clip, media, crop in zip((max, max, min, min), page.mediabox, page.cropbox, strict=True)
    )
    if left < right and top < bottom:
        return left, top, right, bottom
    left, top, right, bottom = map(float, page.mediabox)
    return left, top, right, bottom


def _check(content: bytes, name: str) -> None:
    """Raises where the file is locked, cut off or damaged."""
    if b"%PDF-" not in content[:1024]:
        raise BrokenReport(f"{name} is not a PDF", "Check what kind of file it is, and name it so")
    if not _OBJECT.search(content):
        raise BrokenReport(
            f"{name} begins as a PDF, but holds nothing of one", "Get the file again"
        )
    if _is_cut_off(content):
        raise BrokenReport(f"{name} is cut off", "Get the whole file again")
    try:
        pypdfium2.PdfDocument(content).close()
    except PdfiumError as error:
        if "password" in str(error).lower():
            raise EncryptedReport(
                f"{name} is encrypted", "Save it without a password and give it again"
            ) from error
        raise _broken(name) from error


def _is_cut_off(content: bytes) -> bool:
    """Do parts follow its last end, or none at all? What follows an end and is no part is no matter."""
    end = max(content.rfind(b"%%EOF"), content.rfind(b"startxref"))
    return end < 0 or _OBJECT.search(content, end) is not None


def _broken(name: str) -> BrokenReport:
    return BrokenReport(f"{name} is damaged", "Get the file again, or print it to a new PDF")


def _words(page: Page) -> Iterator[Word]:
    left, top, right, bottom = _visible(page)
    found: list[dict[str, Any]] = page.extract_words(
        x_tolerance_ratio=0.2, y_tolerance=2, extra_attrs=["size", "fontname"]
    )
    for each in found:
        text = _read_sign(cleaned(each["text"]).strip(), each["fontname"])
        is_on = left < each["x1"] and each["x0"] < right
        is_on = is_on and top < each["bottom"] and each["top"] < bottom
        if text and each["upright"] and is_on:
            yield Word(
                text,
                each["x0"],
                each["top"],
                each["x1"],
                each["bottom"],
                each["size"],
                _is_bold(each["fontname"]),
            )


def _read_sign(text: str, font: str) -> str:
    """A bullet for a lone sign in a font of symbols, or one that has no character."""
    alone = len(text) == 1 and any(
        each in font.lower() for each in ("dingbat", "wingding", "symbol", "webding")
    )
    return "•" if alone or _NO_CHARACTER.fullmatch(text) else text


def _is_bold(font: str) -> bool:
    name = font.lower()
    return any(each in name for each in ("bold", "black", "heavy", "demi"))


def _check_text(pages: list[_Page], name: str) -> None:
    words = [word.text for page in pages for row in page.rows for word in row]
    letters = sum(map(len, words))
    if letters < 12 * len(pages) and any(page.pictures for page in pages):
        raise ImageOnlyReport(
            f"The pages of {name} are pictures", "Run a text recognition (OCR) over it first"
        )
    if not letters:
        raise EmptyReport(f"{name} holds no text", "Give a file with text in it")
    unread = sum(5 * word.count("(cid:") + word.count("\ufffd") for word in words)
    if unread > letters / 8:
        raise BrokenReport(
            f"The fonts of {name} do not say which letters they show",
            "Run a text recognition (OCR) over it first",
        )


def _set(pages: list[_Page], dropped: list[set[int]]) -> list[TextLine]:
    """The lines that are text, in reading order; footnotes after all else."""
    kept = [_text_rows(page, rows) for page, rows in zip(pages, dropped, strict=True)]
    known = merged([gutter for words in kept for gutter in gutters_of(words)])
    lines = [
        line
        for number, words in enumerate(kept, 1)
        for region in regions(words, known)
        for line in lines_in(region, number)
    ]
    return spaced(notes_last(lines))


def _dropped(pages: list[_Page], titles: list[str]) -> list[set[int]]:
    set_rows = [
        PageRows([line_of(row, number) for row in page.rows], page.width, page.height, page.rules)
        for number, page in enumerate(pages, 1)
    ]
    return furniture(set_rows, titles)


def _headers(pages: list[_Page], dropped: list[set[int]]) -> Iterator[str]:
    """The running headers of all pages."""
    for number, (page, rows) in enumerate(zip(pages, dropped, strict=True), 1):
        for row in (page.rows[index] for index in sorted(rows)):
            if row[0].bottom < page.height / 2:
                yield line_of(row, number).text


def _text_rows(page: _Page, dropped: set[int]) -> list[Word]:
    return [word for index, row in enumerate(page.rows) if index not in dropped for word in row]
