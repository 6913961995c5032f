"""What leads up to the head of a title: grades and portfolio, body, country, tenure words."""

import re
from typing import NamedTuple

from ingest.extraction.complements import OF_PORTFOLIO
from ingest.extraction.marks import OWNERS, Marks
from ontology.posts import ACTING, FORMER, GRADES, NOT_YET

_NATIONAL_SEATS = frozenset({"kremlin", "white house", "pentagon", "downing street", "whitehall"})
_PREFIX = re.compile(r"(?:ex|then|former)-(?=[A-Z])", re.IGNORECASE)
_PEOPLES = re.compile(r"(?:ish|ian|ean|ese)$")
_ADJECTIVE = re.compile(r"(?:al|ic|ive|ous|ary|ant|ent)$")
_NEW_TOWNS = (
    "york",
    "jersey",
    "delhi",
    "hampshire",
    "mexico",
    "orleans",
    "south",
    "brunswick",
    "england",
)


_OF_PARTIES = frozenset({"leader", "co-leader", "deputy leader", "chairman", "deputy chairman"})


class Leading(NamedTuple):
    """What stands before the head of a title, from the token `start`; its own words from `post_start`."""

    start: int
    post_start: int
    body: str | None
    country: str | None
    flags: frozenset[str]


def leading(marks: Marks, head: int, name: str, *, placed: bool) -> Leading:
    """Reads leftwards from the head: grades and portfolio, body, country, tenure words.

    Where the title is `placed` in a body behind it, unknown words before it are somebody's name.
    """
    post_start = _post_start(marks, head, name)
    body, flags = None, set[str]()
    country, start = _owner_before(marks, post_start)
    if country is None or (name in _OF_PARTIES and _is_party(marks, start)):
        step = start - 1 if country else _body_before(marks, start)
        sure = any(marks.is_sure(n) for n in range(step, start))
        if step < start and (sure or not placed):
            body, start = re.sub(r"['’]s$", "", marks.words(step, post_start)), step
            country, start = _land_before(marks, start)
    while (flag := _flag_at(marks, start - 1)) is not None:
        start -= 1
        flags.add(flag)
        if flag in ("the", "owned"):
            break
        if country is None:
            country, start = _land_before(marks, start)
    if body is not None and (before := _PREFIX.match(body)):
        body = body[before.end() :]  # "Ex-FBI Chief", "then-White House Adviser"
        flags.add("former")
    if body is not None and body.lower() in _NATIONAL_SEATS:
        country = country or next((x.code for x in marks.lands.values() if x.form == "seat"), None)
    return Leading(start, post_start, body, country, frozenset(flags - {""}))


def _flag_at(marks: Marks, position: int) -> str | None:
    """The tenure word there, if it is one."""
    if position < 0:
        return None
    folded = marks.folded[position]
    if folded == "then" and marks.is_sentence_start(position) and not marks.says(position + 1, "-"):
        return None
    for flag, known in (("former", FORMER), ("acting", ACTING), ("nominee", NOT_YET)):
        if folded in known:
            return flag
    if folded in ("the", "both"):
        return "the"
    if folded in ("our", "my", "his", "her", "its", "their"):
        return "owned"
    if marks.says(position, "-") and marks.says(position - 1, "ex", "then", "former"):
        return ""
    return "" if marks.is_("new_words", position) else None


def _land_before(marks: Marks, position: int) -> tuple[str | None, int]:
    """The country just before, as "Egyptian", "Belarus" or "Russia's", and where it begins."""
    owned = marks.says(position - 1, *OWNERS, "’s", "'")
    at = position - 1 if owned else position
    land = marks.land_ends.get(at)
    if land is None or land.form == "seat" or (land.form == "capital" and not owned):
        return None, position
    return land.code, land.start


def _owner_before(marks: Marks, position: int) -> tuple[str | None, int]:
    """The country just before, or of whom somebody works for: "the Utopian President's Adviser"."""
    land, start = _land_before(marks, position)
    if land:
        return land, start
    if not (marks.says(position - 1, *OWNERS) and _heads_here(marks, position - 2)):
        return None, position
    code, start = _land_before(marks, position - 2)
    return (code, start) if code else (None, position)


def _is_party(marks: Marks, start: int) -> bool:
    """ "Forward Utopia leader": does a word before the country make it the name of a party?"""
    before = marks.token(start - 1)
    land = marks.lands.get(start)
    return (
        before is not None
        and land is not None
        and land.form == "name"
        and before.is_capital
        and "-" not in before.text
        and marks.is_plain_word(start - 1)
        and not marks.is_surname(start - 1)
        and not marks.is_sure(start - 1)
    )


def _post_start(marks: Marks, head: int, name: str) -> int:
    """The first of the grades and portfolio words before the head: "First Deputy", "Economy and Trade"."""
    ministerial = bool(OF_PORTFOLIO.search(name))
    start = head
    while start > 0:
        before = start - 1
        if marks.within_land(before) or marks.is_acronym(before):
            break
        if marks.folded[before] in FORMER | ACTING | NOT_YET:
            break
        if marks.says(before, "under") and not marks.says(start, "secretary"):
            break  # "Deputy Minister of Finance under Prime Minister Lee"
        if (
            marks.folded[before] in GRADES
            or (ministerial and _is_portfolio(marks, before, head))
            or (
                ministerial
                and start < head
                and marks.says(before, "and", ",", "&")
                and _lists_portfolio(marks, before)
            )
        ):
            start = before
        elif marks.says(before, "-") and before and marks.folded[before - 1] in GRADES:
            start = before - 1
        else:
            break
    while start < head and marks.says(start, "and", ",", "&", "-"):
        start += 1
    return _with_field(marks, start)


def _with_field(marks: Marks, start: int) -> int:
    """ "EU foreign policy chief", "Coastal Department health coordinator": the field between body and post."""
    field = start
    while marks.is_lower_word(field - 1) and (
        marks.is_("portfolios", field - 1) or marks.is_("fields", field - 1)
    ):
        field -= 1
    owner = field - marks.says(field - 1, *OWNERS)
    named = marks.is_acronym(owner - 1) or marks.is_body(owner - 1) or owner in marks.land_ends
    return field if named and marks.is_capital(owner - 1) else start


def _is_portfolio(marks: Marks, position: int, head: int) -> bool:
    """Is it a field of work before a minister: a known word, or an unknown one in capitals?"""
    if marks.is_body(position) or marks.is_sentence_start(position):
        beside = position == head - 1  # "Public Works Minister"
        return marks.is_("portfolios", position) and (beside or not marks.is_body(position))
    if marks.is_("portfolios", position):
        return True
    return (
        position == head - 1
        and marks.is_capital(position)
        and marks.is_capital(head)
        and marks.is_plain_word(position)
    )


def _lists_portfolio(marks: Marks, sign: int) -> bool:
    same_case = marks.is_capital(sign - 1) == marks.is_capital(sign + 1)
    return marks.is_("portfolios", sign - 1) and same_case and not marks.is_body(sign - 1)


def _body_before(marks: Marks, position: int) -> int:
    """The first token of a body's name that stands before a title: "KGB", "Security Council's"."""
    at = position - 1 if marks.says(position - 1, *OWNERS, "’s", "'") else position
    land = marks.land_ends.get(at)
    if land is not None:
        return land.start + marks.says(land.start, "the")
    if marks.says(at - 1, ")") and marks.is_acronym(at - 2) and marks.says(at - 3, "("):
        at -= 3
    start = at
    while start > 0 and _in_body(marks, start - 1, at):
        start -= 1
    while start < at and (
        marks.says(start, "and", "of", "the", "&", "for")
        or (marks.is_("not_name", start) and not _new_town(marks, start))
        or (marks.within_land(start) and not marks.is_body(start + 1))
    ):
        start += 1
    land = marks.land_ends.get(start)
    if land and marks.is_("territory_heads", start) and marks.is_capital(start):
        start = land.start  # "the Riga Region Governor"
    return position if start == at or _is_no_body(marks, start, at, position) else start


def _is_no_body(marks: Marks, start: int, end: int, title: int) -> bool:
    """Are the words before a title a person's name, a holiday's, or one word that is an adjective?"""
    if marks.person_from(start, end) == start or marks.says(end - 1, "day"):
        return True  # "on Victory Day President Lee"
    if end - start > 1:
        return False
    head = marks.head(title)
    plural = head is not None and head[2]
    word = marks.folded[start]
    if _PEOPLES.search(word) or (plural and _ADJECTIVE.search(word)):
        return True  # a people without a country of its name, "Medical researchers said"
    return end < title and marks.is_surname(start)


def _in_body(marks: Marks, position: int, end: int) -> bool:
    """May the word there be part of a body's name that ends before `end`?"""
    token = marks.tokens[position]
    if marks.folded[position] in FORMER | ACTING | NOT_YET:
        return False
    if marks.within_land(position):  # "the Organisation of Utopian States Secretary-General"
        of_body = marks.says(position - 1, "of") and marks.is_body(position - 2)
        return of_body and marks.is_body(position + 1)
    if marks.folded[position].endswith("based"):
        return False  # "a Riga-based analyst"
    if token.is_capital and token.is_word:
        numbered = marks.is_body(position - 1) and marks.says(position, "one", "two", "first")
        if marks.is_("not_name", position) and not (
            marks.is_body(position) or numbered or _new_town(marks, position)
        ):
            return False
        return not (
            marks.is_("ranks", position)
            or marks.is_("honorifics", position)
            or _heads_here(marks, position)
        )
    inside = position + 1 < end and position > 0
    joins = (
        inside and marks.says(position, "and", "of", "&", "for") and marks.is_capital(position - 1)
    )
    named = marks.is_body_between(position + 1, end) or marks.is_body(position - 1)
    return joins and named and not marks.is_surname(position - 1)


def _new_town(marks: Marks, position: int) -> bool:
    """ "New York", "New Delhi": the one word that begins names of places as well as titles."""
    return marks.folded[position] == "new" and marks.says(position + 1, *_NEW_TOWNS)


def _heads_here(marks: Marks, position: int) -> bool:
    return marks.head(position) is not None and not marks.is_body(position)
