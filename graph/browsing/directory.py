"""The actors of the graph by name: any spelling and any beginning of a word finds them."""

from collections.abc import Iterable, Sequence
from functools import cached_property

from graph.browsing.proofs import texts
from graph.browsing.records import ActorRow
from graph.catalogue import statement
from graph.store import Row, Store
from ontology.names import fold, romanisation_key
from ontology.terms import NodeKind


class Directory:
    """Searches the names of one store; reads them anew when the graph has changed."""

    def __init__(self, store: Store) -> None:
        """Reads nothing yet."""
        self._store = store
        self._read: tuple[int, _Names] | None = None

    def search(self, words: str = "", kind: NodeKind | None = None) -> Sequence[ActorRow]:
        """The actors in one of whose names each word begins a word; all without words; by name."""
        return self._names().search(words, kind)

    def _names(self) -> "_Names":
        rows = self._store.read(statement("version"))
        version = int(str(rows[0]["version"])) if rows else 0
        if self._read is None or self._read[0] != version:
            found = self._store.read(statement("browse_actors"))
            self._read = version, _Names(map(actor_row, found))
        return self._read[1]


class _Names:
    def __init__(self, actors: Iterable[ActorRow]) -> None:
        self.actors = sorted(actors, key=lambda each: (fold(each.name), each.id))

    @cached_property
    def _spellings(self) -> list[list[frozenset[str]]]:
        """Of each actor the words of each name, as written and by romanisation."""
        return [[_spelt(name) for name in (each.name, *each.aliases)] for each in self.actors]

    def search(self, words: str, kind: NodeKind | None) -> list[ActorRow]:
        wanted = [{word, romanisation_key(word)} for word in fold(words).split()]
        return [
            actor
            for actor, spellings in zip(self.actors, self._spellings, strict=True)
            if (kind is None or actor.kind is kind)
            and any(all(_begins(each, spelt) for each in wanted) for spelt in spellings)
        ]


def _spelt(name: str) -> frozenset[str]:
    words = [word.strip(".,;:()") for word in fold(name).split()]
    return frozenset(words) | {romanisation_key(word) for word in words if word}


def _begins(variants: Iterable[str], words: Iterable[str]) -> bool:
    return any(word.startswith(each) for word in words for each in variants if each)


def actor_row(row: Row) -> ActorRow:
    """An actor as the store has it."""
    return ActorRow(
        id=str(row["id"]),
        kind=NodeKind(str(row["kind"])),
        name=str(row["name"]),
        aliases=texts(row["aliases"]),
        countries=texts(row["countries"]),
    )
