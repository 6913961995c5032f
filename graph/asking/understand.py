"""An English question read as a typed query, or the reason why it is not."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import product
from typing import TypeAlias

from graph.asking.actors import Tokens, place
from graph.asking.events import conditions, events, take_pick
from graph.asking.failures import Ambiguous, Unnamed, Unread, Unreadable
from graph.asking.grammar import Form, grammar, low, vocabulary
from graph.asking.index import NameIndex
from graph.asking.matching import Bindings, match
from graph.asking.misspelling import misspelt_word
from graph.asking.pairs import pair
from graph.asking.people import people
from graph.asking.periods import SeveralDates, periods
from graph.asking.posts import anybody, body_posts, post, staff_posts
from graph.asking.query import (
    PRESENT,
    Facet,
    Kind,
    Named,
    NotNamed,
    Pair,
    People,
    Period,
    Query,
    Refusal,
    Selection,
)
from graph.asking.titles import known_country
from graph.asking.topics import anything, documents, topics
from graph.asking.words import FUNCTION_WORDS, Token, tokens_of, unquoted
from ontology.posts import ACTING
from ontology.terms import EVENT_TYPES, EventType, Role

LONGEST = 400
"""Characters of the longest question that is read."""
NOT_UNDERSTOOD = "Not understood"
MOST_WORDS = 45

Reading: TypeAlias = Named | Pair | Selection | People | tuple[Facet, ...]

_READERS: Mapping[str, Callable[[Tokens, NameIndex], Reading]] = {
    "actor": anybody,
    "other": anybody,
    "pair": pair,
    "other_people": people,
    "events": events,
    "rest": conditions,
    "topic": topics,
    "document": documents,
    "people": people,
    "post": post,
    "body": body_posts,
    "staff": staff_posts,
    "gathering": lambda tokens, index: (anything(tokens, index),),
    "place": lambda tokens, index: (_in(place(tokens, index)),),
    "pick": lambda tokens, _index: _picked(tokens),
}


def _picked(tokens: Tokens) -> Selection:
    pick, rest = take_pick(tokens)
    if pick is None or rest:
        raise Unread(tuple(token.text for token in tokens))
    return Selection(pick=pick)


def _in(found: Named) -> Facet:
    return Facet(said=f"in {found.said}", places=found.ids)


def understand(question: str, index: NameIndex) -> Query | NotNamed | Refusal:
    """The question as a typed query; NotNamed if it asks after what no report names; else why it is refused."""
    if len(question) > LONGEST:
        return Refusal(words=(), reason=f"The question is longer than {LONGEST} characters")
    try:
        dated = periods(_spelt_out(question), index.latest)
    except SeveralDates:
        return Refusal(words=(), reason="It names several dates that do not make one period")
    read = [(_without_politeness(tokens_of(text)), period) for text, period in dated]
    if not read[0][0] or max(len(unquoted(tokens)) for tokens, _ in read) > MOST_WORDS:
        return Refusal(words=(), reason="It is empty or too long to be one question")
    return _first(read, index)


def _first(
    read: list[tuple[Tokens, Period | None]], index: NameIndex
) -> Query | NotNamed | Refusal:
    """The first way of taking the words that is a query; else what the first way failed on."""
    failed: NotNamed | Refusal | None = None
    ways = product((_as_written, unquoted, _respelt), (index, index.loosely), read)
    for change, names, (tokens, period) in ways:
        changed = change(tokens)
        if change is not _as_written and changed == tokens:
            continue
        found = _best(changed, period, names)
        if isinstance(found, Query):
            return found if change is not _respelt else _noted(found, tokens, changed)
        failed = failed or found
    return failed or Refusal(words=(), reason=NOT_UNDERSTOOD)


def _as_written(tokens: Tokens) -> Tokens:
    return tokens


def _respelt(tokens: Tokens) -> Tokens:
    """The words with each that is a slip of one of the grammar's, but no name, put right."""
    return tuple(_right(token) for token in tokens)


def _right(token: Token) -> Token:
    known = token.looks_like_a_name or token.low in vocabulary()
    meant = None if known else misspelt_word(token.low, vocabulary())
    return Token(meant, meant) if meant else token


def _noted(query: Query, tokens: Tokens, changed: Tokens) -> Query:
    """The query, with what was taken for what."""
    slips = tuple(
        f"{a.text!r} read as {b.text!r}" for a, b in zip(tokens, changed, strict=True) if a != b
    )
    return query.model_copy(update={"slips": slips})


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


def _best(tokens: Tokens, period: Period | None, index: NameIndex) -> Query | NotNamed | Refusal:
    """The first form whose every slot can be read; else what the nearest one failed on."""
    readings = _Readings(tokens, index)
    failures: list[tuple[int, Unreadable]] = []
    for form, bindings in _matches(tokens):
        try:
            return _without_named(_query(form, readings.of(bindings), period), tokens)
        except Unreadable as failure:
            failures.append((readings.read(bindings), failure))
    return _failure(failures, tokens, index)


def _without_named(query: Query, tokens: Tokens) -> Query:
    """The query; where it asks for others ("who else"), those it names do not answer."""
    if not any((token.low,) in grammar().phrases.others for token in tokens):
        return query
    named = (actor for facet in query.selection.facets for actor in facet.actors)
    return query.model_copy(update={"without": (*query.without, *named)})


def _matches(tokens: Tokens) -> Iterator[tuple[Form, Bindings]]:
    words = frozenset(low(tokens))
    for form in grammar().forms:
        for saying in form.says:
            if saying.may_match(words):
                for bindings in match(saying.start, tokens):
                    yield form, bindings


class _Readings:
    """Reads the slots of one question, each span only once."""

    def __init__(self, tokens: Tokens, index: NameIndex) -> None:
        self._tokens, self._index = tokens, index
        self._known: dict[tuple[str, int, int], Reading | Unreadable] = {}

    def of(self, bindings: Bindings) -> dict[str, Reading]:
        """The reading of each slot; raises the first failure."""
        return {name: self._reading(name, start, end) for name, start, end in bindings}

    def read(self, bindings: Bindings) -> int:
        """How many words are in slots that could be read."""
        known = (
            (self._known.get((name, start, end)), end - start) for name, start, end in bindings
        )
        return sum(length for found, length in known if found and not isinstance(found, Unreadable))

    def _reading(self, name: str, start: int, end: int) -> Reading:
        key = (name, start, end)
        if key not in self._known:
            try:
                self._known[key] = _READERS[name](self._tokens[start:end], self._index)
            except Unreadable as failure:
                self._known[key] = failure
        reading = self._known[key]
        if isinstance(reading, Unreadable):
            raise reading
        return reading


def _query(form: Form, readings: Mapping[str, Reading], period: Period | None) -> Query:
    one, other = _two(readings)
    posts = _posts(readings)
    selection = _selection(form, readings, period)
    by_itself = form.contact or form.kind in _ABOUT_ACTORS
    if one and not by_itself:
        selection = selection.also(*(_with(each, form) for each in (one, other) if each))
    return Query(
        kind=form.kind,
        selection=selection,
        people=_people(readings),
        roles=form.roles,
        else_roles=form.else_roles,
        statuses=form.statuses,
        one=one if by_itself else None,
        other=other,
        posts=posts,
        acting=bool(posts and ACTING & set(posts.said.casefold().split())),
        tenure=form.tenure,
        by_phone=form.by_phone,
        countries=form.countries,
        without=_themselves(one, selection) if form.together else (),
    )


def _themselves(one: Named | None, selection: Selection) -> tuple[str, ...]:
    """Those whom a question names as being with the ones it asks for."""
    named = (actor for facet in selection.facets for actor in facet.actors)
    return (*(one.ids if one else ()), *named)


def _two(readings: Mapping[str, Reading]) -> tuple[Named | None, Named | None]:
    both = readings.get("pair")
    if isinstance(both, Pair):
        return both.one, both.other
    return _named(readings, "actor"), _named(readings, "other")


_ABOUT_ACTORS = frozenset(
    {
        Kind.CONTACTS,
        Kind.WHETHER_MET,
        Kind.WHETHER_TOOK_PART,
        Kind.WHETHER_HOLDS,
        Kind.POSTS,
        Kind.BODIES,
    }
)
"""Kinds in which the named actor is what is asked about, not a condition on events."""


_HOW = {
    Role.CHAIR: "chaired by",
    Role.ABSENT: "missed by",
    Role.ORGANISER: "organised or led by",
    Role.HOST: "hosted by",
}


def _with(found: Named, form: Form) -> Facet:
    roles = PRESENT if form.together else (*form.roles, *form.else_roles)
    how = _HOW.get(roles[0], "with") if roles != PRESENT else "with"
    return Facet(said=f"{how} {found.said}", actors=found.ids, roles=roles)


def _named(readings: Mapping[str, Reading], slot: str) -> Named | None:
    found = readings.get(slot)
    return found if isinstance(found, Named) else None


def _posts(readings: Mapping[str, Reading]) -> Named | None:
    named = (_named(readings, slot) for slot in ("post", "body", "staff"))
    return next((found for found in named if found), None)


def _people(readings: Mapping[str, Reading]) -> People:
    found = readings.get("people")
    if isinstance(found, People):
        return found
    staff = _named(readings, "staff")
    return (
        People(said=f"people with {staff.said}", others=False, posts=staff.ids)
        if staff
        else People()
    )


def _selection(form: Form, readings: Mapping[str, Reading], period: Period | None) -> Selection:
    found = readings.get("events")
    base = found if isinstance(found, Selection) else _any_of(form.types)
    facets = [
        r
        for name in ("topic", "document", "gathering", "place", "rest")
        for r in _facets(readings.get(name))
    ]
    picked = readings.get("pick")
    pick = picked.pick if isinstance(picked, Selection) else base.pick
    return base.also(*facets).model_copy(update={"period": period, "pick": pick})


def _any_of(types: tuple[EventType, ...]) -> Selection:
    said = " or ".join(f"{EVENT_TYPES[t].labels[0]}s" for t in types)
    return Selection(types=types, said=said or "events")


def _facets(reading: Reading | None) -> tuple[Facet, ...]:
    return reading if isinstance(reading, tuple) else ()


def _failure(
    failures: list[tuple[int, Unreadable]], tokens: Tokens, index: NameIndex
) -> NotNamed | Refusal:
    """What to tell: a name that several have, a name that none has, or the words that were not understood.

    Each failure comes with the number of words that were read besides: the more, the more it tells.
    """
    strange = _strange(tokens, index)
    named = [(read, f) for read, f in failures if isinstance(f, Ambiguous | Unnamed)]
    _, telling = max(named, key=lambda each: (each[0], len(each[1].said)), default=(0, None))
    if isinstance(telling, Ambiguous):
        names = ", ".join(telling.names)
        reason = f"{telling.said!r} may be {names}; ask with the full name"
        return Refusal(words=(telling.said,), reason=reason)
    if telling and all(token.looks_like_a_name for token in strange):
        return NotNamed(said=telling.said, nearest=telling.nearest)
    words = tuple(token.text for token in strange) or _left(failures)
    return Refusal(words=words, reason=NOT_UNDERSTOOD)


def _left(failures: list[tuple[int, Unreadable]]) -> tuple[str, ...]:
    """The fewest words that a way of reading the rest leaves over, those left out that only join others."""
    left = [(-read, f.words) for read, f in failures if isinstance(f, Unread) and f.words]
    _, words = min(left, key=lambda each: (each[0], len(each[1])), default=(0, ()))
    openers = grammar().phrases.openers
    return tuple(
        w for w in words if (w.lower(),) not in openers and w.lower() not in FUNCTION_WORDS
    )


def _strange(tokens: Tokens, index: NameIndex) -> Tokens:
    """The words that neither the grammar nor the graph has."""
    return tuple(t for t in tokens if t.low not in vocabulary() and not _known(t, index))


def _known(token: Token, index: NameIndex) -> bool:
    told = index.holds_word(token.text) or index.events.holds_word(token.text)
    return told or bool(known_country((token,)))
