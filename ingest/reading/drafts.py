"""Drafts: paragraphs with their text joined, on the way to blocks."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ingest.document import BlockKind
from ingest.reading.characters import collapsed
from ingest.reading.joining import Hyphens
from ingest.reading.lines import TextLine
from ingest.reading.paragraphs import Paragraph
from ingest.reading.signs import Sign, sign_of
from ontology.model import Box


class Piece(NamedTuple):
    """Where the characters [start, end) of a draft's text stand."""

    start: int
    end: int
    page: int
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A paragraph, heading or item with its canonical text; what is not known yet, its neighbours tell."""

    text: str
    pieces: tuple[Piece, ...]
    kind: BlockKind | None = None
    """None where the format does not say."""
    sign: Sign | None = None
    body: int = 0
    """Where the text begins behind the sign."""
    level: float = 0.0
    """How far an item is set in, in any unit that is the same for all."""
    size: float = 0.0
    bold: bool = False
    bold_head: int = 0
    gap: float | None = None
    rows: int = 1
    head: int = 0
    """Where a heading that runs in, or a dateline, ends; 0 where there is none."""
    rest: int = 0
    """Where the text behind it begins."""

    @property
    def words(self) -> str:
        """The text without its sign."""
        return self.text[self.body :]


def drafts_of(paragraphs: Iterable[Paragraph]) -> list[Draft]:
    """The drafts of paragraphs that were cut out of lines."""
    paragraphs = list(paragraphs)
    hyphens = Hyphens(line.text for each in paragraphs for line in each)
    drafts = [_draft(each, hyphens) for each in paragraphs]
    return [draft for draft in drafts if draft.words.strip()]


def plain_draft(
    text: str, kind: BlockKind | None = None, *, page: int = 1, mark: str = "", level: float = 0.0
) -> Draft | None:
    """A draft of a format that has structure and no lines; None where there is no text."""
    words = collapsed(text)
    if not words:
        return None
    if kind is BlockKind.BULLET:
        shown = f"{mark} " if mark[:-1].strip("(").isalnum() else "- "
        sign = Sign(len(shown), "number" if shown != "- " else "strong", mark or "•")
        whole = shown + words
        return Draft(
            whole, (Piece(0, len(whole), page),), kind, sign=sign, body=len(shown), level=level
        )
    return Draft(words, (Piece(0, len(words), page),), kind, level=level)


def _draft(paragraph: Paragraph, hyphens: Hyphens) -> Draft:
    first = paragraph[0]
    sign = sign_of(first.text)
    shown = ""
    if sign:
        shown = f"{sign.mark} " if sign.kind == "number" else "- "
    text, pieces = _joined(paragraph, sign.length if sign else 0, shown, hyphens)
    sizes = [line.size for line in paragraph]
    return Draft(
        text=text,
        pieces=pieces,
        sign=sign,
        body=len(shown),
        level=first.x0 - first.left,
        size=max(set(sizes), key=sizes.count),
        bold=all(line.bold for line in paragraph),
        bold_head=_bold_head(paragraph),
        gap=first.gap,
        rows=len(paragraph),
    )


def _joined(
    lines: Sequence[TextLine], skipped: int, shown: str, hyphens: Hyphens
) -> tuple[str, tuple[Piece, ...]]:
    text = shown + collapsed_line(lines[0].text[skipped:])
    starts = [0]
    for line in lines[1:]:
        after = collapsed_line(line.text)
        before = text[-80:]
        joined = hyphens.join(before, after)
        text = text[: len(text) - len(before)] + joined
        starts.append(len(text) - len(after))
    text = text.rstrip("\u00ad -") if text.endswith("\u00ad") else text
    ends = [start - (text[start - 1] == " ") for start in starts[1:]] + [len(text)]
    pieces = tuple(
        Piece(start, end, line.page, line.box)
        for start, end, line in zip(starts, ends, lines, strict=True)
        if end > start
    )
    return text, pieces


def collapsed_line(text: str) -> str:
    """A line with single spaces; the soft hyphen at its end stays, for it says that a word goes on."""
    stripped = text.rstrip()
    return collapsed(stripped) + ("\u00ad" if stripped.endswith("\u00ad") else "")


def _bold_head(paragraph: Paragraph) -> int:
    """How many characters at the beginning are bold, over several lines."""
    total = 0
    for line in paragraph:
        if not line.bold:
            return total + line.bold_head if total or line.bold_head else 0
        total += len(line.text) + 1
    return 0
