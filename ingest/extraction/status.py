"""How a sentence states its event: as a fact, a plan, a denial, an attempt or somebody's words."""

import re
from typing import NamedTuple

from spacy.tokens import Token

from ingest.extraction.factive import (
    is_half_done,
    is_prevented,
    tells_complement,
    tells_gerund,
)
from ingest.extraction.lexicon import words
from ingest.extraction.triggers import MOTION, noun_type
from ontology.terms import Attribution, Modality, Polarity

_MODALS = frozenset({"will", "would", "shall", "should", "'ll", "’ll", "wo"})
_MAYBE = frozenset({"may", "might", "could", "can", "must"})
_RUMOUR = re.compile(
    r"\b(?:reportedly|allegedly|rumou?r(?:s|ed)?|(?:is|are|was|were) (?:said|alleged|rumou?red"
    r"|believed|reported) to|unnamed|unidentified|anonymous|unconfirmed"
    r"|some (?:media|sources)|media reports?|purported\w*|supposedly)\b",
    re.IGNORECASE,
)
_ACCORDING = re.compile(r"\b[Aa]ccording to\s+(?P<who>\{[PUOG]\d+\}|[^,;{}]{3,60})")
_DISPUTED = re.compile(
    r"\bwhich\s+(?:[^\s,;.]+\s+){1,8}?(?:den(?:y|ies|ied)|rejects?|rejected|refutes?|refuted|disputes?|disputed"
    r"|(?:called|calls|described as|dismissed as)\s+(?:an? )?(?:untrue|false|fake|lies?|baseless|groundless|nonsense"
    r"|unfounded|fabrication))\b"
)
"""Somebody else says that it is not so."""
_CANCELLED = re.compile(
    r"\b(?:was|were|has been|have been)\s+(?:cancel+ed|called off|postponed|invented|fabricated|made up|imagined)\b"
)
_MOTION = MOTION | {"stop", "return"}
_LINKING = frozenset({"xcomp", "ccomp", "advcl", "acl", "pcomp", "conj", "relcl", "csubj", "acomp"})
AHEAD = frozenset(
    {
        "upcoming",
        "forthcoming",
        "planned",
        "scheduled",
        "proposed",
        "impending",
        "prospective",
        "announced",
        "expected",
    }
)
"""What stands before a noun for what is still to come."""
_NEXT = frozenset({"new", "further", "next", "future", "additional"})
_ARRANGING = frozenset({"confirm", "agree", "arrange", "discuss", "plan", "expect", "schedule"})
_SEQUENCE = frozenset({"before", "after", "following", "upon", "prior", "on"})
_SAID = frozenset(
    {
        "announce",
        "propose",
        "suggest",
        "promise",
        "pledge",
        "vow",
        "urge",
        "call",
        "ask",
        "instruct",
        "recommend",
    }
)
_DOUBTFUL = frozenset({"doubtful", "unlikely", "untrue", "false", "impossible"})
_WHEN = frozenset({"once", "when", "after", "before", "until", "till", "as"})
_PROGRAMMES = frozenset({"programme", "program", "agenda", "schedule", "itinerary", "plan"})
_TO_HAPPEN = frozenset({"hold", "take", "occur", "begin", "start", "open", "convene"})


class Stated(NamedTuple):
    """The status of a claim and, where it is somebody's words, who says so."""

    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ACTUAL
    attribution: Attribution = Attribution.AUTHOR
    speaker: str | None = None


def stated(text: str, start: int, end: int) -> Stated:
    """The status of what plain words [start, end) of a sentence say, by the words around them alone."""
    before, within = text[:start], text[start:end]
    lead = f"{before}{within}"
    if re.search(
        r"\b(?:did|does|do|has|have|had|was|were|will|would) (?:\w+ )?(?:not|never)\b|\b(?:denied"
        r"|declined|refused|turned down|rejected)\b[^,;]{0,60}$",
        lead,
    ):
        return Stated(polarity=Polarity.NEGATED)
    if re.search(
        r"\b(?:will|would|may|might|could|should|is to|are to|to be(?:come)?|expected|considering"
        r"|candidacy|nominee|likely|plans?|hopes?)\b[^,;]{0,60}$",
        lead,
    ):
        return Stated(modality=Modality.INTENDED)
    if re.search(r"(?i)\b(?:if|unless|whether)\b[^,;]{0,60}$", lead):
        return Stated(modality=Modality.HYPOTHETICAL)
    return Stated(attribution=Attribution.RUMOUR) if _RUMOUR.search(lead) else Stated()


def stated_by(verb: Token, trigger: Token, text: str) -> tuple[Stated, Token | None]:
    """The status that the verb of an event and those above it give; `text` is the tagged sentence.

    The second value is the verb of saying or denying under which it stands, if there is one: who is meant by it
    decides whether the words are somebody's own or about others.
    """
    cancelled = bool(_CANCELLED.search(text)) and trigger.i < verb.i
    if (
        cancelled
        or _negated(verb)
        or _no(trigger)
        or _without(verb, trigger)
        or _fell_through(verb)
        or is_prevented(verb)
    ):
        return Stated(polarity=Polarity.NEGATED), None
    if trigger.i != verb.i and verb.lemma_.lower() in words("denying_verbs"):
        return _DENIED, verb
    if unreal := _unreal(verb, text):
        return Stated(modality=unreal), None
    above = _Above(verb, _tense(verb) if _is_said_there(verb, trigger) else _mood(verb))
    above.climb()
    if above.verdict is not None:
        return above.verdict, above.denial
    if above.modality is Modality.ACTUAL and (_is_ahead(trigger) or _will_be_held(trigger)):
        above.modality = Modality.INTENDED
    if above.modality is not Modality.ACTUAL:
        return Stated(modality=above.modality), above.speech
    if _RUMOUR.search(text) or _DISPUTED.search(text):
        return Stated(attribution=Attribution.RUMOUR), above.speech
    return Stated(), above.speech


def _unreal(verb: Token, text: str) -> Modality | None:
    """ "nearly met", "Did X meet Y?": what no day saw."""
    if is_half_done(verb):
        return Modality.ATTEMPTED
    asked = text.rstrip(' ”"»').endswith("?")
    return Modality.HYPOTHETICAL if asked else None


class _Above:
    """What the words above a verb in the tree say of it."""

    def __init__(self, verb: Token, modality: Modality) -> None:
        self.modality = modality
        self.speech: Token | None = None
        self.verdict: Stated | None = None
        """What settles it whatever else is said."""
        self.denial: Token | None = None
        """The verb with which somebody denies it."""
        self._verb = verb

    def climb(self) -> None:
        """Goes up from the verb until its clause ends."""
        link, steps = self._verb, 0
        while steps < _HIGHEST and link.head != link and link.dep_ in _LINKING:
            if not self._step(link, link.head):
                return
            link, steps = link.head, steps + 1

    def _step(self, link: Token, token: Token) -> bool:
        """Reads one word above; False where the climb ends."""
        if token.pos_ not in ("VERB", "AUX", "NOUN", "ADJ", "ADP"):
            return False
        if link.dep_ == "conj":
            if self.modality is Modality.ACTUAL and _shares_auxiliary(link):
                self.modality = _mood(token)
            return True
        if _is_hearsay(link, token):
            by = token.head if token.head.lemma_.lower() in words("denying_verbs") else None
            denied = by is not None or _negated(token.head)
            self.verdict = _DENIED if denied else Stated(attribution=Attribution.RUMOUR)
            self.denial = by
            return False
        if link.dep_ == "csubj" or _is_when(link):
            habit = token.tag_ in ("VBP", "VBZ") and _is_when(
                link
            )  # "when we meet, you talk of it"
            told = Modality.HYPOTHETICAL if habit else _mood(token)
            self.modality = told if self.modality is Modality.ACTUAL else self.modality
            return False
        if self.speech is not None and _is_wish_to_say(link) and self._verb.tag_ == "VBD":
            return False
        if link.dep_ == "relcl" or (link.dep_ in ("advcl", "acl") and link.tag_ != "VB"):
            return False
        self._read(link, token, token.lemma_.lower())
        return self.verdict is None

    def _read(self, link: Token, token: Token, lemma: str) -> None:
        """A verb of denying, trying, planning or saying above another verb."""
        if lemma in words("denying_verbs"):
            self.verdict, self.denial = _DENIED, token
            return
        if link.dep_ == "acomp" and _negated(token):
            self.verdict = _DENIED  # "is not willing to meet"
        elif lemma in words("failing_verbs"):
            self.modality = Modality.ATTEMPTED
        elif self.modality is Modality.ACTUAL and (
            lemma in words("planning_verbs")
            or _is_to(link, token)
            or _is_on_programme(token)
            or (link.dep_ == "xcomp" and not tells_complement(link, token))
            or any(child.lower_ in _DOUBTFUL for child in (token, *token.children))
        ):
            self.modality = Modality.INTENDED
        says = lemma in words("saying_verbs")
        if says and link.dep_ == "ccomp":
            self.speech = self.speech or token
        if self.modality is Modality.ACTUAL and link.dep_ in ("xcomp", "ccomp", "acomp"):
            if _negated(token) and not says:
                self.verdict = _DENIED
            self.modality = _mood(token)


_DENIED = Stated(polarity=Polarity.NEGATED)
_HIGHEST = 6
"""Steps up the tree: further above nothing speaks of the event."""


def _is_when(clause: Token) -> bool:
    """ "Once X signs the deal, they will …": a clause in the present that says when."""
    present = clause.dep_ == "advcl" and clause.tag_ in ("VBZ", "VBP")
    return present and any(
        child.lower_ in _WHEN and child.dep_ in ("mark", "advmod") for child in clause.children
    )


def _is_ahead(trigger: Token) -> bool:
    """ "at the upcoming summit", "talks during a planned visit": is it, or what it belongs to, still to come?"""
    word = trigger
    while word.pos_ in ("NOUN", "PROPN"):
        before = {child.lower_ for child in word.children if child.dep_ == "amod"}
        if before & AHEAD:
            return word.dep_ not in ("nsubj", "nsubjpass")  # "the planned talks took place"
        if before & _NEXT and word.head.lemma_.lower() in _ARRANGING:
            return True  # "confirmed new meetings, including during the summit"
        if word.dep_ != "pobj" or word.head.dep_ not in ("prep", "pcomp"):
            return False
        word = word.head.head
        word = word.head if word.lower_ == "including" else word
    return False


def _will_be_held(trigger: Token) -> bool:
    """ "the meeting of X and Y, which will be held in Z": by order, since "which" may seem to go with Y."""
    for word in trigger.doc[trigger.i :]:
        if word.i > trigger.i and noun_type(word):
            return False
        held = word.head.lemma_ in _TO_HAPPEN and word.dep_ in ("nsubj", "nsubjpass")
        if word.lower_ == "which" and held:
            return noun_type(trigger) is not None and _mood(word.head) is Modality.INTENDED
    return False


def _is_hearsay(link: Token, token: Token) -> bool:
    """ "reports that X had met Y"."""
    known = token.lemma_.lower() in words("hearsay") and token.pos_ == "NOUN"
    return known and link.dep_ in ("acl", "ccomp", "relcl")


def _is_said_there(verb: Token, trigger: Token) -> bool:
    """ "announced at the opening that …", "proposed a treaty at the summit": is the event where it was said?"""
    link = trigger.head
    there = trigger.dep_ == "pobj" and link.lower_ in ("at", "during") and link.head == verb
    past = verb.tag_ == "VBD" or any(c.lower_ in ("was", "were") for c in verb.children)
    return there and past and verb.lemma_.lower() in _SAID


def _is_wish_to_say(verb: Token) -> bool:
    """ "I would like to mention that X visited Y": said, not planned."""
    return verb.lemma_.lower() in words("saying_verbs") and verb.dep_ == "xcomp"


def _is_to(link: Token, token: Token) -> bool:
    """ "is to meet", "was to have spoken"."""
    return token.lemma_ == "be" and link.dep_ == "xcomp" and _to(link)


def _is_on_programme(verb: Token) -> bool:
    """ "The programme of the visit includes meeting X": in the present, what is to come."""
    return verb.tag_ in ("VBZ", "VBP") and any(
        child.dep_ == "nsubj" and child.lemma_.lower() in _PROGRAMMES for child in verb.children
    )


def according_to(text: str) -> str | None:
    """Whom a sentence names as its source: the mark or the words."""
    found = _ACCORDING.search(text)
    return found["who"] if found else None


def _negated(verb: Token) -> bool:
    subjects = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    if any(each.lower_ in ("neither", "nor") for subject in subjects for each in subject.children):
        return True
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


def _without(verb: Token, trigger: Token) -> bool:
    """ "left without having met X", "left without a meeting"."""
    return any(
        word.dep_ in ("pcomp", "pobj") and word.head.lower_ == "without" for word in (verb, trigger)
    )


def _fell_through(verb: Token) -> bool:
    """ "Talks between X and Y fell through"."""
    return verb.lemma_ == "fall" and any(child.lower_ == "through" for child in verb.children)


def _no(trigger: Token) -> bool:
    return any(
        child.lower_ in ("no", "neither") and child.dep_ in ("det", "neg", "preconj")
        for child in trigger.children
    )


def _tense(verb: Token) -> Modality:
    """What the auxiliaries of a verb alone say: "will", "may"."""
    auxiliaries = {child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if auxiliaries & _MODALS:
        return Modality.INTENDED
    return Modality.HYPOTHETICAL if auxiliaries & _MAYBE else Modality.ACTUAL


def _mood(verb: Token) -> Modality:
    """What the auxiliaries of a verb and the conjunction before it say."""
    if any(
        child.dep_ == "mark" and child.lower_ in ("if", "unless", "whether")
        for child in verb.children
    ):
        return Modality.HYPOTHETICAL
    if (told := _tense(verb)) is not Modality.ACTUAL:
        return told
    auxiliaries = [child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if (
        verb.lemma_.lower() in words("planning_verbs")
        and verb.dep_ == "ROOT"
        and verb.lemma_ not in ("agree", "decide", "prepare")
        and not (verb.lemma_ == "call" and any(c.dep_ == "dobj" for c in verb.children))
    ):
        return Modality.INTENDED
    if verb.lemma_ == "be" and any(c.dep_ == "xcomp" and _to(c) for c in verb.children):
        return Modality.INTENDED  # "was to have taken place"
    if verb.dep_ == "pcomp" and verb.tag_ == "VBG":
        return _of_gerund(verb)
    going = verb.head.lemma_.lower() in _MOTION and verb.head != verb
    if "to" in auxiliaries and verb.dep_ in ("advcl", "xcomp") and going:
        under_way = verb.head.tag_ == "VBG"  # "was going to Utopia to sign a treaty"
        return Modality.INTENDED if under_way else _mood(verb.head)
    purpose = "to" in auxiliaries and verb.dep_ in ("advcl", "acl", "relcl")
    return Modality.INTENDED if purpose else Modality.ACTUAL


def _of_gerund(verb: Token) -> Modality:
    """ "will meet X before travelling to Y", "the importance of meeting X"."""
    governor = verb.head.head
    if not tells_gerund(verb):
        return Modality.INTENDED
    follows = verb.head.lower_ in _SEQUENCE or governor.lemma_.lower() in words("factive_governors")
    return _tense(governor) if governor.pos_ == "VERB" and follows else Modality.ACTUAL


def _to(verb: Token) -> bool:
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)


def _shares_auxiliary(verb: Token) -> bool:
    """Is it a verb without subject and auxiliary of its own, as in "will meet X and visit Y"?"""
    return verb.tag_ in ("VB", "VBN", "VBG") and not any(
        child.dep_ in ("nsubj", "nsubjpass", "aux") for child in verb.children
    )
