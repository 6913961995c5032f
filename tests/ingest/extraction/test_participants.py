"""Who took part in an event, chaired it or stayed away; whom the words stand for that name nobody."""

import pytest
from extracted import ANNA, OLAV, contacts_of, event_of, events_of, facts_of, posts_of


def test_who_chairs_and_who_attends_are_told_apart() -> None:
    text = (
        f"On 4 May 2031 {ANNA} chaired a coordination meeting on combating bribery in Riga. "
        "Chairman of the State Audit Commission Teodor Brankov and Mayor of Riga Janis Ozols attended the meeting."
    )
    found = event_of(text)
    assert found.organiser_or_chair == ("Ilze Vanaga",)
    assert set(found.participants) == {"Ilze Vanaga", "Teodor Brankov", "Janis Ozols"}
    assert found.topic == "combating bribery"


def test_he_is_whom_the_sentence_before_is_about_in_the_same_paragraph_only() -> None:
    text = f"{OLAV} arrived in Riga on 4 May 2031.{{}}He met with {ANNA}."
    together, apart = events_of(text.format(" ")), events_of(text.format("\n\n"))
    assert "Olav Tveit" in next(e for e in together if e.type == "meeting").participants
    assert all("Olav Tveit" not in e.participants for e in apart if e.type == "meeting")


def test_who_stayed_away_is_not_among_those_who_came() -> None:
    text = (
        f"On 4 May 2031 {ANNA} held a session of the Security Council on smuggling. "
        "Minister of Finance of Latvia Arvis Kalns did not attend the session."
    )
    found = event_of(text)
    assert "Arvis Kalns" not in found.participants
    assert found.non_participants == ("Arvis Kalns",)


def test_countries_whose_troops_train_take_part() -> None:
    found = event_of(
        "From 4 to 9 May 2031, the joint Latvian-Norwegian exercise “Cold Tide” was held at Adazi."
    )
    assert (found.type, found.date) == ("exercise", "2031-05-04/2031-05-09")
    assert set(found.participants) == {"Latvia", "Norway"}


def test_representatives_of_a_company_are_not_its_country() -> None:
    found = event_of(f"On 4 May 2031 {ANNA} met representatives of a Norwegian fish company.")
    assert found.participants == ("Ilze Vanaga",)


def test_both_countries_of_a_pair_of_adjectives_train() -> None:
    text = "On 3 May 2031 Latvian and Norwegian frigates trained together."
    assert set(event_of(text).participants) == {"Latvia", "Norway"}


def test_one_known_by_the_given_name_is_found_under_it() -> None:
    text = (
        f"Foreign Minister of Mongolia Oyuunaa Bold spoke. On 4 May 2031 Oyuunaa telephoned {OLAV}."
    )
    assert set(event_of(text).participants) == {"Oyuunaa Bold", "Olav Tveit"}


def test_a_place_of_the_name_of_a_person_is_no_person() -> None:
    text = f"Mayor of Riga Florence Ozola spoke. On 4 May 2031 {ANNA} met {OLAV} in Florence."
    assert set(event_of(text).participants) == {"Ilze Vanaga", "Olav Tveit"}


def test_some_company_is_nobody() -> None:
    found = event_of(f"On 4 May 2031 {ANNA} met with the owner of a gold mining company.")
    assert found.participants == ("Ilze Vanaga",)


def test_a_council_of_ministers_is_one_body() -> None:
    found = event_of(
        "On June 2, the Council of Ministers of Defence of the CIS will meet in Minsk."
    )
    assert found.participants == ("Council of Ministers of Defence of the CIS",)
    assert (found.status, found.place) == ("planned", "Minsk")


def test_those_brought_together_took_part() -> None:
    text = (
        f"A round table on graft, organised by the Border Guard Service, brought together {ANNA} and {OLAV} "
        "on 4 May 2031."
    )
    assert {"Ilze Vanaga", "Olav Tveit"} <= set(event_of(text).participants)


def test_who_signs_a_text_is_the_one_who_says_i_in_it() -> None:
    text = (
        f"In Oslo on 4 May 2031 I met {OLAV}. “I was glad,” the guest said. “I shall meet Janis Ozols.”\n\n"
        "Ann Lee\n\nMinister for Foreign Affairs of New Zealand"
    )
    assert set(event_of(text).participants) == {"Ann Lee", "Olav Tveit"}
    assert ("Ann Lee", "Minister for Foreign Affairs", "New Zealand") in posts_of(text)


@pytest.mark.parametrize(
    "head",
    [
        "Statement by Ann Lee, Foreign Minister of New Zealand",
        "Statement by Ann Lee, Foreign Minister of New Zealand\n\n4 May 2031",
        "By Ann Lee, Foreign Minister of New Zealand",
        "A speech of the Foreign Minister of New Zealand, Ann Lee",
        "A column by Ann Lee",
    ],
)
def test_whose_words_the_head_of_a_text_announces_says_i_in_it(head: str) -> None:
    found = event_of(f"{head}\n\nOn 4 May 2031 I met {OLAV} in Oslo.")
    assert set(found.participants) == {"Ann Lee", "Olav Tveit"}


def test_a_statement_by_somebody_in_the_running_text_makes_nobody_say_i() -> None:
    text = f"The paper printed a statement by Ann Lee.\n\nOn 4 May 2031 I met {OLAV} in Oslo."
    assert events_of(text) == ()


def test_without_a_signature_i_is_nobody() -> None:
    assert events_of(f"In Oslo on 4 May 2031 I met {OLAV}.") == ()


def test_the_two_ministers_are_those_who_met_last() -> None:
    text = (
        f"On 4 May 2031 {ANNA} met {OLAV}. "
        "The previous meeting of the two officials was held in Oslo on 3 March 2031."
    )
    assert contacts_of(text) == {frozenset({"Ilze Vanaga", "Olav Tveit"})}
    assert [each.date for each in events_of(text)] == ["2031-05-04", "2031-03-03"]


def test_they_are_those_the_sentence_began_with() -> None:
    text = f"{ANNA} met {OLAV} on 4 May 2031. Norway began a drill, but they held a similar exercise last year."
    assert {"Ilze Vanaga"}.isdisjoint(
        *[e.participants for e in events_of(text) if e.type == "exercise"]
    )


def test_who_does_what_somebody_is_blamed_for() -> None:
    text = "On 4 May 2031 Latvian officials criticised Norway for carrying out a missile test."
    assert event_of(text).participants == ("Norway",)


def test_a_person_who_chairs_leaves_a_body_its_part() -> None:
    text = f"The Border Guard Service held a session on 4 May 2031, with {ANNA} presiding."
    found = event_of(text)
    assert found.organiser_or_chair == ("Ilze Vanaga",)
    assert set(found.participants) == {"Border Guard Service", "Ilze Vanaga"}


def test_a_dinner_in_honour_of_somebody_has_him_for_its_guest() -> None:
    assert event_of(
        f"On 4 May 2031 a dinner was held in Riga in honour of {OLAV}."
    ).participants == ("Olav Tveit",)


def test_the_delegation_is_that_of_the_last_visitor() -> None:
    text = (
        f"On 4-6 May 2031 {OLAV} visited Latvia. "
        "The delegation negotiated with the Ministers of Health and Culture of Latvia."
    )
    talks = next(each for each in events_of(text) if each.type == "talks")
    assert set(talks.participants) == {"Norway", "Latvia"}


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


def test_who_met_the_person_of_a_title_is_named_below_it() -> None:
    text = f"{ANNA} reported to the guest on the harvest."
    found = facts_of(text, title="Meeting with Defence Minister of Norway Olav Tveit")
    assert {frozenset((c.a, c.b)) for c in found.meets} == {
        frozenset({"Ilze Vanaga", "Olav Tveit"})
    }


def test_of_neither_both_stayed_away() -> None:
    text = (
        "On 4 May 2031 Mayor of Riga Janis Ozols met Mayor of Oslo Ann Lee. "
        f"Neither {ANNA} nor {OLAV} attended the meeting."
    )
    found = event_of(text)
    assert set(found.participants) == {"Janis Ozols", "Ann Lee"}
    assert set(found.non_participants) == {"Ilze Vanaga", "Olav Tveit"}


@pytest.mark.parametrize(
    "who",
    [
        "the leaders of the two countries",
        "the Latvian head of state and the Norwegian head of government",
    ],
)
def test_who_leads_a_country_is_meant_by_its_leader_and_head_of_state(who: str) -> None:
    text = (
        "President of Latvia Mara Kalns met Prime Minister of Norway Ann Holm on 4 May 2031. "
        f"Following the meeting, {who} held a news conference."
    )
    found = {each.type: each for each in events_of(text)}["press_conference"]
    assert set(found.participants) == {"Mara Kalns", "Ann Holm"}


def test_one_may_speak_to_two_each_with_a_preposition() -> None:
    assert contacts_of(f"Mayor of Riga Janis Ozols spoke to {ANNA} and to {OLAV}.") == {
        frozenset({"Janis Ozols", "Ilze Vanaga"}),
        frozenset({"Janis Ozols", "Olav Tveit"}),
    }


def test_talks_of_two_countries_were_between_their_two_who_then_speak() -> None:
    text = (
        "Following the Latvian-Norwegian talks, President of Latvia Mara Kalns and Prime Minister of Norway "
        "Ann Holm made statements for the press."
    )
    assert contacts_of(text) == {frozenset({"Mara Kalns", "Ann Holm"})}


def test_who_represents_a_country_met_in_its_place() -> None:
    text = f"Talks between Latvia and {OLAV} took place in Oslo on 4 May 2031 with the participation of {ANNA}."
    assert frozenset({"Latvia", "Olav Tveit"}) not in contacts_of(text)


def test_representatives_of_a_sector_are_not_their_country() -> None:
    assert (
        contacts_of(f"{OLAV} met with representatives of the Latvian healthcare sector.") == set()
    )


def test_who_is_named_with_mr_alone_is_somebody() -> None:
    assert contacts_of("Mr Berg and Ms Holm held talks in Riga on 4 May 2031.") == {
        frozenset({"Berg", "Holm"})
    }


def test_the_leaders_of_two_bodies_are_of_two() -> None:
    text = f"{OLAV} met with the leaders of the Norwegian Academy of Sciences and National Research Institute."
    assert set(event_of(text).participants) == {
        "Olav Tveit",
        "Norwegian Academy of Sciences",
        "National Research Institute",
    }


def test_main_speakers_took_part() -> None:
    text = f"A meeting on trade took place on 4 May 2031. The main speakers at the meeting were {ANNA} and {OLAV}."
    assert set(event_of(text).participants) == {"Ilze Vanaga", "Olav Tveit"}


def test_a_call_with_somebody_is_a_phone_call() -> None:
    found = event_of(f"{ANNA} raised the matter in a call with {OLAV} on 4 May 2031.")
    assert (found.type, set(found.participants)) == ("phone_call", {"Ilze Vanaga", "Olav Tveit"})


def test_a_person_named_after_a_lead_in_without_comma_is_its_subject() -> None:
    text = f"Following the Latvian-Norwegian summit {ANNA} and {OLAV} gave a news conference on 4 May 2031."
    found = {each.type: each for each in events_of(text)}["press_conference"]
    assert set(found.participants) == {"Ilze Vanaga", "Olav Tveit"}


def test_whom_a_ceremony_welcomes_is_there() -> None:
    found = event_of(f"A ceremony to welcome {OLAV} took place in Riga on 4 May 2031.")
    assert found.participants == ("Olav Tveit",)


def test_left_and_right_in_a_caption_are_nobody_s_doing() -> None:
    assert contacts_of(f"{ANNA}, left, meets {OLAV}, right, in Riga, Latvia, 4 May 2031.") == {
        frozenset({"Ilze Vanaga", "Olav Tveit"})
    }


def test_the_leader_of_a_country_is_its_one_official() -> None:
    text = f"Chairman of the State Council of Malta Hugo Maldini wrote. {OLAV} met the Maltese leader in Oslo."
    assert contacts_of(text) == {frozenset({"Olav Tveit", "Hugo Maldini"})}


def test_the_two_leaders_are_the_only_two_of_a_text() -> None:
    text = (
        f"{OLAV} paid a visit to Malta at the invitation of President Hugo Maldini.\n\n"
        "The two leaders had a meeting."
    )
    assert contacts_of(text) == {frozenset({"Olav Tveit", "Hugo Maldini"})}


@pytest.mark.parametrize("between", ["\n", "; "])
def test_minutes_list_those_present_with_their_chair(between: str) -> None:
    people = (
        "Rosa Berg (Chair), State Secretary, Ministry of Trade",
        "Peter Dahl, Head of Control, Water Agency",
    )
    text = (
        f"Present:{between[:1].strip(';') or ' '}{between.join(people)}\n\n"
        "The session was held in Riga on 4 May 2031. The committee discussed quotas."
    )
    found = event_of(text)
    assert (set(found.participants), found.organiser_or_chair) == (
        {"Rosa Berg", "Peter Dahl"},
        ("Rosa Berg",),
    )


def test_who_joins_may_be_explained_on_the_way() -> None:
    text = (
        f"{ANNA} received {OLAV} in Riga. They were joined by Vice Admiral Peter Dahl, who commands the Norwegian "
        "Navy, and by Mayor of Riga Janis Ozols."
    )
    assert set(event_of(text).participants) == {
        "Ilze Vanaga",
        "Olav Tveit",
        "Peter Dahl",
        "Janis Ozols",
    }


@pytest.mark.parametrize(
    "who",
    [f"All ministers except {OLAV}", f"Everyone but {OLAV}", f"Instead of {OLAV}, {ANNA}"],
)
def test_who_is_excepted_was_not_there(who: str) -> None:
    found = event_of(f"{who} attended the meeting on corruption in Riga on 3 May 2031.")
    assert "Olav Tveit" not in found.participants


def test_she_in_a_clause_before_her_name_is_not_whom_the_text_spoke_of() -> None:
    text = (
        f"President of Malta Hugo Berg spoke. As she opened the meeting with {OLAV}, {ANNA} smiled."
    )
    assert "Hugo Berg" not in event_of(text).participants


def test_who_is_named_behind_a_calling_takes_part() -> None:
    found = event_of(f"On 4 May 2031 {ANNA} met Latvian boxer, Coastal Champion Zanis Ozolnieks.")
    assert set(found.participants) == {"Ilze Vanaga", "Zanis Ozolnieks"}


def test_secretaries_in_the_plural_are_not_the_one_who_is_named() -> None:
    text = (
        "US Secretary of Energy Hugo Maldini met with weavers. He spoke of the visits of US Secretaries of"
        " Commerce to Riga."
    )
    assert [e for e in events_of(text) if e.type == "visit"] == []


def test_the_president_of_a_country_is_not_the_president_of_a_body() -> None:
    text = "The President of Norway met with President of the Chess Union Hugo Maldini."
    assert frozenset({"Hugo Maldini"}) not in contacts_of(text)
    assert event_of(text).participants == ("Norway", "Hugo Maldini")


def test_who_says_that_it_will_host_talks_hosts_them() -> None:
    found = event_of(
        "Chile announced that it will host talks in Lima on 4 June 2031 with officials from Malta and Peru."
    )
    assert (set(found.participants), found.status) == ({"Chile", "Malta", "Peru"}, "planned")


def test_countries_and_bodies_with_a_hyphen_between_take_part() -> None:
    assert set(event_of("The Malta-EU summit was held in Riga on 4 May 2031.").participants) == {
        "Malta",
        "EU",
    }


def test_the_leaders_of_two_bodies_stand_for_both() -> None:
    found = event_of(
        f"On 4 May 2031 {ANNA} met with the leaders of the Latvian Academy of Sciences and the Harbour Institute."
    )
    assert set(found.participants) == {
        "Ilze Vanaga",
        "Latvian Academy of Sciences",
        "Harbour Institute",
    }


def test_who_came_along_came_on_the_visit() -> None:
    visit, *_ = events_of(
        f"On 4 May 2031 {ANNA} visited Tallinn. She attended a concert. {ANNA} was accompanied on her visit by {OLAV}."
    )
    assert (visit.type, set(visit.participants)) == ("visit", {"Ilze Vanaga", "Olav Tveit"})


def test_a_body_named_after_somebody_is_not_that_person() -> None:
    found = event_of(f"{OLAV} spoke. On 4 May 2031 {ANNA} visited the Tveit Institute in Riga.")
    assert found.participants == ("Ilze Vanaga",)
