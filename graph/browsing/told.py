"""Events of a list with who was there and the words that say so."""

from collections import defaultdict
from collections.abc import Sequence

from graph.browsing import proofs
from graph.browsing.records import EventRow, EventTold, Proof
from graph.catalogue import statement
from graph.store import Row, Store
from ontology.terms import Relation, Role

_PRESENCE = {Relation.TOOK_PART.value, Relation.MET.value}


def told(store: Store, events: Sequence[EventRow]) -> Sequence[EventTold]:
    """These events, each with who took part and the proofs of what its row says."""
    if not events:
        return []
    claims: dict[str, list[Row]] = defaultdict(list)
    statuses = {each.id: each.status for each in events}
    for row in store.read(statement("browse_event_claims"), ids=list(statuses)):
        if row["status"] == statuses[str(row["event"])]:
            claims[str(row["event"])].append(row)
    stated = {id_: sorted({str(row["claim"]) for row in rows}) for id_, rows in claims.items()}
    known = proofs.proofs(store, (claim for each in stated.values() for claim in each))
    return [
        EventTold(
            **dict(each),
            participants=_present(claims[each.id]),
            evidence=_once(proofs.of(stated.get(each.id, ()), known)),
        )
        for each in events
    ]


def _present(rows: Sequence[Row]) -> tuple[str, ...]:
    return tuple(
        sorted(
            {
                str(row["name"])
                for row in rows
                if row["relation"] in _PRESENCE and row["name"] and row["role"] != Role.ABSENT
            }
        )
    )


def _once(evidence: Sequence[Proof]) -> tuple[Proof, ...]:
    """Of claims that the same words state, the first."""
    return tuple(
        {(each.report, each.start, each.end): each for each in reversed(evidence)}.values()
    )
