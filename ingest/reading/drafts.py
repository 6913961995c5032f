"""Drafts: paragraphs with their text joined, on the way to blocks."""

from collections import Counter
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

_CONTEXT = 80
"""How many characters before a line's end decide how the next line is joined to it."""


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
    return [draft for draft in drafts if any(map(str.isalnum, draft.words))]


def body_size(drafts: Iterable[Draft]) -> float:
    """The size of the type that most of a text is set in; 0 where there is none."""
    sizes: Counter[float] = Counter()
    for draft in drafts:
        sizes[draft.size] += len(draft.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _draft(paragraph: Paragraph, hyphens: Hyphens) -> Draft:
    first = paragraph[0]
    sign = sign_of(first.text)
    shown = sign.shown if sign else ""
    text, pieces = joined(paragraph, sign.length if sign else 0, shown, hyphens)
    sizes = [line.size for line in paragraph]
    return Draft(
        text=text,
        pieces=pieces,
        kind=BlockKind.PARAGRAPH if first.alone else None,
        sign=sign,
        body=len(shown),
        level=first.x0 - first.left,
        size=max(set(sizes), key=sizes.count),
        bold=all(line.bold for line in paragraph),
        bold_head=_bold_head(paragraph),
        gap=first.gap,
        rows=len(paragraph),
    )


def joined(
    lines: Sequence[TextLine], skipped: int, shown: str, hyphens: Hyphens
) -> tuple[str, tuple[Piece, ...]]:
    """The text of lines behind a sign that is shown, what they begin with skipped, and where its pieces stand."""
    tail = _collapsed(lines[0].text[skipped:])
    parts, starts = [shown, tail], [0]
    length = len(shown) + len(tail)
    for line in lines[1:]:
        words = _collapsed(line.text)
        seam = hyphens.seam(tail, words)
        parts[-1] = parts[-1][: len(parts[-1]) - seam.cut]
        parts.append(seam.glue + words[seam.skip :])
        starts.append(length - seam.cut + len(seam.glue))
        length = starts[-1] + len(words) - seam.skip
        tail = (tail + parts[-1])[-_CONTEXT:]
    text = "".join(parts).rstrip("\u00ad")
    ends = [start - (text[start - 1] == " ") for start in starts[1:]] + [len(text)]
    pieces = tuple(
        Piece(start, end, line.page, line.box)
        for start, end, line in zip(starts, ends, lines, strict=True)
        if end > start
    )
    return text, pieces


def _collapsed(text: str) -> str:
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
