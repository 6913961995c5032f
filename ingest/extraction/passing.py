"""Contacts told in passing: "reported to X by telephone", "called X", "exchanged views with X", "summoned X"."""

from collections.abc import Iterator

from spacy.tokens import Token

from ingest.extraction.lexicon import words
from ingest.extraction.syntax import Tree, is_passive, preposition, subjects
from ingest.extraction.telling import Telling, objects_of
from ontology.terms import EventType, Role

_PHONE = frozenset({"phone", "telephone", "cellphone", "videoconference", "video"})
_CALLING = frozenset({"call", "ring"})
_ON_THE_PHONE = frozenset(
    {"discuss", "congratulate", "thank", "express", "offer", "inform", "wish", "say", "assure"}
)
"""What one calls somebody to do; who is called to testify is not telephoned."""


def told_in_passing(tree: Tree, verb: Token) -> Iterator[Telling]:
    """The contacts that a verb tells by the words beside it."""
    lemma = verb.lemma_.lower()
    if lemma == "shake":
        yield from _handshake(verb)
    elif lemma == "exchange":
        yield from _exchange(tree, verb)
    elif lemma == "pay":
        yield from _courtesy(tree, verb)
    elif lemma == "address":
        yield from _speech(tree, verb)
    elif lemma == "summon":
        yield from _summons(tree, verb)
    elif lemma in _CALLING or by_phone(verb):
        yield from _on_the_phone(tree, verb)


def by_phone(verb: Token) -> bool:
    """Is it done by telephone or video?"""
    means = preposition(verb, "by", "over", "on", "via")
    adverbs = [child for child in verb.children if child.dep_ == "advmod"]
    return any(each.lower_ in _PHONE for each in (*means, *adverbs))


def _people(tree: Tree, tokens: list[Token]) -> list[Token]:
    return [each for each in tokens if tree.kind(each) in ("P", "U")]


def _handshake(verb: Token) -> Iterator[Telling]:
    """ "X shakes hands with Y"."""
    hands = [each for each in objects_of(verb) if each.lower_ in ("hand", "hands")]
    others = [*preposition(verb, "with"), *(o for each in hands for o in preposition(each, "with"))]
    if hands and others and not is_passive(verb):
        yield Telling(EventType.MEETING, "met", verb, verb, subjects(verb), others, contact=True)


def _exchange(tree: Tree, verb: Token) -> Iterator[Telling]:
    """ "X exchanged views with Y"."""
    views = [each for each in objects_of(verb) if each.lemma_.lower() in ("view", "opinion")]
    others = [o for each in (verb, *views) for o in preposition(each, "with")]
    if views and _people(tree, others):
        yield Telling(
            EventType.TALKS, "discussed-with", verb, verb, subjects(verb), others, contact=True
        )


def _courtesy(tree: Tree, verb: Token) -> Iterator[Telling]:
    """ "X paid a courtesy call on Y", "X paid Y a visit"."""
    calls = [each for each in objects_of(verb) if each.lemma_.lower() in ("call", "visit")]
    others = [o for each in (verb, *calls) for o in preposition(each, "on", "to")]
    met = _people(tree, [*others, *objects_of(verb)])
    if calls and met:
        yield Telling(EventType.MEETING, "met", verb, verb, subjects(verb), met, contact=True)


def _speech(tree: Tree, verb: Token) -> Iterator[Telling]:
    """ "X addressed the National Assembly": a session of it."""
    for each in objects_of(verb):
        if tree.kind(each) == "O" and _sits(tree.spans[each.i].text) and not is_passive(verb):
            yield Telling(EventType.SESSION, "attended", verb, verb, subjects(verb), [each])


def _sits(body: str) -> bool:
    """Is it a body that meets to hear somebody: an assembly, a parliament?"""
    return bool(set(body.lower().split()) & words("assemblies"))


def _summons(tree: Tree, verb: Token) -> Iterator[Telling]:
    """ "The ambassador was summoned to the Foreign Ministry", "The Foreign Ministry summoned the ambassador"."""
    passive = is_passive(verb)
    hosts = preposition(verb, "to") if passive else subjects(verb)
    guests = _people(tree, subjects(verb) if passive else objects_of(verb))
    for each in hosts:
        ministry = tree.kind(each) == "O" and "ministry" in tree.spans[each.i].text.lower()
        if guests and (ministry or (tree.kind(each) == "C" and not passive)):
            yield Telling(
                EventType.MEETING, "received", verb, verb, [each], guests, Role.HOST, contact=True
            )


def _on_the_phone(tree: Tree, verb: Token) -> Iterator[Telling]:
    """ "X reported to Y by telephone", "X called Y to discuss trade"; not "X called Y a friend"."""
    called = verb.lemma_.lower() in _CALLING
    named = [c for c in verb.children if c.dep_ == "oprd" and tree.kind(c) == "P"]
    goes_on = [c for c in verb.children if c.dep_ in ("oprd", "xcomp", "ccomp", "attr")]
    goes_on = [c for c in goes_on if c not in named or objects_of(verb)]
    if called and any(each.lemma_.lower() not in _ON_THE_PHONE for each in goes_on):
        return
    whom = objects_of(verb) or named
    others = whom if called else [*whom, *preposition(verb, "to", "with")]
    if called and any(child.dep_ in ("prt", "agent") for child in verb.children):
        return
    if partners := _people(tree, others):
        yield Telling(
            EventType.PHONE_CALL, "spoke-with", verb, verb, subjects(verb), partners, contact=True
        )
