"""Which posts of the graph a question means by "the Polish foreign minister" or "whoever heads the KGB"."""

from collections.abc import Iterable

from ontology.countries import country_named
from ontology.names import person_key
from ontology.posts import post_key

from graph.asking.actors import Tokens, actor, bare, known_country, named
from graph.asking.failures import Ambiguous, Unnamed, Unread, Unreadable
from graph.asking.index import Entry, NameIndex
from graph.asking.query import Named
from graph.asking.words import said, stems
from ontology.terms import NodeKind

_HEADS = frozenset(
    [
        "head",
        "chairman",
        "chief",
        "director",
        "president",
        "leader",
        "governor",
        "secretary",
        "minister",
        "commander",
        "rector",
        "speaker",
        "mayor",
    ]
)
"""Words for whoever is at the top, so that "the head of the bank" finds its chairman."""
_UNDER = frozenset(
    [
        "deputy",
        "vice",
        "assistant",
        "aide",
        "adviser",
        "first",
        "former",
        "acting",
        "spokesman",
        "spokesperson",
        "member",
    ]
)


class _Wanted:
    """A post as asked for: stems of title and body, and the countries it names."""

    def __init__(self, words: Tokens) -> None:
        self.codes: set[str] = set()
        stems_left: list[str] = []
        at = 0
        while at < len(words):
            end, code = self._country_at(words, at)
            if code:
                self.codes.add(code)
            else:
                stems_left += _stems(words[at].text)
            at = end
        self.stems = frozenset(stems_left)

    @staticmethod
    def _country_at(words: Tokens, at: int) -> tuple[int, str | None]:
        for end in range(min(at + 4, len(words)), at, -1):
            if code := known_country(words[at:end]):
                return end, code
        return at + 1, None


def _stems(text: str) -> tuple[str, ...]:
    """Stems of a title or body in one spelling: chairwoman as chairman, defense as defence."""
    return stems(post_key(text)) or stems(text)


def post(tokens: Tokens, index: NameIndex) -> Named:
    """The posts meant by a title with its body or country; raises Unread without a title, Unnamed if none is known."""
    words = bare(tokens)
    wanted = _Wanted(words)
    if not words or not (wanted.stems & _title_stems(index)):
        raise Unread(tuple(token.text for token in words or tokens))
    fitting = [entry for entry in index.of_kind(NodeKind.POST) if _fits(entry, wanted, index)]
    found = _closest(fitting, wanted, index)
    if not found:
        raise Unnamed(said(words))
    return Named(
        said=said(words), ids=tuple(entry.id for entry in found), kinds=frozenset({NodeKind.POST})
    )


def body_posts(tokens: Tokens, index: NameIndex) -> Named:
    """The posts at the head of a body or country; raises as `actor` does."""
    body = actor(tokens, index)
    heads = [
        entry
        for entry in index.of_kind(NodeKind.POST)
        if set(entry.bodies) & set(body.ids) and _at_the_head(entry)
    ]
    if not heads:
        raise Unnamed(f"the head of {body.said}")
    return Named(
        said=f"the head of {body.said}",
        ids=tuple(e.id for e in heads),
        kinds=frozenset({NodeKind.POST}),
    )


def _at_the_head(entry: Entry) -> bool:
    title = set(stems(entry.name))
    return bool(title & _HEADS) and not title & _UNDER


def _title_stems(index: NameIndex) -> frozenset[str]:
    known = (word for entry in index.of_kind(NodeKind.POST) for word in _stems(entry.name))
    return _HEADS | _UNDER | frozenset(known)


def _fits(entry: Entry, wanted: _Wanted, index: NameIndex) -> bool:
    """Does the question name the whole title, and nothing that is neither in the title nor in the body?"""
    body, codes = _body_of(entry, index)
    titles = [frozenset(_stems(name)) for name in entry.names]
    inside = any(title <= wanted.stems and wanted.stems <= title | body for title in titles)
    by_head = _at_the_head(entry) and "head" in wanted.stems and wanted.stems - {"head"} <= body
    return (inside or (by_head and bool(wanted.stems - {"head"}))) and wanted.codes <= codes


def _body_of(entry: Entry, index: NameIndex) -> tuple[frozenset[str], set[str]]:
    """Stems of every name of the bodies that have the post, and the countries they are of."""
    bodies = [index.entries[i] for i in entry.bodies if i in index.entries]
    words = {word for body in bodies for name in body.names for word in _stems(name)}
    codes = {code for body in bodies for code in body.countries} | set(entry.countries)
    named = {code for word in words if (code := _code(word))}
    return frozenset(words), codes | named


def _code(word: str) -> str | None:
    country = country_named(word)
    return country.code if country else None


def _closest(fitting: Iterable[Entry], wanted: _Wanted, index: NameIndex) -> list[Entry]:
    """Those of which the question names title and body in full, if there are any; else all that fit."""
    found = list(fitting)
    full = [entry for entry in found if _named_in_full(entry, wanted, index)]
    return full or found


def _named_in_full(entry: Entry, wanted: _Wanted, index: NameIndex) -> bool:
    bodies = [index.entries[i] for i in entry.bodies if i in index.entries]
    bodies = [body for body in bodies if body.kind is not NodeKind.COUNTRY]
    titles = [frozenset(_stems(name)) for name in entry.names]
    forms = [frozenset(_stems(name)) for body in bodies for name in body.names] or [
        frozenset[str]()
    ]
    return any(title | form == wanted.stems for title in titles for form in forms)


def holder(tokens: Tokens, index: NameIndex) -> Named:
    """Whoever is named by the post: "the Polish defence minister"; raises as `post` does, Ambiguous for several."""
    posts = post(tokens, index)
    ids = dict.fromkeys(i for one in posts.ids for i in index.entries[one].holders)
    people = tuple(index.entries[i] for i in ids if i in index.entries)
    if not people:
        raise Unnamed(posts.said)
    if len({person_key(person.name) for person in people}) > 1:
        raise Ambiguous(posts.said, tuple(sorted(person.name for person in people)))
    return named(posts.said, people)


def anybody(tokens: Tokens, index: NameIndex) -> Named:
    """The actor of this name, or the one who holds this post."""
    try:
        return actor(tokens, index)
    except Unreadable as failure:
        try:
            return holder(tokens, index)
        except (Unread, Unnamed):
            raise failure from None
