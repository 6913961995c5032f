"""All events that a parsed sentence tells, by verbs and by nouns."""

from ingest.extraction.factive import is_habit
from ingest.extraction.nominal import told_by_leftover, told_by_noun, visit_spoken_of
from ingest.extraction.syntax import Tree
from ingest.extraction.telling import Telling, goal_of
from ingest.extraction.triggers import noun_type
from ingest.extraction.verbal import told_by_verb
from ontology.terms import EventType


def _with_goal(tree: Tree, telling: Telling) -> Telling:
    """A visit has its goal for its place, wherever else it is spoken of."""
    if telling.type is EventType.VISIT and telling.place is None:
        telling.place = goal_of(tree, (telling.trigger, "to", "in"))
    return telling


def tellings(tree: Tree) -> list[Telling]:
    """The events that a sentence tells, in its order."""
    found: list[Telling] = []
    for token in tree.doc:
        if token.i in tree.spans:
            continue
        if token.pos_ == "VERB":
            found += told_by_verb(tree, token)
        if kind := noun_type(token):
            told = [_with_goal(tree, each) for each in told_by_noun(tree, token, kind)]
            found += told or visit_spoken_of(tree, token, kind)
    found += told_by_leftover(tree, found)
    return [telling for telling in found if not is_habit(telling.verb)]
