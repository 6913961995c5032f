"""Events told by a noun: "held talks with X", "the session was chaired by Y", "at a meeting with Z"."""

from collections.abc import Iterator

from spacy.tokens import Token

from ingest.document import BlockKind
from ingest.extraction.lexicon import words
from ingest.extraction.syntax import Tree, is_passive, preposition, subjects
from ingest.extraction.telling import Telling, goal_of, is_definite, objects_of, pair_of
from ingest.extraction.triggers import is_weak, lemmas, noun_type
from ontology.terms import EventType, Role

_INSIDE = ("in", "at", "over")
_AT = ("at", "during", "in", "within", "throughout")
_AFTER = ("after", "following", "upon")
_ABOUT = ("about", "of", "on", "regarding")
_ATTENDANCE = frozenset({"participation", "attendance", "presence", "involvement"})
_PORTIONS = frozenset(
    {
        "series",
        "round",
        "number",
        "set",
        "host",
        "couple",
        "cycle",
        "stage",
        "phase",
        "string",
        "day",
        "part",
        "type",
        "kind",
    }
)
_OPENINGS = frozenset({"open", "begin", "start", "end", "conclude", "close"})
_MEALS = frozenset({"dinner", "lunch", "luncheon", "reception", "banquet", "breakfast"})
_JOURNEYS = frozenset({"travel", "arrive", "come", "go", "fly", "lead", "meet", "gather"})
_GOING = frozenset({"arrive", "come", "fly", "travel", "be", "go", "leave", "depart"})


def told_by_noun(tree: Tree, noun: Token, kind: EventType) -> Iterator[Telling]:
    """The events that an event noun tells, by the word that governs it."""
    outer = _outermost(noun)
    governor = outer.head
    told = next((child for child in noun.children if _tells_more(child)), None)
    if told is not None and governor.lemma_ != "bring":
        for telling in _as_subject(tree, noun, told, kind):
            telling.prospective = telling.prospective or _is_goal(governor)
            yield telling
    elif outer.dep_ in ("dobj", "oprd") and governor.pos_ == "VERB":
        yield from _as_object(tree, noun, governor, kind)
    elif outer.dep_ in ("nsubj", "nsubjpass"):
        yield from _as_subject(tree, noun, governor, kind)
    elif outer.dep_ in ("pobj", "pcomp"):
        yield from _behind_preposition(tree, noun, governor, kind)
    elif outer.dep_ in ("attr", "appos", "ROOT", "dep", "npadvmod"):
        yield from _alone(tree, noun, kind)


def _outermost(noun: Token) -> Token:
    """The word that stands for an event noun in its clause: the first of a list, "a series" of talks."""
    outer = noun
    while outer.dep_ == "conj" and outer.head.pos_ in ("NOUN", "PROPN"):
        outer = outer.head
    while (
        outer.dep_ == "pobj"
        and outer.head.lower_ == "of"
        and outer.head.head.lemma_.lower() in _PORTIONS
    ):
        outer = outer.head.head
    return outer


def _is_goal(link: Token) -> bool:
    """ "will travel to Utopia for a meeting convened by X": does somebody intend to come to it?"""
    verb = _verb_above(link)
    coming = verb is not None and any(
        c.lower_ in ("will", "to", "’ll", "'ll") for c in verb.children
    )
    return coming and verb is not None and (verb.lemma_ in _JOURNEYS or _doing(verb) == "attends")


def _tells_more(verb: Token) -> bool:
    """Is it a clause on an event noun that says that it was held: "the talks, which took place in …"?"""
    if verb.dep_ not in ("relcl", "acl") or verb.pos_ != "VERB":
        return False
    lemma = verb.lemma_.lower()
    if is_passive(verb):
        return lemma in lemmas("light", "holds") | lemmas("light", "hosts") | lemmas(
            "light", "organises"
        ) | {"plan", "schedule"}
    return lemma == "take" and any(child.lower_ == "place" for child in verb.children)


def _partners(tree: Tree, noun: Token) -> list[Token]:
    """Whom the noun names itself: "talks with X", "a summit between X and Y", "the Utopian-Ruritanian summit"."""
    links = (
        ("with", "between", "among", "for")
        if noun.lemma_ in _MEALS
        else ("with", "between", "among")
    )
    named = preposition(noun, *links)
    for child in noun.children:
        joined = child.dep_ in ("amod", "compound", "nmod") and tree.kind(child) == "A"
        if joined and _in_pair(tree, child):
            named += pair_of(tree, child)
    return named


def _in_pair(tree: Tree, token: Token) -> bool:
    return len(pair_of(tree, token)) > 1


def _owners(tree: Tree, noun: Token) -> list[Token]:
    """ "X's visit", "the visit of X", "a session of the Council"; not of what only numbers or names it."""
    named = [child for child in noun.children if child.dep_ == "poss"]
    named += preposition(noun, "of", "by")
    return [
        each
        for each in named
        if tree.kind(each) in tuple("PUGOCS") or each.pos_ in ("PRON", "NOUN")
    ]


def _doing(verb: Token) -> str | None:
    """What one does with an event by a verb: chairs, hosts, holds, attends, organises or plans it."""
    lemma = verb.lemma_.lower()
    return next((each for each in _DOINGS if lemma in lemmas("light", each)), None)


_DOINGS = ("chairs", "hosts", "holds", "attends", "organises", "plans")


def _as_object(tree: Tree, noun: Token, verb: Token, kind: EventType) -> Iterator[Telling]:
    """ "held talks with", "attended the summit", "chaired a session"."""
    doing, partners = _doing(verb), _partners(tree, noun)
    if is_passive(verb):
        return
    if doing is None:
        yield from _spoken_of(noun, verb, kind, partners)
        return
    telling = Telling(kind, _ACTIVE_RULES[doing], noun, verb, subjects(verb), list(partners))
    telling.definite = is_definite(noun) and not partners
    if doing == "holds":
        named = preposition(verb, "with", "between")
        if _is_no_occasion(noun, verb, kind) and not (partners or named):
            return
        telling.objects += named
        telling.contact = bool(telling.objects)
        telling.definite = telling.definite and not named and verb.lemma_ not in ("hold", "convene")
    elif doing == "plans":
        if telling.definite or verb.lemma_ in ("discuss", "prepare"):
            return
        telling.subjects, telling.prospective = [], True
        telling.objects += _owners(tree, noun)
    else:
        telling.role = _ROLES.get(doing, Role.PARTICIPANT)
    telling.objects += [each for each in _owners(tree, noun) if tree.kind(each) in tuple("POC")]
    if kind is EventType.VISIT:
        telling.place = goal_of(tree, (noun, "to", "in", "of"), (verb, "to"))
        telling.objects = []
    yield telling


def _spoken_of(
    noun: Token, verb: Token, kind: EventType, partners: list[Token]
) -> Iterator[Telling]:
    """ "recalled his meeting with X"."""
    owners = [child for child in noun.children if child.dep_ == "poss"]
    if owners and partners:
        yield Telling(kind, "about-meeting", noun, verb, owners, partners, contact=True)
    elif verb.lemma_.lower() in words("denying_verbs") and (owners or partners):
        yield Telling(kind, "called-off", noun, verb, subjects(verb), partners)


_ACTIVE_RULES = {
    "chairs": "chaired",
    "hosts": "hosted",
    "holds": "held",
    "attends": "attended",
    "organises": "organised",
    "plans": "planned",
}
_PASSIVE_RULES = {
    "chairs": "was-chaired-by", "hosts": "was-hosted-by", "holds": "was-held", "attends": "was-attended-by",
    "organises": "was-held", "plans": "planned",
}  # fmt: skip
_ROLES = {"chairs": Role.CHAIR, "hosts": Role.HOST, "organises": Role.ORGANISER}


def _is_no_occasion(noun: Token, verb: Token, kind: EventType) -> bool:
    """ "gave training", "had lunch": nouns that with these verbs are no event of the kind."""
    light = verb.lemma_.lower() in ("have", "give", "make", "take", "pay")
    return light and is_weak(noun) and kind is not EventType.VISIT


def _is_pair(tree: Tree, noun: Token) -> bool:
    """ "the two ministers", "the Utopian-Ruritanian commission"."""
    two = tree.kind(noun) in ("G", "U") and any(c.lower_ == "two" for c in noun.children)
    lands = any(tree.kind(child) == "A" and _in_pair(tree, child) for child in noun.children)
    return tree.kind(noun) == "G" or two or lands


def _as_subject(tree: Tree, noun: Token, verb: Token, kind: EventType) -> Iterator[Telling]:
    """ "Talks between X and Y took place", "the session was attended by X"."""
    partners = _partners(tree, noun)
    telling = Telling(kind, "took-place", noun, verb, definite=is_definite(noun) and not partners)
    telling.objects = [*partners, *_owners(tree, noun)]
    telling.contact = bool(partners) or any(_is_pair(tree, each) for each in telling.objects)
    told = _in_passive(telling) if is_passive(verb) else _in_active(telling)
    if told:
        yield telling


def _in_passive(telling: Telling) -> bool:
    """ "was held", "was chaired by X": completes the telling; False where it tells nothing."""
    verb, doing = telling.verb, _doing(telling.verb)
    if doing is None:
        return not telling.definite and bool(telling.objects)
    telling.rule, telling.prospective = _PASSIVE_RULES[doing], doing == "plans"
    if doing == "plans":
        return True
    telling.subjects = preposition(verb, "by")
    organised = verb.lemma_.lower() in lemmas("light", "organises") and verb.lemma_ != "convene"
    telling.role = _ROLES.get(doing, Role.ORGANISER if organised else Role.PARTICIPANT)
    telling.definite = telling.definite and verb.lemma_ != "hold"
    return True


def _in_active(telling: Telling) -> bool:
    """ "took place", "brought together X and Y": completes the telling; False where it tells nothing."""
    lemma = telling.verb.lemma_.lower()
    if lemma == "be" and telling.definite:
        return False
    if lemma == "bring":
        telling.rule, telling.subjects = "brought-together", objects_of(telling.verb)
        return True
    if lemma not in lemmas("light", "happens"):
        return not telling.definite and bool(telling.objects)
    plain = lemma in ("take", "begin", "start", "run", "end", "open")
    return plain or bool(telling.objects) or not is_weak(telling.trigger)


def _behind_preposition(tree: Tree, noun: Token, link: Token, kind: EventType) -> Iterator[Telling]:
    """ "took part in the session", "at a meeting with X", "after his talks with X", "told of his meeting with X"."""
    governor, name = link.head, link.lower_
    if governor.lower_ == "part" and governor.head.lemma_ in ("take", "play"):
        governor = governor.head
    lemma, verb = governor.lemma_.lower(), _verb_above(governor)
    doing = _doing(governor) if governor.pos_ == "VERB" and name in _INSIDE else None
    if doing in ("attends", "chairs"):
        yield _taken_part(tree, noun, governor, kind)
    elif lemma in _ATTENDANCE:
        yield _participation(noun, governor, verb or governor, kind)
    elif verb is not None and name in _AT:
        yield from _at(tree, noun, (verb, governor), kind, name)
    elif verb is not None:
        yield from _referred_to(tree, noun, link, (verb, governor), kind)


def _referred_to(
    tree: Tree, noun: Token, link: Token, above: tuple[Token, Token], kind: EventType
) -> Iterator[Telling]:
    """An event about, after or for which something else was done; `above` are its verb and its governor."""
    (verb, governor), name = above, link.lower_
    lemma = governor.lemma_.lower()
    if name in _ABOUT and (partners := _partners_spoken_of(tree, noun, link, governor)):
        owners = [child for child in noun.children if child.dep_ == "poss"]
        yield Telling(kind, "about-meeting", noun, verb, owners, partners, contact=True)
    elif name in _AFTER and _partners(tree, noun):
        yield _after(tree, noun, verb, kind)
    elif name == "for" and lemma == "join" and (joined := objects_of(governor)):
        yield Telling(kind, "after-meeting", noun, verb, subjects(verb), joined, contact=True)
    elif name == "for" and lemma in _JOURNEYS and _partners(tree, noun):
        yield _after(tree, noun, verb, kind, goal=_goal_of_journey(tree, governor))
    elif name == "of" and kind is EventType.VISIT and lemma in _STAGES:
        yield from _stage_of_visit(tree, noun, verb)
    elif name in ("for", "on") and kind is EventType.VISIT and lemma in _GOING:
        place = goal_of(tree, (noun, "to", "in"), (governor, "to", "in", "at", "for"))
        yield Telling(kind, "on-visit", noun, verb, subjects(verb), place=place)


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


def _stage_of_visit(tree: Tree, noun: Token, verb: Token) -> Iterator[Telling]:
    """ "the last item on the agenda of X's visit to Utopia was …"; still to come where the verb is in the present."""
    owners, goal = [c for c in noun.children if c.dep_ == "poss"], goal_of(tree, (noun, "to", "in"))
    if owners and goal is not None:
        coming = verb.tag_ in ("VBZ", "VBP")
        yield Telling(
            EventType.VISIT, "during-visit", noun, verb, owners, place=goal, prospective=coming
        )


def _taken_part(tree: Tree, noun: Token, verb: Token, kind: EventType) -> Telling:
    """ "took part in the session", "presided over a meeting"."""
    partners = _partners(tree, noun)
    everybody = [*partners, *_owners(tree, noun)]
    role = Role.CHAIR if _doing(verb) == "chairs" else Role.PARTICIPANT
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
    partners = _partners(tree, noun)
    told = governor.pos_ != "NOUN" or governor.lemma_.lower() in lemmas("light", "speaks")
    return partners if link.lower_ != "of" or told or len(partners) > 1 else []


def _after(
    tree: Tree, noun: Token, verb: Token, kind: EventType, *, goal: Token | None = None
) -> Telling:
    """ "after his talks with X", "arrived for talks with X": its owner's, or who does what follows."""
    owners = [child for child in noun.children if child.dep_ == "poss"]
    who, partners = owners or subjects(verb), _partners(tree, noun)
    return Telling(kind, "after-meeting", noun, verb, who, partners, contact=True, place=goal)


def _goal_of_journey(tree: Tree, verb: Token) -> Token | None:
    """Where "arrived in X for", "led a delegation to X for" leads."""
    return goal_of(tree, (verb, "to", "in", "at"), *((each, "to") for each in objects_of(verb)))


def _at(
    tree: Tree, noun: Token, above: tuple[Token, Token], kind: EventType, link: str
) -> Iterator[Telling]:
    """Something is said or done at an event."""
    verb, governor = above
    owners, partners = _owners(tree, noun), _partners(tree, noun)
    present = [s for s in subjects(verb) if not _is_time(tree, s)]
    present = present if governor.pos_ in ("VERB", "AUX") else []
    speaking = link in ("at", "during") and governor.pos_ == "VERB"
    if kind is EventType.VISIT:
        place = goal_of(tree, (noun, "to", "in"))
        people = [each for each in owners if each.pos_ != "NOUN"] or present
        if place is not None or any(tree.kind(each) == "P" for each in owners):
            yield Telling(kind, "during-visit", noun, verb, people, place=place)
        return
    definite = is_definite(noun) and not partners
    if partners or (speaking and present) or (owners and not definite):
        contact = bool(partners)
        yield Telling(
            kind,
            "at-meeting",
            noun,
            verb,
            present if speaking or partners else [],
            [*partners, *(e for e in owners if tree.kind(e) in tuple("OC"))],
            contact=contact,
            definite=definite,
        )


def _is_time(tree: Tree, token: Token) -> bool:
    """ "The past month saw a series of meetings": no one who was there."""
    return tree.kind(token) == "D" or token.lemma_ in ("day", "week", "month", "year", "period")


def _alone(tree: Tree, noun: Token, kind: EventType) -> Iterator[Telling]:
    """A headline, or a noun phrase in apposition: "Meeting of X with Y"."""
    partners, owners = _partners(tree, noun), _owners(tree, noun)
    who = [each for each in owners if tree.kind(each) in tuple("PG")]
    title = tree.kind_of_block is BlockKind.TITLE
    if (partners and who) or len(partners) > 1 or (title and partners):
        verb = _verb_above(noun) or noun
        yield Telling(kind, "named", noun, verb, who, partners, contact=True)


def _verb_above(token: Token) -> Token | None:
    while token.pos_ not in ("VERB", "AUX"):
        if token.head == token:
            return None
        token = token.head
    return token


def told_by_leftover(tree: Tree, found: list[Telling]) -> list[Telling]:
    """An event noun before "took place" or "was held" that the parser did not see as its subject."""
    told = {telling.trigger.i for telling in found}
    taken = {telling.verb.i for telling in found}
    for verb in tree.doc:
        happens = verb.lemma_ == "take" and any(child.lower_ == "place" for child in verb.children)
        held = verb.lemma_ in lemmas("light", "holds") and is_passive(verb)
        opens = (
            verb.lemma_ in _OPENINGS
            and verb.tag_ in ("VBD", "VBN")
            and verb.dep_ in ("acl", "relcl")
        )
        if verb.i in taken or not (happens or held or opens):
            continue
        clause = verb.dep_ in ("acl", "relcl")
        for noun in tree.doc[: verb.i]:
            kind = noun_type(noun)
            if kind and noun.i not in told and (not clause or noun in verb.ancestors):
                telling = Telling(
                    kind,
                    "took-place",
                    noun,
                    verb,
                    definite=is_definite(noun),
                    contact=bool(_partners(tree, noun)),
                )
                telling.objects = [*_partners(tree, noun), *_owners(tree, noun)]
                return [telling]
    return []
