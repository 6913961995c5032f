"""The posts of the graph as questions compare them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.asking.entry import Entry, all_of, grouped, initials, inverted
from graph.asking.grammar import grammar
from graph.asking.titles import Name, name_of
from graph.asking.words import stems
from ontology.terms import NodeKind

_FEW = 2


@dataclass(frozen=True)
class Post:
    """A post with its titles, the names of its bodies, and the countries it may be of."""

    entry: Entry
    titles: tuple[Name, ...]
    bodies: tuple[Name, ...]
    """Every name of its bodies, countries left out."""
    codes: frozenset[str]
    """Countries of its bodies, in their names or in the title; else of its holders."""
    body: frozenset[str]
    """Stems of all the names of its bodies, in one spelling and as written."""


class PostTable:
    """Finds posts by words of their titles and bodies."""

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        posts = [entry for entry in entries.values() if entry.kind is NodeKind.POST]
        self._posts = {entry.id: _post(entry, entries) for entry in posts}
        self._by_stem = inverted(
            (w, i) for i, post in self._posts.items() for w in _stems(post.titles) | post.body
        )
        self._by_word = inverted((w, e.id) for e in posts for n in e.names for w in stems(n))
        self._by_body = grouped((body, entry) for entry in posts for body in entry.bodies)
        titles = (_stems(post.titles) for post in self._posts.values())
        known = (word for (word,) in _of_titles())
        self.title_stems = frozenset(self._by_word).union(known, *titles)
        """The stems of every title, as written and in one spelling, and the common words of titles."""

    def with_any(self, words: Iterable[str]) -> tuple[Post, ...]:
        """The posts that have any of the stems in a title or in the name of a body."""
        ids = frozenset[str]().union(*(self._by_stem.get(w, frozenset()) for w in words))
        return tuple(self._posts[i] for i in sorted(ids))

    def entitled(self, words: Iterable[str]) -> tuple[Entry, ...]:
        """The posts whose titles hold all the stems, in the spelling of the reports."""
        return tuple(self._posts[i].entry for i in sorted(all_of(self._by_word, words)))

    def within(self, bodies: Iterable[str]) -> tuple[Entry, ...]:
        """The posts in any of the bodies, countries or places."""
        found = {e.id: e for body in bodies for e in self._by_body.get(body, ())}
        return tuple(found.values())

    def of_country(self, code: str) -> tuple[Entry, ...]:
        """The posts of which the body, the title or whoever holds it is of the country."""
        return tuple(post.entry for post in self._posts.values() if code in post.codes)


def _of_titles() -> frozenset[tuple[str, ...]]:
    known = grammar().posts
    return known.heads | known.under | known.general


def _post(entry: Entry, entries: Mapping[str, Entry]) -> Post:
    bodies = [entries[i] for i in entry.bodies if i in entries]
    titles = tuple(name_of(name) for name in entry.names)
    forms = [
        form
        for b in bodies
        if b.kind is not NodeKind.COUNTRY
        for n in b.names
        for form in _forms(n)
    ]
    names = tuple(name_of(form) for form in forms)
    codes = frozenset(code for body in bodies for code in body.countries)
    codes = codes.union(*(name.codes for name in names)) or frozenset(entry.countries)
    codes = codes.union(*(title.codes for title in titles))
    return Post(entry=entry, titles=titles, bodies=names, codes=codes, body=_stems(names))


def _forms(name: str) -> tuple[str, ...]:
    """A name, and its initials where they are enough to be used for it."""
    short = initials(name)
    return (name, short) if len(short) > _FEW else (name,)


def _stems(names: Iterable[Name]) -> frozenset[str]:
    return frozenset[str]().union(*(name.stems | name.plain for name in names))
