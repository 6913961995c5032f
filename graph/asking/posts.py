"""Which posts of the graph a question means by "the Polish foreign minister" or "whoever heads the KGB"."""

from collections.abc import Iterable
from functools import cache

from graph.asking.actors import Tokens, actor, bare, known_country, named
from graph.asking.failures import Ambiguous, Unnamed, Unread, Unreadable
from graph.asking.grammar import grammar
from graph.asking.index import Entry, NameIndex
from graph.asking.query import Named
from graph.asking.words import said, stems, tokens_of
from ontology.names import person_key
from ontology.posts import post_key
from ontology.terms import NodeKind


class _Name:
    """A title, a body or what a question says of both: stems, and the countries among its words."""

    def __init__(self, words: Tokens) -> None:
        codes: set[str] = set()
        rest: list[str] = []
        at = 0
        while at < len(words):
            end, code = _country_at(words, at)
            if code:
                codes.add(code)
            else:
                rest.append(words[at].text)
            at = end
        self.codes = frozenset(codes)
        self.stems = frozenset(_stems(" ".join(rest)))


def _country_at(words: Tokens, at: int) -> tuple[int, str | None]:
    for end in range(min(at + 4, len(words)), at, -1):
        if code := known_country(words[at:end]):
            return end, code
    return at + 1, None


def _stems(text: str) -> tuple[str, ...]:
    """Stems of a title or body in one spelling: chairwoman as chairman, defense as defence."""
    return stems(post_key(text)) or stems(text)


@cache
def _name(text: str) -> _Name:
    return _Name(tokens_of(text))


def post(tokens: Tokens, index: NameIndex) -> Named:
    """The posts meant by a title with its body or country; raises Unread without a title, Unnamed if none is known."""
    words = bare(tokens)
    wanted = _Name(words)
    if not words or not (wanted.stems & _title_stems(index)):
        raise Unread(tuple(token.text for token in words or tokens))
    fitting = [entry for entry in index.of_kind(NodeKind.POST) if _fits(entry, wanted, index)]
    if not fitting:
        raise Unnamed(said(words))
    return _posts(said(words), _closest(fitting, wanted, index))


def body_posts(tokens: Tokens, index: NameIndex) -> Named:
    """The posts at the head of a body or country; raises as `actor` does."""
    body = actor(tokens, index)
    heads = [entry for entry in _posts_in(body, index) if _at_the_head(entry, body.kinds)]
    asked = f"the head of {body.said}"
    if not heads:
        raise Unnamed(asked)
    return _posts(asked, heads)


def staff_posts(tokens: Tokens, index: NameIndex) -> Named:
    """All posts in a body or country; raises as `actor` does."""
    body = actor(tokens, index)
    return _posts(f"a post in {body.said}", _posts_in(body, index))


def _posts(said_as: str, entries: Iterable[Entry]) -> Named:
    ids = tuple(entry.id for entry in entries)
    return Named(said=said_as, ids=ids, kinds=frozenset({NodeKind.POST}))


def _posts_in(body: Named, index: NameIndex) -> list[Entry]:
    return [e for e in index.of_kind(NodeKind.POST) if set(e.bodies) & set(body.ids)]


def _at_the_head(entry: Entry, kinds: frozenset[NodeKind]) -> bool:
    titles = grammar().posts
    heads = titles.heads_of_state if kinds == {NodeKind.COUNTRY} else titles.heads
    title = {(word,) for word in stems(entry.name)}
    return bool(title & heads) and not title & titles.under


def _title_stems(index: NameIndex) -> frozenset[str]:
    titles = grammar().posts
    known = (word for entry in index.of_kind(NodeKind.POST) for word in _name(entry.name).stems)
    return frozenset(word for (word,) in titles.heads | titles.under) | frozenset(known)


def _fits(entry: Entry, wanted: _Name, index: NameIndex) -> bool:
    """Does the question name the whole title, and nothing that is neither in the title nor in the body?"""
    body = _body_of(entry, index)
    titles = [_name(name) for name in entry.names]
    codes = _countries_of(entry, index).union(*(title.codes for title in titles))
    inside = any(t.stems <= wanted.stems and wanted.stems <= t.stems | body for t in titles)
    rest = wanted.stems - {"head"}
    by_head = (
        bool(rest) and rest != wanted.stems and rest <= body and _at_the_head(entry, frozenset())
    )
    return (inside or by_head) and wanted.codes <= codes


def _bodies(entry: Entry, index: NameIndex) -> list[Entry]:
    return [index.entries[i] for i in entry.bodies if i in index.entries]


def _body_of(entry: Entry, index: NameIndex) -> frozenset[str]:
    """Stems of every name of the bodies that have the post."""
    names = [_name(name) for body in _bodies(entry, index) for name in body.names]
    return frozenset[str]().union(*(name.stems for name in names))


def _countries_of(entry: Entry, index: NameIndex) -> frozenset[str]:
    """The countries that the post's bodies are of, or have in their names; else those of its holders."""
    bodies = _bodies(entry, index)
    codes = {code for body in bodies for code in body.countries}
    codes |= {code for body in bodies for name in body.names for code in _name(name).codes}
    return frozenset(codes or entry.countries)


def _closest(fitting: list[Entry], wanted: _Name, index: NameIndex) -> list[Entry]:
    """Those of which the question names title and body in full, if there are any; else all that fit."""
    full = [entry for entry in fitting if _named_in_full(entry, wanted, index)]
    return full or fitting


def _named_in_full(entry: Entry, wanted: _Name, index: NameIndex) -> bool:
    bodies = [body for body in _bodies(entry, index) if body.kind is not NodeKind.COUNTRY]
    forms = [_name(name).stems for body in bodies for name in body.names] or [frozenset[str]()]
    titles = [_name(name).stems for name in entry.names]
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
