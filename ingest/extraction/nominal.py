"""Events told by a noun: "held talks with X", "the session was chaired by Y", "at a meeting with Z"."""

from collections.abc import Iterator

from spacy.tokens import Token

from ingest.document import BlockKind
from ingest.extraction.actors import Actor
from ingest.extraction.lexicon import words
from ingest.extraction.occasions import (
    bodies_of,
    done_by,
    in_pair,
    owners_of,
    partners_of,
    several,
    verb_above,
)
from ingest.extraction.prepositional import told_behind_preposition
from ingest.extraction.syntax import Tree, conjuncts, is_passive, preposition, subjects
from ingest.extraction.telling import Telling, goal_of, is_definite, objects_of
from ingest.extraction.triggers import JOURNEYS, is_meal, is_weak, lemmas, noun_type
from ontology.terms import EventType, Role

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
        "hour",
        "part",
        "type",
        "kind",
        "opening",
        "closing",
    }
)
_TWO = 2
_OPENINGS = frozenset({"open", "begin", "start", "end", "conclude", "close"})


def told_by_noun(tree: Tree, noun: Token, kind: EventType) -> Iterator[Telling]:
    """The events that an event noun tells, by the word that governs it."""
    outer = _outermost(noun)
    governor = outer.head
    if told := list(_told_by_clause(tree, noun, governor, kind)):
        yield from told
    elif outer.dep_ in ("dobj", "oprd") and governor.pos_ == "VERB":
        yield from _as_object(tree, noun, governor, kind)
    elif outer.dep_ in ("nsubj", "nsubjpass") or _exists(outer):
        yield from _as_subject(tree, noun, _to_be_done(governor), kind)
    elif outer.dep_ in ("pobj", "pcomp"):
        yield from told_behind_preposition(tree, noun, governor, kind)
    elif outer.dep_ in ("attr", "appos", "ROOT", "dep", "npadvmod"):
        yield from _alone(tree, noun, kind)


def _told_by_clause(tree: Tree, noun: Token, governor: Token, kind: EventType) -> Iterator[Telling]:
    """ "the conference on Utopia, which will be hosted by X", "the talks that X had with Y"."""
    told = next((c for each in conjuncts(noun) for c in each.children if _tells_more(c)), None)
    held = next((c for c in noun.children if _tells_who_held(c)), None)
    if told is not None and governor.lemma_ != "bring":
        for telling in _as_subject(tree, noun, told, kind):
            telling.prospective = telling.prospective or _is_goal(governor)
            restricts = told.dep_ == "relcl" and tree.doc[noun.i + 1].text != ","
            telling.definite = telling.definite and not restricts  # "the talks that will be held"
            yield telling
    elif held is not None:
        yield from _as_object(tree, noun, held, kind)


def _exists(noun: Token) -> bool:
    """ "There were talks"."""
    return noun.dep_ == "attr" and any(child.dep_ == "expl" for child in noun.head.children)


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


def _to_be_done(verb: Token) -> Token:
    """ "is to be chaired by X", "is due to be opened by X": what is to be done by somebody; else the verb itself."""
    due = [c for c in verb.children if c.dep_ == "acomp" and c.lemma_ in ("due", "likely")]
    for word in (verb, *due):
        for each in word.children:
            if each.dep_ == "xcomp" and is_passive(each) and preposition(each, "by"):
                return each
    return verb


def _is_goal(link: Token) -> bool:
    """ "will travel to Utopia for a meeting convened by X": does somebody intend to come to it?"""
    verb = verb_above(link)
    coming = verb is not None and any(
        c.lower_ in ("will", "to", "’ll", "'ll") for c in verb.children
    )
    return coming and verb is not None and (verb.lemma_ in JOURNEYS or done_by(verb) == "attends")


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


def _tells_who_held(verb: Token) -> bool:
    """Is it a clause on an event noun that says who held it: "the talks that X had with Y"?"""
    held = verb.lemma_.lower() in lemmas("light", "holds") and not is_passive(verb)
    who = [child for child in verb.children if child.dep_ == "nsubj"]
    return verb.dep_ == "relcl" and held and bool(who) and who[0].tag_ not in ("WDT", "WP")


def _as_object(tree: Tree, noun: Token, verb: Token, kind: EventType) -> Iterator[Telling]:
    """ "held talks with", "attended the summit", "chaired a session"."""
    doing, partners = _done_with(tree, verb, kind), partners_of(tree, noun)
    if is_passive(verb):
        return
    if doing is None:
        yield from _spoken_of(tree, noun, verb, kind)
        return
    telling = Telling(kind, _ACTIVE_RULES[doing], noun, verb, subjects(verb), list(partners))
    telling.definite = is_definite(noun) and not partners
    if doing == "holds":
        if not _is_held(tree, telling, partners):
            return
    elif doing == "plans":
        if telling.definite or verb.lemma_ in ("discuss", "prepare"):
            return
        telling.subjects, telling.prospective = [], True
        telling.objects += owners_of(tree, noun)
    else:
        telling.role = _ROLES.get(doing, Role.PARTICIPANT)
        telling.objects += preposition(verb, "with") if doing == "hosts" else []
    telling.objects += [each for each in owners_of(tree, noun) if tree.kind(each) in tuple("POC")]
    if kind is EventType.VISIT:
        telling.place = goal_of(tree, (noun, "to", "in", "of"), (verb, "to"))
        telling.objects = []
    yield telling


def _is_held(tree: Tree, telling: Telling, partners: list[Token]) -> bool:
    """ "held talks with X": completes the telling; False where nothing was held, "it was important to resume"."""
    noun, verb = telling.trigger, telling.verb
    if telling.definite and all(each.lower_ == "it" for each in telling.subjects):
        return False
    links = ("with", "between", "for") if is_meal(noun) else ("with", "between")
    named = preposition(verb, *links)
    two = len(_people(tree, telling.subjects)) > 1
    if _is_no_occasion(noun, verb, telling.type) and not (partners or named or two):
        return False
    telling.objects += named
    telling.contact = bool(telling.objects)
    telling.definite = telling.definite and not named and verb.lemma_ not in ("hold", "convene")
    return True


def _done_with(tree: Tree, verb: Token, kind: EventType) -> str | None:
    """What is done with an event; who "told a meeting that …" attended it, where "Utopia saw" it, it was."""
    if verb.lemma_ == "see" and all(tree.kind(each) in tuple("KLD") for each in subjects(verb)):
        return "hosts"
    told = verb.lemma_ in ("tell", "brief") and kind is not EventType.VISIT
    if verb.lemma_ == "take":
        return None  # "took about twenty meetings"
    return "attends" if told else done_by(verb)


def _spoken_of(tree: Tree, noun: Token, verb: Token, kind: EventType) -> Iterator[Telling]:
    """ "recalled his meeting with X", "said a conversation between X and Y was long"."""
    partners = partners_of(tree, noun)
    owners = [child for child in noun.children if child.dep_ == "poss"]
    of_two = len(_people(tree, partners)) > 1 and verb.lemma_.lower() in words("saying_verbs")
    if (owners and partners) or of_two:
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
    if verb.lemma_.lower() == "give" and is_meal(noun):
        return not any(child.dep_ == "det" for child in noun.children)  # "gave a dinner"
    return light and is_weak(noun) and kind is not EventType.VISIT


def _people(tree: Tree, tokens: list[Token]) -> list[Actor]:
    """The persons that words name."""
    return [a for each in tokens if tree.kind(each) == "P" for a in tree.spans[each.i].actors]


def _is_pair(tree: Tree, noun: Token) -> bool:
    """ "the two ministers", "the Utopian-Ruritanian commission"."""
    two = tree.kind(noun) in ("G", "U") and any(c.lower_ == "two" for c in noun.children)
    lands = any(tree.kind(child) == "A" and in_pair(tree, child) for child in noun.children)
    return tree.kind(noun) == "G" or two or lands


def _as_subject(tree: Tree, noun: Token, verb: Token, kind: EventType) -> Iterator[Telling]:
    """ "Talks between X and Y took place", "the session was attended by X"."""
    behind = preposition(verb, "between", "with", "among")  # "a meeting took place between X and Y"
    partners = partners_of(tree, noun) or [each for each in behind if tree.kind(each)]
    telling = Telling(kind, "took-place", noun, verb, definite=is_definite(noun) and not partners)
    telling.objects = [*partners, *owners_of(tree, noun), *bodies_of(tree, noun)]
    telling.contact = bool(partners) or any(_is_pair(tree, each) for each in telling.objects)
    told = _in_passive(telling) if is_passive(verb) else _in_active(telling)
    if told:
        yield telling


def _in_passive(telling: Telling) -> bool:
    """ "was held", "was chaired by X": completes the telling; False where it tells nothing."""
    verb, doing = telling.verb, done_by(telling.verb)
    if doing is None:
        return not telling.definite and bool(telling.objects)
    telling.rule, telling.prospective = _PASSIVE_RULES[doing], doing == "plans"
    if doing == "plans":
        return True
    telling.subjects = preposition(verb, "by")
    organised = verb.lemma_.lower() in lemmas("light", "organises") and verb.lemma_ != "convene"
    telling.role = _ROLES.get(doing, Role.ORGANISER if organised else Role.PARTICIPANT)
    telling.definite = telling.definite and (verb.lemma_ != "hold" or verb.dep_ == "relcl")
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


def _alone(tree: Tree, noun: Token, kind: EventType) -> Iterator[Telling]:
    """A headline, or a noun phrase in apposition: "Meeting of X with Y"."""
    partners, owners = partners_of(tree, noun), owners_of(tree, noun)
    who = [each for each in owners if tree.kind(each) in tuple("PG")]
    title = tree.kind_of_block is BlockKind.TITLE
    if (partners and who) or several(tree, partners) or (title and partners):
        verb = verb_above(noun) or noun
        yield Telling(kind, "named", noun, verb, who, partners, contact=True)


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
            just_before = verb.i - noun.i == _TWO and tree.doc[noun.i + 1].text == ","
            if (
                kind
                and noun.i not in told
                and (not clause or noun in verb.ancestors or just_before)
            ):
                telling = Telling(
                    kind,
                    "took-place",
                    noun,
                    verb,
                    definite=is_definite(noun),
                    contact=bool(partners_of(tree, noun)),
                )
                telling.objects = [*partners_of(tree, noun), *owners_of(tree, noun)]
                return [telling]
    return []
