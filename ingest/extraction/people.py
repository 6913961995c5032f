"""Persons of a document: titled names, names alone, and who a surname or a role stands for."""

import re
from typing import NamedTuple

from ingest.extraction.lexicon import words
from ingest.extraction.marks import Marks
from ingest.extraction.titles import Title, title_at
from ontology.names import person_key, strip_titles, surname


class Named(NamedTuple):
    """A person named at the tokens [start, end) (the name alone), with titles that stand beside it."""

    start: int
    end: int
    name: str
    titles: tuple[Title, ...]
    left: int
    right: int
    """The tokens from the first title to the last, name included."""
    rule: str


class RoleWord(NamedTuple):
    """A title that stands alone: "the Russian President", "the two ministers"."""

    title: Title


def _full_name(marks: Marks, start: int, end: int) -> str:
    return re.sub(r"\s+", " ", marks.words(start, end)).strip()


class TitleReader:
    """Reads the titles and titled names of one sentence, left to right."""

    def __init__(self, marks: Marks) -> None:
        self.marks = marks
        self.people: list[Named] = []
        self.roles: list[RoleWord] = []

    def read(self) -> None:
        """Fills `people` and `roles`."""
        position = 0
        while position < len(self.marks):
            title = title_at(self.marks, position)
            position = self._take(title, position) if title else position + 1

    def _take(self, title: Title, position: int) -> int:
        """Notes the title with the names beside it; the position to go on from."""
        titles, end = self._stacked(title)
        start = self.marks.after_ranks(end)
        names = self._names(start, titles[-1])
        if names:
            return self._titled(tuple(titles), names)
        if len(titles) == 1 and (after := self._name_after_comma(title)):
            return self._titled((title,), [after])
        if self._follows_name(title):
            return self._after_name(titles)
        self.roles += [RoleWord(each) for each in titles]
        return max(titles[-1].end, position + 1)

    def _stacked(self, title: Title) -> tuple[list[Title], int]:
        """The title and those that follow it with a comma or "and", as far as they share one name."""
        titles, end = [title], title.end
        while (step := self._next_title(end, title)) is not None:
            titles.append(step)
            end = step.end
        if len(titles) > 1 and not self._names(self.marks.after_ranks(end), titles[-1]) and not self._follows_name(title):
            return [title], title.end
        return titles, end

    def _next_title(self, end: int, first: Title) -> Title | None:
        marks = self.marks
        if not marks.says(end, ",", "and", "-", "–", "—") or first.plural:
            return None
        if first.definite and first.is_bare and first.post.count(" ") == 0:
            return None
        for position in range(end + 1, min(end + 7, len(marks))):
            step = title_at(marks, position)
            if step:
                begins = step.start <= end + 1 or (step.start == end + 2 and marks.says(end + 1, "and"))
                if not begins or step.definite or step.plural:
                    return None
                between = step.start - end
                return step if between <= 2 else None
        return None

    def _names(self, start: int, title: Title) -> list[tuple[int, int]]:
        """The names that follow a title directly: one, or several after a plural title."""
        marks = self.marks
        if not self._may_be_name(start):
            return []
        end = marks.name_end(start)
        if end == start:
            return []
        found = [(start, end)]
        while title.plural and marks.says(end, ",", "and"):
            follow = end + 1 + (marks.says(end, ",") and marks.says(end + 1, "and"))
            follow = marks.after_ranks(follow)
            last = marks.name_end(follow)
            if last == follow or marks.head(follow):
                break
            found.append((follow, last))
            end = last
        return found

    def _may_be_name(self, start: int) -> bool:
        token = self.marks.token(start)
        if token is None:
            return False
        before = self.marks.token(start - 1)
        return before is None or before.text not in ".:;" or before.folded in words("ranks") | words("honorifics")

    def _name_after_comma(self, title: Title) -> tuple[int, int] | None:
        """"The Prosecutor of the region, Ann Lee, held …": a name set off by commas after a full title."""
        marks = self.marks
        if not marks.says(title.end, ",") or title.is_bare or title.plural:
            return None
        if not (title.definite or title.start == 0) or self._follows_name(title):
            return None
        start = marks.after_ranks(title.end + 1)
        end = marks.name_end(start)
        if end - start < 2 or marks.head(start):
            return None
        return (start, end) if end == len(marks) or marks.says(end, ",", ".", "and", ";", ")", "(") else None

    def _follows_name(self, title: Title) -> bool:
        """Does a name and a comma, dash or bracket stand before the title?"""
        return self._name_before(title) is not None

    def _name_before(self, title: Title) -> tuple[int, int] | None:
        marks, sign = self.marks, title.start - 1
        if not marks.says(sign, ",", "(", "-", "–", "—"):
            return None
        start = sign
        while start > 0 and (marks.is_name_word(start - 1) or (marks.is_("particles", start - 1) and start < sign)):
            start -= 1
        if start < sign and marks.name_end(start, most=6) == sign and sign - start >= 1:
            known = any(each.end == sign for each in self.people)
            start = min(self.marks.after_ranks(start), sign - 1)
            return None if known and not self._set_off(title) else (start, sign)
        return None

    def _set_off(self, title: Title) -> bool:
        """Is the title itself closed by a sign, so that it belongs to the name before?"""
        return title.end >= len(self.marks) or self.marks.says(title.end, ",", ")", ".", ";", "-", "–", "—", "and", "who")

    def _after_name(self, titles: list[Title]) -> int:
        span = self._name_before(titles[0])
        if span is None or titles[0].plural:
            self.roles += [RoleWord(each) for each in titles]
            return titles[-1].end
        self._add(span, tuple(titles), span[0], titles[-1].end, "title-after-name")
        return titles[-1].end

    def _titled(self, titles: tuple[Title, ...], names: list[tuple[int, int]]) -> int:
        shared = titles[-1].countries
        for number, (start, end) in enumerate(names):
            own = titles
            if len(shared) == len(names):
                own = (*titles[:-1], titles[-1]._replace(country=shared[number], countries=()))
            rule = "plural-title" if titles[-1].plural else "stacked-titles" if len(titles) > 1 else "title-before-name"
            self._add((start, end), own, titles[0].start if number == 0 else start, end, rule)
        return names[-1][1]

    def _add(self, span: tuple[int, int], titles: tuple[Title, ...], left: int, right: int, rule: str) -> None:
        name = _full_name(self.marks, *span)
        self.people = [each for each in self.people if each.start != span[0]] + [
            Named(span[0], span[1], name, titles + next((e.titles for e in self.people if e.start == span[0]), ()), min(left, span[0]), max(right, span[1]), rule)
        ]
