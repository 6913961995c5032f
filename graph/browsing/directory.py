"""The actors and posts of the graph by name: any spelling and any beginning of a word finds them."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Generic, TypeVar

from graph.browsing.proofs import texts
from graph.browsing.records import ActorRow, Called
from graph.catalogue import statement
from graph.state import state_of
from graph.store import Row, Store
from ontology.names import fold, romanisation_key
from ontology.terms import NodeKind

Item = TypeVar("Item", bound=Called)


class Directory:
    """Searches the names of one store; reads them anew when the graph has changed."""

    def __init__(self, store: Store) -> None:
        """Reads nothing yet."""
        self._store = store
        self._read: tuple[str, _Lists] | None = None

    def search(self, words: str = "", kind: NodeKind | None = None) -> Sequence[ActorRow]:
        """The actors in one of whose names each word begins a word; all without words; by name."""
        found = self._lists().actors.search(words)
        return [each for each in found if kind is None or each.kind is kind]

    def posts(self, words: str) -> Sequence[Called]:
        """The posts in one of whose names each word begins a word, by name."""
        return self._lists().posts.search(words)

    def _lists(self) -> "_Lists":
        state = state_of(self._store)
        if self._read is None or self._read[0] != state:
            self._read = state, _Lists(self._store)
        return self._read[1]


class _Lists:
    """The names of one state of the graph, each kind read when it is first asked for."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @cached_property
    def actors(self) -> "_Names[ActorRow]":
        return _Names(map(actor_row, self._store.read(statement("browse_actors"))))

    @cached_property
    def posts(self) -> "_Names[Called]":
        found = self._store.read(statement("browse_post_names"))
        return _Names(_post(row) for row in found)


class _Names(Generic[Item]):
    def __init__(self, items: Iterable[Item]) -> None:
        self.items = sorted(items, key=lambda each: (fold(each.name), each.id))

    @cached_property
    def _spellings(self) -> list[list[frozenset[str]]]:
        """Of each thing the words of each name, as written and by romanisation."""
        return [[_spelt(name) for name in (each.name, *each.aliases)] for each in self.items]

    def search(self, words: str) -> list[Item]:
        """Those with all words; all where nothing is said, none where what is said has no word."""
        wanted = [{word, romanisation_key(word)} for word in fold(words).split()]
        if words and not wanted:
            return []
        return [
            item
            for item, spellings in zip(self.items, self._spellings, strict=True)
            if any(all(_begins(each, spelt) for each in wanted) for spelt in spellings)
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


def _post(row: Row) -> Called:
    name, aliases = str(row["name"]), texts(row["aliases"])
    return Called(id=str(row["id"]), kind=NodeKind.POST, name=name, aliases=aliases)
