"""Joining lines: with a space, or without one where a word goes on."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ingest.reading.characters import SOFT_HYPHEN
from ingest.reading.lexicon import lexicon
from ingest.reading.signs import ends_sentence
from ingest.reading.words import is_word

_LEFT = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*-$")
_RIGHT = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_DASH = re.compile(r"(?:^|\s)-+$")
_TIGHT = re.compile(r"\w[—/]$|\d–$")


class Seam(NamedTuple):
    """How two lines are joined: characters taken off the first, put between, taken off the second."""

    cut: int
    glue: str
    skip: int


class Hyphens:
    """What a document shows about its words, and so about the hyphens at the ends of its lines."""

    def __init__(self, lines: Iterable[str]) -> None:
        """Counts the words of all lines, those cut by a line's end left out, and looks how lines are cut."""
        self.seen: Counter[str] = Counter()
        self._by_program = False
        cut: list[tuple[str, str]] = []
        left: str | None = None
        for line in lines:
            words = [word.group() for word in _TOKEN.finditer(line)]
            if left is not None and words:
                cut.append((left, words[0]))
            goes_on = line.rstrip().endswith(("-", SOFT_HYPHEN))
            whole = words[left is not None : len(words) - goes_on]
            self.seen.update(word.casefold() for word in whole)
            left = words[-1] if goes_on and words else None
        self._by_program = self._is_by_program(cut)

    def _is_by_program(self, cut: Sequence[tuple[str, str]]) -> bool:
        """Does a program part the words? Then many of the pieces are no words."""
        pieces = [(_last(one), _first(two)) for one, two in cut if two[:1].islower()]
        parted = sum(not (self._is_word(one) and self._is_word(two)) for one, two in pieces)
        return parted > 0.3 * len(cut)

    def join(self, before: str, after: str) -> str:
        """Two lines of one paragraph as one text."""
        seam = self.seam(before, after)
        return before[: len(before) - seam.cut] + seam.glue + after[seam.skip :]

    def seam(self, before: str, after: str) -> Seam:
        """How two lines of one paragraph become one text; neither has white space at its ends."""
        if before.endswith(SOFT_HYPHEN):
            return Seam(1, "", 0)
        if _DASH.search(before):
            return Seam(0, " ", 0)
        skip = (
            1 if before.endswith("-") and re.match(r"-\w", after) else 0
        )  # some programs repeat it
        left, right = _LEFT.search(before), _RIGHT.match(after[skip:])
        if left and right and _is_suspended(left.group()[:-1], right.group()):
            return Seam(0, " ", 0)
        if left and right:
            kept = self._belongs(left.group()[:-1], right.group(), before[: left.start()])
            return Seam(0 if kept else 1, "", skip)
        if before.endswith("-"):
            return Seam(0, "", 0)
        tight = _TIGHT.search(before) or re.match(r"—\w", after)
        return Seam(0, "" if tight else " ", 0)

    def _belongs(self, left: str, right: str, before: str) -> bool:
        """Is the hyphen between the two a part of the word?"""
        if left[-1].isdigit():
            return True
        if not right[0].islower():
            return not _in_capitals(left, right) or self._is_compound(left, right, before)
        return self._is_compound(left, right, before)

    def _is_compound(self, left: str, right: str, before: str) -> bool:
        with_it = self.seen[f"{left}-{right}".casefold()]
        without = self.seen[(left + right).casefold()]
        if with_it != without:
            return with_it > without
        part, rest = _last(left), _first(right)
        if len(part) == 1 and part != left.casefold():
            return True  # one-and-a-half
        if is_word(part + rest) or not self._is_word(rest):
            return False
        if part in lexicon().prefixes:
            return True
        if self._by_program and "-" not in left and part in lexicon().closed_prefixes:
            return False
        return self._is_word(part) and not _is_name(left, right, before)

    def _is_word(self, text: str) -> bool:
        return len(text) > 1 and (is_word(text) or self.seen[text] > 0)


def _last(left: str) -> str:
    return left.rsplit("-", 1)[-1].casefold()


def _first(right: str) -> str:
    return right.split("-", 1)[0].casefold()


def _is_suspended(left: str, right: str) -> bool:
    """Is it the first of two words that share their end ("short- and long-term")?"""
    part = _last(left)
    return right in ("and", "or", "to") and is_word(part) and not is_word(part + right)


def _is_name(left: str, right: str, before: str) -> bool:
    """A capital amid a sentence, small letters behind the hyphen: a name that was parted, for compounds have two."""
    amid = before.strip() != "" and not ends_sentence(before.strip())
    return left[:1].isupper() and right[:1].islower() and amid


def _in_capitals(left: str, right: str) -> bool:
    return left.isupper() and right.isupper() and len(left) > 1 and len(right) > 1
