"""The library: the store with its graph, and the shelf with the files, changed together.

A file is kept before its report enters the graph, and leaves after it: an interrupted command never
leaves a report without its file.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Self

from api.settings import Settings
from api.shelf import Given, Shelf
from graph.embedded import EmbeddedServer
from graph.knowledge import KnowledgeGraph, ReportRow
from graph.store import Connection, Store
from ontology.errors import ActorgraphError, NotKnown

if TYPE_CHECKING:
    from ingest.pipeline import Outcome


class Read(NamedTuple):
    """What became of one file: a report in the graph, or the error that stopped it."""

    path: Path
    report: ReportRow | None = None
    changed: bool = False
    error: ActorgraphError | None = None


class Library:
    """The reports of one data folder and its store; the store is reached when first needed."""

    def __init__(self, settings: Settings) -> None:
        """Touches nothing yet."""
        self.settings = settings
        self.shelf = Shelf(settings.data)
        self.embedded = EmbeddedServer(settings.embedded)

    def __enter__(self) -> Self:
        """Itself, closed at the end."""
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def connection(self) -> Connection:
        """Where the store answers; the embedded one is started if need be."""
        settings = self.settings
        if settings.store is None:
            return self.embedded.ensure()
        return Connection(
            settings.store, settings.store_user, settings.password(), settings.store_database
        )

    @cached_property
    def store(self) -> Store:
        """The store, connected."""
        return Store(self.connection())

    @cached_property
    def graph(self) -> KnowledgeGraph:
        """The graph in the store, its constraints made."""
        return KnowledgeGraph(self.store)

    def close(self) -> None:
        """Ends the connections; an embedded server goes on for the next command."""
        if "store" in self.__dict__:
            self.store.close()

    def report(self, identifier: str) -> ReportRow:
        """One report of the graph; raises NotKnown."""
        for row in self.graph.reports():
            if row.id == identifier:
                return row
        raise NotKnown(
            f"No report {identifier!r} is in the graph", "`actorgraph reports` lists them"
        )

    def ingest(self, paths: Sequence[Path], date: str | None = None) -> Iterator[Read]:
        """Reads files and adds them to the graph, each as it is ready."""
        from ingest.pipeline import extract_reports

        _ = self.graph  # a store that does not answer is found before the long work
        for outcome in extract_reports(paths, date=date, workers=self.settings.workers):
            yield self._take(outcome, date)

    def reread(self, identifiers: Sequence[str] = ()) -> Iterator[Read]:
        """Reads reports again with the present extractor, all of them where none is named."""
        rows = [self.report(each) for each in identifiers] or self.graph.reports()
        for row in rows:
            yield self._reread(row)

    def forget(self, identifier: str) -> None:
        """Removes a report and its file; raises NotKnown."""
        row = self.report(identifier)
        self.graph.forget(identifier)
        self.shelf.drop(row.file_sha256)

    def _reread(self, row: ReportRow) -> Read:
        try:
            original = self.shelf.original(row.file_sha256)
            given: Given = self.shelf.given(row.file_sha256)
        except NotKnown as error:
            return Read(Path(row.file), error=error)
        return next(self.ingest([original], given.date))

    def _take(self, outcome: "Outcome", date: str | None) -> Read:
        if outcome.extraction is None or outcome.document is None:
            return Read(outcome.path, error=outcome.error)
        try:
            self._keep(outcome, date)
            changed = self.graph.add(outcome.extraction, outcome.document.text)
        except ActorgraphError as error:
            return Read(outcome.path, error=error)
        row = ReportRow(
            **outcome.extraction.report.model_dump(), claims=len(outcome.extraction.claims)
        )
        return Read(outcome.path, row, changed)

    def _keep(self, outcome: "Outcome", date: str | None) -> None:
        """What is read again from the shelf itself stays where it is, but its text may be new."""
        if outcome.document is None:
            return
        self.shelf.keep(outcome.path, outcome.document, date)
