"""The words that tell of events, read from a table: verbs, nouns, and verbs that go with such nouns."""

import re
from functools import cache
from typing import Literal

from spacy.tokens import Token

from ingest.extraction.lexicon import words
from ontology.model import Record
from ontology.tables import table
from ontology.terms import EventType

Frame = Literal[
    "contact",
    "with",
    "discuss",
    "guest",
    "visit",
    "go",
    "sign",
    "together",
    "hear",
    "leave",
    "gather",
]


class Verb(Record):
    """A verb that tells an event: its type, and how its subject and object take part."""

    type: EventType
    frame: Frame


class _Lemmas(Record):
    lemmas: frozenset[str]


class _Light(Record):
    """Verbs with an event for their object or subject, by what they say of it."""

    holds: frozenset[str]
    attends: frozenset[str]
    chairs: frozenset[str]
    hosts: frozenset[str]
    organises: frozenset[str]
    happens: frozenset[str]
    plans: frozenset[str]
    speaks: frozenset[str]


class _Spoken(Record):
    """Words above an occasion that is only spoken of, by what they say of it."""

    preparing: frozenset[str]
    outcomes: frozenset[str]
    greetings: frozenset[str]
    greeted: frozenset[str]
    journeys: frozenset[str]


class _Table(Record):
    verbs: dict[str, Verb]
    rites: dict[str, frozenset[str]]
    nouns: dict[EventType, tuple[str, ...]]
    sorts: dict[str, frozenset[str]]
    light: _Light
    visited: _Lemmas
    documents: _Lemmas
    arms: _Lemmas
    people: _Lemmas
    public: _Lemmas
    private: _Lemmas
    standins: _Lemmas
    spoken: _Spoken


MOTION = frozenset({"travel", "arrive", "come", "go", "fly"})
"""Going somewhere, by lemma."""
JOURNEYS = MOTION | {"lead", "meet", "gather"}
"""What people do who come together for something."""
_SHOWS = frozenset({"arms", "air", "arm", "trade", "motor"})
_WEAK = frozenset(
    {
        "exercise",
        "test",
        "trial",
        "training",
        "lunch",
        "dinner",
        "discussion",
        "conversation",
        "dialogue",
        "tour",
        "trip",
    }
)
"""Nouns that also mean things that are no occasion: "the exercise of power"."""
_ONE_IN_PLURAL = frozenset(
    {
        "talk",
        "negotiation",
        "consultation",
        "discussion",
        "exercise",
        "drill",
        "manoeuvre",
        "maneuver",
        "celebration",
        "training",
        "test",
        "trial",
    }
)
"""Nouns whose plural is also said of one occasion."""


@cache
def _table() -> _Table:
    return table(_Table, "ingest.extraction", "data", "events.toml")


def verbs() -> dict[str, Verb]:
    """The verbs that tell events, by lemma; raises ValueError where a word of the table is none it can have."""
    return _table().verbs


@cache
def nouns() -> dict[str, EventType]:
    """The nouns that name events, by lemma."""
    return {lemma: kind for kind, names in _table().nouns.items() for lemma in names}


def sort_of(noun: Token) -> str:
    """Of which sort a ceremony is by its noun; empty where the noun may be said of any."""
    lemma = noun.lemma_.lower()
    return next((sort for sort, names in _table().sorts.items() if lemma in names), "")


def is_meal(noun: Token) -> bool:
    """Is it a dinner or the like, which is given for somebody?"""
    return sort_of(noun) == "meal"


def rites() -> dict[str, frozenset[str]]:
    """The objects with which a verb tells what is done at a ceremony, by lemma."""
    return _table().rites


def type_of(phrase: str) -> EventType | None:
    """The type of event that the last word of a phrase names: "the two sessions"."""
    last = (phrase.lower().split() or [""])[-1]
    return nouns().get(last) or nouns().get(last.removesuffix("s"))


@cache
def lemmas(section: str, name: str) -> frozenset[str]:
    """One list of the table."""
    found: frozenset[str] = getattr(getattr(_table(), section), name)
    return found


def noun_type(token: Token) -> EventType | None:
    """The type of event that a noun with its compounds names; None where it names none."""
    if token.pos_ not in ("NOUN", "PROPN") or token.dep_ in ("compound", "poss"):
        return None
    lemma = token.lemma_.lower()
    kind = nouns().get(lemma)
    if kind is None:
        return None
    beside = ("compound", "amod", "nmod")
    before = {
        child.lower_ for child in token.children if child.i < token.i and child.dep_ in beside
    }
    for these, lemmas_, meant in _COMPOUNDS:
        if before & these and lemma in lemmas_:
            return meant
    return None if _is_other_thing(token, lemma, before) else kind


def called(noun: Token, kind: EventType) -> str:
    """The noun with the words before it that narrow its kind, in small letters; empty where there are none."""
    if noun.pos_ != "NOUN" or noun_type(noun) is not kind:
        return ""
    narrowing: list[str] = []
    for token in reversed(list(noun.doc[noun.left_edge.i : noun.i])):
        plain = token.is_alpha and token.is_lower and token.head.i >= token.i
        if not plain or token.dep_ not in ("amod", "compound") or token.lemma_ in words("ordering"):
            break
        narrowing.insert(0, token.text)
    return " ".join((*narrowing, noun.lower_)) if narrowing else ""


_COMPOUNDS: tuple[tuple[frozenset[str], frozenset[str], EventType], ...] = (
    (
        frozenset({"phone", "telephone", "video", "conference"}),
        frozenset({"call", "conversation", "talk", "conference", "discussion"}),
        EventType.PHONE_CALL,
    ),
    (
        frozenset({"press", "news"}),
        frozenset({"conference", "briefing", "meeting"}),
        EventType.PRESS_CONFERENCE,
    ),
    (
        frozenset(
            {"council", "committee", "board", "cabinet", "collegium", "commission", "government"}
        ),
        frozenset({"meeting"}),
        EventType.SESSION,
    ),
    (frozenset({"signing"}), frozenset({"ceremony"}), EventType.SIGNING),
    (frozenset({"training"}), frozenset({"session", "workshop"}), EventType.TRAINING),
)
"""What compounds make of a noun: "phone call", "press conference", "committee meeting"."""


def _is_other_thing(token: Token, lemma: str, before: set[str]) -> bool:
    """Is it a noun that names an event only with a word before it, or only in the plural?"""
    if lemma == "exhibit":
        return token.tag_ in ("NNS", "NNPS")
    if lemma == "statement":
        return not (before & PRESS or _is_for_the_press(token))
    if lemma in _ONLY_WITH:
        return not before & _ONLY_WITH[lemma]
    if lemma in _OF_SOMETHING:
        return not is_of_something(token)
    if lemma == "talk":
        return token.tag_ not in ("NNS", "NNPS") and token.lower_ != "talks"
    linked = any(child.lower_ in ("with", "between") for child in token.children)
    return lemma == "call" and not linked


_TRIED = frozenset(
    {
        "field",
        "sea",
        "flight",
        "state",
        "acceptance",
        "firing",
        "combat",
        "range",
        "ground",
        "factory",
    }
)
"""Words before a trial that is no court's."""
_WORSHIP = frozenset(
    {
        "christmas",
        "easter",
        "church",
        "memorial",
        "prayer",
        "funeral",
        "thanksgiving",
        "remembrance",
    }
)
_ONLY_WITH = {
    "service": _WORSHIP,
    "show": _SHOWS,
    "fair": _SHOWS,
    "trial": _TRIED,
    "table": frozenset({"round"}),
}
"""Nouns that name an occasion only with one of these words before them."""
_OF_SOMETHING = frozenset(
    {"opening", "launch", "commissioning", "unveiling", "inspection", "presentation", "premiere"}
)
"""Nouns that name an occasion only with what is opened: "the opening of a bridge"."""
PRESS = frozenset({"press", "media", "journalist", "reporter", "correspondent"})
"""To whom statements are made for others to read."""


def _is_for_the_press(noun: Token) -> bool:
    """ "made statements for the press"."""
    links = [each for word in (noun, noun.head) for each in word.children if each.dep_ == "prep"]
    return any(
        link.lower_ in ("for", "to") and each.lemma_.lower() in PRESS
        for link in links
        for each in link.children
    )


def is_of_something(noun: Token) -> bool:
    """Does it name an occasion together with what is opened there: "the opening [ceremony] of a bridge"?"""
    of = any(child.lower_ == "of" for child in noun.children)
    words_ = {
        noun.lemma_.lower(),
        *(c.lemma_.lower() for c in noun.children if c.dep_ == "compound"),
    }
    return of and bool(words_ & _OF_SOMETHING)


def is_several(token: Token) -> bool:
    """Is it a noun in the plural that is not also said of one occasion, as "talks" and "exercises" are?"""
    return token.tag_ in ("NNS", "NNPS") and token.lemma_.lower() not in _ONE_IN_PLURAL


def is_weak(token: Token) -> bool:
    """Is it a noun that may also mean no occasion?"""
    return token.lemma_.lower() in _WEAK


def may_tell(text: str) -> bool:
    """Might the words of a sentence tell an event, so that it is worth parsing?"""
    return bool(_stems().search(text))


@cache
def _stems() -> re.Pattern[str]:
    known = {*verbs(), *nouns(), *rites(), *lemmas("documents", "lemmas")}
    known |= {"expect", "summon", "delegation", "mission"}
    stems = sorted({word[: max(4, len(word) - 2)] if len(word) > 5 else word[:4] for word in known})
    return re.compile(
        rf"(?i)\b(?:{'|'.join(map(re.escape, stems))}|met\b|spoke|held|went|came|left\b|rang|exchang|call\w*|laid"
        rf"|sh[ao]k|sat down|sits? down|(?:was|been) in \{{[CK]\d)|\{{E\d"
    )
