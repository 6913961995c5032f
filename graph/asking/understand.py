"""An English question read as a typed query, or the reason why it is not."""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from graph.asking.actors import Tokens, known_country, place
from graph.asking.events import anything, conditions, events, topics
from graph.asking.failures import Ambiguous, Unnamed, Unread, Unreadable
from graph.asking.grammar import Form, grammar, low, vocabulary
from graph.asking.index import NameIndex
from graph.asking.patterns import Bindings, match
from graph.asking.people import people
from graph.asking.periods import SeveralDates, take_period
from graph.asking.posts import anybody, body_posts, post, staff_posts
from graph.asking.query import (
    PRESENT,
    Facet,
    Kind,
    Named,
    NotNamed,
    People,
    Period,
    Query,
    Refusal,
    Selection,
)
from graph.asking.words import Token, tokens_of
from ontology.terms import EVENT_TYPES, EventType, Role

LONGEST = 400
"""Characters of the longest question that is read."""
NOT_UNDERSTOOD = "Not understood"
MOST_WORDS = 45

Reading: TypeAlias = Named | Selection | People | tuple[Facet, ...]

_READERS: Mapping[str, Callable[[Tokens, NameIndex], Reading]] = {
    "actor": anybody,
    "other": anybody,
    "other_people": people,
    "events": events,
    "rest": conditions,
    "topic": topics,
    "people": people,
    "post": post,
    "body": body_posts,
    "staff": staff_posts,
    "gathering": lambda tokens, index: (anything(tokens, index, quoted=True),),
    "place": lambda tokens, index: (_in(place(tokens, index)),),
}


def _in(found: Named) -> Facet:
    return Facet(said=f"in {found.said}", places=found.ids)


def understand(question: str, index: NameIndex) -> Query | NotNamed | Refusal:
    """The question as a typed query; NotNamed if it asks after what no report names; else why it is refused."""
    if len(question) > LONGEST:
        return Refusal(words=(), reason=f"The question is longer than {LONGEST} characters")
    try:
        text, period = take_period(_spelt_out(question), index.latest)
    except SeveralDates:
        return Refusal(words=(), reason="It names several dates that do not make one period")
    tokens = _without_politeness(tokens_of(text))
    if not tokens or len(tokens) > MOST_WORDS:
        return Refusal(words=(), reason="It is empty or too long to be one question")
    return _best(tokens, period, index)


def _spelt_out(question: str) -> str:
    text = question.replace("’", "'")
    for short, long in grammar().contractions.items():
        text = text.replace(short, long).replace(short.capitalize(), long.capitalize())
    return text


def _without_politeness(tokens: Tokens) -> Tokens:
    for phrase in grammar().politeness:
        if low(tokens[: len(phrase)]) == phrase:
            return _without_politeness(tokens[len(phrase) :])
    return tokens


def _best(tokens: Tokens, period: Period | None, index: NameIndex) -> Query | NotNamed | Refusal:
    """The first form whose every slot can be read; else what the nearest one failed on."""
    readings = _Readings(tokens, index)
    failures: list[Unreadable] = []
    for form, bindings in _matches(tokens):
        try:
            return _without_named(_query(form, readings.of(bindings), period), tokens)
        except Unreadable as failure:
            failures.append(failure)
    return _failure(failures, tokens, index)


def _without_named(query: Query, tokens: Tokens) -> Query:
    """The query; where it asks for others ("who else"), those it names do not answer."""
    if not any((token.low,) in grammar().phrases.others for token in tokens):
        return query
    named = (actor for facet in query.selection.facets for actor in facet.actors)
    return query.model_copy(update={"without": (*query.without, *named)})


def _matches(tokens: Tokens) -> Iterator[tuple[Form, Bindings]]:
    for form in grammar().forms:
        for says in form.says:
            for bindings in match((says,), tokens):
                yield form, bindings


class _Readings:
    """Reads the slots of one question, each span only once."""

    def __init__(self, tokens: Tokens, index: NameIndex) -> None:
        self._tokens, self._index = tokens, index
        self._known: dict[tuple[str, int, int], Reading | Unreadable] = {}

    def of(self, bindings: Bindings) -> dict[str, Reading]:
        """The reading of each slot; raises the first failure."""
        return {name: self._reading(name, start, end) for name, start, end in bindings}

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
    one, other = _named(readings, "actor"), _named(readings, "other")
    selection = _selection(form, readings, period)
    by_itself = form.contact or form.kind in _ABOUT_ACTORS
    if one and not by_itself:
        selection = selection.also(*(_with(each, form) for each in (one, other) if each))
    return Query(
        kind=form.kind,
        selection=selection,
        people=_people(readings),
        roles=form.roles,
        statuses=form.statuses,
        one=one if by_itself else None,
        other=other,
        posts=_posts(readings),
        tenure=form.tenure,
        by_phone=form.by_phone,
        without=one.ids if one and form.together else (),
    )


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
    roles = PRESENT if form.together else form.roles
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
    return found if isinstance(found, People) else People()


def _selection(form: Form, readings: Mapping[str, Reading], period: Period | None) -> Selection:
    found = readings.get("events")
    base = found if isinstance(found, Selection) else _any_of(form.types)
    facets = [
        r for name in ("topic", "gathering", "place", "rest") for r in _facets(readings.get(name))
    ]
    return base.also(*facets).model_copy(update={"period": period})


def _any_of(types: tuple[EventType, ...]) -> Selection:
    said = " or ".join(f"{EVENT_TYPES[t].labels[0]}s" for t in types)
    return Selection(types=types, said=said or "events")


def _facets(reading: Reading | None) -> tuple[Facet, ...]:
    return reading if isinstance(reading, tuple) else ()


def _failure(failures: list[Unreadable], tokens: Tokens, index: NameIndex) -> NotNamed | Refusal:
    """What to tell: a name that several have, a name that none has, or the words that were not understood."""
    for failure in failures:
        if isinstance(failure, Ambiguous):
            names = ", ".join(failure.names)
            return Refusal(
                words=(failure.said,),
                reason=f"{failure.said!r} may be {names}; ask with the full name",
            )
    strange = _strange(tokens, index)
    unnamed = [failure for failure in failures if isinstance(failure, Unnamed)]
    if unnamed and all(token.looks_like_a_name for token in strange):
        longest = max(unnamed, key=lambda failure: len(failure.said))
        return NotNamed(said=longest.said, nearest=longest.nearest)
    left = [failure.words for failure in failures if isinstance(failure, Unread) and failure.words]
    words = tuple(token.text for token in strange) or min(left, key=len, default=())
    return Refusal(words=words, reason=NOT_UNDERSTOOD)


def _strange(tokens: Tokens, index: NameIndex) -> Tokens:
    """The words that neither the grammar nor the graph has."""
    return tuple(t for t in tokens if t.low not in vocabulary() and not _known(t, index))


def _known(token: Token, index: NameIndex) -> bool:
    return index.holds_word(token.text) or bool(known_country((token,)))
