"""Whether what a model quotes stands in the paragraph that it was sent, and where."""

import re
from collections.abc import Iterable, Sequence

from ingest.assisting.paragraphs import Area, Paragraph


class Evidence:
    """The places of a fact's quotes; false where one of them does not stand in what was sent."""

    def __init__(self, text: str, paragraph: Paragraph, quote: str, context: Sequence[str]) -> None:
        """The quote must stand in the paragraph itself, those of the context may stand in its lead-in."""
        self._text = text
        anywhere = (paragraph.area, *paragraph.context)
        core = _place(text, quote, (paragraph.area,))
        others = [_place(text, each, anywhere) for each in context]
        found = [each for each in (core, *others) if each is not None]
        complete = len(found) == 1 + len(context)
        self.areas = list(dict.fromkeys(found)) if complete else []

    def __bool__(self) -> bool:
        return bool(self.areas)

    def place(self, name: str) -> Area | None:
        """Where a name stands in the quotes; None where it does not."""
        return _place(self._text, name, self.areas)

    def quotes_of(self, *names: str) -> list[Area]:
        """The quotes in which these names stand, the core among them only where one does."""
        places = [place for name in names if (place := self.place(name))]
        return [each for each in self.areas if any(_within(place, each) for place in places)]


def _within(place: Area, area: Area) -> bool:
    return area[0] <= place[0] and place[1] <= area[1]


def _place(text: str, words: str, areas: Iterable[Area]) -> Area | None:
    """The first place of whole words, letter by letter, in one of the areas."""
    wanted = words.strip()
    if not wanted:
        return None
    pattern = re.compile(rf"(?<!\w){re.escape(wanted)}(?!\w)")
    for start, end in areas:
        if found := pattern.search(text, start, end):
            return found.span()
    return None
