"""Derives the world anew from the claims that are in the graph, in steps that can be taken up where they ended.

Each step is one transaction. Several processes may do it at once: each sees what the others did.
"""

from graph.catalogue import for_kind, statement
from graph.change import Reports, plan
from graph.load import apply
from graph.rows import judgement_row
from graph.store import Store, Transaction
from graph.stories import stored_story
from ontology.errors import StoreFailed
from ontology.terms import NodeKind

DERIVED = 3
"""The version of what is derived from claims: raise it with each change of what the derivation gives."""
_CLEARING, _DERIVING = -1, -2

_WORLD = (
    NodeKind.COUNTRY,
    NodeKind.DAY,
    NodeKind.EVENT,
    NodeKind.ORGANISATION,
    NodeKind.PERSON,
    NodeKind.PLACE,
    NodeKind.POST,
    NodeKind.TOPIC,
)


def await_turn(transaction: Transaction) -> None:
    """Waits until no other transaction writes; raises StoreFailed where the graph is of another version."""
    transaction.run(statement("wait_for_turn"))
    if _state(transaction) != DERIVED:
        raise StoreFailed(
            "The graph is being derived anew, or by another version of this program",
            "Try again; end older programs that still use this store",
        )


def rebuild(store: Store) -> None:
    """Derives the world anew, or goes on where that was interrupted."""
    store.write(_begin)
    while store.write(_clear):
        pass
    for row in store.read(statement("reports")):
        derive_report(store, str(row["id"]))
    store.write(_finish)


def derive_report(store: Store, report: str) -> None:
    """Derives what follows from one report, unless that has been done."""
    store.write(lambda transaction: _derive(transaction, report))


def _state(transaction: Transaction) -> object:
    rows = transaction.run(statement("version"))
    if not rows:
        raise StoreFailed("The store was emptied meanwhile", "Start again")
    return rows[0]["derivation"]


def _set_state(transaction: Transaction, state: int) -> None:
    transaction.run(statement("put_graph"), derivation=state)


def _begin(transaction: Transaction) -> None:
    transaction.run(statement("wait_for_turn"))
    if _state(transaction) not in (_CLEARING, _DERIVING):
        transaction.run(statement("raise_version"))
        _set_state(transaction, _CLEARING)


def _clear(transaction: Transaction) -> bool:
    """Removes some of what was derived; False when nothing is left."""
    transaction.run(statement("wait_for_turn"))
    if _state(transaction) != _CLEARING:
        return False
    clearing = (
        *(for_kind("clear_nodes", kind) for kind in _WORLD),
        statement("clear_bundles"),
        statement("clear_mentions"),
    )
    for each in clearing:
        if transaction.run(each)[0]["cleared"]:
            return True
    _set_state(transaction, _DERIVING)
    return False


def _derive(transaction: Transaction, report: str) -> None:
    transaction.run(statement("wait_for_turn"))
    if _state(transaction) != _DERIVING:
        return
    stored = stored_story(transaction, report)
    if any(mention.bundle for mention in stored.mentions):
        return
    judgements = tuple(map(judgement_row, transaction.run(statement("judgements"))))
    apply(
        transaction, plan(transaction, Reports({report: stored}, judgements, judgements, anew=True))
    )


def _finish(transaction: Transaction) -> None:
    transaction.run(statement("wait_for_turn"))
    if _state(transaction) == _DERIVING:
        _set_state(transaction, DERIVED)
