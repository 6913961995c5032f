"""Reading: a file becomes a document of canonical text, blocks and lines."""

from pathlib import Path

from ingest.document import Document
from ingest.reading.formats import Format, format_of
from ingest.reading.limits import Limits

__all__ = ["Limits", "read"]

_HARMLESS = (Format.PLAIN,)


def read(path: Path, date: str | None = None, limits: Limits = Limits()) -> Document:  # noqa: B008 - frozen
    """Reads one file, published on `date` where that is known; raises an UnreadableReport.

    All but plain text is parsed in a child process, which is stopped at the limits.
    """
    if format_of(path) in _HARMLESS:
        from ingest.reading.here import read_here

        return read_here(path, date, limits)
    from ingest.reading.apart import read_apart

    return read_apart(path, date, limits)
