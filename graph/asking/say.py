"""What was understood, in words."""

import re
from collections.abc import Mapping

from graph.asking.periods import LAST_DAY
from graph.asking.query import PRESENT, Either, Kind, Often, Query, Selection, Tenure
from ontology.terms import Role, Status

_ROLES = {
    (Role.CHAIR,): "chaired",
    (Role.ORGANISER,): "organised",
    (Role.HOST,): "hosted",
    (Role.HOST, Role.ORGANISER): "hosted or organised",
    (Role.ABSENT,): "were absent from",
    (Role.ORGANISER, Role.HOST, Role.CHAIR): "organised or led",
}
_TENURES = {
    Tenure.NOW: "latest known holder of",
    Tenure.EVER: "holders, past and present, of",
    Tenure.FORMER: "former holders of",
}
_YEAR = re.compile(r"\d{4}")
_CAN_BE_ASKED = (
    "You can ask who attended, chaired, organised or missed which events; who met whom; who holds or held which post; "
    "which posts somebody holds; when, where and how long events were; which events, how many, and what they were about"
)


def what_can_be_asked() -> str:
    """The kinds of question that are answered."""
    return _CAN_BE_ASKED


def in_words(query: Query | Either) -> str:
    """The query in words, such as 'people who took part in anti-corruption meetings, any date'."""
    if isinstance(query, Either):
        return "; or ".join(map(in_words, query.queries))
    text = _SAYINGS[query.kind](query)
    statuses = (
        ""
        if query.statuses == (Status.HAPPENED,) or query.by
        else f" ({' or '.join(query.statuses)})"
    )
    other = f", other than {query.other_than}" if query.other_than else ""
    slips = f" ({'; '.join(query.slips)})" if query.slips else ""
    also = f", who were also at {_with_date(query.also)}" if query.also else ""
    nor = f", not known to have been at {_with_date(query.nor)}" if query.nor else ""
    apart = f", other than {_with_date(query.apart)}" if query.apart else ""
    return text + other + statuses + _period(query) + apart + also + nor + _by(query) + slips


def _by(query: Query) -> str:
    return f", in the words of {query.by.said}, not of the reports themselves" if query.by else ""


def _period(query: Query) -> str:
    """The period as it was said, with its days where it names no year and they are counted from what is loaded."""
    beside, period = query.selection.beside, query.selection.period
    if beside:
        date = f", {period.said}" if period else ""
        return f"{date}, {beside.how} {_with_date(beside.events)}"
    if period:
        counted = _YEAR.search(period.said) is None
        days = f" ({period.first}/{period.last})" if counted and period.last < LAST_DAY else ""
        return f", {period.said}{days}"
    of_posts = (
        query.kind in (Kind.POSTS, Kind.TENURES, Kind.WHETHER_HOLDS, Kind.WHOLES, Kind.IDENTITIES)
        or query.posts
    )
    return "" if of_posts or query.tenure is not Tenure.NOW else ", any date"


def _with_date(selection: Selection) -> str:
    date = f", {selection.period.said}" if selection.period else ""
    return events_in_words(selection) + date


def events_in_words(selection: Selection) -> str:
    """The events, such as 'meetings, on trade, in Riga'."""
    extra = [f.said for f in selection.facets if f.said.split(" ", 1)[-1] not in selection.said]
    return ", ".join([_pick(selection) + selection.said, *extra])


def _pick(selection: Selection) -> str:
    """Which of them, such as "last " or "next (after 2024-09-30) "."""
    after = f" (after {selection.since})" if selection.pick == "next" else ""
    return f"{selection.pick}{after} " if selection.pick else ""


def _people(query: Query) -> str:
    """Whom it asks for: an open "who" takes bodies and countries where no person answers."""
    open_who = query.people.others and (query.kind is not Kind.CONTACTS or query.one)
    return f"{query.people.said} (else bodies and countries)" if open_who else query.people.said


def _took_part(query: Query) -> str:
    return "took part in" if query.roles == PRESENT else _ROLES.get(query.roles, "took part in")


def _pair(query: Query) -> str:
    one, other = query.one, query.other
    if one is None:
        return events_in_words(query.selection)
    pick = _pick(query.selection)
    return f"{pick}contacts of {one.said} and {other.said if other else 'anybody'}" + _rest(query)


def _rest(query: Query) -> str:
    return "".join(f", {facet.said}" for facet in query.selection.facets)


def _at_events(query: Query) -> str:
    if not query.selection.names_events:
        return ""
    return f" at the time of {events_in_words(query.selection)}"


def _one(query: Query) -> str:
    return query.one.said if query.one else ""


def _in_contact(query: Query) -> str:
    return f"in contact with {query.one.said}" if query.one else "in contact with each other"


def _posts(query: Query) -> str:
    return query.posts.said if query.posts else ""


_OFTEN: Mapping[Often | None, str] = {
    None: "",
    "repeatedly": ", more than once",
    "most": ", more often than others",
}
_HOW = {True: " by phone", False: " in person", None: ""}

_EDGES = {None: "when", "since": "since when", "until": "until when"}
_ATTENDED = ", those with the most people"

_SAYINGS = {
    Kind.BODIES: lambda q: f"bodies in which {_one(q)} holds a post",
    Kind.IN_COMMON: lambda q: (
        f"what {_one(q)} and {q.other.said if q.other else ''} have in common{_rest(q)}"
    ),
    Kind.IDENTITIES: lambda q: f"what {_one(q)} is, and what it is part of",
    Kind.WHOLES: lambda q: f"what {_one(q)} is part of",
    Kind.WHETHER_EVENTS: lambda q: f"whether there were {events_in_words(q.selection)}",
    Kind.PARTICIPANTS: lambda q: (
        f"{_people(q)} who {_took_part(q)} {events_in_words(q.selection)}{_OFTEN[q.often]}"
    ),
    Kind.CONTACTS: lambda q: (
        f"{_people(q)} {_in_contact(q)}{_HOW[q.by_phone]}{_rest(q)}{_OFTEN[q.often]}"
    ),
    Kind.CONTACTS_OF_BOTH: lambda q: (
        f"{q.people.said} in contact with {_one(q)} and with {q.other.said if q.other else ''}"
        f"{_HOW[q.by_phone]}{_rest(q)}"
    ),
    Kind.PAIRS: lambda q: f"{q.people.said} who met each other{_rest(q)}{_OFTEN[q.often]}",
    Kind.MOST_CONTACTS: lambda q: (
        f"{_people(q)} in contact with the most {q.met.said}{_HOW[q.by_phone]}{_rest(q)}"
    ),
    Kind.EVENTS: lambda q: f"{events_in_words(q.selection)}{_ATTENDED if q.often else ''}",
    Kind.COUNT_EVENTS: lambda q: f"the number of {_pair(q)}",
    Kind.COUNT_ACTORS: lambda q: (
        f"the number of {q.people.said} {_in_contact(q)}{_HOW[q.by_phone]}{_rest(q)}"
        if q.one
        else f"the number of {_people(q)} who {_took_part(q)} {events_in_words(q.selection)}"
    ),
    Kind.COUNT_DOCUMENTS: lambda q: (
        f"the number of {q.papers.said if q.papers else 'documents'} signed{_rest(q)}"
    ),
    Kind.WHEN: lambda q: f"dates of {_pair(q)}",
    Kind.DURATIONS: lambda q: f"how many days {_pair(q)} lasted, the first and the last included",
    Kind.WHERE: lambda q: (
        f"{q.places.said if q.places else 'places'} of {_pair(q)}{_OFTEN[q.often]}"
    ),
    Kind.TOPICS: lambda q: f"topics of {_pair(q)}{_OFTEN[q.often]}",
    Kind.HOLDERS: lambda q: f"{_TENURES[q.tenure]} {_posts(q)}",
    Kind.POSTS: lambda q: (
        f"posts held by {_one(q)}{_at_events(q) or _rest(q)}{', and when' if q.dated else ''}"
    ),
    Kind.TENURES: lambda q: f"{_EDGES[q.edge]} {_one(q)} was {_posts(q)}",
    Kind.WHETHER_MET: lambda q: (
        f"whether {_one(q)} and {q.other.said if q.other else ''} were in contact{_HOW[q.by_phone]}{_rest(q)}"
    ),
    Kind.WHETHER_TOOK_PART: lambda q: (
        f"whether {_one(q)} {_took_part(q)} {events_in_words(q.selection)}"
    ),
    Kind.WHETHER_HOLDS: lambda q: f"whether {_one(q)} is {_posts(q)}",
}
