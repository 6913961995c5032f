"""How near a date or place stands to the words of an event, in the tree of its sentence."""

import re

from spacy.tokens import Token

from ingest.extraction.actors import Span
from ingest.extraction.syntax import Tree
from ingest.extraction.triggers import noun_type

_CROSSING = frozenset({"relcl", "ccomp", "advcl", "parataxis"})


def steps(one: Token, other: Token) -> float:
    """The length of the way between two words in the tree; crossing into another clause counts for more."""
    up: dict[int, float] = {}
    token, cost = one, 0.0
    while True:
        up[token.i] = cost
        if token.head == token:
            break
        cost += _step_up(token)
        token = token.head
    token, cost = other, 0.0
    while token.i not in up:
        if token.head == token:
            return 99.0
        cost += _step_up(token)
        token = token.head
    return up[token.i] + cost


def _step_up(token: Token) -> float:
    if token.dep_ in _CROSSING:
        return 3
    return 1.5 if token.dep_ == "conj" and token.pos_ == "VERB" else 1


def _noun_before(token: Token) -> Token | None:
    """The name of an occasion just before "on" and a date: "decisions of the Riga Conference on 5 May"."""
    at = token.i - 2
    linked = at >= 0 and token.doc[at + 1].lower_ in ("in", "on", "of")
    noun = token.doc[at] if linked else None
    return noun if noun is not None and noun.pos_ == "PROPN" and noun_type(noun) else None


def of_another_event(token: Token, trigger: Token, verb: Token) -> bool:
    """Does a date or place belong to another event than that of these words?"""
    if (noun := _noun_before(token)) is not None and noun not in (trigger, verb):
        return True
    above = {trigger.i, verb.i}
    while token.i not in above and token.head != token:
        if token.dep_ == "ccomp" and token.i not in above and token.head.i in above:
            return True  # "noted at the talks that the bridge was opened in 2016"
        if token.dep_ == "acl" and token.tag_ == "VBN" and token.head.i not in above:
            return True  # "was shown a dock installed in 2018"
        token = token.head
        if token.i not in above and noun_type(token) and token.dep_ not in ("nsubj", "nsubjpass"):
            return True
    return False


def date_behind(tree: Tree, noun: Token) -> Token | None:
    """The date just behind a noun: "the Riga summit in May", "last year's conference in Riga"."""
    owner = next((c for c in noun.children if c.dep_ == "poss" and tree.kind(c) == "D"), None)
    if owner is not None:
        return owner
    at = noun.i + 1
    words = tree.doc
    if at + 1 < len(words) and words[at].lower_ in ("in", "at") and tree.kind(words[at + 1]) in (
        "K", "L", "C",
    ):  # fmt: skip
        at += 2
    at += at < len(words) and words[at].lower_ in ("in", "on", "of", ",")
    if at >= len(words) or tree.kind(words[at]) != "D":
        return None
    named = at + 1 < len(words) and words[at + 1].pos_ == "PROPN"
    return None if named else words[at]  # not "the opening of the 2031 Riga Forum"


def of_a_topic(token: Token, trigger: Token, verb: Token) -> bool:
    """Does it belong to what was spoken about: "on the results of the work in 2012", "to discuss the war in Utopia"?"""
    above = {trigger.i, verb.i}
    while token.i not in above and token.head != token:
        parent = token.head
        if parent.i not in above and parent.pos_ == "VERB" and parent.lemma_ in _TALKED:
            return True
        about = token.dep_ in ("pobj", "pcomp") and parent.lower_ in _SUBJECTS_OF_TALK
        if about and any(token.children):
            return parent.head.i in above or parent.head.lemma_.lower() in _TALKED
        token = parent
    return False


_SUBJECTS_OF_TALK = frozenset({"on", "about", "regarding", "concerning"})
_TALKED = frozenset(
    {
        "review",
        "consider",
        "address",
        "brief",
        "inform",
        "report",
        "speak",
        "talk",
        "discuss",
        "view",
        "message",
    }
)


def caption_of(tree: Tree) -> tuple[Span | None, Span | None]:
    """Place and date with which a sentence ends as a caption does: "…, in Riga, Latvia, 4 May 2031."."""
    dates = [span for span in tree.spans.values() if span.kind == "D"]
    closing = _CAPTION.search(tree.tagged.text)
    if closing is None or len(dates) != 1:
        return None, None
    return tree.tagged.spans[int(closing["place"])], dates[0]


_CAPTION = re.compile(r"\b(?:in|at) \{[KLC](?P<place>\d+)\}(?:, [^,.]{2,40}){0,2}, \{D\d+\}\.?$")
