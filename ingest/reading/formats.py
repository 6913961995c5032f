"""The kinds of file that can be read, told by their names."""

from enum import StrEnum
from pathlib import Path

from ingest.reading.files import name_of
from ontology.errors import UnknownFormat

SIDECAR = ".meta.json"


class Format(StrEnum):
    """The kinds of file that can be read."""

    PDF = "pdf"
    PLAIN = "txt"
    MARKDOWN = "md"
    HTML = "html"
    DOCX = "docx"


SUFFIXES = {
    ".pdf": Format.PDF,
    ".txt": Format.PLAIN,
    ".text": Format.PLAIN,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".docx": Format.DOCX,
}


def is_known(path: Path) -> bool:
    """Does the name say that the file can be read?"""
    return path.suffix.lower() in SUFFIXES


def format_of(path: Path) -> Format:
    """The kind that a file's name says; raises UnknownFormat."""
    try:
        return SUFFIXES[path.suffix.lower()]
    except KeyError as error:
        raise UnknownFormat(
            f"{name_of(path)} is of no kind that can be read",
            "Give a PDF, DOCX, HTML, Markdown or plain text file (.pdf, .docx, .html, .md, .txt)",
        ) from error
