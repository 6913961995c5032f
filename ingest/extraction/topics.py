"""What an event was about, and its name, from the words around its verb or noun."""

import re

from spacy.tokens import Token

from ingest.extraction.syntax import Tree, is_passive, preposition, subjects
from ingest.extraction.tagging import Tagged, plain
from ingest.extraction.triggers import is_of_something, lemmas, noun_type
from ontology.terms import EventType

_MARKING = (
    r"(?:marking|to mark|celebrating|to celebrate|commemorating|to commemorate)(?! the (?:start|beginning|end|close)\b)"
    r"|on the occasion of|in (?:honou?r|commemoration|memory|celebration|observance) of(?! (?:the )?\{[PUG])"
)
_MARKED = re.compile(rf"\s(?:held |organi[sz]ed )?(?:{_MARKING})\s+(?P<t>[^.;]{{4,170}})")
_TOPIC = re.compile(
    r"\b(?:on(?! (?:the )?\{[DACKL])(?! (?:board|to|(?:the )?(?:tele)?phone)\b)"
    r"(?! [A-Z]\w+ (?:Hill|Street|Square|Avenue|Island)\b)"
    r"(?! the (?:side|sidelines|margins|eve|occasion|part|basis|initiative))"
    r"(?! (?:an? |his |her |their )?(?:[\w-]+ ){0,2}(?:visit|trip|tour)\b)"
    r"|about|regarding|concerning|devoted to|dedicated to|to discuss|discuss(?:ed|ing|es)?|focus(?:ed|ing|es)? on"
    r"|revolved r?ou?nd|centred on|centered on|to combat"
    rf"|{_MARKING}"
    r"|over(?! (?:lunch|dinner|breakfast|the (?:tele)?phone|\d|(?:the )?(?:past|last|next|coming|course|years)\b))"
    r"|to exchange views on|for consultations on)\s+(?P<t>[^.;]{4,170})"
)
_TOPIC_STOP = re.compile(
    r"[”\"]|,\s+(?:it|he|she|they|we|I)\s"
    r"|,\s+(?:where|which|who|according|as well as \{|and (?:also )?(?:the|\{P)|after|during|said|the"
    r"|with the participation|under the|\w+ing (?:in|within|under|at|with))\b"
    r"|\s(?:attended|chaired|hosted|headed|led|moderated|opened|organi[sz]ed|initiated) by\b"
    r"|\s(?:was|were|has been|will be|is|are)\s+(?:also\s+)?(?:held|organi|conducted|convened)"
    r"|\s(?:with (?:him|her|them)|which|via|held (?:in|on|at)|by video\w*)\b|\s(?:took|takes|take) place"
    r"|\s(?:in|at|on)\s+\{[DK]|\s+according to|,\s+\{[POCG]"
)
_FOCUS = re.compile(
    r"(?<!\w)(?:(?:[Mm]eeting|[Tt]alks|[Ss]ides|[Pp]arties|[Ll]eaders|[Pp]articipants|[Ee]vent"
    r"|[Aa]genda(?: of the \w+)?|\{[GPU]\d+\}|[Tt]hey"
    r"|[Cc]onversation|[Nn]egotiations|[Cc]onference|[Dd]iscussions?"
    r"|[Ss]ession)(?:,[^.;]{3,60},)?[^.;{}]{0,30}?\s+(?:also\s+)?(?:discussed"
    r"|(?:focused|focussed|cent(?:re|er)ed|concentrated|dwelt) on|revolved a?r?ou?nd|touched (?:up)?on|covered"
    r"|paid (?:special|particular|close|great) attention to"
    r"|addressed|(?:was|were) (?:devoted|dedicated) to|exchanged (?:views|opinions) on|considered|reviewed|discussing)"
    r"|[Ii]ssues?(?: raised| discussed| on the agenda)? (?:were|included)"
    r"|(?:[Ss]pecial|[Pp]articular|[Cc]lose|[Gg]reat|[Mm]uch) attention (?:was|is) (?:also )?"
    r"(?:paid|given|devoted) to"
    r"|(?:[Mm]ain|[Kk]ey|[Cc]entral|[Pp]rincipal|[Mm]ajor) (?:topics?|subjects?|themes?|issues?|focus)"
    r" (?:of|at|in|during) the \w+ (?:was|were|included))\s+(?P<t>[^.;]{4,170})"
)


def topic_of(tree: Tree, trigger: Token, verb: Token, kind: EventType) -> str | None:
    """What the words of an event say it was about."""
    if kind is EventType.CEREMONY and is_of_something(trigger):
        return _phrase(tree, trigger)
    start = tree.position(trigger)
    match = _TOPIC.search(tree.tagged.text, start)
    if match and match.start() - start - len(trigger.text) < _TOPIC_REACH:
        return _cut(tree.tagged, match["t"])
    subject = _matter(trigger, verb, kind)
    return None if subject is None else _phrase(tree, subject)


def occasion_of(tree: Tree, trigger: Token) -> str:
    """What a ceremony is for, by the words just behind its noun: "a concert marking Teachers' Day"."""
    if is_of_something(trigger):
        return _phrase(tree, trigger) or ""
    behind = tree.tagged.text[tree.position(trigger) + len(trigger.text) :]
    marked = _MARKED.match(behind)
    return (_cut(tree.tagged, marked["t"]) or "") if marked else ""


def _matter(trigger: Token, verb: Token, kind: EventType) -> Token | None:
    """The word for what it was about, where no "on" or "about" leads to it."""
    if kind is EventType.SIGNING:
        papers = (
            subjects(verb) if is_passive(verb) else [c for c in verb.children if c.dep_ == "dobj"]
        )
        return next((p for p in papers if p.lemma_.lower() in lemmas("documents", "lemmas")), None)
    links = ("against", *_FIELD_LINKS.get(kind, ())) if trigger.pos_ != "VERB" else ()
    fields = preposition(trigger, *links)
    if fields or kind not in (EventType.PRESS_CONFERENCE, EventType.TEST):
        return next((each for each in fields if not each.ent_type_ and each.pos_ == "NOUN"), None)
    aim = next((c for c in trigger.children if c.dep_ in ("relcl", "acl") and c.tag_ == "VB"), None)
    shown = aim or (verb if verb.lemma_.lower() in _SHOWS else None)
    return next((c for c in shown.children if c.dep_ == "dobj"), None) if shown else None


_FIELD_LINKS = {
    EventType.EXHIBITION: ("of",), EventType.TRAINING: ("for", "of", "in"), EventType.TEST: ("of",),
    EventType.CONFERENCE: ("of", "for"),
}  # fmt: skip
"""Links that lead from an event to its field: "an exhibition of arms"."""
_SHOWS = frozenset(
    {"present", "outline", "announce", "summarise", "summarize", "unveil", "praise", "explain"}
)


def _phrase(tree: Tree, noun: Token) -> str | None:
    """The words that belong to a noun; None where it stands alone ("the agreement", "the talks")."""
    alone = all(child.dep_ in ("det", "punct") for child in noun.children)
    if alone and (noun_type(noun) or any(noun.children)):
        return None
    inside = list(noun.subtree)
    last = inside[-1]
    text = tree.tagged.text[tree.position(inside[0]) : tree.position(last) + len(last.text)]
    return _cut(tree.tagged, text)


def title_near(tree: Tree, noun: Token) -> str | None:
    """The proper name of an event: in quotes behind its noun, or in capitals around it."""
    if noun.i in tree.names:
        return tree.names[noun.i].text
    start = tree.position(noun)
    end = start + len(noun.text)
    text = tree.tagged.text
    if named := _QUOTED.match(text[start : end + _NAME_REACH]):
        return plain(tree.tagged, named["name"])
    if text[start].islower():
        behind = _NAMED_BEHIND.match(text[end : end + _NAME_REACH])
        return behind["name"] if behind and noun_type(noun) is EventType.EXERCISE else None
    before = _NAMED_BEFORE.search(text[:start])
    return f"{before['name']} {noun.text}" if before else None


_TOPIC_REACH, _NAME_REACH = 160, 90
_QUOTED = re.compile(r"^[^“\"«.;]{0,40}[“\"«](?P<name>[^”\"»]{3,80})[”\"»]")
_CAPITALS = r"[A-Z0-9][\w’'-]*(?:\s+(?:of\s+)?[A-Z0-9][\w’'-]*)*"
_NAMED_BEHIND = re.compile(rf"\s+(?P<name>{_CAPITALS})")
_NAMED_BEFORE = re.compile(rf"\b(?P<name>(?!The\b|A\b|In\b|At\b){_CAPITALS})\s+$")


def focus(tagged: Tagged) -> tuple[str, str] | None:
    """The topic that a following sentence gives, "The meeting focused on …", and the words that lead to it."""
    match = _FOCUS.search(tagged.text) or _RAISED.search(tagged.text)
    topic = _cut(tagged, match["t"]) if match else None
    return (topic, match[0].replace(match["t"], "")) if match and topic else None


_RAISED = re.compile(
    r"^(?:[A-Z][a-z ]{2,20},\s+)?(?:(?:The )?"
    r"(?:[Ii]ssues|[Mm]atters|[Qq]uestions|[Pp]roblems|[Ii]ssue|[Qq]uestion) of )?(?P<t>[^.;]{4,170}?)"
    r"\s(?:(?:was|were)\s+(?:also\s+)?(?:discussed|considered|raised|touched (?:up)?on|reviewed"
    r"|(?:high |top )?on the agenda"
    r"|(?:in |at the cent(?:re|er) of )?(?:the |a )?(?:main |key |special )?(?:focus|topic|subject|theme)"
    r" (?:of|at|in|during) the \w+)|(?:also )?came (?:under discussion|up for discussion))\b"
)


def _cut(tagged: Tagged, words: str) -> str | None:
    words = _ASIDE.sub("", words)
    stop = _TOPIC_STOP.search(words)
    topic = plain(tagged, words[: stop.start()] if stop else words)
    topic = re.sub(r"^(?:[Tt]he |[Aa]n? |their |his |her )", "", _whole_words(topic))
    return None if len(topic) <= 3 or re.fullmatch(r"\w+ed|occasion|event", topic) else topic


def _whole_words(topic: str) -> str:
    """A topic that was cut off by its length, without its last, broken part."""
    if len(topic) > _LONGEST_TOPIC:
        topic = re.sub(r"(?:,|\s+(?:and|on|of|in|for|with|to))\s+\S*$|\s+\S*$", "", topic)
    return re.sub(rf",?\s+(?:{_DANGLING})$", "", topic)


_ASIDE = re.compile(r"^(?:in detail|at length|with (?:the |his |her )?\{[POCUG]\d+\},?|also)\s+")
_DANGLING = "particularly|including|especially|such as|in particular|and|or|of|the|for|to|with|in|on|by|as well as"
_LONGEST_TOPIC = 160
