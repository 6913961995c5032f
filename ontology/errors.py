"""The errors of the product, one tree; each is named for what the caller can do about it.

ActorgraphError
├── InvalidInput            what was given cannot be used as it is
│   ├── UnreadableReport    a report cannot be read
│   │   ├── UnknownFormat, EncryptedReport, BrokenReport, EmptyReport, ImageOnlyReport, OversizedReport
│   │   └── ReadingTimedOut
│   ├── InvalidDate
│   ├── InvalidClaim        a claim breaks a law of the model
│   ├── InvalidGraph        a file of a graph that cannot be imported as it is
│   ├── InvalidGold         an annotation that extraction is to be compared with does not fit its format
│   └── InvalidStatement    a statement of Cypher or SPARQL that cannot be run
│       ├── RefusedStatement    it is not one reading query, or uses what is not allowed
│       ├── InvalidSyntax
│       └── ArithmeticFailed    it divides by zero, or comes to a number that is too large
├── NotWritten              a file that no room is left for, or that may not be written
├── NotKnown                a report, actor or job that does not exist
├── StoreUnavailable        no store answers
├── StatementStopped        a query that took more time or memory than it may
├── StoreFailed             the store answered with an error, or stopped a statement
├── NoModelAnswer           a language model gave no answer that can be used
└── MissingPart             something that should be installed is not
"""

from dataclasses import dataclass


@dataclass
class ActorgraphError(Exception):
    """The root of all errors of the product: what was wrong, and what to do."""

    message: str
    hint: str

    def __str__(self) -> str:
        return f"{self.message}. {self.hint}" if self.hint else self.message


class InvalidInput(ActorgraphError):  # noqa: N818 - the tree reads as conditions, not as "...Error"
    """What was given cannot be used as it is."""


class UnreadableReport(InvalidInput):
    """A report cannot be read."""


class UnknownFormat(UnreadableReport):
    """The file is of no kind that can be read."""


class EncryptedReport(UnreadableReport):
    """The file wants a password."""


class BrokenReport(UnreadableReport):
    """The file is damaged, or is not of the kind its name says."""


class EmptyReport(UnreadableReport):
    """The file holds nothing."""


class ImageOnlyReport(UnreadableReport):
    """The pages are pictures without text."""


class OversizedReport(UnreadableReport):
    """The file or its text is larger than the limits."""


class ReadingTimedOut(UnreadableReport):
    """Reading took longer, or more memory, than the limits."""


class InvalidDate(InvalidInput):
    """A date that is no date in EDTF."""


class InvalidClaim(InvalidInput):
    """A claim breaks a law of the model."""


@dataclass
class InvalidGraph(InvalidInput):
    """A file of a graph that cannot be imported as it is: broken, or not as its shapes want it."""

    hint: str = "Import a file as `actorgraph export` wrote it"


class InvalidGold(InvalidInput):
    """An annotation that extraction is to be compared with does not fit its format."""


class InvalidStatement(InvalidInput):
    """A statement of Cypher or SPARQL that is not one read-only query."""


class RefusedStatement(InvalidStatement):
    """A statement of Cypher that uses what is not allowed."""


class InvalidSyntax(InvalidStatement):
    """A statement that is no Cypher."""


class ArithmeticFailed(InvalidStatement):
    """A statement that divides by zero, or comes to a number that is too large."""


class NotWritten(ActorgraphError):  # noqa: N818
    """A file that no room is left for, or that may not be written."""


class NotKnown(ActorgraphError):  # noqa: N818
    """A report, actor or job that does not exist."""


class StatementStopped(ActorgraphError):  # noqa: N818
    """A query that took more time or memory than it may."""


class StoreUnavailable(ActorgraphError):  # noqa: N818
    """No store answers."""


class StoreFailed(ActorgraphError):  # noqa: N818
    """The store answered with an error, or stopped a statement."""


class NoModelAnswer(ActorgraphError):  # noqa: N818
    """A language model gave no answer that can be used."""


class MissingPart(ActorgraphError):  # noqa: N818
    """Something that should be installed is not."""
