"""Events told in passing by their day or place, weekdays to come, and which tellings are of one event."""

import pytest
from extracted import ANNA, OLAV, event_of, events_of, facts_of


@pytest.mark.parametrize(
    ("text", "kind", "date"),
    [
        ("The pledge was made at the G7 Riga Summit in May 2030.", "summit", "2030-05"),
        (
            f"{ANNA} recalled the decisions of the Riga Conference on January 19, 2031.",
            "conference",
            "2031-01-19",
        ),
        (f"{ANNA} praised the outcome of last year's Riga conference.", "conference", "2030"),
    ],
)
def test_an_occasion_named_with_its_day_is_told(text: str, kind: str, date: str) -> None:
    found = event_of(text)
    assert (found.type, found.date, found.status) == (kind, date, "happened")


@pytest.mark.parametrize(
    "text",
    [
        f"{ANNA} would welcome any step, such as the announced meeting in Riga.",
        "Work goes on in support of the talks that will be held in Riga in June 2031.",
    ],
)
def test_an_announced_occasion_with_its_place_is_planned(text: str) -> None:
    found = event_of(text)
    assert (found.place, found.status) == ("Riga", "planned")


@pytest.mark.parametrize(
    ("text", "date", "status"),
    [
        ("On Thursday, {} is due to hold a meeting in Riga.", "2031-05-22", "planned"),
        ("{} will meet with weavers on Thursday.", "2031-05-22", "planned"),
        ("{} meets weavers in Riga on Thursday.", "2031-05-22", "planned"),
        ("{} met with weavers on Thursday.", "2031-05-15", "happened"),
        ("{} was to meet with weavers on Thursday.", "2031-05-15", "planned"),
    ],
)
def test_what_is_to_come_on_a_weekday_comes_on_the_next(text: str, date: str, status: str) -> None:
    found = event_of(text.format(ANNA), published="2031-05-20")
    assert (found.date, found.status) == (date, status)


@pytest.mark.parametrize(
    ("verb", "date"),
    [
        ("wrapped up", "2031-05-13/2031-05-15"),
        ("opened", "2031-05-15/2031-05-17"),
        ("attended", "2031-05-15"),
    ],
)
def test_how_long_a_conference_lasted_counts_from_its_first_or_last_day(
    verb: str, date: str
) -> None:
    found = event_of(f"{ANNA} {verb} a three-day conference in Riga on 15 May 2031.")
    assert found.date == date


def test_who_will_not_come_to_a_planned_event_is_absent() -> None:
    found = event_of(f"{ANNA} will not attend a regional summit to be held in Riga in June 2031.")
    assert (found.status, found.participants) == ("planned", ())
    assert found.non_participants == ("Ilze Vanaga",)


def test_what_was_still_to_come_and_is_then_told_has_happened() -> None:
    text = (
        f"{ANNA} met with {OLAV} on 5 May 2031 ahead of a dinner with veterans."
        f" At the dinner, Ilze Vanaga said that tea was dear."
    )
    (dinner,) = [e for e in events_of(text) if e.type == "ceremony"]
    assert (dinner.status, dinner.participants) == ("happened", ("Ilze Vanaga",))


def test_the_three_leaders_are_those_of_the_last_event_with_three() -> None:
    text = (
        "President of Norway Olav Tveit, President of Latvia Ilze Vanaga and President of Chile Hugo"
        " Maldini attended the opening of a bridge in Riga. Later the three leaders met with Director of"
        " the Water Agency Janis Ozols."
    )
    (meeting,) = [e for e in events_of(text) if e.type == "meeting"]
    assert set(meeting.participants) == {"Olav Tveit", "Ilze Vanaga", "Hugo Maldini", "Janis Ozols"}


def test_one_meeting_after_the_other_are_several() -> None:
    head = "President Olav Tveit held bilateral meetings with Nordic leaders\n\nMay 4, 2031\n\nRiga\n\n"
    text = (
        "In the morning, President Olav Tveit met with Latvian President Ilze Vanaga.\n\nDuring a meeting"
        " with Chilean President Hugo Maldini, the two leaders discussed trade."
    )
    (title, *body) = head.split("\n\n", 1)
    found = facts_of(body[0] + text, title=title).events
    pairs = [set(e.participants) for e in found if len(e.participants) == 2]
    assert {"Olav Tveit", "Ilze Vanaga"} in pairs
    assert {"Olav Tveit", "Hugo Maldini"} in pairs


def test_a_forum_that_the_guest_came_for_is_another_event() -> None:
    text = f"{ANNA} met with {OLAV}, who had come to Riga to take part in the Baltic Tea Forum."
    assert {e.type for e in events_of(text)} >= {"meeting", "conference"}


def test_talks_of_another_town_told_in_passing_are_not_of_the_day() -> None:
    head = "A meeting in Riga\n\nMay 4, 2031\n\nRiga\n\n"
    text = (
        f"{ANNA} met with {OLAV}. Opening the meeting, Ilze Vanaga said that agreements reached during her"
        " talks with President of Chile Hugo Maldini in Oslo were being kept."
    )
    title, rest = head.split("\n\n", 1)
    (talks,) = [e for e in facts_of(rest + text, title=title).events if e.place == "Oslo"]
    assert (talks.date, set(talks.participants)) == (None, {"Ilze Vanaga", "Hugo Maldini"})


@pytest.mark.parametrize(
    "line",
    ["I wanted to discuss several matters with you.", "I am glad to hold consultations with you."],
)
def test_the_talk_that_is_printed_is_not_planned_in_it(line: str) -> None:
    text = f"President of Norway Olav Tveit: Good afternoon.\n\nDirector of the Water Agency Ilze Vanaga: {line}"
    assert [e for e in events_of(text) if e.status == "planned"] == []


def test_whose_visit_it_is_the_clause_behind_says() -> None:
    found = events_of(f"During his working trip to Norway, {ANNA} opened a bridge.")
    assert [e.participants for e in found if e.type == "visit"] == [("Ilze Vanaga",)]


def test_without_the_day_of_the_report_nobody_knows_whether_a_day_is_over() -> None:
    text = "He hopes to be available until the national convention in Riga on 5 July 2031."
    assert events_of(text, published=None) == ()
