"""An English question read as a typed query, or the reason why it is not."""

import re
from collections.abc import Iterator
from contextlib import suppress
from functools import cache, partial
from itertools import product
from typing import Literal

from graph.asking.actors import Tokens
from graph.asking.alternatives import alternatives, joins_alternatives
from graph.asking.clauses import clause_of, comparisons, put_last, tellings
from graph.asking.composing import Readings, in_place, query_of
from graph.asking.events import conditions, events
from graph.asking.failures import Beyond, NoPeriod, Unreadable
from graph.asking.grammar import Form, grammar, low, vocabulary
from graph.asking.index import NameIndex
from graph.asking.matching import Bindings, match
from graph.asking.periods import periods
from graph.asking.posts import anybody, countries_of
from graph.asking.query import (
    Beside,
    Either,
    Kind,
    Named,
    NotNamed,
    Period,
    Query,
    Refusal,
    Selection,
)
from graph.asking.rearranging import can_be_rearranged, rearranged
from graph.asking.refusing import refusal_of
from graph.asking.respelling import guesses, respelt
from graph.asking.sources import as_told, speaker
from graph.asking.words import FUNCTION_WORDS, tokens_of, unquoted

LONGEST = 400
"""Characters of the longest question that is read."""
MOST_WORDS = 45


def understand(question: str, index: NameIndex) -> Query | Either | NotNamed | Refusal:
    """The question as a typed query; NotNamed if it asks after what no fact tells of; else why it is refused."""
    if len(question) > LONGEST:
        return Refusal(reason=f"The question is longer than {LONGEST} characters")
    found = _whole(question, index)
    if isinstance(found, Query | Either):
        return found
    last = put_last(question)
    for reader in (_told, _with_clause, _compared):
        if read := reader(question, index):
            return read
    put = _whole(last, index) if last != question else found
    return put if isinstance(put, Query | Either) else found


def _told(question: str, index: NameIndex) -> Query | Refusal | None:
    """The query of a question after what somebody says; a refusal where his words make no answer of it."""
    for told in tellings(_spelt_out(_evenly_cased(question))):
        with suppress(Unreadable):
            by = speaker(told.speaker, index)
            asked = _whole(told.question, index)
            if isinstance(asked, Query):
                return as_told(asked, by)
    return None


def _compared(question: str, index: NameIndex) -> Query | None:
    """The query of a question about who was at some events and at others as well, or not."""
    for clause in comparisons(_spelt_out(_evenly_cased(question))):
        others = _events(clause.said, index)
        asked = _whole(clause.question, index) if others else None
        if isinstance(asked, Query) and asked.kind in _OF_PRESENCE:
            return asked.model_copy(update={clause.how: others})
    return None


_OF_PRESENCE = frozenset({Kind.PARTICIPANTS, Kind.COUNT_ACTORS})


def _events(said: str, index: NameIndex) -> Selection | None:
    """The events that a clause names, with its date."""
    try:
        (words, period), *_ = _read(said, index)
    except NoPeriod:
        return None
    for reader in (events, _under_conditions, _anywhere_in):
        with suppress(Unreadable):
            return reader(words, index).model_copy(update={"period": period})
    return None


def _under_conditions(words: Tokens, index: NameIndex) -> Selection:
    """Any events that the words narrow: "in Bergen"; raises Unreadable."""
    return Selection().also(*conditions(words, index))


def _anywhere_in(words: Tokens, index: NameIndex) -> Selection:
    """Any events in the place that the words name; raises Unreadable."""
    return Selection().also(in_place(words, index))


def _with_clause(question: str, index: NameIndex) -> Query | None:
    """The query of a question with a clause that leaves somebody out, or names an event before or after it."""
    clause = clause_of(question)
    asked = _whole(clause.question, index) if clause else None
    if clause is None or not isinstance(asked, Query):
        return None
    if clause.how == "without" and asked.kind is not Kind.EVENTS:
        return _without(asked, clause.said, index)
    others = _events(clause.said, index)
    if clause.how == "without":
        return asked.model_copy(update={"apart": others}) if others else None
    return _beside(asked, clause.how, others) if others else None


def _without(asked: Query, said: str, index: NameIndex) -> Query | None:
    try:
        (words, period), *_ = _read(said, index)
        return _other_than(asked, anybody(words, index), period)
    except (NoPeriod, Unreadable):
        return None


def _other_than(asked: Query, named: Named, period: Period | None) -> Query | None:
    """The query where the one named does not answer; a date behind the name is one of what is asked for."""
    if asked.kind not in _OF_PEOPLE or (period and asked.selection.period):
        return None
    dated = {"period": period or asked.selection.period}
    more: dict[str, object] = {
        "without": (*asked.without, *named.ids),
        "other_than": named.said,
        "selection": asked.selection.model_copy(update=dated),
    }
    return asked.model_copy(update=more)


def _beside(
    asked: Query, how: Literal["before", "after", "during"], others: Selection
) -> Query | None:
    of_posts = asked.kind in _DATELESS or asked.posts
    if (of_posts and how != "during") or asked.selection.beside:
        return None
    beside = Beside(how=how, events=others)
    selection = asked.selection.model_copy(update={"beside": beside})
    return asked.model_copy(update={"selection": selection})


_OF_PEOPLE = frozenset({Kind.PARTICIPANTS, Kind.CONTACTS, Kind.COUNT_ACTORS})
_DATELESS = frozenset({Kind.BODIES, Kind.POSTS, Kind.WHOLES, Kind.IDENTITIES})
"""Kinds whose answers no event comes before."""


def _read(text: str, index: NameIndex) -> list[tuple[Tokens, Period | None]]:
    """Each way of taking the dates out of a text, with the words that are left; raises NoPeriod."""
    dated = periods(_spelt_out(text), index.latest)
    return [(_without_afterwords(_without_politeness(tokens_of(rest))), p) for rest, p in dated]


def _whole(question: str, index: NameIndex) -> Query | Either | NotNamed | Refusal:
    try:
        read = _read(_evenly_cased(question), index)
    except NoPeriod as failure:
        return Refusal(reason=str(failure))
    if not read[0][0] or max(len(unquoted(tokens)) for tokens, _ in read) > MOST_WORDS:
        return Refusal(reason="It is empty or too long to be one question")
    if any(map(joins_alternatives, read[0][0])):
        return _either(read, index)
    return _first(read, index)


def _either(read: list[tuple[Tokens, Period | None]], index: NameIndex) -> Either | Refusal:
    """The first way of taking the words in which each alternative is a query as it is written."""
    found = [
        alternatives(words, partial(_best, period=period, index=index)) for words, period in read
    ]
    return next((each for each in found if isinstance(each, Either)), found[0])


def _first(
    read: list[tuple[Tokens, Period | None]], index: NameIndex
) -> Query | NotNamed | Refusal:
    """The first way of taking the words that is a query; else what the first way failed on."""
    failed: NotNamed | Refusal | None = None
    ways = product((_as_written, unquoted, respelt), (index, index.loosely), read)
    for change, names, (tokens, period) in ways:
        changed = change(tokens)
        if change is not _as_written and changed == tokens:
            continue
        found = _best(changed, period, names)
        if isinstance(found, Query):
            return found if change is not respelt else _noted(found, tokens, changed)
        failed = failed or found
    return _in_another_order(read, index) or _guessed(read, index) or failed or Refusal()


def _in_another_order(read: list[tuple[Tokens, Period | None]], index: NameIndex) -> Query | None:
    """What the words mean in the first order in which they can be read."""
    for names, (tokens, period) in product((index, index.loosely), read):
        words = unquoted(tokens)
        if not can_be_rearranged(words, index):
            continue
        for order in rearranged(words):
            found = _best(order, period, names)
            if isinstance(found, Query):
                return found
    return None


def _guessed(read: list[tuple[Tokens, Period | None]], index: NameIndex) -> Query | None:
    """What the words mean if each that nobody knows is a slip: the one word for it with which they can be read."""
    for names, (tokens, period) in product((index, index.loosely), read):
        tried = ((changed, _best(changed, period, names)) for changed in guesses(tokens, index))
        found = [_noted(query, tokens, c) for c, query in tried if isinstance(query, Query)]
        if len(found) == 1:
            return found[0]
    return None


def _as_written(tokens: Tokens) -> Tokens:
    return tokens


def _noted(query: Query, tokens: Tokens, changed: Tokens) -> Query:
    """The query, with what was taken for what."""
    slips = tuple(
        f"{a.text!r} read as {b.text!r}" for a, b in zip(tokens, changed, strict=True) if a != b
    )
    return query.model_copy(update={"slips": slips})


def _evenly_cased(question: str) -> str:
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


def _spelt_out(question: str) -> str:
    """The question with plain apostrophes and without contractions."""
    text = re.sub(r"(?<=\w)’(?=\w|\s|$)", "'", question)
    return _short().sub(_long, text)


@cache
def _short() -> re.Pattern[str]:
    known = sorted(grammar().contractions, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, known))})\b", re.IGNORECASE)


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
    ids = query.one.ids if query.one and query.kind in _OF_PEOPLE else ()
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
