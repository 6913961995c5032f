"""What happened, when, where, about what and with whom: by verbs, by nouns, over several sentences."""

import pytest
from extracted import contacts_of, event_of, events_of, facts_of, posts_of

ANNA = "Prosecutor General of Latvia Ilze Vanaga"
OLAV = "Defence Minister of Norway Olav Tveit"


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


def test_who_chairs_and_who_attends_are_told_apart() -> None:
    text = (
        f"On 4 May 2031 {ANNA} chaired a coordination meeting on combating bribery in Riga. "
        "Chairman of the State Audit Commission Teodor Brankov and Mayor of Riga Janis Ozols attended the meeting."
    )
    found = event_of(text)
    assert found.organiser_or_chair == ("Ilze Vanaga",)
    assert set(found.participants) == {"Ilze Vanaga", "Teodor Brankov", "Janis Ozols"}
    assert found.topic == "combating bribery"


def test_a_chairmanship_told_before_the_noun_is_found() -> None:
    found = event_of(
        f"On May 4, 2031, under the chairmanship of {ANNA}, a meeting on road safety was held."
    )
    assert found.organiser_or_chair == ("Ilze Vanaga",)
    assert (found.date, found.topic) == ("2031-05-04", "road safety")


def test_a_bullet_takes_its_topic_from_its_lead_in_and_quotes_it() -> None:
    text = (
        "The campaign began with anti-bribery meetings in the provinces:\n\n"
        f"- On May 4, 2031 {ANNA} met with officials of the Kurzeme Regional Council;\n"
        f"- On May 5, 2031 {OLAV} met with officials of the Latgale Regional Council."
    )
    found = events_of(text)
    assert [each.topic for each in found] == ["anti-bribery", "anti-bribery"]
    assert [each.date for each in found] == ["2031-05-04", "2031-05-05"]
    assert all(
        any("anti-bribery meetings" in quote.quote for quote in each.context) for each in found
    )
    assert found[0].participants[0] == "Ilze Vanaga"
    assert "Ilze Vanaga" not in found[1].participants


def test_two_meetings_of_one_pair_are_two_events() -> None:
    text = f"On 4 May 2031 {ANNA} met {OLAV} in Riga.\n\nOn 9 May 2031 {ANNA} met {OLAV} in Oslo."
    assert [(each.date, each.place) for each in events_of(text)] == [
        ("2031-05-04", "Riga"),
        ("2031-05-09", "Oslo"),
    ]


def test_what_the_next_sentence_adds_belongs_to_the_same_event() -> None:
    text = f"On 4 May 2031 {ANNA} met {OLAV} in Riga. The sides discussed fishing rights."
    assert event_of(text).topic == "fishing rights"


def test_he_is_whom_the_sentence_before_is_about_in_the_same_paragraph_only() -> None:
    text = f"{OLAV} arrived in Riga on 4 May 2031.{{}}He met with {ANNA}."
    together, apart = events_of(text.format(" ")), events_of(text.format("\n\n"))
    assert "Olav Tveit" in next(e for e in together if e.type == "meeting").participants
    assert all("Olav Tveit" not in e.participants for e in apart if e.type == "meeting")


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


def test_who_stayed_away_is_not_among_those_who_came() -> None:
    text = (
        f"On 4 May 2031 {ANNA} held a session of the Security Council on smuggling. "
        "Minister of Finance of Latvia Arvis Kalns did not attend the session."
    )
    found = event_of(text)
    assert "Arvis Kalns" not in found.participants
    assert found.non_participants == ("Arvis Kalns",)


def test_an_opinion_is_no_report_of_an_event() -> None:
    text = f"Conclusions\n\nThe meeting of {ANNA} with {OLAV} in Riga changes nothing."
    assert events_of(text) == ()


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


def test_countries_whose_troops_train_take_part() -> None:
    found = event_of(
        "From 4 to 9 May 2031, the joint Latvian-Norwegian exercise “Cold Tide” was held at Adazi."
    )
    assert (found.type, found.date) == ("exercise", "2031-05-04/2031-05-09")
    assert set(found.participants) == {"Latvia", "Norway"}


def test_representatives_of_a_company_are_not_its_country() -> None:
    found = event_of(f"On 4 May 2031 {ANNA} met representatives of a Norwegian fish company.")
    assert found.participants == ("Ilze Vanaga",)


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


def test_both_countries_of_a_pair_of_adjectives_train() -> None:
    text = "On 3 May 2031 Latvian and Norwegian frigates trained together."
    assert set(event_of(text).participants) == {"Latvia", "Norway"}


def test_an_undated_report_takes_missing_years_from_the_dates_it_gives_in_full() -> None:
    text = f"On 4 May 2029 {ANNA} met {OLAV} in Riga.\n\nOn May 9 {ANNA} met {OLAV} in Oslo."
    assert [each.date for each in events_of(text, None)] == ["2029-05-04", "2029-05-09"]


def test_one_known_by_the_given_name_is_found_under_it() -> None:
    text = (
        f"Foreign Minister of Mongolia Oyuunaa Bold spoke. On 4 May 2031 Oyuunaa telephoned {OLAV}."
    )
    assert set(event_of(text).participants) == {"Oyuunaa Bold", "Olav Tveit"}


def test_a_place_of_the_name_of_a_person_is_no_person() -> None:
    text = f"Mayor of Riga Florence Ozola spoke. On 4 May 2031 {ANNA} met {OLAV} in Florence."
    assert set(event_of(text).participants) == {"Ilze Vanaga", "Olav Tveit"}


def test_a_topic_ends_where_the_sentence_goes_on_to_something_else() -> None:
    found = event_of(
        f"On 4 May 2031 {ANNA} chaired a meeting on combating bribery attended by {OLAV}."
    )
    assert found.topic == "combating bribery"


def test_a_meeting_told_before_a_visit_was_not_where_the_visit_was() -> None:
    text = f"On 4 May 2031 {OLAV} held a meeting with {ANNA}, visited the Naval Academy and left."
    places = {each.type: each.place for each in events_of(text)}
    assert places == {"meeting": None, "visit": "Naval Academy"}


@pytest.mark.parametrize("place", ["East European and North Atlantic", "May"])
def test_what_is_no_name_of_a_place_is_no_place(place: str) -> None:
    assert event_of(f"The exercise “Cold Tide” with {ANNA} was held in the {place}.").place is None


def test_some_company_is_nobody() -> None:
    found = event_of(f"On 4 May 2031 {ANNA} met with the owner of a gold mining company.")
    assert found.participants == ("Ilze Vanaga",)


def test_a_council_of_ministers_is_one_body() -> None:
    found = event_of(
        "On June 2, the Council of Ministers of Defence of the CIS will meet in Minsk."
    )
    assert found.participants == ("Council of Ministers of Defence of the CIS",)
    assert (found.status, found.place) == ("planned", "Minsk")


def test_who_is_expected_somewhere_is_on_a_planned_visit() -> None:
    found = event_of(f"On 3-4 June, {OLAV} is expected in Ankara.")
    assert (found.type, found.status, found.date) == ("visit", "planned", "2031-06-03/2031-06-04")


def test_those_brought_together_took_part() -> None:
    text = (
        f"A round table on graft, organised by the Border Guard Service, brought together {ANNA} and {OLAV} "
        "on 4 May 2031."
    )
    assert {"Ilze Vanaga", "Olav Tveit"} <= set(event_of(text).participants)


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        (
            "In May 2031 Norway took part in an exhibition of rescue equipment in Riga.",
            "rescue equipment",
        ),
        (f"On 4 May 2031 {ANNA} opened a conference against bribery in Riga.", "bribery"),
        (
            f"On 4 May 2031 {ANNA} and {OLAV} signed a plan of cooperation.",
            "plan of cooperation",
        ),
        (
            f"On 4 May 2031 {ANNA} presented the results of the audit at a briefing.",
            "results of the audit",
        ),
        (f"On 4 May 2031 {OLAV} opened the exercise Cold Tide near Riga.", "Cold Tide"),
        (
            f"On 4 May 2031 {ANNA} met {OLAV}. In addition, matters of fishing were discussed.",
            "fishing",
        ),
        (
            f"On 4 May 2031 {ANNA} met {OLAV}. The talks, mediated by Malta, were devoted to fishing.",
            "fishing",
        ),
        (f"On 4 May 2031 {ANNA} met {OLAV} on board a ferry.", None),
        (f"On 4 May 2031 {ANNA} and {OLAV} signed the agreement.", None),
    ],
)
def test_the_topic_is_found_however_it_is_told(text: str, topic: str | None) -> None:
    assert event_of(text).topic == topic


def test_who_signs_a_text_is_the_one_who_says_i_in_it() -> None:
    text = (
        f"In Oslo on 4 May 2031 I met {OLAV}. “I was glad,” the guest said. “I shall meet Janis Ozols.”\n\n"
        "Ann Lee\n\nMinister for Foreign Affairs of New Zealand"
    )
    assert set(event_of(text).participants) == {"Ann Lee", "Olav Tveit"}
    assert ("Ann Lee", "Minister for Foreign Affairs", "New Zealand") in posts_of(text)


def test_without_a_signature_i_is_nobody() -> None:
    assert events_of(f"In Oslo on 4 May 2031 I met {OLAV}.") == ()


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


def test_the_two_ministers_are_those_who_met_last() -> None:
    text = (
        f"On 4 May 2031 {ANNA} met {OLAV}. "
        "The previous meeting of the two officials was held in Oslo on 3 March 2031."
    )
    assert contacts_of(text) == {frozenset({"Ilze Vanaga", "Olav Tveit"})}
    assert [each.date for each in events_of(text)] == ["2031-05-04", "2031-03-03"]


def test_a_caption_gives_place_and_date_at_its_end() -> None:
    found = event_of(
        f"{ANNA} addresses a news conference after a board meeting in Riga, Latvia, May 4, 2031."
    )
    assert (found.type, found.date, found.place) == ("press_conference", "2031-05-04", "Riga")


def test_they_are_those_the_sentence_began_with() -> None:
    text = f"{ANNA} met {OLAV} on 4 May 2031. Norway began a drill, but they held a similar exercise last year."
    assert {"Ilze Vanaga"}.isdisjoint(
        *[e.participants for e in events_of(text) if e.type == "exercise"]
    )


def test_who_does_what_somebody_is_blamed_for() -> None:
    text = "On 4 May 2031 Latvian officials criticised Norway for carrying out a missile test."
    assert event_of(text).participants == ("Norway",)


def test_speaking_to_the_press_is_no_contact() -> None:
    assert events_of(f"On 4 May 2031 {ANNA} spoke to journalists in Riga.") == ()


def test_what_was_at_some_other_time_does_not_take_the_day_of_the_report() -> None:
    text = f"RIGA, May 4, 2031 - {ANNA} visited Oslo several years ago."
    assert event_of(text, "2031-05-04").date is None


def test_a_meeting_that_somebody_will_travel_to_is_still_to_come() -> None:
    text = f"{ANNA} will travel to Oslo for a meeting convened by {OLAV}."
    assert {each.status for each in events_of(text)} == {"planned"}


def test_a_person_who_chairs_leaves_a_body_its_part() -> None:
    text = f"The Border Guard Service held a session on 4 May 2031, with {ANNA} presiding."
    found = event_of(text)
    assert found.organiser_or_chair == ("Ilze Vanaga",)
    assert set(found.participants) == {"Border Guard Service", "Ilze Vanaga"}


def test_a_dinner_in_honour_of_somebody_has_him_for_its_guest() -> None:
    assert event_of(
        f"On 4 May 2031 a dinner was held in Riga in honour of {OLAV}."
    ).participants == ("Olav Tveit",)


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


def test_the_delegation_is_that_of_the_last_visitor() -> None:
    text = (
        f"On 4-6 May 2031 {OLAV} visited Latvia. "
        "The delegation negotiated with the Ministers of Health and Culture of Latvia."
    )
    talks = next(each for each in events_of(text) if each.type == "talks")
    assert set(talks.participants) == {"Norway", "Latvia"}


def test_a_shortened_month_may_end_a_sentence() -> None:
    text = f"On 3 May 2031 {ANNA} and {OLAV} met in Riga on 4 Feb. Later in Oslo the two signed a protocol."
    assert {"signing"} <= {each.type for each in events_of(text)}


def test_those_listed_in_minutes_were_there_and_those_excused_were_not() -> None:
    text = (
        "Chair: Ms Ilze Vanaga, Prosecutor General of Latvia\n\n"
        "Present for Norway:\n\n- Mr Olav Tveit, Defence Minister of Norway\n- Ms Britta Lindahl, Water Agency\n\n"
        "Apologies: Mr Janis Ozols, Mayor of Riga\n\n"
        "The session was opened in Riga on 4 May 2031 by Ms Vanaga."
    )
    found = event_of(text)
    assert found.organiser_or_chair == ("Ilze Vanaga",)
    assert {"Ilze Vanaga", "Olav Tveit"} <= set(found.participants)
    assert found.non_participants == ("Janis Ozols",)


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


def test_who_met_the_person_of_a_title_is_named_below_it() -> None:
    text = f"{ANNA} reported to the guest on the harvest."
    found = facts_of(text, title="Meeting with Defence Minister of Norway Olav Tveit")
    assert {frozenset((c.a, c.b)) for c in found.meets} == {
        frozenset({"Ilze Vanaga", "Olav Tveit"})
    }


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


def test_of_neither_both_stayed_away() -> None:
    text = (
        "On 4 May 2031 Mayor of Riga Janis Ozols met Mayor of Oslo Ann Lee. "
        f"Neither {ANNA} nor {OLAV} attended the meeting."
    )
    found = event_of(text)
    assert set(found.participants) == {"Janis Ozols", "Ann Lee"}
    assert set(found.non_participants) == {"Ilze Vanaga", "Olav Tveit"}


def test_what_is_said_at_talks_of_another_year_does_not_date_them() -> None:
    text = f"On 4 May 2031 {ANNA} held talks with {OLAV}. During the talks, she noted that a bridge was opened in 2016."
    assert [each.date for each in events_of(text)] == ["2031-05-04"]


def test_what_is_listed_as_coming_up_is_planned() -> None:
    text = f"Coming up. 14 May: {ANNA} and {OLAV} meet in Riga."
    assert {each.status for each in events_of(text)} == {"planned"}


def test_a_lead_in_gives_its_topic_in_whole_words() -> None:
    text = f"The anti-fraud meetings were held in May 2031:\n\n- On May 4, 2031 {ANNA} met with {OLAV};"
    assert {each.topic for each in events_of(text) if each.participants} == {"anti-fraud"}


def test_a_country_named_in_passing_is_nobodys_home() -> None:
    text = (
        f"{ANNA} will meet with the Prime Minister of Malta and the Chancellor of Chile. "
        f"On 4 May 2031 {ANNA} and Prime Minister Akira Saito discussed trade in Kyoto."
    )
    assert ("Akira Saito", "Prime Minister", "Malta") not in posts_of(text)
