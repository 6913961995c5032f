"""What one verb or noun of a parsed sentence tells of an event; who took part is still words of the sentence."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Token

from ingest.extraction.actors import Actor
from ingest.extraction.syntax import Tree, conjuncts, preposition
from ingest.extraction.triggers import lemmas
from ontology.terms import EventType, Role

_DEFINITE = frozenset(
    {"the", "this", "that", "these", "those", "their", "his", "her", "its", "our"}
)
_CONTACT_RULES = frozenset(
    {"met", "was-met-by", "spoke-with", "discussed-with", "discussed", "received", "heard"}
)
_SPOKEN_OVER = frozenset({"discuss", "consider", "review", "examine", "raise"})
_NEED_SUBJECT = frozenset(
    {
        "visited",
        "travelled",
        "expected",
        "led-delegation",
        "on-visit",
        "was-there",
        "during-visit",
        "signed",
        "signed-it",
        "trained-together",
        "rite",
        "participation",
    }
)
_NEED_ANYBODY = frozenset({"at-meeting", "after-meeting", "about-meeting", "named"})


@dataclass
class Telling:
    """An event as one verb or noun tells it; who took part is still words of the sentence."""

    type: EventType
    rule: str
    trigger: Token
    verb: Token
    """The verb whose polarity, mood and time are the event's."""
    subjects: list[Token] = field(default_factory=list)
    objects: list[Token] = field(default_factory=list)
    role: Role = Role.PARTICIPANT
    """Of the subjects."""
    object_role: Role = Role.PARTICIPANT
    contact: bool = False
    """Are subjects and objects in contact with each other?"""
    definite: bool = False
    """Does it speak of an event already told of?"""
    place: Token | None = None
    by_day: bool = False
    """Does only its date tell whether it is over or to come?"""
    prospective: bool = False
    """Is it the object of a plan?"""
    again: bool = False
    """Is it one more of its kind: "also signed a protocol", "looked on as agreements were signed"?"""

    @property
    def matter(self) -> frozenset[int]:
        """The words for what was discussed, whose dates and places are not those of the talks."""
        speaks = self.verb != self.trigger and self.verb.lemma_.lower() in _SPOKEN_OVER
        told = objects_of(self.verb) if self.rule == "discussed" or speaks else []
        return frozenset(word.i for each in told for word in each.subtree)

    @property
    def lacks_subject(self) -> bool:
        """Is it told by a finite verb to which the parser gave no subject?"""
        finite = self.verb.tag_ in ("VBD", "VBZ", "VBP")
        return finite and not self.subjects and self.trigger.pos_ == "VERB"

    @property
    def is_signed_by_none(self) -> bool:
        """Does it tell of documents that were signed, and not by whom?"""
        return self.rule == "signed" and not self.subjects and self.verb.tag_ != "VBG"

    @property
    def lacks_met(self) -> bool:
        """Is it told by a verb in the passive to which the parser gave no subject?"""
        auxiliary = any(child.dep_ == "auxpass" for child in self.verb.children)
        return self.rule in ("was-met-by", "received") and auxiliary and not self.objects


def is_told(telling: Telling, first: list[Actor], second: list[Actor], tree: Tree) -> bool:
    """Is it an event with somebody in it, or one with a date of its own?"""
    if telling.rule in _CONTACT_RULES:
        bodies = any(actor.kind != "Person" for actor in first)
        mutual = (len(first) > 1 or bodies) and not telling.objects
        unnamed = bool(telling.objects) and any(
            tree.kind(t) == "U" or t.pos_ == "NOUN" for t in telling.objects
        )
        return bool(first) and (
            bool(second) or mutual or (unnamed and _people_like(telling.objects))
        )
    if telling.rule in _NEED_SUBJECT:
        return bool(first) or (telling.is_signed_by_none and not telling.definite)
    return bool(first or second) or telling.rule not in _NEED_ANYBODY


_WHO_DO = re.compile(
    r"(?<!num)(?<!pap)(?<!lett)(?<!ord)(?<!pow)(?<!comput)(?<!matt)(?<!cent)(?:ers|ists|ians|men|women)$"
)
"""Nouns of people by what they do: "weavers", "trade unionists"."""


def _people_like(tokens: Iterable[Token]) -> bool:
    return any(
        token.lemma_.lower() in lemmas("people", "lemmas")
        or token.text in ("Official", "officials", "ministers", "representatives")
        or (token.tag_ == "NNS" and bool(_WHO_DO.search(token.lower_)))
        for token in tokens
    )


def objects_of(verb: Token) -> list[Token]:
    """The direct and indirect objects of a verb, coordinated ones each."""
    return [
        each
        for child in verb.children
        if child.dep_ in ("dobj", "dative") and child.pos_ != "ADP"
        for each in conjuncts(child)
    ]


def is_definite(noun: Token) -> bool:
    """Has it an article or possessor that takes it for known?"""
    return any(
        child.lower_ in _DEFINITE and child.dep_ in ("det", "poss") for child in noun.children
    )


def goal_of(tree: Tree, *links: tuple[Token | str, ...]) -> Token | None:
    """The first country, town or place behind one of the prepositions below a word."""
    for word, *names in links:
        if isinstance(word, Token):
            for goal in preposition(word, *map(str, names)):
                if tree.kind(goal) and tree.kind(goal) in "KCL":
                    return goal
    return None


def _is_party(tree: Tree, token: Token) -> bool:
    """Is it a country, or a body by its acronym?"""
    kind = tree.kind(token)
    return kind in ("A", "C") or (kind == "O" and tree.spans[token.i].text.isupper())


def pair_of(tree: Tree, token: Token) -> list[Token]:
    """ "Utopian-Ruritanian", "Utopia-EU": countries and bodies with hyphens between."""
    doc = token.doc
    first = last = token.i
    if not _is_party(tree, token):
        return [token]
    while first >= 2 and doc[first - 1].text in "-–" and _is_party(tree, doc[first - 2]):
        first -= 2
    while last + 2 < len(doc) and doc[last + 1].text in "-–" and _is_party(tree, doc[last + 2]):
        last += 2
    return list(doc)[first : last + 1 : 2]
