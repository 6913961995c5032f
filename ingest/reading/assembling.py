"""Assembling: what a format gives and what stands beside the file become a document."""

from hashlib import sha256

from ingest.document import BlockKind, Document
from ingest.reading.front import with_front
from ingest.reading.kinds import with_kinds
from ingest.reading.limits import Limits, oversized_text
from ingest.reading.published import (
    date_in_headers,
    date_in_name,
    date_in_text,
    date_of_file,
)
from ingest.reading.sidecar import Sidecar
from ingest.reading.source import Source
from ingest.reading.writing import written
from ontology.errors import EmptyReport


def assembled(
    source: Source, content: bytes, name: str, sidecar: Sidecar, date: str | None, limits: Limits
) -> Document:
    """The document; a given date wins over the sidecar's, that over the file's own word, that over the text."""
    known = sidecar.title or source.title
    drafts = with_kinds(with_front(source.drafts, known))
    result = written(drafts)
    text = result.text
    if not text.strip():
        raise EmptyReport(f"{name} holds no text", "Give a file with text in it")
    if len(text) > limits.text_chars:
        raise oversized_text(name, limits)
    title = next((draft.text for draft in drafts if draft.kind is BlockKind.TITLE), None)
    stem = name.rsplit(".", 1)[0]
    published = (
        date
        or sidecar.published
        or source.published
        or date_in_text(drafts, known)
        or date_in_headers(source.headers)
        or date_in_name(stem)
        or date_of_file(source.created, text)
    )
    return Document(
        file=name,
        file_sha256=sha256(content).hexdigest(),
        text=text,
        text_sha256=sha256(text.encode("utf-8")).hexdigest(),
        pages=source.pages,
        blocks=tuple(result.blocks),
        lines=tuple(result.lines),
        title=sidecar.title or title or source.title,
        published=published,
        source=sidecar.source or source.origin,
    )
