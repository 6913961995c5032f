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


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"In Riga on 4 May 2031 {ANNA} sat down to dinner with {OLAV}.", "meeting"),
        (f"On 4 May 2031 {ANNA} and {OLAV} had a brief conversation in Riga.", "talks"),
        (f"In this part of the harbour {OLAV} was met by {ANNA} on 4 May 2031.", "meeting"),
    ],
)
def test_a_contact_in_passing_is_found(text: str, kind: str) -> None:
    found = event_of(text)
    assert (found.type, found.date, set(found.participants)) == (
        kind,
        "2031-05-04",
        {"Ilze Vanaga", "Olav Tveit"},
    )


def test_an_envoy_who_is_summoned_meets_the_ministry() -> None:
    found = event_of("On 4 May 2031 Ambassador Jaan Kask was summoned to the Foreign Ministry.")
    assert (found.type, found.date) == ("meeting", "2031-05-04")
    assert set(found.participants) == {"Foreign Ministry", "Jaan Kask"}


def test_who_was_in_another_country_visited_it() -> None:
    found = event_of(f"{OLAV} was in Latvia last week.")
    assert (found.type, found.place, found.participants) == ("visit", "Latvia", ("Olav Tveit",))


@pytest.mark.parametrize(
    "text",
    [
        f"{OLAV} was in Norway last week.",
        f"{OLAV} was a student in Latvia in 1999.",
        f"{ANNA} was summoned to the court on 4 May 2031.",
        f"{ANNA} sat with {OLAV} in the front row.",
    ],
)
def test_being_somewhere_is_not_always_a_visit(text: str) -> None:
    assert events_of(text) == ()


def test_who_looks_at_an_exhibition_attends_it() -> None:
    found = event_of(f"On 4 May 2031 {ANNA} examined an exhibit of old maps.")
    assert (found.type, found.participants) == ("exhibition", ("Ilze Vanaga",))


@pytest.mark.parametrize("where", ["after the", "on the sidelines of the"])
def test_the_summit_beside_which_something_was_said_is_its_body_s(where: str) -> None:
    found = event_of(f"{ANNA} spoke to reporters {where} NATO summit in Riga on 4 May 2031.")
    assert (found.type, found.place, found.participants) == ("summit", "Riga", ("NATO",))


def test_who_announced_something_at_a_summit_was_there() -> None:
    found = event_of(
        f"The plan was announced in 2030 at the G8 summit in Riga by {ANNA} and {OLAV}."
    )
    assert (found.type, found.date, found.status) == ("summit", "2030", "happened")
    assert set(found.participants) == {"Ilze Vanaga", "Olav Tveit"}


@pytest.mark.parametrize(
    ("text", "kind", "who"),
    [
        (
            f"{ANNA}, left, greets Janis Berzins before a session in Riga, Latvia, May 4, 2031.",
            "meeting",
            {"Ilze Vanaga", "Janis Berzins"},
        ),
        (
            f"{ANNA} listens to a question during a news conference in Riga on 4 May 2031.",
            "press_conference",
            {"Ilze Vanaga"},
        ),
        (
            f"Reporters said a telephone conversation between {ANNA} and {OLAV} on 4 May 2031 was long.",
            "phone_call",
            {"Ilze Vanaga", "Olav Tveit"},
        ),
        (
            f"{ANNA} entered a meeting of the Harbour Council on 4 May 2031.",
            "meeting",
            {"Ilze Vanaga", "Harbour Council"},
        ),
    ],
)
def test_what_captions_and_agencies_tell_is_found(text: str, kind: str, who: set[str]) -> None:
    (found,) = [each for each in events_of(text) if each.type == kind]
    assert (found.date, set(found.participants)) == ("2031-05-04", who)
