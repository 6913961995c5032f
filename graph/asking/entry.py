"""A world node as questions find it, and tables from words to nodes."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TypeAlias, TypeVar

from graph.asking.words import FUNCTION_WORDS
from ontology.model import Record
from ontology.terms import NodeKind

_Key = TypeVar("_Key")
_FEW = 2
_BETWEEN_WORDS = re.compile(r"\s+|-(?=[A-Z])")
Ids: TypeAlias = Mapping[str, frozenset[str]]


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
    words: tuple[str, ...] = ()
    """Of an event: its topics and places."""
    quoted: tuple[str, ...] = ()
    """Of an event: the sentences that state it."""

    @property
    def names(self) -> tuple[str, ...]:
        """The name and its aliases."""
        return (self.name, *self.aliases)


def initials(name: str) -> str:
    """The first letters of a name whose words begin with capitals, but for "of" and the like; else empty."""
    words = _BETWEEN_WORDS.split(name.strip())
    capitals = [word for word in words if word[:1].isupper()]
    small = all(word.casefold() in FUNCTION_WORDS for word in words if word not in capitals)
    return "".join(word[0] for word in capitals) if small and words[:1] == capitals[:1] else ""


def initials_asked(name: str) -> str:
    """The same of a name in a question, which may be in small letters: then two would tell too little."""
    words = [word for word in _BETWEEN_WORDS.split(name.strip()) if word not in FUNCTION_WORDS]
    small = name.islower() and len(words) > _FEW
    return "".join(word[0] for word in words).upper() if small else initials(name)


def grouped(pairs: Iterable[tuple[_Key, Entry]]) -> Mapping[_Key, tuple[Entry, ...]]:
    """The entries of each key, each once."""
    groups: dict[_Key, dict[str, Entry]] = defaultdict(dict)
    for key, entry in pairs:
        groups[key][entry.id] = entry
    return {key: tuple(entries.values()) for key, entries in groups.items()}


def inverted(pairs: Iterable[tuple[str, str]]) -> Ids:
    """The ids of each word."""
    found: dict[str, set[str]] = defaultdict(set)
    for word, identifier in pairs:
        found[word].add(identifier)
    return {word: frozenset(ids) for word, ids in found.items()}


def all_of(table: Ids, words: Iterable[str]) -> frozenset[str]:
    """The ids that have all the words; none where there are no words."""
    wanted = [table.get(word, frozenset[str]()) for word in words]
    return frozenset.intersection(*wanted) if wanted else frozenset[str]()
