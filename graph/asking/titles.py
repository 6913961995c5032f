"""Titles of posts and names of bodies as sets of stems, with the countries among their words taken out."""

from functools import lru_cache

from graph.asking.grammar import grammar
from graph.asking.words import Token, said, stem, stems, tokens_of
from ontology.countries import country_named, country_of_demonym
from ontology.posts import post_key

_LONGEST_COUNTRY = 5
_WORDS_OF_DEMONYM = 2
_SMALL = frozenset({"of", "and", "the"})


def known_country(words: tuple[Token, ...]) -> str | None:
    """The code of the country that the words name, "the Polish side" included; "kenya" is Kenya, "us" nobody."""
    sides = grammar().phrases.sides
    while len(words) > 1 and (stem(words[-1].low),) in sides:
        words = words[:-1]
    text = said(words)
    return _code(text) or (_code(_capitals(text)) if text.islower() and len(text) > 2 else None)


@lru_cache(maxsize=20_000)
def _code(text: str) -> str | None:
    country = country_named(text) or (
        country_of_demonym(text) if text.count(" ") < _WORDS_OF_DEMONYM else None
    )
    return country.code if country else None


def _capitals(text: str) -> str:
    return " ".join(word if word in _SMALL else word.capitalize() for word in text.split())


class Name:
    """A title, a body or what a question says of both: stems, and the countries among its words."""

    def __init__(self, words: tuple[Token, ...]) -> None:
        self.codes, rest = without_countries(words)
        text = said(rest)
        self.stems = frozenset(title_stems(text))
        """In one spelling of titles."""
        self.plain = frozenset(stems(text))
        """As written."""


def without_countries(words: tuple[Token, ...]) -> tuple[frozenset[str], tuple[Token, ...]]:
    """The codes of the countries among the words, and the words without them and without `'s`."""
    codes: set[str] = set()
    rest: list[Token] = []
    words = tuple(word for word in words if word.low != "'s")
    at = 0
    while at < len(words):
        end, code = _country_at(words, at)
        if code:
            codes.add(code)
        else:
            rest.append(words[at])
        at = end
    return frozenset(codes), tuple(rest)


def _country_at(words: tuple[Token, ...], at: int) -> tuple[int, str | None]:
    for end in range(min(at + _LONGEST_COUNTRY, len(words)), at, -1):
        if code := known_country(words[at:end]):
            return end, code
    return at + 1, None


@lru_cache(maxsize=20_000)
def title_stems(text: str) -> tuple[str, ...]:
    """Stems of a title or body in one spelling: chairwoman as chairman, defense as defence."""
    return stems(post_key(text)) or stems(text)


@lru_cache(maxsize=20_000)
def name_of(text: str) -> Name:
    """The name that a text is."""
    return Name(tokens_of(text))
