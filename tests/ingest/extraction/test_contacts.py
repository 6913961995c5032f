"""Contacts and journeys that are told in other words than "met", "held talks" and "visited"."""

import pytest
from extracted import ANNA, OLAV, contacts_of, event_of, events_of

BOTH = {"Ilze Vanaga", "Olav Tveit"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("On 4 May 2031 a meeting took place between {one} and {other}.", "meeting"),
        ("On 4 May 2031 {one} paid a courtesy call on {other}.", "meeting"),
        ("On 4 May 2031 {one} hosted {other} for talks.", "meeting"),
        ("On 4 May 2031 {one} exchanged views with {other}.", "talks"),
        ("On 4 May 2031 there were talks in Riga between {one} and {other}.", "talks"),
        ("The advice came from talks that {one} held with {other} on 4 May 2031.", "talks"),
        ("The idea came from a meeting {one} had with {other} on 4 May 2031.", "meeting"),
        (
            "The agenda of the meeting between {one} and {other} on 4 May 2031 included fish.",
            "meeting",
        ),
        ("On 4 May 2031 {one} called {other} to discuss the drought.", "phone_call"),
        ("On 4 May 2031 {one} reported by telephone to {other}.", "phone_call"),
        ("On 4 May 2031 {one} congratulated {other} over the phone.", "phone_call"),
    ],
)
def test_two_are_in_contact(text: str, kind: str) -> None:
    found = event_of(text.format(one=ANNA, other=OLAV))
    assert (found.type, found.status, found.date) == (kind, "happened", "2031-05-04")
    assert set(found.participants) == BOTH
    assert contacts_of(text.format(one=ANNA, other=OLAV)) == {frozenset(BOTH)}


def test_a_dinner_given_for_somebody_has_him_for_a_guest() -> None:
    found = event_of(f"On 4 May 2031 {ANNA} gave a dinner for {OLAV}.")
    assert (found.type, set(found.participants)) == ("ceremony", BOTH)


@pytest.mark.parametrize(
    "text",
    [
        "On 4 May 2031 {one} called {other} a friend.",
        "On 4 May 2031 {one} called {other} to testify.",
        "On 4 May 2031 {one} called off the search for {other}.",
        "On 4 May 2031 {one} exchanged views.",
        "On 4 May 2031 {one} paid {other} a large sum.",
    ],
)
def test_other_calls_and_payments_are_no_contact(text: str) -> None:
    assert events_of(text.format(one=ANNA, other=OLAV)) == ()


@pytest.mark.parametrize("text", ["went to", "came to", "left for", "headed for"])
def test_who_goes_somewhere_visits_it(text: str) -> None:
    found = event_of(f"On 4 May 2031 {OLAV} {text} Riga.")
    assert (found.type, found.place, found.participants) == ("visit", "Riga", ("Olav Tveit",))


def test_what_else_comes_and_goes_is_no_visit() -> None:
    text = "On 4 May 2031 the prize went to Latvia. Peace came to Riga. Norway left for good."
    assert events_of(text) == ()


@pytest.mark.parametrize("verb", ["convened", "gathered", "assembled"])
def test_a_body_that_comes_together_meets(verb: str) -> None:
    found = event_of(f"On 4 May 2031 the Harbour Council {verb} in Riga.")
    assert (found.type, found.place) == ("meeting", "Riga")
    assert found.participants == ("Harbour Council",)


@pytest.mark.parametrize("text", ["played host to a", "was the venue of a", "saw a"])
def test_where_an_event_is_held_is_its_place(text: str) -> None:
    found = event_of(f"On 4 May 2031 Riga {text} summit of the Baltic Council.")
    assert (found.type, found.place) == ("summit", "Riga")
    assert found.participants == ("Baltic Council",)


@pytest.mark.parametrize("verb", ["resumed", "collapsed"])
def test_negotiations_on_a_matter_are_those_of_whom_they_are_between(verb: str) -> None:
    found = event_of(f"The negotiations on fish between Latvia and Norway {verb} on 4 May 2031.")
    assert (found.type, set(found.participants)) == ("talks", {"Latvia", "Norway"})


def test_a_training_session_is_a_training() -> None:
    found = event_of("On 4 May 2031 Norway held a training session for Latvian officers in Riga.")
    assert found.type == "training"


def test_who_is_described_behind_the_name_is_the_one_named() -> None:
    found = event_of("The idea came from Olav Tveit, a painter who visited Riga on 4 May 2031.")
    assert (found.type, found.participants) == ("visit", ("Olav Tveit",))


def test_who_says_something_in_an_address_to_a_forum_took_part_in_it() -> None:
    found = event_of(f"In his address to the forum in Riga on 4 May 2031, {OLAV} praised fish.")
    assert (found.type, found.place, found.participants) == ("conference", "Riga", ("Olav Tveit",))


@pytest.mark.parametrize(
    "text",
    [
        "On 4 May 2031 a meeting on fish took place in Riga. The meeting involved {one} and {other}.",
        "Among those who spoke at the meeting in Riga on 4 May 2031 were {one} and {other}.",
    ],
)
def test_those_whom_it_involved_and_who_spoke_there_took_part(text: str) -> None:
    assert set(event_of(text.format(one=ANNA, other=OLAV)).participants) == BOTH


def test_who_winds_up_a_visit_was_on_it() -> None:
    found = event_of(f"On 4 May 2031 {OLAV} wound up a visit to Latvia.")
    assert (found.type, found.place, found.status) == ("visit", "Latvia", "happened")
