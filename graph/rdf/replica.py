"""The graph as Oxigraph holds it on disk, for queries: one folder a state, none of which is changed once it is there.

A new state begins with links to the files of the last one, so that it costs what has changed. Whoever reads
one is not disturbed by the next; a process that is killed in between leaves a draft, which the next one removes.
"""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp
from typing import NamedTuple

import pyoxigraph
from filelock import FileLock

from graph.catalogue import statement
from graph.export import undisturbed
from graph.rdf.following import fill, follow
from graph.rdf.names import DERIVED, JUDGEMENTS, ONTOLOGY, WORLD, graph_of
from graph.store import Store
from ontology.errors import StoreFailed
from ontology.source import VOCABULARY

WRITTEN = 3
"""The version of how the graph is written in RDF: raise it with each change of the quads of equal graphs."""
_DRAFT, _LINKS, _TOLD = "draft-", "links", "state.json"
_KEPT = 2
"""States that stay: a query may still be at work on the last but one."""


class State(NamedTuple):
    """A state of the graph on disk."""

    folder: Path
    version: int
    mark: str
    """What tells this very state, of this very graph, from any other."""
    reports: dict[str, str]
    """The content of each report, by id."""

    @property
    def quads(self) -> Path:
        """The folder that Oxigraph opens."""
        return self.folder / "quads"

    @property
    def graphs(self) -> set[str]:
        """The names of all named graphs."""
        reports = (graph_of(report).value for report in self.reports)
        return {*reports, *(each.value for each in (DERIVED, JUDGEMENTS, ONTOLOGY, WORLD))}


class Replica:
    """The states in a folder; several processes and threads may share it."""

    def __init__(self, folder: Path) -> None:
        """Touches nothing yet."""
        self._folder = folder

    def current(self, store: Store) -> State:
        """The graph as it is now; as it was last, where it changes faster than it can be followed."""
        last = self._last()
        if last is None or last.mark != _standing(store).mark:
            with self._alone():
                return self._caught_up(store)
        return last

    def drop(self) -> None:
        """Removes all states: the next query makes one anew."""
        if self._folder.exists():
            with self._alone():
                for each in self._states():
                    shutil.rmtree(each, ignore_errors=True)

    def _caught_up(self, store: Store) -> State:
        last = self._last()  # perhaps somebody else has done it while this one waited
        if last and last.mark == _standing(store).mark:
            return last
        try:
            draft = undisturbed(store, lambda found: self._drafted(found, last))
        except StoreFailed:
            if last is None:
                raise
            return last
        number = int(last.folder.name.partition("-")[0]) + 1 if last else 1
        # no name comes twice, even after a drop: whoever has a state open knows it by its folder
        once = draft.name.removeprefix(_DRAFT)
        made = _state(draft.rename(self._folder / f"{number:012}-{once}"))
        gone = last is not None and not last.reports.items() <= made.reports.items()
        for each in self._states()[: -1 if gone else -_KEPT]:
            shutil.rmtree(each, ignore_errors=True)
        return made

    def _drafted(self, store: Store, last: State | None) -> Path:
        """The next state, not yet in its place."""
        draft = Path(mkdtemp(dir=self._folder, prefix=_DRAFT))
        standing = _standing(store)
        reports = _written(store, last, standing, draft / "quads")
        content = {"version": standing.version, "mark": standing.mark, "reports": reports}
        shutil.rmtree(draft / _LINKS, ignore_errors=True)
        (draft / _TOLD).write_text(json.dumps(content), "utf-8")
        return draft

    def _last(self) -> State | None:
        with suppress(FileNotFoundError):  # removed meanwhile
            return _state(self._states()[-1]) if self._states() else None
        return None

    def _states(self) -> list[Path]:
        return sorted(each for each in self._folder.glob("[0-9]*") if each.is_dir())

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """One at a time makes states; drafts that failed, or that one who was killed left, are removed."""
        self._folder.mkdir(parents=True, exist_ok=True)
        with FileLock(self._folder / "lock", thread_local=False):
            self._clean()
            try:
                yield
            finally:
                self._clean()

    def _clean(self) -> None:
        for draft in self._folder.glob(f"{_DRAFT}*"):
            shutil.rmtree(draft, ignore_errors=True)


def _written(
    store: Store, last: State | None, standing: "_Standing", folder: Path
) -> dict[str, str]:
    """Writes the graph into a new folder, from the last state where that was derived and written in the same way."""
    if last is None or not standing.follows(last.mark):
        held = pyoxigraph.Store(str(folder))
        reports = fill(held, store)
        held.flush()
        return reports
    links = folder.with_name(_LINKS)
    pyoxigraph.Store.read_only(str(last.quads)).backup(str(links))
    held = pyoxigraph.Store(str(links))
    reports = follow(held, store, last.reports)
    held.flush()
    if last.reports.items() <= reports.items():
        del held  # it is closed, and can be moved
        links.rename(folder)
    else:
        _copy(held, folder)
    return reports


def _copy(held: pyoxigraph.Store, folder: Path) -> None:
    """Copies what is held, but not the words of reports that are gone, which Oxigraph keeps in its files."""
    fresh = pyoxigraph.Store(str(folder))
    fresh.bulk_extend(held)
    fresh.flush()


def _state(folder: Path) -> State:
    return State(folder, **json.loads((folder / _TOLD).read_text("utf-8")))


def _way() -> str:
    """How this program writes the graph in RDF."""
    return f"{WRITTEN}-{sha256(VOCABULARY.read_bytes()).hexdigest()[:16]}"


class _Standing(NamedTuple):
    """Where the graph stands: its version, and what tells this very state from any other."""

    version: int
    mark: str
    whole: bool
    """Whether all is derived, and by one version of the derivation."""

    def follows(self, mark: str) -> bool:
        """Was that state derived and written as this one is?"""
        return self.whole and mark.split()[:2] == self.mark.split()[:2]


def _standing(store: Store) -> _Standing:
    (row,) = store.read(statement("version")) or ({"version": 0, "derivation": 0, "state": ""},)
    told = (str(row[name]) for name in ("derivation", "state", "version"))
    whole = int(str(row["derivation"])) >= 0
    return _Standing(int(str(row["version"])), " ".join((_way(), *told)), whole)
