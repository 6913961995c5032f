"""Who is to come to an event that is planned, and who stayed away from one that took place."""

import pytest
from extracted import ANNA, OLAV, event_of, events_of

PLANNED = "A session of the Harbour Council is scheduled for 9 June 2031."
HELD = f"On 4 May 2031 a conference on smuggling took place in Riga. It was attended by {ANNA}."


@pytest.mark.parametrize(
    "text",
    [
        "{who} is expected to take part.",
        "{who} will also attend.",
        "{who} is due to speak at the session.",
        "{who}, who returns from Bergen that day, plans to join it.",
        "It will be attended by {who}.",
    ],
)
def test_who_is_to_come_takes_part_in_the_plan(text: str) -> None:
    found = event_of(f"{PLANNED} {text.format(who=OLAV)}")
    assert (found.status, found.date) == ("planned", "2031-06-09")
    assert set(found.participants) == {"Harbour Council", "Olav Tveit"}
    assert found.organiser_or_chair == ()


@pytest.mark.parametrize("text", ["It is to be chaired by {who}.", "{who} is to chair it."])
def test_who_is_to_chair_is_the_chair_of_the_plan(text: str) -> None:
    found = event_of(f"{PLANNED} {text.format(who=OLAV)}")
    assert (found.status, found.organiser_or_chair) == ("planned", ("Olav Tveit",))


@pytest.mark.parametrize(
    "text",
    [
        "{who} will attend the session of the Harbour Council on 9 June 2031.",
        "{who} is expected to take part in the session of the Harbour Council on 9 June 2031.",
        "The session of the Harbour Council on 9 June 2031 is due to be opened by {who}.",
    ],
)
def test_a_plan_to_attend_tells_of_the_event_whose_day_it_gives(text: str) -> None:
    found = event_of(text.format(who=OLAV))
    assert (found.type, found.status, found.date) == ("session", "planned", "2031-06-09")
    assert "Olav Tveit" in found.participants


def test_a_plan_to_attend_tells_of_the_event_of_the_body_that_it_names() -> None:
    found = event_of(f"{OLAV} will attend the session of the Harbour Council.")
    assert (found.status, found.participants) == ("planned", ("Olav Tveit", "Harbour Council"))


@pytest.mark.parametrize(
    "text",
    [
        "{who} is expected to take part.",
        "The next one will be attended by {who}.",
        "{who} will attend the conference.",
    ],
)
def test_who_is_to_come_was_not_at_what_has_been(text: str) -> None:
    assert event_of(f"{HELD} {text.format(who=OLAV)}").participants == ("Ilze Vanaga",)


def test_who_will_not_come_makes_no_event() -> None:
    assert events_of(f"{OLAV} will not attend the session of the Harbour Council on 9 June.") == ()


@pytest.mark.parametrize(
    "text",
    [
        "{who} did not come.",
        "{who}, who had been invited, did not come to it.",
        "{who} didn't turn up.",
        "{who} stayed away.",
        "{who} was not there.",
        "{who} was noticeably absent.",
        "{who} was missing from the conference.",
        "{who} skipped it.",
        "{who} was unable to attend.",
        "{who} sent his apologies.",
        "{who}, who was to have spoken, fell ill.",
    ],
)
def test_who_stayed_away_is_absent(text: str) -> None:
    found = event_of(f"{HELD} {text.format(who=OLAV)}")
    assert (found.participants, found.non_participants) == (("Ilze Vanaga",), ("Olav Tveit",))


@pytest.mark.parametrize(
    "text",
    [
        "{who} did not come to power that way.",
        "{who} was missing in action.",
        "{who} skipped breakfast.",
        "{who} was to speak on another day.",
    ],
)
def test_who_did_not_do_something_else_is_not_absent(text: str) -> None:
    assert event_of(f"{HELD} {text.format(who=OLAV)}").non_participants == ()


@pytest.mark.parametrize(
    "text",
    ["{who} did not attend the conference.", "{who} was to have spoken at the conference."],
)
def test_who_stayed_away_is_absent_from_the_occasion_that_is_named(text: str) -> None:
    later = f"On 5 May 2031 {ANNA} spoke at a briefing for journalists."
    absent = {
        e.type: e.non_participants for e in events_of(f"{HELD} {later} {text}".format(who=OLAV))
    }
    assert absent == {"conference": ("Olav Tveit",), "press_conference": ()}
