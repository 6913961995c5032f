"""All events that a parsed sentence tells, by verbs and by nouns."""

from spacy.tokens import Token

from ingest.extraction.factive import is_habit
from ingest.extraction.nominal import told_by_leftover, told_by_noun
from ingest.extraction.signing import told_by_closing
from ingest.extraction.spokenof import told_by_mention
from ingest.extraction.syntax import Tree
from ingest.extraction.telling import Telling, goal_of
from ingest.extraction.triggers import noun_type
from ingest.extraction.verbal import been_abroad, told_by_verb
from ontology.terms import EventType


def _with_goal(tree: Tree, telling: Telling) -> Telling:
    """A visit has its goal for its place, wherever else it is spoken of."""
    if telling.type is EventType.VISIT and telling.place is None:
        telling.place = goal_of(tree, (telling.trigger, "to", "in"))
    return telling


_SAME_DAY = frozenset(
    {
        "end",
        "course",
        "beginning",
        "start",
        "sideline",
        "margin",
        "framework",
        "part",
        "day",
        "stage",
        "conclusion",
        "agenda",
        "programme",
        "program",
        "occasion",
    }
)
_MATTER = ("of", "about", "on", "regarding", "concerning")
_EARLIER = frozenset({"recent", "last", "latest", "previous", "past", "earlier", "upcoming"})


def is_spoken_of(trigger: Token) -> bool:
    """ "the results of his visit", "at a recent meeting": is it what was told there, not what the telling is of?"""
    if any(child.lower_ in _EARLIER for child in trigger.children):
        return True
    link = trigger.head
    matter = trigger.dep_ == "pobj" and link.lower_ in _MATTER
    return matter and link.head.pos_ == "NOUN" and link.head.lemma_.lower() not in _SAME_DAY


def tellings(tree: Tree) -> list[Telling]:
    """The events that a sentence tells, in its order."""
    found: list[Telling] = []
    mentioned: list[Telling] = []
    for token in tree.doc:
        if token.i in tree.spans:
            continue
        if token.pos_ == "VERB":
            found += told_by_verb(tree, token)
        elif token.lemma_ == "be":
            found += been_abroad(tree, token)
        if kind := noun_type(token):
            told = [_with_goal(tree, each) for each in told_by_noun(tree, token, kind)]
            found += told or told_by_closing(tree, token, kind)
            mentioned += [] if told else told_by_mention(tree, token, kind)
    found += told_by_leftover(tree, found)
    told_of = {telling.trigger.i for telling in found}
    found += [each for each in mentioned if each.trigger.i not in told_of]
    found.sort(key=lambda each: each.trigger.i)
    return [telling for telling in found if not is_habit(telling.verb)]
