"""Occasions by their names, what is done at ceremonies, and whom a dated read-out is about."""

import pytest
from extracted import ANNA, OLAV, contacts_of, event_of, events_of, facts_of

from ingest.facts import Facts

_HEAD = "May 4, 2031\n\nRiga\n\n"


def _read_out(text: str, title: str = "A day in Riga") -> Facts:
    return facts_of(_HEAD + text, title=title)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            f"{ANNA} took part in the second Development of Weaving International Forum.",
            "conference",
        ),
        (f"{ANNA} addressed the Baltic Tea Growers Conference.", "conference"),
        (f"{ANNA} opened the 13th Latvia-Norway Trade Forum.", "conference"),
        (f"Tea is dear, {ANNA} said at the World Tea Congress.", "conference"),
        (f"{ANNA} gave a speech at the World Tea Congress.", "conference"),
    ],
)
def test_a_named_forum_that_somebody_attends_is_an_occasion_and_no_body(
    text: str, name: str
) -> None:
    found = event_of(text)
    assert (found.type, found.participants) == (name, ("Ilze Vanaga",))


@pytest.mark.parametrize(
    "text",
    [
        f"{ANNA} praised the National Congress.",
        f"{ANNA} wrote to the World Weaving Forum.",
        f"{ANNA} wrote an article on the Conference on Tea.",
    ],
)
def test_a_named_forum_that_is_only_spoken_of_is_no_event(text: str) -> None:
    assert events_of(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        f"{ANNA} laid a wreath at the Weavers' Monument.",
        f"{ANNA} unveiled a monument to the weavers.",
        f"{ANNA} presented medals to the weavers.",
        f"{ANNA} received credentials from ambassadors.",
        f"{ANNA} took part in the opening of a bridge.",
        f"{ANNA} attended the Christmas service.",
    ],
)
def test_what_is_done_at_ceremonies_tells_one(text: str) -> None:
    found = event_of(text)
    assert (found.type, found.participants) == ("ceremony", ("Ilze Vanaga",))


@pytest.mark.parametrize(
    "text",
    [
        f"{ANNA} laid the groundwork for a reform.",
        f"{ANNA} presented a report.",
        f"{ANNA} praised the opening of a bridge.",
        f"{ANNA} received a letter.",
        f"{ANNA} praised the service of the weavers.",
    ],
)
def test_the_same_verbs_with_other_objects_tell_none(text: str) -> None:
    assert events_of(text) == ()


def test_two_who_discuss_something_are_in_talks() -> None:
    text = f"On 4 May 2031 {ANNA} and {OLAV} discussed preparations for the visit planned for June 2031."
    (found,) = (each for each in events_of(text) if each.status == "happened")
    assert (found.type, found.date) == ("talks", "2031-05-04")
    assert contacts_of(text) == {frozenset({"Ilze Vanaga", "Olav Tveit"})}


def test_what_two_discuss_after_their_meeting_is_told_is_no_other_event() -> None:
    text = f"On 4 May 2031 {ANNA} met {OLAV} in Riga.\n\nMs Vanaga and Mr Tveit discussed the harvest of 2030."
    assert [(each.type, each.date) for each in events_of(text)] == [("meeting", "2031-05-04")]


def test_one_who_discusses_something_alone_is_in_no_talks() -> None:
    assert events_of(f"{ANNA} discussed the harvest of 2030.") == ()


def test_those_whose_reports_somebody_hears_meet_him() -> None:
    text = f"{ANNA} heard reports by {OLAV} on the harvest."
    assert contacts_of(text) == {frozenset({"Ilze Vanaga", "Olav Tveit"})}
    assert events_of(f"{ANNA} heard reports of floods.") == ()


def test_members_of_a_body_are_not_the_body_that_is_met() -> None:
    assert contacts_of(f"{ANNA} met members of the Trade Council.") == set()
    assert contacts_of(f"{ANNA} met ministers of the Tea Union member states.") == set()


def test_the_president_is_whom_a_read_out_begins_with() -> None:
    found = _read_out("Karl Lind came to Riga.\n\nThe President visited the weaving museum.").events
    assert ("visit", ("Karl Lind",)) in [(each.type, each.participants) for each in found]


def test_the_president_is_not_somebody_of_another_post() -> None:
    text = f"{ANNA} spoke.\n\nThe President visited the weaving museum."
    assert all("Ilze Vanaga" not in each.participants for each in _read_out(text).events)


def test_a_site_without_a_name_is_visited() -> None:
    found = event_of(f"On 4 May 2031 {ANNA} visited the new school.")
    assert (found.type, found.participants) == ("visit", ("Ilze Vanaga",))


def test_a_title_of_two_countries_is_held_by_the_two_who_are_named() -> None:
    text = f"President of Latvia Ilze Vanaga held talks with {OLAV}."
    facts = _read_out(text, title="Latvian-Norwegian talks")
    (found,) = facts.events
    assert set(found.participants) == {"Ilze Vanaga", "Olav Tveit"}
    assert [(each.a, each.b) for each in facts.meets] == [("Ilze Vanaga", "Olav Tveit")]


def test_earlier_talks_that_somebody_tells_of_are_not_the_meeting() -> None:
    text = f"{ANNA} informed the participants about her recent talks with {OLAV}."
    facts = _read_out(text, title=f"Meeting of {ANNA} with members of the Trade Council")
    told = next(each for each in facts.events if "Olav Tveit" in each.participants)
    assert (told.type, told.date) == ("talks", None)


def test_what_somebody_would_like_to_mention_is_no_plan() -> None:
    found = event_of(f"I would like to mention that {OLAV} visited Riga in April.")
    assert (found.date, found.status) == ("2031-04", "happened")


def test_what_somebody_would_like_to_do_is_a_plan() -> None:
    assert event_of(f"{OLAV} would like to visit Riga in June.").status == "planned"


def test_the_date_of_what_was_seen_is_not_that_of_the_visit() -> None:
    text = f"While visiting the shipyard, {ANNA} was told about a dock installed in July 2030."
    assert [each.date for each in events_of(text)] == [None]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"In a phone call on 4 May 2031, {ANNA} told {OLAV} that tea was dear.", "phone_call"),
        (f"A 30-minute call between {ANNA} and {OLAV} took place on 4 May 2031.", "phone_call"),
        (f"{ANNA} shakes hands with {OLAV}, right, in Riga, 4 May 2031.", "meeting"),
    ],
)
def test_calls_and_handshakes_are_contacts(text: str, kind: str) -> None:
    found = event_of(text)
    assert (found.type, found.date) == (kind, "2031-05-04")
    assert contacts_of(text) == {frozenset({"Ilze Vanaga", "Olav Tveit"})}


def test_telling_a_meeting_something_is_being_there() -> None:
    found = event_of(f"{ANNA} told a meeting of weavers in Riga that tea was dear.")
    assert (found.participants, found.place) == (("Ilze Vanaga",), "Riga")


def test_a_handshake_to_come_is_no_contact_yet() -> None:
    assert contacts_of(f"{ANNA} is to shake hands with {OLAV}.") == set()
    assert events_of(f"{ANNA} shook her head.") == ()


def test_where_somebody_announced_something_he_was() -> None:
    found = event_of(f"{ANNA} announced at the Baltic summit that tea would be dear.")
    assert (found.type, found.status, found.participants) == (
        "summit",
        "happened",
        ("Ilze Vanaga",),
    )


@pytest.mark.parametrize(
    "text",
    [
        f"{ANNA} plans to announce at the Baltic summit that tea is dear.",
        f"{ANNA} hopes to speak at the Baltic summit.",
        f"{ANNA} will announce at the Baltic summit that tea is dear.",
    ],
)
def test_where_somebody_will_announce_something_he_was_not_yet(text: str) -> None:
    assert all(each.status == "planned" for each in events_of(text))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"{ANNA} attended a gala concert marking Teachers' Day.", "ceremony"),
        (f"{ANNA} addressed an official function in Riga.", "ceremony"),
        (f"{ANNA} attended the presentation of a new tram.", "ceremony"),
        (f"{ANNA} met with journalists.", "press_conference"),
        ("Norway test-fired a missile earlier this month.", "test"),
        ("Norway summoned Latvian Ambassador Janis Ozols on 5 May 2031.", "meeting"),
        (f"Following the opening ceremony of the bridge, {ANNA} left.", "ceremony"),
    ],
)
def test_kinds_of_occasion(text: str, kind: str) -> None:
    assert event_of(text).type == kind


def test_a_trial_is_no_test() -> None:
    assert events_of("The trial began in 2014 at The Hague.") == ()


def test_ceremonies_for_different_things_are_two() -> None:
    text = (
        f"{ANNA} attended a concert marking Teachers' Day. On 5 May 2031 she addressed an official"
        " function marking Weavers' Day."
    )
    assert {e.topic for e in events_of(text)} == {"Teachers' Day", "Weavers' Day"}


def test_whom_a_dinner_honours_is_not_what_it_is_about() -> None:
    assert event_of(f"{OLAV} gave a dinner in honour of {ANNA} on 5 May 2031.").topic is None
