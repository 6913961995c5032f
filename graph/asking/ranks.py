"""Ranks, such as "general": they stand before names, and no post is meant by them."""

from graph.asking.actors import Tokens
from graph.asking.entry import Entry
from graph.asking.failures import Beyond
from graph.asking.grammar import grammar
from graph.asking.index import NameIndex
from graph.asking.titles import known_country, without_countries
from graph.asking.words import said, stem, tokens_of
from ontology.names import HONORIFICS, fold, name_key, strip_titles
from ontology.terms import NodeKind


def refuse_ranks(words: Tokens, index: NameIndex) -> None:
    """Raises Beyond where the words, a country's name in front left out, are a rank and no title of a post."""
    while len(words) > 1 and known_country(words[:1]):
        words = words[1:]
    if rank_of(words, index):
        reason = f"{said(words)!r} is a rank, and reports are asked for posts, not for ranks"
        raise Beyond((said(words),), reason)


def rank_of(words: Tokens, index: NameIndex) -> str:
    """The rank that the words are, in the singular; empty where they are none, or also the title of a post."""
    return _singular(words) if words and _are_ranks(words) and not _is_a_post(words, index) else ""


def ranked(words: Tokens, index: NameIndex) -> tuple[Entry, ...]:
    """The persons of a country before whose name a sentence puts a rank: "the Kenyan general"."""
    codes, rest = without_countries(words)
    rank = rank_of(tuple(word for word in rest if word.low not in ("from", "of")), index)
    if not (codes and rank):
        return ()
    quotes = [quote for event in index.of_kind(NodeKind.EVENT) for quote in event.quoted]
    holders = {i for code in codes for post in index.posts.of_country(code) for i in post.holders}
    return tuple(
        person
        for person in index.of_kind(NodeKind.PERSON)
        if (person.id in holders or codes <= set(person.countries))
        and any(stands_before(rank, name, quote) for name in person.names for quote in quotes)
    )


def stands_before(rank: str, name: str, quote: str) -> bool:
    """Does the quote put the rank before the name: not as the end of a title, "Prosecutor General Sowa"?"""
    words = tokens_of(quote)
    wanted = tuple(fold(f"{rank} {name}").split())
    return any(
        tuple(word.low for word in words[at : at + len(wanted)]) == wanted
        and _may_precede(words[:at])
        for at in range(len(words))
    )


def _may_precede(words: Tokens) -> bool:
    return not any((word.low,) in grammar().posts.civil for word in words[-1:])


def _are_ranks(words: Tokens) -> bool:
    """Are they what stands before a name as a rank: "generals", "lieutenant colonels"; not "Mrs"?"""
    polite = all(word.low in HONORIFICS for word in words)
    return not polite and strip_titles(f"{_singular(words)} somebody") == "somebody"


def _singular(words: Tokens) -> str:
    return " ".join(stem(word.low) for word in words)


def _is_a_post(words: Tokens, index: NameIndex) -> bool:
    """Is the rank, which may be part of other titles, by itself the title of a post that somebody holds?"""
    title = name_key(_singular(words))
    return any(
        name_key(name) == title for post in index.of_kind(NodeKind.POST) for name in post.names
    )
