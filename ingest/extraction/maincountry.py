"""Which country a document is about as a whole: by its title, its seats of power, the share of mentions."""

import re
from collections import Counter
from typing import NamedTuple

from ingest.document import Block, BlockKind, Document
from ingest.extraction.actors import Area, Reading, Roll
from ingest.extraction.careers import known_names
from ingest.extraction.lexicon import pairs
from ontology.countries import FoundCountry, find_countries
from ontology.names import person_key

_SHARE, _AHEAD, _BOTH, _LEAST, _ALL_ABOUT = 0.4, 1.4, 0.7, 5, 15


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
        self.nationalities = self._read_nationalities()
        """By person (`id`): the country of whom the text says "X is a Utopian lawyer"."""
        self.title = self._title_home()
        """The country that the title is about."""
        self.seat = self._seat_home()
        """The one country whose seats of power are named."""
        self.is_all_about_it = False
        """Is nearly all of the document about the dominant country?"""
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
            reading.people
            for reading in self.readings
            if block.start <= reading.sentence.start < block.end
        )

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
        sentence = next(
            r.sentence for r in self.readings if r.sentence.start <= start < r.sentence.end + 2
        )
        return Home(code, ((sentence.start, sentence.end),))

    def _dominant_homes(self) -> tuple[Home | None, tuple[str, ...]]:
        """The country that most mentions of countries are of; the two that share most of them."""
        named = [
            each for each in find_countries(self.document.text) if each.form in ("name", "demonym")
        ]
        counted = [*Counter(each.code for each in named).most_common(2), ("", 0), ("", 0)]
        (first, most), (second, next_most) = counted[:2]
        self.is_all_about_it = most >= _ALL_ABOUT
        main = most >= _LEAST and most >= _SHARE * len(named) and most >= _AHEAD * next_most
        pair = (
            most + next_most >= _BOTH * len(named) and next_most >= _LEAST and next_most > most / 2
        )
        return Home(first, ()) if main else None, (first, second) if pair else ()


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
