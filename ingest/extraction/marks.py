"""What the words of a sentence may be, looked up once: countries, heads of posts, bodies, names."""

import re
from bisect import bisect_left
from functools import cached_property
from typing import NamedTuple

from ingest.extraction.language import PersonHints
from ingest.extraction.lexicon import entry_at, words
from ingest.extraction.sentences import UPPER, Sentence, Token
from ontology.countries import find_countries
from ontology.names import fold
from ontology.posts import ORGANISATION_HEADS, head_at

_ACRONYM = re.compile(
    r"(?:[A-Z]{2,}[a-z]?(?:-\d+|\.[A-Z]{2,3})?|[A-Z][a-z]?[A-Z]{2,}|(?:[A-Z]\.){2,})$"
)
_NUMERAL = re.compile(r"[IVX]+$")
_NAME_WORD = re.compile(
    rf"[{UPPER}][\w'’ʼ`‘-]*$|(?:[{UPPER}]\.)+$|[a-z]{{1,3}}[-'’][{UPPER}][\w'’-]+$|d['’][{UPPER}]\w+$"
)
_BEFORE_PLACES = ("of", "in", "from", "to", "at", "near", "outside")
OWNERS = ("'s", "’s", "s'")
"""Signs of a possessor, as tokens of their own."""


class Land(NamedTuple):
    """A country named by the tokens [start, end)."""

    start: int
    end: int
    code: str
    form: str


class Marks:
    """A sentence with its look-ups; positions are token numbers."""

    def __init__(self, text: str, sentence: Sentence, hints: PersonHints) -> None:
        self.text = text
        self.hints = hints
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.folded = [token.folded for token in sentence.tokens]
        self._heads: dict[int, tuple[int, str, bool] | None] = {}

    def __len__(self) -> int:
        return len(self.tokens)

    @cached_property
    def lands(self) -> dict[int, Land]:
        """Countries by their first token."""
        starts = [token.start for token in self.tokens]
        found: dict[int, Land] = {}
        base = self.sentence.start
        for each in find_countries(self.text[base : self.sentence.end]):
            first = bisect_left(starts, base + each.start)
            last = bisect_left(starts, base + each.end)
            if first < len(starts) and starts[first] == base + each.start:
                land = Land(first, max(last, first + 1), each.code, each.form)
                if not self._is_given_name(land):
                    found[first] = land
        return found

    def _is_given_name(self, land: Land) -> bool:
        """ "Georgia Lee", "Israel Cohen": the name of a country with which the name of a person begins."""
        person = self.hints.ends.get(self.tokens[land.start].start)
        surname = self.token(land.end)
        alone = land.end == land.start + 1 and land.form in ("name", "capital")
        return (
            alone
            and person is not None
            and surname is not None
            and surname.start < person
            and not self.says(land.start - 1, *_BEFORE_PLACES)
            and self.head(land.end) is None
        )

    @cached_property
    def land_ends(self) -> dict[int, Land]:
        """Countries by the token after them."""
        return {land.end: land for land in self.lands.values()}

    def within_land(self, position: int) -> bool:
        """Does the token belong to the name of a country?"""
        return any(land.start <= position < land.end for land in self.lands.values())

    def token(self, position: int) -> Token | None:
        """The token there, None beyond the ends."""
        return self.tokens[position] if 0 <= position < len(self.tokens) else None

    def is_capital(self, position: int) -> bool:
        """Is there a capitalised word?"""
        token = self.token(position)
        return token is not None and token.is_capital

    def is_acronym(self, position: int) -> bool:
        """Is there a word in capital letters?"""
        token = self.token(position)
        if token is None or len(token.text) == 1 or _NUMERAL.match(token.text):
            return False
        return bool(_ACRONYM.match(token.text))

    def is_(self, name: str, position: int) -> bool:
        """Is the word there in a list of the lexicon?"""
        return 0 <= position < len(self) and self.folded[position] in words(name)

    def is_body(self, position: int) -> bool:
        """Is the word there the head of a body's name?"""
        if not 0 <= position < len(self):
            return False
        return self.folded[position] in ORGANISATION_HEADS

    def is_sure(self, position: int) -> bool:
        """Is the word there surely part of a body's name, not of a person's?"""
        if not 0 <= position < len(self):
            return False
        plural = self.head(position)
        return (
            self.is_body(position)
            or self.is_acronym(position)
            or self.is_("portfolios", position)
            or self.is_("territory_heads", position)
            or bool(plural and plural[2])
        )

    def is_body_between(self, start: int, end: int) -> bool:
        """Is there the head of a body among these words?"""
        return any(self.is_body(position) for position in range(start, end))

    def is_lower_word(self, position: int) -> bool:
        """Is there a word in lower case?"""
        token = self.token(position)
        return token is not None and token.is_word and not token.is_capital

    def is_plain_word(self, position: int) -> bool:
        """Is there a word that is neither a sign nor one of the words that begin sentences, a rank or a head?"""
        token = self.token(position)
        if token is None or not token.is_word or self.within_land(position):
            return False
        known = any(
            self.is_(name, position) for name in ("not_name", "ranks", "honorifics", "new_words")
        )
        return not known and self.head(position) is None

    def is_sentence_start(self, position: int) -> bool:
        """Is it the first word of the sentence?"""
        return position == 0 or self.tokens[position - 1].text in "“\"'‘«([-–—•:"

    def is_surname(self, position: int) -> bool:
        """Does the document know the word as somebody's surname?"""
        token = self.token(position)
        return token is not None and fold(token.text) in self.hints.surnames

    def person_from(self, start: int, end: int) -> int | None:
        """Where a person's name begins in [start, end) that the language model sees reach to the end."""
        for position in range(start, end - 1):
            stop = self.hints.ends.get(self.tokens[position].start)
            if stop is not None and stop >= self.tokens[end - 1].end and not self.is_sure(position):
                return position
        return None

    def says(self, position: int, *choices: str) -> bool:
        """Is the word there one of these?"""
        return 0 <= position < len(self) and self.folded[position] in choices

    def head(self, position: int) -> tuple[int, str, bool] | None:
        """The post head that begins there."""
        if position not in self._heads:
            self._heads[position] = (
                head_at(self.folded, position) if 0 <= position < len(self) else None
            )
        return self._heads[position]

    def after_ranks(self, position: int) -> int:
        """The position behind the ranks and honorifics that begin there."""
        moved = True
        while moved:
            moved = False
            for name in ("ranks", "honorifics"):
                end = entry_at(name, self.folded, position)
                if end and self.is_capital(position) and end < len(self):
                    position, moved = end, True
        return position

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The characters of the tokens [start, end)."""
        return self.tokens[start].start, self.tokens[end - 1].end

    def words(self, start: int, end: int) -> str:
        """The text of the tokens [start, end)."""
        if end <= start:
            return ""
        first, last = self.span(start, end)
        return self.text[first:last]

    def is_name_word(self, position: int) -> bool:
        """Could the word there be part of a person's name?"""
        token = self.token(position)
        if token is None or not _NAME_WORD.match(token.text):
            return False
        if token.folded in words("not_name") or self.is_body(position):
            return False
        # A title or a country is no name, but "Jordan" may follow a given name.
        surname = self.is_("surname_heads", position) and self.is_surname(position)
        return surname or not (self.head(position) or self.within_land(position))

    def name_end(self, start: int, most: int = 5) -> int:
        """The end of the personal name that begins there; `start` where there is none."""
        end, count = start, 0
        while end < len(self) and count < most:
            if (
                self.is_name_word(end)
                or (count == 1 and self._is_odd_surname(end))
                or (count and self.is_within_name(end))
            ):
                end, count = end + 1, count + 1
                if self.says(end, ".") and len(self.tokens[end - 1].text) == 1:
                    end += 1
            elif (step := self._particles(end)) > end and (count or self.is_capital(step)):
                end = step
            elif count and self.is_nickname(end):
                end += 3
            else:
                break
        return end if count else start

    def is_within_name(self, position: int) -> bool:
        """ "Hugo Montenegro Paz": the name of a country between two of a person's names."""
        land = self.lands.get(position)
        one = land is not None and land.form == "name" and land.end == position + 1
        behind = self.is_name_word(position - 1) and not self.is_sure(position - 1)
        return one and behind and self.is_name_word(position + 1)

    def _is_odd_surname(self, position: int) -> bool:
        """ "Ann London", "Theresa May": a town or a month behind a given name."""
        land = self.lands.get(position)
        if land and land.form == "capital" and land.end == position + 1:
            return True
        following = self.token(position + 1)
        number = following is not None and following.text[0].isdigit()
        return self.is_("month_surnames", position) and self.is_capital(position) and not number

    def is_nickname(self, start: int) -> bool:
        """ "Ann “Red” Lee": is there one word in quotes that a surname follows?"""
        quoted = self.says(start, "“", '"') and self.says(start + 2, "”", '"')
        return quoted and self.is_name_word(start + 1) and self.is_name_word(start + 3)

    def _particles(self, start: int) -> int:
        """The end of lower-case particles ("bin", "al") that a name word follows."""
        end = start
        while end < len(self) and self.is_("particles", end) and not self.is_capital(end):
            end += 1
            if self.says(end, "-"):
                end += 1
        return end if end > start and self.is_name_word(end) else start
