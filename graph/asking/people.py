"""Which actors a noun asks for: "Polish officials", "countries", "defence ministers"."""

from graph.asking.actors import Tokens, bare
from graph.asking.failures import Unnamed, Unread, Unreadable
from graph.asking.grammar import grammar, verbs
from graph.asking.index import ACTORS, NameIndex
from graph.asking.posts import body_posts, staff_posts
from graph.asking.query import People
from graph.asking.ranks import rank_of
from graph.asking.remembering import remembered
from graph.asking.titles import known_country, title_stems
from graph.asking.words import Token, said, stem, stems, tokens_of
from ontology.terms import NodeKind

_OF = frozenset({"from", "of", "representing"})
_OF_FOREIGN_AFFAIRS = frozenset({"minister", "secretary", "ministry", "office"})
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
    if words[1:2] and words[1].low == "'s" and _is_noun(words[0]):
        return of_whom(people(words[2:], index), people(words[:1], index))
    if not words:
        raise Unread(())
    if words[0].low == "foreign" and words[1:] and stem(words[-1].low) not in _OF_FOREIGN_AFFAIRS:
        return _foreign(people(words[1:], index))
    return _wanted(words, index)


def _foreign(found: People) -> People:
    return found.model_copy(update={"foreign": True, "said": f"foreign {found.said}"})


def _wanted(words: Tokens, index: NameIndex) -> People:
    for at, word in enumerate(words):
        if at and word.low in _OF and words[at + 1 :] and _is_noun(words[at - 1]):
            return _of(people(words[:at], index), words[at + 1 :], index)
    if posts := _heads_of_state(words, index):
        return posts
    noun = (stem(words[-1].low),)
    for name, nouns in grammar().people.items():
        if noun in nouns:
            plain = grammar().phrases.plain
            codes = tuple(_code(word) for word in words[:-1] if (word.low,) not in plain)
            return People(said=said(words), kinds=_KINDS[name], others=False, countries=codes)
    return _of_nation(words) or _holders(words, index)


def _of_nation(words: Tokens) -> People | None:
    """Those of a nation, "Americans"; None where the words name none."""
    if len(words) == 1 and words[0].low.endswith("s") and (code := known_country(words)):
        return People(said=said(words), others=False, countries=(code,))
    return None


def _heads_of_state(words: Tokens, index: NameIndex) -> People | None:
    """The heads of states; None where the words do not say so."""
    if tuple(stem(word.low) for word in words) in grammar().posts.head_of_state:
        return People(said=said(words), others=False, posts=_of_heads_of_state(index))
    return None


def of_whom(found: People, whose: People) -> People:
    """Whose people are asked for: "which countries' ministers" are countries, "which bodies' heads" their heads."""
    if whose.kinds != _KINDS["country"] or found.kinds != _KINDS["person"]:
        return found
    return found.model_copy(update={"said": f"{whose.said} of {found.said}", "kinds": whose.kinds})


def _is_noun(word: Token) -> bool:
    return any((stem(word.low),) in nouns for nouns in grammar().people.values())


def _of(found: People, words: Tokens, index: NameIndex) -> People:
    """Those of a country or body: "officials from Kazakhstan", "members of the KGB"."""
    said_as = f"{found.said} of {said(bare(words))}"
    if code := known_country(bare(words)):
        return found.model_copy(update={"said": said_as, "countries": (*found.countries, code)})
    posts = staff_posts(words, index).ids
    return found.model_copy(update={"said": said_as, "posts": posts})


def _of_heads_of_state(index: NameIndex) -> tuple[str, ...]:
    return tuple(
        post for each in index.of_kind(NodeKind.COUNTRY) for post in _head_of(each.name, index)
    )


def _head_of(country: str, index: NameIndex) -> tuple[str, ...]:
    try:
        return body_posts(tokens_of(country), index).ids
    except Unreadable:
        return ()


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
    if rank := rank_of(words, index):
        return People(said=asked, others=False, countries=tuple(codes), rank=rank)
    under = {word for (word,) in grammar().posts.under} - wanted
    entitled = index.posts.entitled(wanted)
    fitting = [post.id for post in entitled if under.isdisjoint(title_stems(post.name))]
    titled = any((stem(word.low),) in grammar().posts.heads for word in words[-1:])
    if not fitting and titled and not any(word.low in verbs() for word in words):
        raise Unnamed(asked)  # nobody of that title is known
    if not fitting:
        raise Unread(tuple(word.text for word in words))
    return People(said=asked, others=False, countries=tuple(codes), posts=tuple(fitting))
