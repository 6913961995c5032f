"""An English question read as a typed query, or the reason why it is not."""

from collections.abc import Callable
from contextlib import suppress
from typing import Literal, TypeAlias

from graph.asking.actors import Tokens
from graph.asking.clauses import clause_of, comparisons, put_last, tellings
from graph.asking.composing import in_place
from graph.asking.events import conditions, events
from graph.asking.failures import NoPeriod, Unreadable
from graph.asking.index import NameIndex
from graph.asking.months import months_put_right
from graph.asking.posts import anybody
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
from graph.asking.reading import (
    OF_PEOPLE,
    evenly_cased,
    noted,
    read,
    spelt_out,
    strictly,
    thoroughly,
    whole,
)
from graph.asking.sources import as_told, speaker
from graph.asking.wordings import wordings

Ask: TypeAlias = Callable[[str, NameIndex], Query | Either | NotNamed | Refusal]
"""How a question is read: as it is put, or thoroughly."""
LONGEST = 400
"""Characters of the longest question that is read."""


def understand(question: str, index: NameIndex) -> Query | Either | NotNamed | Refusal:
    """The question as a typed query; NotNamed if it asks after what no fact tells of; else why it is refused."""
    if len(question) > LONGEST:
        return Refusal(reason=f"The question is longer than {LONGEST} characters")
    right, slips = months_put_right(question)
    found = _with_clauses(right, index, whole)
    if isinstance(found, Query | Either):
        return _noted(found, slips)
    others = tuple(wordings(right, index))
    for ask, ways in ((strictly, others), (thoroughly, ((right, ()),)), (whole, others)):
        for other, changed in ways:
            meant = _with_clauses(other, index, ask)
            if isinstance(meant, Query | Either):
                return _noted(meant, (*slips, *changed))
    return found


def _noted(found: Query | Either, slips: tuple[str, ...]) -> Query | Either:
    """What was read, with what was taken for what."""
    if isinstance(found, Query):
        return noted(found, slips)
    one, other = found.queries
    return Either(queries=(noted(one, slips), noted(other, slips)))


def _with_clauses(question: str, index: NameIndex, ask: Ask) -> Query | Either | NotNamed | Refusal:
    """The question read as one, or else part by part."""
    found = ask(question, index)
    if isinstance(found, Query | Either):
        return found
    last = put_last(question)
    for reader in (_told, _with_clause, _compared):
        if said := reader(question, index, ask):
            return said
    put = ask(last, index) if last != question else found
    return put if isinstance(put, Query | Either) else found


def _told(question: str, index: NameIndex, ask: Ask) -> Query | Refusal | None:
    """The query of a question after what somebody says; a refusal where his words make no answer of it."""
    for told in tellings(spelt_out(evenly_cased(question))):
        with suppress(Unreadable):
            by = speaker(told.speaker, index)
            asked = ask(told.question, index)
            if isinstance(asked, Query):
                return as_told(asked, by)
    return None


def _compared(question: str, index: NameIndex, ask: Ask) -> Query | None:
    """The query of a question about who was at some events and at others as well, or not."""
    for clause in comparisons(spelt_out(evenly_cased(question))):
        others = _events(clause.said, index)
        asked = ask(clause.question, index) if others else None
        if isinstance(asked, Query) and asked.kind in _OF_PRESENCE:
            return asked.model_copy(update={clause.how: others})
    return None


_OF_PRESENCE = frozenset({Kind.PARTICIPANTS, Kind.COUNT_ACTORS})


def _events(said: str, index: NameIndex) -> Selection | None:
    """The events that a clause names, with its date."""
    try:
        (words, period), *_ = read(said, index)
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


def _with_clause(question: str, index: NameIndex, ask: Ask) -> Query | None:
    """The query of a question with a clause that leaves somebody out, or names an event before or after it."""
    clause = clause_of(question)
    asked = ask(clause.question, index) if clause else None
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
        (words, period), *_ = read(said, index)
        return _other_than(asked, anybody(words, index), period)
    except (NoPeriod, Unreadable):
        return None


def _other_than(asked: Query, named: Named, period: Period | None) -> Query | None:
    """The query where the one named does not answer; a date behind the name is one of what is asked for."""
    if asked.kind not in OF_PEOPLE or (period and asked.selection.period):
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


_DATELESS = frozenset({Kind.BODIES, Kind.POSTS, Kind.WHOLES, Kind.IDENTITIES})
"""Kinds whose answers no event comes before."""
