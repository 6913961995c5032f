"""Documents that are signed: "X and Y signed a protocol", "several agreements between X and Y were signed"."""

from collections.abc import Iterator

from spacy.tokens import Token

from ingest.extraction.occasions import owners_of
from ingest.extraction.syntax import Tree, is_passive, preposition, subjects
from ingest.extraction.telling import Telling, is_definite, objects_of
from ingest.extraction.triggers import lemmas
from ontology.terms import EventType

_PORTIONS = frozenset({"number", "series", "package", "set", "range", "raft", "couple", "batch"})
_CLOSING = frozenset({"follow", "conclude", "end", "complete", "culminate", "result"})


def told_by_signing(tree: Tree, verb: Token, kind: EventType) -> Iterator[Telling]:
    """ "X and Y signed a protocol", "a protocol was signed by X", "documents were signed in the presence of X"."""
    passive = is_passive(verb)
    papers = [each for paper in _papers(verb, passive=passive) for each in _of_portion(paper)]
    it = [each for each in papers if each.lower_ in ("it", "they", "them")]
    if not it and not any(each.lemma_.lower() in lemmas("documents", "lemmas") for each in papers):
        return
    signers = preposition(verb, "by") if passive else subjects(verb)
    if passive and not signers:  # "was signed at a ceremony by X"
        signers = [o for each in preposition(verb, "at", "in") for o in preposition(each, "by")]
    if passive and not signers:
        signers = [each for word in (verb, *papers) for each in preposition(word, "between")]
        signers += _witnesses(verb)
    elif not passive:
        signers += [each for word in (verb, *papers) for each in preposition(word, "with")]
    telling = Telling(kind, "signed-it" if it else "signed", verb, verb, signers)
    when = any(tree.kind(each) == "D" for each in preposition(verb, "on"))
    dated = when and any(child.dep_ == "prep" for each in papers for child in each.children)
    known = any(is_definite(each) and not _is_named(each) for each in papers)
    more = any(child.lower_ in ("also", "additionally") for child in verb.children)
    telling.again = more or _is_watched(verb)
    telling.definite = bool(it) or (known and not (passive and dated))
    yield telling


def is_signed_for_others(tree: Tree, telling: Telling) -> bool:
    """ "members of the delegations signed agreements": do nameless people sign for whom the talks were?"""
    heads = [_head(tree, each) for each in telling.subjects]
    return telling.rule == "signed" and bool(heads) and all(head in _SIGNERS for head in heads)


_SIGNERS = frozenset({"member", "delegation", "representative", "delegate", "side", "official"})


def _head(tree: Tree, token: Token) -> str:
    """The title of officials without a name, or the noun itself; empty for names."""
    if not tree.kind(token):
        return token.lemma_.lower()
    title = tree.spans[token.i].title
    return title.head if title and not title.definite else ""


def _is_watched(verb: Token) -> bool:
    """ "The two presidents looked on as agreements were signed": others signed them."""
    beside = [verb.head, *verb.children]
    looks = [each for each in beside if each.lemma_ in ("look", "watch")]
    return any(
        each.lemma_ == "watch" or any(c.lower_ == "on" for c in each.children) for each in looks
    )


def _is_named(paper: Token) -> bool:
    """ "the Riga Declaration", "the following agreements": is it said which it is, though not before?"""
    named = paper.pos_ == "PROPN" and any(child.dep_ == "compound" for child in paper.children)
    return named or any(child.lower_ == "following" for child in paper.children)


def speaks_of_signing(tree: Tree) -> bool:
    """Does a sentence name a document and say that something is signed, so that "it" may be that document?"""
    lemma = {token.lemma_.lower() for token in tree.doc}
    return bool(lemma & lemmas("documents", "lemmas") and lemma & {"sign", "initial", "signing"})


def told_by_closing(tree: Tree, noun: Token, kind: EventType) -> list[Telling]:
    """ "The talks concluded with the signing of a protocol", "with their news conference": by those who held them."""
    closes = noun.dep_ == "pobj" and noun.head.head.lemma_.lower() in _CLOSING
    if kind is EventType.PRESS_CONFERENCE and closes:
        return [Telling(kind, "held", noun, noun.head.head, owners_of(tree, noun))]
    papers = [each for paper in preposition(noun, "of") for each in _of_portion(paper)]
    known = any(each.lemma_.lower() in lemmas("documents", "lemmas") for each in papers)
    if kind is not EventType.SIGNING or not (closes and known):
        return []
    return [Telling(kind, "signed", noun, noun.head.head)]


def _papers(verb: Token, *, passive: bool) -> list[Token]:
    papers = subjects(verb) if passive else objects_of(verb)
    # "the treaty, which we signed"
    return [verb.head if each.lower_ in ("which", "that") else each for each in papers]


def _of_portion(paper: Token) -> list[Token]:
    """ "a number of agreements": what the portion is of."""
    return [paper, *(preposition(paper, "of") if paper.lemma_.lower() in _PORTIONS else [])]


def _witnesses(verb: Token) -> list[Token]:
    """ "in the presence of X and Y"."""
    return [
        each
        for presence in preposition(verb, "in")
        if presence.lemma_.lower() == "presence"
        for each in preposition(presence, "of")
    ]
