"""How a sentence states its event: as a fact, a plan, a denial, an attempt or somebody's words."""

import re
from typing import NamedTuple

from spacy.tokens import Token

from ingest.extraction.lexicon import words
from ontology.terms import Attribution, Modality, Polarity

_MODALS = frozenset({"will", "would", "shall", "should", "'ll", "’ll", "wo"})
_MAYBE = frozenset({"may", "might", "could", "can", "must"})
_RUMOUR = re.compile(
    r"\b(?:reportedly|allegedly|rumou?r(?:s|ed)?|(?:is|are|was|were) (?:said|alleged|rumou?red|believed|reported) to|unnamed|unconfirmed"
    r"|some (?:media|sources)|media reports?|purported\w*|supposedly)\b",
    re.IGNORECASE,
)
_ACCORDING = re.compile(r"\b[Aa]ccording to\s+(?P<who>\{[PUOG]\d+\}|[^,;{}]{3,60})")
_CANCELLED = re.compile(r"\b(?:was|were|has been|have been)\s+(?:cancel+ed|called off|postponed)\b")
_MOTION = frozenset({"fly", "go", "come", "travel", "arrive", "stop", "return"})
_LINKING = frozenset({"xcomp", "ccomp", "advcl", "acl", "pcomp", "conj", "relcl"})


class Stated(NamedTuple):
    """The status of a claim and, where it is somebody's words, who says so."""

    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ACTUAL
    attribution: Attribution = Attribution.AUTHOR
    speaker: str | None = None


class Speech(NamedTuple):
    """A verb of saying above an event, and the words of who says it."""

    verb: Token
    strong: bool
    """Does the verb itself leave open whether it is so ("claims")?"""


def stated(text: str, start: int, end: int) -> Stated:
    """The status of what plain words [start, end) of a sentence say, by the words around them alone."""
    before, within = text[:start], text[start:end]
    lead = f"{before}{within}"
    if re.search(
        r"\b(?:did|does|do|has|have|had|was|were|will|would) (?:\w+ )?(?:not|never)\b|\b(?:denied|declined|refused|turned down|rejected)\b[^,;]{0,60}$",
        lead,
    ):
        return Stated(polarity=Polarity.NEGATED)
    if re.search(
        r"\b(?:will|would|may|might|could|should|is to|are to|to be(?:come)?|expected|considering|candidacy|nominee|likely|plans?|hopes?)\b[^,;]{0,60}$",
        lead,
    ):
        return Stated(modality=Modality.INTENDED)
    return Stated(attribution=Attribution.RUMOUR) if _RUMOUR.search(lead) else Stated()


def stated_by(verb: Token, trigger: Token, text: str) -> tuple[Stated, Speech | None]:
    """The status that the verb of an event and those above it give; `text` is the tagged sentence.

    The second value is the verb of saying under which it stands, if there is one: who is meant by it
    decides whether the words are somebody's own or about others.
    """
    if _negated(verb) or _no(trigger) or _CANCELLED.search(text) and trigger.i < verb.i:
        return Stated(polarity=Polarity.NEGATED), None
    modality = _mood(verb)
    speech: Speech | None = None
    token, steps = verb, 0
    while steps < 6 and token.head != token and token.dep_ in _LINKING:
        link, token, steps = token, token.head, steps + 1
        lemma = token.lemma_.lower()
        if token.pos_ not in ("VERB", "AUX", "NOUN", "ADJ", "ADP"):
            break
        if (
            token.pos_ == "NOUN"
            and lemma in words("hearsay")
            and link.dep_ in ("acl", "ccomp", "relcl")
        ):
            denied = token.head.lemma_.lower() in words("denying_verbs") or _negated(token.head)
            return (
                Stated(polarity=Polarity.NEGATED)
                if denied
                else Stated(attribution=Attribution.RUMOUR)
            ), None
        if link.dep_ in ("conj", "relcl") or (link.dep_ in ("advcl", "acl") and link.tag_ != "VB"):
            if link.dep_ == "conj" and modality is Modality.ACTUAL and _shares_auxiliary(link):
                modality = _mood(token)
            if link.dep_ != "conj":
                break
            continue
        if lemma in words("denying_verbs"):
            return Stated(polarity=Polarity.NEGATED), None
        if lemma in words("failing_verbs"):
            modality = Modality.ATTEMPTED
        elif link.tag_ in ("VB", "VBG", "VBN") or lemma in words("planning_verbs"):
            if lemma in words("planning_verbs") and modality is Modality.ACTUAL:
                modality = Modality.INTENDED
            elif (
                token.lemma_ == "be"
                and link.dep_ == "xcomp"
                and _to(link)
                and modality is Modality.ACTUAL
            ):
                modality = Modality.INTENDED
        if lemma in words("saying_verbs") and link.dep_ == "ccomp":
            speech = speech or Speech(token, lemma in words("claiming_verbs"))
        if modality is Modality.ACTUAL and link.dep_ in ("xcomp", "ccomp"):
            if _negated(token) and lemma not in words("saying_verbs"):
                return Stated(polarity=Polarity.NEGATED), None
            modality = _mood(token)
    if modality is not Modality.ACTUAL:
        return Stated(modality=modality), speech
    if _RUMOUR.search(text):
        return Stated(attribution=Attribution.RUMOUR), speech
    return Stated(), speech


def according_to(text: str) -> str | None:
    """Whom a sentence names as its source: the mark or the words."""
    found = _ACCORDING.search(text)
    return found["who"] if found else None


def _negated(verb: Token) -> bool:
    if any(
        each.lower_ == "none"
        for child in verb.children
        if child.dep_ == "prep"
        for each in child.children
    ):
        return True
    return any(
        child.dep_ == "neg"
        or (child.lower_ in ("never", "neither") and child.dep_ in ("advmod", "preconj", "cc"))
        for child in verb.children
    )


def _no(trigger: Token) -> bool:
    return any(
        child.lower_ in ("no", "neither") and child.dep_ in ("det", "neg", "preconj")
        for child in trigger.children
    )


def _mood(verb: Token) -> Modality:
    """What the auxiliaries of a verb and the conjunction before it say."""
    if any(
        child.dep_ == "mark" and child.lower_ in ("if", "unless", "whether")
        for child in verb.children
    ):
        return Modality.HYPOTHETICAL
    auxiliaries = [child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if any(word in _MODALS for word in auxiliaries):
        return Modality.INTENDED
    if any(word in _MAYBE for word in auxiliaries):
        return Modality.HYPOTHETICAL
    if (
        verb.lemma_.lower() in words("planning_verbs")
        and verb.dep_ == "ROOT"
        and verb.lemma_ not in ("agree", "decide", "prepare")
    ):
        return Modality.INTENDED
    going = verb.head.lemma_.lower() in _MOTION and verb.head != verb
    if "to" in auxiliaries and verb.dep_ in ("advcl", "xcomp") and going:
        return _mood(verb.head)
    purpose = "to" in auxiliaries and verb.dep_ in ("advcl", "acl", "relcl")
    return Modality.INTENDED if purpose else Modality.ACTUAL


def _to(verb: Token) -> bool:
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)


def _shares_auxiliary(verb: Token) -> bool:
    """Is it a verb without subject and auxiliary of its own, as in "will meet X and visit Y"?"""
    return verb.tag_ in ("VB", "VBN", "VBG") and not any(
        child.dep_ in ("nsubj", "nsubjpass", "aux") for child in verb.children
    )
