"""Events that a sentence only speaks of: "preparations for the session in May", "the results of the summit"."""

from spacy.tokens import Token

from ingest.extraction.nearness import date_behind
from ingest.extraction.occasions import bodies_of, owners_of, partners_of, several, verb_above
from ingest.extraction.status import AHEAD
from ingest.extraction.syntax import Tree, preposition, subjects
from ingest.extraction.telling import Telling, goal_of, is_definite, objects_of
from ingest.extraction.triggers import is_of_something, is_several, is_weak, lemmas
from ontology.terms import EventType

_PAST = frozenset({"recent", "last", "latest", "previous", "past", "earlier"})
_AFTER = ("after", "following", "since")
_ARRANGED = frozenset({"schedule", "plan", "expect", "slate", "propose"})
_NAMED = frozenset({EventType.SUMMIT, EventType.SESSION, EventType.CONFERENCE, EventType.MEETING})
"""What is known by whose it is."""


def told_by_mention(tree: Tree, noun: Token, kind: EventType) -> list[Telling]:
    """What is only spoken of, whatever is said of it, where the words around say whether it is over or to come."""
    if kind is EventType.VISIT:
        return _visit(tree, noun)
    if is_weak(noun) or is_several(noun):
        return []
    who, partners = _whose(tree, noun), partners_of(tree, noun)
    if _is_greeted(noun) and kind in _NAMED:
        return [Telling(kind, "greeted", noun, noun, who)]
    ahead, over = _is_ahead(noun), _is_over(noun)
    known = bool(who) or several(tree, partners) or noun.i in tree.names or is_of_something(noun)
    dated = _is_dated(tree, noun) and not is_followed(noun)
    placed = _is_placed(tree, noun)
    told = (ahead or over) and (known or dated or (ahead and placed))
    by_day = date_behind(tree, noun) is not None and (known or placed)
    if not told and not by_day:
        return []
    telling = Telling(kind, "spoken-of", noun, noun, who, partners, prospective=ahead)
    itself = partners or by_day or (ahead and placed) or is_of_something(noun)
    telling.definite = is_definite(noun) and not itself
    telling.by_day = not told
    telling.contact = bool(partners) or _is_ours(who)
    return [telling]


def _is_ours(who: list[Token]) -> bool:
    """ "our meeting": is it one of two who are known?"""
    return [each.lower_ for each in who] == ["our"]


def _visit(tree: Tree, noun: Token) -> list[Telling]:
    """ "in view of X's upcoming visit to Utopia", "X's recent visit to Utopia", "the visit of X to Utopia in May"."""
    owners = [each for each in owners_of(tree, noun) if tree.kind(each) in tuple("PC")]
    goal, when = goal_of(tree, (noun, "to", "in")), {child.lower_ for child in noun.children}
    ahead, over = _is_ahead(noun), bool(when & _PAST) or _is_over(noun)
    if not owners or goal is None or not (ahead or over):
        return []
    return [
        Telling(EventType.VISIT, "spoken-of", noun, noun, owners, place=goal, prospective=ahead)
    ]


def _is_ahead(noun: Token) -> bool:
    """ "the upcoming session", "preparations for the session", "the session scheduled for May": is it to come?"""
    if any(child.lower_ in AHEAD | {"due"} for child in noun.children):
        return True
    if any(c.dep_ == "acl" and c.lemma_.lower() in _ARRANGED for c in noun.children):
        return True
    link, head = noun.head, noun.head.head
    return (
        noun.dep_ == "pobj"
        and link.lower_ in ("for", "of")
        and head.lemma_.lower() in lemmas("spoken", "preparing")
    )


def _is_over(noun: Token) -> bool:
    """ "after the session", "the results of the session", "resulted from the session": has it been?"""
    link, head = noun.head, noun.head.head
    if noun.dep_ != "pobj":
        return False
    outcome = head.lemma_.lower() in lemmas("spoken", "outcomes")
    return link.lower_ in _AFTER or (link.lower_ in ("of", "from", "at") and outcome)


def is_followed(noun: Token) -> bool:
    """ "Following the meeting, X and Y spoke to reporters": is it an occasion of the same day?"""
    journey = noun.lemma_.lower() in lemmas("spoken", "journeys")
    link = noun.head
    follows = link.lower_ in ("after", "following") and link.head.pos_ == "VERB"
    return noun.dep_ == "pobj" and follows and not journey


def _is_greeted(noun: Token) -> bool:
    """ "sent greetings to the participants of the forum", "greetings on the opening of the forum"."""
    word, steps = noun, 0
    while word.dep_ in ("pobj", "conj") and steps < _CHAIN:
        above = word.head if word.dep_ == "conj" else word.head.head
        if {w.lemma_.lower() for w in (above, *objects_of(above))} & lemmas("spoken", "greetings"):
            return True
        if above.lemma_.lower() not in lemmas("spoken", "greeted"):
            return False
        word, steps = above, steps + 1
    return False


_CHAIN = 5


def _whose(tree: Tree, noun: Token) -> list[Token]:
    """Whose occasion it is: "the Council session", "a meeting of X and Y", "our meeting"."""
    ours = [c for c in noun.children if c.dep_ == "poss" and c.lower_ in ("our", "their")]
    if ours:
        verb = verb_above(noun)
        theirs = [each for each in subjects(verb) if tree.kind(each)] if verb else []
        if len(theirs) == 1 and tree.kind(theirs[0]) == "P":
            theirs += _with_whom(tree, noun)  # "speaks at a conference with Y after their talks"
        return ours if ours[0].lower_ == "our" else theirs
    lands = [c for c in noun.children if c.dep_ == "compound" and tree.kind(c) == "C"]
    return (
        bodies_of(tree, noun)
        + lands
        + [each for each in owners_of(tree, noun) if tree.kind(each) in tuple("POC")]
    )


def _with_whom(tree: Tree, noun: Token) -> list[Token]:
    """The person of whom the words before an occasion say that somebody was with him."""
    before = [t for t in noun.doc[: noun.i] if t.dep_ == "pobj" and t.head.lower_ == "with"]
    return [each for each in before if tree.kind(each) == "P"][-1:]


def _is_placed(tree: Tree, noun: Token) -> bool:
    """ "the meeting in Riga", "the Riga conference": is it known by where it was?"""
    beside = [c for c in noun.children if c.dep_ in ("compound", "nmod", "poss")]
    return any(tree.kind(each) in tuple("KL") for each in (*beside, *preposition(noun, "in", "at")))


def _is_dated(tree: Tree, noun: Token) -> bool:
    return any(tree.kind(each) == "D" for each in noun.subtree)
