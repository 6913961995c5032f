"""Passages: the words of reports on which claims rest."""

from collections.abc import Sequence
from typing import cast

from graph.browsing.listing import Part, Window, filled, listed, within
from graph.browsing.proofs import texts
from graph.browsing.records import PassageRow
from graph.catalogue import statement
from graph.store import Row, Store
from ontology.errors import NotKnown
from ontology.model import Record


class PassageFilter(Record):
    """Which passages; an empty field lets all pass."""

    reports: tuple[str, ...] = ()
    page: int | None = None
    """On which some of it stands."""
    ids: frozenset[str] | None = None


def passages(store: Store, wanted: PassageFilter, window: Window) -> Part[PassageRow]:
    """A part of the passages, by report and place in it."""
    part = listed(
        store,
        "list_passages",
        window,
        reports=list(wanted.reports),
        page=wanted.page,
        within=within(None if wanted.ids is None else set(wanted.ids)),
    )
    return filled(part, passage_rows(store, part.items))


def passage(store: Store, identifier: str) -> PassageRow:
    """The passage of this id; raises NotKnown."""
    found = passage_rows(store, [identifier])
    if not found:
        raise NotKnown(f"No passage {identifier!r} is in the graph", "GET /passages lists them")
    return found[0]


def passage_rows(store: Store, ids: Sequence[str]) -> Sequence[PassageRow]:
    """These passages."""
    return [_row(row) for row in store.read(statement("browse_passages"), ids=list(ids))]


def _row(row: Row) -> PassageRow:
    pages = cast("Sequence[int]", row["pages"])
    return PassageRow.model_validate({**row, "pages": pages, "claims": texts(row["claims"])})
