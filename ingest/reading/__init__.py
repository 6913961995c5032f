"""Reading: a file becomes a document of canonical text, blocks and lines."""

import re
import unicodedata
from hashlib import sha256
from pathlib import Path

from ingest.document import Block, BlockKind, Document, Line
from ingest.reading.limits import Limits
from ingest.reading.sidecar import sidecar_of
from ontology.dates import find_dates
from ontology.errors import EmptyReport

__all__ = ["Limits", "read"]

_BULLET = re.compile(r"^\s*(?:[-–—•*▪○●◦]\s+|\(?[0-9a-z]{1,2}[.)]\s+)")
_PLACE_DATE = re.compile(r"^[A-Z][\w .,'-]{2,40}$")


def read(path: Path, date: str | None = None, limits: Limits = Limits()) -> Document:  # noqa: B008
    """Reads one file; raises an UnreadableReport."""
    del limits
    content = path.read_bytes()
    beside = sidecar_of(path)
    text = content.decode("utf-8-sig").replace("\r\n", "\n").replace("\xa0", " ")
    text = "".join(c for c in text if unicodedata.category(c) != "Cf")
    paragraphs = [" ".join(p.split()) for p in _paragraphs(text)]
    paragraphs = [p for p in paragraphs if p]
    if not paragraphs:
        raise EmptyReport(f"{path.name} holds no text", "Give a file with text in it")
    parts: list[str] = []
    blocks: list[Block] = []
    lines: list[Line] = []
    at, lead, heading = 0, None, None
    for index, each in enumerate(paragraphs):
        sign = _BULLET.match(each)
        kind = BlockKind.BULLET if sign else _kind(index, each)
        skip = sign.end() if sign else 0
        blocks.append(
            Block(
                kind=kind,
                start=at + skip,
                end=at + len(each),
                lead_in=lead if kind is BlockKind.BULLET else None,
                heading=heading if kind is not BlockKind.HEADING else None,
            )
        )
        lines.append(Line(start=at, end=at + len(each), page=1))
        if kind is BlockKind.PARAGRAPH:
            lead = index
        if kind is BlockKind.HEADING:
            heading = index
        parts.append(each)
        at += len(each) + 1
    canonical = "\n".join(parts)
    title = next((canonical[b.start : b.end] for b in blocks if b.kind is BlockKind.TITLE), None)
    found = [d.edtf for b in blocks[:4] for d in find_dates(canonical[b.start : b.end])][:1]
    return Document(
        file=path.name,
        file_sha256=sha256(content).hexdigest(),
        text=canonical,
        text_sha256=sha256(canonical.encode()).hexdigest(),
        pages=1,
        blocks=tuple(blocks),
        lines=tuple(lines),
        title=beside.title or title,
        published=date or beside.published or (found[0] if found else None),
        source=beside.source,
    )


def _kind(index: int, text: str) -> BlockKind:
    if index in (1, 2) and len(text) < 40 and (find_dates(text) or _PLACE_DATE.match(text)):
        return BlockKind.DATELINE
    if len(text) < 200 and text[-1] not in '.:;,!?”"' and index == 0:
        return BlockKind.TITLE
    if len(text) < 80 and text[-1] not in '.:;,!?”"':
        return BlockKind.HEADING
    return BlockKind.PARAGRAPH


def _paragraphs(text: str) -> list[str]:
    lines = text.split("\n")
    filled = [line for line in lines if line.strip()]
    if sum(len(line) < 110 for line in filled) < 0.95 * len(filled):
        return filled
    if len(filled) <= len(lines) / 2:
        return _by_sense([line for line in filled if len(line.strip()) > 5])
    return re.split(r"\n\s*\n", text)


def _by_sense(lines: list[str]) -> list[str]:
    """Of double-spaced lines: a paragraph ends where a line ends early with a stop."""
    paragraphs: list[str] = []
    before = "."
    for line in (each.strip() for each in lines):
        ended = before[-1] in ".:;" and line[:1].isupper() and len(before) < 82
        if paragraphs and not ended and not _BULLET.match(line):
            paragraphs[-1] += line if before.endswith("-") else f" {line}"
        else:
            paragraphs.append(line)
        before = line
    return paragraphs
