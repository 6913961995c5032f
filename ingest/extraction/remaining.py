"""The country that the posts of others leave over: where "Utopia and Ruritania" agree, and one of the two
presidents is said to be of Ruritania, the other is of Utopia.

Only what is said of a country as of one that acts counts: "Utopia's view", "Utopian banks", not "the war in Utopia".
"""

import re
from collections import Counter
from functools import cache

from ingest.document import BlockKind, Document
from ingest.extraction.actors import Actor, Area, Reading, Roll, Tenure
from ingest.extraction.lexicon import pairs, words
from ingest.extraction.maincountry import GOAL, in_datelines
from ingest.extraction.titles import Title
from ontology.countries import FoundCountry, find_countries

_JOINED = re.compile(r"\s*[-–—]\s*|\s+(?:and|with)\s+(?:the\s+)?")
_AWAY = re.compile(
    r"\b(?:in|on|around|over|to|from|for|near|against|into|within|across|via|of|with|towards?|about|regarding|visit\w*"
    r"|outside|throughout|by)\s+(?:the\s+|both\s+|neighbouring\s+)?(?:(?:north|south|east|west)(?:ern)?\s+)?$",
    re.IGNORECASE,
)
_JOURNEY = re.compile(r"\b(?:visit|trip|tour|arriv)\w*")
_OWNER = re.compile(r"['’]s?\s")
_NEXT_WORD = re.compile(r"(?:[-–]\w+)?\s+([a-z]+)")
_REACH = 40
_AHEAD, _FEW, _LIST = 2, 6, 3


class Remaining:
    """Which countries one document speaks of as acting, beside those of its office-holders."""

    def __init__(self, document: Document, readings: list[Reading], roll: Roll) -> None:
        self._areas = [reading.area for reading in readings]
        self._text = document.text
        self._roll = roll
        scenes = [block for block in document.blocks if block.kind is BlockKind.DATELINE]
        self._named = [
            each
            for each in find_countries(document.text)
            if each.form in ("name", "demonym")
            and each.code.lower() not in words("states_gone")
            and not any(block.start <= each.start < block.end for block in scenes)
        ]
        pairs = [
            (one, other)
            for one, other in zip(self._named, self._named[1:], strict=False)
            if one.code != other.code and _JOINED.fullmatch(self._text[one.end : other.start])
        ]
        self._joined = {frozenset((one.code, other.code)) for one, other in pairs}
        within = {each.start for pair in pairs for each in pair}
        self._scene = _only_scene(document)
        self._mentions = Counter(each.code for each in self._named)
        self._goals = {each.code for each in self._named if self._is_goal(each)}
        self._abroad = (
            {each.code for each, _ in in_datelines(document)}
            if _JOURNEY.search(document.text)
            else set[str]()
        )
        self._acting = Counter(
            each.code for each in self._named if each.start in within or self._acts(each)
        )

    def country(self, actor: Actor, tenure: Tenure) -> str | None:
        """The code of the one country that is left for a bare post."""
        taken = self._taken(actor, tenure)
        if len(taken) > 1 and not taken & self._taken(actor, tenure, alike=True):
            return None  # where two presidents are named, a prime minister is of one of their countries
        if tenure.rule == "plural-title" or len(self._mentions.keys() - taken) > _FEW:
            return None
        if self._has_rival(actor, tenure):
            return None
        left = Counter({code: n for code, n in self._acting.items() if code not in taken})
        if not left:
            return self._scene if not self._mentions else None
        (first, most), (_, second) = [*left.most_common(2), ("", 0)][:2]
        if not taken:
            alone = len(left) == 1 and not self._is_apart(first, actor, tenure)
            return first if alone and first not in self._goals | self._abroad else None
        beside = {code for code in left if any(frozenset((code, t)) in self._joined for t in taken)}
        if len(beside) == 1 and left[code := next(iter(beside))] == most:
            others = (n for c, n in self._mentions.items() if c not in taken and c != code)
            return code if self._mentions[code] > max(others, default=0) or most > 1 else None
        return first if most >= _AHEAD * second and first not in self._abroad else None

    def of_list(self, tenure: Tenure) -> str | None:
        """ "Prime Minister Lee, Speaker of the Utopian Senate Moss, Finance Minister Berg": all of one country."""
        listed = [
            [each for each in person.tenures if each.sentence == tenure.sentence]
            for person in self._roll.people
        ]
        officials = words("national_posts") | words("local_posts")
        if len([*filter(None, listed)]) < _LIST or tenure.title.head not in officials - words(
            "heads_of_state"
        ):
            return None
        there = [each for tenures in listed for each in tenures]
        bodies = {code for each in there if each.title.body for code in _lands_of_body(each.title)}
        placed = [each for each in there if each.country and not each.title.body]
        bodies |= {e.country for e in placed if e.country and e.title.head not in officials}
        countries = {each.country for each in placed}
        return bodies.pop() if len(bodies) == 1 and countries <= bodies else None

    def acting_in(self, area: Area) -> set[str]:
        """The countries of which a passage speaks as of ones that do something."""
        start, end = area
        found, before = set[str](), None
        for land in (each for each in self._named if start <= each.start < end):
            joined = before and _JOINED.fullmatch(self._text[before.end : land.start])
            acts = self._acts(land) and not (joined and before and before.code not in found)
            found |= {land.code} if acts else set()
            before = land  # "in Utopia and Ruritania"
        return found

    def _acts(self, land: FoundCountry) -> bool:
        """Is the country named as one that does something, not as where something is or whom it concerns?"""
        before, after = self._text[max(0, land.start - _REACH) : land.start], self._text[land.end :]
        word = _NEXT_WORD.match(after[:_REACH])
        if word and word[1] in words("matters") | words("not_acting"):
            return False
        return land.form == "demonym" or bool(_OWNER.match(after)) or not _AWAY.search(before)

    def _is_goal(self, land: FoundCountry) -> bool:
        """Is it where somebody travels: "his visit to Utopia"?"""
        return bool(GOAL.search(self._text[max(0, land.start - _REACH) : land.start]))

    def _is_apart(self, code: str, actor: Actor, tenure: Tenure) -> bool:
        """Is another said to be of the country, or the country named more than once, and once beside the person?"""
        theirs = {t.country for a in self._roll.people if a is not actor for t in a.tenures}
        start, end = self._areas[tenure.sentence]
        beside = any(each.code == code and start <= each.start < end for each in self._named)
        if len(self._mentions) > 1:
            return code in theirs
        return beside and self._mentions[code] > 1

    def _has_rival(self, actor: Actor, tenure: Tenure) -> bool:
        """Does somebody else hold the same kind of post, no less bare?"""
        return any(
            each.title.head == tenure.title.head and not (each.title.body or each.country)
            for other in self._roll.people
            if other is not actor
            for each in other.tenures
        )

    def _taken(self, actor: Actor, tenure: Tenure, *, alike: bool = False) -> set[str]:
        """The countries whose posts of that rank, or just of that kind, if `alike`, others are said to hold."""
        heads = words("heads_of_state") | words("heads_of_government")
        same = heads if tenure.title.head in heads and not alike else {tenure.title.head}
        return {
            code
            for other in self._roll.people
            if other is not actor
            for each in other.tenures
            if each.title.head in same and each.title.body is None and not each.title.former
            for code in ({each.country} if each.country else ())
        }


def _lands_of_body(title: Title) -> frozenset[str]:
    """The countries whose body it is by its name: "Utopian Senate", or one that only one country has."""
    code = pairs("national_bodies").get((title.body or "").lower())
    return frozenset({code.upper()}) if code else title.lands


def _only_scene(document: Document) -> str | None:
    """The one country whose regions a text names, or in whose capital it was written, without a journey."""
    known = pairs("regions_of_one_country")
    named = {known[match[0].lower()].upper() for match in _regions().finditer(document.text)}
    if not _JOURNEY.search(document.text):
        named |= {each.code for each, _ in in_datelines(document)}
    return named.pop() if len(named) == 1 else None


@cache
def _regions() -> re.Pattern[str]:
    """Matches the name of any region of the table, written as a name."""
    names = sorted(pairs("regions_of_one_country"), key=len, reverse=True)
    return re.compile(rf"\b(?=[A-Z])(?i:{'|'.join(map(re.escape, names))})\b")
