"""The signs that lists are made with, and what ends a sentence."""

import re
from typing import NamedTuple

_SIGN = re.compile(
    r"(?P<strong>[•*▪○●◦‣⁃·■□➢➤✓►▸◆♦▫◾◼→]+\s*(?=\S)|[o§]\s+(?=[\w“\"‘'(]))"
    r"|(?P<dash>[-–—]\s+(?=\S))"
    r"|(?P<number>\(?(?:\d{1,2}|[a-z]|[ivx]{2,4})\)\s+(?=\S)|(?:\d{1,2}|[a-z]|[ivx]{2,4})\.\s+(?=\S))"
)
_STOP = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(“\"])(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Cmdr|Brig|Sen|Rep|Gov|Pres|Rev|Hon|St|Jr|No|Nos|Art|"
    r"Fig|vs|etc|i\.e|e\.g|cf|approx|ca|[A-Z]|(?:[A-Z]\.)+[A-Z])\.$"
)


class Sign(NamedTuple):
    """A sign at the beginning of a line: how many characters it takes, and what it is."""

    length: int
    kind: str
    """`strong`, `dash` or `number`."""
    mark: str

    @property
    def shown(self) -> str:
        """How canonical text shows it: a number as it is, all else as a dash."""
        return f"{self.mark} " if self.kind == "number" else "- "


def sign_of(text: str) -> Sign | None:
    """The list sign that a line may begin with."""
    match = _SIGN.match(text)
    if match is None or match.lastgroup is None or match.group().startswith("**"):
        return None
    return Sign(match.end(), match.lastgroup, match.group().strip())


def number_of(mark: str) -> int | None:
    """The place of a numbering in its list, from 1: of "(c)" 3, of "12." 12, of "iv)" 4."""
    core = mark.strip("().")
    if core.isdigit():
        return int(core)
    if len(core) == 1 and core not in "ivx":
        return ord(core) - ord("a") + 1
    roman = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
    return roman.index(core) + 1 if core in roman else None


def ends_sentence(text: str) -> bool:
    """Does a line end where a sentence, a lead-in or an item can end?"""
    end = text[-40:]
    return bool(_STOP.search(end)) and not _ABBREVIATION.search(end)


def begins_sentence(text: str) -> bool:
    """Does it begin as a sentence can?"""
    first = text.lstrip("“\"'‘«([")[:1]
    return first.isupper() or first.isdigit()
