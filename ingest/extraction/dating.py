"""The date of an event, from the words around its verb."""

import calendar
import re
from datetime import date, timedelta

from spacy.tokens import Token

from ingest.extraction.actors import Span
from ingest.extraction.nearness import caption_of, date_behind, of_a_topic, of_another_event, steps
from ingest.extraction.syntax import Tree
from ontology.edtf import bounds, is_day

_FURTHEST, _YEAR, _TWO = 12, 360, 2
_LIMIT = re.compile(
    r"\b(?:until|till|since|by|before|treaty of|than|dated|of"
    r"|(?<!scheduled )(?<!planned )(?<!set )(?<!slated )(?<!expected )for)\s+$"
)
_PART = re.compile(
    r"\b(?:end|beginning|middle|half|morning|evening|afternoon|meeting|talks|session|night|spring"
    r"|summer|autumn|fall|winter) of\s+$"
)


def date_of(
    tree: Tree, trigger: Token, verb: Token, matter: frozenset[int] = frozenset()
) -> Span | None:
    """The date that stands nearest to an event in the tree of its sentence, outside of what it was about."""
    own = date_behind(tree, trigger) if trigger.pos_ == "PROPN" or trigger == verb else None
    if own is not None and own.i not in matter:
        return tree.spans[own.i]
    best: tuple[float, Span] | None = None
    told: list[Span] = []
    for number, span in tree.spans.items():
        token = tree.doc[number]
        if span.kind != "D" or number in matter or _bounds_only(tree, number):
            continue
        if of_another_event(token, trigger, verb) or of_a_topic(token.head, trigger, verb):
            continue
        distance = min(steps(token, trigger), steps(token, verb) + 0.5)
        if distance < _FURTHEST:
            told.append(span)
        if best is None or distance < best[0]:
            best = distance, span
    if best and best[0] < _FURTHEST:
        return _narrowest(best[1], told)
    return None if matter else caption_of(tree)[1]


def while_it_lasted(day: str, days: int, verb: Token) -> str:
    """The days of an event of so many days that ended or began on a day: "wrapped up a three-day conference"."""
    lemma = verb.lemma_.lower()
    if days < _TWO or not is_day(day) or lemma not in _ENDS | _STARTS:
        return day
    first = last = date.fromisoformat(day)
    if lemma in _ENDS:
        first -= timedelta(days=days - 1)
    else:
        last += timedelta(days=days - 1)
    return f"{first.isoformat()}/{last.isoformat()}"


_ENDS = frozenset({"wrap", "conclude", "end", "close", "finish", "complete"})
_STARTS = frozenset({"begin", "start", "open", "kick", "commence"})


def yet_to_come(span: Span, said: str, verb: Token, published: str | None) -> str:
    """The day of what will be on a weekday: the next one of that name, not the last."""
    if (
        said not in calendar.day_name
        or not (published and is_day(published))
        or _is_told_in_past(verb)
    ):
        return span.text
    day, today = date.fromisoformat(span.text), date.fromisoformat(published)
    return (day + timedelta(days=7)).isoformat() if day < today else span.text


def is_timetabled(said: str, verb: Token) -> bool:
    """ "They meet in Riga on Monday": is it told in the present tense with a day of the week?"""
    helped = any(child.dep_ in ("aux", "auxpass") for child in verb.children)
    return said in calendar.day_name and verb.tag_ in ("VBZ", "VBP") and not helped


def _is_told_in_past(verb: Token) -> bool:
    """ "was to meet him on Thursday", "would meet": may the day be over when the report was written?"""
    clause = [verb, *(c for c in verb.children if c.dep_ in ("aux", "auxpass"))]
    while verb.dep_ in ("xcomp", "acomp") and verb.head != verb:
        verb = verb.head
        clause += [verb, *(c for c in verb.children if c.dep_ in ("aux", "auxpass"))]
    return any(each.tag_ == "VBD" or each.lower_ == "would" for each in clause)


def _narrowest(best: Span, told: list[Span]) -> Span:
    """ "This year it is being held from 19 to 21 April": the days where a year is nearest that they lie in."""
    first, last = bounds(best.text)
    if (last - first).days < _YEAR:
        return best
    inside = [s for s in told if first <= bounds(s.text)[0] and bounds(s.text)[1] <= last]
    return min(inside, key=lambda s: bounds(s.text)[1] - bounds(s.text)[0], default=best)


def _bounds_only(tree: Tree, number: int) -> bool:
    """Is it the limit of something else: "until Monday", "the treaty of 1999"?"""
    at = tree.position(tree.doc[number])
    lead = tree.tagged.text[max(0, at - 20) : at].lower()
    return bool(_LIMIT.search(lead)) and not _PART.search(lead)
