"""What the context of a date gives that the date itself leaves open."""

from datetime import date

from ontology.edtf import Edtf, bounds, is_day
from ontology.model import Record


class Anchor(Record):
    """What the context gives: the report's date, the year and month named last, the date spoken of."""

    published: Edtf | None = None
    year: int | None = None
    month: int | None = None
    reference: Edtf | None = None
    """What "the same day" and "two days later" count from."""

    def year_for(self, month: int, day: int = 15) -> int:
        """The year that puts a date nearest to the anchor; raises LookupError where there is none."""
        near = self.published
        if self.year and not near:
            near = f"{self.year:04}-{self.month:02}" if self.month else f"{self.year:04}"
        if near is None:
            raise LookupError
        first, last = bounds(near)
        if (last - first).days > 200:
            return first.year
        middle = _centre(near)

        def distance(year: int) -> float:
            # A report tells mostly of what was: a day ahead counts for more than a day back.
            ahead = (date(year, month, min(day, 28)) - middle).days
            return ahead * 1.5 if ahead > 0 else -ahead

        return min((middle.year - 1, middle.year, middle.year + 1), key=distance)

    def known_year(self) -> int:
        """The report's year, else the one named last; raises LookupError where there is none."""
        if self.published:
            return bounds(self.published)[0].year
        if self.year:
            return self.year
        raise LookupError

    def today(self) -> date:
        """The day of the report; raises LookupError where it is not one day."""
        if self.published is None or not is_day(self.published):
            raise LookupError
        return bounds(self.published)[0]


def _centre(edtf: str) -> date:
    first, last = bounds(edtf)
    return first + (last - first) / 2
