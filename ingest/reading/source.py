"""What a format gives: drafts, and what the file says of itself."""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.reading.drafts import Draft


@dataclass(frozen=True, slots=True)
class Source:
    """The drafts of a file, in reading order, and its own word on title, date and origin."""

    drafts: Sequence[Draft]
    pages: int = 1
    title: str | None = None
    """As it stands in the file's metadata."""
    published: str | None = None
    """As it stands in the file's metadata, in EDTF."""
    origin: str | None = None
    created: str | None = None
    """When the file was made, as a PDF writes it."""
    headers: tuple[str, ...] = ()
    """The running headers of its pages, which are no part of the text."""
