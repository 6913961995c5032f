"""What a reading process is asked and what it answers, as JSON."""

import os
from pathlib import Path
from typing import Self

from pydantic import BaseModel, ConfigDict

from ingest.document import Document
from ingest.reading.limits import Limits
from ontology import errors
from ontology.errors import ActorgraphError
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


class Failure(BaseModel):
    """A typed error, by the name of its class."""

    model_config = ConfigDict(frozen=True)

    kind: str
    message: str
    hint: str

    @classmethod
    def of(cls, error: ActorgraphError) -> "Failure":
        """The error as it travels."""
        return cls(kind=type(error).__name__, message=error.message, hint=error.hint)

    def error(self) -> ActorgraphError:
        """The error itself."""
        kind = getattr(errors, self.kind, ActorgraphError)
        if not (isinstance(kind, type) and issubclass(kind, ActorgraphError)):
            kind = ActorgraphError
        return kind(self.message, self.hint)


class Answer(BaseModel):
    """A document, then an extraction, or an error."""

    model_config = ConfigDict(frozen=True)

    document: Document | None = None
    extraction: Extraction | None = None
    failure: Failure | None = None

    def bytes(self) -> bytes:
        """As it is sent."""
        return self.model_dump_json(exclude_none=True).encode()
