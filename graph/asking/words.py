"""A question cut into words, and words cut to their stems."""

import re
from typing import NamedTuple

from ontology.names import fold

_WORD = re.compile(r"\w+(?:[.'’&/-]\w+)*", re.UNICODE)
_POSSESSIVE = re.compile(r"(?:'s|’s|s'|s’)$", re.IGNORECASE)
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
    """One word of the question as written and folded; `'s` is a word of its own."""

    text: str
    low: str

    @property
    def looks_like_a_name(self) -> bool:
        """Does it begin with a capital, or hold a digit?"""
        return self.text[:1].isupper() or any(c.isdigit() for c in self.text)


def tokens_of(text: str) -> tuple[Token, ...]:
    """The words of a question, punctuation left out."""
    found: list[Token] = []
    for match in _WORD.finditer(text):
        word, after = match.group(), text[match.end() : match.end() + 1]
        if _POSSESSIVE.search(word) and word.lower()[-2:] in ("'s", "’s"):
            found += [_token(word[:-2]), Token("'s", "'s")]
        elif word.endswith("s") and after in ("'", "’") and after:
            found += [_token(word), Token("'s", "'s")]
        else:
            found.append(_token(word))
    return tuple(found)


def _token(word: str) -> Token:
    return Token(word, fold(word))


def stem(word: str) -> str:
    """The word without the ending of a plural; the same for 'bodies' and 'body', 'talks' and 'talk'."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def stems(text: str) -> tuple[str, ...]:
    """The stems of the content words of a text, in order."""
    pieces = _PIECE.findall(fold(text))
    return tuple(stem(piece) for piece in pieces if piece not in FUNCTION_WORDS)


def said(tokens: tuple[Token, ...]) -> str:
    """The words as they were written."""
    return " ".join(token.text for token in tokens).replace(" 's", "'s")
