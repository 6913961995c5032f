"""Verbs without tense: "the idea of meeting X", "managed to meet X" tell of a fact only where the word above says so.

Everything else (to hope, the importance of, in favour of, against) speaks of what may come; a word
that is not known for telling facts is not taken to tell one.
"""

from spacy.tokens import Token

from ingest.extraction.lexicon import words

_PERFECT = ("have", "having")


def tells_gerund(verb: Token) -> bool:
    """Does what leads to "meeting X" behind a preposition tell that it took place?"""
    link = verb.head
    if link.lower_ in words("factive_prepositions"):
        return True
    return link.head.lemma_.lower() in words("factive_governors")


def tells_complement(verb: Token, governor: Token) -> bool:
    """Does a verb or adjective tell that what it governs, "to meet X" or "meeting X", took place?"""
    if any(child.lower_ in _PERFECT and child.dep_ == "aux" for child in verb.children):
        return True  # "is known to have met X"
    known = "factive_gerunds" if verb.tag_ == "VBG" else "factive_infinitives"
    plain = verb.tag_ not in ("VB", "VBG")
    return plain or governor.lemma_.lower() in words(known) | words("saying_verbs")


def is_prevented(verb: Token) -> bool:
    """ "prevented X from visiting Y", "was unable to meet Y": was it kept from taking place?"""
    above = verb.head
    if verb.dep_ == "pcomp" and above.lower_ in ("from", "against"):
        return above.head.lemma_.lower() in words("preventing_verbs")
    return verb.dep_ == "xcomp" and above.lower_ in ("unable", "impossible", "powerless")


def is_half_done(verb: Token) -> bool:
    """ "nearly met", "almost visited"."""
    return any(
        child.lower_ in ("nearly", "almost") and child.dep_ == "advmod" for child in verb.children
    )


def is_habit(verb: Token) -> bool:
    """ "usually chairs", "rarely attends": what is told of no day."""
    told = {child.lower_ for child in verb.children if child.dep_ == "advmod"}
    seldom = told & words("seldom")
    return bool(seldom) or (verb.tag_ in ("VBZ", "VBP") and bool(told & words("habits")))
