"""The title grammar: reads the words of a post, its body or country, left to right.

A title is: prefix (country, body, portfolio), head, complement ("of the … Committee of …"). Where a
name follows the complement without a sign, the split rule says where the body ends.
"""

from typing import NamedTuple

from ingest.extraction.lexicon import words
from ingest.extraction.marks import NATIONAL_SEATS, Marks

_LINKS = ("of", "for")
_TO_HEADS = (
    "ambassador",
    "envoy",
    "aide",
    "adviser",
    "advisor",
    "assistant",
    "representative",
    "counsellor",
    "attache",
)
_RUN_LINKS = ("of", "the", "for", "and", "on", "in", "&", "to", "with", "against")


class Title(NamedTuple):
    """A post as written at the tokens [start, end); `post` is its text without the complement."""

    start: int
    end: int
    post: str
    head: str
    body: str | None = None
    country: str | None = None
    former: bool = False
    acting: bool = False
    nominee: bool = False
    plural: bool = False
    definite: bool = False
    countries: tuple[str, ...] = ()

    @property
    def is_bare(self) -> bool:
        """Does it name neither body nor country?"""
        return self.body is None and self.country is None and not self.countries


class _Prefix(NamedTuple):
    start: int
    post_start: int
    body: str | None
    country: str | None
    flags: frozenset[str]


def title_at(marks: Marks, position: int) -> Title | None:
    """The title whose head begins there; None where there is none."""
    head = marks.head(position)
    if head is None or marks.within_land(position):
        return None
    end, name, plural = head
    if end - position == 1 and not _is_title_word(marks, position):
        return None
    prefix = _prefix(marks, position)
    stop, body, lands, tail = _complement(marks, end, name, plural)
    post = _singular(marks, prefix.post_start, position, end, name if plural else "") + tail
    country = prefix.country or (lands[0] if len(lands) == 1 else None)
    if name in words("weak_heads") and not (
        prefix.body or country or body or lands or post.count(" ")
    ):
        return None
    flags = prefix.flags | _suffix_flags(marks, stop)
    return Title(
        prefix.start, stop, post, name, body or prefix.body, country,
        "former" in flags, "acting" in flags, "nominee" in flags, plural, "the" in flags,
        lands if len(lands) > 1 else (),
    )  # fmt: skip


def _singular(marks: Marks, start: int, position: int, end: int, name: str) -> str:
    """The words of the post, a head in the plural replaced by its singular `name`."""
    if not name:
        return marks.words(start, end)
    name = name.title() if marks.is_capital(position) else name
    return f"{marks.words(start, position)} {name}".strip()


def _is_title_word(marks: Marks, position: int) -> bool:
    """Is it not the verb or noun that a title may also be: "chairs", "heads", "deputy heads"?"""
    token = marks.tokens[position]
    if marks.says(position + 1, "'s", "’s") and marks.is_body(position + 2):
        return False
    if token.folded == "member" and marks.says(position + 1, "states", "state", "countries", "-"):
        return False
    if token.folded in (
        "chairs",
        "heads",
        "leads",
        "captains",
        "chair",
        "members",
        "deputies",
        "count",
    ):
        return marks.is_capital(position) or marks.says(
            position - 1, "the", "deputy", "of", "with", "department"
        )
    return True


def _suffix_flags(marks: Marks, position: int) -> frozenset[str]:
    if marks.is_("not_holders", position) and not marks.says(position, "proposed"):
        return frozenset({"nominee"})
    if marks.says(position, "-") and marks.is_("not_holders", position + 1):
        return frozenset({"nominee"})
    return frozenset()


def _flag_of(marks: Marks, position: int) -> str | None:
    """The tenure word there, if it is one."""
    for flag in ("former", "acting"):
        if marks.is_(flag, position):
            return flag
    if marks.is_("not_holders", position):
        return "nominee"
    if marks.says(position, "the"):
        return "the"
    return "" if marks.is_("new_words", position) else None


def _prefix(marks: Marks, position: int) -> _Prefix:
    """Reads leftwards from the head: portfolio, body, country, tenure words."""
    post_start = _portfolio(marks, position)
    start, body, country, flags = post_start, None, None, set[str]()
    step = _body_before(marks, start)
    if step < start:
        body, start = marks.words(step, start), step
        body = body.removesuffix("'s").removesuffix("’s")
    land = _land_before(marks, start)
    if land is not None:
        country, start = land
    while (flag := _flag_of(marks, start - 1)) is not None:
        start -= 1
        flags.add(flag)
        if flag == "the":
            break
        if country is None and (land := _land_before(marks, start)) is not None:
            country, start = land
    if body is not None and body.lower() in NATIONAL_SEATS:
        country = country or next((x.code for x in marks.lands.values() if x.form == "seat"), None)
    return _Prefix(start, post_start, body, country, frozenset(flags - {""}))


def _land_before(marks: Marks, position: int) -> tuple[str, int] | None:
    """The country just before, as "Egyptian", "Belarus" or "Russia's"."""
    at = position - 1 if marks.says(position - 1, "'s", "s", "’s", "'") else position
    land = marks.land_ends.get(at)
    if land is None or land.form == "seat":
        return None
    if land.form == "capital" and at == position:
        return None
    return land.code, land.start


def _portfolio(marks: Marks, position: int) -> int:
    """The first of the portfolio words before the head: "Economy, Trade and Industry" Minister."""
    start = position
    while start > 0:
        before = start - 1
        if (
            marks.is_("portfolios", before)
            and not marks.within_land(before)
            and not marks.is_body(before)
        ):
            start = before
        elif (
            marks.says(before, "and", ",", "&")
            and start < position
            and _lists_portfolio(marks, before)
        ):
            start = before
        else:
            break
    return start


def _lists_portfolio(marks: Marks, sign: int) -> bool:
    same_case = marks.is_capital(sign - 1) == marks.is_capital(sign + 1)
    return marks.is_("portfolios", sign - 1) and same_case and not marks.is_body(sign - 1)


def _body_before(marks: Marks, position: int) -> int:
    """The first token of a body's name that stands before a title: "KGB", "Security Council"."""
    at = position - 1 if marks.says(position - 1, "'s", "’s") else position
    if (
        at < 1
        or marks.within_land(at - 1)
        and marks.land_ends.get(at, None) is not None
        and marks.land_ends[at].form != "seat"
    ):
        return position
    if marks.land_ends.get(at) is not None:
        return (
            marks.land_ends[at].start
            if marks.says(marks.land_ends[at].start, "the") is False
            else marks.land_ends[at].start + 1
        )
    if marks.says(at - 1, ")") and marks.is_acronym(at - 2) and marks.says(at - 3, "("):
        at -= 3
    if not _may_end_body(marks, at - 1):
        return position
    start = at - 1
    is_body = marks.is_body(at - 1)
    while start > 0 and _may_be_in_body(marks, start - 1, is_body):
        start -= 1
    while start < at and (
        marks.says(start, "and", "of", "the", "&", "for") or marks.is_("not_name", start)
    ):
        start += 1
    return start if start < at else position


def _may_end_body(marks: Marks, position: int) -> bool:
    token = marks.token(position)
    if token is None or not token.is_capital or not token.is_word:
        return False
    if marks.is_acronym(position) or marks.is_body(position):
        return True
    return not (
        marks.is_("not_name", position)
        or marks.is_("ranks", position)
        or marks.is_("honorifics", position)
    )


def _may_be_in_body(marks: Marks, position: int, is_body: bool) -> bool:
    if (
        marks.within_land(position)
        or marks.is_("former", position)
        or marks.is_("acting", position)
    ):
        return False
    if marks.is_capital(position) and marks.tokens[position].is_word:
        return not marks.is_("not_name", position)
    joins = is_body and marks.says(position, "and", "of", "&", "for")
    return joins and marks.is_capital(position - 1) and marks.is_capital(position + 1)


def _complement(
    marks: Marks, end: int, head: str, plural: bool
) -> tuple[int, str | None, tuple[str, ...], str]:
    """What follows the head: its end, the body, the countries, and what belongs to the post's own text."""
    links = (*_LINKS, "to", "at", "in", "with", "on") if head.split()[-1] in _TO_HEADS else _LINKS
    if not marks.says(end, *links):
        return end, None, (), ""
    start = end + 1
    if marks.says(start, "the", "a", "its", "his", "their"):
        start += 1
    nested = title_at(marks, start) if marks.head(start) and not marks.is_body(start + 1) else None
    if nested and nested.start <= start:
        return (
            nested.end,
            nested.body,
            (nested.country,) if nested.country else (),
            marks.text[marks.tokens[end - 1].end : marks.tokens[start].start] + nested.post,
        )
    if head.endswith(("minister", "secretary", "secretary of state")) and marks.is_("portfolios", start):
        return _of_portfolio(marks, end, start)
    stop = _body_end(marks, start)
    if stop == start:
        return end, None, (), ""
    lands = _lands_only(marks, start, stop)
    linked = marks.text[marks.tokens[end - 1].end : marks.tokens[start].start]
    if lands:
        if (
            marks.says(end, "to", "in")
            or marks.says(end, "for")
            and head.endswith(("envoy", "representative"))
        ):
            return stop, None, (), linked + marks.words(start, stop)
        return stop, None, lands, ""
    return stop, marks.words(start, stop), (), ""


def _of_portfolio(
    marks: Marks, end: int, start: int
) -> tuple[int, str | None, tuple[str, ...], str]:
    """ "Minister of Foreign Affairs [of Egypt]": the portfolio belongs to the post."""
    stop = _portfolio_end(marks, start)
    if (
        marks.is_body(stop)
        and marks.is_capital(stop)
        or marks.is_body(stop - 1)
        and not marks.is_("portfolios", stop - 1)
    ):
        stop = _body_end(marks, start)
        return stop, marks.words(start, stop), (), ""
    tail = marks.text[marks.tokens[end - 1].end : marks.tokens[stop - 1].end]
    if marks.says(stop, "of", "for"):
        follow = stop + 1 + marks.says(stop + 1, "the")
        beyond = _body_end(marks, follow)
        lands = _lands_only(marks, follow, beyond)
        if lands:
            return beyond, None, lands, tail
        if beyond > follow:
            return beyond, marks.words(follow, beyond), (), tail
    return stop, None, (), tail


def _portfolio_end(marks: Marks, start: int) -> int:
    end = start
    while end < len(marks):
        if marks.is_("portfolios", end) and not marks.head(end):
            end += 1
        elif (
            marks.says(end, "and", ",", "&")
            and marks.is_("portfolios", end + 1)
            and not marks.head(end + 1)
            and not _list_of_titles(marks, end + 1)
        ):
            end += 2
        elif (
            marks.says(end, "and", ",")
            and marks.says(end + 1, "the", "and")
            and marks.is_("portfolios", end + 2)
            and not marks.head(end + 2)
            and not _list_of_titles(marks, end + 2)
        ):
            end += 3
        else:
            break
    return end


def _list_of_titles(marks: Marks, position: int) -> bool:
    """Do the words there lead to another title: "Minister of Defence, Foreign Minister …"?"""
    end = position
    while marks.is_("portfolios", end):
        end += 1
    return marks.head(end) is not None or marks.is_body(end)


def _lands_only(marks: Marks, start: int, stop: int) -> tuple[str, ...]:
    """The codes where the words are just names of countries ("Russia and Belarus")."""
    found, position = [], start
    while position < stop:
        land = marks.lands.get(position)
        if land and land.form in ("name", "seat"):
            found.append(land.code)
            position = land.end
        elif marks.says(position, "and", ",", "the", "of"):
            position += 1
        elif marks.says(position, "republic", "kingdom", "federation", "state"):
            position += 1
        else:
            return ()
    return tuple(found)


def _anchors(marks: Marks, position: int) -> int:
    """The end of the body word there (country, acronym, "Committee", portfolio); `position` if none."""
    land = marks.lands.get(position)
    if land:
        return land.end
    if marks.says(position, "("):
        close = next(
            (n for n in range(position, min(position + 6, len(marks))) if marks.says(n, ")")), None
        )
        return close + 1 if close else position
    body = (
        marks.is_body(position) or marks.is_acronym(position) or marks.is_("portfolios", position)
    )
    return position + 1 if body else position


def _body_end(marks: Marks, start: int) -> int:
    """The split rule: where a body's name that begins there ends, before a person's name if one follows."""
    if not (marks.is_capital(start) or marks.is_body(start) or marks.says(start, "“", '"')):
        return start
    if not marks.is_capital(start):
        return _lower_body_end(marks, start)
    end, anchor, run = start, start, start
    while end < len(marks):
        step = _anchors(marks, end)
        if step > end and (marks.is_capital(end) or marks.says(end, "(")):
            end = anchor = step
        elif marks.is_capital(end) and marks.tokens[end].is_word and not _ends_body(marks, start, end):
            end += 1
        elif (anchor in (start, end) or marks.says(end, "of", "for")) and (follow := _linked(marks, end)) > end:
            end = run = follow
        else:
            break
    return _split(marks, start, end, anchor, run)


def _ends_body(marks: Marks, start: int, position: int) -> bool:
    """Does another title begin there? "Joint Chiefs" goes on, "… Committee, Minister …" does not."""
    head = marks.head(position)
    return head is not None and not marks.is_body(position) and not (head[2] and position > start)


def _starts_title(marks: Marks, position: int) -> bool:
    return marks.head(position) is not None and not marks.is_body(position)


def _split(marks: Marks, start: int, end: int, anchor: int, run: int) -> int:
    """The end of the body in the capitalised words [start, end); `anchor` is behind its last sure word."""
    if marks.is_("territory_heads", end) and anchor < end:
        return end + 1
    if anchor > run or anchor == end:
        return anchor
    length = end - run
    if length >= 3 and marks.name_end(end - 2) == end:
        return end - 2
    return end


def _linked(marks: Marks, position: int) -> int:
    """The position behind small words that lead on inside a body's name; `position` if they do not."""
    end = position
    while end < len(marks) and marks.says(end, *_RUN_LINKS) and end - position < 3:
        end += 1
    if end == position or not marks.is_capital(end):
        return position
    if marks.says(position, "and", "&"):
        return end if _body_follows(marks, end) else position
    if marks.says(position, "in", "to", "with", "on", "against", "the"):
        return end if _body_follows(marks, end) and not marks.lands.get(end) else position
    return position if _starts_title(marks, end) and not _body_follows(marks, end) else end


def _body_follows(marks: Marks, position: int) -> bool:
    """Does a capitalised run from here reach the head of a body before a name could begin?"""
    end = position
    while marks.is_capital(end) and end - position < 4:
        if marks.is_body(end) or marks.is_acronym(end) or marks.is_("portfolios", end):
            return True
        end += 1
    return False


def _lower_body_end(marks: Marks, start: int) -> int:
    """ "the department for … of the Office": lower-case words up to the last sure word of a body."""
    end, anchor = start, start + 1
    while end < min(len(marks), start + 18) and (marks.tokens[end].is_word or marks.says(end, "-")):
        if marks.is_capital(end):
            stop = _body_end(marks, end)
            return stop if marks.name_end(stop) > stop or stop > end else anchor
        end += 1
    return anchor
