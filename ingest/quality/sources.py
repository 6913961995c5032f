"""The sentences of a report that a fault is about."""

import re
from collections.abc import Iterable

from rapidfuzz.fuzz import partial_ratio_alignment

from ingest.document import Document
from ingest.extraction.sentences import sentences_of
from ontology.model import Record

_ALIKE = 90.0
"""From 0 to 100: words that are at least so like those sought are taken for them (a PDF may part them otherwise)."""


class Source(Record):
    """Whole sentences of the canonical text and their span in it; words that are not in it have none."""

    sentence: str
    start: int | None = None
    end: int | None = None
    page: int | None = None


class Sources:
    """The sentences of one document."""

    def __init__(self, document: Document | None) -> None:
        self._document = document
        self._spans = [(s.start, s.end) for s in sentences_of(document)] if document else []

    def of_span(self, start: int, end: int) -> Source:
        """The sentences in which a span stands."""
        if self._document is None:
            raise ValueError("there is no span in a text that was not read")
        within = [span for span in self._spans if span[0] < end and start < span[1]]
        first = min([start, *(span[0] for span in within)])
        last = max([end, *(span[1] for span in within)])
        page = self._document.segments(first, last)[0].page
        return Source(sentence=self._document.text[first:last], start=first, end=last, page=page)

    def of_quote(self, quote: str) -> Source:
        """The sentences in which words stand, white space aside; the words alone where they are not in the text."""
        span = self._span(quote)
        return self.of_span(*span) if span else Source(sentence=quote)

    def _span(self, quote: str) -> tuple[int, int] | None:
        if self._document is None or not quote.strip():
            return None
        text = self._document.text
        there = re.search(r"\s+".join(map(re.escape, quote.split())), text)
        if there:
            return there.span()
        near = partial_ratio_alignment(quote, text, score_cutoff=_ALIKE)
        return (
            (near.dest_start, near.dest_end) if near and near.dest_end > near.dest_start else None
        )


def distinct(sources: Iterable[Source]) -> tuple[Source, ...]:
    """Each once, those left out whose words are within another's."""
    once = list(dict.fromkeys(sources))
    return tuple(
        each
        for each in once
        if not any(each.sentence in other.sentence for other in once if other != each)
    )
