"""Which posts of the graph a question means by "the Polish foreign minister" or "whoever heads the KGB"."""

from collections.abc import Iterable, Iterator

from graph.asking.actors import Tokens, actor, attempt, bare, known_actors, named
from graph.asking.entry import Entry
from graph.asking.failures import Ambiguous, Unnamed, Unread, Unreadable
from graph.asking.grammar import grammar, low, verbs
from graph.asking.index import NameIndex
from graph.asking.post_table import Post
from graph.asking.query import Named
from graph.asking.ranks import ranked, refuse_ranks
from graph.asking.remembering import remembered
from graph.asking.titles import Name, title_stems
from graph.asking.words import FUNCTION_WORDS, Token, said, stem, stems, tokens_of
from ontology.countries import country_by_code
from ontology.names import person_key
from ontology.terms import NodeKind


@remembered
def post(tokens: Tokens, index: NameIndex) -> Named:
    """The posts meant by a title with its body or country; raises Unread without a title, Unnamed if none is known.

    Raises Beyond for a rank.
    """
    words = _of_country(bare(tokens), index)
    wanted = Name(words)
    if state := _head_of_state(words) or _head_of_country(words, wanted):
        return body_posts(state, index)
    a_clause = any(word.low in verbs() for word in words)
    if held := [post for each in ranked(words, index) for post in _held_by(each, index)]:
        return _posts(said(words), held)
    refuse_ranks(words, index)
    if (
        not words
        or a_clause
        or words[-1].low in FUNCTION_WORDS
        or not (wanted.stems & index.posts.title_stems)
    ):
        raise Unread(tuple(token.text for token in words or tokens))
    near = index.posts.with_any(wanted.stems | wanted.plain)
    fitting = [each for each in near if _fits(each, wanted)]
    plural = frozenset(w for t in words if stem(t.low) != t.low for w in title_stems(stem(t.low)))
    if not fitting and plural:
        fitting = [each for each in near if _is_one_of(each, wanted, plural)]
    if not fitting:
        return _abbreviated(words, index)
    return _posts(said(words), (each.entry for each in _closest(fitting, wanted)))


def _held_by(person: Entry, index: NameIndex) -> list[Entry]:
    return [each for each in index.of_kind(NodeKind.POST) if person.id in each.holders]


def _of_country(words: Tokens, index: NameIndex) -> Tokens:
    """With the country of whoever the words name as having the post under him: "Sowa's spokesman" is Poland's."""
    at = next((at for at, word in enumerate(words) if word.low == "'s"), 0)
    people = attempt(known_actors, words[:at], index) if at else ()
    codes = {code for each in people for code in countries_of(each, index)}
    if len(codes) != 1 or any(each.kind is not NodeKind.PERSON for each in people):
        return words
    return (*tokens_of(country_by_code(codes.pop()).name), *words[at + 1 :])


def countries_of(actor: Entry, index: NameIndex) -> Iterator[str]:
    """The countries that an actor is of, by himself or by the posts that he holds."""
    yield from actor.countries
    for held in _held_by(actor, index):
        yield from held.countries


def _abbreviated(words: Tokens, index: NameIndex) -> Named:
    """The posts where the name of a body is put as the initials that the reports use for it; raises Unnamed."""
    for short in _shortened(words, index):
        wanted = Name(short)
        near = index.posts.with_any(wanted.stems | wanted.plain)
        if fitting := [each for each in near if _fits(each, wanted)]:
            return _posts(said(words), (each.entry for each in _closest(fitting, wanted)))
    raise Unnamed(said(words))


def _shortened(words: Tokens, index: NameIndex) -> Iterator[Tokens]:
    for start in range(len(words)):
        for end in range(len(words), start + 1, -1):
            if short := index.abbreviation(said(words[start:end])):
                yield (*words[:start], Token(short, short.casefold()), *words[end:])


def _head_of_state(words: Tokens) -> Tokens:
    """The country of which the words name the head of state: "head of state of Kenya", "Kenya's head of state"."""
    for phrase in grammar().posts.head_of_state:
        for at in range(len(words) - len(phrase) + 1):
            if low(words[at : at + len(phrase)]) == phrase:
                rest = (*words[:at], *words[at + len(phrase) :])
                return tuple(word for word in rest if word.low not in ("of", "'s", "in", "the"))
    return ()


def _head_of_country(words: Tokens, wanted: Name) -> Tokens:
    """The country of which the words name the head, whatever the title: "Russia's leader"."""
    general = grammar().posts.general
    if not (wanted.codes and wanted.plain) or any((w,) not in general for w in wanted.plain):
        return ()
    return tuple(w for w in words if (w.low,) not in general and w.low not in ("of", "'s", "the"))


@remembered
def body_posts(tokens: Tokens, index: NameIndex) -> Named:
    """The posts at the head of a body or country; raises as `actor` does."""
    words = bare(tokens)
    try:
        body = actor(words, index)
    except (Unread, Unnamed) as failure:
        try:
            return _minister(words, index)
        except Unreadable:
            raise failure from None
    heads = [entry for entry in index.posts.within(body.ids) if _at_the_head(entry, body.kinds)]
    if heads:
        return _posts(f"the head of {body.said}", heads)
    return _minister(words, index)


def _minister(words: Tokens, index: NameIndex) -> Named:
    """The post of whoever heads the office that the words name: the Minister of Justice for the Ministry of Justice.

    Raises Unnamed.
    """
    offices = grammar().posts.offices
    at = next((at for at, word in enumerate(words) if word.low in offices), None)
    if at is not None:
        title = offices[words[at].low]
        kept = (Token(title.capitalize(), title),) if title else ()
        rest = (*words[:at], *kept, *words[at + 1 :])
        return post(tuple(word for word in rest if word.low != "'s"), index)
    raise Unnamed(f"the head of {said(words)}")


def office(tokens: Tokens, index: NameIndex) -> Named:
    """The post of a body that is named behind it: "the Council as secretary general"; raises as `post` does."""
    at = next((at for at, word in enumerate(tokens) if word.low == "as" and not word.quoted), 0)
    if not at:
        raise Unread(tuple(token.text for token in tokens))
    return post((*bare(tokens[at + 1 :]), Token("of", "of"), *tokens[:at]), index)


def staff_posts(tokens: Tokens, index: NameIndex) -> Named:
    """All posts in a body; in a country also those in its bodies; raises as `actor` does."""
    body = actor(tokens, index)
    codes = [
        c for i in body.ids for e in (index.entries[i],) if _is_country(e) for c in e.countries
    ]
    of_country = (post for code in codes for post in index.posts.of_country(code))
    country = body.kinds == {NodeKind.COUNTRY} and index.entries[body.ids[0]].name
    return _posts(f"a post in {country or body.said}", (*index.posts.within(body.ids), *of_country))


def _is_country(entry: Entry) -> bool:
    return entry.kind is NodeKind.COUNTRY


def _posts(said_as: str, entries: Iterable[Entry]) -> Named:
    ids = tuple(dict.fromkeys(entry.id for entry in entries))
    return Named(said=said_as, ids=ids, kinds=frozenset({NodeKind.POST}))


def _at_the_head(entry: Entry, kinds: frozenset[NodeKind]) -> bool:
    titles = grammar().posts
    heads = titles.heads_of_state if kinds == {NodeKind.COUNTRY} else titles.heads
    title = {(word,) for word in (*stems(entry.name), *title_stems(entry.name))}
    return bool(title & heads) and not title & titles.under


def _fits(entry: Post, wanted: Name) -> bool:
    """Does the question name the whole title, and nothing that is neither in the title nor in the body?"""
    inside = any(
        title <= words <= title | entry.body
        for each in entry.titles
        for title, words in ((each.stems, wanted.stems), (each.plain, wanted.plain))
    )
    return (inside or _by_head(entry, wanted)) and wanted.codes <= entry.codes


def _is_one_of(entry: Post, wanted: Name, plural: frozenset[str]) -> bool:
    """Is it one of the posts that a plural names: "the ministers of Kenya", "deputy chairmen of the bank"?"""
    if not wanted.codes or not wanted.codes <= entry.codes:
        return False
    lower = frozenset(word for (word,) in grammar().posts.under) - wanted.stems
    titles = [title.stems for title in entry.titles if not title.stems & lower]
    return any(plural <= title and wanted.stems <= title | entry.body for title in titles)


def _by_head(entry: Post, wanted: Name) -> bool:
    """Does it name the body and ask for its head, whatever the title: "the head of the KGB"?"""
    rest = frozenset(word for word in wanted.stems if (word,) not in grammar().posts.general)
    asked = rest != wanted.stems and bool(rest)
    return asked and rest <= entry.body and _at_the_head(entry.entry, frozenset())


def _closest(fitting: list[Post], wanted: Name) -> list[Post]:
    """Those of which the question names title and body in full, if there are any; else all that fit."""
    return [entry for entry in fitting if _named_in_full(entry, wanted)] or fitting


def _named_in_full(entry: Post, wanted: Name) -> bool:
    bodies = [name.stems for name in entry.bodies] or [frozenset[str]()]
    return any(title.stems | body == wanted.stems for title in entry.titles for body in bodies)


def holder(tokens: Tokens, index: NameIndex) -> Named:
    """Whoever is named by the post: "the Polish defence minister"; raises as `post` does, Ambiguous for several."""
    posts = post(tokens, index)
    ids = dict.fromkeys(i for one in posts.ids for i in index.entries[one].holders)
    people = tuple(index.entries[i] for i in ids if i in index.entries)
    if not people:
        raise Unnamed(posts.said)
    return _the_one(posts.said, people)


def _the_one(said_as: str, people: tuple[Entry, ...]) -> Named:
    """The nodes of one person; raises Ambiguous for several."""
    if len({person_key(person.name) for person in people}) > 1:
        raise Ambiguous(said_as, tuple(sorted(person.name for person in people)))
    return named(said_as, people)


@remembered
def anybody(tokens: Tokens, index: NameIndex) -> Named:
    """The actor of this name, or the one who holds this post, or whom a report gives this rank."""
    try:
        return actor(tokens, index)
    except Unreadable as failure:
        if people := ranked(bare(tokens), index):
            return _the_one(said(bare(tokens)), people)
        try:
            return holder(tokens, index)
        except (Unread, Unnamed):
            raise failure from None
