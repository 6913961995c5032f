"""Who led a delegation: whoever a report names as its head in the sentence that tells of him."""

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from graph.asking.actors import Tokens, bare
from graph.asking.failures import Unread
from graph.asking.grammar import grammar
from graph.asking.index import NameIndex
from graph.asking.posts import staff_posts
from graph.asking.query import People
from graph.asking.remembering import remembered
from graph.asking.titles import known_country, without_countries
from graph.asking.words import said, stem, tokens_of


@remembered
def delegation(tokens: Tokens, index: NameIndex) -> People:
    """Whoever leads the delegation that the words mean: "the Polish delegation", "the delegation of the KGB".

    Raises Unread where they mean none, else as `staff_posts` does.
    """
    words = bare(tokens)
    nouns = grammar().leading.nouns
    at = next((at for at, word in enumerate(words) if stem(word.low) in nouns), None)
    if at is None:
        raise Unread(tuple(word.text for word in tokens))
    whose = tuple(w for w in (*words[:at], *words[at + 1 :]) if w.low not in ("'s", "of", "from"))
    leaders = People(said=f"leaders of the {said(words)}", others=False, leading="led")
    if not bare(whose):
        return leaders
    if code := known_country(bare(whose)):
        return leaders.model_copy(update={"delegation_of": code})
    return leaders.model_copy(update={"posts": staff_posts(whose, index).ids})


def leads(how: Literal["led", "to lead"], of: str | None, name: str, quote: str) -> bool:
    """Does the quote say that the one of this name led, or is to lead, a delegation: of this country, if any?"""
    found = (re.search(way, quote) for way in _ways(how, name))
    told = [each["told"] for each in found if each]
    return any(of is None or of in without_countries(tokens_of(each))[0] for each in told)


def _ways(how: Literal["led", "to lead"], name: str) -> Iterator[str]:
    """A name behind "a delegation led by" or "the head of the delegation", or before what says so of him."""
    known = grammar().leading
    full, surname = re.escape(name), re.escape(name.split()[-1])
    title = rf"(?:[A-Z][\w’'.-]*|{_any(known.titles)}|and(?= [A-Z]))"
    titled = rf"(?:{_any(each.capitalize() for each in known.titles)})\.? "
    behind = rf"(?:(?:{title} ){{0,14}}?{full}|(?:{titled})?{surname})"
    before = rf"(?:{full}|(?:^|\b[a-z][\w’'-]* |[^\w\s] |{titled}){surname})"
    noun = _any((*known.nouns, *(f"{each}s" for each in known.nouns)))
    link = rf"(?:[A-Z][\w’'.-]*|{_any(known.links)})"
    whose = rf"(?:(?!(?:{_any(known.prepositions)}) )[\w’'.-]+ ){{0,4}}?"
    aside = r"(?:,[^,.;]*)?,? (?:who )?"
    told = rf"(?P<told>(?:the |a |an ){whose}(?:{noun})\b(?: (?:of|from)(?: [A-Z]\w+)+)?)"
    yield rf"(?P<told>(?:[\w’'-]+ ){{0,3}}\b(?:{noun}),? (?:{link} ){{0,9}}?)(?:{_any(known.led)}) by {behind}\b"
    yield rf"{before}\b{aside}(?:{_any(known.leads)}) {told}"
    yield rf"(?i:head|leader) of {told},? {behind}\b"
    yield rf"{before}, (?:the )?(?:head|leader) of {told}"
    if how == "to lead":
        yield rf"{before}\b{aside}(?:{_any(known.to_lead)}) {told}"


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
