"""Reading: a file becomes a document of canonical text, blocks and lines."""

from pathlib import Path

from ingest.document import Document
from ingest.reading.formats import Format, format_of
from ingest.reading.limits import Limits

__all__ = ["Limits", "read"]

_SMALL = 1_000_000
"""Plain text of no more bytes than this is read at once."""


def read(path: Path, date: str | None = None, limits: Limits = Limits()) -> Document:  # noqa: B008 - frozen
    """Reads one file, published on `date` where that is known; raises an UnreadableReport.

    All but small files of plain text is parsed in a child process, which is stopped at the limits.
    """
    if format_of(path) is Format.PLAIN and _is_small(path):
        from ingest.reading.here import read_here

        return read_here(path, date, limits)
    from ingest.reading.apart import read_apart

    return read_apart(path, date, limits)


def _is_small(path: Path) -> bool:
    """What is not there, or no file, takes no time either."""
    try:
        return path.stat().st_size <= _SMALL
    except OSError:
        return True
