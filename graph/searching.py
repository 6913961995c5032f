"""Full-text search over passages: an index of SQLite's (FTS5) that follows the graph.

The stores have no such index that Cypher can ask on both. This one is the process's own, in a temporary file that
goes with it; when the graph has changed, the reports that did are read anew before the next search.
"""

import re
import sqlite3
from collections.abc import Sequence
from threading import Lock

from graph.catalogue import statement
from graph.rows import passage_row
from graph.state import state_of
from graph.store import Store

_TABLES = """
CREATE TABLE report (id TEXT PRIMARY KEY, content TEXT);
CREATE VIRTUAL TABLE passage USING fts5(
    quote, id UNINDEXED, report UNINDEXED, tokenize = 'porter unicode61 remove_diacritics 2'
);
"""
_PART = re.compile(r'"([^"]*)"|(\S+)')
_WORD = re.compile(r"[^\W_]")


class PassageSearch:
    """Finds passages by words in any form of English, accents and case apart; words in quotes follow each other."""

    def __init__(self, store: Store) -> None:
        """Reads nothing yet."""
        self._store = store
        self._lock = Lock()
        self._state: str | None = None
        self._index = sqlite3.connect("", check_same_thread=False, isolation_level=None)
        self._index.executescript(_TABLES)

    def find(self, words: str) -> Sequence[str]:
        """The ids of the passages with all the words, the best first; none without words."""
        if not (query := _query(words)):
            return []
        with self._lock:
            self._follow()
            found = self._index.execute(
                "SELECT id FROM passage WHERE passage MATCH ? ORDER BY rank, id", (query,)
            )
            return [str(identifier) for (identifier,) in found]

    def close(self) -> None:
        """Removes the index."""
        with self._lock:
            self._index.close()

    def _follow(self) -> None:
        state = state_of(self._store)
        if state == self._state:
            return
        rows = self._store.read(statement("report_contents"))
        now = {(str(row["id"]), str(row["content"])) for row in rows}
        known = set(self._index.execute("SELECT id, content FROM report"))
        self._index.execute("BEGIN")
        try:
            for report, _ in known - now:
                self._index.execute("DELETE FROM passage WHERE report = ?", (report,))
                self._index.execute("DELETE FROM report WHERE id = ?", (report,))
            for report, content in sorted(now - known):
                self._add(report, content)
        except BaseException:
            self._index.execute("ROLLBACK")
            raise
        self._index.execute("COMMIT")
        self._state = state

    def _add(self, report: str, content: str) -> None:
        self._index.execute("INSERT INTO report VALUES (?, ?)", (report, content))
        passages = map(passage_row, self._store.read(statement("report_passages"), report=report))
        self._index.executemany(
            "INSERT INTO passage (quote, id, report) VALUES (?, ?, ?)",
            ((each.quote, each.id, report) for each in passages),
        )


def _query(words: str) -> str:
    """The words as the index wants them: each, or several that were in quotes, as a phrase of its own."""
    parts = (phrase or word for phrase, word in _PART.findall(words.replace("\0", " ")))
    return " ".join('"' + part.replace('"', " ") + '"' for part in parts if _WORD.search(part))
