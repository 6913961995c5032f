"""A typed error as it travels from one process to another."""

from typing import Self

from pydantic import BaseModel, ConfigDict

from ontology import errors
from ontology.errors import ActorgraphError


class Failure(BaseModel):
    """A typed error, by the name of its class."""

    model_config = ConfigDict(frozen=True)

    kind: str
    message: str
    hint: str

    @classmethod
    def of(cls, error: ActorgraphError) -> Self:
        """The error as it travels."""
        return cls(kind=type(error).__name__, message=error.message, hint=error.hint)

    def error(self) -> ActorgraphError:
        """The error itself."""
        kind = getattr(errors, self.kind, ActorgraphError)
        if not (isinstance(kind, type) and issubclass(kind, ActorgraphError)):
            kind = ActorgraphError
        return kind(self.message, self.hint)
