"""What completes the head of a title: "of Foreign Affairs of Egypt", "of the KGB", "to Moldova", "-designate"."""

import re
from typing import NamedTuple

from ingest.extraction.bodies import body_at
from ingest.extraction.marks import OWNERS, Marks
from ontology.posts import NOT_YET

OF_PORTFOLIO = re.compile(
    r"\b(?:minister|secretary|secretary of state|commissioner|ombudsman|adviser|deputy|envoy|aide)$"
)
"""Heads whose "of …" may be a field of work and not a body."""
OF_FIELD = re.compile(rf"{OF_PORTFOLIO.pattern}|\brepresentative$")
"""The same, and those who represent somebody in a field: "Representative for Ecology and Transport"."""
ABROAD = re.compile(
    r"\b(?:ambassador|envoy|representative|commissioner|consul general|consul|charge d'?affaires"
    r"|attache|legate|nuncio|delegate)$"
)
_TERRITORIAL = re.compile(
    r"\b(?:governor|mayor|akim|hakim|prefect|head|prosecutor|premier|chief minister|administrator)$"
)


class Complement(NamedTuple):
    """What follows the head of a title, up to the token `end`."""

    end: int
    body: str | None = None
    countries: tuple[str, ...] = ()
    tail: str = ""
    """What of it belongs to the post's own text."""
    fields: tuple[str, ...] = ()
    """Of a plural title: the fields of work that it lists."""
    flags: frozenset[str] = frozenset()


def complement(marks: Marks, end: int, span: tuple[int, int, int], name: str) -> Complement:
    """A body, a list of countries or a territory behind "of", and a further "to …"."""
    _, first, stop = span
    if marks.says(stop, *OWNERS) and (owned := body_at(marks, stop + 1))[1] > owned[0]:
        return Complement(owned[1], marks.words(first, owned[1]))
    if lands := _lands_only(marks, first, stop):
        return _of_lands(marks, end, span, lands, name)
    named = marks.is_body_between(first, stop) or marks.is_acronym(stop - 1)
    field = OF_PORTFOLIO.search(name) and marks.says(end, "of") and stop - first == 1
    abroad = not named and (marks.says(end, "for") or field)
    if marks.says(end, "to", "on") or abroad:
        return _towards(marks, end, span)
    if _TERRITORIAL.search(name) and marks.is_("territory_heads", stop):
        stop += 1
    first, stop = _with_its_noun(marks, first, stop)
    at, works = workplace(marks, stop)
    if at < works and marks.name_end(marks.after_ranks(works)) > works:
        # "Head of the Directorate at the Office Ann Lee"
        return Complement(works, marks.words(first, stop))
    return Complement(_behind_kind(marks, stop), marks.words(first, stop))


def _of_lands(
    marks: Marks, end: int, span: tuple[int, int, int], lands: tuple[str, ...], name: str
) -> Complement:
    """ "of Utopia and Ruritania", "to Utopia", "of Utopia to Ruritania", "for Utopia at the Coastal Institute"."""
    start, _, stop = span
    if marks.says(stop, "-"):
        return Complement(end)  # "for the Utopian-led mission"
    sent = ABROAD.search(name) and marks.says(end, "to", "in", "for", "at")
    if sent or marks.says(end, "to"):
        return _abroad(marks, end, stop)
    more = _lands_more(marks, stop)
    stop, lands = more[0], (*lands, *more[1])
    at, works = workplace(marks, stop)
    if at < works and marks.says(end, "for"):
        tail = between(marks, end, start) + marks.words(start, stop)
        return Complement(works, marks.words(at, works), (), tail)
    if ABROAD.search(name) and marks.says(stop, "to", "in"):
        beyond = _abroad(marks, stop, body_at(marks, stop + 1 + marks.says(stop + 1, "the"))[1])
        if beyond.end > stop + 1:
            return Complement(beyond.end, None, lands, beyond.tail)
    return Complement(stop, None, lands)


def _towards(marks: Marks, end: int, span: tuple[int, int, int]) -> Complement:
    """ "envoy to the Northern District" is of that; else what somebody is for belongs to the post's own text."""
    start, first, stop = span
    territory = marks.is_("territory_heads", stop - 1) and marks.is_capital(stop - 1)
    if marks.says(end, "to") and territory:
        return Complement(stop, marks.words(first, stop))
    stop = _regions(marks, stop)
    at, works = workplace(marks, stop)
    tail = between(marks, end, start) + marks.words(start, stop)
    return Complement(max(stop, works), marks.words(at, works) or None, (), tail)


def _behind_kind(marks: Marks, stop: int) -> int:
    """ "leader of A New Day political party Ann Lee": behind what says of which kind it is, where a name follows."""
    kind = stop + marks.says(stop, "political", "opposition", "ruling", "parliamentary")
    behind = kind + 1 + marks.says(kind + 1, ",")
    named = marks.name_end(marks.after_ranks(behind)) > behind
    return kind + 1 if named and marks.is_body(kind) and marks.is_lower_word(kind) else stop


def _regions(marks: Marks, stop: int) -> int:
    """ "director for Europe and Central Asia at …": the end of the regions that are named one after the other."""
    reach = stop
    while marks.says(reach, "and", ",") or marks.is_capital(reach):
        reach += 1
    at, works = workplace(marks, reach)
    return reach if at < works else stop


def _with_its_noun(marks: Marks, first: int, stop: int) -> tuple[int, int]:
    """A body's name with the small words that belong to it: "the Utopian ABC group", "… Council working group"."""
    if not (marks.is_acronym(stop - 1) and marks.is_body(stop) and marks.is_lower_word(stop)):
        return first, _team(marks, stop)
    land = marks.lands.get(first)
    return (land.end if land and land.form == "demonym" else first), stop + 1


def _team(marks: Marks, stop: int) -> int:
    """The end of a body's name with a team of it: "the Coastal Council working group on trade"."""
    if not (marks.says(stop, *_TEAMS) and marks.says(stop + 1, "group", "force", "groups")):
        return stop
    end = stop + 2
    if marks.says(end, "on", "for"):
        reach = end + 1
        while marks.is_lower_word(reach) and not marks.says(reach, "and", "who", "in", "at", "to"):
            reach += 1
        end = reach if reach > end + 1 else end
    return end


_TEAMS = ("working", "expert", "contact", "task", "monitoring", "steering", "coordination", "study")


def workplace(marks: Marks, position: int) -> tuple[int, int]:
    """The tokens of the body's name behind "at" or "in": "a fellow at the Coastal Institute"; empty where none is."""
    if not marks.says(position, "at", "with", "in"):
        return position, position
    start = position + 1 + marks.says(position + 1, "the")
    owned = marks.is_lower_word(start) and marks.says(start + 1, *OWNERS)
    first, end = body_at(
        marks, start + 2 * owned
    )  # "minister in the opposition's Interim Government"
    firm = marks.is_("firm_endings", end - 1) and end - first > 1
    named = marks.is_capital(first) and (marks.is_body_between(first, end) or firm)
    return (first, end) if named else (position, position)


def _abroad(marks: Marks, link: int, stop: int) -> Complement:
    """ "to Moldova": where somebody represents his country belongs to the post's own text."""
    follow = link + 1 + marks.says(link + 1, "the")
    if stop <= follow:
        return Complement(link)
    tail = " " + marks.words(link, stop)
    if marks.says(stop, "of", "from"):
        beyond = stop + 1 + marks.says(stop + 1, "the")
        land = marks.lands.get(beyond)
        if land and land.form == "name":
            return Complement(land.end, None, (land.code,), tail)
    return Complement(stop, None, (), tail)


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


def of_portfolio(marks: Marks, end: int, start: int, stop: int, *, plural: bool) -> Complement:
    """ "Minister of Foreign Affairs [of Egypt]": the portfolio belongs to the post."""
    if (marks.is_body(stop) and marks.is_capital(stop)) or (
        marks.is_body(stop - 1) and not marks.is_("portfolios", stop - 1)
    ):
        first, beyond = body_at(marks, start, place=True)
        if marks.says(beyond, *OWNERS):
            beyond = max(beyond, body_at(marks, beyond + 1)[1])  # "of Utopia's Security Council"
        return Complement(beyond, marks.words(first, beyond))
    fields = (
        tuple(filter(None, re.split(r"\s*,\s*(?:and\s+)?|\s+and\s+", marks.words(start, stop))))
        if plural
        else ()
    )
    tail = (
        between(marks, end, start) + marks.words(start, stop)
        if not fields or len(fields) < 2
        else ""
    )
    flags = suffix_flags(marks, stop)
    if marks.says(stop, "of", "for", "in") or marks.says(stop, "to"):
        follow = stop + 1 + marks.says(stop + 1, "the")
        first, beyond = body_at(marks, follow)
        lands = _lands_only(marks, first, beyond)
        if lands and marks.says(stop, "of"):
            more = _lands_more(marks, beyond)
            return Complement(
                more[0], None, (*lands, *more[1]), tail, fields if len(fields) > 1 else (), flags
            )
        if beyond > first and marks.says(stop, "of"):
            return Complement(beyond, marks.words(first, beyond), (), tail, (), flags)
    return Complement(stop, None, (), tail, fields if len(fields) > 1 else (), flags)


def portfolio_end(marks: Marks, start: int) -> int:
    """The end of the fields of work that begin there: "Foreign Affairs", "Economy, Trade and Industry"."""
    end = start
    while end < len(marks):
        power = marks.says(end, "power") and marks.says(end - 1, "nuclear", "electric", "atomic")
        field = marks.is_("portfolios", end) and not marks.head(end)
        if (power or field) and not marks.within_land(end):
            end += 1
            continue
        if (
            marks.is_capital(end)
            and marks.says(end + 1, *OWNERS)
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


def between(marks: Marks, end: int, start: int) -> str:
    """The words between the head and what follows, with their spaces."""
    return marks.text[marks.tokens[end - 1].end : marks.tokens[start].start]


def suffix_flags(marks: Marks, position: int) -> frozenset[str]:
    """What "-designate" and the like behind a title say of it."""
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
