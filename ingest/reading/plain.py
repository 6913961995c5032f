"""Plain text: pages at form feeds, lines with their indentation and the blank lines above them."""

from itertools import pairwise

from ingest.reading.characters import cleaned
from ingest.reading.drafts import drafts_of
from ingest.reading.frontmatter import parted
from ingest.reading.lines import TextLine
from ingest.reading.paragraphs import paragraphs
from ingest.reading.signs import ends_sentence
from ingest.reading.source import Source
from ingest.reading.strays import without_strays

_WIDE = " " * 4
"""Justified text has no such space between its words."""


def source_of(text: str) -> Source:
    """Reads a decoded text."""
    front, body = parted(text)
    lines = lines_of(body)
    pages = max((line.page for line in lines), default=1)
    drafts = drafts_of(paragraphs(without_strays(lines)))
    return Source(drafts, pages, front.title, front.published, front.source)


def lines_of(text: str) -> list[TextLine]:
    """The lines of a decoded text, blank ones left out."""
    pages = text.split("\f")
    while len(pages) > 1 and not pages[-1].strip():
        pages.pop()
    rows = [_rows(cleaned(page.expandtabs(8))) for page in pages]
    usual = 1 if _is_double_spaced(rows) else 0
    found: list[TextLine] = []
    for number, page in enumerate(rows, 1):
        for blanks, row in page:
            words = " ".join(row.split())
            indent = len(row) - len(row.lstrip())
            found.append(
                TextLine(
                    text=words,
                    page=number,
                    x0=indent,
                    x1=indent + len(words),
                    head=len(words.split(" ", 1)[0]),
                    spread=_WIDE in row.strip(),
                    gap=None if blanks is None else max(blanks - usual, -1),
                )
            )
    return found


def _rows(page: str) -> list[tuple[int | None, str]]:
    """Filled lines, each with the number of blank ones above it; None for the first."""
    rows: list[tuple[int | None, str]] = []
    blanks = 0
    for row in page.split("\n"):
        if row.strip():
            rows.append((blanks if rows else None, row))
            blanks = 0
        else:
            blanks += 1
    return rows


def _is_double_spaced(pages: list[list[tuple[int | None, str]]]) -> bool:
    """Is a blank line the usual space between two lines, over which sentences go on?"""
    pairs = [
        (one.rstrip(), blanks, two.lstrip())
        for page in pages
        for (_, one), (blanks, two) in pairwise(page)
    ]
    going_on = [
        blanks for one, blanks, two in pairs if not ends_sentence(one) and two[:1].islower()
    ]
    over_blanks = sum(blanks == 1 for blanks in going_on)
    if over_blanks > 1 and over_blanks > 0.7 * len(going_on) and over_blanks > 0.1 * len(pairs):
        return True
    close = sum(blanks == 0 for _, blanks, _ in pairs)
    return close < 0.1 * len(pairs) and _is_full([len(one) for one, _, _ in pairs])


def _is_full(lengths: list[int]) -> bool:
    """Are most lines about as long as the longest, as those of a column are?"""
    longest = max(lengths, default=0)
    full = sum(length > 0.75 * longest for length in lengths)
    return len(lengths) > 5 and longest < 110 and full > 0.5 * len(lengths)
