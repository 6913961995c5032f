"""The names that the graph knows, found by key, by surname, by the words they hold, and by initials."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TypeVar

from graph.asking.words import stems
from ontology.model import Record
from ontology.names import name_key, person_key, strip_titles, surname
from ontology.terms import NodeKind

_Key = TypeVar("_Key")

ACTORS = frozenset({NodeKind.PERSON, NodeKind.ORGANISATION, NodeKind.COUNTRY})


class Entry(Record):
    """A world node with every name it has, and what tells it from others of that name."""

    id: str
    kind: NodeKind
    name: str
    aliases: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    """Codes: of a country its own, of a person, body or post those it is of."""
    broader: tuple[str, ...] = ()
    """Of a topic: names of the concepts it belongs to."""
    bodies: tuple[str, ...] = ()
    """Of a post: ids of the bodies, countries or places it is in."""
    holders: tuple[str, ...] = ()
    """Of a post: ids of those seen in it and not said to have left."""
    words: str = ""
    """Of an event: other words that tell of it (topics, places, those present)."""
    quoted: str = ""
    """Of an event: the sentences that state it."""

    @property
    def names(self) -> tuple[str, ...]:
        """The name and its aliases."""
        return (self.name, *self.aliases)


class NameIndex:
    """Finds entries by what a question calls them; made anew when the graph has changed."""

    def __init__(self, entries: Iterable[Entry], latest: str | None = None) -> None:
        self.entries: Mapping[str, Entry] = {entry.id: entry for entry in entries}
        self.latest = latest
        """The last day that a report is of or tells of, ISO: what 'last month' is counted from."""

    def of_kind(self, *kinds: NodeKind) -> tuple[Entry, ...]:
        """All entries of the kinds."""
        return tuple(entry for kind in kinds for entry in self._by_kind.get(kind, ()))

    def persons(self, name: str) -> tuple[Entry, ...]:
        """The persons of exactly this name in any spelling; else those of this surname alone."""
        bare = strip_titles(name)
        if found := self._persons_by_key.get(person_key(bare)):
            return tuple(found)
        return tuple(self._persons_by_surname.get(person_key(bare), ()))

    def surnamed(self, name: str) -> tuple[Entry, ...]:
        """The persons who share the surname of this name."""
        return tuple(self._persons_by_surname.get(person_key(surname(strip_titles(name))), ()))

    def country(self, code: str) -> Entry | None:
        """The country of the code, if the reports name it."""
        return self._countries.get(code)

    def called(self, name: str, *kinds: NodeKind) -> tuple[Entry, ...]:
        """Those of the kinds whose name or alias is this one, in any spelling, or its initials."""
        found = {e.id: e for e in self._by_key.get(name_key(name), ()) if e.kind in kinds}
        if not found and name.isupper() and len(name) > 2:
            found = {e.id: e for e in self._by_initials.get(name, ()) if e.kind in kinds}
        return tuple(found.values())

    def holding(self, words: Iterable[str], *kinds: NodeKind) -> tuple[Entry, ...]:
        """Those of the kinds whose names hold all the stems."""
        wanted = [self._by_stem.get(word, frozenset()) for word in words]
        ids = frozenset.intersection(*wanted) if wanted else frozenset[str]()
        return tuple(self.entries[i] for i in sorted(ids) if self.entries[i].kind in kinds)

    @cached_property
    def title_stems(self) -> frozenset[str]:
        """The stems of every title of a post."""
        posts = self.of_kind(NodeKind.POST)
        return frozenset(word for post in posts for name in post.names for word in stems(name))

    def holds_word(self, word: str) -> bool:
        """Does any name hold all the stems of this word?"""
        return all(part in self._by_stem for part in stems(word))

    def quoting(self, words: Iterable[str]) -> tuple[Entry, ...]:
        """The events whose stating sentence holds all the stems."""
        wanted = set(words)
        return tuple(e for e in self.of_kind(NodeKind.EVENT) if wanted <= self._quoted[e.id])

    @cached_property
    def _by_kind(self) -> Mapping[NodeKind, list[Entry]]:
        return _grouped((entry.kind, entry) for entry in self.entries.values())

    @cached_property
    def _countries(self) -> Mapping[str, Entry]:
        return {e.countries[0]: e for e in self.of_kind(NodeKind.COUNTRY) if e.countries}

    @cached_property
    def _persons_by_key(self) -> Mapping[str, list[Entry]]:
        people = self.of_kind(NodeKind.PERSON)
        return _grouped((person_key(name), entry) for entry in people for name in entry.names)

    @cached_property
    def _persons_by_surname(self) -> Mapping[str, list[Entry]]:
        people = self.of_kind(NodeKind.PERSON)
        return _grouped((person_key(surname(name)), e) for e in people for name in e.names)

    @cached_property
    def _by_key(self) -> Mapping[str, list[Entry]]:
        return _grouped(
            (name_key(n), entry) for entry in self.entries.values() for n in entry.names
        )

    @cached_property
    def _by_initials(self) -> Mapping[str, list[Entry]]:
        bodies = self.of_kind(NodeKind.ORGANISATION)
        return _grouped((_initials(n), entry) for entry in bodies for n in entry.names)

    @cached_property
    def _by_stem(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for entry in self.entries.values():
            for word in stems(" ".join((*entry.names, entry.words))):
                found[word].add(entry.id)
        return {word: frozenset(ids) for word, ids in found.items()}

    @cached_property
    def _quoted(self) -> Mapping[str, frozenset[str]]:
        return {e.id: frozenset(stems(e.quoted)) for e in self.of_kind(NodeKind.EVENT)}


def _grouped(pairs: Iterable[tuple[_Key, Entry]]) -> Mapping[_Key, list[Entry]]:
    groups: dict[_Key, dict[str, Entry]] = defaultdict(dict)
    for key, entry in pairs:
        groups[key][entry.id] = entry
    return {key: list(entries.values()) for key, entries in groups.items()}


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.replace("-", " ").split() if word[0].isupper())
