"""Persons in one sentence: names with the titles beside them, and titles that stand alone."""

import re
from typing import NamedTuple

from ingest.extraction.bodies import body_at
from ingest.extraction.marks import Marks
from ingest.extraction.sharing import shared_out, sharing_country
from ingest.extraction.titles import Title, title_at
from ingest.extraction.whose import of_its_body

_LONGEST_ASIDE, _SHORTEST = 6, 3
_COUNTERPARTS = ("counterpart", "counterparts", "colleague")
_DASHES = ("-", "–", "—")
_SIGNS = (",", "(", "[", *_DASHES)
_CLOSING = (",", ")", "]", ".", ";", "-", "–", "—", "and", "who", "as", "from")


class Named(NamedTuple):
    """A person named at the tokens [start, end) (the name alone), with the titles that stand beside it."""

    start: int
    end: int
    name: str
    titles: tuple[Title, ...]
    left: int
    right: int
    """The tokens from the first title to the last, name included, are [left, right)."""
    rule: str
    counterpart: str | None = None
    """Code of the country where this person holds the post that somebody named before holds elsewhere."""


class TitleReader:
    """Reads the titles and titled names of one sentence, left to right."""

    def __init__(self, marks: Marks) -> None:
        self.marks = marks
        self.people: list[Named] = []
        self.roles: list[Title] = []

    def read(self) -> None:
        """Fills `people` and `roles`."""
        position = 0
        while position < len(self.marks):
            title = title_at(self.marks, position)
            behind = self._take(title, position) if title else position
            position = max(behind, position + 1)
        self._counterparts()
        self.people = [self._with_its_body(each) for each in self.people]

    def _with_its_body(self, named: Named) -> Named:
        """Gives bare titles the body that the words before them name."""
        titles = tuple(of_its_body(self.marks, title) for title in named.titles)
        return named._replace(titles=titles)

    def _take(self, title: Title, position: int) -> int:
        """Notes the title with the names beside it; the position to go on from."""
        titles = self._stacked(title)
        first, last = titles[0], titles[-1]
        names = self._names(last)
        if names:
            return self._titled(titles, names)
        if signer := self._signer(first, last):
            self._add(signer, titles, signer[0], last.end, "signature")
            return last.end
        before, after = self._name_before(titles[0]), self._name_set_off(last)
        if after and not (before and not self._has_title(before)):
            return self._titled((*titles[:-1], last), [after], "name-set-off")
        if before and not first.plural:
            return self._after_name(titles, before)
        self.roles.append(first)
        return self._behind_staff(first, position)

    def _behind_staff(self, title: Title, position: int) -> int:
        """ "a spokesman for President Lee": where to go on so that whom nameless staff work for is read too."""
        marks = self.marks
        for step in range(position + 1, title.end) if " for " in title.post else ():
            chief = title_at(marks, step) if marks.says(step - 1, "for") else None
            if chief and self._names(chief):
                return step
        return max(title.end, position + 1)

    # ------------------------------------------------------------- several titles

    def _stacked(self, title: Title) -> tuple[Title, ...]:
        """The title and those that follow it with a comma or "and" and share its name."""
        titles = [title]
        before = self._name_before(title)
        behind_name = before is not None and not self._has_title(before)
        while (step := self._next_title(titles[-1])) is not None:
            dashed = self.marks.says(titles[-1].end, *_DASHES)
            if behind_name and self._names(step) and not dashed:
                break
            titles.append(step)
        while len(titles) > 1 and not self._has_name_near(tuple(titles)):
            titles.pop()
        return sharing_country(titles)

    def _has_name_near(self, titles: tuple[Title, ...]) -> bool:
        last = titles[-1]
        return bool(self._names(last) or self._name_set_off(last) or self._name_before(titles[0]))

    def _next_title(self, title: Title) -> Title | None:
        marks, end = self.marks, title.end
        if title.plural or not marks.says(end, ",", "and", "-", "–", "—", "&", "/"):
            return None
        if title.definite and title.is_bare and " " not in title.post:
            return None
        begin = end + 1 + (marks.says(end, ",") and marks.says(end + 1, "and"))
        for position in range(begin, min(begin + 5, len(marks))):
            step = title_at(marks, position)
            if step and step.is_weak and marks.is_capital(step.end):
                continue  # "Chief State Inspector"
            if step:
                fits = step.start == begin and not (step.definite or step.plural or step.is_weak)
                return step if fits else None
        return None

    # ------------------------------------------------------------- names beside titles

    def _names(self, title: Title) -> list[tuple[int, int]]:
        """The names that follow a title directly: one, or several after a plural title."""
        marks = self.marks
        start = title.end
        if title.plural and marks.says(start, ",", ":", "-", "–", "—"):
            start += 1
        start = marks.after_ranks(start)
        end = marks.name_end(start)
        land = marks.lands.get(start)
        if end == start and land and land.end == start + 1 and marks.is_name_word(land.end):
            end = marks.name_end(land.end)  # "Minister German Lee", "President Georgia Lee"
        if end == start or not self._is_person(start, end):
            return []
        if self._is_of_body(end) or self._goes_on(title, start, end):
            return []  # "King Olav Convention Centre"
        found = [(start, end)]
        end = self._behind_land(end) if title.plural else end
        while title.plural and marks.says(end, ",", "and"):
            follow = end + 1 + (marks.says(end, ",") and marks.says(end + 1, "and"))
            follow = marks.after_ranks(follow)
            last = marks.name_end(follow)
            if (
                last == follow
                or marks.head(follow)
                or marks.head(last)
                or not self._is_person(follow, last)
            ):
                break
            found.append((follow, last))
            end = self._behind_land(last)
        if title.plural and len(found) == 1 and start > title.end + 1:
            return []
        return found

    def _goes_on(self, title: Title, start: int, end: int) -> bool:
        """ "governors of Riga, Daugava and Venta regions": does one word behind a comma go on with what they are of?"""
        listed = start == title.end + 1 and self.marks.says(start - 1, ",")
        return listed and not title.is_bare and end - start == 1

    def _behind_land(self, end: int) -> int:
        """ "Presidents Ann Lee of Utopia and Bo Ray of Ruritania": the end of a name with the country it is of."""
        marks = self.marks
        land = marks.lands.get(end + 1 + marks.says(end + 1, "the"))
        return land.end if marks.says(end, "of") and land and land.form == "name" else end

    def _is_person(self, start: int, end: int) -> bool:
        """Not a thing that a title may also stand before: "Head Office", "Minister's Cup"."""
        marks = self.marks
        if end - start > 1 or marks.is_surname(start):
            return not marks.is_sure(end - 1)
        thing = marks.is_("portfolios", start) or marks.is_body(end) or marks.head(end) is not None
        return not thing and len(marks.tokens[start].text) > 1

    def _is_of_body(self, end: int) -> bool:
        """Do the words that follow a name without a sign between make it a body's?"""
        marks = self.marks
        behind = end + (marks.is_capital(end) and not marks.is_body(end))
        return marks.is_capital(behind) and marks.is_body(behind)

    def _name_set_off(self, title: Title) -> tuple[int, int] | None:
        """ "the Energy Minister [Ann Lee]", where an editor added the name, or one set off by commas."""
        marks = self.marks
        start = marks.after_ranks(title.end + 1)
        end = marks.name_end(start)
        inside = marks.says(title.end, "[") and marks.says(end, "]") and self._is_person(start, end)
        return (start, end) if inside else self._name_after_comma(title)

    def _name_after_comma(self, title: Title) -> tuple[int, int] | None:
        """ "The Prosecutor of the region, Ann Lee, held …": a name set off by commas after a full title."""
        marks = self.marks
        sign = self._behind_place(title)
        if title.plural or not marks.says(sign, ","):
            return None
        if not (title.definite or title.owned or title.start == 0 or not title.is_bare):
            return None
        start = marks.after_ranks(sign + 1)
        start += bool(marks.head(start)) and marks.name_end(start + 1) - start > 2
        end = marks.name_end(start)
        if end - start < 2 and not (end > start and start > sign + 1):
            return None
        initials = all(len(token.text) < _SHORTEST for token in marks.tokens[start:end])
        if marks.head(start) or initials or not self._is_person(start, end):
            return None
        closed = end == len(marks) or marks.says(
            end, ",", ".", "and", ";", ")", "(", ":", "-", "–", "—"
        )
        return (start, end) if closed and not self._title_follows(end) else None

    def _signer(self, first: Title, last: Title) -> tuple[int, int] | None:
        """The name with which a line begins that is nothing but a name and its titles."""
        marks = self.marks
        if last.end < len(marks) or first.start == 0 or not marks.is_capital(first.start):
            return None
        start = marks.after_ranks(0)
        end = marks.name_end(start)
        sign = marks.says(end, ",", "-", "–", "—")
        return (start, end) if end - start > 1 and end + sign == first.start else None

    def _behind_place(self, title: Title) -> int:
        """The end of a title with the place where the post is: "head of delegation in Riga, Ann Lee"."""
        marks, end = self.marks, title.end
        follow = end + 1 + marks.says(end + 1, "the")
        if not marks.says(end, "in", "at") or not marks.is_capital(follow):
            return end
        land = marks.lands.get(follow)
        stop = land.end if land else follow + 1
        return stop if marks.says(stop, ",") else end

    def _title_follows(self, end: int) -> bool:
        """Does a title in apposition follow the name, so that it begins an item of a list?"""
        marks = self.marks
        if not marks.says(end, ","):
            return False
        for position in range(end + 1, min(end + 6, len(marks))):
            step = title_at(marks, position)
            if step:
                ends = marks.says(step.end, ",", ";", ".") or step.end >= len(marks)
                alone = ends and not self._name_between_commas(step.end)
                return step.start == end + 1 and not step.definite and alone and not step.is_bare
        return False

    def _name_between_commas(self, sign: int) -> bool:
        """Is it a list of titles each with a name behind: "Head of the Office, Ann Lee, Head of the Agency, Bo Ray"?"""
        marks = self.marks
        start = marks.after_ranks(sign + 1)
        end = marks.name_end(start)
        closed = end >= len(marks) or marks.says(end, ",", ".", ";", "and")
        return marks.says(sign, ",") and end - start > 1 and closed

    def _name_before(self, title: Title) -> tuple[int, int] | None:
        """The name before a comma, dash or bracket that stands before the title."""
        marks, sign = self.marks, self._before_brackets(self._before_other(title.start - 1))
        if not marks.says(sign, *_SIGNS):
            return None
        for known in self.people:
            if known.end == sign:
                return (known.start, known.end) if self._set_off(title) else None
        start = self._name_start(sign)
        while start < sign and marks.is_("particles", start) and not marks.is_capital(start):
            start += 1
        if start == sign or marks.name_end(start, most=6) != sign:
            return None
        if marks.says(start - 1, "the") and marks.is_("sites", sign - 1):
            return None  # "at the Old Theatre, the Utopian President said"
        start = min(marks.after_ranks(start), sign - 1)
        if sign - start == 1 and not (
            marks.is_surname(start)
            or marks.is_("honorifics", start - 1)
            or marks.is_("ranks", start - 1)
        ):
            return None
        return (start, sign) if self._set_off(title) or not title.is_bare else None

    def _name_start(self, end: int) -> int:
        """The first of the words up to a token that a name may consist of."""
        marks, start = self.marks, end
        while start > 0:
            if marks.is_nickname(start - 3) and start < end:
                start -= 3
            elif marks.is_name_word(start - 1) or (
                marks.is_("particles", start - 1) and start < end
            ):
                start -= 1
            else:
                break
        return start

    def _before_other(self, last: int) -> int:
        """ "Ann Lee, a noted lawyer and director of": the sign behind the name, before what else the person is."""
        marks, position = self.marks, last
        if not marks.says(last, "and"):
            return last
        while last - position < _LONGEST_ASIDE and marks.is_lower_word(position - 1):
            position -= 1
        other = marks.says(position, "a", "an") and marks.says(position - 1, ",")
        return position - 1 if other else last

    def _before_brackets(self, sign: int) -> int:
        """ "Ann Lee (Chair), Director": the sign behind the name, not that behind the word in brackets."""
        marks = self.marks
        if marks.says(sign, ",") and marks.says(sign - 1, ")") and marks.says(sign - 3, "("):
            return sign - 3
        return sign

    def _set_off(self, title: Title) -> bool:
        """Is the title itself closed by a sign, so that it belongs to the name before?"""
        return title.end >= len(self.marks) or self.marks.says(title.end, *_CLOSING)

    def _has_title(self, span: tuple[int, int]) -> bool:
        return any(each.start == span[0] and each.titles for each in self.people)

    # ------------------------------------------------------------- notes

    def _after_name(self, titles: tuple[Title, ...], span: tuple[int, int]) -> int:
        last = self._with_body_behind(titles[-1])
        self._add(span, (*titles[:-1], last), span[0], last.end, "title-after-name")
        return max(last.end, titles[0].end)

    def _with_body_behind(self, title: Title) -> Title:
        """ "Ann Lee, Director, Water Agency", "Head of Control, Water Agency": the body behind a comma."""
        marks = self.marks
        field = title.body is not None and not marks.is_body_between(title.start, title.end)
        if (
            not (title.is_bare or (field and title.country is None))
            or not marks.says(title.end, ",")
            or not marks.is_capital(title.end + 1)
        ):
            return title
        first, end = body_at(marks, title.end + 1)
        closed = (
            end >= len(marks) or marks.says(end, ".", ";", ",", ")") or marks.is_lower_word(end)
        )
        if end > first and closed and marks.is_body_between(first, end) and not marks.head(first):
            post = marks.words(title.start, title.end) if field else title.post
            return title._replace(end=end, post=post, body=marks.words(first, end))
        return title

    def _titled(
        self, titles: tuple[Title, ...], names: list[tuple[int, int]], rule: str = ""
    ) -> int:
        marks, left, last = self.marks, titles[0].start, self._of_whom_before(titles[-1])
        for number, (start, stop) in enumerate(names):
            end = stop
            own = last
            if len(last.countries) == len(names):
                own = own._replace(country=last.countries[number], countries=())
            if len(last.posts) == len(names):
                own = own._replace(post=last.posts[number])
            if len(bodies := shared_out(last.body or "")) == len(names):
                own = own._replace(body=bodies[number])
            behind = self._behind_land(end)
            if behind > end and own.is_bare:
                own, end = own._replace(country=marks.land_ends[behind].code), behind
            named = rule or (
                "plural-title"
                if last.plural
                else "stacked-titles"
                if len(titles) > 1
                else "title-before-name"
            )
            self._add(
                (start, stop),
                (*titles[:-1], own),
                left if number == 0 else start,
                end,
                named,
            )
        return self._behind_land(names[-1][1])

    def _of_whom_before(self, title: Title) -> Title:
        """ "Chief of Staff of the Office Ann Lee and his deputies Bo Ray and Cy Moss": whose deputies they are."""
        owned = self.marks.says(title.start, "his", "her", "their") and title.head == "deputy"
        chief = self.people[-1].titles[-1:] if self.people and owned and title.is_bare else ()
        if not chief:
            return title
        (of,) = chief
        post, head = f"Deputy {of.post}", f"deputy {of.head}"
        return title._replace(post=post, head=head, body=of.body, country=of.country)

    def _add(
        self,
        span: tuple[int, int],
        titles: tuple[Title, ...],
        left: int,
        right: int,
        rule: str,
        counterpart: str | None = None,
    ) -> None:
        known = next((each for each in self.people if each.start == span[0]), None)
        name = re.sub(r"\s+", " ", self.marks.words(*span)).strip()
        if known:
            self.people.remove(known)
            titles, left, right = (
                (*known.titles, *titles),
                min(left, known.left),
                max(right, known.right),
            )
        self.people.append(
            Named(*span, name, titles, min(left, span[0]), max(right, span[1]), rule, counterpart)
        )

    # ------------------------------------------------------------- counterparts

    def _counterparts(self) -> None:
        """ "his Kazakh counterpart, General Yerbol Sagintaev"."""
        marks = self.marks
        for position in range(1, len(marks)):
            opposite = marks.says(position, "opposite") and marks.says(position + 1, "number")
            if not (opposite or marks.says(position, *_COUNTERPARTS)):
                continue
            land = marks.land_ends.get(position)
            if land is None or land.form != "demonym":
                continue
            end = position + 1 + opposite
            start = marks.after_ranks(end + marks.says(end, ","))
            stop = marks.name_end(start)
            if stop > start and self._is_person(start, stop):
                self._add((start, stop), (), land.start, stop, "counterpart", land.code)
