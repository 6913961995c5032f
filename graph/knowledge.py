"""The graph of what reports say: added, forgotten, judged; each change is one transaction."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import cast

from graph import export, extractions
from graph.browsing.reports import ReportRow as ReportRow
from graph.browsing.reports import report_row
from graph.catalogue import for_kind, statement
from graph.change import Reports, plan
from graph.exporting.filtering import GraphFilter
from graph.exporting.formats import Format
from graph.load import apply, drop_node, drop_report, put_node, put_report
from graph.rebuild import DERIVED, await_turn, rebuild
from graph.rows import content_of, judgement_properties, judgement_row
from graph.store import Row, Store, Transaction
from graph.stories import Story, story_of
from ontology.errors import NotKnown
from ontology.model import Extraction, Judgement
from ontology.terms import NodeKind, Verdict


class KnowledgeGraph:
    """The graph in a store: a pure function of its reports, the judgements and the extractor's version."""

    def __init__(self, store: Store) -> None:
        """Makes the constraints of a store that was never used, and derives anew what another version derived."""
        self.store = store
        state = store.read(statement("version"))
        if not state:
            self._define()
            store.write(
                lambda transaction: transaction.run(statement("put_graph"), derivation=DERIVED)
            )
        elif state[0]["derivation"] != DERIVED:
            self._define()  # Neo4j's importer, which brings a graph that nobody has opened yet, makes none
            self.rebuild()
        elif state[0]["state"] is None:  # made before there was one
            store.write(lambda transaction: transaction.run(statement("raise_version")))

    def add(self, extraction: Extraction, text: str | None = None) -> bool:
        """Adds or replaces a report; False where the graph already has just that.

        With its canonical text, raises InvalidClaim where a quote does not stand in it.
        """
        if text is not None:
            extraction.check(text)
        content = content_of(extraction)
        return self.store.write(lambda transaction: _add(transaction, extraction, content))

    def forget(self, report: str) -> None:
        """Removes a report, as if it had never been read; raises NotKnown."""
        self.store.write(lambda transaction: _forget(transaction, report))

    def judge(self, judgement: Judgement) -> None:
        """Keeps a person's decision; one about what no report says now waits until one does."""
        self.store.write(lambda transaction: _judge(transaction, judgement))

    def withdraw(self, judgement: str) -> None:
        """Takes a decision back; raises NotKnown."""
        self.store.write(lambda transaction: _withdraw(transaction, judgement))

    def judgements(self) -> list[Judgement]:
        """All decisions, by id."""
        return extractions.judgements(self.store)

    def report(self, identifier: str) -> ReportRow:
        """One report of the graph; raises NotKnown."""
        rows = self.store.read(statement("report"), report=identifier)
        if not rows:
            raise _not_known(identifier)
        return report_row(rows[0])

    def reports(self) -> list[ReportRow]:
        """The reports in the graph, by date and file."""
        found = [report_row(row) for row in self.store.read(statement("reports"))]
        return sorted(found, key=lambda each: (each.published or "", each.file, each.id))

    def version(self) -> int:
        """A number that rises with each change."""
        rows = self.store.read(statement("version"))
        return cast("int", rows[0]["version"]) if rows else 0

    def fingerprint(self) -> str:
        """A hash of the whole graph."""
        return export.fingerprint(self.store)

    def export(self, form: Format, out: Path, wanted: GraphFilter | None = None) -> None:
        """Writes the graph, or what of it is wanted, as `graph.export.export` does."""
        export.export(self.store, form, out, wanted)

    def rebuild(self) -> None:
        """Derives the world anew from the claims."""
        rebuild(self.store)

    def _define(self) -> None:
        kinds = [for_kind("define_unique_id", kind) for kind in NodeKind]
        others = (
            "define_graph_id",
            "define_bundle_id",
            "define_bundle_key",
            "define_mention_bundle",
        )
        self.store.define([*kinds, *map(statement, others)])


def _not_known(report: str) -> NotKnown:
    return NotKnown(f"No report {report!r} is in the graph", "`actorgraph reports` lists them")


def _judgements(transaction: Transaction) -> tuple[Judgement, ...]:
    rows = map(judgement_row, transaction.run(statement("judgements")))
    return tuple(sorted(rows, key=lambda each: each.id))


def _rejected(judgements: Iterable[Judgement]) -> set[str]:
    return {each.about[0] for each in judgements if each.verdict is Verdict.REJECT}


# ------------------------------------------------------------------ reports


def _add(transaction: Transaction, extraction: Extraction, content: str) -> bool:
    """First of all waits for its turn: another may be adding the same report."""
    await_turn(transaction)
    report = extraction.report.id
    known = transaction.run(statement("report"), report=report)
    if known and cast("dict[str, object]", known[0]["properties"])["content"] == content:
        return False
    transaction.run(statement("raise_version"))
    judgements = _judgements(transaction)
    planned = plan(transaction, Reports({report: story_of(extraction)}, judgements, judgements))
    if known:
        drop_report(transaction, report)
    put_report(transaction, extraction, content, _rejected(judgements))
    apply(transaction, planned)
    return True


def _forget(transaction: Transaction, report: str) -> None:
    await_turn(transaction)
    if not transaction.run(statement("report"), report=report):
        raise _not_known(report)
    transaction.run(statement("raise_version"))
    judgements = _judgements(transaction)
    planned = plan(transaction, Reports({report: Story()}, judgements, judgements))
    drop_report(transaction, report)
    apply(transaction, planned)


# ------------------------------------------------------------------ judgements


def _judge(transaction: Transaction, judgement: Judgement) -> None:
    await_turn(transaction)
    before = _judgements(transaction)
    if judgement in before:
        return
    after = (*(each for each in before if each.id != judgement.id), judgement)
    _change_judgements(transaction, before, after)
    put_node(transaction, NodeKind.JUDGEMENT, judgement_properties(judgement))


def _withdraw(transaction: Transaction, identifier: str) -> None:
    await_turn(transaction)
    before = _judgements(transaction)
    after = tuple(each for each in before if each.id != identifier)
    if after == before:
        raise NotKnown(
            f"No judgement {identifier!r} is in the graph", "Look at the list of judgements"
        )
    _change_judgements(transaction, before, after)
    drop_node(transaction, NodeKind.JUDGEMENT, identifier)


def _change_judgements(
    transaction: Transaction, before: Sequence[Judgement], after: Sequence[Judgement]
) -> None:
    transaction.run(statement("raise_version"))
    planned = plan(transaction, Reports({}, tuple(before), tuple(after)))
    was, now = _rejected(before), _rejected(after)
    rows: list[Row] = [{"id": claim, "rejected": claim in now} for claim in sorted(was ^ now)]
    transaction.run(statement("set_claims_rejected"), rows=rows)
    apply(transaction, planned)
