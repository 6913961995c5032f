"""The words that tell of events, read from a table: verbs, nouns, and verbs that go with such nouns."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from spacy.tokens import Token

from ontology.terms import EventType


class Verb(NamedTuple):
    """A verb that tells an event: its type, and how its subject and object take part."""

    type: EventType
    frame: str


NOUNS: dict[str, EventType] = {
    **dict.fromkeys(("meeting", "gathering", "meet", "videoconference"), EventType.MEETING),
    **dict.fromkeys(("talk", "negotiation", "consultation", "dialogue", "discussion", "conversation"), EventType.TALKS),
    **dict.fromkeys(("session", "sitting"), EventType.SESSION),
    "summit": EventType.SUMMIT,
    **dict.fromkeys(
        ("conference", "forum", "congress", "seminar", "symposium", "symposia", "workshop", "table", "convention", "roundtable"),
        EventType.CONFERENCE,
    ),
    **dict.fromkeys(("visit", "trip", "tour"), EventType.VISIT),
    "signing": EventType.SIGNING,
    **dict.fromkeys(("exercise", "drill", "manoeuvre", "maneuver"), EventType.EXERCISE),
    "training": EventType.TRAINING,
    **dict.fromkeys(("test", "trial"), EventType.TEST),
    **dict.fromkeys(("exhibition", "expo", "show", "fair"), EventType.EXHIBITION),
    **dict.fromkeys(
        ("ceremony", "parade", "dinner", "reception", "inauguration", "funeral", "banquet", "luncheon", "lunch", "celebration"),
        EventType.CEREMONY,
    ),
    **dict.fromkeys(("briefing",), EventType.PRESS_CONFERENCE),
    "call": EventType.PHONE_CALL,
}  # fmt: skip
_PHONE = frozenset({"phone", "telephone", "video", "conference"})
_PRESS = frozenset({"press", "news"})
_COUNCILS = frozenset(
    {"council", "committee", "board", "cabinet", "collegium", "commission", "government"}
)
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


@cache
def _table() -> dict[str, dict[str, dict[str, str] | list[str]]]:
    source = files("ingest.extraction").joinpath("data", "events.toml").read_text("utf-8")
    loaded: dict[str, dict[str, dict[str, str] | list[str]]] = tomllib.loads(source)
    return loaded


@cache
def verbs() -> dict[str, Verb]:
    """The verbs that tell events, by lemma."""
    return {
        lemma: Verb(EventType(row["type"]), row["frame"])
        for lemma, row in _table()["verbs"].items()
        if isinstance(row, dict)
    }


@cache
def lemmas(table: str, name: str) -> frozenset[str]:
    """One list of the table."""
    return frozenset(_table()[table][name])


def noun_type(token: Token) -> EventType | None:
    """The type of event that a noun with its compounds names; None where it names none."""
    if token.pos_ not in ("NOUN", "PROPN") or token.dep_ in ("compound", "poss"):
        return None
    lemma = token.lemma_.lower()
    kind = NOUNS.get(lemma)
    before = {
        child.lower_
        for child in token.children
        if child.i < token.i and child.dep_ in ("compound", "amod", "nmod")
    }
    if kind is None:
        return None
    if before & _PHONE and lemma in ("call", "conversation", "talk", "conference", "discussion"):
        return EventType.PHONE_CALL
    if lemma == "call" or (lemma == "table" and "round" not in before):
        return None
    if before & _PRESS and lemma in ("conference", "briefing", "meeting"):
        return EventType.PRESS_CONFERENCE
    if lemma in ("show", "fair") and not before & _SHOWS:
        return None
    if lemma == "talk" and token.tag_ not in ("NNS", "NNPS") and token.lower_ != "talks":
        return None
    if before & _COUNCILS and lemma == "meeting":
        return EventType.SESSION
    if "signing" in before and lemma == "ceremony":
        return EventType.SIGNING
    return kind


def is_weak(token: Token) -> bool:
    """Is it a noun that may also mean no occasion?"""
    return token.lemma_.lower() in _WEAK


def may_tell(text: str) -> bool:
    """Might the words of a sentence tell an event, so that it is worth parsing?"""
    return bool(_stems().search(text))


@cache
def _stems() -> re.Pattern[str]:
    known = {*verbs(), *NOUNS, *lemmas("documents", "lemmas")}
    stems = sorted({word[: max(4, len(word) - 2)] if len(word) > 5 else word[:4] for word in known})
    return re.compile(rf"(?i)\b(?:{'|'.join(map(re.escape, stems))}|met\b|spoke|held\b)")
