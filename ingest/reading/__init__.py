"""Reading: a file becomes a document of canonical text, blocks and lines."""

from pathlib import Path

from ingest.document import Document
from ingest.reading.here import read_here
from ingest.reading.limits import Limits

__all__ = ["Limits", "read"]


def read(path: Path, date: str | None = None, limits: Limits = Limits()) -> Document:  # noqa: B008 - frozen
    """Reads one file, published on `date` where that is known; raises an UnreadableReport."""
    return read_here(path, date, limits)
