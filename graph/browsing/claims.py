"""One claim with the passages that state it."""

from collections.abc import Sequence
from typing import cast

from graph.browsing.proofs import text
from graph.browsing.records import ClaimPage, Named, Quoted
from graph.catalogue import statement
from graph.store import Row, Store
from ontology.errors import NotKnown
from ontology.terms import NodeKind


def claim(store: Store, identifier: str) -> ClaimPage:
    """The claim of this id; raises NotKnown."""
    found = store.read(statement("browse_claim"), id=identifier)
    if not found:
        raise NotKnown(
            f"No claim {identifier!r} is in the graph", "Answers, actors and events name theirs"
        )
    row = found[0]
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
