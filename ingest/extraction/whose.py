"""The body that the words before a bare title name: "the Ministry denied that its head", "the Government, led by"."""

from ingest.extraction.bodies import bodies_in
from ingest.extraction.lexicon import words
from ingest.extraction.marks import Marks
from ingest.extraction.titles import Title


def of_its_body(marks: Marks, title: Title) -> Title:
    """The title with the body or country that "its" stands for, or that its holder leads or represents."""
    if not title.is_bare:
        return title
    if marks.says(title.start, "its"):
        return _of_its(marks, title)
    return _of_place(marks, title) if title.head == "spokesman" else _of_led(marks, title)


def _of_place(marks: Marks, title: Title) -> Title:
    """ "At the Water Agency, spokesman Bo Ray said": where somebody speaks for it."""
    end = title.start - 1
    start = 1 + marks.says(1, "the")
    there = marks.says(0, "at") and marks.says(end, ",") and start < end
    whole = there and all(marks.is_capital(n) or marks.is_lower_word(n) for n in range(start, end))
    return title._replace(body=marks.words(start, end)) if whole else title


def _of_its(marks: Marks, title: Title) -> Title:
    """ "The Ministry denied that its head, Ann Lee, …": the one body named before."""
    before = [b for b in bodies_in(marks, lambda _: False) if b[1] <= title.start]
    return title._replace(body=marks.words(*before[0])) if len(before) == 1 else title


def _of_led(marks: Marks, title: Title) -> Title:
    """ "the Government of Utopia, led by Prime Minister Ann Lee": whom the title's holder leads."""
    verb = title.start - 2
    led = marks.says(verb + 1, "by") and marks.says(verb, "led", "headed", "represented")
    if not led or title.head not in words("national_posts"):
        return title
    end = verb - marks.says(verb - 1, ",")
    start = next((b[0] for b in bodies_in(marks, lambda _: False) if b[1] == end), end)
    code = _land_led(marks, start, end)
    governs = start < end and marks.is_("governments", end - 1)
    body = marks.words(start, end) if governs and code is None else None
    return title._replace(body=body, country=code)


def _land_led(marks: Marks, start: int, end: int) -> str | None:
    """The country of the body at the tokens [start, end), or of the delegation that is named up to `end`."""
    if start < end:
        lands = {land.code for land in marks.lands.values() if start <= land.start < end}
        return lands.pop() if len(lands) == 1 else None
    land = marks.land_ends.get(end - marks.is_lower_word(end - 1))
    if land is None:
        return None
    own = land.form == "demonym" if land.end < end else marks.says(land.start - 1, "of", "from")
    return land.code if own else None
