"""What is told as a fact, and what is planned, claimed, denied or an opinion."""

import pytest
from extracted import ANNA, OLAV, event_of, events_of, speakers_in


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (f"{ANNA} will meet {OLAV} in Riga on 4 June 2031.", "planned"),
        (f"{ANNA} is to meet {OLAV} in Riga.", "planned"),
        (f"{ANNA} and {OLAV} agreed to hold talks in Riga.", "planned"),
        (f"{ANNA} may visit Oslo.", "planned"),
        (f"{ANNA} did not meet {OLAV}.", "denied"),
        (f"{ANNA} denied that she had met {OLAV}.", "denied"),
        (f"Mayor of Riga Janis Ozols claimed that {ANNA} had met {OLAV}.", "claimed"),
        (f"According to Mayor of Riga Janis Ozols, {ANNA} met {OLAV}.", "claimed"),
        (f"{ANNA} reportedly met {OLAV}.", "claimed"),
        (f"{ANNA} said that she had met {OLAV}.", "happened"),
        (f"Mayor of Riga Janis Ozols denied reports that {ANNA} had met with {OLAV}.", "denied"),
        (f"On 4 May 2031 {ANNA} met {OLAV}, which Mayor of Riga Janis Ozols denied.", "claimed"),
        (
            f"Media wrote that {ANNA} met {OLAV} on 4 May, which the Ministry called untrue.",
            "claimed",
        ),
    ],
)
def test_only_what_is_stated_as_a_fact_has_happened(text: str, status: str) -> None:
    assert {each.status for each in events_of(text)} == {status}


def test_who_denies_something_is_who_says_so() -> None:
    office = "The Ministry of Foreign Affairs of Latvia"
    for told in ("denied that", "denied reports that"):
        text = f"{office} {told} {ANNA} had met with {OLAV} on 4 May 2031."
        assert "Ministry of Foreign Affairs of Latvia" in speakers_in(text)
    assert speakers_in(f"{ANNA} did not meet {OLAV} on 4 May 2031.") == {None}


def test_a_visit_during_which_something_is_denied_is_no_denial_and_nobody_s_words() -> None:
    visit = f"During a visit to Riga on 4 May 2031, {OLAV}"
    for told in ("denied that the base had been closed.", "denied reports about the base."):
        assert [(each.type, each.status) for each in events_of(f"{visit} {told}")] == [
            ("visit", "happened")
        ]
        assert speakers_in(f"{visit} {told}") == {None}


def test_an_opinion_is_no_report_of_an_event() -> None:
    text = f"Conclusions\n\nThe meeting of {ANNA} with {OLAV} in Riga changes nothing."
    assert events_of(text) == ()


def test_who_is_expected_somewhere_is_on_a_planned_visit() -> None:
    found = event_of(f"On 3-4 June, {OLAV} is expected in Ankara.")
    assert (found.type, found.status, found.date) == ("visit", "planned", "2031-06-03/2031-06-04")


def test_a_meeting_that_somebody_will_travel_to_is_still_to_come() -> None:
    text = f"{ANNA} will travel to Oslo for a meeting convened by {OLAV}."
    assert {each.status for each in events_of(text)} == {"planned"}


def test_what_is_proposed_with_a_date_is_planned() -> None:
    found = event_of(
        f"{ANNA} proposed a joint exercise of the rescue services at Lendava in June 2031."
    )
    assert (found.type, found.status, found.date, found.place) == (
        "exercise",
        "planned",
        "2031-06",
        "Lendava",
    )


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        (f"{ANNA} left Riga on 3 May 2031 without having met {OLAV}.", {"denied"}),
        (f"Talks between {ANNA} and {OLAV} on 3 May 2031 fell through.", {"denied"}),
        (
            f"On 3 May 2031 a meeting between {ANNA} and {OLAV} was to have taken place in Riga.",
            {"planned"},
        ),
        (f"{ANNA} was supposed to meet {OLAV} on 3 May 2031.", {"planned"}),
        (f"Neither {ANNA} nor {OLAV} attended the session in Riga on 3 May 2031.", set()),
    ],
)
def test_what_came_to_nothing_is_no_fact(text: str, statuses: set[str]) -> None:
    assert {each.status for each in events_of(text)} == statuses


def test_what_is_listed_as_coming_up_is_planned() -> None:
    text = f"Coming up. 14 May: {ANNA} and {OLAV} meet in Riga."
    assert {each.status for each in events_of(text)} == {"planned"}


@pytest.mark.parametrize(
    "text",
    [
        "The programme of the visit includes taking part in the meeting of the leaders, which will be held in Riga.",
        f"{ANNA} prepared the meeting of the leaders with {OLAV}, which will be held in Riga.",
        f"During the working meetings, {ANNA} and {OLAV} will discuss trade.",
        f"{ANNA} will speak in Riga before meeting {OLAV}.",
        f"{ANNA} said that once she meets {OLAV}, the ministers will agree.",
        f"{ANNA} spoke of her upcoming meeting with {OLAV}.",
        f"The agenda of the day includes meeting {OLAV}, so {ANNA} prepares.",
    ],
)
def test_what_is_on_a_programme_or_lies_ahead_has_not_happened(text: str) -> None:
    assert {each.status for each in events_of(text)} <= {"planned"}


@pytest.mark.parametrize(
    "text",
    [
        f"The planned talks between {ANNA} and {OLAV} took place in Riga.",
        f"{ANNA} met {OLAV} at the summit in Riga, which will be held again next year.",
        f"After meeting {OLAV}, {ANNA} travelled to Tallinn.",
    ],
)
def test_what_was_planned_and_took_place_has_happened(text: str) -> None:
    assert {each.status for each in events_of(text)} == {"happened"}


def test_an_upcoming_visit_is_planned_and_a_recent_one_happened_whatever_is_said_of_it() -> None:
    text = f"They spoke in view of {ANNA}'s upcoming visit to Malta. They recalled {OLAV}'s recent visit to Chile."
    found = {each.place: (each.status, each.date) for each in events_of(text)}
    assert found == {"Malta": ("planned", None), "Chile": ("happened", None)}


def test_what_something_else_came_ahead_of_is_planned() -> None:
    found = event_of("The call came ahead of a Security Council meeting.")
    assert (found.status, found.participants) == ("planned", ("Security Council",))


KOVA, BEQO = "President Anna Kova of Poland", "President Ilir Beqo of Albania"


@pytest.mark.parametrize(
    "text",
    [
        f"{OLAV} was told to examine the possibility of holding military exercises.",
        f"{KOVA} was in favour of signing a treaty with Albania.",
        f"{KOVA} spoke against holding talks with {BEQO}.",
        f"{KOVA} discussed the idea of holding a summit with {BEQO} on 3 May 2031.",
        f"{KOVA} supports holding a conference in Riga on 3 May 2031.",
        f"{KOVA} stressed the importance of holding talks in March 2031.",
        f"{KOVA} nearly met {BEQO} on 3 May 2031.",
        f"{KOVA} came close to meeting {BEQO} on 3 May 2031.",
        f"{KOVA} was unable to meet {BEQO} on 3 May 2031.",
        f"{KOVA} pretended to meet {BEQO} on 3 May 2031.",
        f"{KOVA} dreamed of meeting {BEQO} on 3 May 2031.",
        f"Analysts doubt that {KOVA} met {BEQO} on 3 May 2031.",
        f"It is doubtful that {KOVA} visited Riga on 3 May 2031.",
        f"Protesters prevented {KOVA} from visiting Riga on 3 May 2031.",
        f"The court found that the meeting between {KOVA} and {BEQO} was invented.",
        f"Did {KOVA} meet {BEQO} on 3 May 2031?",
        f"Is {KOVA} visiting Riga?",
        f"The newspaper reported, quoting unidentified officials, that {KOVA} had spoken by phone with {BEQO}.",
        f"{KOVA} rarely attends cabinet meetings.",
        f"{KOVA} usually chairs the weekly meeting of the Council.",
    ],
)
def test_wishes_questions_habits_and_what_did_not_come_about_are_no_facts(text: str) -> None:
    assert "happened" not in {each.status for each in events_of(text)}


@pytest.mark.parametrize(
    "text",
    [
        f"{KOVA} managed to meet {BEQO} on 3 May 2031.",
        f"{KOVA} had the honour of meeting {BEQO} on 3 May 2031.",
        f"After meeting {BEQO} on 3 May 2031, {KOVA} spoke.",
        f"{KOVA} began talks with {BEQO} on 3 May 2031.",
    ],
)
def test_verbs_without_tense_tell_facts_where_the_word_above_says_so(text: str) -> None:
    assert {each.status for each in events_of(text)} == {"happened"}


def test_what_came_before_a_past_verb_that_may_also_plan_has_happened() -> None:
    assert {
        each.status
        for each in events_of(
            f"After speaking by phone, {ANNA} and {OLAV} called the attack cruel."
        )
    } == {"happened"}


def test_new_meetings_that_are_confirmed_and_what_they_belong_to_are_planned() -> None:
    text = f"{ANNA} and {OLAV} confirmed new meetings, including during the Baltic summits in Riga."
    assert "happened" not in {each.status for each in events_of(text)}


def test_what_somebody_was_on_the_way_to_do_is_planned() -> None:
    found = [
        each
        for each in events_of(f"{ANNA} was going to Norway to sign a number of agreements.")
        if each.type == "signing"
    ]
    assert [each.status for each in found] == ["planned"]


def test_who_is_not_willing_to_meet_does_not() -> None:
    found = event_of(f"On 4 May 2031 {ANNA} was not willing to meet {OLAV} in Riga.")
    assert found.status == "denied"
