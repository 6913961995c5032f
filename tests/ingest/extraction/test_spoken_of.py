"""Events that a sentence only speaks of: over, to come, or greeted."""

import pytest
from extracted import ANNA, OLAV, event_of, events_of


@pytest.mark.parametrize(
    "text",
    [
        f"{ANNA} and {OLAV} discussed preparations for a summit of the Nordic Council in Riga in June 2031.",
        f"{ANNA} told {OLAV} of plans for a Nordic Council summit, scheduled for June 2031.",
    ],
)
def test_what_is_prepared_is_to_come(text: str) -> None:
    (found,) = [each for each in events_of(text) if each.type == "summit"]
    assert (found.date, found.status) == ("2031-06", "planned")
    assert "Nordic Council" in found.participants


def test_what_had_results_has_been() -> None:
    (found,) = [
        each
        for each in events_of(
            f"{ANNA} praised the outcome of the Baltic Support Group's meeting in Tartu on 11 February 2031."
        )
        if each.type == "meeting"
    ]
    assert (found.date, found.place, found.status) == ("2031-02-11", "Tartu", "happened")


def test_a_visit_is_told_by_whose_it_was_and_where_it_led() -> None:
    found = event_of(f"{ANNA} praised the results of the visit of {OLAV} to Latvia.")
    assert (found.type, found.place, found.participants) == ("visit", "Latvia", ("Olav Tveit",))


def test_our_meeting_is_of_the_two_who_speak() -> None:
    text = (
        "President of Norway Ann Holm: I am glad to see you after our meeting in Oslo in November last year.\n\n"
        "President of Latvia Mara Kalns: Thank you."
    )
    found = event_of(text)
    assert (found.date, found.place, found.status) == ("2030-11", "Oslo", "happened")
    assert set(found.participants) == {"Ann Holm", "Mara Kalns"}


def test_an_occasion_that_is_greeted_takes_place() -> None:
    found = event_of(
        f"{ANNA} sent greetings to the participants and guests of the plenary meeting of the Harbour Council."
    )
    assert (found.status, found.participants) == ("happened", ("Harbour Council",))


@pytest.mark.parametrize(
    "text",
    [
        f"{ANNA} spoke of the importance of meetings.",
        f"{ANNA} thanked {OLAV} for the invitation to a session of the Harbour Council.",
        f"{ANNA} sent greetings to the participants of the march.",
    ],
)
def test_what_is_neither_over_nor_to_come_is_no_event(text: str) -> None:
    assert events_of(text) == ()


def test_a_named_conference_in_view_of_which_something_is_done_is_told_by_what_follows() -> None:
    (found,) = [
        each
        for each in events_of(
            "The plan was made in view of the Tartu Conference on Latvia and the region, which will be hosted by the"
            " Harbour Council in June 2031."
        )
        if each.type == "conference"
    ]
    assert (found.date, found.status) == ("2031-06", "planned")
    assert found.organiser_or_chair == ("Harbour Council",)
