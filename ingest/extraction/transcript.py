"""Speech that is printed under its speaker: "President Lee: We met in Utopia last month"."""

import re
from collections.abc import Iterable

from ingest.extraction.actors import Actor
from ingest.extraction.sentences import Sentence
from ingest.extraction.tagging import Tagged

_LABEL = re.compile(r"\{P(\d+)\}(?:\s*\([^)]{1,40}\))?\s*:\s")
_TWO = 2


class Transcript:
    """Who speaks at present, and to whom, where a document prints what two persons say to each other."""

    def __init__(self, tagged: Iterable[Tagged]) -> None:
        speakers = (_labelled(each) for each in tagged)
        self._speakers = list(dict.fromkeys(each for each in speakers if each is not None))
        self._block = -1
        self.speaker: Actor | None = None
        """Who says "I"; None outside of printed speech."""

    @property
    def listener(self) -> Actor | None:
        """Who is meant by "you": the other one of just two."""
        if self.speaker is None or len(self._speakers) != _TWO:
            return None
        return next(each for each in self._speakers if each is not self.speaker)

    @property
    def both(self) -> list[Actor]:
        """Whom "we" may stand for: the two; empty where there are more or fewer."""
        listener = self.listener
        return [self.speaker, listener] if self.speaker and listener else []

    def go_on(self, sentence: Sentence, tagged: Tagged) -> None:
        """Takes the label of a paragraph; without one, the speech goes on."""
        if sentence.block != self._block:
            self._block = sentence.block
            self.speaker = _labelled(tagged) or self.speaker


def _labelled(tagged: Tagged) -> Actor | None:
    """The one person under whose name the words of a paragraph stand."""
    label = _LABEL.match(tagged.text)
    span = tagged.spans[int(label[1])] if label else None
    return span.actors[0] if span and len(span.actors) == 1 else None
