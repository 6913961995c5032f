"""What the head of a document says for all of it: the dateline's date and place, the pair of its title."""

import re

from ingest.document import BlockKind, Document
from ingest.extraction.actors import Actor, Area, Reading
from ingest.extraction.lexicon import words
from ingest.extraction.tagging import MARK, Tagged, plain
from ingest.extraction.transcript import Transcript
from ontology.edtf import is_day

_HEAD = 6
"""Lines at the head of a document that may say whom it is about."""
_BEGINS = re.compile(
    r"^(?:(?:On|In|At|During|As|Before|After)\b[^,{}]*(?:\{[A-Z]\d+\}[^,{}]*)?,\s+)?\{P(\d+)\}\s"
)
_SHORT = 4_500
"""Characters up to which a document without dateline is taken for a piece of news about one day."""


class Setting:
    """The date, place and pair of persons that a document is about as a whole."""

    def __init__(self, document: Document, writer: Actor | None, transcript: Transcript) -> None:
        self.date: str | None = None
        self.place: str | None = None
        self.area: Area | None = None
        self.date_area: Area | None = None
        self.pair: tuple[Actor, ...] = ()
        self.protagonist: Actor | None = None
        """Who acts at the head of a dated text, and whom it then calls "the President" without a title."""
        self.writer = writer
        """Who says "I" outside of quotes and printed speech."""
        self.transcript = transcript
        self.is_short = len(document.text) < _SHORT
        if document.published and is_day(document.published):
            self.date = document.published

    def learn(self, reading: Reading, tagged: Tagged) -> None:
        """Takes date and place from a dateline, the pair from a title."""
        area = reading.area
        self.transcript.go_on(reading.sentence, tagged)
        if reading.sentence.kind is BlockKind.DATELINE:
            self._dateline(tagged, area)
        if reading.sentence.kind is BlockKind.TITLE:
            people = [s.actors[0] for s in tagged.spans if s.kind == "P" and len(s.actors) == 1]
            if len({id(each) for each in people}) == 2:
                self.pair = tuple(people)
        if self.protagonist is None and reading.sentence.index < _HEAD:
            self._open(tagged)

    def _open(self, tagged: Tagged) -> None:
        """Takes whom one of the first lines begins with for the one it is about."""
        first = next((span for span in tagged.spans if span.kind == "P"), None)
        begins = _BEGINS.search(tagged.text)
        if first is None or begins is None or first is not tagged.spans[int(begins[1])]:
            return
        leads = words("heads_of_state") | words("heads_of_government") | {"head of state"}
        (actor, *others) = first.actors
        if not others and all(t.title.head in leads for t in actor.tenures):
            self.protagonist = actor

    def _dateline(self, tagged: Tagged, area: Area) -> None:
        dates = [s for s in tagged.spans if s.kind == "D"]
        if dates:
            self.date, self.date_area = dates[0].text, area
        rest = re.sub(r"\{D\d+\}|\([^)]*\)|/[^/]*/", "", tagged.text).strip(" ,-–—:.")
        if rest and self.place is None and not re.search(r"\d", MARK.sub("", rest)):
            name = plain(tagged, rest)
            self.place, self.area = name.title() if name.isupper() else name, area
