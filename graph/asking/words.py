"""A question cut into words, and words cut to their stems."""

import re
from typing import NamedTuple

from ontology.names import fold

_WORD = re.compile(
    r"“(?P<double>\s*\w[^“”]*)”|\"(?P<plain>\s*\w[^\"]*)\"|«(?P<angle>\s*\w[^«»]*)»|„(?P<low>\s*\w[^„“”]*)[“”]"
    r"|(?<!\w)[‘'](?P<single>\s*\w[^‘’']*)[’'](?!\w)|\w+(?:[.'’&/-]\w+)*"
)
_POSSESSIVE = re.compile(r"(?:'s|’s|s'|s’)$", re.IGNORECASE)
_ANTI = "anti"
_PIECE = re.compile(r"\w+", re.UNICODE)

FUNCTION_WORDS = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "and",
        "or",
        "for",
        "on",
        "in",
        "at",
        "to",
        "with",
        "by",
        "from",
        "as",
        "its",
        "their",
        "his",
        "her",
        "this",
        "that",
        "these",
        "those",
    ]
)
"""Words that carry nothing when a name or topic is compared."""


class Token(NamedTuple):
    """One word of the question as written and folded; `'s` and words in quotation marks are one each."""

    text: str
    low: str
    quoted: bool = False

    @property
    def looks_like_a_name(self) -> bool:
        """Is it in quotation marks, does it begin with a capital, or hold a digit?"""
        return self.quoted or _begins_as_a_name(self.text)


def tokens_of(text: str) -> tuple[Token, ...]:
    """The words of a question, punctuation left out."""
    found: list[Token] = []
    for match in _WORD.finditer(text):
        inside = next(filter(None, match.groups()), None)
        if inside is not None:
            found.append(Token(inside.strip(), fold(inside), quoted=True))
            continue
        word, after = match.group(), text[match.end() : match.end() + 1]
        if _POSSESSIVE.search(word) and word.lower()[-2:] in ("'s", "’s"):
            found += [_token(word[:-2]), Token("'s", "'s")]
        elif word.endswith("s") and after in ("'", "’") and after:
            found += [_token(word), Token("'s", "'s")]
        else:
            found.append(_token(word))
    return tuple(found)


def unquoted(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The words with those in quotation marks one by one."""
    return tuple(each for t in tokens for each in (tokens_of(t.text) if t.quoted else (t,)))


def quoted_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Where words in quotation marks stand."""
    return tuple(m.span() for m in _WORD.finditer(text) if any(m.groups()))


def _token(word: str) -> Token:
    return Token(word, fold(word))


def stem(word: str) -> str:
    """The word without the ending of a plural; the same for 'bodies' and 'body', 'talks' and 'talk'."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if len(word) > 5 and word.endswith("men"):
        return f"{word[:-3]}man"  # chairmen
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def stems(text: str) -> tuple[str, ...]:
    """The stems of the content words of a text, in order."""
    pieces = (part for piece in _PIECE.findall(fold(text)) for part in _parted(piece))
    return tuple(stem(piece) for piece in pieces if piece not in FUNCTION_WORDS)


def name_runs(text: str) -> tuple[tuple[str, ...], ...]:
    """The stems of words that stand together and are written as a name: with capitals or digits, or in quotation marks.

    A word that begins a sentence is none by its capital alone, unless the next one has a capital too.
    """
    quotes = quoted_spans(text)
    runs: list[list[str]] = [[]]
    for piece in _PIECE.finditer(text):
        inside = any(start < piece.start() < end for start, end in quotes)
        if inside or _begins_as_a_name(piece[0]):
            runs[-1] += stems(piece[0])
        elif piece[0].casefold() not in FUNCTION_WORDS:
            runs.append([])
    first = _PIECE.search(text)
    alone = first is not None and runs[0] == list(stems(first[0])) and not _has_digit(first[0])
    return tuple(tuple(run) for run in runs[alone:] if run)


def _begins_as_a_name(word: str) -> bool:
    return word[:1].isupper() or _has_digit(word)


def _has_digit(word: str) -> bool:
    return any(letter.isdigit() for letter in word)


def _parted(piece: str) -> tuple[str, ...]:
    """The parts of a word that is also written with a hyphen: anticorruption, anti-corruption."""
    return (_ANTI, piece[len(_ANTI) :]) if len(piece) > 9 and piece.startswith(_ANTI) else (piece,)


def said(tokens: tuple[Token, ...]) -> str:
    """The words as they were written."""
    text = " ".join(token.text for token in tokens)
    return text.replace("s 's", "s'").replace(" 's", "'s")


def written(tokens: tuple[Token, ...]) -> str:
    """The words as they were written, with their quotation marks."""
    return said(tuple(t._replace(text=f'"{t.text}"') if t.quoted else t for t in tokens))
