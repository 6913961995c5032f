"""Names and words that a question spells almost right."""

from collections.abc import Collection

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from graph.asking.entry import Entry
from graph.asking.index import NameIndex
from ontology.names import fold, person_key, strip_titles

_NEAR = 80
_SHORTEST_GIVEN, _SHORTEST_SURNAME, _SHORTEST_ALONE, _SHORTEST_WORD = 4, 5, 6, 5
_SHORTEST_GUESSED = 3


def slip(one: str, other: str) -> bool:
    """Is one the other with one letter added, left out, changed or two swapped?

    An -a at the end is no slip: Ivanov and Ivanova are two names.
    """
    if f"{one}a" == other or f"{other}a" == one:
        return False
    return OSA.distance(one, other, score_cutoff=1) <= 1


def misspelt_persons(name: str, index: NameIndex) -> tuple[Entry, ...]:
    """The persons whose name this is but for one slip in each word; a surname alone must be long."""
    key = person_key(strip_titles(name)).split()
    if not key or len(key[-1]) < (_SHORTEST_SURNAME if len(key) > 1 else _SHORTEST_ALONE):
        return ()
    near = process.extract(
        key[-1], index.surnames.keys(), scorer=OSA.distance, score_cutoff=1, limit=None
    )
    found = {
        e.id: e for surname, _, _ in near if slip(key[-1], surname) for e in index.surnames[surname]
    }
    if len(key) == 1:
        return tuple(found.values())
    return tuple(e for e in found.values() if any(_same_given(key, n) for n in e.names))


def _same_given(key: list[str], name: str) -> bool:
    other = person_key(name).split()
    if len(other) < len(key):
        return False
    one, two = key[0], other[0]
    return one == two or (min(len(one), len(two)) >= _SHORTEST_GIVEN and slip(one, two))


def misspelt_word(word: str, known: Collection[str]) -> str | None:
    """The one known word that this is but for one slip; None if there is none, or several."""
    if len(word) < _SHORTEST_WORD:
        return None
    near = process.extract(word, known, scorer=OSA.distance, score_cutoff=1, limit=3)
    found = [other for other, _, _ in near if other[0] == word[0] and slip(word, other)]
    return found[0] if len(found) == 1 else None


def near_words(word: str, known: Collection[str]) -> tuple[str, ...]:
    """The known words that this one is but for one slip; of a short one only what lacks or swaps a letter."""
    if len(word) < _SHORTEST_GUESSED:
        return ()
    near = process.extract(word, known, scorer=OSA.distance, score_cutoff=1, limit=None)
    found = sorted(other for other, _, _ in near if slip(word, other))
    if len(word) >= _SHORTEST_WORD:
        return tuple(other for other in found if other[0] == word[0])
    return tuple(o for o in found if len(o) > len(word) or sorted(o) == sorted(word))


def nearest(text: str, index: NameIndex) -> tuple[str, ...]:
    """Up to three actors whose names are spelt almost like this one."""
    hits = process.extract(
        fold(text), index.folded.keys(), scorer=fuzz.WRatio, score_cutoff=_NEAR, limit=9
    )
    return tuple(dict.fromkeys(index.folded[name] for name, _, _ in hits))[:3]
