"""Which actors a noun asks for: "Polish officials", "countries", "defence ministers"."""

from graph.asking.actors import Tokens, bare
from graph.asking.failures import Beyond, Unread
from graph.asking.grammar import grammar
from graph.asking.index import ACTORS, NameIndex
from graph.asking.posts import staff_posts
from graph.asking.query import People
from graph.asking.remembering import remembered
from graph.asking.titles import known_country
from graph.asking.words import Token, said, stem, stems
from ontology.names import name_key, strip_titles
from ontology.terms import NodeKind

_OF = frozenset({"from", "of", "representing"})
_KINDS = {
    "person": frozenset({NodeKind.PERSON}),
    "country": frozenset({NodeKind.COUNTRY}),
    "organisation": frozenset({NodeKind.ORGANISATION}),
    "actor": ACTORS,
}


@remembered
def people(tokens: Tokens, index: NameIndex) -> People:
    """The actors that the words ask for; raises Unread where they are no noun for actors."""
    words = bare(tokens)
    if not words:
        raise Unread(())
    for at, word in enumerate(words):
        if at and word.low in _OF and words[at + 1 :] and _is_noun(words[at - 1]):
            return _of(people(words[:at], index), words[at + 1 :], index)
    noun = (stem(words[-1].low),)
    for name, nouns in grammar().people.items():
        if noun in nouns:
            codes = tuple(_code(word) for word in words[:-1])
            return People(said=said(words), kinds=_KINDS[name], others=False, countries=codes)
    return _holders(words, index)


def _is_noun(word: Token) -> bool:
    return any((stem(word.low),) in nouns for nouns in grammar().people.values())


def _of(found: People, words: Tokens, index: NameIndex) -> People:
    """Those of a country or body: "officials from Kazakhstan", "members of the KGB"."""
    said_as = f"{found.said} of {said(bare(words))}"
    if code := known_country(bare(words)):
        return found.model_copy(update={"said": said_as, "countries": (*found.countries, code)})
    posts = staff_posts(words, index).ids
    return found.model_copy(update={"said": said_as, "posts": posts})


def _code(word: Token) -> str:
    code = known_country((word,))
    if code is None:
        raise Unread((word.text,))
    return code


def _holders(words: Tokens, index: NameIndex) -> People:
    """Those who hold a post: "Polish foreign ministers"; the words of the title are enough, whatever the body."""
    asked, codes = said(words), []
    while len(words) > 1 and (code := known_country(words[:1])):
        codes.append(code)
        words = words[1:]
    wanted = frozenset(stems(said(words)))
    if _are_ranks(words) and not _is_a_post(words, index):
        reason = f"{said(words)!r} are of a rank, and reports are asked for posts, not for ranks"
        raise Beyond((said(words),), reason)
    fitting = [post.id for post in index.posts.entitled(wanted)]
    if not fitting:
        raise Unread(tuple(word.text for word in words))
    return People(said=asked, others=False, countries=tuple(codes), posts=tuple(fitting))


def _are_ranks(words: Tokens) -> bool:
    """Are they what stands before a name as a rank: "generals", "lieutenant colonels"?"""
    return strip_titles(f"{_singular(words)} somebody") == "somebody"


def _singular(words: Tokens) -> str:
    return " ".join(stem(word.low) for word in words)


def _is_a_post(words: Tokens, index: NameIndex) -> bool:
    """Is the rank, which may be part of other titles, by itself the title of a post that somebody holds?"""
    title = name_key(_singular(words))
    return any(
        name_key(name) == title for post in index.of_kind(NodeKind.POST) for name in post.names
    )
