"""Lists of those present, as minutes have them: "Chair: X", "Present for Utopia:" and a line each, "Apologies: Y"."""

import re

from ingest.document import Block, Document
from ingest.extraction.actors import Actor, Area, Reading
from ingest.extraction.event import Event
from ingest.extraction.tagging import Tagged
from ontology.terms import EventType, Role, Status

_LABELS = (
    (re.compile(r"(?i)^(?:co-)?chair(?:s|man|woman|person|ed by)?\s*:"), Role.CHAIR),
    (
        re.compile(r"(?i)^(?:apolog(?:y|ies)(?: for absence)?|absent|excused|regrets)\s*:"),
        Role.ABSENT,
    ),
    (
        re.compile(
            r"(?i)^(?:(?:also |members |those )?present|participants|attendees|attending|in attendance"
            r"|observers|guests)(?: (?:for|from) [^:]{2,40})?\s*:"
        ),
        Role.PARTICIPANT,
    ),
)
_BEHIND = 10
_CHAIRS = re.compile(r"(?i)\s*\((?:in the )?chair(?:man|woman|person)?\)")
"""Behind the name of the one among those present who was in the chair."""
_OCCASIONS = frozenset(
    {EventType.SESSION, EventType.MEETING, EventType.CONFERENCE, EventType.SUMMIT, EventType.TALKS}
)


class Rosters:
    """Who is listed as present or excused in a document that is the minutes of one occasion."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._listed: list[tuple[Actor, Role, list[Area]]] = []
        self._label: tuple[int, Block] | None = None
        """The label that stands alone, and the block up to which its entries have come."""

    def read(self, tagged: Tagged, reading: Reading) -> None:
        """Notes what one line lists."""
        block = self._document.blocks[reading.sentence.block]
        above = self._above(reading.sentence.block, tagged)
        texts = [self._document.text[block.start : block.end]]
        texts += [self._document.text[above.start : above.end]] if above else []
        role = next((role for text in texts for label, role in _LABELS if label.match(text)), None)
        if role is None:
            return
        areas = [reading.area, *([(above.start, above.end)] if above else [])]
        for span in tagged.spans:
            if span.kind == "P":
                chairs = _CHAIRS.search(self._document.text[span.start : span.end + _BEHIND])
                own = Role.CHAIR if chairs and role is Role.PARTICIPANT else role
                self._listed += [(actor, own, areas) for actor in span.actors]

    def _above(self, number: int, tagged: Tagged) -> Block | None:
        """What introduces a line: the lead-in of a bullet, the label above entries without signs."""
        block = self._document.blocks[number]
        if block.lead_in is not None:
            return self._document.blocks[block.lead_in]
        if self._document.text[block.start : block.end].rstrip().endswith(":"):
            self._label = number, block
        elif self._label and number - self._label[0] <= 1 and tagged.text.startswith("{P"):
            self._label = number, self._label[1]
            return self._label[1]
        return None

    def settle(self, events: list[Event]) -> None:
        """Adds those listed to the first occasion that the document tells of."""
        told = (e for e in events if e.type in _OCCASIONS and e.status is Status.HAPPENED)
        for occasion in [*told][:1]:
            for actor, role, areas in self._listed:
                occasion.add(actor, role, [*areas, occasion.area], "listed")
