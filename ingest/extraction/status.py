"""How a sentence states its event: as a fact, a plan, a denial, an attempt or somebody's words."""

import re
from typing import NamedTuple

from ontology.terms import Attribution, Modality, Polarity

_NEGATED = re.compile(
    r"\b(?:did not|didn['’]t|does not|do not|has not|have not|had not|was not|were not|is not|never|refused to|declined to|cancel+ed|called off|denied|no)\b[^,;]{0,40}$|\bno\s+$",
    re.IGNORECASE,
)
_CANCELLED = re.compile(
    r"^[^.;]{0,60}\b(?:was|were|has been|have been)\s+(?:cancel+ed|called off|postponed)\b|^[^,.;]{0,30}\bnot (?:held|take place)"
)
_PLANNED = re.compile(
    r"\b(?:will|would|shall|(?:is|are|was|were|been) (?:also )?to\b|plan(?:s|ned|ning)? (?:to|for|on)|intend(?:s|ed|ing)? to|schedul\w+|expect(?:s|ed)? to|going to|due to (?=\w+ (?:visit|meet))"
    r"|hop(?:es?|ed|ing) (?:to|for)|invit\w+|propos\w+|ready to|readiness to|may|might|could|should|upcoming|forthcoming|if|ahead of|prepar\w+ (?:to|for)|offered to|call(?:s|ed|ing)? for|wants? to|wanted to"
    r"|possib\w+|agreed to|agree to|need(?:s)? to|must|next (?:week|month|year)|tomorrow|in order to|decided to|can|looks? forward to|aims? to|set to|expected|unless|suggest\w+|request\w+|seek\w* to|likely to|promis\w+|pledged|begin preparing)\b[^;]{0,120}$",
    re.IGNORECASE,
)  # fmt: skip
_PLANNED_AFTER = re.compile(
    r"^[^.;]{0,90}?\b(?:(?:is|are) (?:planned|scheduled|expected|due)|will (?:be|take|begin|start|bring|focus|include)|is to be|are to be|to be held)\b"
)
_ATTEMPTED = re.compile(
    r"\b(?:attempt(?:ed|s)? to|unsuccessful\w*|tried to|failed to|in vain)\b[^,;]{0,50}$",
    re.IGNORECASE,
)
_RUMOUR = re.compile(
    r"\b(?:reportedly|allegedly|rumou?r(?:s|ed)?|is said to|are said to|was said to|unnamed|unconfirmed|some (?:media|sources)|media reports?|is believed to|purported\w*|supposedly)\b",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"(?P<who>\{[PUG]\d+\})[^{}.;]{0,25}?\b(?:claim(?:s|ed)|alleg(?:es|ed)|assert(?:s|ed)|said|says|told (?:[^{}.;]{0,30})|believes?)\b[^;]{0,15}?(?:that\b|\s)[^;]{0,80}$"
)


class Stated(NamedTuple):
    """The status of a claim and, where it is somebody's words, the mark of the speaker."""

    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ACTUAL
    attribution: Attribution = Attribution.AUTHOR
    speaker: str | None = None


def stated(text: str, start: int, end: int) -> Stated:
    """The status of what the words [start, end) of a tagged sentence say."""
    before, within, after = _clause(text[:start]), text[start:end], text[end:]
    lead = f"{before}{within}"
    if (
        _NEGATED.search(before)
        or _CANCELLED.search(after)
        or re.search(r"\b(?:did|does|do|has|have|had|was|were|will) (?:\w+ )?not\b", within)
        or re.match(r"\s*(?:[Nn]o|[Nn]either|[Nn]one)\b", within)
    ):
        return Stated(polarity=Polarity.NEGATED)
    if _ATTEMPTED.search(before):
        return Stated(modality=Modality.ATTEMPTED)
    if (
        _PLANNED.search(before)
        or re.search(
            r"\b(?:will|would|may|might|could|should|is to|are to|was to|were to|to be)\b", within
        )
        or re.search(
            r"(?:^|\s)to\s+(?:\w+ly\s+)?(?:meet|visit|hold|attend|sign|take part|speak|discuss|make|pay|talk)\b",
            within,
        )
        or _PLANNED_AFTER.search(after)
    ):
        return Stated(modality=Modality.INTENDED)
    if _RUMOUR.search(lead):
        return Stated(attribution=Attribution.RUMOUR)
    said = _SAYS.search(before)
    if said:
        return Stated(attribution=Attribution.SOURCE, speaker=said["who"])
    return Stated()


def _clause(before: str) -> str:
    """The words before the verb in the same clause."""
    cut = max(
        before.rfind(";"),
        before.rfind(": "),
        before.rfind(", where "),
        before.rfind(", after which "),
        before.rfind(", and {"),
        before.rfind(", who "),
        before.rfind(", when "),
    )
    return before[cut + 1 :]
