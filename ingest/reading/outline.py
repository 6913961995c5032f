"""The outline of marked-up text: the headings and lists that its paragraphs stand in."""

from dataclasses import dataclass, field

from ingest.document import BlockKind
from ingest.reading.lines import TextLine
from ingest.reading.shapes import Shape


@dataclass
class Outline:
    """What encloses the paragraph that comes next."""

    heading: str = ""
    """The tag of the heading that is open."""
    is_new_item: bool = False
    """Has an item begun that has no paragraph yet?"""
    _next: list[int | None] = field(default_factory=list)
    """Of each open list the number of its next item; None where it has none."""
    _titled: bool = False

    def open_list(self, first: int | None) -> None:
        """Opens a list whose items are numbered from `first` on, or not at all."""
        self._next.append(first)

    def close_list(self) -> None:
        """Closes the innermost list, if one is open."""
        del self._next[-1:]

    def shape(self, rows: tuple[TextLine, ...], bold_head: int) -> Shape:
        """The shape of a paragraph that stands here."""
        if self.heading:
            is_title = self.heading == "h1" and not self._titled
            self._titled |= is_title
            return Shape(rows, BlockKind.TITLE if is_title else BlockKind.HEADING)
        level = 3.0 * len(self._next)
        if not self._next or not self.is_new_item:
            return Shape(rows, level=level + 2 if level else 0, bold_head=bold_head)
        self.is_new_item = False
        number = self._next[-1]
        if number is None:
            return Shape(rows, BlockKind.BULLET, mark="•", level=level)
        self._next[-1] = number + 1
        return Shape(rows, BlockKind.BULLET, mark=f"{number}.", level=level)
