"""What each error costs, in real annotations: all figures that it should lower, and no other."""

from collections.abc import Callable
from pathlib import Path

import pytest
from annotated import GOLD, facts_as_annotated, facts_with, gold_named

from ingest.facts import Facts
from ingest.quality.faults import Fault, Kind
from ingest.quality.figures import Rate, Score, Tally
from ingest.quality.gold import Gold, GoldEvent, gold_of
from ingest.quality.scoring import marks
from ontology.terms import Status

NAME = Score | Rate
NONFACTS = {Rate.NONFACT, Rate.NONFACT_ABSENT, Rate.NONFACT_EVENTS, Rate.NONFACT_MEETINGS}
NEWS = gold_named("agency-news")
BRIEF = gold_named("weekly-brief")


def figures(gold: Gold, facts: Facts) -> dict[NAME, object]:
    """Precision and recall, or the share, of each figure."""
    found = marks(gold, facts).figures
    values: dict[NAME, object] = {name: share.value for name, share in found.rates.items()}
    return values | {name: (each.precision, each.recall) for name, each in found.scores.items()}


def lowered(gold: Gold, facts: Facts) -> set[NAME]:
    """What a change makes differ from facts just as annotated."""
    before, after = figures(gold, facts_as_annotated(gold)), figures(gold, facts)
    return {name for name in before if before[name] != after[name]}


def changed(gold: Gold, relation: str, number: int, **parts: object) -> Facts:
    """Facts just as annotated but for some parts of one."""
    facts = facts_as_annotated(gold)
    rows = list(getattr(facts, relation))
    rows[number] = rows[number].model_copy(update=parts)
    return facts.model_copy(update={relation: tuple(rows)})


def without(gold: Gold, relation: str, number: int) -> Facts:
    """Facts just as annotated but for one."""
    facts = facts_as_annotated(gold)
    rows = list(getattr(facts, relation))
    del rows[number]
    return facts.model_copy(update={relation: tuple(rows)})


def twice(gold: Gold, relation: str, number: int, **parts: object) -> Facts:
    """Facts just as annotated, one a second time with some parts changed."""
    facts = facts_as_annotated(gold)
    rows = getattr(facts, relation)
    more = rows[number].model_copy(update=parts)
    return facts.model_copy(update={relation: (*rows, more)})


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.name)
def test_facts_just_as_annotated_have_no_fault_and_full_marks(path: Path) -> None:
    gold = gold_of(path)
    found = marks(gold, facts_as_annotated(gold))
    assert found.faults == []
    # Only gold may say in which country a body is, by which countries meet.
    for name in {*Score, *Rate} - {Score.COUNTRIES}:
        full = 0 if name in NONFACTS else 1
        assert found.figures.value(name) in (None, pytest.approx(full)), name
    assert found.figures.value(Score.POST) == found.figures.value(Score.EVENT_STRICT) == 1


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.name)
def test_where_nothing_is_found_all_of_the_core_is_missed(path: Path) -> None:
    gold = gold_of(path)
    found = marks(gold, facts_with())
    core = [each for each in (*gold.holds_post, *gold.events, *gold.meets) if not each.optional]
    assert [fault.gold for fault in found.faults] == core
    assert {fault.kind for fault in found.faults} == {Kind.MISSED}
    assert {found.figures.value(name) for name in (*Score, *Rate)} <= {0, None}


EVENT: set[NAME] = {Score.EVENT, Score.EVENT_STRICT, Score.PARTICIPATION}
PEOPLE: set[NAME] = {Score.PARTICIPANTS, Score.PARTICIPATION}
FIRST: GoldEvent = NEWS.events[0]
ABSENT = (*FIRST.participants, *FIRST.non_participants)
ERRORS: list[tuple[str, Facts, set[NAME]]] = [
    ("another post", changed(NEWS, "holds_post", 0, post="Minister of Justice"), {Score.POST}),
    (
        "another body",
        changed(NEWS, "holds_post", 3, organisation="Latvian Post"),
        {Score.POST, Score.POST_PAIR},
    ),
    ("not former", changed(NEWS, "holds_post", 8, former=False), {Rate.FORMER}),
    ("a post missed", without(NEWS, "holds_post", 3), {Score.POST, Score.POST_PAIR}),
    ("an optional post missed", without(NEWS, "holds_post", 2), set()),
    ("a post found twice", twice(NEWS, "holds_post", 0), {Score.POST}),
    (
        "an invented post",
        twice(NEWS, "holds_post", 0, person="No Body"),
        {Score.POST, Score.POST_PAIR},
    ),
    (
        "another day",
        changed(NEWS, "events", 0, date="2024-03-07"),
        {Rate.DATE, Score.EVENT_STRICT},
    ),
    (
        "another place",
        changed(NEWS, "events", 0, place="Turku"),
        {Rate.PLACE, Rate.PLACE_STATED},
    ),
    (
        "no chair",
        changed(NEWS, "events", 0, organiser_or_chair=()),
        {Rate.CHAIR, Rate.CHAIR_STATED},
    ),
    ("one missing", changed(NEWS, "events", 0, participants=FIRST.participants[1:]), PEOPLE),
    (
        "one too many",
        changed(NEWS, "events", 0, participants=(*FIRST.participants, "No Body")),
        PEOPLE,
    ),
    (
        "an absent one",
        changed(NEWS, "events", 0, participants=ABSENT),
        PEOPLE | {Rate.NONFACT, Rate.NONFACT_ABSENT},
    ),
    (
        "a plan as a fact",
        changed(NEWS, "events", 1, status=Status.HAPPENED),
        {Rate.STATUS, Rate.NONFACT, Rate.NONFACT_EVENTS},
    ),
    (
        "an invented event",
        twice(NEWS, "events", 0, date="2001-01-01", participants=("No Body",)),
        EVENT,
    ),
    (
        "an invented statement",
        twice(NEWS, "events", 0, type="statement", date="2001-01-01", participants=("No Body",)),
        set(),
    ),
    (
        "another day of contact",
        changed(NEWS, "meets", 0, date="2001-01-01"),
        {Score.MEETING_DATED},
    ),
    (
        "another contact",
        changed(NEWS, "meets", 0, b="No Body"),
        {Score.MEETING, Score.MEETING_DATED, Score.COUNTRIES},
    ),
]


@pytest.mark.parametrize(("facts", "names"), [e[1:] for e in ERRORS], ids=[e[0] for e in ERRORS])
def test_an_error_lowers_its_figures_and_no_other(facts: Facts, names: set[NAME]) -> None:
    assert lowered(NEWS, facts) == names


def parts_of(facts: Facts) -> list[tuple[Kind, list[str]]]:
    return [
        (fault.kind, [each.part for each in fault.differences])
        for fault in marks(NEWS, facts).faults
    ]


@pytest.mark.parametrize(
    ("facts", "kind", "parts"),
    [
        (changed(NEWS, "holds_post", 0, post="Minister of Justice"), Kind.WRONG, ["post"]),
        (changed(NEWS, "holds_post", 3, organisation="Latvian Post"), Kind.WRONG, ["organisation"]),
        (changed(NEWS, "holds_post", 3, person="No Body"), Kind.WRONG, ["person"]),
        (changed(NEWS, "holds_post", 8, former=False), Kind.WRONG, ["former"]),
        (twice(NEWS, "holds_post", 0), Kind.SPURIOUS, []),
        (without(NEWS, "holds_post", 0), Kind.MISSED, []),
        (changed(NEWS, "events", 0, date=None, place=None), Kind.WRONG, ["date", "place"]),
        (
            changed(NEWS, "events", 0, participants=ABSENT[1:]),
            Kind.WRONG,
            ["participants missing", "participants too many"],
        ),
        (changed(NEWS, "events", 1, status=Status.HAPPENED), Kind.WRONG, ["status"]),
        (twice(NEWS, "events", 0, date="2001-01-01", participants=()), Kind.SPURIOUS, []),
        (changed(NEWS, "meets", 0, date="2001-01-01"), Kind.WRONG, ["date"]),
        (changed(NEWS, "meets", 0, b="No Body"), Kind.WRONG, ["pair"]),
        (without(NEWS, "meets", 0), Kind.MISSED, []),
    ],
)
def test_an_error_is_one_fault_that_says_in_what(
    facts: Facts, kind: Kind, parts: list[str]
) -> None:
    assert parts_of(facts) == [(kind, parts)]


def test_a_fault_holds_what_was_annotated_and_what_was_found() -> None:
    (fault,) = marks(NEWS, changed(NEWS, "events", 0, place="Turku")).faults
    assert isinstance(fault, Fault)
    assert fault.gold == NEWS.events[0]
    assert fault.found
    assert fault.found.rule == "by hand"
    assert fault.differences[0][1:] == (
        "Upinniemi or naval base of Upinniemi or Helsinki or Finland",
        "Turku",
    )


def test_the_pairs_of_a_grouped_event_are_no_errors_and_bring_their_people() -> None:
    grouped = FIRST.model_copy(update={"grouped": True, "organiser_or_chair": ()})
    gold = NEWS.model_copy(update={"events": (grouped,)})
    (whole,) = facts_as_annotated(gold).events
    host, *guests = FIRST.participants
    pairs = [whole.model_copy(update={"participants": (host, guest)}) for guest in guests]
    found = marks(gold, facts_as_annotated(gold).model_copy(update={"events": tuple(pairs)}))
    assert found.faults == []
    assert found.figures.scores[Score.PARTICIPATION] == Tally(4, 4, 4, 4)
    alone = NEWS.model_copy(update={"events": (grouped.model_copy(update={"grouped": False}),)})
    found = marks(alone, facts_as_annotated(gold).model_copy(update={"events": tuple(pairs)}))
    assert found.figures.scores[Score.EVENT] == Tally(1, len(guests), 1, 1)


def test_an_accepted_stand_in_fills_a_gap_and_is_never_wrong() -> None:
    event = FIRST.model_copy(update={"participants_alt": ("Finland", "Estonia")})
    gold = NEWS.model_copy(update={"events": (event,)})
    people = {"participants": (*FIRST.participants[1:], "Finland", "Estonia")}
    (found,) = (each.model_copy(update=people) for each in facts_as_annotated(gold).events)
    tally = marks(gold, facts_with(events=[found])).figures.scores[Score.PARTICIPANTS]
    assert tally == Tally(4, 4, 4, 4)


def each_alias_of(gold: Gold) -> Callable[[str], str]:
    """Names by the last form that their aliases give."""
    return lambda name: gold.aliases.get(name, (name,))[-1]


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.name)
def test_every_alias_is_as_good_as_the_name(path: Path) -> None:
    gold = gold_of(path)
    facts, other = facts_as_annotated(gold), each_alias_of(gold)
    people = {
        event: event.model_copy(update={"participants": tuple(map(other, event.participants))})
        for event in facts.events
    }
    renamed = facts.model_copy(
        update={
            "holds_post": tuple(
                each.model_copy(update={"person": other(each.person)}) for each in facts.holds_post
            ),
            "events": tuple(people.values()),
            "meets": tuple(
                each.model_copy(update={"a": other(each.a), "b": other(each.b)})
                for each in facts.meets
            ),
        }
    )
    assert marks(gold, renamed).faults == []
    assert lowered(gold, renamed) <= {Score.COUNTRIES}


def test_a_quote_counts_only_where_it_stands() -> None:
    gold, text = gold_named("minutes"), "Harbour met."
    first = facts_as_annotated(gold).holds_post[0]
    exact = first.model_copy(update={"quote": "met", "start": 8, "end": 11})
    shifted = exact.model_copy(update={"start": 7, "end": 10})
    found = marks(gold, facts_with(posts=[exact, shifted]), text).figures
    assert found.rates[Rate.QUOTES].count == 1
    assert found.rates[Rate.QUOTES].total == 2
