"""The graph of what reports say: added, forgotten, judged; each change is one transaction."""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import cast

from pydantic import ConfigDict

from graph import export
from graph.catalogue import for_kind, statement
from graph.change import Planner
from graph.load import apply, drop_node, drop_report, put_node, put_report
from graph.rows import judgement_properties, judgement_row
from graph.store import Store, Transaction, Value
from ontology.errors import InvalidClaim, NotKnown
from ontology.model import Extraction, Judgement, Report
from ontology.terms import NodeKind, Verdict


class ReportRow(Report):
    """A report in the graph, with the number of its claims."""

    model_config = ConfigDict(frozen=True, extra="ignore")
    claims: int


class KnowledgeGraph:
    """The graph in a store: a pure function of its reports, the judgements and the extractor's version."""

    def __init__(self, store: Store) -> None:
        """Makes the constraints of a store that was never written to."""
        self.store = store
        if self.version() == 0:
            self._prepare()

    def add(self, extraction: Extraction, text: str | None = None) -> bool:
        """Adds or replaces a report; False where the graph already has just that.

        With its canonical text, raises InvalidClaim where a quote does not stand in it.
        """
        if text is not None:
            _check_quotes(extraction, text)
        content = sha256(extraction.model_dump_json().encode()).hexdigest()
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
        return self.store.reading(_judgements)

    def reports(self) -> list[ReportRow]:
        """The reports in the graph, by date and file."""
        rows = self.store.read(statement("reports"))
        found = [
            ReportRow.model_validate(
                {"title": None, "published": None, "source": None}
                | cast("dict[str, object]", row["properties"])
                | {"claims": row["claims"]}
            )
            for row in rows
        ]
        return sorted(found, key=lambda each: (each.published or "", each.file, each.id))

    def version(self) -> int:
        """A number that rises with each change."""
        rows = self.store.read(statement("version"))
        return cast("int", rows[0]["version"]) if rows else 0

    def fingerprint(self) -> str:
        """A hash of the whole graph."""
        return export.fingerprint(self.store)

    def export_json(self, file: Path) -> None:
        """Writes the whole graph as JSON; equal graphs give equal bytes on every store."""
        export.export_json(self.store, file)

    def _prepare(self) -> None:
        kinds = [for_kind("define_unique_id", kind) for kind in NodeKind]
        others = ("define_version", "define_mention_key", "define_mention_identity")
        self.store.define([*kinds, *map(statement, others)])


def _check_quotes(extraction: Extraction, text: str) -> None:
    if sha256(text.encode()).hexdigest() != extraction.report.text_sha256:
        raise InvalidClaim(
            f"The text of {extraction.report.file} is not the one that was read",
            "Read the report again",
        )
    for passage in extraction.passages:
        if text[passage.start : passage.end] != passage.quote:
            raise InvalidClaim(
                f"{extraction.report.file} does not say {passage.quote!r} at {passage.start}",
                "Read the report again",
            )


def _judgements(transaction: Transaction) -> list[Judgement]:
    rows = map(judgement_row, transaction.run(statement("judgements")))
    return sorted(rows, key=lambda each: each.id)


def _rejected(judgements: Iterable[Judgement]) -> set[str]:
    return {each.about[0] for each in judgements if each.verdict is Verdict.REJECT}


def _add(transaction: Transaction, extraction: Extraction, content: str) -> bool:
    """First of all raises the version: whoever else writes waits for this lock."""
    report = extraction.report.id
    known = transaction.run(statement("report"), report=report)
    if known and cast("dict[str, object]", known[0]["properties"])["content"] == content:
        return False
    transaction.run(statement("raise_version"))
    judgements = _judgements(transaction)
    plan = Planner(transaction, judgements).plan(report, extraction)
    if known:
        drop_report(transaction, report)
    put_report(transaction, extraction, content, _rejected(judgements))
    apply(transaction, plan)
    return True


def _forget(transaction: Transaction, report: str) -> None:
    if not transaction.run(statement("report"), report=report):
        raise NotKnown(f"No report {report!r} is in the graph", "`actorgraph reports` lists them")
    transaction.run(statement("raise_version"))
    plan = Planner(transaction, _judgements(transaction)).plan(report)
    drop_report(transaction, report)
    apply(transaction, plan)


def _judge(transaction: Transaction, judgement: Judgement) -> None:
    transaction.run(statement("raise_version"))
    judgements = {each.id: each for each in _judgements(transaction)} | {judgement.id: judgement}
    plan = Planner(transaction, judgements.values()).plan(judged=[judgement])
    put_node(transaction, NodeKind.JUDGEMENT, judgement_properties(judgement))
    _mark(transaction, judgement, rejected=True)
    apply(transaction, plan)


def _withdraw(transaction: Transaction, identifier: str) -> None:
    judgements = {each.id: each for each in _judgements(transaction)}
    if identifier not in judgements:
        raise NotKnown(
            f"No judgement {identifier!r} is in the graph", "Look at the list of judgements"
        )
    withdrawn = judgements.pop(identifier)
    transaction.run(statement("raise_version"))
    plan = Planner(transaction, judgements.values()).plan(judged=[withdrawn])
    drop_node(transaction, NodeKind.JUDGEMENT, identifier)
    _mark(transaction, withdrawn, rejected=withdrawn.about[0] in _rejected(judgements.values()))
    apply(transaction, plan)


def _mark(transaction: Transaction, judgement: Judgement, *, rejected: bool) -> None:
    if judgement.verdict is Verdict.REJECT:
        claim: dict[str, Value] = {"id": judgement.about[0], "rejected": rejected}
        transaction.run(statement("set_claims_rejected"), rows=[claim])
