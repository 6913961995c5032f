"""The one table from error to HTTP status and exit status, looked up along the class hierarchy."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from pydantic import BaseModel

from ontology.errors import (
    ActorgraphError,
    InvalidInput,
    MissingPart,
    NoModelAnswer,
    NotKnown,
    NotWritten,
    OversizedReport,
    ReadingTimedOut,
    StatementStopped,
    StoreFailed,
    StoreUnavailable,
    UnknownFormat,
    UnreadableReport,
)


class NotAllowed(ActorgraphError):  # noqa: N818 - as the errors of the ontology
    """A request that this server does not take from this caller."""


class KeyMissing(NotAllowed):
    """A request that needs an API key and has none, or has one that is not known."""


class Changed(ActorgraphError):  # noqa: N818
    """What a request would change is not any more what its caller has seen (If-Match)."""


class Busy(ActorgraphError):  # noqa: N818
    """The server does as much of this at once as it may."""


@dataclass
class TooOften(ActorgraphError):  # noqa: N818
    """More requests than one caller may send."""

    seconds: int
    """How long to wait."""


class TookTooLong(ActorgraphError):  # noqa: N818
    """A request that was not answered within its time."""


class NotAcceptable(ActorgraphError):  # noqa: N818
    """An answer that exists in no format which the caller takes."""


class OversizedRequest(ActorgraphError):  # noqa: N818 - as the errors of the ontology
    """A request with a larger body than any but an upload may have."""


class PortTaken(ActorgraphError):  # noqa: N818
    """The server cannot listen where it should."""


class WrongSetting(ActorgraphError):  # noqa: N818
    """A setting, of the environment or of an option, that cannot be used."""


class Outcome(NamedTuple):
    """What an error becomes at each door."""

    status: int
    exit: int


TABLE: dict[type[BaseException], Outcome] = {
    KeyMissing: Outcome(401, 1),
    NotAllowed: Outcome(403, 1),
    OversizedReport: Outcome(413, 1),
    OversizedRequest: Outcome(413, 1),
    UnknownFormat: Outcome(415, 1),
    ReadingTimedOut: Outcome(422, 1),
    UnreadableReport: Outcome(422, 1),
    InvalidInput: Outcome(400, 1),
    NotKnown: Outcome(404, 1),
    NotWritten: Outcome(507, 1),
    NotAcceptable: Outcome(406, 1),
    Changed: Outcome(412, 1),
    StatementStopped: Outcome(422, 1),
    StoreUnavailable: Outcome(503, 1),
    Busy: Outcome(503, 1),
    TookTooLong: Outcome(503, 1),
    TooOften: Outcome(429, 1),
    StoreFailed: Outcome(502, 1),
    NoModelAnswer: Outcome(502, 1),
    MissingPart: Outcome(501, 1),
    WrongSetting: Outcome(500, 2),
    ActorgraphError: Outcome(500, 1),
}


def outcome(kind: type[BaseException]) -> Outcome:
    """The outcome of the nearest class in the table; a fault of ours where there is none."""
    return next((TABLE[each] for each in kind.__mro__ if each in TABLE), Outcome(500, 1))


def name_of(kind: type[BaseException]) -> str:
    """The name of a kind of error as it stands in JSON: `unknown-format`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "-", kind.__name__).lower()


class Problem(BaseModel):
    """An error as `application/problem+json` (RFC 9457), with what to do about it."""

    type: str
    title: str
    status: int
    detail: str
    hint: str = ""


def problem(error: BaseException) -> Problem:
    """How an error is told over HTTP and in JSON; a fault of ours does not show its inside."""
    if not isinstance(error, ActorgraphError):
        return Problem(
            type="urn:actorgraph:fault",
            title="Fault",
            status=500,
            detail="This is a fault in actorgraph",
            hint="Its log says more",
        )
    name = name_of(type(error))
    return Problem(
        type=f"urn:actorgraph:{name}",
        title=name.replace("-", " ").capitalize(),
        status=outcome(type(error)).status,
        detail=error.message,
        hint=error.hint,
    )
