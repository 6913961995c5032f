"""What a parsed sentence tells of events: which verb or noun tells it, and which words take part in it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Token

from ingest.document import BlockKind
from ingest.extraction.syntax import Tree, conjuncts, is_passive, preposition, subjects
from ingest.extraction.triggers import Verb, is_weak, lemmas, noun_type, verbs
from ontology.terms import EventType, Role

_AT = ("at", "during", "in", "within", "throughout")
_AFTER = ("after", "following", "upon")
_ABOUT = ("about", "of", "on", "regarding")
_TOGETHER = frozenset(
    {EventType.MEETING, EventType.TALKS, EventType.SESSION, EventType.SUMMIT, EventType.PHONE_CALL, EventType.CONFERENCE}
)  # fmt: skip
_PLACES = "KCLOS"
_DEFINITE = frozenset(
    {"the", "this", "that", "these", "those", "their", "his", "her", "its", "our"}
)
_ATTENDANCE = frozenset({"participation", "attendance", "presence", "involvement"})


@dataclass
class Telling:
    """An event as one verb or noun tells it; who took part is still words of the sentence."""

    type: EventType
    rule: str
    trigger: Token
    verb: Token
    """The verb whose polarity, mood and time are the event's."""
    subjects: list[Token] = field(default_factory=list)
    objects: list[Token] = field(default_factory=list)
    role: Role = Role.PARTICIPANT
    """Of the subjects."""
    object_role: Role = Role.PARTICIPANT
    contact: bool = False
    """Are subjects and objects in contact with each other?"""
    definite: bool = False
    """Does it speak of an event already told of?"""
    place: Token | None = None
    prospective: bool = False
    """Is it the object of a plan?"""


def tellings(tree: Tree) -> list[Telling]:
    """The events that a sentence tells, in its order."""
    found: list[Telling] = []
    for token in tree.doc:
        lemma = token.lemma_.lower()
        if token.i in tree.spans:
            continue
        if token.pos_ == "VERB" and lemma in verbs():
            found += _of_verb(tree, token, verbs()[lemma])
        if token.pos_ == "VERB" and lemma in ("lead", "head"):
            found += _led_journey(tree, token)
        if token.pos_ == "VERB" and lemma == "expect" and is_passive(token):
            found += _expected(tree, token)
        if kind := noun_type(token):
            found += _of_noun(tree, token, kind)
    return found + _leftover(tree, found)


# ----------------------------------------------------------------- verbs


def _of_verb(tree: Tree, verb: Token, entry: Verb) -> Iterator[Telling]:
    frame = {
        "contact": _contact, "with": _with, "discuss": _discuss, "guest": _guest, "visit": _visit,
        "go": _go, "sign": _sign, "together": _jointly,
    }[entry.frame]  # fmt: skip
    yield from frame(tree, verb, entry.type)


def _objects(verb: Token) -> list[Token]:
    return [
        each
        for child in verb.children
        if child.dep_ in ("dobj", "dative") and child.pos_ != "ADP"
        for each in conjuncts(child)
    ]


def _contact(tree: Tree, verb: Token, kind: EventType) -> Iterator[Telling]:
    """ "X met Y", "X met with Y", "X and Y met", "X was met by Y"."""
    if is_passive(verb):
        yield Telling(
            kind,
            "was-met-by",
            verb,
            verb,
            preposition(verb, "by"),
            subjects(verb),
            Role.HOST,
            contact=True,
        )
        return
    objects = [*_objects(verb), *preposition(verb, "with")]
    if any(noun_type(each) or tree.kind(each) == "D" for each in objects):
        return
    yield Telling(kind, "met", verb, verb, subjects(verb), objects, contact=True)


def _with(tree: Tree, verb: Token, kind: EventType) -> Iterator[Telling]:
    """ "X spoke with Y", "X and Y spoke by telephone"."""
    objects = preposition(verb, "with", "to")
    phone = _by_phone(verb)
    mutual = phone or verb.lemma_ in ("confer", "consult", "negotiate", "converse")
    if objects or mutual:
        yield Telling(
            EventType.PHONE_CALL if phone else kind,
            "spoke-with",
            verb,
            verb,
            subjects(verb),
            objects,
            contact=True,
        )


def _by_phone(verb: Token) -> bool:
    words = {
        each.lower_
        for each in (
            *preposition(verb, "by", "over", "on", "via"),
            *(c for c in verb.children if c.dep_ == "advmod"),
        )
    }
    return bool(words & {"phone", "telephone", "videoconference", "video"})


def _discuss(_: Tree, verb: Token, kind: EventType) -> Iterator[Telling]:
    partners = preposition(verb, "with")
    for each in _objects(verb):
        partners += preposition(each, "with")
    if partners:
        yield Telling(kind, "discussed-with", verb, verb, subjects(verb), partners, contact=True)


def _guest(tree: Tree, verb: Token, kind: EventType) -> Iterator[Telling]:
    """ "X received Y", "Y was received by X"."""
    if is_passive(verb):
        if (
            verb.dep_ == "conj"
            and verb.lemma_ == "host"
            and not any(c.dep_ == "nsubjpass" for c in verb.children)
        ):
            return
        hosts, guests = preposition(verb, "by"), subjects(verb)
    else:
        hosts, guests = subjects(verb), _objects(verb)
    if any(
        tree.kind(each) in ("P", "U", "G")
        or each.pos_ == "PRON"
        or each.lemma_ in ("guest", "counterpart", "delegation", "visitor")
        for each in guests
    ):
        role = Role.PARTICIPANT if verb.lemma_ == "brief" else Role.HOST
        yield Telling(kind, "received", verb, verb, hosts, guests, role, contact=True)


def _visit(tree: Tree, verb: Token, kind: EventType) -> Iterator[Telling]:
    """ "X visited Utopia"."""
    passive = is_passive(verb)
    places = subjects(verb) if passive else _objects(verb)
    visitors = preposition(verb, "by") if passive else subjects(verb)
    place = next((each for each in places if tree.kind(each) and tree.kind(each) in _PLACES), None)
    if place is not None:
        yield Telling(kind, "visited", verb, verb, visitors, place=place)


def _go(tree: Tree, verb: Token, kind: EventType) -> Iterator[Telling]:
    """ "X travelled to Utopia"."""
    place = next(
        (
            each
            for each in preposition(verb, "to", "in", "at")
            if tree.kind(each) and tree.kind(each) in "KCL"
        ),
        None,
    )
    if place is not None:
        yield Telling(kind, "travelled", verb, verb, subjects(verb), place=place)


def _led_journey(tree: Tree, verb: Token) -> Iterator[Telling]:
    """ "X led a delegation to Utopia"."""
    for each in _objects(verb):
        if each.lemma_.lower() in ("delegation", "mission"):
            goals = preposition(each, "to") or preposition(verb, "to")
            place = next(
                (goal for goal in goals if tree.kind(goal) and tree.kind(goal) in "KCL"), None
            )
            if place is not None:
                yield Telling(
                    EventType.VISIT, "led-delegation", verb, verb, subjects(verb), place=place
                )


def _expected(tree: Tree, verb: Token) -> Iterator[Telling]:
    """ "X is expected in Utopia"."""
    place = _goal(tree, (verb, "in", "at"))
    if place is not None and not any(child.dep_ == "xcomp" for child in verb.children):
        yield Telling(
            EventType.VISIT, "expected", verb, verb, subjects(verb), place=place, prospective=True
        )


def _leftover(tree: Tree, found: list[Telling]) -> list[Telling]:
    """An event noun before "took place" or "was held" that the parser did not see as its subject."""
    told = {telling.trigger.i for telling in found}
    taken = {telling.verb.i for telling in found}
    for verb in tree.doc:
        happens = verb.lemma_ == "take" and any(child.lower_ == "place" for child in verb.children)
        held = verb.lemma_ in lemmas("light", "holds") and is_passive(verb)
        if verb.i in taken or not (happens or held):
            continue
        for noun in tree.doc[: verb.i]:
            kind = noun_type(noun)
            if kind and noun.i not in told:
                telling = Telling(
                    kind,
                    "took-place",
                    noun,
                    verb,
                    definite=_is_definite(noun),
                    contact=bool(_partners(tree, noun)),
                )
                telling.objects = [*_partners(tree, noun), *_owners(tree, noun)]
                return [telling]
    return []


def _sign(tree: Tree, verb: Token, kind: EventType) -> Iterator[Telling]:
    """ "X and Y signed a protocol", "a protocol was signed by X"."""
    passive = is_passive(verb)
    papers = subjects(verb) if passive else _objects(verb)
    if any(each.lemma_.lower() in lemmas("documents", "lemmas") for each in papers):
        signers = preposition(verb, "by") if passive else subjects(verb)
        definite = any(_is_definite(each) for each in papers)
        yield Telling(
            kind, "signed", verb, verb, [*signers, *preposition(verb, "with")], definite=definite
        )


def _jointly(_: Tree, verb: Token, kind: EventType) -> Iterator[Telling]:
    """ "Utopian and Ruritanian frigates trained together"."""
    if any(child.lower_ in ("together", "jointly") for child in verb.children):
        yield Telling(kind, "trained-together", verb, verb, subjects(verb))


# ----------------------------------------------------------------- nouns


def _of_noun(tree: Tree, noun: Token, kind: EventType) -> Iterator[Telling]:
    outer = noun
    while outer.dep_ == "conj" and outer.head.pos_ in ("NOUN", "PROPN"):
        outer = outer.head
    while (
        outer.dep_ == "pobj"
        and outer.head.lower_ == "of"
        and outer.head.head.lemma_.lower() in _PORTIONS
    ):
        outer = outer.head.head
    governor = outer.head
    told = next((child for child in noun.children if _tells_more(child)), None)
    if told is not None:
        yield from _as_subject(tree, noun, told, kind)
    elif outer.dep_ in ("dobj", "oprd") and governor.pos_ == "VERB":
        yield from _as_object(tree, noun, governor, kind)
    elif outer.dep_ in ("nsubj", "nsubjpass"):
        yield from _as_subject(tree, noun, governor, kind)
    elif outer.dep_ in ("pobj", "pcomp"):
        yield from _behind_preposition(tree, noun, governor, kind)
    elif outer.dep_ in ("attr", "appos", "ROOT", "dep", "npadvmod"):
        yield from _alone(tree, noun, kind)


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


def _partners(tree: Tree, noun: Token) -> list[Token]:
    """Whom the noun names itself: "talks with X", "summit between X and Y", "X's visit", "Utopian-Ruritanian summit"."""
    named = preposition(noun, "with", "between", "among")
    for child in noun.children:
        joined = child.dep_ in ("amod", "compound", "nmod") and tree.kind(child) == "A"
        if joined and _in_pair(tree, child):
            named += pair_of(tree, child)
    return named


def _in_pair(tree: Tree, token: Token) -> bool:
    return len(pair_of(tree, token)) > 1


def pair_of(tree: Tree, token: Token) -> list[Token]:
    """ "Utopian-Ruritanian": two adjectives of countries with a hyphen between."""
    doc = token.doc
    found = [token]
    if token.i >= 2 and doc[token.i - 1].text in "-–" and tree.kind(doc[token.i - 2]) == "A":
        found.insert(0, doc[token.i - 2])
    if (
        token.i + 2 < len(doc)
        and doc[token.i + 1].text in "-–"
        and tree.kind(doc[token.i + 2]) == "A"
    ):
        found.append(doc[token.i + 2])
    return found


def _owners(tree: Tree, noun: Token) -> list[Token]:
    """ "X's visit", "the visit of X", "a session of the Council"; not of what only numbers or names it."""
    named = [child for child in noun.children if child.dep_ == "poss"]
    named += preposition(noun, "of", "by")
    return [
        each
        for each in named
        if tree.kind(each) in tuple("PUGOCS") or each.pos_ in ("PRON", "NOUN")
    ]


def _is_definite(noun: Token) -> bool:
    return any(
        child.lower_ in _DEFINITE and child.dep_ in ("det", "poss") for child in noun.children
    )


def _as_object(tree: Tree, noun: Token, verb: Token, kind: EventType) -> Iterator[Telling]:
    """ "held talks with", "attended the summit", "chaired a session"."""
    lemma, partners = verb.lemma_.lower(), _partners(tree, noun)
    named = preposition(verb, "with", "between") if lemma in lemmas("light", "holds") else []
    who = subjects(verb)
    telling = Telling(kind, "", noun, verb, definite=_is_definite(noun) and not partners)
    if is_passive(verb):
        return
    if lemma in lemmas("light", "chairs"):
        telling.rule, telling.subjects, telling.role = "chaired", who, Role.CHAIR
        telling.objects = partners
    elif lemma in lemmas("light", "hosts"):
        telling.rule, telling.subjects, telling.role = "hosted", who, Role.HOST
        telling.objects = partners
    elif lemma in lemmas("light", "holds"):
        if (
            lemma in ("have", "give", "make", "take", "pay")
            and is_weak(noun)
            and not (partners or named)
            and kind is not EventType.VISIT
        ):
            return
        telling.rule, telling.subjects, telling.objects = "held", who, [*partners, *named]
        telling.contact = bool(telling.objects)
        telling.definite = telling.definite and not named and lemma not in ("hold", "convene")
    elif lemma in lemmas("light", "attends"):
        telling.rule, telling.subjects = "attended", who
        telling.objects = partners
    elif lemma in lemmas("light", "plans"):
        telling.rule, telling.objects, telling.prospective = (
            "planned",
            [*partners, *_owners(tree, noun)],
            True,
        )
        if telling.definite or lemma in ("discuss", "prepare"):
            return
    else:
        return
    telling.objects += [each for each in _owners(tree, noun) if tree.kind(each) in tuple("POC")]
    if kind is EventType.VISIT:
        telling.place = _goal(tree, (noun, "to", "in", "of"), (verb, "to"))
        telling.objects = []
    yield telling


def _has_pair(tree: Tree, noun: Token) -> bool:
    return any(tree.kind(child) == "A" and _in_pair(tree, child) for child in noun.children)


def _goal(tree: Tree, *links: tuple[Token | str, ...]) -> Token | None:
    """The first country, town or place behind one of the prepositions below a word."""
    for word, *names in links:
        if isinstance(word, Token):
            for goal in preposition(word, *map(str, names)):
                if tree.kind(goal) and tree.kind(goal) in "KCL":
                    return goal
    return None


def _as_subject(tree: Tree, noun: Token, verb: Token, kind: EventType) -> Iterator[Telling]:
    """ "Talks between X and Y took place", "the session was attended by X"."""
    partners, lemma = _partners(tree, noun), verb.lemma_.lower()
    telling = Telling(kind, "took-place", noun, verb, definite=_is_definite(noun) and not partners)
    telling.objects = [*partners, *_owners(tree, noun)]
    if verb.lemma_ == "be" and telling.definite:
        return
    telling.contact = len(partners) > 0 or any(_has_pair(tree, each) for each in telling.objects)
    if is_passive(verb):
        agents = preposition(verb, "by")
        if lemma in lemmas("light", "attends"):
            telling.rule, telling.subjects = "was-attended-by", agents
        elif lemma in lemmas("light", "chairs"):
            telling.rule, telling.subjects, telling.role = "was-chaired-by", agents, Role.CHAIR
        elif lemma in lemmas("light", "hosts"):
            telling.rule, telling.subjects, telling.role = "was-hosted-by", agents, Role.HOST
        elif lemma in lemmas("light", "holds") | lemmas("light", "organises"):
            telling.rule, telling.subjects = "was-held", agents
            telling.role = (
                Role.ORGANISER
                if lemma in lemmas("light", "organises") and lemma not in ("convene",)
                else Role.PARTICIPANT
            )
            telling.definite = telling.definite and lemma != "hold"
            if lemma == "open":
                telling.role = Role.PARTICIPANT
        elif lemma in lemmas("light", "plans"):
            telling.rule, telling.prospective = "planned", True
        elif telling.definite or not telling.objects:
            return
    elif lemma == "bring":
        telling.rule, telling.subjects = "brought-together", _objects(verb)
    elif lemma not in lemmas("light", "happens") and (telling.definite or not telling.objects):
        return
    elif (
        is_weak(noun)
        and not telling.objects
        and lemma not in ("take", "begin", "start", "run", "end", "open")
    ):
        return
    yield telling


def _behind_preposition(tree: Tree, noun: Token, link: Token, kind: EventType) -> Iterator[Telling]:
    """ "took part in the session", "at a meeting with X", "after his talks with X", "told of his meeting with X"."""
    governor = link.head
    if governor.lower_ == "part" and governor.head.lemma_ in ("take", "play"):
        governor = governor.head
    name, lemma = link.lower_, governor.lemma_.lower()
    partners = _partners(tree, noun)
    if (
        name == "of"
        and governor.pos_ == "NOUN"
        and governor.lemma_.lower() not in lemmas("light", "speaks")
    ):
        partners = partners if len(partners) > 1 else []
    owners = [child for child in noun.children if child.dep_ == "poss"]
    verb = _verb_above(governor)
    if (
        governor.pos_ == "VERB"
        and name in ("in", "at", "over")
        and lemma in lemmas("light", "attends") | lemmas("light", "chairs")
    ):
        role = Role.CHAIR if lemma in lemmas("light", "chairs") else Role.PARTICIPANT
        yield Telling(
            kind,
            "took-part",
            noun,
            governor,
            subjects(governor),
            [*partners, *_owners(tree, noun)],
            role,
            definite=_is_definite(noun) and not partners,
        )
    elif governor.lemma_.lower() in _ATTENDANCE:
        who = [child for child in governor.children if child.dep_ == "poss"] + preposition(
            governor, "of"
        )
        yield Telling(
            kind, "participation", noun, verb or governor, who, definite=_is_definite(noun)
        )
    elif name in _AT and verb is not None:
        yield from _at(tree, noun, (verb, governor), kind, name)
    elif (
        (
            name in (*_AFTER, *_ABOUT)
            or (
                name == "for"
                and lemma in ("travel", "arrive", "come", "go", "fly", "lead", "meet", "gather")
            )
        )
        and partners
        and verb is not None
    ):
        who = owners or (subjects(verb) if name in ("for", *_AFTER) else [])
        place = (
            _goal(
                tree, (governor, "to", "in", "at"), *((each, "to") for each in _objects(governor))
            )
            if name == "for"
            else None
        )
        yield Telling(
            kind,
            f"{'about' if name in _ABOUT else 'after'}-meeting",
            noun,
            verb,
            who,
            partners,
            contact=True,
            place=place,
        )
    elif (
        name in ("for", "on", "in")
        and kind is EventType.VISIT
        and lemma in ("arrive", "come", "fly", "travel", "be", "go", "leave", "depart")
        and verb is not None
    ):
        place = next(
            (
                goal
                for goal in (
                    *preposition(noun, "to", "in"),
                    *preposition(governor, "to", "in", "at", "for"),
                )
                if tree.kind(goal) and tree.kind(goal) in "KCL"
            ),
            None,
        )
        yield Telling(kind, "on-visit", noun, verb, subjects(verb), place=place)


def _at(
    tree: Tree, noun: Token, above: tuple[Token, Token], kind: EventType, link: str
) -> Iterator[Telling]:
    """Something is said or done at an event."""
    verb, governor = above
    owners, partners = _owners(tree, noun), _partners(tree, noun)
    present = subjects(verb) if governor.pos_ in ("VERB", "AUX") else []
    speaking = link in ("at", "during") and governor.pos_ == "VERB"
    if kind is EventType.VISIT:
        place = next(
            (
                goal
                for goal in preposition(noun, "to", "in")
                if tree.kind(goal) and tree.kind(goal) in "KCL"
            ),
            None,
        )
        people = [each for each in owners if each.pos_ != "NOUN"] or present
        if place is not None or any(tree.kind(each) == "P" for each in owners):
            yield Telling(kind, "during-visit", noun, verb, people, place=place)
        return
    definite = _is_definite(noun) and not partners
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
