"""Reading in this process: the bytes once, then by format."""

from pathlib import Path

from ingest.document import Document
from ingest.reading.assembling import assembled
from ingest.reading.characters import decoded
from ingest.reading.formats import Format, format_of
from ingest.reading.limits import Limits
from ingest.reading.sidecar import Sidecar, sidecar_of
from ingest.reading.source import Source


def read_here(path: Path, date: str | None, limits: Limits) -> Document:
    """Reads one file; raises an UnreadableReport."""
    kind = format_of(path)
    content = path.read_bytes()
    sidecar = sidecar_of(path)
    source = _source(kind, content, path.name, sidecar, limits)
    return assembled(source, content, path.name, sidecar, date, limits)


def _source(kind: Format, content: bytes, name: str, sidecar: Sidecar, limits: Limits) -> Source:
    """Each format is imported when it is needed: a text does not pay for PDF."""
    if kind is Format.PDF:
        from ingest.reading import pdf

        return pdf.source_of(content, name, limits, sidecar.title)
    from ingest.reading import plain

    return plain.source_of(decoded(content, name))
