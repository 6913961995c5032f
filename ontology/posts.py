"""Posts: the words that make titles and bodies, and when two titles are the same post."""

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from ontology.names import fold, name_key

FORMER = frozenset(
    {
        "former",
        "ex",
        "outgoing",
        "previous",
        "late",
        "then",
        "onetime",
        "past",
        "deposed",
        "ousted",
        "erstwhile",
        "retired",
        "departing",
    }
)
ACTING = frozenset({"acting", "interim", "caretaker", "provisional"})
NOT_YET = frozenset(
    {
        "designate",
        "elect",
        "nominee",
        "candidate",
        "hopeful",
        "would be",
        "self proclaimed",
        "self styled",
        "self declared",
        "future",
        "incoming",
        "aspiring",
    }
)
GRADES = frozenset(
    """first second senior deputy vice assistant associate chief principal special honorary joint co general
    executive permanent regional district federal national state presidential military press
    plenipotentiary extraordinary supreme high grand under managing acting country parliamentary royal
    lead civil""".split()  # noqa: SIM905 - a table of words
)
"""Words that may stand before the head of a title as part of it."""

ORGANISATION_HEADS = frozenset(
    """academy administration agency alliance army assembly association authority bank battalion board brigade
    bureau cabinet center centre chamber church college command commission commissariat committee company
    concern conference confederation congress consortium consulate corporation corps council court delegation
    department directorate division duma embassy executive federation fleet force forces foundation front fund
    government group guard guards holding hospital house inspectorate institute institution inspection junta
    knesset league legislature majlis mission ministry movement navy network office opposition order
    organisation organization parliament party patriarchate plant police presidency presidium rada
    regiment registry secretariat seimas sejm senate service services society soviet staff state staffs synod
    troops team tribunal treasury union university verkhovna militia airline airlines railways works newspaper
    factory enterprise club trust coalition initiative community commonwealth taskforce agencies ministries
    councils courts watch bloc caucus faction forum gendarmerie headquarters intelligence prosecution programme program
    school subcommittee syndicate exchange radio television channel diocese embassy states nations""".split()  # noqa: SIM905
)
"""The nouns that make a capitalised phrase a body of people."""


@cache
def heads() -> dict[tuple[str, ...], str]:
    """Keys of titles by their words, in lower case; hyphens count as spaces."""
    table: dict[tuple[str, ...], str] = {}
    for line in files("ontology").joinpath("data", "posts.txt").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        preferred, _, synonyms = line.partition("\t")
        for form in (preferred, *filter(None, synonyms.split(";"))):
            table[tuple(fold(form).split())] = preferred
    return table


@cache
def _beginnings() -> frozenset[str]:
    """The first words of all heads of titles."""
    return frozenset(words[0] for words in heads())


LONGEST = 5
_PLURALS = (("ies", "y"), ("men", "man"), ("ves", "f"), ("s", ""))


def _singular(word: str) -> str:
    for plural, ending in _PLURALS:
        if word.endswith(plural) and len(word) > 4:
            return word[: -len(plural)] + ending
    return word


@cache
def head_key(words: tuple[str, ...]) -> str | None:
    """The key of a title of just these words, in the singular or the plural; None if it is no title."""
    folded = tuple(" ".join(fold(word) for word in words).split())
    table = heads()
    if folded in table:
        return table[folded]
    last = (*folded[:-1], _singular(folded[-1])) if folded else folded
    first = (_singular(folded[0]), *folded[1:]) if folded else folded
    return table.get(last) or table.get(first)


@cache
def is_plural(words: tuple[str, ...]) -> bool:
    """Are these the words of a title in the plural: "Ministers", "Prosecutors General"?"""
    folded = tuple(" ".join(fold(word) for word in words).split())
    return folded not in heads() and head_key(words) is not None


def head_at(words: Sequence[str], start: int) -> tuple[int, str, bool] | None:
    """The longest head of a title that begins at a word: its end, its key, and whether it is plural."""
    first = fold(words[start]).partition(" ")[0] if start < len(words) else ""
    if first not in _beginnings() and _singular(first) not in _beginnings():
        return None
    for length in range(min(LONGEST, len(words) - start), 0, -1):
        phrase = tuple(words[start : start + length])
        if not all(word[:1].isalnum() for word in phrase):
            continue
        key = head_key(phrase)
        if key:
            return start + length, key, is_plural(phrase)
    return None


def singular(words: tuple[str, ...]) -> str:
    """The words of a title in the singular: "Prosecutors General" is "Prosecutor General"."""
    first, last = (_singular_word(words[0]), *words[1:]), (*words[:-1], _singular_word(words[-1]))
    return " ".join(first if len(words) > 1 and head_key(first) and first != words else last)


def _singular_word(word: str) -> str:
    short = _singular(word.lower())
    return (
        word
        if short == word.lower()
        else word[: len(_common(word, short))] + short[len(_common(word, short)) :]
    )


def _common(one: str, other: str) -> str:
    """The beginning that two words share, whatever their case."""
    length = next(
        (n for n, (a, b) in enumerate(zip(one.lower(), other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
    return one[:length]


def normalise_post(text: str) -> str:
    """The title in lower case, with the preferred word for its head and without "former" and "acting"."""
    words = [
        word for word in fold(text).split() if word not in FORMER | ACTING | {"the", "a", "an"}
    ]
    for length in range(min(LONGEST, len(words)), 0, -1):
        for start in range(len(words) - length + 1):
            key = head_key(tuple(words[start : start + length]))
            if key:
                return " ".join([*words[:start], key, *words[start + length :]])
    return " ".join(words)


_SAME = (
    (r"\bforeign affairs\b", "foreign"),
    (r"\binternal affairs\b", "interior"),
    (r"\bhome affairs\b", "interior"),
    (r"\bdefence industry\b", "defence-industry"),
)


@cache
def post_key(text: str) -> str:
    """Equal for the spellings of one post: "Minister of Foreign Affairs" and "Foreign Minister"."""
    plain = re.sub(r"\bdefense\b", "defence", normalise_post(text))
    for pattern, same in _SAME:
        plain = re.sub(pattern, same, plain)
    return name_key(plain)
