"""When an event was, and where."""

import pytest
from extracted import ANNA, OLAV, event_of, events_of, places_in


def test_today_is_the_day_of_the_report() -> None:
    assert event_of(f"{ANNA} today met {OLAV}.", "2031-05-20").date == "2031-05-20"


def test_without_a_date_of_the_report_the_year_of_an_event_is_not_guessed() -> None:
    assert event_of(f"On 4 May {ANNA} met {OLAV} in Riga.", None).date is None


def test_a_date_belongs_to_its_event_whatever_is_said_of_it() -> None:
    found = event_of(
        f"Media wrote that {ANNA} met {OLAV} on 4 May, which the Ministry called untrue."
    )
    assert found.date == "2031-05-04"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (
            "Between 3 and 7 May Latvian and Norwegian frigates trained together.",
            "2031-05-03/2031-05-07",
        ),
        (f"Between May 3 and 7, 2031 {OLAV} visited Riga.", "2031-05-03/2031-05-07"),
    ],
)
def test_a_span_of_days_is_kept_whole(text: str, date: str) -> None:
    assert event_of(text).date == date


def test_an_undated_report_takes_missing_years_from_the_dates_it_gives_in_full() -> None:
    text = f"On 4 May 2029 {ANNA} met {OLAV} in Riga.\n\nOn May 9 {ANNA} met {OLAV} in Oslo."
    assert [each.date for each in events_of(text, None)] == ["2029-05-04", "2029-05-09"]


def test_a_meeting_told_before_a_visit_was_not_where_the_visit_was() -> None:
    text = f"On 4 May 2031 {OLAV} held a meeting with {ANNA}, visited the Naval Academy and left."
    places = {each.type: each.place for each in events_of(text)}
    assert places == {"meeting": None, "visit": "Naval Academy"}


@pytest.mark.parametrize("place", ["East European and North Atlantic", "May"])
def test_what_is_no_name_of_a_place_is_no_place(place: str) -> None:
    assert event_of(f"The exercise “Cold Tide” with {ANNA} was held in the {place}.").place is None


def test_a_visit_is_where_it_leads_whatever_else_its_sentence_tells() -> None:
    text = f"The last item on the agenda of {OLAV}’s visit to Riga was a ceremony held at the Naval Academy."
    places = {each.type: each.place for each in events_of(text)}
    assert places["visit"] == "Riga"


def test_what_was_done_on_the_days_of_a_visit_was_done_there() -> None:
    text = (
        f"On 4 May 2031 {OLAV} left for Riga on a two-day visit. On 5 May he held talks with {ANNA}. "
        f"On 9 May he held talks with Mayor of Liepaja Janis Ozols."
    )
    places = [each.place for each in events_of(text) if each.type == "talks"]
    assert places == ["Riga", None]


def test_a_caption_gives_place_and_date_at_its_end() -> None:
    found = event_of(
        f"{ANNA} addresses a news conference after a board meeting in Riga, Latvia, May 4, 2031."
    )
    assert (found.type, found.date, found.place) == ("press_conference", "2031-05-04", "Riga")


def test_what_was_at_some_other_time_does_not_take_the_day_of_the_report() -> None:
    text = f"RIGA, May 4, 2031 - {ANNA} visited Oslo several years ago."
    assert event_of(text, "2031-05-04").date is None


@pytest.mark.parametrize(
    ("when", "date"),
    [
        ("in early May 2031", "2031-05"),
        ("at the end of May 2031", "2031-05"),
        ("in the first half of May 2031", "2031-05-01/2031-05-15"),
        ("in Riga last month", "2031-04"),
    ],
)
def test_a_vague_part_of_a_month_is_no_more_exact_than_its_month(when: str, date: str) -> None:
    found = event_of(f"{ANNA} met {OLAV} {when}.")
    assert (found.date, found.place) == (date, "Riga" if "Riga" in when else None)


def test_the_following_day_counts_from_the_date_before() -> None:
    text = f"On 4 May 2031 {ANNA} met {OLAV}. On the following day {ANNA} visited Oslo."
    assert [each.date for each in events_of(text)] == ["2031-05-04", "2031-05-05"]


def test_a_shortened_month_may_end_a_sentence() -> None:
    text = f"On 3 May 2031 {ANNA} and {OLAV} met in Riga on 4 Feb. Later in Oslo the two signed a protocol."
    assert {"signing"} <= {each.type for each in events_of(text)}


def test_what_is_said_at_talks_of_another_year_does_not_date_them() -> None:
    text = f"On 4 May 2031 {ANNA} held talks with {OLAV}. During the talks, she noted that a bridge was opened in 2016."
    assert [each.date for each in events_of(text)] == ["2031-05-04"]


def test_what_came_before_a_journey_was_not_at_its_goal() -> None:
    found = {
        each.type: each.place
        for each in events_of(f"After talks with {OLAV}, {ANNA} flew to Tallinn.")
    }
    assert found == {"talks": None, "visit": "Tallinn"}


def test_what_follows_talks_was_on_their_day() -> None:
    text = f"{ANNA} and {OLAV} held talks on 4 May 2031. Following the talks, {ANNA} and {OLAV} signed a protocol."
    assert {(each.type, each.date) for each in events_of(text)} == {
        ("talks", "2031-05-04"),
        ("signing", "2031-05-04"),
    }


@pytest.mark.parametrize("site", ["Alpha Tannery", "Kurov Works"])
def test_a_place_that_somebody_visits_needs_no_known_name(site: str) -> None:
    found = event_of(f"{ANNA} visited the {site} on 4 May 2031.")
    assert (found.type, found.place) == ("visit", site)


def test_what_had_been_before_has_not_the_day_of_the_report() -> None:
    text = (
        f"Riga, 20 May 2031\n\n{ANNA} met {OLAV} in Riga. "
        f"Before this, {ANNA} and Mayor of Riga Janis Ozols had met in Oslo."
    )
    found = {each.participants[-1]: each.date for each in events_of(text)}
    assert found == {"Olav Tveit": "2031-05-20", "Janis Ozols": None}


def test_what_has_no_date_in_a_text_without_dateline_has_none() -> None:
    assert event_of(f"{ANNA} met {OLAV} in Riga.").date is None


@pytest.mark.parametrize(
    "text",
    [
        f"{ANNA} discussed the situation in Ukraine at a meeting with {OLAV} on 3 May 2031.",
        f"{ANNA} recalled the crisis in Asia at the summit on 3 May 2031.",
    ],
)
def test_where_the_matter_is_the_meeting_is_not(text: str) -> None:
    assert event_of(text).place is None


def test_days_are_told_more_exactly_than_their_year() -> None:
    found = event_of("This year the forum is being held from April 19 to 21.")
    assert found.date == "2031-04-19/2031-04-21"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f"{ANNA} informed {OLAV} about the results of her visit to Chile.", "Chile"),
        (f"{ANNA} spoke of a recent meeting with {OLAV} in Oslo.", "Oslo"),
    ],
)
def test_what_was_spoken_of_has_not_the_day_of_the_dateline(text: str, place: str) -> None:
    found = [each for each in events_of(f"Riga, 4 May 2031\n\n{text}") if each.place == place]
    assert [each.date for each in found] == [None]


def test_what_ends_a_visit_is_on_its_day() -> None:
    text = f"Oslo, 4 May 2031\n\nAt the end of her visit to Oslo, {ANNA} met {OLAV}."
    assert {each.date for each in events_of(text)} == {"2031-05-04"}


def test_a_meeting_in_a_country_and_then_at_a_hall_was_in_both() -> None:
    text = f"During his visit to Norway on 4 May 2031, {ANNA} met {OLAV}. At Oslo Arena, {ANNA} met with {OLAV}."
    assert places_in(text) == {"Norway", "Oslo Arena"}
