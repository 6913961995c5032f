"""Free Cypher: checked here, run by a child process with the store's own means against what is not to be."""

from collections.abc import Mapping

from pydantic import BaseModel, ConfigDict, JsonValue

from api.children import Children
from api.library import Library
from graph.querying import checked
from graph.querying.answering import answered, request
from graph.querying.running import Limits

_HANDLER = "graph.querying.answering:answer"
_ANSWER_BYTES = 10_000_000
_GRACE_SECONDS = 2.0
"""In which a server has to stop by itself what took too long, before the connection is cut."""


class CypherAnswer(BaseModel):
    """The rows of a statement, each with its columns by name."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)

    columns: list[str]
    """Their order."""
    rows: list[dict[str, JsonValue]]
    truncated: bool
    """Are there more rows than an answer may have?"""


class Statements:
    """Answers statements over one library; several threads may ask at once."""

    def __init__(self, library: Library) -> None:
        """Starts nothing yet."""
        self._library = library
        settings = library.settings
        self._limits = Limits(settings.cypher_seconds, settings.cypher_rows, _ANSWER_BYTES)
        self._children = Children(_HANDLER, settings.cypher_seconds, _GRACE_SECONDS)

    def close(self) -> None:
        """Ends the children that are idle."""
        self._children.close()

    def ask(
        self, statement: str, parameters: Mapping[str, JsonValue] | None = None
    ) -> CypherAnswer:
        """The rows; raises InvalidInput, InvalidStatement, StatementStopped, StoreUnavailable and Busy."""
        text, given, columns = checked(statement, parameters)
        with self._children.turn():
            _ = self._library.graph  # makes the constraints that an untouched store lacks
            connection = self._library.store.connection
            (told,) = self._children.ask(request(connection, text, given, self._limits))
        found = answered(told)
        # The embedded store names columns by its first row: it names none where there is none.
        return CypherAnswer.model_validate(found | {"columns": found["columns"] or columns})
