"""Parts of lists, in an order that the store makes: each goes on after the last thing of the one before it."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Generic, NamedTuple, Protocol, TypeAlias, TypeVar, cast

from graph.catalogue import Page, for_page
from graph.store import Row, Store, Transaction, Value
from ontology.edtf import bounds
from ontology.errors import InvalidInput
from ontology.model import Record


class Identified(Protocol):
    """Anything of the graph."""

    @property
    def id(self) -> str:
        """Its id."""
        ...


Item = TypeVar("Item")
Thing = TypeVar("Thing", bound=Identified)
Key: TypeAlias = "str | int | float"


class Sort(StrEnum):
    """What lists are sorted by, each by some of them."""

    BEGIN = "begin"
    CLAIMS = "claims"
    CONFIDENCE = "confidence"
    DATE = "date"
    EVENTS = "events"
    FILE = "file"
    NAME = "name"
    PLACE = "place"
    REPORT = "report"
    TITLE = "title"
    TYPE = "type"


class Place(NamedTuple):
    """Where a thing stands in a list: by its key, and among those of the same key by its id."""

    key: Key
    id: str


class Window(Record):
    """Which part of a list, and in which order."""

    sort: Sort
    descending: bool = False
    after: Place | None = None
    """Only what comes after this; it need not be there any more."""
    offset: int = 0
    limit: int = 50


class Part(NamedTuple, Generic[Item]):
    """A part of a list, how long the whole is, and where the part ends if more follows."""

    total: int
    items: Sequence[Item]
    end: Place | None


def listed(store: Store, name: str, window: Window, **filters: Value) -> Part[str]:
    """The ids that a statement with `__Page__` lists, as the window wants them."""
    page = Page.DESCENDING if window.descending else Page.ASCENDING
    counted = for_page(name, Page.COUNT)
    if "sort" in counted.parameters:
        filters["sort"] = window.sort

    def read(transaction: Transaction) -> tuple[int, Sequence[Row]]:
        (whole,) = transaction.run(counted, **filters)
        found = transaction.run(
            for_page(name, page),
            after=window.after.key if window.after else None,
            after_id=window.after.id if window.after else None,
            offset=window.offset,
            limit=window.limit + 1,
            **filters,
        )
        return cast("int", whole["total"]), found

    total, rows = store.reading(read)
    shown = rows[: window.limit]
    more = len(rows) > len(shown)
    end = Place(cast("Key", shown[-1]["key"]), str(shown[-1]["id"])) if more else None
    return Part(total, [str(row["id"]) for row in shown], end)


def filled(part: Part[str], found: Iterable[Thing]) -> Part[Thing]:
    """The part with the things themselves, found by their ids, in its order."""
    known = {each.id: each for each in found}
    return Part(part.total, [known[each] for each in part.items if each in known], part.end)


def within(*parts: set[str] | None) -> list[Value] | None:
    """The ids that are in all parts, for a statement; None, for all, where no part limits them."""
    limits = [each for each in parts if each is not None]
    return list[Value](sorted(set.intersection(*limits))) if limits else None


def days(first: str | None, last: str | None) -> dict[str, Value]:
    """The first and last day of a period, as parameters; raises InvalidDate, and InvalidInput if it ends too early."""
    begins, ends = bounds(first)[0] if first else None, bounds(last)[1] if last else None
    if begins and ends and begins > ends:
        raise InvalidInput("The period ends before it begins", "Is 'from' the earlier date?")
    return {
        "first": begins.isoformat() if begins else None,
        "last": ends.isoformat() if ends else None,
    }
