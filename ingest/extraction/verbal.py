"""Events told by a verb: "X met Y", "X was received by Y", "X travelled to Utopia", "X and Y signed a protocol"."""

from collections.abc import Callable, Iterator

from spacy.tokens import Token

from ingest.document import BlockKind
from ingest.extraction.passing import by_phone, told_in_passing
from ingest.extraction.places import place_name
from ingest.extraction.signing import told_by_signing
from ingest.extraction.syntax import Tree, is_passive, preposition, subjects
from ingest.extraction.telling import Telling, goal_of, objects_of
from ingest.extraction.triggers import PRESS, lemmas, noun_type, rites, verbs
from ontology.terms import EventType, Role

_PLACES, _TWO = "KCLOS", 2


def told_by_verb(tree: Tree, verb: Token) -> Iterator[Telling]:
    """The events that a verb tells."""
    lemma = verb.lemma_.lower()
    if lemma in verbs():
        entry = verbs()[lemma]
        yield from _FRAMES[entry.frame](tree, verb, entry.type)
    else:
        yield from told_in_passing(tree, verb)
    if lemma in rites():
        yield from _rite(verb, rites()[lemma])
    if lemma in ("test", "fire", "launch"):
        yield from _test(tree, verb)
    if lemma in ("lead", "head"):
        yield from _led_journey(tree, verb)
    if lemma == "expect" and is_passive(verb):
        yield from _expected(tree, verb)


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
    objects = [*_objects(tree, verb), *preposition(verb, "with")]
    if any(noun_type(each) or tree.kind(each) == "D" for each in objects):
        return
    if objects and all(each.lemma_.lower() in PRESS for each in objects):
        yield Telling(EventType.PRESS_CONFERENCE, "held", verb, verb, subjects(verb))
        return
    if within := _taken_for_a_name(tree, verb):
        yield Telling(kind, "met", verb, verb, *within, contact=True)
        return
    headline = verb.tag_ == "VBG" and verb.dep_ == "ROOT" and tree.kind_of_block is BlockKind.TITLE
    rule = "named" if headline else "met"
    yield Telling(kind, rule, verb, verb, subjects(verb), objects, contact=True)


def _taken_for_a_name(tree: Tree, verb: Token) -> tuple[list[Token], list[Token]] | None:
    """Subject and object where the parser takes "X telephoned Y" for one name."""
    if verb.dep_ != "amod" or not tree.kind(verb.head):
        return None
    return [c for c in verb.head.children if c.i < verb.i and tree.kind(c)], [verb.head]


def _objects(tree: Tree, verb: Token) -> list[Token]:
    """Its objects; the name just behind it too, where the parser takes that for an adverb."""
    found = objects_of(verb)
    behind = [c for c in verb.children if c.dep_ == "npadvmod" and c.i == verb.i + 1]
    return found or [each for each in behind if tree.kind(each) in ("P", "U")]


def _with(tree: Tree, verb: Token, kind: EventType) -> Iterator[Telling]:
    """ "X spoke with Y", "X and Y spoke by telephone"."""
    matter = any(child.lower_ in ("about", "on") for child in verb.children)
    objects = preposition(verb, "with", *(() if matter else ("to",)))
    phone = by_phone(verb)
    if objects and all(each.lemma_.lower() in lemmas("public", "lemmas") for each in objects):
        return  # "spoke to journalists"
    if verb.lemma_ == "sit":
        if not any(child.lower_ == "down" for child in verb.children):
            return
        objects += [o for each in preposition(verb, "to", "for") for o in preposition(each, "with")]
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


def _discuss(tree: Tree, verb: Token, kind: EventType) -> Iterator[Telling]:
    """ "X discussed trade with Y", "X and Y discussed trade"."""
    partners = preposition(verb, "with")
    for each in objects_of(verb):
        partners += preposition(each, "with")
    who = subjects(verb)
    named = [actor for each in who if tree.kind(each) == "P" for actor in tree.spans[each.i].actors]
    lands = [actor for each in who if tree.kind(each) == "U" for actor in tree.spans[each.i].actors]
    several = len(named) == _TWO or len(lands) > 1
    two = several and verb.lemma_ == "discuss" and not is_passive(verb)
    if partners or two:
        rule = "discussed-with" if partners else "discussed"
        yield Telling(kind, rule, verb, verb, who, partners, contact=True)


def _hear(_: Tree, verb: Token, kind: EventType) -> Iterator[Telling]:
    """ "X heard reports by Y and Z"."""
    for each in objects_of(verb):
        reporters = preposition(each, "by", "from", "of")
        if each.lemma_.lower() == "report" and reporters:
            yield Telling(kind, "heard", verb, verb, subjects(verb), reporters, contact=True)


def been_abroad(tree: Tree, verb: Token) -> Iterator[Telling]:
    """ "X was in Utopia last week": a visit, unless it is X's own country."""
    place = goal_of(tree, (verb, "in"))
    who = [each for each in subjects(verb) if tree.kind(each) == "P"]
    past = verb.tag_ in ("VBD", "VBN") or any(c.lower_ == "has" for c in verb.children)
    if place is None or not who or not past or tree.kind(place) not in tuple("CK"):
        return
    if any(child.dep_ in ("attr", "acomp", "advcl", "mark") for child in verb.children):
        return  # "was ready in", "when he was in"
    own = {t.country for each in who for a in tree.spans[each.i].actors for t in a.tenures}
    if tree.spans[place.i].country not in own and any(s.kind == "D" for s in tree.spans.values()):
        yield Telling(EventType.VISIT, "was-there", verb, verb, who, place=place)


def _rite(verb: Token, things: frozenset[str]) -> Iterator[Telling]:
    """ "X laid a wreath at the monument", "X presented medals to Y"."""
    for each in objects_of(verb):
        if each.lemma_.lower() in things and not is_passive(verb):
            others = [*preposition(verb, "to", "from"), *preposition(each, "to", "from")]
            yield Telling(EventType.CEREMONY, "rite", verb, verb, subjects(verb), others)
            return


def _test(tree: Tree, verb: Token) -> Iterator[Telling]:
    """ "Utopia test-fired a missile", "tested a new rocket"; not "fired a missile at", which is no test."""
    tested = verb.lemma_ == "test" or any(child.lower_ == "test" for child in verb.children)
    arms = [each for each in objects_of(verb) if each.lemma_.lower() in lemmas("arms", "lemmas")]
    if tested and arms and not is_passive(verb):
        yield Telling(EventType.TEST, "tested", verb, verb, subjects(verb))


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
        within = _taken_for_a_name(tree, verb)
        hosts, guests = within or (subjects(verb), _objects(tree, verb))
    if any(each.lower_ == "you" for each in guests):
        return  # "I welcome you": said at a meeting told elsewhere
    if any(
        tree.kind(each) in ("P", "U", "G")
        or each.pos_ == "PRON"
        or each.lemma_ in ("guest", "counterpart", "delegation", "visitor")
        or (verb.lemma_ == "receive" and each.lemma_.lower() in lemmas("people", "lemmas"))
        for each in guests
    ):
        role = Role.PARTICIPANT if verb.lemma_ == "brief" else Role.HOST
        yield Telling(kind, "received", verb, verb, hosts, guests, role, contact=True)


def _visit(tree: Tree, verb: Token, kind: EventType) -> Iterator[Telling]:
    """ "X visited Utopia"."""
    passive = is_passive(verb)
    places = subjects(verb) if passive else objects_of(verb)
    visitors = preposition(verb, "by") if passive else subjects(verb)
    named = (e for e in places if tree.kind(e) in tuple(_PLACES) or place_name(tree, e))
    place = next(named, None) or (goal_of(tree, (verb, "at", "in")) if places else None)
    place = place or (None if passive or places else _next_place(tree, verb))
    sites = [e for e in places if e.lemma_.lower() in lemmas("visited", "lemmas")]
    if place or sites:
        visitors = visitors if passive else _travellers(tree, verb)
        yield Telling(kind, "visited", verb, verb, visitors, place=place)


def _next_place(tree: Tree, verb: Token) -> Token | None:
    """The place just behind a verb to which the parser gave no object: "inspected the port located …"."""
    behind = [token for token in tree.doc[verb.i + 1 : verb.i + 3] if token.pos_ != "DET"][:1]
    return next((each for each in behind if tree.kind(each) in tuple("KLC")), None)


def _travellers(tree: Tree, verb: Token) -> list[Token]:
    """Who goes somewhere, those who go with them included: "X visited Y together with Z"."""
    beside = [*preposition(verb, "with", "alongside", "together"), *_beside(verb)]
    return [*subjects(verb), *(each for each in beside if tree.kind(each) in ("P", "U"))]


def _beside(verb: Token) -> list[Token]:
    """Behind "together with" where the parser takes "together" for an adverb."""
    adverbs = [child for child in verb.children if child.lower_ in ("together", "along", "jointly")]
    return [each for adverb in adverbs for each in preposition(adverb, "with")]


def _leave(tree: Tree, verb: Token, kind: EventType) -> Iterator[Telling]:
    """ "X went to Utopia", "X left for Utopia": only of persons, since much else goes, comes and leaves."""
    place = goal_of(tree, (verb, "to", "for"))
    who = [each for each in _travellers(tree, verb) if tree.kind(each) == "P"]
    on_visit = any(noun_type(each) is kind for each in preposition(verb, "on", "for"))
    if place is not None and who and not on_visit:
        yield Telling(kind, "travelled", verb, verb, who, place=place)


def _gather(tree: Tree, verb: Token, kind: EventType) -> Iterator[Telling]:
    """ "The Council convened in Utopia", "the leaders of Utopia and Ruritania gathered in"."""
    who = [each for each in subjects(verb) if tree.kind(each) in tuple("POCU")]
    if who and not is_passive(verb) and not objects_of(verb):
        yield Telling(kind, "met", verb, verb, who, contact=True)


def _go(tree: Tree, verb: Token, kind: EventType) -> Iterator[Telling]:
    """ "X travelled to Utopia"."""
    unknown = (each for each in preposition(verb, "to") if place_name(tree, each))
    place = goal_of(tree, (verb, "to", "in", "at")) or next(unknown, None)
    if place is not None:
        yield Telling(kind, "travelled", verb, verb, _travellers(tree, verb), place=place)


def _led_journey(tree: Tree, verb: Token) -> Iterator[Telling]:
    """ "X led a delegation to Utopia"."""
    for each in objects_of(verb):
        if each.lemma_.lower() in ("delegation", "mission"):
            place = goal_of(tree, (each, "to"), (verb, "to"))
            if place is not None:
                yield Telling(
                    EventType.VISIT, "led-delegation", verb, verb, subjects(verb), place=place
                )


def _expected(tree: Tree, verb: Token) -> Iterator[Telling]:
    """ "X is expected in Utopia"."""
    place = goal_of(tree, (verb, "in", "at"))
    if place is not None and not any(child.dep_ == "xcomp" for child in verb.children):
        yield Telling(
            EventType.VISIT, "expected", verb, verb, subjects(verb), place=place, prospective=True
        )


def _jointly(_: Tree, verb: Token, kind: EventType) -> Iterator[Telling]:
    """ "Utopian and Ruritanian frigates trained together"."""
    if any(child.lower_ in ("together", "jointly") for child in verb.children):
        yield Telling(kind, "trained-together", verb, verb, subjects(verb))


_FRAMES: dict[str, Callable[[Tree, Token, EventType], Iterator[Telling]]] = {
    "contact": _contact,
    "with": _with,
    "discuss": _discuss,
    "guest": _guest,
    "visit": _visit,
    "go": _go,
    "leave": _leave,
    "gather": _gather,
    "sign": told_by_signing,
    "together": _jointly,
    "hear": _hear,
}
