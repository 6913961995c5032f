"""Events told by a noun behind a preposition: "took part in the session", "after talks with Y"."""

from collections.abc import Iterator

from spacy.tokens import Token

from ingest.extraction.occasions import (
    bodies_of,
    done_by,
    owners_of,
    partners_of,
    several,
    verb_above,
)
from ingest.extraction.syntax import Tree, is_passive, preposition, subjects
from ingest.extraction.telling import Telling, goal_of, is_definite, objects_of
from ingest.extraction.triggers import JOURNEYS, MOTION, lemmas
from ontology.terms import EventType, Role

_TWO = 2
_INSIDE = ("in", "at", "over")
_AT = ("at", "during", "in", "within", "throughout")
_AFTER = ("after", "following", "upon")
_ABOUT = ("about", "of", "on", "regarding")
_WITHIN = frozenset({"framework", "course"})
_BESIDE = frozenset({"sideline", "sidelines", "margin", "margins"})
_ATTENDANCE = frozenset({"participation", "attendance", "presence", "involvement"})
_VENUES = frozenset({"host", "venue", "scene", "site"})
_GOING = MOTION | {"be", "leave", "depart"}
_SPEECHES = frozenset({"speech", "address", "remark", "keynote", "presentation", "report"})
_FURTHERING = frozenset(
    {"development", "expansion", "strengthening", "intensification", "promotion", "support", "need"}
)
"""What is done for a dialogue, which is then no one occasion."""
_ADDRESSES = frozenset({"address", "speech", "remark"})
_STAGES = frozenset(
    {
        "agenda",
        "programme",
        "program",
        "part",
        "framework",
        "day",
        "course",
        "stage",
        "end",
        "result",
    }
)


def told_behind_preposition(
    tree: Tree, noun: Token, link: Token, kind: EventType
) -> Iterator[Telling]:
    """ "took part in the session", "at a meeting with X", "after his talks with X", "told of his meeting with X"."""
    governor, name = link.head, link.lower_
    if governor.lower_ == "part" and governor.head.lemma_ in ("take", "play"):
        governor = governor.head
    governor = _speaking(governor)
    lemma, verb = governor.lemma_.lower(), verb_above(governor)
    doing = done_by(governor) if governor.pos_ == "VERB" and name in _INSIDE else None
    if doing in ("attends", "chairs"):
        yield _taken_part(tree, noun, governor, kind)
    elif lemma in _ATTENDANCE:
        yield _participation(noun, governor, verb or governor, kind)
    elif verb is not None and kind is EventType.VISIT and (name == "as" or lemma in _WITHIN):
        yield from _within_visit(tree, noun, verb)
    elif verb is not None and name in _AT:
        yield from _at(tree, noun, (verb, governor), kind, name)
    elif verb is not None and _is_venue(governor, verb):
        yield _hosted(tree, noun, verb, kind)
    elif verb is not None:
        yield from _referred_to(tree, noun, link, (verb, governor), kind)


def _is_venue(governor: Token, verb: Token) -> bool:
    """ "was the venue of", "played host to": does it say where an event was?"""
    plays = governor == verb and verb.lemma_ == "play"
    words = objects_of(verb) if plays else [governor]
    told = plays or verb.lemma_ in ("be", "become", "play")
    return told and any(each.lemma_.lower() in _VENUES for each in words)


def _hosted(tree: Tree, noun: Token, verb: Token, kind: EventType) -> Telling:
    """ "Utopia played host to a summit", "was the venue of a conference"."""
    who = [*partners_of(tree, noun), *owners_of(tree, noun), *bodies_of(tree, noun)]
    return Telling(kind, "hosted", noun, verb, subjects(verb), who, Role.HOST)


def _speaking(governor: Token) -> Token:
    """ "gave a speech at the forum", "said in his remarks at the forum": the verb of whoever speaks."""
    if governor.lemma_.lower() not in _SPEECHES:
        return governor
    above = governor.head.head if governor.dep_ == "pobj" else governor.head
    spoken = above.lemma_.lower() in lemmas("light", "speaks") | lemmas("light", "holds")
    return above if above.pos_ == "VERB" and spoken else governor


def _referred_to(
    tree: Tree, noun: Token, link: Token, above: tuple[Token, Token], kind: EventType
) -> Iterator[Telling]:
    """An event about, after or for which something else was done; `above` are its verb and its governor."""
    (verb, governor), name = above, link.lower_
    lemma = governor.lemma_.lower()
    if name in _ABOUT and (partners := _partners_spoken_of(tree, noun, link, governor)):
        owners = [child for child in noun.children if child.dep_ == "poss"]
        yield Telling(kind, "about-meeting", noun, verb, owners, partners, contact=True)
    elif name == "of" and lemma == "ahead":
        yield from _ahead_of(tree, noun, kind)
    elif name in _AFTER or lemma in _BESIDE:
        yield from _after_or_beside(tree, noun, verb, kind, after=name in _AFTER)
    elif name == "to" and _takes_part(governor, verb):
        yield _taken_part(tree, noun, verb, kind)
    elif name == "for" and lemma == "join" and (joined := objects_of(governor)):
        yield Telling(kind, "after-meeting", noun, verb, subjects(verb), joined, contact=True)
    elif name == "for" and lemma in JOURNEYS and partners_of(tree, noun):
        yield _after(tree, noun, verb, kind, goal=_goal_of_journey(tree, governor))
    elif kind is EventType.VISIT:
        yield from _on_visit(tree, noun, link, above)


def _takes_part(governor: Token, verb: Token) -> bool:
    """ "led a delegation to the summit", "in his address to the forum, X said"."""
    lemma = governor.lemma_.lower()
    led = lemma in ("delegation", "mission") and verb.lemma_ in ("lead", "head")
    return led or (lemma in _ADDRESSES and governor.dep_ == "pobj")


def _on_visit(
    tree: Tree, noun: Token, link: Token, above: tuple[Token, Token]
) -> Iterator[Telling]:
    """ "arrived on a visit", "the agenda of X's visit"."""
    (verb, governor), name = above, link.lower_
    lemma = governor.lemma_.lower()
    if name == "of" and lemma in _STAGES:
        yield from _stage_of_visit(tree, noun, verb)
    elif name in ("for", "on") and lemma in _GOING:
        place = goal_of(tree, (noun, "to", "in"), (governor, "to", "in", "at", "for"))
        yield Telling(EventType.VISIT, "on-visit", noun, verb, subjects(verb), place=place)


def _after_or_beside(
    tree: Tree, noun: Token, verb: Token, kind: EventType, *, after: bool
) -> Iterator[Telling]:
    """ "after his talks with X", "on the sidelines of the Council summit"."""
    if bodies := _whose(tree, noun, kind):
        yield Telling(kind, "after-meeting", noun, verb, bodies, definite=is_definite(noun))
    elif after and partners_of(tree, noun):
        yield _after(tree, noun, verb, kind)


def _whose(tree: Tree, noun: Token, kind: EventType) -> list[Token]:
    """The body whose summit or session it is: "after the Council summit", "on the sidelines of a NATO summit"."""
    if kind not in (EventType.SUMMIT, EventType.SESSION):
        return []
    return bodies_of(tree, noun) or [
        each for each in owners_of(tree, noun) if tree.kind(each) == "O"
    ]


def _within_visit(tree: Tree, noun: Token, verb: Token) -> Iterator[Telling]:
    """ "As part of his visit to Utopia, X met Y": a visit of X."""
    owners, goal = [c for c in noun.children if c.dep_ == "poss"], goal_of(tree, (noun, "to", "in"))
    named = [each for each in owners if tree.kind(each)]
    if goal is not None:
        who = named or subjects(verb)
        yield Telling(EventType.VISIT, "during-visit", noun, verb, who, place=goal)


def _ahead_of(tree: Tree, noun: Token, kind: EventType) -> Iterator[Telling]:
    """ "ahead of a Council meeting", "ahead of talks with X": still to come when the rest happened."""
    bodies = [c for c in noun.children if c.dep_ == "compound" and tree.kind(c) in tuple("OC")]
    who = [*owners_of(tree, noun), *bodies]
    if who or partners_of(tree, noun):
        partners = partners_of(tree, noun)
        yield Telling(kind, "ahead-of", noun, noun, who, partners, contact=True, prospective=True)


def _stage_of_visit(tree: Tree, noun: Token, verb: Token) -> Iterator[Telling]:
    """ "the last item on the agenda of X's visit to Utopia was …"; still to come where the verb is in the present."""
    owners, goal = [c for c in noun.children if c.dep_ == "poss"], goal_of(tree, (noun, "to", "in"))
    if owners and goal is not None:
        over = noun.head.head.lemma_ == "result"  # whatever is done with the results of a visit
        coming = verb.tag_ in ("VBZ", "VBP") and not over
        told = noun if over else verb
        yield Telling(
            EventType.VISIT, "during-visit", noun, told, owners, place=goal, prospective=coming
        )


def _taken_part(tree: Tree, noun: Token, verb: Token, kind: EventType) -> Telling:
    """ "took part in the session", "presided over a meeting"."""
    partners = partners_of(tree, noun)
    everybody = [*partners, *owners_of(tree, noun)]
    role = Role.CHAIR if done_by(verb) == "chairs" else Role.PARTICIPANT
    definite = is_definite(noun) and not partners
    return Telling(
        kind, "took-part", noun, verb, subjects(verb), everybody, role, definite=definite
    )


def _participation(noun: Token, attendance: Token, verb: Token, kind: EventType) -> Telling:
    """ "X's participation in the session"."""
    who = [child for child in attendance.children if child.dep_ == "poss"]
    who += preposition(attendance, "of")
    return Telling(kind, "participation", noun, verb, who, definite=is_definite(noun))


def _partners_spoken_of(tree: Tree, noun: Token, link: Token, governor: Token) -> list[Token]:
    """Whom "told of his meeting with X" names; behind another noun ("the results of talks with X") only a pair."""
    if governor.lemma_.lower() in _FURTHERING:
        return []
    partners = partners_of(tree, noun)
    told = governor.pos_ != "NOUN" or governor.lemma_.lower() in lemmas("light", "speaks")
    return partners if link.lower_ != "of" or told or several(tree, partners) else []


def _after(
    tree: Tree, noun: Token, verb: Token, kind: EventType, *, goal: Token | None = None
) -> Telling:
    """ "after his talks with X", "arrived for talks with X": its owner's, or who does what follows."""
    owners = [child for child in noun.children if child.dep_ == "poss"]
    who, partners = owners or subjects(verb), partners_of(tree, noun)
    if any(child.dep_ in ("amod", "compound", "nmod") for child in partners):
        # "the Utopian-Ruritanian talks" were between the two countries, or their two who then speak.
        people = [
            actor for each in who if tree.kind(each) == "P" for actor in tree.spans[each.i].actors
        ]
        two = len(people) == _TWO
        who, partners = (who, []) if two else ([], partners)
    return Telling(kind, "after-meeting", noun, verb, who, partners, contact=True, place=goal)


def _goal_of_journey(tree: Tree, verb: Token) -> Token | None:
    """Where "arrived in X for", "led a delegation to X for" leads."""
    return goal_of(tree, (verb, "to", "in", "at"), *((each, "to") for each in objects_of(verb)))


def _at(
    tree: Tree, noun: Token, above: tuple[Token, Token], kind: EventType, link: str
) -> Iterator[Telling]:
    """Something is said or done at an event."""
    verb, governor = above
    owners, partners = owners_of(tree, noun), partners_of(tree, noun)
    present = [s for s in subjects(verb) if not _is_time(tree, s)]
    if is_passive(verb) and (agents := preposition(verb, "by") + preposition(noun, "by")):
        present = agents  # "the plan was announced at the summit by X"
    elif is_passive(verb):
        present = [each for each in present if tree.kind(each) or each.pos_ == "PRON"]
    personal = any(tree.kind(each) == "P" for each in present)
    beside = tree.kind(governor) == "P" and link == "at"  # "talks with X at the summit"
    acts = governor.pos_ in ("VERB", "AUX") or (personal and (beside or link == "during"))
    present = present + [governor] * beside if acts else []
    speaking = link in ("at", "during") and acts
    owners += [] if present else bodies_of(tree, noun)
    if kind is EventType.VISIT:
        place = goal_of(tree, (noun, "to", "in"))
        people = [each for each in owners if each.pos_ != "NOUN"] or present
        if place is not None or any(tree.kind(each) == "P" for each in owners):
            yield Telling(kind, "during-visit", noun, verb, people, place=place)
        return
    definite = is_definite(noun) and not partners
    if kind is EventType.PHONE_CALL and link in ("in", "during") and not partners:
        told = [each for each in objects_of(verb) if tree.kind(each) == "P"]
        if told and present and done_by(verb) is None and verb.lemma_ in lemmas("light", "speaks"):
            yield Telling(kind, "spoke-with", noun, verb, present, told, contact=True)
            return
    if partners or (speaking and present) or (owners and not definite):
        contact = bool(partners)
        yield Telling(
            kind,
            "at-meeting",
            noun,
            verb,
            present if speaking or partners else [],
            [*partners, *(e for e in owners if tree.kind(e) in tuple("OC") or _is_his(e))],
            contact=contact,
            definite=definite,
        )


def _is_his(owner: Token) -> bool:
    """ "agreements reached during his talks with X": whose talks they were, whatever is said to have been done."""
    return owner.dep_ == "poss" and owner.lower_ in ("his", "her")


def _is_time(tree: Tree, token: Token) -> bool:
    """ "The past month saw a series of meetings": no one who was there."""
    return tree.kind(token) == "D" or token.lemma_ in ("day", "week", "month", "year", "period")
