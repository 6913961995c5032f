"""Files to read, written anew for each test."""

from pathlib import Path

import pytest
from readers import Reader

from ingest.document import Document
from ingest.reading import Limits
from ingest.reading.here import read_here


@pytest.fixture
def read_text(tmp_path: Path) -> Reader:
    """Reads a text, given as characters or bytes, from a file of a name."""

    def read(content: str | bytes, name: str = "report.txt", date: str | None = None) -> Document:
        data = content if isinstance(content, bytes) else content.encode("utf-8")
        path = tmp_path / name
        path.write_bytes(data)
        return read_here(path, date, Limits())

    return read
