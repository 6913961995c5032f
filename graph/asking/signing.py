"""How many documents were signed, by the words that tell of each signing."""

from collections.abc import Iterable, Iterator

from graph.asking.actors import Tokens, bare
from graph.asking.desk import Desk, Line, strings
from graph.asking.failures import Unread
from graph.asking.grammar import grammar
from graph.asking.happenings import details, events_of
from graph.asking.index import NameIndex
from graph.asking.query import Named, Query
from graph.asking.words import FUNCTION_WORDS, Token, said, stem, tokens_of
from graph.catalogue import statement
from ontology.dateforms import NUMBERS
from ontology.terms import Relation

_NEAR = 4
"""Words between a number or an article and the noun: "a five-year framework agreement"."""
_ANY = "document"


def paper(tokens: Tokens, index: NameIndex) -> Named:
    """The kind of document that is counted; raises Unread where the words are none."""
    words = bare(tokens)
    if len(words) != 1 or _singular(words[0].low) not in _documents(_ANY):
        raise Unread(tuple(word.text for word in tokens))
    return Named(said=said(words), ids=())


def count_documents(desk: Desk, query: Query) -> Iterable[Line]:
    """The sum of the documents that the reports tell of: by number, or one by one.

    Where a report tells of several without a number, the answer says so, and alone they are no answer.
    """
    noun = _singular(query.papers.said.casefold()) if query.papers else _ANY
    rows = details(desk, Relation.EVENT_TYPE, query, events_of(desk, query))
    quotes = _quotes(desk, [str(row["claim"]) for row in rows])
    told: dict[str, tuple[int | None, str]] = {}
    for row in rows:  # of several sentences on one signing the first with a number
        number = documents_in(quotes[str(row["claim"])], noun)
        if told.get(str(row["event"]), (None, ""))[0] is None:
            told[str(row["event"])] = (number, str(row["claim"]))
    counted = {claim: number for number, claim in told.values() if number}
    if any(number is None for number, _ in told.values()):
        least = "at least: " if counted else ""
        desk.note = f"{least}the reports tell of several without saying how many"
    return [Line(answer=str(sum(counted.values())), claims=tuple(counted))] if counted else []


def _quotes(desk: Desk, claims: list[str]) -> dict[str, str]:
    rows = desk.look_up(statement("ask_evidence"), claims=strings(claims)) if claims else ()
    return {str(row["claim"]): str(row["quote"]) for row in rows}


def documents_in(quote: str, noun: str) -> int | None:
    """How many documents of this kind the quote tells of; None where of several it does not say how many."""
    words = tokens_of(quote)
    numbers = [_number(words, at) for at in _nouns(words, noun)]
    return None if None in numbers else sum(number for number in numbers if number)


def _nouns(words: Tokens, noun: str) -> Iterator[int]:
    """Where the noun stands: a name such as "the Treaty of Riga" is none of what was signed."""
    for at, word in enumerate(words):
        if _singular(word.low) in _documents(noun) and (not at or not word.looks_like_a_name):
            yield at


def _number(words: Tokens, at: int) -> int | None:
    """The number before the noun, 1 behind "a", 0 behind "the": that only speaks of one; None for a bare plural."""
    several = _singular(words[at].low) != words[at].low
    unsaid = None if several else 0
    for word in reversed(words[max(at - _NEAR, 0) : at]):
        if (number := _said(word)) is not None:
            return number if several or number == 1 else None
        if word.low in FUNCTION_WORDS:
            return 1 if word.low in ("a", "an") and not several else unsaid
    return unsaid


def _said(word: Token) -> int | None:
    return int(word.low) if word.low.isdecimal() else NUMBERS.get(word.low)


def _documents(noun: str) -> frozenset[str]:
    """The noun alone; of "document" all that can be signed."""
    every = grammar().papers.nouns
    return every if noun == _ANY else frozenset({noun}) & every


def _singular(word: str) -> str:
    return grammar().papers.plurals.get(word, stem(word))
