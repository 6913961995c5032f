"""The library: the store with its graph, and the shelf with the files, changed together.

A file is written down before its report enters the graph, and put in its place after it. Where a command
failed or was killed in between, the next use of the library finishes or undoes it.
"""

from collections.abc import Generator, Iterator, Sequence
from contextlib import suppress
from functools import cached_property
from itertools import groupby
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, NamedTuple, Self

from api.settings import Settings
from api.shelf import Given, Shelf, given_with, remove
from graph.catalogue import statement
from graph.embedded import EmbeddedServer
from graph.knowledge import KnowledgeGraph, ReportRow
from graph.store import Connection, Store
from ontology.errors import ActorgraphError, InvalidStatement, NotKnown, StoreUnavailable

if TYPE_CHECKING:
    from api.cypher import Statements
    from graph.asking import Asker
    from graph.browsing import Directory
    from graph.rdf.replica import Replica
    from graph.searching import PassageSearch
    from ingest.assisting.assistance import Assistance
    from ingest.document import Document
    from ingest.pipeline import Outcome


class Read(NamedTuple):
    """What became of one file: a report in the graph, or the error that stopped it."""

    path: Path
    report: ReportRow | None = None
    changed: bool = False
    error: ActorgraphError | None = None
    assistance: "Assistance | None" = None
    """How far a language model helped, where it was asked."""


class Library:
    """The reports of one data folder and its store; the store is reached when first needed.

    Several threads may use one library. Where the embedded store has ended or was started anew since,
    the next use reaches the new one.
    """

    def __init__(self, settings: Settings) -> None:
        """Touches nothing yet."""
        self.settings = settings
        self.shelf = Shelf(settings.data)
        self.embedded = EmbeddedServer(settings.embedded)
        self._lock = RLock()
        self._opened: _Opened | None = None

    def __enter__(self) -> Self:
        """Itself, closed at the end."""
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Ends the connections; an embedded server goes on for the next command."""
        with self._lock:
            if self._opened is not None:
                self._opened.close()
                self._opened = None
            if "statements" in vars(self):
                self.statements.close()

    # ------------------------------------------------------------- the store

    @property
    def store(self) -> Store:
        """The store, connected; raises StoreUnavailable at once where it does not answer."""
        return self._open().store

    @property
    def graph(self) -> KnowledgeGraph:
        """The graph in the store, its constraints made."""
        return self._open().graph

    @property
    def asker(self) -> "Asker":
        """Answers questions; keeps the names of the graph between them."""
        _ = self.graph  # makes the constraints that an untouched store lacks
        return self._open().asker

    @property
    def directory(self) -> "Directory":
        """Finds actors by name; keeps the names of the graph between searches."""
        _ = self.graph
        return self._open().directory

    @property
    def search(self) -> "PassageSearch":
        """Finds passages by their words; keeps an index of them between searches."""
        _ = self.graph
        return self._open().search

    def stay_awake(self) -> None:
        """Keeps the embedded store from ending for want of use."""
        with self._lock:
            connection = self._opened.store.connection if self._opened else None
        if connection and connection.used:
            connection.used()

    def _open(self) -> "_Opened":
        with self._lock:
            if self._opened is not None and not self._still_there(self._opened.store.connection):
                self.close()
            if self._opened is None:
                self._opened = self._reached()
            if self.shelf.has_drafts():
                self._settle(self._opened.graph)
            return self._opened

    def _reached(self) -> "_Opened":
        """The store; an embedded one that came up without the rights of its reader is started anew, once."""
        opened = _Opened(_answering(self._connection()), self.settings)
        if self.settings.store is None and not opened.can_be_read():
            opened.close()
            self.embedded.stop()
            opened = _Opened(_answering(self._connection()), self.settings)
        return opened

    def _connection(self) -> Connection:
        settings = self.settings
        if settings.store is None:
            return self.embedded.ensure()
        return Connection(
            settings.store, settings.store_user, settings.password(), settings.store_database
        )

    def _still_there(self, connection: Connection) -> bool:
        return self.settings.store is not None or self.embedded.running() == connection

    def _settle(self, graph: KnowledgeGraph) -> None:
        """Puts drafts that were left in their place where the graph has their reports, and removes the others.

        While somebody is at work, they are that one's.
        """
        with suppress(StoreUnavailable), self.shelf.alone(seconds=0):
            rows = {row.file_sha256: row for row in graph.reports()}
            for draft, document in self.shelf.drafts().items():
                row = rows.get(document.file_sha256) if document else None
                if document and row and _is_of(row, document):
                    self.shelf.put(draft, row.file_sha256)
                else:
                    remove(draft)

    @cached_property
    def replica(self) -> "Replica":
        """The graph as SPARQL queries see it."""
        from graph.rdf.replica import Replica

        return Replica(self.settings.data / "sparql")

    @cached_property
    def statements(self) -> "Statements":
        """Runs Cypher that people write themselves."""
        from api.cypher import Statements

        return Statements(self)

    # ------------------------------------------------------------- the reports

    def report(self, identifier: str) -> ReportRow:
        """One report of the graph; raises NotKnown."""
        return self.graph.report(identifier)

    def read(
        self, paths: Sequence[Path], date: str | None = None
    ) -> Generator["Outcome", None, None]:
        """Reads files, each given as it is ready; nothing is kept yet."""
        from api.reading import outcomes

        yield from outcomes(paths, date, self.settings)

    def take(self, outcome: "Outcome", date: str | None = None) -> Read:
        """Keeps a file that was read, and adds its report to the graph; `Given.also` says what holds of a known one."""
        if outcome.document is None:
            return Read(outcome.path, error=outcome.error)
        return self._take(outcome, given_with(outcome.path, outcome.document.file, date))

    def _take(self, outcome: "Outcome", came: Given) -> Read:
        if outcome.document is None:
            return Read(outcome.path, error=outcome.error)
        try:
            graph = self.graph
            with self.shelf.alone():
                known = self._known(outcome.document)
                holds = known.given.also(came) if known else came
                if known and holds == known.given and holds.tells != came.tells:
                    return Read(outcome.path, known.report)
                return self._put(graph, outcome, came, holds)
        except ActorgraphError as error:
            return Read(outcome.path, error=error)

    def _put(self, graph: KnowledgeGraph, outcome: "Outcome", came: Given, holds: Given) -> Read:
        """Adds a report as what holds of it says, which is read anew where it was read as something else."""
        draft = self.shelf.draft(outcome.path, holds)
        found = outcome
        if holds.tells != came.tells:
            (found,) = self.read([self.shelf.drafted(draft, holds)], holds.date)
        extraction, document = found.extraction, found.document
        if extraction is None or document is None:
            remove(draft)
            return Read(outcome.path, error=found.error)
        self.shelf.complete(draft, document)
        changed = graph.add(extraction, document.text)
        self.shelf.put(draft, document.file_sha256)
        row = ReportRow(**extraction.report.model_dump(), claims=len(extraction.claims))
        return Read(outcome.path, row, changed, assistance=found.assistance)

    def _known(self, document: "Document") -> "_Known | None":
        """What there is already of the bytes that a document was read from."""
        try:
            return _Known(self.report(document.id), self.shelf.given(document.file_sha256))
        except NotKnown:
            return None

    def ingest(self, paths: Sequence[Path], date: str | None = None) -> Iterator[Read]:
        """Reads files and adds them to the graph, each as it is ready."""
        if paths:
            _ = self.graph  # a store that does not answer is found before the long work
        for outcome in self.read(paths, date):
            yield self.take(outcome, date)

    def reread(self, identifiers: Sequence[str] = ()) -> Iterator[Read]:
        """Reads reports again with the present extractor, all of them where none is named; raises NotKnown."""
        rows = self._rows(identifiers) if identifiers else self.graph.reports()
        found: list[tuple[Given, Path]] = []
        for row in rows:
            try:
                given = self.shelf.given(row.file_sha256)
                found.append((given, self.shelf.original(row.file_sha256)))
            except NotKnown as error:
                yield Read(Path(row.file), error=error)
        found.sort(key=_date_of)
        for date, group in groupby(found, key=_date_of):
            givens, files = zip(*group, strict=True)
            for given, outcome in zip(givens, self.read(files, date or None), strict=True):
                yield self._take(outcome, given)

    def forget(self, identifier: str) -> None:
        """Removes a report, its file, the answers of language models to it, and its jobs; raises NotKnown."""
        from api.jobs import JobFolder

        row, graph = self.report(identifier), self.graph
        self._forget_answers(row)
        with self.shelf.alone():
            draft = self.shelf.take_down(row.file_sha256)
            graph.forget(identifier)
            if draft:
                remove(draft)
        self.replica.drop()
        JobFolder(self.settings.data).forget(identifier)

    def _forget_answers(self, row: ReportRow) -> None:
        from api.llm.keeping import forget_answers

        with suppress(NotKnown):
            forget_answers(self.settings.data, self.shelf.document(row.file_sha256))

    def _rows(self, identifiers: Sequence[str]) -> list[ReportRow]:
        return [self.report(identifier) for identifier in dict.fromkeys(identifiers)]


def _date_of(found: tuple[Given, Path]) -> str:
    return found[0].date or ""


class _Known(NamedTuple):
    """A report in the graph, and what came with its bytes."""

    report: ReportRow
    given: Given


def _is_of(row: ReportRow, document: "Document") -> bool:
    """Is it this very reading of the file that is in the graph?"""
    told = ("text_sha256", "file", "title", "published", "source", "pages")
    return all(getattr(row, name) == getattr(document, name) for name in told)


def _answering(connection: Connection) -> Store:
    """A store that answers now: the driver would try for half a minute to reach one that does not."""
    store = Store(connection)
    try:
        store.check()
    except ActorgraphError:
        store.close()
        raise
    return store


class _Opened:
    """A store that answered, and what is made of it when first asked for."""

    def __init__(self, store: Store, settings: Settings) -> None:
        self.store, self._settings = store, settings

    def can_be_read(self) -> bool:
        """Does the server let its reader read? It has been seen to refuse all, from its start on, on a busy machine."""
        try:
            _ = self.graph
            self.store.read(statement("version"))
        except InvalidStatement:
            return False
        return True

    @cached_property
    def graph(self) -> KnowledgeGraph:
        return KnowledgeGraph(self.store)

    @cached_property
    def asker(self) -> "Asker":
        from graph.asking import Asker

        if not self._settings.llm:
            return Asker(self.store)
        from api.llm.translating import translator

        return Asker(self.store, translator(self._settings))

    @cached_property
    def directory(self) -> "Directory":
        from graph.browsing import Directory

        return Directory(self.store)

    @cached_property
    def search(self) -> "PassageSearch":
        from graph.searching import PassageSearch

        return PassageSearch(self.store)

    def close(self) -> None:
        self.store.close()
        if "search" in self.__dict__:
            self.search.close()
