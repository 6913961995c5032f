"""What an event was about, its name and how many there were, from the words around its verb or noun."""

import re

from ingest.extraction.tagging import Tagged, plain

_TOPIC = re.compile(
    r"\b(?:on(?! (?:the )?\{[DACKL])(?! the (?:side|sidelines|margins|eve|occasion|part|basis"
    r"|initiative))|about|regarding|concerning|devoted to|dedicated to|to discuss|discuss(?:ed|ing"
    r"|es)?|focus(?:ed|ing|es)? on|revolved r?ou?nd|centred on|centered on|to combat|over"
    r"|to exchange views on|for consultations on)\s+(?P<t>[^.;]{4,170})"
)
_TOPIC_STOP = re.compile(
    r",\s+(?:where|which|who|according|as well as \{|and (?:also )?(?:the|\{P)|after|during|said|the"
    r"|with the participation|under the|\w+ing (?:in|within|under|at|with))\b"
    r"|\s(?:attended|chaired|hosted|headed|led|moderated|opened|organi[sz]ed|initiated) by\b"
    r"|\s(?:was|were|has been|will be|is|are)\s+(?:also\s+)?(?:held|organi|conducted|convened)"
    r"|\s(?:took|takes|take) place|\s(?:in|at|on)\s+\{[DK]|\s+according to|,\s+\{[POCG]"
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


def days_in(words: str) -> int:
    """How many days an event took, as the words before its noun say: "a two-day working visit"."""
    match = _DAYS.search(words.lower())
    return _number(match[1]) if match else 1


_DAYS = re.compile(r"\b(\d{1,2}|[a-z]+)-day\s+(?:[a-z]+\s+){0,2}[a-z]+$")


def count_in(words: str) -> int | None:
    """How many like events a phrase tells as one."""
    match = _COUNT.search(words.lower())
    return _number(match[1]) if match else None


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS.get(word, 1)
