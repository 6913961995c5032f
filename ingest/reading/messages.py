"""What a reading process is asked and what it answers, as JSON."""

import os
from pathlib import Path
from typing import Self

from pydantic import BaseModel, ConfigDict

from ingest.document import Document
from ingest.reading.limits import Limits
from ontology.failure import Failure
from ontology.model import Extraction


class Request(BaseModel):
    """A file to read."""

    model_config = ConfigDict(frozen=True, ser_json_bytes="base64", val_json_bytes="base64")

    place: bytes
    """Where the file is, as the system knows it: not every name of a file is text."""
    date: str | None = None
    limits: Limits = Limits()

    @classmethod
    def to_read(cls, path: Path, date: str | None, limits: Limits) -> Self:
        """The request to read a file."""
        return cls(place=os.fsencode(path.absolute()), date=date, limits=limits)

    @property
    def path(self) -> Path:
        """Where the file is."""
        return Path(os.fsdecode(self.place))


class Answer(BaseModel):
    """A document, then an extraction, or an error."""

    model_config = ConfigDict(frozen=True)

    document: Document | None = None
    extraction: Extraction | None = None
    failure: Failure | None = None

    def bytes(self) -> bytes:
        """As it is sent."""
        return self.model_dump_json(exclude_none=True).encode()
