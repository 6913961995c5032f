"""The words behind claims."""

from collections.abc import Iterable, Mapping

from graph.browsing.records import Proof
from graph.catalogue import statement
from graph.store import Row, Store
from ontology.terms import Status


def proofs(store: Store, claims: Iterable[str]) -> Mapping[str, Proof]:
    """The proof of each claim, by its id."""
    wanted = sorted(set(claims))
    if not wanted:
        return {}
    rows = store.read(statement("ask_evidence"), claims=wanted)
    return {str(row["claim"]): _proof(row) for row in rows}


def of(claims: Iterable[str], known: Mapping[str, Proof]) -> tuple[Proof, ...]:
    """The proofs of these claims."""
    return tuple(known[claim] for claim in claims if claim in known)


def texts(value: object) -> tuple[str, ...]:
    """The texts of a list from the store, sorted; what is no list holds none."""
    listed: Iterable[object] = value if isinstance(value, list | tuple) else ()
    return tuple(sorted(str(each) for each in listed if each is not None))


def text(value: object) -> str | None:
    """A text from the store, if there is one."""
    return None if value is None else str(value)


def _proof(row: Row) -> Proof:
    context = row["context"]
    return Proof(
        claim=str(row["claim"]),
        quote=str(row["quote"]),
        status=Status(str(row["status"])),
        report=str(row["report"]),
        file=str(row["file"]),
        title=str(row["title"] or row["file"]),
        published=text(row["published"]),
        page=int(str(row["page"])),
        start=int(str(row["start"])),
        end=int(str(row["end"])),
        context=tuple(str(quote) for quote in context) if isinstance(context, list | tuple) else (),
    )
