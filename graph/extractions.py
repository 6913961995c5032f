"""What reports say and what people decided, read back from the store: all that the graph follows from."""

from collections import defaultdict
from collections.abc import Collection, Iterator

from graph.catalogue import statement
from graph.rows import claim_row, judgement_row, mention_row, passage_row, report_row
from graph.store import Store, Transaction
from ontology.errors import NotKnown
from ontology.model import Claim, Extraction, Judgement


def extractions(store: Store) -> Iterator[Extraction]:
    """Each report as it was extracted, by id; one at a time is in memory."""
    for report in sorted(str(row["id"]) for row in store.read(statement("reports"))):
        yield extraction(store, report)


def extraction(store: Store, report: str) -> Extraction:
    """One report as it was extracted; raises NotKnown."""
    return store.reading(lambda transaction: stored_extraction(transaction, report))


def cut_down(extraction: Extraction, claims: Collection[str]) -> Extraction:
    """The report with these of its claims, and with the mentions and passages that they name."""
    kept = tuple(each for each in extraction.claims if each.id in claims)
    named = {end for each in kept for end in (each.subject, each.object, each.event)}
    quoted = {passage for each in kept for passage in (each.core, *each.context)}
    return Extraction(
        report=extraction.report,
        passages=tuple(each for each in extraction.passages if each.id in quoted),
        mentions=tuple(each for each in extraction.mentions if each.id in named),
        claims=kept,
    )


def judgements(store: Store) -> list[Judgement]:
    """What people decided, by id."""
    found = map(judgement_row, store.read(statement("judgements")))
    return sorted(found, key=lambda each: each.id)


def stored_extraction(transaction: Transaction, report: str) -> Extraction:
    """One report as it was extracted, as a transaction sees it; raises NotKnown."""
    rows = transaction.run(statement("report"), report=report)
    if not rows:
        raise NotKnown(f"No report {report!r} is in the graph", "`actorgraph reports` lists them")
    return Extraction(
        report=report_row(rows[0]),
        passages=tuple(
            map(passage_row, transaction.run(statement("report_passages"), report=report))
        ),
        mentions=tuple(
            map(mention_row, transaction.run(statement("report_mentions"), report=report))
        ),
        claims=tuple(_claims(transaction, report)),
    )


def _claims(transaction: Transaction, report: str) -> Iterator[Claim]:
    contexts: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for row in transaction.run(statement("report_contexts"), report=report):
        contexts[str(row["claim"])].append((int(str(row["position"])), str(row["passage"])))
    for row in transaction.run(statement("report_claims"), report=report):
        claim = claim_row(row)
        context = tuple(passage for _, passage in sorted(contexts[claim.id]))
        yield claim.model_copy(update={"context": context})
