"""Joining lines: with a space, or without one where a word goes on."""

import re
from collections import Counter
from collections.abc import Iterable

from ingest.reading.characters import SOFT_HYPHEN
from ingest.reading.lexicon import lexicon
from ingest.reading.words import is_word

_LEFT = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*-$")
_RIGHT = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_TIGHT = re.compile(r"\w[—/]$|\d–$")


class Hyphens:
    """What a document shows about its words, and so about the hyphens at the ends of its lines."""

    def __init__(self, lines: Iterable[str]) -> None:
        """Counts the words of all lines, those cut by a line's end left out."""
        self.seen: Counter[str] = Counter()
        for line in lines:
            self.seen.update(
                word.group().casefold()
                for word in _TOKEN.finditer(line)
                if word.end() < len(line.rstrip()) - 1
            )

    def join(self, before: str, after: str) -> str:
        """Two lines of one paragraph as one text."""
        before, after = before.rstrip(), after.lstrip()
        if before.endswith(SOFT_HYPHEN):
            return before[:-1] + after
        left, right = _LEFT.search(before), _RIGHT.match(after)
        if left and right and right.group() in ("and", "or", "to"):
            return f"{before} {after}"
        if left and right:
            kept = self._belongs(left.group()[:-1], right.group())
            return (before if kept else before[:-1]) + after
        if before[-2:-1].strip() and before.endswith("-"):
            return before + after
        tight = _TIGHT.search(before) or re.match(r"—\w", after)
        return before + ("" if tight else " ") + after

    def _belongs(self, left: str, right: str) -> bool:
        """Is the hyphen between the two a part of the word?"""
        if left[-1].isdigit() or not right[0].islower():
            return (
                left[-1].isdigit()
                or not _in_capitals(left, right)
                or self._is_compound(left, right)
            )
        return self._is_compound(left, right)

    def _is_compound(self, left: str, right: str) -> bool:
        left, right = left.casefold(), right.casefold()
        with_it, without = self.seen[f"{left}-{right}"], self.seen[left + right]
        if with_it != without:
            return with_it > without
        part, rest = left.rsplit("-", 1)[-1], right.split("-", 1)[0]
        if len(part) == 1 and part != left:
            return True  # one-and-a-half
        if is_word(part + rest):
            return False
        return (part in lexicon().prefixes or self._is_word(part)) and self._is_word(rest)

    def _is_word(self, text: str) -> bool:
        return len(text) > 1 and (is_word(text) or self.seen[text] > 0)


def _in_capitals(left: str, right: str) -> bool:
    return left.isupper() and right.isupper() and len(left) > 1 and len(right) > 1
