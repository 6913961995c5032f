"""What an event noun and the words beside it say: partners, owners, and what is done with the event."""

from spacy.tokens import Token

from ingest.extraction.lexicon import words
from ingest.extraction.syntax import Tree, preposition
from ingest.extraction.telling import pair_of
from ingest.extraction.triggers import is_meal, is_weak, lemmas

_DOINGS = ("chairs", "hosts", "holds", "attends", "organises", "plans")


def partners_of(tree: Tree, noun: Token) -> list[Token]:
    """Whom the noun names itself: "talks with X", "a summit between X and Y", "the Utopian-Ruritanian summit"."""
    links = ("with", "between", "among", "for") if is_meal(noun) else ("with", "between", "among")
    named = preposition(noun, *links)
    named = named or [
        each
        for matter in preposition(noun, "on", "about")
        for each in preposition(matter, "between")
    ]
    for child in noun.children:
        joined = child.dep_ in ("amod", "compound", "nmod") and tree.kind(child) in tuple("ACO")
        if joined and in_pair(tree, child):
            named += pair_of(tree, child)
    return named


def several(tree: Tree, named: list[Token]) -> bool:
    """Do words name more than one actor, each by itself or in one list?"""
    return sum(len(tree.spans[each.i].actors) if tree.kind(each) else 1 for each in named) > 1


def in_pair(tree: Tree, token: Token) -> bool:
    """Is it one of two adjectives of countries with a hyphen between?"""
    return len(pair_of(tree, token)) > 1


def owners_of(tree: Tree, noun: Token) -> list[Token]:
    """ "X's visit", "the visit of X", "a session of the Council"; not of what only numbers or names it."""
    named = [child for child in noun.children if child.dep_ == "poss"]
    named += preposition(noun, "of", "by")
    for child in noun.children:
        if child.dep_ == "acl" and child.lemma_.lower() in ("welcome", "honour", "honor", "greet"):
            named += [each for each in child.children if each.dep_ == "dobj"]  # "to welcome X"
    return [
        each
        for each in named
        if tree.kind(each) in tuple("PUGOCS") or each.pos_ in ("PRON", "NOUN")
    ]


def bodies_of(tree: Tree, noun: Token) -> list[Token]:
    """Whose an occasion is by the word before it: "a Council session", "the Union summit"."""
    return [
        child
        for child in noun.children
        if child.dep_ == "compound"
        and not is_weak(noun)
        and tree.kind(child) == "O"
        and not tree.spans[child.i].text.lower().endswith(tuple(words("continental_adjectives")))
    ]


def done_by(verb: Token) -> str | None:
    """What one does with an event by a verb: chairs, hosts, holds, attends, organises or plans it."""
    lemma = verb.lemma_.lower()
    return next((each for each in _DOINGS if lemma in lemmas("light", each)), None)


def verb_above(token: Token) -> Token | None:
    """The verb of the clause that a word stands in; None where there is none."""
    while token.pos_ not in ("VERB", "AUX"):
        if token.head == token:
            return None
        token = token.head
    return token
