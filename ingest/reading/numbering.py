"""The lists of a Word document: which paragraphs are items, of which level, with which number."""

from typing import NamedTuple

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement


class Place(NamedTuple):
    """An item's level, from 1, and its sign."""

    level: int
    mark: str


class Numbering:
    """Counts through the lists of one document, in its order."""

    def __init__(self, document: WordDocument) -> None:
        """Takes in the definitions of styles and lists."""
        self._styles = _styles(document)
        self._formats = _formats(document)
        self._counts: dict[tuple[str, int], int] = {}

    def style_of(self, paragraph: BaseOxmlElement) -> str:
        """The name of its style, in small letters."""
        mark = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        identifier = mark.get(qn("w:val")) if mark is not None else None
        return self._styles.get(identifier or "", ("", None))[0]

    def place_of(self, paragraph: BaseOxmlElement) -> Place | None:
        """Its place in a list; None where it is in none."""
        properties = paragraph.find(qn("w:pPr"))
        listed = _listed(properties)
        if listed is None and properties is not None:
            mark = properties.find(qn("w:pStyle"))
            listed = (
                self._styles.get(mark.get(qn("w:val")) or "", ("", None))[1]
                if mark is not None
                else None
            )
        name = self.style_of(paragraph)
        is_list = name.startswith(("list bullet", "list number"))
        if listed is None and is_list:
            return Place(_level_in(name), "•")
        if listed is None or listed[0] == "0":
            return None
        place = self._counted(*listed)
        return Place(max(place.level, _level_in(name)), place.mark) if is_list else place

    def _counted(self, number: str, level: int) -> Place:
        kind = self._formats.get((number, level), "bullet")
        if kind in ("bullet", "none"):
            return Place(level + 1, "•")
        count = self._counts.get((number, level), 0) + 1
        self._counts[number, level] = count
        for deeper in range(level + 1, 9):
            self._counts.pop((number, deeper), None)
        return Place(level + 1, f"{_figure(kind, count)}.")


def _figure(kind: str, count: int) -> str:
    letters = "abcdefghijklmnopqrstuvwxyz"
    if "etter" in kind and count <= len(letters):
        return letters[count - 1]
    return str(count)


def _level_in(name: str) -> int:
    last = name.rsplit(" ", 1)[-1]
    return int(last) if last.isdecimal() else 1


def _listed(properties: BaseOxmlElement | None) -> tuple[str, int] | None:
    """The number of the list and the level, from 0."""
    if properties is None:
        return None
    mark = properties.find(qn("w:numPr"))
    if mark is None:
        return None
    number, level = mark.find(qn("w:numId")), mark.find(qn("w:ilvl"))
    if number is None:
        return None
    depth = level.get(qn("w:val")) if level is not None else "0"
    return number.get(qn("w:val")) or "0", int(depth or 0)


def _styles(document: WordDocument) -> dict[str, tuple[str, tuple[str, int] | None]]:
    """Of each style its name and the list that it belongs to."""
    found: dict[str, tuple[str, tuple[str, int] | None]] = {}
    for style in document.styles.element.iterchildren(qn("w:style")):
        name = style.find(qn("w:name"))
        title = (name.get(qn("w:val")) or "") if name is not None else ""
        found[style.get(qn("w:styleId")) or ""] = (title.lower(), _listed(style.find(qn("w:pPr"))))
    return found


def _formats(document: WordDocument) -> dict[tuple[str, int], str]:
    """The kind of numbers that each level of each list has."""
    try:
        root = document.part.numbering_part.element
    except (KeyError, NotImplementedError):
        return {}
    kinds: dict[tuple[str, int], str] = {}
    for definition in root.iterchildren(qn("w:abstractNum")):
        for level in definition.iterchildren(qn("w:lvl")):
            kind = level.find(qn("w:numFmt"))
            place = (definition.get(qn("w:abstractNumId")) or "", int(level.get(qn("w:ilvl")) or 0))
            kinds[place] = (kind.get(qn("w:val")) or "") if kind is not None else "bullet"
    found: dict[tuple[str, int], str] = {}
    for number in root.iterchildren(qn("w:num")):
        link = number.find(qn("w:abstractNumId"))
        abstract = link.get(qn("w:val")) if link is not None else ""
        for (definition, level), kind in kinds.items():
            if definition == abstract:
                found[number.get(qn("w:numId")) or "", level] = kind
    return found
