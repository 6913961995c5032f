"""The title grammar: reads the words of a post, its body or country, outwards from its head.

A title is: tenure words ("former", "acting"), country or body, grades and portfolio, HEAD,
complement ("of Foreign Affairs", "of the … Committee", "to Moldova").
"""

import re
from typing import NamedTuple

from ingest.extraction.bodies import body_at
from ingest.extraction.lexicon import words
from ingest.extraction.marks import NATIONAL_SEATS, Marks
from ontology.posts import ACTING, FORMER, GRADES, NOT_YET, singular

_OF_PORTFOLIO = re.compile(
    r"\b(?:minister|secretary|secretary of state|commissioner|ombudsman|adviser|deputy|envoy|aide)$"
)
"""Heads whose "of …" may be a field of work and not a body."""
_ABROAD = re.compile(
    r"\b(?:ambassador|envoy|representative|commissioner|consul general|consul|charge d'?affaires"
    r"|attache|legate|nuncio|delegate)$"
)
_STAFF = re.compile(r"\b(?:aide|adviser|assistant|secretary|counsellor|spokesman)$")
_TERRITORIAL = re.compile(
    r"\b(?:governor|mayor|akim|hakim|prefect|head|prosecutor|premier|chief minister|administrator)$"
)
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
_OWNERS = ("'s", "’s", "s'")


class Title(NamedTuple):
    """A post as written at the tokens [start, end); `post` is its text without body and country."""

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
    owned: bool = False
    """Does a possessor or a country stand before it: "Chile's …", "the Chilean …"?"""
    countries: tuple[str, ...] = ()
    """Of a plural title: the countries that it lists."""
    posts: tuple[str, ...] = ()
    """Of a plural title: the posts that it lists ("Ministers of Health and Education")."""

    @property
    def is_weak(self) -> bool:
        """Is it a word like "member" or "chief" that is a post only with something beside it?"""
        bare = self.is_bare and not self.posts
        return bare and self.head in words("weak_heads") and " " not in self.post

    @property
    def is_bare(self) -> bool:
        """Does it name neither body nor country?"""
        return self.body is None and self.country is None and not self.countries


class _Left(NamedTuple):
    start: int
    post_start: int
    body: str | None
    country: str | None
    flags: frozenset[str]


class _Right(NamedTuple):
    end: int
    body: str | None = None
    countries: tuple[str, ...] = ()
    tail: str = ""
    fields: tuple[str, ...] = ()
    flags: frozenset[str] = frozenset()


def title_at(marks: Marks, position: int) -> Title | None:
    """The title whose head begins there; None where there is none."""
    head = marks.head(position)
    if head is None or marks.within_land(position) or not _is_title(marks, position, head[0]):
        return None
    end, name, plural = head
    right = _right(marks, end, name, plural=plural)
    left = _left(marks, position, name, placed=right.body is not None)
    own = marks.words(left.post_start, position)
    said = tuple(token.text for token in marks.tokens[position:end])
    post = f"{own} {singular(said) if plural else marks.words(position, end)}".strip()
    body = right.body or left.body
    country = left.country or (right.countries[0] if len(right.countries) == 1 else None)
    flags = left.flags | right.flags
    return Title(
        left.start, right.end, post + right.tail, name, body, country,
        "former" in flags, "acting" in flags, "nominee" in flags, plural, "the" in flags,
        left.country is not None or left.body is not None or "owned" in flags,
        right.countries if len(right.countries) > 1 else (),
        tuple(f"{post} of {field}" for field in right.fields) if plural else (),
    )  # fmt: skip


def _is_title(marks: Marks, position: int, end: int) -> bool:
    """Is it not the verb or noun that a title may also be: "chairs", "heads", "member states"?"""
    if end - position > 1:
        return True
    folded = marks.folded[position]
    if marks.says(position + 1, *_OWNERS) and marks.is_body(position + 2):
        return False
    if folded == "speakers" and not marks.says(position + 1, "of"):
        return False
    if folded == "member" and marks.says(position + 1, "states", "state", "countries", "-"):
        return False
    if (
        marks.is_body(position + 1)
        and not marks.is_capital(position)
        and not marks.says(position + 1, "general")
    ):
        return False
    if folded not in words("ambiguous_heads") or marks.is_capital(position):
        return True
    if marks.says(position - 1, "to", "will", "who", "which", "and") and not marks.says(
        position + 1, "of"
    ):
        return False
    return (
        marks.says(position + 1, "of")
        or marks.says(position - 1, "the", "its", "his", "as", "deputy", "former")
        or (
            position > 0
            and (
                marks.folded[position - 1] in GRADES
                or marks.land_ends.get(position) is not None
                or marks.is_capital(position - 1)
                or marks.says(position - 1, *_OWNERS, "’s", ",", "policy")
            )
        )
    )


# ----------------------------------------------------------------- to the left


def _left(marks: Marks, head: int, name: str, *, placed: bool) -> _Left:
    """Reads leftwards from the head: grades and portfolio, body, country, tenure words.

    Where the title is `placed` in a body behind it, unknown words before it are somebody's name.
    """
    post_start = _post_start(marks, head, name)
    start, body, country, flags = post_start, None, None, set[str]()
    country, start = _land_before(marks, start)
    if country is None:
        step = _body_before(marks, start)
        sure = any(marks.is_sure(n) for n in range(step, start))
        if step < start and (sure or not placed):
            body, start = re.sub(r"['’]s$", "", marks.words(step, start)), step
            country, start = _land_before(marks, start)
    while (flag := _flag_at(marks, start - 1)) is not None:
        start -= 1
        flags.add(flag)
        if flag in ("the", "owned"):
            break
        if country is None:
            country, start = _land_before(marks, start)
    if body is not None and body.lower() in NATIONAL_SEATS:
        country = country or next((x.code for x in marks.lands.values() if x.form == "seat"), None)
    return _Left(start, post_start, body, country, frozenset(flags - {""}))


def _flag_at(marks: Marks, position: int) -> str | None:
    """The tenure word there, if it is one."""
    if position < 0:
        return None
    folded = marks.folded[position]
    if folded == "then" and marks.is_sentence_start(position):
        return None
    for flag, known in (("former", FORMER), ("acting", ACTING), ("nominee", NOT_YET)):
        if folded in known:
            return flag
    if folded in ("the", "both"):
        return "the"
    if folded in ("our", "my", "his", "her", "its", "their"):
        return "owned"
    if marks.says(position, "-") and position and marks.folded[position - 1] == "ex":
        return ""
    return "" if marks.is_("new_words", position) else None


def _land_before(marks: Marks, position: int) -> tuple[str | None, int]:
    """The country just before, as "Egyptian", "Belarus" or "Russia's", and where it begins."""
    owned = marks.says(position - 1, *_OWNERS, "’s", "'")
    at = position - 1 if owned else position
    land = marks.land_ends.get(at)
    if land is None or land.form == "seat" or (land.form == "capital" and not owned):
        return None, position
    return land.code, land.start


def _post_start(marks: Marks, head: int, name: str) -> int:
    """The first of the grades and portfolio words before the head: "First Deputy", "Economy and Trade"."""
    ministerial = bool(_OF_PORTFOLIO.search(name))
    start = head
    while start > 0:
        before = start - 1
        if marks.within_land(before) or marks.is_acronym(before):
            break
        if marks.folded[before] in FORMER | ACTING | NOT_YET:
            break
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
    return start


def _is_portfolio(marks: Marks, position: int, head: int) -> bool:
    """Is it a field of work before a minister: a known word, or an unknown one in capitals?"""
    if marks.is_body(position) or marks.is_sentence_start(position):
        return marks.is_("portfolios", position) and not marks.is_body(position)
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
    at = position - 1 if marks.says(position - 1, *_OWNERS, "’s", "'") else position
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
        or marks.is_("not_name", start)
        or (marks.within_land(start) and not marks.is_body(start + 1))
    ):
        start += 1
    if start < at and marks.person_from(start, at) == start:
        return position
    if start == at or (at < position and at - start == 1 and marks.is_surname(start)):
        return position
    return start


def _in_body(marks: Marks, position: int, end: int) -> bool:
    """May the word there be part of a body's name that ends before `end`?"""
    token = marks.tokens[position]
    if marks.folded[position] in FORMER | ACTING | NOT_YET or marks.within_land(position):
        return False
    if token.is_capital and token.is_word:
        if marks.is_("not_name", position) and not (
            marks.is_body(position) or _new_town(marks, position)
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
    return joins and marks.is_body_between(position + 1, end) and not marks.is_surname(position - 1)


def _new_town(marks: Marks, position: int) -> bool:
    """ "New York", "New Delhi": the one word that begins names of places as well as titles."""
    return marks.folded[position] == "new" and marks.says(position + 1, *_NEW_TOWNS)


def _heads_here(marks: Marks, position: int) -> bool:
    return marks.head(position) is not None and not marks.is_body(position)


# ----------------------------------------------------------------- to the right


def _right(marks: Marks, end: int, name: str, *, plural: bool) -> _Right:
    """What follows the head: "of Foreign Affairs of Egypt", "of the KGB", "to Moldova", "-designate"."""
    flags = _suffix_flags(marks, end)
    links = (
        ("of", "for", "to", "at", "in", "on", "with")
        if _ABROAD.search(name) or _STAFF.search(name)
        else ("of", "for")
    )
    if not marks.says(end, *links):
        return _Right(end, flags=flags)
    start = end + 1 + marks.says(end + 1, "the", "a", "its", "his", "their", "our", "my")
    nested = title_at(marks, start) if marks.head(start) and not marks.is_body(start + 1) else None
    if nested and nested.start <= start and _STAFF.search(name):
        tail = _between(marks, end, start) + nested.post
        return _Right(
            nested.end, nested.body, (nested.country,) if nested.country else (), tail, flags=flags
        )
    if (
        _OF_PORTFOLIO.search(name)
        and marks.says(end, "of", "for")
        and (stop := _portfolio_end(marks, start)) > start
    ):
        return _of_portfolio(marks, end, start, stop, plural=plural)
    first, stop = body_at(marks, start, place=True)
    if stop == first:
        return _Right(end, flags=flags)
    return _complement(marks, end, (start, first, stop), name)


def _complement(marks: Marks, end: int, span: tuple[int, int, int], name: str) -> _Right:
    """A body, a list of countries or a territory behind "of", and a further "to …"."""
    start, first, stop = span
    if marks.says(stop, *_OWNERS) and (owned := body_at(marks, stop + 1))[1] > owned[0]:
        return _Right(owned[1], marks.words(first, owned[1]))
    lands = _lands_only(marks, first, stop)
    if (
        lands
        and marks.says(end, "to", "in", "for", "at")
        and (_ABROAD.search(name) or marks.says(end, "to"))
    ):
        return _abroad(marks, end, stop)
    if lands:
        more = _lands_more(marks, stop)
        stop, lands = more[0], (*lands, *more[1])
        if _ABROAD.search(name) and marks.says(stop, "to", "in"):
            beyond = _abroad(marks, stop, body_at(marks, stop + 1 + marks.says(stop + 1, "the"))[1])
            return (
                _Right(beyond.end, None, lands, beyond.tail)
                if beyond.end > stop + 1
                else _Right(stop, None, lands)
            )
        return _Right(stop, None, lands)
    abroad = (
        marks.says(end, "for") and _ABROAD.search(name) and not marks.is_body_between(first, stop)
    )
    if marks.says(end, "to", "on") or abroad:
        return _Right(stop, None, (), _between(marks, end, start) + marks.words(start, stop))
    if _TERRITORIAL.search(name) and marks.is_("territory_heads", stop):
        stop += 1
    return _Right(stop, marks.words(first, stop))


def _abroad(marks: Marks, link: int, stop: int) -> _Right:
    """ "to Moldova": where somebody represents his country belongs to the post's own text."""
    follow = link + 1 + marks.says(link + 1, "the")
    if stop <= follow:
        return _Right(link)
    tail = " " + marks.words(link, stop)
    if marks.says(stop, "of", "from"):
        beyond = stop + 1 + marks.says(stop + 1, "the")
        land = marks.lands.get(beyond)
        if land and land.form == "name":
            return _Right(land.end, None, (land.code,), tail)
    return _Right(stop, None, (), tail)


def _lands_more(marks: Marks, position: int) -> tuple[int, tuple[str, ...]]:
    """Further countries of a list: ", Lebanon, Egypt and Jordan"."""
    found: list[str] = []
    while marks.says(position, ",", "and", "&"):
        follow = position + 1 + marks.says(position + 1, "and", "the")
        land = marks.lands.get(follow)
        if land is None or land.form != "name":
            break
        found.append(land.code)
        position = land.end
    return position, tuple(found)


def _of_portfolio(marks: Marks, end: int, start: int, stop: int, *, plural: bool) -> _Right:
    """ "Minister of Foreign Affairs [of Egypt]": the portfolio belongs to the post."""
    if (marks.is_body(stop) and marks.is_capital(stop)) or (
        marks.is_body(stop - 1) and not marks.is_("portfolios", stop - 1)
    ):
        first, beyond = body_at(marks, start, place=True)
        return _Right(beyond, marks.words(first, beyond))
    fields = (
        tuple(filter(None, re.split(r"\s*,\s*(?:and\s+)?|\s+and\s+", marks.words(start, stop))))
        if plural
        else ()
    )
    tail = (
        _between(marks, end, start) + marks.words(start, stop)
        if not fields or len(fields) < 2
        else ""
    )
    flags = _suffix_flags(marks, stop)
    if marks.says(stop, "of", "for", "in") or marks.says(stop, "to"):
        follow = stop + 1 + marks.says(stop + 1, "the")
        first, beyond = body_at(marks, follow)
        lands = _lands_only(marks, first, beyond)
        if lands and marks.says(stop, "of"):
            more = _lands_more(marks, beyond)
            return _Right(
                more[0], None, (*lands, *more[1]), tail, fields if len(fields) > 1 else (), flags
            )
        if beyond > first and marks.says(stop, "of"):
            return _Right(beyond, marks.words(first, beyond), (), tail, (), flags)
    return _Right(stop, None, (), tail, fields if len(fields) > 1 else (), flags)


def _portfolio_end(marks: Marks, start: int) -> int:
    """The end of the fields of work that begin there: "Foreign Affairs", "Economy, Trade and Industry"."""
    end = start
    while end < len(marks):
        if marks.is_("portfolios", end) and not marks.head(end) and not marks.within_land(end):
            end += 1
            continue
        if (
            marks.is_capital(end)
            and marks.says(end + 1, *_OWNERS)
            and marks.is_("portfolios", end + 2)
        ):
            end += 3
            continue
        follow = end
        while follow > start and follow < end + 3 and marks.says(follow, "and", ",", "&", "the"):
            follow += 1
        goes_on = follow > end and marks.is_("portfolios", follow) and not marks.head(follow)
        if (
            not goes_on
            or marks.is_capital(follow) != marks.is_capital(start)
            or _leads_to_title(marks, follow)
        ):
            break
        end = follow
    return end


def _leads_to_title(marks: Marks, position: int) -> bool:
    """Do the words there lead to another title or body: "Minister of Defence, Foreign Minister …"?"""
    end = position
    while marks.is_("portfolios", end):
        end += 1
    return marks.head(end) is not None or marks.is_body(end)


def _between(marks: Marks, end: int, start: int) -> str:
    """The words between the head and what follows, with their spaces."""
    return marks.text[marks.tokens[end - 1].end : marks.tokens[start].start]


def _suffix_flags(marks: Marks, position: int) -> frozenset[str]:
    at = position + marks.says(position, "-")
    if (
        0 <= at < len(marks)
        and marks.folded[at] in NOT_YET
        and marks.folded[at] not in ("incoming", "future", "candidate")
    ):
        return frozenset({"nominee"})
    return frozenset()


def _lands_only(marks: Marks, start: int, stop: int) -> tuple[str, ...]:
    """The codes where the words are just names of countries ("Russia and Belarus")."""
    found, position = [], start
    while position < stop:
        land = marks.lands.get(position)
        if land and land.form in ("name", "seat"):
            found.append(land.code)
            position = land.end
        elif marks.says(
            position, "and", ",", "the", "of", "republic", "kingdom", "federation", "state"
        ):
            position += 1
        else:
            return ()
    return tuple(found)
