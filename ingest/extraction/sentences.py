"""Sentences and words of a document, with their offsets in the canonical text."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from ingest.document import Block, BlockKind, Document
from ingest.extraction.lexicon import words
from ingest.extraction.stopless import beginnings, has_lost_stops
from ontology.countries import country_named, country_of_demonym
from ontology.names import fold

UPPER = "A-Z" + "".join(
    chr(code) for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)) if chr(code).isupper()
)
"""Capital letters of the Latin alphabets, for a character class."""
_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}|\b(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Capt|Adm|Brig|Sgt|Prof|Hon|St|Rev|Sen|Gov|Rep|Messrs|Eng)\.(?=\s)"
    rf"|\b[A-Z][A-Za-z]+\.(?:[A-Z]{{2,3}}|ru|com|org|net)\b|[{UPPER}]\.(?=\s[{UPPER}])|[A-Za-z]\.(?=[A-Z]\.)|[^\W_]+(?:['’ʼ`‘-][^\W_]+)*['’]?s?(?<!['’])|\S"
)
_ONCE = frozenset({"ex", "then", "former"})
_END = re.compile(
    rf"[.!?;]+[\"”’')\]]*(?=\s+[\"“‘'(\[]?[{UPPER}\d])|[;](?=\s)|\.(?=[{UPPER}][a-z]+\s)|\n"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Capt|Adm|Brig|Sgt|Prof|Hon|St|Rev|Sen|Gov|Rep|Messrs|vs|etc|No|Jan|Feb|Mar|Apr|Jun|Jul"
    r"|Aug|Sept|Sep|Oct|Nov|Dec|i\.e|e\.g|cf|approx|Jr|Sr|Eng)|\b[A-Z]|(?:\b[A-Z]\.)+[A-Z])\.$"
)
_OPINION = re.compile(
    r"(?i)\b(?:conclusions?|comments?|commentary|opinion|outlook|forecast|analysis|assessment|expectations?)\b"
)


class Token(NamedTuple):
    """A word or sign: its text, the text folded, and its span in the canonical text."""

    text: str
    folded: str
    start: int
    end: int

    @property
    def is_capital(self) -> bool:
        """Does it begin with a capital letter?"""
        return self.text[0].isupper()

    @property
    def is_word(self) -> bool:
        """Is it a word, not a sign or a number?"""
        return self.text[0].isalpha()


@dataclass(frozen=True)
class Sentence:
    """A sentence: its place among the others, its block and its tokens."""

    index: int
    block: int
    start: int
    end: int
    tokens: tuple[Token, ...]
    kind: BlockKind
    opinion: bool


def _is_actor(part: str) -> bool:
    """Is it a country's name or adjective, or an acronym that everybody knows?"""
    known = part in words("acronyms") or country_of_demonym(part) or country_named(part)
    return bool(known)


def tokens_of(text: str, offset: int = 0) -> tuple[Token, ...]:
    """The words and signs of a text; a possessive "'s" is a token of its own."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        word, start = match.group(), offset + match.start()
        parts = word.split("-")
        lands = all(_is_actor(part) for part in parts)
        once = parts[0].lower() in _ONCE and parts[-1][:1].isupper()
        if len(parts) > 1 and (lands or once):
            # "Utopian-Ruritanian", "Utopia-EU" name two, "then-President Lee" a post that somebody held.
            found += [
                _token(each[0], start + each.start()) for each in re.finditer(r"[^-]+|-", word)
            ]
            continue
        owned = re.search(r"['’]s$", word)
        if owned and owned.start():
            cut = owned.start()
            found.append(_token(word[:cut], start))
            found.append(_token(word[cut:], start + cut))
        else:
            found.append(_token(word, start))
    return tuple(found)


def _token(word: str, start: int) -> Token:
    folded = "'s" if word in ("'s", "’s") else fold(word) or word
    return Token(word, folded, start, start + len(word))


def _cuts(text: str) -> list[int]:
    """The ends of the sentences of a block."""
    cuts = [
        match.end()
        for match in _END.finditer(text)
        if not _ABBREVIATION.search(text[: match.end()].rstrip("\"”’')]")[-12:])
        or _ends_with_a_date(text, match.end())
    ]
    if has_lost_stops(text):
        cuts = sorted({*cuts, *beginnings(text)})
    return [*cuts, len(text)]


def _ends_with_a_date(text: str, end: int) -> bool:
    """ "… on 4 Feb. Later …": does the point of a shortened month end the sentence too?"""
    return bool(re.search(r"\b\d{1,2} [A-Z][a-z]{2,3}\.$", text[:end])) and bool(
        re.match(r"\s+[A-Z][a-z]", text[end:])
    )


def _spans(text: str, block: Block) -> list[tuple[int, int]]:
    body, spans, start = text[block.start : block.end], [], 0
    for cut in _cuts(body):
        piece = body[start:cut]
        if piece.strip():
            left = len(piece) - len(piece.lstrip())
            spans.append((block.start + start + left, block.start + start + len(piece.rstrip())))
        start = cut
    return spans


def is_opinion(document: Document, block: Block) -> bool:
    """Does the block stand under a heading such as "Conclusions"?"""
    if block.heading is None:
        return False
    heading = document.blocks[block.heading]
    return bool(_OPINION.search(document.text[heading.start : heading.end]))


def sentences_of(document: Document) -> tuple[Sentence, ...]:
    """All sentences of a document, in order."""
    found: list[Sentence] = []
    for number, block in enumerate(document.blocks):
        for start, end in _spans(document.text, block):
            tokens = tokens_of(document.text[start:end], start)
            opinion = is_opinion(document, block)
            found.append(Sentence(len(found), number, start, end, tokens, block.kind, opinion))
    return tuple(found)
