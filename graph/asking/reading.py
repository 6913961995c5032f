"""One question, without clauses of its own, read as a typed query, or the reason why it is not."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, partial
from itertools import product

from graph.asking.actors import Tokens
from graph.asking.alternatives import alternatives, joins_alternatives
from graph.asking.composing import Readings, query_of
from graph.asking.failures import Beyond, NoPeriod, Unreadable
from graph.asking.grammar import Form, grammar, low, vocabulary
from graph.asking.index import NameIndex
from graph.asking.matching import Bindings, match
from graph.asking.periods import periods
from graph.asking.posts import countries_of
from graph.asking.query import Either, Kind, NotNamed, Period, Query, Refusal
from graph.asking.rearranging import can_be_rearranged, rearranged
from graph.asking.refusing import refusal_of
from graph.asking.respelling import guesses, respelt, slips_of
from graph.asking.words import FUNCTION_WORDS, tokens_of, unquoted

MOST_WORDS = 45
_HONORIFIC = re.compile(r"\b(?:mr|mrs|ms|miss)\b\.?\s+(?=\w)", re.IGNORECASE)
_THROUGH = re.compile(r"(?:\bfrom )?\b(\d{4}) (?:through|thru|up to) (\d{4})\b", re.IGNORECASE)
OF_PEOPLE = frozenset({Kind.PARTICIPANTS, Kind.CONTACTS, Kind.COUNT_ACTORS})
"""Kinds that ask for actors among others, of whom some can be left out."""


def read(text: str, index: NameIndex) -> list[tuple[Tokens, Period | None]]:
    """Each way of taking the dates out of a text, with the words that are left; raises NoPeriod."""
    dated = periods(spelt_out(text), index.latest)
    return [(bare_question(tokens_of(rest)), p) for rest, p in dated]


def bare_question(tokens: Tokens) -> Tokens:
    """The words without those before and behind a question that only make it polite."""
    return _without_afterwords(_without_politeness(tokens))


def whole(question: str, index: NameIndex) -> Query | Either | NotNamed | Refusal:
    """The question read in the order in which it is put."""
    return _whole(question, index, (index, index.loosely))


def strictly(question: str, index: NameIndex) -> Query | Either | NotNamed | Refusal:
    """The same, where words of the sentence that states an event are not enough for what it is about."""
    return _whole(question, index, (index,))


def _whole(
    question: str, index: NameIndex, names: Iterable[NameIndex]
) -> Query | Either | NotNamed | Refusal:
    try:
        ways = read(evenly_cased(question), index)
    except NoPeriod as failure:
        return Refusal(reason=str(failure))
    if not ways[0][0] or max(len(unquoted(tokens)) for tokens, _ in ways) > MOST_WORDS:
        return Refusal(reason="It is empty or too long to be one question")
    if any(map(joins_alternatives, ways[0][0])):
        return _either(ways, index)
    return _first(ways, names)


def thoroughly(question: str, index: NameIndex) -> Query | Either | NotNamed | Refusal:
    """The question read as it is put, else with its words in another order, or with slips in them put right."""
    found = whole(question, index)
    if isinstance(found, Query | Either):
        return found
    try:
        ways = read(evenly_cased(question), index)
    except NoPeriod:
        return found
    if any(map(joins_alternatives, ways[0][0])):
        return found
    return _in_another_order(ways, index) or _guessed(ways, index) or found


def _either(dated: list[tuple[Tokens, Period | None]], index: NameIndex) -> Either | Refusal:
    """The first way of taking the words in which each alternative is a query as it is written."""
    found = [
        alternatives(words, partial(_best, period=period, index=index)) for words, period in dated
    ]
    return next((each for each in found if isinstance(each, Either)), found[0])


def _first(
    dated: list[tuple[Tokens, Period | None]], indexes: Iterable[NameIndex]
) -> Query | NotNamed | Refusal:
    """The first way of taking the words that is a query; else what the first way failed on."""
    failed: NotNamed | Refusal | None = None
    ways = product((_as_written, unquoted, respelt), indexes, dated)
    for change, names, (tokens, period) in ways:
        changed = change(tokens)
        if change is not _as_written and changed == tokens:
            continue
        found = _best(changed, period, names)
        if isinstance(found, Query):
            return noted(found, slips_of(tokens, changed))
        failed = failed or found
    return failed or Refusal()


def _in_another_order(dated: list[tuple[Tokens, Period | None]], index: NameIndex) -> Query | None:
    """What the words mean in the first order in which they can be read."""
    for names, (tokens, period) in product((index, index.loosely), dated):
        words = unquoted(tokens)
        if not can_be_rearranged(words, index):
            continue
        for order in rearranged(words):
            found = _best(order, period, names)
            if isinstance(found, Query):
                return found
    return None


def _guessed(dated: list[tuple[Tokens, Period | None]], index: NameIndex) -> Query | None:
    """What the words mean if each that nobody knows is a slip: the one word for it with which they can be read."""
    for names, (tokens, period) in product((index, index.loosely), dated):
        tried = ((changed, _best(changed, period, names)) for changed in guesses(tokens, index))
        found = [noted(q, slips_of(tokens, c)) for c, q in tried if isinstance(q, Query)]
        if len(found) == 1:
            return found[0]
    return None


def _as_written(tokens: Tokens) -> Tokens:
    return tokens


def noted(query: Query, slips: tuple[str, ...]) -> Query:
    """The query, with what was taken for what."""
    return query.model_copy(update={"slips": (*slips, *query.slips)})


def evenly_cased(question: str) -> str:
    """The question in small letters where its capitals tell no names: all words have them, or all letters are."""
    words = [word for word in tokens_of(question) if word.low not in FUNCTION_WORDS]
    telling = any(word.text[:1].islower() for word in words[1:])
    short = any(letter.islower() for letter in question)
    openers = grammar().phrases.openers
    asks = any((word.low,) in openers or word.low in vocabulary() for word in words)
    if telling or not asks:
        return question
    return " ".join(w if short and _is_short(w) else w.lower() for w in question.split())


def _is_short(word: str) -> bool:
    """Is it an abbreviation, which keeps its capitals: US, KGB?"""
    letters = [letter for letter in word if letter.isalpha()]
    return len(letters) > 1 and all(letter.isupper() for letter in letters)


def spelt_out(question: str) -> str:
    """The question with plain apostrophes, without contractions and what is polite before names."""
    text = re.sub(r"(?<=\w)’(?=\w|\s|$)", "'", question)
    text = _THROUGH.sub(r"from \1 to \2", _HONORIFIC.sub("", text))
    return _short().sub(_long, text)


@cache
def _short() -> re.Pattern[str]:
    known = sorted(grammar().contractions, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, known))})(?:\b|(?<=/))", re.IGNORECASE)


def _long(found: re.Match[str]) -> str:
    text = grammar().contractions[found[0].casefold()]
    return text.capitalize() if found[0][0].isupper() else text


def _without_politeness(tokens: Tokens) -> Tokens:
    for phrase in grammar().politeness:
        if low(tokens[: len(phrase)]) == phrase:
            return _without_politeness(tokens[len(phrase) :])
    return tokens


def _without_afterwords(tokens: Tokens) -> Tokens:
    for phrase in grammar().afterwords:
        if low(tokens[-len(phrase) :]) == phrase:
            return _without_afterwords(tokens[: -len(phrase)])
    return tokens


def _best(tokens: Tokens, period: Period | None, index: NameIndex) -> Query | NotNamed | Refusal:
    """The first form whose every slot can be read; else what the nearest one failed on."""
    readings = Readings(tokens, index)
    failures: list[tuple[int, Unreadable]] = []
    for form, bindings in _matches(tokens):
        try:
            query = query_of(form, readings.of(bindings), period)
            return _without_compatriots(_without_named(query, tokens), index)
        except Unreadable as failure:
            failures.append((readings.read(bindings), failure))
    return refusal_of(failures, tokens, index)


def _without_named(query: Query, tokens: Tokens) -> Query:
    """The query; where it asks for others ("who else"), those it names do not answer."""
    if not any((token.low,) in grammar().phrases.others for token in tokens):
        return query
    named = (actor for facet in query.selection.facets for actor in facet.actors)
    return query.model_copy(update={"without": (*query.without, *named)})


def _without_compatriots(query: Query, index: NameIndex) -> Query:
    """The query; where it asks for foreign ones, those of the countries of the one whom they met do not answer.

    Raises Beyond where it says of nobody that they met him, or his country is not known.
    """
    if not query.people.foreign:
        return query
    ids = query.one.ids if query.one and query.kind in OF_PEOPLE else ()
    codes = dict.fromkeys(code for i in ids for code in countries_of(index.entries[i], index))
    if not codes:
        raise Beyond(
            (query.people.said,), f"To which country {query.people.said!r} are foreign is not known"
        )
    people = query.people.model_copy(update={"not_of": tuple(codes)})
    return query.model_copy(update={"people": people})


def _matches(tokens: Tokens) -> Iterator[tuple[Form, Bindings]]:
    words = frozenset(low(tokens))
    for form in grammar().forms:
        for saying in form.says:
            if saying.may_match(words):
                for bindings in match(saying.start, tokens):
                    yield form, bindings
