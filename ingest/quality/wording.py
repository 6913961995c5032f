"""Names as the words that tell them apart: of persons in their order, of all else as a set."""

import re
from functools import cache

from ingest.quality.lexicon import COUNTRY, listed, longest, phrases, standing_for
from ontology.names import fold

Words = frozenset[str]

_APART = re.compile(r"\([^)]*\)")
_INITIAL = re.compile(r"(?<=\b\w)\.")
_POSSESSIVE = re.compile(r"['’]s\b", re.IGNORECASE)


def _plain(text: str) -> list[str]:
    """The words in lower case, without what stands in brackets, marks, the points of initials and possessive "s"."""
    bare = _POSSESSIVE.sub("", _INITIAL.sub("", _APART.sub(" ", text))).replace("&", " and ")
    return re.findall(r"\w+", fold(bare))


@cache
def words(text: str | None) -> Words:
    """The words of a body, place, post or topic that tell it from others; countries and known bodies are one word."""
    plain = _plain(text or "")
    found: set[str] = set()
    at = 0
    while at < len(plain):
        for length in range(min(longest(), len(plain) - at), 0, -1):
            other = standing_for().get(tuple(plain[at : at + length]))
            if other:
                break
        else:
            length, other = 1, (plain[at],)
        found.update(other)
        at += length
    found -= listed("empty")
    if len(found) > 1 and countries(frozenset(found)):
        found -= listed("delegation")
    return frozenset(found)


def countries(found: Words) -> Words:
    """Those of the words that are countries."""
    return frozenset(word for word in found if word.startswith(COUNTRY))


def country_alone(text: str | None) -> str | None:
    """The word of the country, where a name is that and nothing else."""
    found = words(text)
    return next(iter(found)) if len(found) == 1 and countries(found) else None


def alike(one: str | None, other: str | None) -> float:
    """How much of the words two texts share, from 0 to 1: the harmonic mean of both shares (Dice)."""
    mine, theirs = words(one), words(other)
    return 2 * len(mine & theirs) / (len(mine) + len(theirs)) if mine and theirs else 0.0


def same_place(found: str | None, gold: str | None) -> bool:
    """Are they one place? "Sochi, Russia" is Sochi."""
    if not found or not gold:
        return not found and not gold
    return bool(words(gold)) and words(gold) in (words(found), words(found.split(",")[0]))


@cache
def person_key(name: str) -> str:
    """A person's name without honorifics, ranks and office before it and letters after it."""
    rest = _plain(name)
    while (cut := _without_first(rest)) != rest:
        rest = cut
    while len(rest) > 1 and rest[-1] in listed("suffixes"):
        rest = rest[:-1]
    return " ".join(rest)


def _without_first(name: list[str]) -> list[str]:
    """The name without one honorific, rank or office, where a name is left after it."""
    if len(name) < 2:
        return name
    first, following = name[0], name[1]
    ranks = listed("ranks")
    if first in listed("honorifics") | ranks or (first in listed("grades") and following in ranks):
        return name[1:]
    for office in phrases("offices"):
        rest = name[len(office) :]
        if tuple(name[: len(office)]) == office and rest and rest[0] not in listed("empty"):
            return rest
    return name
