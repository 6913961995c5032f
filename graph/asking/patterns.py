"""The small language of question patterns: words, `(a | b)`, `[optional]`, `<macro>`, `{slot}`, `{slot?}`."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import TypeAlias

_PIECE = re.compile(r"\{\w+\??\}|<\w+>|[()\[\]|]|[^\s()\[\]|{}<>]+")


@dataclass(frozen=True)
class Word:
    """One word that must stand there."""

    text: str


@dataclass(frozen=True)
class Slot:
    """A run of words that is read afterwards; an optional one may be empty."""

    name: str
    optional: bool


@dataclass(frozen=True)
class Choice:
    """One of several sequences."""

    options: tuple["Sequence", ...]


Part: TypeAlias = Word | Slot | Choice
Sequence: TypeAlias = tuple[Part, ...]
Needs: TypeAlias = tuple[frozenset[str], ...]
"""Sets of words: of each one must be in the question."""


class PatternError(ValueError):
    """A pattern of the grammar that cannot be read."""


class _Reader:
    """Reads one pattern from left to right."""

    def __init__(self, text: str, macros: Mapping[str, "Choice"]) -> None:
        self.text, self.macros = text, macros
        self.pieces = _PIECE.findall(text)
        self.at = 0

    def choice(self, closing: str | None) -> Choice:
        options: list[Sequence] = []
        parts: list[Part] = []
        while self.at < len(self.pieces):
            piece = self.pieces[self.at]
            self.at += 1
            if piece == closing:
                return Choice((*options, tuple(parts)))
            if piece == "|":
                options.append(tuple(parts))
                parts = []
            else:
                parts.append(self.part(piece))
        if closing is not None:
            raise PatternError(f"{self.text!r} lacks {closing!r}")
        return Choice((*options, tuple(parts)))

    def part(self, piece: str) -> Part:
        if piece == "(":
            return self.choice(")")
        if piece == "[":
            return Choice((*self.choice("]").options, ()))
        if piece.startswith("<"):
            if piece[1:-1] not in self.macros:
                raise PatternError(f"{self.text!r} names the unknown macro {piece}")
            return self.macros[piece[1:-1]]
        if piece.startswith("{"):
            return Slot(piece.strip("{?}"), piece.endswith("?}"))
        if piece in ")]":
            raise PatternError(f"{self.text!r} has a stray {piece!r}")
        return Word(piece)


def parse(text: str, macros: Mapping[str, Choice]) -> Choice:
    """The pattern written in `text`; raises PatternError."""
    return _Reader(text, macros).choice(None)


def words_of(choice: Choice) -> frozenset[str]:
    """All the words that the pattern may ask for."""
    found: set[str] = set()
    for option in choice.options:
        for part in option:
            if isinstance(part, Word):
                found.add(part.text)
            elif isinstance(part, Choice):
                found |= words_of(part)
    return frozenset(found)


@cache
def slots_of(choice: Choice) -> frozenset[frozenset[str]]:
    """The sets of slots that are filled together in one way of matching the pattern."""
    return frozenset(slots for option in choice.options for slots in _filled(option))


def _filled(parts: Sequence) -> Iterable[frozenset[str]]:
    found = {frozenset[str]()}
    for part in parts:
        if isinstance(part, Slot):
            filled = {slots | {part.name} for slots in found}
            found = found | filled if part.optional else filled
        elif isinstance(part, Choice):
            found = {one | other for one in found for other in slots_of(part)}
    return found


def spelt_out(choice: Choice) -> Iterator[tuple[str, ...]]:
    """Every run of words that a pattern without slots stands for."""
    for option in choice.options:
        ways = ([(p.text,)] if isinstance(p, Word) else list(_spelt(p)) for p in option)
        yield from (tuple(word for words in way for word in words) for way in product(*ways))


def _spelt(part: Part) -> Iterator[tuple[str, ...]]:
    if isinstance(part, Slot):
        raise PatternError(f"{{{part.name}}} stands for no words of its own")
    if isinstance(part, Choice):
        yield from spelt_out(part)


def needs_of(parts: Sequence) -> Needs:
    """The sets of words of each of which the parts ask for one."""
    return tuple(need for part in parts for need in _needs(part))


def _needs(part: Part) -> Needs:
    if isinstance(part, Word):
        return (frozenset({part.text}),)
    if isinstance(part, Slot):
        return ()
    if len(part.options) == 1:
        return needs_of(part.options[0])
    smallest = [min(needs_of(option), key=len, default=None) for option in part.options]
    known = [need for need in smallest if need is not None]
    return (frozenset[str]().union(*known),) if len(known) == len(smallest) else ()
