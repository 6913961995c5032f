"""What is an event and of what kind, however it is told, and how many there were."""

import pytest
from extracted import ANNA, OLAV, contacts_of, event_of, events_of, facts_of


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"On 4 May 2031 {ANNA} met {OLAV} in Riga.", "meeting"),
        (f"On 4 May 2031 {ANNA} and {OLAV} met in Riga.", "meeting"),
        (f"{ANNA} held talks with {OLAV} in Riga on 4 May 2031.", "talks"),
        (f"Talks between {ANNA} and {OLAV} took place in Riga on May 4, 2031.", "talks"),
        (f"On May 4, 2031, {OLAV} was received in Riga by {ANNA}.", "meeting"),
        (f"On 4 May 2031 {ANNA} discussed border security with {OLAV} in Riga.", "talks"),
    ],
)
def test_a_contact_is_found_however_it_is_told(text: str, kind: str) -> None:
    found = event_of(text)
    assert (found.type, found.date, found.place, found.status) == (
        kind,
        "2031-05-04",
        "Riga",
        "happened",
    )
    assert set(found.participants) == {"Ilze Vanaga", "Olav Tveit"}
    assert contacts_of(text) == {frozenset({"Ilze Vanaga", "Olav Tveit"})}


def test_a_call_is_a_contact_by_phone() -> None:
    found = event_of(f"On 4 May 2031 {ANNA} spoke by telephone with {OLAV}.")
    assert found.type == "phone_call"
    assert set(found.participants) == {"Ilze Vanaga", "Olav Tveit"}


def test_a_chairmanship_told_before_the_noun_is_found() -> None:
    found = event_of(
        f"On May 4, 2031, under the chairmanship of {ANNA}, a meeting on road safety was held."
    )
    assert found.organiser_or_chair == ("Ilze Vanaga",)
    assert (found.date, found.topic) == ("2031-05-04", "road safety")


def test_two_meetings_of_one_pair_are_two_events() -> None:
    text = f"On 4 May 2031 {ANNA} met {OLAV} in Riga.\n\nOn 9 May 2031 {ANNA} met {OLAV} in Oslo."
    assert [(each.date, each.place) for each in events_of(text)] == [
        ("2031-05-04", "Riga"),
        ("2031-05-09", "Oslo"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"{ANNA} congratulated {OLAV} on his birthday.",
        f"{ANNA} sent a message to {OLAV}.",
        "The new rules meet the needs of exporters.",
        "The exercise of power corrupts.",
        f"{ANNA} signed a decree.",
        f"{ANNA} died at the age of 80.",
    ],
)
def test_nothing_is_found_where_nothing_happened(text: str) -> None:
    assert events_of(text) == ()


def test_a_number_of_like_events_is_kept_as_their_count() -> None:
    found = event_of(
        "In May 2031, 14 anti-bribery meetings of parish councils were held in the Kurzeme region."
    )
    assert (found.count, found.date) == (14, "2031-05")


def test_speaking_to_the_press_is_no_contact() -> None:
    assert events_of(f"On 4 May 2031 {ANNA} spoke to journalists in Riga.") == ()


def test_statements_made_for_the_press_are_a_press_conference() -> None:
    found = event_of(f"{ANNA} and {OLAV} made statements for the press on 4 May 2031.")
    assert (found.type, set(found.participants)) == (
        "press_conference",
        {"Ilze Vanaga", "Olav Tveit"},
    )


@pytest.mark.parametrize("lead", ["As part of", "Within the framework of", "In the course of"])
def test_what_is_done_as_part_of_a_visit_tells_the_visit(lead: str) -> None:
    found = {each.type: each for each in events_of(f"{lead} her visit to Oslo, {ANNA} met {OLAV}.")}
    assert found["visit"].participants == ("Ilze Vanaga",)
    assert (found["visit"].place, found["meeting"].place) == ("Oslo", "Oslo")


def test_a_title_the_first_words_and_a_list_at_the_end_tell_one_meeting() -> None:
    text = (
        "The President held a meeting with members of the Trade Council. They spoke of prices. Tea is dear. "
        f"Rice is dear. Salt is dear. Oil is dear.\n\nThe meeting was attended by {ANNA} and {OLAV}."
    )
    (found,) = facts_of(text, title="Meeting with members of the Trade Council").events
    assert set(found.participants) == {"Trade Council", "Ilze Vanaga", "Olav Tveit"}


def test_the_negotiations_in_a_relative_clause_are_those_told_before() -> None:
    text = (
        f"{ANNA} and {OLAV} had negotiations in Riga on 4 May 2031. The negotiations, which were held in two "
        "rounds, focused on peace in the Baltic region."
    )
    assert [each.place for each in events_of(text)] == ["Riga"]
