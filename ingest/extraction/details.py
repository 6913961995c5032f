"""Date, place, topic and count of an event, from the words around its verb."""

import re

from spacy.tokens import Token

from ingest.extraction.actors import Span
from ingest.extraction.lexicon import words
from ingest.extraction.syntax import Tree
from ingest.extraction.tagging import MARK, Tagged
from ingest.extraction.triggers import noun_type

_TOPIC = re.compile(
    r"\b(?:on(?! (?:the )?\{[DACKL])(?! the (?:side|sidelines|margins|eve|occasion|part|basis"
    r"|initiative))|about|regarding|concerning|devoted to|dedicated to|to discuss|discuss(?:ed|ing"
    r"|es)?|focus(?:ed|ing|es)? on|revolved r?ou?nd|centred on|centered on|to combat|over"
    r"|to exchange views on|for consultations on)\s+(?P<t>[^.;]{4,170})"
)
_TOPIC_STOP = re.compile(
    r"(?:,\s+(?:where|which|who|according|as well as \{|and (?:also )?(?:the|\{P)|after|during|said"
    r"|the)\b|\s(?:was|were|has been|will be|is|are)\s+(?:also\s+)?(?:held|organi|conducted|convened)"
    r"|\s(?:took|takes|take) place|\s(?:in|at|on)\s+\{[DK]|\s+according to|,\s+\{[POCG])"
)
_FOCUS = re.compile(
    r"(?<!\w)(?:(?:[Mm]eeting|[Tt]alks|[Ss]ides|[Pp]arties|[Ll]eaders|[Pp]articipants|[Ee]vent"
    r"|[Aa]genda(?: of the talks)?|\{[GPU]\d+\}|[Tt]hey"
    r"|[Cc]onversation|[Nn]egotiations|[Cc]onference"
    r"|[Ss]ession)[^.;{}]{0,30}?\s+(?:also\s+)?(?:discussed|focused on|revolved r?ou?nd|touched upon"
    r"|covered"
    r"|addressed|(?:was|were) (?:devoted|dedicated) to|exchanged (?:views|opinions) on|considered|reviewed|discussing)"
    r"|[Ii]ssues?(?: raised| discussed| on the agenda)? (?:were|included))\s+(?P<t>[^.;]{4,170})"
)
_COUNT = re.compile(
    r"\b(\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|dozen)\s+(?:[a-z-]+\s+){0,3}(?:meetings|sessions|talks|consultations|conferences|exercises|visits|events|summits|trainings)\b"
)
_NUMBERS = {
    word: n
    for n, word in enumerate(
        ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], 2
    )
} | {"dozen": 12}


def plain(tagged: Tagged, text: str) -> str:
    """The words behind the marks of a piece of a tagged sentence."""
    return re.sub(r"\s+", " ", MARK.sub(lambda m: _words(tagged.spans[int(m[2])]), text)).strip(
        " ,"
    )


def _words(span: Span) -> str:
    return span.actors[0].name if span.kind == "P" and span.actors else span.text


def date_of(tree: Tree, trigger: Token, verb: Token) -> Span | None:
    """The date that stands nearest to an event in the tree of its sentence."""
    best: tuple[float, Span] | None = None
    for number, span in tree.spans.items():
        token = tree.doc[number]
        if span.kind != "D" or _bounds_only(tree, number):
            continue
        if _of_another_event(token, trigger, verb) or _of_a_topic(token, trigger, verb):
            continue
        distance = min(_steps(token, trigger), _steps(token, verb) + 0.5)
        if best is None or distance < best[0]:
            best = distance, span
    return best[1] if best and best[0] < _FAR else None


def _of_another_event(token: Token, trigger: Token, verb: Token) -> bool:
    """Does a date or place belong to another event than that of these words?"""
    above = {trigger.i, verb.i}
    while token.i not in above and token.head != token:
        token = token.head
        if token.i not in above and noun_type(token) and token.dep_ not in ("nsubj", "nsubjpass"):
            return True
    return False


def _of_a_topic(token: Token, trigger: Token, verb: Token) -> bool:
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
_FAR = 12
_CROSSING = frozenset({"relcl", "ccomp", "advcl", "parataxis"})
_LIMIT = re.compile(
    r"\b(?:until|till|since|by|before|treaty of|than|of"
    r"|(?<!scheduled )(?<!planned )(?<!set )(?<!slated )(?<!expected )for)\s+$"
)
_PART = re.compile(
    r"\b(?:end|beginning|middle|half|morning|evening|afternoon|meeting|talks|session|night|spring"
    r"|summer|autumn|fall|winter) of\s+$"
)


def _bounds_only(tree: Tree, number: int) -> bool:
    """Is it the limit of something else: "until Monday", "the treaty of 1999"?"""
    at = tree.position(tree.doc[number])
    lead = tree.tagged.text[max(0, at - 20) : at].lower()
    return bool(_LIMIT.search(lead)) and not _PART.search(lead)


def _steps(one: Token, other: Token) -> float:
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


_GOING = frozenset({"visit", "trip", "tour", "travel", "fly", "arrive", "lead"})
_IN = ("in", "at", "on", "aboard", "near", "outside", "inside")


def place_of(tree: Tree, trigger: Token, verb: Token, given: Token | None) -> str | None:
    """Where the sentence says that an event was: a goal, or what "in" and "at" lead to near its verb or noun."""
    if given is not None:
        return _place_name(tree, given)
    candidates = [
        (_BEFORE_NOUN, child.i, tree.spans[child.i].text)
        for child in trigger.children
        if child.dep_ == "compound" and tree.kind(child) in ("K", "L")
    ]
    going = trigger.lemma_.lower() in _GOING
    for token in tree.doc:
        link = token.head
        if token.dep_ != "pobj" or link.lower_ not in _IN:
            continue
        if (going or link.lower_ in ("on", "near")) and tree.kind(token) not in (
            ("K", "L", "C") if going else ("L",)
        ):
            continue
        name = _place_name(tree, token)
        if name and not _of_another_event(token, trigger, verb):
            topical = _FAR if _of_a_topic(token, trigger, verb) else 0
            distance = min(_steps(link, trigger), _steps(link, verb) + 0.5) + topical
            if distance > _NEAR_ENOUGH and tree.kind(token) == "C":
                continue  # far from its verb, a country is what was spoken about
            candidates.append((distance, token.i, name))
    near = [each for each in candidates if each[0] <= _NEAR_ENOUGH]
    near = near or (candidates if len({name for *_, name in candidates}) == 1 else [])
    return min(near)[2] if near else None


_NEAR_ENOUGH, _BEFORE_NOUN = 4.5, 1.5


def _place_name(tree: Tree, token: Token) -> str | None:
    kind = tree.kind(token)
    if kind == "O":
        return _body_as_place(tree.spans[token.i].text)
    if kind and kind in "KLCS":
        text = tree.spans[token.i].text
        return text if text[0].isupper() else None
    if kind:
        return None
    if (
        token.pos_ == "PROPN"
        and token.text[0].isupper()
        and token.lemma_.lower() not in words("sites")
    ):
        return _unknown_place(tree, token)
    if token.lemma_.lower() not in words("sites"):
        return None
    left = min(child.i for child in token.subtree)
    inside = [each for each in tree.doc[left : token.i + 1] if each.dep_ != "det" or each.i > left]
    named = any(each.i in tree.spans or each.text[0].isupper() for each in inside if each != token)
    inner = [
        each
        for child in token.children
        if child.lower_ in ("of", "in")
        for each in child.children
        if tree.kind(each) and tree.kind(each) in "KLC"
    ]
    if inner and not named:
        return tree.spans[inner[0].i].text
    if not named:
        return None
    start, end = tree.position(inside[0]), tree.position(token) + len(token.text)
    return re.sub(
        r"^(?:the|a|an|his|her|their)\s+", "", plain(tree.tagged, tree.tagged.text[start:end])
    )


def _unknown_place(tree: Tree, token: Token) -> str | None:
    """A capitalised name that only its preposition makes a place: "in Cholpon-Ata"."""
    if token.head.lower_ not in ("in", "at") or any(
        child.dep_ == "det" for child in token.children
    ):
        return None
    first = token
    while (
        first.i > 0
        and tree.doc[first.i - 1].dep_ in ("compound", "punct")
        and tree.doc[first.i - 1].head.i <= token.i
        and tree.doc[first.i - 1].text[0].isalpha()
        and tree.doc[first.i - 1].text[0].isupper()
    ):
        first = tree.doc[first.i - 1]
    start, end = tree.position(first), tree.position(token) + len(token.text)
    name = re.sub(r"^\W+", "", tree.tagged.text[start:end])
    hyphen = re.search(r"[\w’'-]+-$", tree.tagged.text[:start])
    name = (hyphen[0] if hyphen else "") + name
    return name if re.fullmatch(r"[^\W\d_][\w’'. -]{2,40}", name) and name[0].isupper() else None


def _body_as_place(name: str) -> str | None:
    """A body that is also a building or site."""
    site = (
        r"(?i)house|staff|headquarters|academy|university|office|palace|arena|stadium|ministry|hall"
        r"|center|centre|embassy|parliament|base|school|museum"
    )
    return name if re.search(site, name) else None


def topic_after(tagged: Tagged, start: int, end: int) -> str | None:
    """What the words after the verb or noun say it was about."""
    match = _TOPIC.search(tagged.text, start)
    if match and match.start() - end < _TOPIC_REACH:
        return _cut(tagged, match["t"])
    return None


def title_near(tagged: Tagged, start: int, end: int) -> str | None:
    """The proper name that an event has in quotes behind its noun: the exercise “Blue Wave”."""
    named = _QUOTED.match(tagged.text[start : end + _NAME_REACH])
    return plain(tagged, named["name"]) if named else None


_TOPIC_REACH, _NAME_REACH = 160, 90
_QUOTED = re.compile(r"^[^“\"«.;]{0,40}[“\"«](?P<name>[^”\"»]{3,80})[”\"»]")


def focus(tagged: Tagged) -> str | None:
    """The topic that a following sentence gives: "The meeting focused on …"."""
    match = _FOCUS.search(tagged.text)
    return _cut(tagged, match["t"]) if match else None


def _cut(tagged: Tagged, words: str) -> str | None:
    stop = _TOPIC_STOP.search(words)
    topic = plain(tagged, words[: stop.start()] if stop else words)
    topic = re.sub(r"^(?:the |a |an |their |his |her )", "", topic)
    return topic if len(topic) > 3 else None


def count_in(words: str) -> int | None:
    """How many like events a phrase tells as one."""
    match = _COUNT.search(words.lower())
    if not match:
        return None
    return _NUMBERS.get(match[1]) or int(match[1]) if not match[1].isdigit() else int(match[1])
