"""Names compared across spellings: what is the same in two romanisations has the same key.

The keys keep apart what languages keep apart (Ivanov and Ivanova are two persons) and give up what
romanisations do not agree on: unstressed vowels, h and g, v and w, doubled letters.
"""

import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

from ontology.countries import country_named, country_of_demonym

_LETTERS = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ı": "i",
        "ə": "a",
        "æ": "ae",
        "œ": "oe",
        "ŭ": "u",
    }
)
_QUOTES = re.compile(r"['’‘ʼʻ`´\"“”„«»]")

HONORIFICS = frozenset(
    """mr mrs ms miss mister dr doctor prof professor sir dame lord lady sheikh shaikh shaykh hon honourable
    honorable h.e he excellency his her their highness majesty royal holiness eminence comrade ayatollah imam
    mullah haji hajji rabbi reverend rev archbishop bishop cardinal metropolitan patriarch father sister
    messrs monsieur madame herr frau senor señor shri smt datuk dato""".split()  # noqa: SIM905 - a table of words
)
RANKS = frozenset(
    """general gen lieutenant lt colonel col major maj captain capt commander cmdr admiral adm marshal brigadier
    brig sergeant sgt corporal private vice rear air chief lieutenant-general major-general colonel-general
    lieutenant-colonel vice-admiral rear-admiral army fleet warrant officer ensign commodore generalissimo
    maj.-gen lt.-gen first second senior junior group wing squadron flight field retired ret""".split()  # noqa: SIM905
)
_RANK_HEADS = frozenset(
    """general gen lieutenant lt colonel col major maj captain capt commander cmdr admiral adm marshal
    brigadier brig sergeant sgt corporal lieutenant-general major-general colonel-general
    lieutenant-colonel vice-admiral rear-admiral commodore generalissimo ensign""".split()  # noqa: SIM905
)
PARTICLES = frozenset(
    "al el ul ad as de da di do dos du van von der den ten ter bin ben ibn bint abu la le del della st san".split()  # noqa: SIM905
)
_PATRONYMIC = re.compile(r"(?:[oaey]vi?ch|[oaey]vna|a[uw]na|ich|i[cč]na|oglu|ogly|uulu|kyzy)$")
_STOP = frozenset("the of for and on in at to a an de".split())  # noqa: SIM905
_BRITISH = {
    "defense": "defence",
    "center": "centre",
    "organization": "organisation",
    "organizations": "organisation",
    "labor": "labour",
    "program": "programme",
    "ministry": "ministry",
}


@lru_cache(maxsize=200_000)
def fold(text: str) -> str:
    """Lower case, without diacritics, quotes and doubled white space; hyphens and dashes become spaces."""
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    plain = re.sub(r"[-‐‑–—_/]", " ", _QUOTES.sub("", plain))
    return re.sub(r"\s+", " ", plain).strip()


def _bare(token: str) -> str:
    return fold(token).replace(" ", "-").rstrip(".,").strip()


def strip_titles(name: str) -> str:
    """The name without honorifics and ranks before it: "Major General Ann Lee" is "Ann Lee"."""
    tokens = name.split()
    while len(tokens) > 1 and (_bare(tokens[0]) in HONORIFICS or _is_rank(tokens)):
        tokens = tokens[1:]
    return " ".join(tokens)


def _is_rank(tokens: list[str]) -> bool:
    """A rank, or a word that is one only before another ("Air" in "Air Marshal")."""
    first, following = _bare(tokens[0]), _bare(tokens[1])
    return first in _RANK_HEADS or (first in RANKS and following in RANKS)


@cache
def _groups(file: str) -> dict[str, str]:
    """The first spelling of each word of a table of equivalent spellings."""
    lines = files("ontology").joinpath("data", file).read_text("utf-8").splitlines()
    return {fold(word): line.split()[0] for line in lines for word in line.split()}


_ROMANISATION = (
    (r"shch|schtsch|szcz", "sh"),
    (r"tsch|tch|cz|tsh", "ch"),
    (r"sch|sz", "sh"),
    (r"dzh|dj|zh", "j"),
    (r"ph", "f"),
    (r"kh|gh|x(?=[aeiouy]|$)(?<=^x)", "h"),
    (r"x", "ks"),
    (r"th", "t"),
    (r"ck|q|c(?!h)", "k"),
    (r"w", "v"),
    (r"(?<=[aeo])u(?=[bcdfgjklmnpqrstvz]|$)", "v"),
    (r"oo|ou", "u"),
    (r"(?<=..)ee", "i"),
    (r"ue", "u"),
    (r"tsi|tsy", "ti"),
    (r"dzi|dzy", "di"),
    (r"ts|tz", "z"),
    (r"g", "h"),
    (r"ska(?:ya|ia|ja)$", "ska"),
    (r"(?:iy|yi|ii|ij|yy|yj|ey|ei|ej)$", "i"),
    (r"(?<=[aeiou])[yj](?=[bcdfghklmnprstvz])", "i"),
    (r"[yi]+", "i"),
    (r"[ae]nk[ao]$", "anka"),
    (r"i?e+", "e"),
    (r"(?<=...)i?[ao]+|i?[ao]+(?=...)", "a"),
    (r"(.)\1+", r"\1"),
)
_ROMANISATIONS = tuple((re.compile(pattern), plain) for pattern, plain in _ROMANISATION)


@cache
def romanisation_key(word: str) -> str:
    """Equal for the spellings that romanisations give one word."""
    folded = fold(word).strip(".")
    known = _groups("given_names.txt").get(folded)
    if known:
        return known
    for pattern, plain in _ROMANISATIONS:
        folded = pattern.sub(plain, folded)
    return folded


def _words(name: str) -> list[str]:
    return [
        word.strip(".,;:()") for word in fold(strip_titles(name)).split() if word.strip(".,;:()")
    ]


@cache
def person_key(name: str) -> str:
    """Equal for the spellings of one person's name; titles, initials and patronymics in the middle are left out."""
    words = _words(name)
    if len(words) > 2:
        middle = [w for w in words[1:-1] if len(w) > 1 and not _PATRONYMIC.search(w)]
        words = [words[0], *middle, words[-1]]
    return " ".join(romanisation_key(word) for word in words if word not in PARTICLES)


def surname(name: str) -> str:
    """The last word of a name, with the particles before it: "van der Berg", "al-Sayed"."""
    words = strip_titles(name).split()
    start = len(words) - 1
    while start > 1 and fold(words[start - 1]) in PARTICLES:
        start -= 1
    return " ".join(words[start:]) if words else ""


def similar_person(one: str, other: str) -> bool:
    """Could the two be spellings of one name, an initial or a missing given name allowed?"""
    first, second = person_key(one).split(), person_key(other).split()
    if not first or not second or first[-1] != second[-1]:
        return False
    if len(first) == 1 or len(second) == 1:
        return True
    short, long = sorted((first[0], second[0]), key=len)
    return short == long or (len(short) == 1 and long.startswith(short))


@cache
def name_key(text: str) -> str:
    """Equal for the spellings of the name of an organisation, post or place: words in alphabetical order.

    Countries count the same as name and as adjective; articles and "of" do not count.
    """
    return " ".join(sorted(set(_key_words(text))))


def _key_words(text: str) -> list[str]:
    words: list[str] = []
    for token in re.split(r"[\s,;]+", _countries_marked(text)):
        folded = fold(token).strip(".()")
        if token.startswith("@"):
            words.append(token)
        elif folded and folded not in _STOP:
            words += [_word(part) for part in folded.split()]
    return words


def _word(word: str) -> str:
    word = _BRITISH.get(word, word)
    place = _groups("places.txt").get(word)
    if place:
        return place
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word


def _countries_marked(text: str) -> str:
    """The text with names and adjectives of countries as `@code`."""
    tokens = text.split()
    marked: list[str] = []
    position = 0
    while position < len(tokens):
        for length in range(min(5, len(tokens) - position), 0, -1):
            phrase = re.sub(
                r"['’]s$", "", " ".join(tokens[position : position + length]).strip(",.;()")
            )
            country = country_named(phrase) or (country_of_demonym(phrase) if length < 3 else None)
            if country:
                marked.append(f"@{country.code}")
                position += length
                break
        else:
            marked.append(tokens[position])
            position += 1
    return " ".join(marked)
