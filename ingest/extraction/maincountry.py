"""Which country a document is about as a whole: by its title, its seats of power, the share of mentions."""

import re
from collections import Counter
from typing import NamedTuple

from ingest.document import Block, BlockKind, Document
from ingest.extraction.actors import Actor, Area, Reading, Roll
from ingest.extraction.knownnames import known_names
from ingest.extraction.lexicon import pairs, words
from ontology.countries import FoundCountry, find_countries
from ontology.names import person_key

_SHARE, _AHEAD, _NEARLY_ALL, _BOTH, _LEAST = 0.4, 1.4, 0.75, 0.7, 5
_IN_PASSING = 2
"""Mentions that a country may have in a document that is of another."""
_SEVERAL, _HALF, _ALONE, _DASH = 2, 0.5, 2, 4


class Home(NamedTuple):
    """A country, and where the text shows that it is the one."""

    code: str
    areas: tuple[Area, ...]


class MainCountries:
    """The countries of a document as a whole."""

    def __init__(self, document: Document, readings: list[Reading], roll: Roll) -> None:
        self.document = document
        self.readings = readings
        self.roll = roll
        self._named = [
            each
            for each in find_countries(document.text)
            if each.form in ("name", "demonym") and each.code.lower() not in words("states_gone")
        ]
        self.nationalities = self._read_nationalities()
        """By person (`id`): the country of whom the text says "X is a Utopian lawyer"."""
        self.title = self._title_home()
        """The country that the title is about."""
        self.scenes, self.seat_of_dateline = self._scenes()
        """The countries of the towns in the dateline; that of a seat of power there: "The Kremlin, Moscow"."""
        self.newsroom = self._newsroom()
        """The country of the town in capitals with which a piece of news begins: "RIGA — …"."""
        self.seat = self._seat_home()
        """The one country whose seats of power are named, where it is named no less than others."""
        self._is_all_about_it = False
        """Are nearly all mentions of countries of the dominant one, which nobody is said to visit?"""
        self.dominant, self.two = self._dominant_homes()
        """The country that most mentions are of; the two that share most of them."""

    def _read_nationalities(self) -> dict[int, Home]:
        found: dict[int, Home] = {}
        for reading in self.readings:
            start, end = reading.sentence.start, reading.sentence.end
            text = self.document.text[start:end]
            verb = re.search(r"\b(?:is|was)\s+an?\s+(?:[a-z-]+\s+){0,3}(?=[A-Z])", text)
            lands = find_countries(text[verb.end() :]) if verb else ()
            if verb and lands and lands[0].start == 0 and lands[0].form == "demonym":
                first = next(iter(known_names(reading, self.roll)), None)
                if first and first.start - start < 20:
                    found.setdefault(id(first.actor), Home(lands[0].code, ((start, end),)))
        return found

    def _title_home(self) -> Home | None:
        for actor in self.roll.people:
            if (
                self.document.title
                and person_key(self.document.title) == actor.key
                and id(actor) in self.nationalities
            ):
                return self.nationalities[id(actor)]
        for block in self.document.blocks:
            if block.kind is BlockKind.TITLE:
                text = self.document.text[block.start : block.end]
                codes = countries_in(text)
                if len(codes) == 1 and _is_about(text) and not self._names_anybody(block):
                    return Home(codes[0], ((block.start, block.end),))
        return None

    def _names_anybody(self, block: Block) -> bool:
        """ "Utopian President Lee gave a dinner": a title of what somebody did."""
        return any(
            reading.people or known_names(reading, self.roll)
            for reading in self.readings
            if block.start <= reading.sentence.start < block.end
        )

    def _scenes(self) -> tuple[frozenset[str], Home | None]:
        found = in_datelines(self.document)
        seats = {each.code: area for each, area in found if each.form == "seat"}
        home = next((Home(code, (area,)) for code, area in seats.items()), None)
        return frozenset(each.code for each, _ in found), home if len(seats) == 1 else None

    def _newsroom(self) -> Home | None:
        for block in self.document.blocks:
            line = self.document.text[block.start : block.end]
            behind = self.document.text[block.end : block.end + _DASH]
            if block.kind is BlockKind.DATELINE and line.isupper() and re.search("[-–—]", behind):
                found = {each.code for each in find_countries(line.title())}
                found |= {
                    code.upper()
                    for body, code in pairs("national_bodies").items()
                    if body in line.lower()
                }
                return Home(found.pop(), ((block.start, block.end),)) if len(found) == 1 else None
        return None

    def _seat_home(self) -> Home | None:
        text = self.document.text
        found = {
            each.code: (each.start, each.end)
            for each in find_countries(text)
            if each.form == "seat"
        }
        for body, code in pairs("national_bodies").items():
            at = re.search(rf"(?i)\b{re.escape(body)}\b", text)
            if at:
                found.setdefault(code.upper(), at.span())
        if len(found) != 1:
            return None
        ((code, (start, _)),) = found.items()
        named = Counter(each.code for each in self._named)
        most = max((number for other, number in named.items() if other != code), default=0)
        if most > _IN_PASSING and most >= named[code]:
            return None
        sentence = next(
            r.sentence for r in self.readings if r.sentence.start <= start < r.sentence.end + 2
        )
        return Home(code, ((sentence.start, sentence.end),))

    def _dominant_homes(self) -> tuple[Home | None, tuple[str, ...]]:
        """The country that most mentions of countries are of; the two that share most of them."""
        counted = [*Counter(each.code for each in self._named).most_common(2), ("", 0), ("", 0)]
        (first, most), (second, next_most) = counted[:2]
        named = len(self._named)
        other_seat = self.seat is not None and self.seat.code != first
        least = _ALONE if most == named and not other_seat else _LEAST
        main = most >= least and most >= _SHARE * named and most >= _AHEAD * next_most
        self._is_all_about_it = most >= _NEARLY_ALL * named and not self._is_visited(first)
        pair = most + next_most >= _BOTH * named and next_most >= _LEAST and next_most > most / 2
        return Home(first, ()) if main else None, (first, second) if pair else ()

    def _is_visited(self, code: str) -> bool:
        """Is it the goal of a journey: "his visit to Utopia", "arrived in Utopia"?"""
        text = self.document.text
        return any(
            GOAL.search(text[max(0, each.start - 40) : each.start])
            for each in self._named
            if each.code == code
        )

    def goes_without_saying(self, actor: Actor) -> bool:
        """Need a post of this person not be said to be of the dominant country? A text on one need not be of it."""
        home = self.dominant
        if home is None:
            return False
        seldom, officials = self._is_seldom_beside(home.code, actor), self._officials(home.code)
        if self._is_all_about_it:
            return seldom or officials > 0 or not self._is_partner(home.code, actor)
        return seldom and officials > 0

    def _officials(self, code: str) -> int:
        """How many persons hold posts that are said to be of that country; none where more are of another."""
        lands = Counter(
            each
            for person in self.roll.people
            for each in {land for tenure in person.tenures for land in tenure.title.lands}
        )
        return lands[code] if lands[code] >= max(lands.values(), default=0) else 0

    def _is_seldom_beside(self, code: str, actor: Actor) -> bool:
        """Do most sentences that name the person not name the country, as they would for a foreign guest?"""
        about = self._sentences_with(actor)
        naming = [text for text in about if code in countries_in(text)]
        return len(naming) < _HALF * len(about)

    def _is_partner(self, code: str, actor: Actor) -> bool:
        """Does something that the person does go to the country: "his message to Utopia"?"""
        return any(
            land.code == code and land.form == "name" and _TOWARDS.search(text[: land.start])
            for text in self._sentences_with(actor)
            for land in find_countries(text)
        )

    def _sentences_with(self, actor: Actor) -> list[str]:
        """The sentences that name a person."""
        surname = actor.name.split()[-1]
        told = [self.document.text[slice(*each.area)] for each in self.readings]
        return [text for text in told if surname in text]


def in_datelines(document: Document) -> list[tuple[FoundCountry, Area]]:
    """The countries in the lines that say where and when a document was written, each with its line."""
    return [
        (each, (block.start, block.end))
        for block in document.blocks
        if block.kind is BlockKind.DATELINE
        for each in find_countries(document.text[block.start : block.end])
    ]


GOAL = re.compile(
    r"\b(?:visit(?:s|ed|ing)?(?: to)?|trips? to|tours? of|arriv\w+ in|(?:travel\w*|flew|went|came) to) (?:the )?$"
)
_TOWARDS = re.compile(r"\b(?:to|with|towards?|against|from|for|on) (?:the )?$")
_ABOUT = re.compile(
    r"(?i)^(?:the\s+)?(?:republic of\s+)?@|\b(?:relations|review|politics|policy|government|ministry"
    r"|minister(?: for[\w\s]+| of[\w\s]+)?|affairs"
    r"|embassy|parliament|situation|developments|news|republic|history) (?:of|in) (?:the (?:republic of )?)?@"
)


def countries_in(text: str) -> list[str]:
    """The countries of a heading, each once; headings in capitals too."""
    plain = text.title() if text.isupper() else text
    return list(
        dict.fromkeys(
            each.code for each in find_countries(plain) if each.form in ("name", "demonym")
        )
    )


def _is_about(title: str) -> bool:
    """Is the whole report about the country that its title names, not one that somebody in it met?"""
    plain = title.title() if title.isupper() else title
    shown = marked(plain, find_countries(plain))
    verbs = re.search(
        r"\b(?:met|meets|holds?|held|visits?|visited|spoke|speaks|discuss\w*|agree\w*|sign\w*|calls?)\b",
        title,
    )
    return bool(_ABOUT.search(shown)) and not verbs


def without_countries(text: str) -> str:
    """The words of a heading besides names of countries."""
    plain = text.title() if text.isupper() else text
    rest = marked(plain, find_countries(plain)).replace("@", " ")
    return re.sub(r"(?i)\b(?:and|the|republic|of|kingdom)\b|[\W\d_]+", "", rest)


def marked(text: str, lands: tuple[FoundCountry, ...]) -> str:
    """The text with `@` in the place of each country."""
    parts, position = [], 0
    for land in lands:
        parts += [text[position : land.start].replace("@", " "), "@"]
        position = land.end
    return "".join([*parts, text[position:].replace("@", " ")])


def unmarked(position: int, lands: tuple[FoundCountry, ...]) -> int:
    """The position in the text of one in the marked text."""
    shift = 0
    for land in lands:
        if land.start - shift >= position:
            break
        shift += land.end - land.start - 1
    return position + shift
