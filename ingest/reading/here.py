"""Reading in this process: the bytes once, then by format; whatever goes wrong becomes a typed error."""

from collections.abc import Iterator
from pathlib import Path

from ingest.document import Document
from ingest.reading.assembling import assembled
from ingest.reading.decoding import decoded
from ingest.reading.files import content_of, look, misnamed, name_of
from ingest.reading.formats import Format, format_of
from ingest.reading.limits import Limits, oversized_text
from ingest.reading.messages import Answer, Request
from ingest.reading.sidecar import Sidecar, sidecar_of
from ingest.reading.source import Source
from ontology.errors import ActorgraphError, BrokenReport, ReadingTimedOut
from ontology.failure import Failure


def answer(request: bytes) -> Iterator[bytes]:
    """What a child process answers to a request to read."""
    asked = Request.model_validate_json(request)
    try:
        document = read_here(asked.path, asked.date, asked.limits)
        yield Answer(document=document).bytes()
    except ActorgraphError as error:
        yield Answer(failure=Failure.of(error)).bytes()


def read_here(path: Path, date: str | None, limits: Limits) -> Document:
    """Reads one file; raises an UnreadableReport."""
    kind, name = format_of(path), name_of(path)
    content = content_of(path, limits)
    sidecar = sidecar_of(path)
    try:
        source = _source(kind, content, name, sidecar, limits)
        return assembled(source, content, name, sidecar, date, limits)
    except ActorgraphError:
        raise
    except MemoryError as error:
        raise out_of_memory(name, limits) from error
    except Exception as error:  # parsers fail in many ways on a damaged file
        raise BrokenReport(
            f"{name} is damaged ({type(error).__name__})",
            "Get the file again, or save it in another format",
        ) from error


def out_of_memory(name: str, limits: Limits) -> ReadingTimedOut:
    """The error of a file that takes too much memory."""
    return ReadingTimedOut(
        f"Reading {name} takes more than {limits.memory_bytes / 1e9:g} GB of memory",
        "Cut it into parts, or print it to a new PDF",
    )


def _source(kind: Format, content: bytes, name: str, sidecar: Sidecar, limits: Limits) -> Source:
    """Each format is imported when it is needed: a text does not pay for PDF."""
    if kind is Format.PDF:
        from ingest.reading import pdf

        return pdf.source_of(content, name, limits, sidecar.title)
    if kind is Format.DOCX:
        from ingest.reading import docx

        return docx.source_of(content, name, limits)
    if kind is Format.HTML:
        from ingest.reading import html

        return html.source_of(_text(content, name, limits, 20, html.encoding_of(content)))
    text = _text(content, name, limits, 3)
    if kind is Format.MARKDOWN:
        from ingest.reading import markdown

        return markdown.source_of(text)
    from ingest.reading import plain

    return plain.source_of(text)


def _text(
    content: bytes, name: str, limits: Limits, swollen: int, declared: str | None = None
) -> str:
    """The characters of a file, which may be so many times more than those of its canonical text."""
    if look(content):
        raise misnamed(name, content, "text")
    text = decoded(content, name, declared)
    if len(text) > swollen * limits.text_chars:
        raise oversized_text(name, limits)
    return text
