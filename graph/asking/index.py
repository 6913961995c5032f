"""The names that the graph knows, found by key, by surname, by the words they hold, and by initials."""

from collections.abc import Iterable, Mapping
from copy import copy
from functools import cached_property
from itertools import permutations

from graph.asking.entry import Entry, all_of, grouped, initials, initials_asked, inverted
from graph.asking.event_texts import EventTexts
from graph.asking.grammar import vocabulary
from graph.asking.post_table import PostTable
from graph.asking.words import stems
from ontology.names import fold, name_key, person_key, strip_titles, surname
from ontology.terms import NodeKind

ACTORS = frozenset({NodeKind.PERSON, NodeKind.ORGANISATION, NodeKind.COUNTRY})


class NameIndex:
    """Finds entries by what a question calls them; made anew when the graph has changed."""

    def __init__(self, entries: Iterable[Entry], latest: str | None = None) -> None:
        self.entries: Mapping[str, Entry] = {entry.id: entry for entry in entries}
        self.latest = latest
        """The last day that a report is of or tells of, ISO: what 'last month' is counted from."""
        self.loose = False
        """Whether words of the sentence that states an event are enough for what it is about."""
        self.memory: dict[tuple[object, ...], object] = {}
        """What words were read as, by reading and words."""

    @cached_property
    def loosely(self) -> "NameIndex":
        """The same names, where words of stating sentences are enough."""
        _ = self.events, self.posts, self.surnames, self._respelt  # made once for both
        loose = copy(self)
        loose.loose, loose.memory = True, {}
        return loose

    def of_kind(self, *kinds: NodeKind) -> tuple[Entry, ...]:
        """All entries of the kinds."""
        return tuple(entry for kind in kinds for entry in self._by_kind.get(kind, ()))

    @cached_property
    def events(self) -> EventTexts:
        """The events by the words that tell of them."""
        return EventTexts(self.of_kind(NodeKind.EVENT))

    @cached_property
    def posts(self) -> PostTable:
        """The posts by their titles and bodies."""
        return PostTable(self.entries)

    def persons(self, name: str) -> tuple[Entry, ...]:
        """The persons of exactly this name in any spelling; of a surname alone all who have it.

        With a person come those whom a report calls by that surname alone and gives a post that is the person's.
        """
        key = person_key(strip_titles(name))
        named = self._persons_by_key.get(key, ())
        shorter = (each for entry in named for each in self._by_surname_alone.get(entry.id, ()))
        found = (*named, *shorter, *self.surnames.get(key, ()))
        return tuple({entry.id: entry for entry in found}.values())

    def surnamed(self, name: str) -> tuple[Entry, ...]:
        """The persons who share the surname of this name."""
        return self.surnames.get(person_key(surname(strip_titles(name))), ())

    def country(self, code: str) -> Entry | None:
        """The country of the code, if the reports name it."""
        return self._countries.get(code)

    def called(self, name: str, *kinds: NodeKind) -> tuple[Entry, ...]:
        """Those of the kinds whose name or alias is this one, in any spelling, or which one abbreviates."""
        found = self._by_key.get(name_key(name), ())
        if NodeKind.ORGANISATION in kinds:
            short = name.upper() if name.islower() and name not in vocabulary() else name
            full = self._by_initials.get(short, ()) if short.isupper() and len(short) > 2 else ()
            if len(full) == 1 or not found:
                found = (*found, *full) or self._abbreviated.get(initials_asked(name), ())
        return tuple(dict.fromkeys(entry for entry in found if entry.kind in kinds))

    def abbreviation(self, name: str) -> str | None:
        """The initials of a name, if the reports call a body by just these."""
        short = initials_asked(name)
        return short if short in self._abbreviated else None

    def holding(self, words: Iterable[str], *kinds: NodeKind) -> tuple[Entry, ...]:
        """Those of the kinds whose names, of events also topics and places, hold all the stems.

        A word that is in none does for its other spellings: Grodno for Hrodna.
        """
        known = self._by_stem
        found = all_of(
            known, (w if w in known else self._respelt.get(name_key(w), w) for w in words)
        )
        return tuple(self.entries[i] for i in sorted(found) if self.entries[i].kind in kinds)

    def holds_word(self, word: str) -> bool:
        """Does any name hold all the stems of this word, or the word in another spelling: Gomel for Homiel?"""
        return name_key(word) in self._respelt or all(part in self._by_stem for part in stems(word))

    def spells_person(self, word: str) -> bool:
        """Is it part of a person's name, in any spelling?"""
        return bool(word) and frozenset(person_key(word).split()) <= self._words_of_persons

    def alike(self, name: str) -> tuple[str, ...]:
        """The names of actors and places that hold all words of this one, in any spelling."""
        words = set(name_key(name).split())
        known = self.of_kind(*ACTORS, NodeKind.PLACE)
        return tuple(e.name for e in known if words and words <= set(name_key(e.name).split()))

    @cached_property
    def surnames(self) -> Mapping[str, tuple[Entry, ...]]:
        """The persons by the keys of their surnames."""
        people = self.of_kind(NodeKind.PERSON)
        return grouped((person_key(surname(name)), e) for e in people for name in e.names)

    @cached_property
    def _by_surname_alone(self) -> Mapping[str, tuple[Entry, ...]]:
        """Of persons by id: those in the same post whom a report calls by the same surname and no more."""
        pairs = [
            (person.id, other)
            for post in self.of_kind(NodeKind.POST)
            for one, two in permutations(post.holders, 2)
            if (person := self.entries.get(one)) and (other := self.entries.get(two))
            if person_key(other.name) == person_key(surname(person.name)) != person_key(person.name)
        ]
        return grouped(pairs)

    @cached_property
    def folded(self) -> Mapping[str, str]:
        """The actors' names by each of their names in folded form."""
        return {fold(n): entry.name for entry in self.of_kind(*ACTORS) for n in entry.names}

    @cached_property
    def _by_kind(self) -> Mapping[NodeKind, tuple[Entry, ...]]:
        return grouped((entry.kind, entry) for entry in self.entries.values())

    @cached_property
    def _countries(self) -> Mapping[str, Entry]:
        return {e.countries[0]: e for e in self.of_kind(NodeKind.COUNTRY) if e.countries}

    @cached_property
    def _persons_by_key(self) -> Mapping[str, tuple[Entry, ...]]:
        people = self.of_kind(NodeKind.PERSON)
        return grouped((person_key(name), entry) for entry in people for name in entry.names)

    @cached_property
    def _words_of_persons(self) -> frozenset[str]:
        return frozenset(word for key in self._persons_by_key for word in key.split())

    @cached_property
    def _by_key(self) -> Mapping[str, tuple[Entry, ...]]:
        named = self.of_kind(*ACTORS, NodeKind.PLACE, NodeKind.TOPIC)
        return grouped((name_key(n), entry) for entry in named for n in entry.names)

    @cached_property
    def _by_initials(self) -> Mapping[str, tuple[Entry, ...]]:
        bodies = self.of_kind(NodeKind.ORGANISATION)
        return grouped((initials(n), entry) for entry in bodies for n in entry.names)

    @cached_property
    def _abbreviated(self) -> Mapping[str, tuple[Entry, ...]]:
        """The bodies that the reports call by their initials."""
        bodies = self.of_kind(NodeKind.ORGANISATION)
        return grouped((n, e) for e in bodies for n in e.names if n.isupper() and len(n) > 1)

    @cached_property
    def _respelt(self) -> Mapping[str, str]:
        """A word of the names by the key of all its spellings."""
        return {name_key(word): word for word in self._by_stem}

    @cached_property
    def _by_stem(self) -> Mapping[str, frozenset[str]]:
        entries = self.entries.values()
        return inverted((w, e.id) for e in entries for t in (*e.names, *e.words) for w in stems(t))
