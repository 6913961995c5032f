"""Claims with the passages that state them, as a list and one by one."""

from collections.abc import Sequence
from typing import cast

from graph.browsing.listing import Part, Window, days, filled, listed, within
from graph.browsing.proofs import text
from graph.browsing.records import ClaimPage, Named, Quoted
from graph.catalogue import statement
from graph.store import Row, Store
from ontology.edtf import Edtf
from ontology.errors import NotKnown
from ontology.model import Record
from ontology.terms import NodeKind, Relation, Status


class ClaimFilter(Record):
    """Which claims; an empty field lets all pass."""

    reports: tuple[str, ...] = ()
    relations: tuple[Relation, ...] = ()
    statuses: tuple[Status, ...] = ()
    rejected: bool | None = None
    about: str | None = None
    """The id of a node of the world that is its subject, object or event."""
    first: Edtf | None = None
    last: Edtf | None = None


def claims(store: Store, wanted: ClaimFilter, window: Window) -> Part[ClaimPage]:
    """A part of the claims, by date, confidence or report; raises InvalidDate."""
    part = listed(
        store,
        "list_claims",
        window,
        reports=list(wanted.reports),
        relations=[each.value for each in wanted.relations],
        statuses=[each.value for each in wanted.statuses],
        rejected=wanted.rejected,
        within=within(_about(store, wanted.about)),
        **days(wanted.first, wanted.last),
    )
    found = store.read(statement("browse_claims"), ids=list(part.items))
    return filled(part, map(_page, found))


def claim(store: Store, identifier: str) -> ClaimPage:
    """The claim of this id; raises NotKnown."""
    found = store.read(statement("browse_claims"), ids=[identifier])
    if not found:
        raise NotKnown(
            f"No claim {identifier!r} is in the graph", "Answers, actors and events name theirs"
        )
    return _page(found[0])


def _about(store: Store, identifier: str | None) -> set[str] | None:
    if identifier is None:
        return None
    rows = store.read(statement("browse_claims_about"), id=identifier)
    return {str(row["id"]) for row in rows}


def _page(row: Row) -> ClaimPage:
    has = cast("dict[str, object]", row["properties"])
    told = {name: has[name] for name in ClaimPage.model_fields if name in has}
    return ClaimPage.model_validate(
        told
        | {
            "subject": _end(row, "subject"),
            "object": _end(row, "object"),
            "core": _quoted(cast("Sequence[object]", row["core"])),
            "context": [
                _quoted(each) for each in cast("Sequence[Sequence[object]]", row["context"])
            ],
        }
    )


def _end(row: Row, name: str) -> Named | None:
    if row[name] is None:
        return None
    return Named(
        id=str(row[name]),
        kind=NodeKind(str(row[f"{name}_kind"])),
        name=text(row[f"{name}_name"]) or "",
    )


def _quoted(values: Sequence[object]) -> Quoted:
    quote, page, start, end = values
    return Quoted(quote=str(quote), page=int(str(page)), start=int(str(start)), end=int(str(end)))
