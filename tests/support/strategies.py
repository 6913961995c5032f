"""Generated reports and histories of a graph: few names, so that most of what can meet does meet."""

from dataclasses import dataclass
from itertools import combinations
from typing import TypeVar

from hypothesis import strategies as st
from invented import Invented, body, country, person, place, post, topic

from graph.exporting.filtering import GraphFilter
from ontology.model import Extraction, Judgement, content_id
from ontology.terms import EventType, NodeKind, Relation, Role, Status, Verdict

COUNTRIES = (country("Quaria", "QA"), country("Zedland", "ZD"))
BODIES = (body("Ministry of Salt", "QA"), body("Ministry of Salt", "ZD"), body("River League"))
PLACES = (place("Harbour"), place("Old Mill"), COUNTRIES[0])
TOPICS = (topic("combating corruption"), topic("salt prices"), topic("crime and corruption"))
Thing = TypeVar("Thing")
DAYS = ("2024-09-03", "2024-09-04", "2024-09-03/2024-09-05", "2024-09", None)
CONTEXTS = ("country:QA", "country:ZD", "body:salt")
NAMES = ("Ana Bo", "Cy Dorn")

_people = st.builds(
    lambda name, contexts, home: person(name, *contexts, country=home),
    st.sampled_from(NAMES),
    st.sets(st.sampled_from(CONTEXTS), max_size=2),
    st.sampled_from([None, "QA", "ZD"]),
)
_actors = st.one_of(_people, st.sampled_from((*COUNTRIES, *BODIES)))
_statuses = st.sampled_from([Status.HAPPENED] * 4 + [Status.PLANNED, Status.CLAIMED, Status.DENIED])


@st.composite
def extractions(draw: st.DrawFn, name: str) -> Extraction:
    """A report of that name with up to four things it says."""
    made = Invented(name, draw(st.sampled_from(["2024-09-30", "2024-10-31"])))
    for _ in range(draw(st.integers(0, 4))):
        draw(st.sampled_from([_tenure, _event, _talks, _part]))(draw, made)
    return made.extraction()


def _tenure(draw: st.DrawFn, made: Invented) -> None:
    within = draw(st.sampled_from((*COUNTRIES, *BODIES)))
    made.tenure(
        draw(_people),
        post("Minister", within),
        within,
        status=draw(_statuses),
        former=draw(st.booleans()),
    )


def _event(draw: st.DrawFn, made: Invented) -> str:
    return made.event(
        draw(st.sampled_from([EventType.MEETING, EventType.VISIT])),
        draw(st.sampled_from(DAYS)),
        draw(st.sampled_from([None, *PLACES])),
        draw(st.lists(_actors, max_size=3)),
        draw(st.sampled_from([None, *TOPICS])),
        draw(_statuses),
        draw(st.sampled_from([Role.PARTICIPANT, Role.CHAIR, Role.ABSENT])),
        draw(st.sampled_from([None, 3])),
    )


def _talks(draw: st.DrawFn, made: Invented) -> None:
    event = _event(draw, made)
    for _ in range(draw(st.integers(1, 2))):
        one, other = draw(_actors), draw(_actors)
        made.met(one, other, event, draw(_statuses), by_phone=draw(st.booleans()))


def _part(draw: st.DrawFn, made: Invented) -> None:
    part, whole = draw(st.sampled_from(BODIES)), draw(st.sampled_from((*BODIES, *COUNTRIES)))
    made.claim(made.mention(part), Relation.PART_OF, object=made.mention(whole))


@dataclass(frozen=True)
class Step:
    """One change: of a report (None: it is forgotten) or of a judgement (`undo`: it is taken back)."""

    report: str = ""
    extraction: Extraction | None = None
    judgement: Judgement | None = None
    undo: bool = False


def judgement(verdict: Verdict, *about: str) -> Judgement:
    """A decision about these, as one reader would make it."""
    return Judgement(
        id=content_id("judgement", verdict, *about),
        verdict=verdict,
        about=about,
        by="a reader",
        at="2024-10-01T12:00:00+00:00",
        reason="so it is",
    )


@st.composite
def histories(draw: st.DrawFn, longest: int = 5) -> list[Step]:
    """Changes of three reports, each with two readings, and of judgements about what they say."""
    readings = {
        name: [draw(extractions(name)) for _ in range(2)] for name in ("one", "two", "three")
    }
    judgements = _judgements(draw, [each for both in readings.values() for each in both])
    first = [
        *(Step(name, both[0]) for name, both in readings.items()),
        *(Step(judgement=each) for each in judgements),
    ]
    later = [
        Step(name, extraction)
        for name, both in readings.items()
        for extraction in (*reversed(both), None)
    ] + [Step(judgement=each, undo=undo) for each in judgements for undo in (True, False)]
    begun = draw(st.permutations(first))
    return begun + draw(st.lists(st.sampled_from(later), max_size=longest))


def _judgements(draw: st.DrawFn, told: list[Extraction]) -> list[Judgement]:
    claims = sorted({claim.id for each in told for claim in each.claims})
    mentions = {mention.id: mention.kind for each in told for mention in each.mentions}
    pairs = [
        each
        for each in combinations(sorted(mentions), 2)
        if mentions[each[0]] is mentions[each[1]]
        and mentions[each[0]] in (NodeKind.PERSON, NodeKind.EVENT, NodeKind.COUNTRY)
    ]
    found = [judgement(Verdict.REJECT, each) for each in _some(draw, claims, 2)]
    verdicts = st.sampled_from([Verdict.SAME, Verdict.SAME, Verdict.DIFFERENT])
    return found + [judgement(draw(verdicts), *each) for each in _some(draw, pairs, 3)]


def _some(draw: st.DrawFn, of: list[Thing], most: int) -> list[Thing]:
    return draw(st.lists(st.sampled_from(of), max_size=most)) if of else []


filters = st.builds(
    GraphFilter.model_validate,
    st.fixed_dictionaries(
        {
            "first": st.sampled_from([None, "2024-09-04", "2024-10"]),
            "last": st.sampled_from([None, "2024-09-03", "2024-12"]),
            "actors": st.lists(st.sampled_from([*NAMES, "Quaria", "Ministry of Salt"]), max_size=2),
            "topics": st.lists(st.sampled_from(["crime", "salt prices"]), max_size=1),
            "statuses": st.lists(st.sampled_from(list(Status)), max_size=3),
        }
    ),
)
"""Filters that let some of what such histories tell pass; some name what is not there."""
