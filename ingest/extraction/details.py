"""Date, place, topic and count of an event, from the words around its verb."""

import re

from ingest.extraction.actors import Span
from ingest.extraction.sentences import UPPER
from ingest.extraction.tagging import Tagged

_MARK = re.compile(r"\{([A-Z])(\d+)\}")
_CAPITALS = rf"(?:[{UPPER}][\w'’.-]*(?:\s+(?:of\s+)?(?:the\s+)?[{UPPER}][\w'’-]*)*)"
_SITE = r"(?:[\w-]+\s+){0,3}?(?:range|residence|base|airport|stadium|palace|centre|center|hall|building|headquarters|hotel|academy|university|office|embassy|square|region|villa|garrison|ground|camp|plant)"
_PLACE = re.compile(
    rf"\b(?:[Ii]n|[Aa]t|[Oo]n the sidelines of|[Tt]o)\s+(?:the\s+|a\s+|central\s+|northern\s+|southern\s+|eastern\s+|western\s+)?"
    rf"(?P<p>\{{[KLCSO]\d+\}}(?:\s+(?!is\b|was\b)[{UPPER}][\w'’-]*)*|\{{P\d+\}}[’']s\s+(?:residence|office|villa|palace|home)|{_CAPITALS}(?:\s+{_SITE}\b)?(?:\s+\{{[KL]\d+\}})?)"
)
_TOPIC = re.compile(
    r"\b(?:on(?! \{D)(?! the (?:side|sidelines|margins|eve|occasion|part|basis|initiative))|about|regarding|concerning|devoted to|dedicated to|to discuss|discuss(?:ed|ing|es)?|focus(?:ed|ing|es)? on|revolved r?ou?nd|centred on|centered on|to combat|over|to exchange views on|for consultations on)\s+(?P<t>[^.;]{4,170})"
)
_TOPIC_STOP = re.compile(
    r"(?:,\s+(?:where|which|who|according|as well as \{|and (?:also )?(?:the|\{P)|after|during|said|the)\b|\s(?:was|were|has been|will be|is|are)\s+(?:also\s+)?(?:held|organi|conducted|convened)|\s(?:took|takes|take) place|\s(?:in|at|on)\s+\{[DK]|\s+according to|,\s+\{[POCG])"
)
_FOCUS = re.compile(
    r"\b(?:(?:[Mm]eeting|[Tt]alks|[Ss]ides|[Pp]arties|[Ll]eaders|[Ee]vent|[Aa]genda(?: of the talks)?|\{G\d+\}|\{P\d+\}|[Tt]hey|[Cc]onversation|[Nn]egotiations|[Cc]onference|[Ss]ession|[Ii]ssues?(?: raised)?[^.;{}]{0,40}(?:were|was|included))[^.;{}]{0,30}?)\s+(?:also\s+)?(?:discussed|focused on|revolved r?ou?nd|touched upon|covered|addressed|was devoted to|were devoted to|was dedicated to|exchanged (?:views|opinions) on|considered|reviewed|were|included|discussing)\s+(?P<t>[^.;]{4,170})"
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
    return re.sub(r"\s+", " ", _MARK.sub(lambda m: _words(tagged.spans[int(m[2])]), text)).strip(
        " ,"
    )


def _words(span: Span) -> str:
    return span.actors[0].name if span.kind == "P" and span.actors else span.text


def date_near(tagged: Tagged, start: int, end: int) -> Span | None:
    """The date of the verb at [start, end): in its clause, else at the head of the sentence."""
    best: tuple[int, Span] | None = None
    for match in re.finditer(r"\{D(\d+)\}", tagged.text):
        lead = tagged.text[max(0, match.start() - 14) : match.start()].lower()
        if (
            re.search(r"\b(?:until|till|since|by|before|from the|through|treaty of|of)\s+$", lead)
            and "meeting of" not in lead
        ):
            if not re.search(
                r"\b(?:end|beginning|middle|half|morning|evening|afternoon) of\s+$", lead
            ):
                continue
        distance = min(abs(match.start() - end), abs(start - match.end()))
        if start <= match.start() < end:
            distance = 0
        between = tagged.text[min(match.end(), end) : max(match.start(), start)]
        if match.start() > end and re.search(r"[;]|\b(?:which|who|where|that)\b", between):
            distance += 150
        span = tagged.spans[int(match[1])]
        if best is None or distance < best[0]:
            best = distance, span
    return best[1] if best and best[0] < 260 else None


def place_near(tagged: Tagged, start: int, end: int) -> tuple[str, Span | None] | None:
    """The place named after the verb, else at the head of the sentence."""
    for begin, stop in ((end, len(tagged.text)), (0, start), (start, end)):
        for match in _PLACE.finditer(tagged.text, begin, stop):
            if tagged.text[match.start() : match.start() + 2].lower() == "to":
                continue
            if begin == end and re.search(
                r"[;]|\b(?:which|who|that|said|discussed|on)\b", tagged.text[end : match.start()]
            ):
                break
            if begin == 0 and stop == start and match.start() > 40:
                break
            found = _place_of(tagged, match["p"])
            if found:
                return found
    return None


def _place_of(tagged: Tagged, words: str) -> tuple[str, Span | None] | None:
    name = plain(tagged, words)
    if re.match(
        r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b",
        name,
    ):
        return None
    mark = _MARK.fullmatch(words)
    if (
        mark
        and mark[1] == "O"
        and not re.search(
            r"(?i)house|staff|headquarters|academy|university|office|palace|arena|stadium|ministry|hall|center|centre|embassy|parliament",
            name,
        )
    ):
        return None
    return name, tagged.spans[int(mark[2])] if mark else None


def topic_after(tagged: Tagged, start: int, end: int) -> str | None:
    """What the words after the verb say it was about."""
    match = _TOPIC.search(tagged.text, start)
    return _cut(tagged, match["t"]) if match and match.start() - end < 160 else None


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
