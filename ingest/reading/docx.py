"""DOCX: paragraphs, lists and tables by their styles, with the page breaks that Word has noted."""

import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime

import docx
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from ingest.document import BlockKind
from ingest.reading.characters import cleaned, collapsed
from ingest.reading.files import look, misnamed
from ingest.reading.limits import Limits
from ingest.reading.lines import TextLine
from ingest.reading.numbering import Numbering
from ingest.reading.shapes import Shape, in_cells, row, structured
from ingest.reading.source import Source
from ontology.errors import BrokenReport, EncryptedReport, OversizedReport

_SWOLLEN = 40
"""How many times larger than the limit on text the parts may be: they hold markup too."""
_P, _TBL, _TR, _TC, _SDT = (qn(f"w:{name}") for name in ("p", "tbl", "tr", "tc", "sdt"))
_SKIPPED = {
    *(qn(f"w:{name}") for name in ("del", "moveFrom", "instrText", "pPr", "rPr", "txbxContent")),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}


def source_of(content: bytes, name: str, limits: Limits) -> Source:
    """Reads a Word document; raises an UnreadableReport."""
    _check(content, name, limits)
    try:
        document = docx.Document(io.BytesIO(content))
    except (KeyError, ValueError, zipfile.BadZipFile) as error:
        raise BrokenReport(f"{name} is damaged", "Open it in Word and save it again") from error
    walk = _Walk(document)
    drafts = structured(walk.shapes(document.element.body))
    about = document.core_properties
    return Source(
        drafts,
        walk.page,
        collapsed(cleaned(about.title or "")) or None,
        created=_day(about.created),
    )


def _check(content: bytes, name: str, limits: Limits) -> None:
    """Raises where the file is locked, no Word document, or would swell."""
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        if "EncryptedPackage".encode("utf-16-le") in content:
            raise _encrypted(name)
        raise BrokenReport(
            f"{name} is an old Word document", "Open it in Word and save it as .docx"
        )
    if look(content) != "a Word document or another archive":
        raise misnamed(name, content, "a Word document")
    try:
        parts = zipfile.ZipFile(io.BytesIO(content)).infolist()
    except zipfile.BadZipFile as error:
        raise BrokenReport(f"{name} is damaged", "Open it in Word and save it again") from error
    if not any(part.filename == "word/document.xml" for part in parts):
        raise misnamed(name, b"", "a Word document")
    if any(part.flag_bits & 1 for part in parts):
        raise _encrypted(name)
    _check_size(parts, name, limits)


def _check_size(parts: Sequence[zipfile.ZipInfo], name: str, limits: Limits) -> None:
    texts = sum(part.file_size for part in parts if part.filename.endswith((".xml", ".rels")))
    if texts > _SWOLLEN * limits.text_chars or len(parts) > 20_000:
        raise OversizedReport(
            f"{name} unpacks to {texts / 1e6:.0f} MB of text", "Cut it into parts"
        )
    if sum(part.file_size for part in parts) > 10 * limits.file_bytes:
        raise OversizedReport(f"{name} unpacks to more than can be read", "Take its pictures out")


def _encrypted(name: str) -> EncryptedReport:
    return EncryptedReport(f"{name} is encrypted", "Save it without a password and give it again")


def _day(moment: datetime | None) -> str | None:
    return moment.strftime("D:%Y%m%d") if moment else None


@dataclass
class _Walk:
    """Where the walk over the document stands."""

    document: WordDocument
    page: int = 1
    numbering: Numbering = field(init=False)
    _titled: bool = False

    def __post_init__(self) -> None:
        self.numbering = Numbering(self.document)

    def shapes(self, parent: BaseOxmlElement) -> Iterator[Shape]:
        """What stands in a body, a cell or a text box, in order."""
        for element in parent.iterchildren():
            if element.tag == _P:
                yield from self._paragraph(element)
            elif element.tag == _TBL:
                for line in element.iterchildren(_TR):
                    yield from self._table_row(line)
            elif element.tag not in _SKIPPED and len(element):
                yield from self.shapes(element)  # content controls, accepted insertions

    def _paragraph(self, element: BaseOxmlElement) -> Iterator[Shape]:
        pieces = list(self._pieces(element))
        rows: list[TextLine] = []
        for number, text in pieces:
            lines = [line for line in cleaned(text).split("\n") if line.strip()]
            rows += [row(line, number) for line in lines]
        if rows:
            yield self._shape(element, rows)
        for box in element.iter(qn("w:txbxContent")):
            if not any(
                parent.tag in _SKIPPED - {qn("w:txbxContent")} for parent in box.iterancestors()
            ):
                yield from self.shapes(box)

    def _shape(self, element: BaseOxmlElement, rows: list[TextLine]) -> Shape:
        style = self.numbering.style_of(element)
        if style == "title" and not self._titled:
            self._titled = True
            return Shape(tuple(rows), BlockKind.TITLE)
        if style.startswith("heading") or style == "title":
            return Shape(tuple(rows), BlockKind.HEADING)
        place = self.numbering.place_of(element)
        if place is not None:
            return Shape(tuple(rows), BlockKind.BULLET, mark=place.mark, level=3.0 * place.level)
        return Shape(tuple(rows), bold_head=_bold_head(element))

    def _table_row(self, line: BaseOxmlElement) -> Iterator[Shape]:
        cells = [list(self.shapes(cell)) for cell in line.iter(_TC) if _row_of(cell) is line]
        texts = [" ".join(each.text for shape in cell for each in shape.rows) for cell in cells]
        if all(len(cell) <= 3 for cell in cells) and all(len(text) < 250 for text in texts):
            yield Shape((row(in_cells(texts), self.page),))
        else:
            for cell in cells:
                yield from cell

    def _pieces(self, element: BaseOxmlElement) -> Iterator[tuple[int, str]]:
        """The text of a paragraph, with the page that each part stands on."""
        text = ""
        for child in _parts(element):
            if child.tag == qn("w:lastRenderedPageBreak") or (
                child.tag == qn("w:br") and child.get(qn("w:type")) == "page"
            ):
                if text.strip():
                    yield self.page, text
                text = ""
                self.page += child.tag == qn("w:lastRenderedPageBreak") or not self._is_noted
            else:
                text += _text(child)
        if text.strip():
            yield self.page, text

    @property
    def _is_noted(self) -> bool:
        """Has Word noted where the pages break? Then its notes count, not the breaks that were asked for."""
        return (
            next(self.document.element.body.iter(qn("w:lastRenderedPageBreak")), None) is not None
        )


def _row_of(cell: BaseOxmlElement) -> BaseOxmlElement | None:
    return next(cell.iterancestors(_TR), None)


def _parts(element: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    """What is in a paragraph, in order, without what was deleted or is hidden."""
    for child in element.iterchildren():
        if child.tag in _SKIPPED or (child.tag == qn("w:r") and _is_hidden(child)):
            continue
        if child.tag != _P and len(child):
            yield from _parts(child)
        else:
            yield child


def _text(child: BaseOxmlElement) -> str:
    if child.tag == qn("w:t"):
        return child.text or ""
    signs = {"w:tab": " ", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-", "w:ptab": " "}
    return next((sign for name, sign in signs.items() if child.tag == qn(name)), "")


def _is_hidden(run: BaseOxmlElement) -> bool:
    return next(run.iter(qn("w:vanish")), None) is not None


def _bold_head(element: BaseOxmlElement) -> int:
    """How many characters at the beginning are bold."""
    length = 0
    for run in element.iter(qn("w:r")):
        text = "".join(_text(child) for child in run.iterchildren())
        mark = next(run.iter(qn("w:b")), None)
        is_bold = mark is not None and mark.get(qn("w:val")) not in ("0", "false")
        if text.strip() and not is_bold:
            break
        length += len(text)
    return length
