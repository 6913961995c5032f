"""Whose post a bare title is: of which country or body, and where that stays open."""

import pytest
from extracted import ANNA, facts_of, posts_of


def test_the_side_that_somebody_represents_says_whose_minister_he_is() -> None:
    text = (
        "Representing Chile were Foreign Minister Rosa Inostroza and Energy Minister Hugo Maldini."
    )
    assert posts_of(text) == {
        ("Rosa Inostroza", "Foreign Minister", "Chile"),
        ("Hugo Maldini", "Energy Minister", "Chile"),
    }


def test_a_bare_national_post_takes_its_country_from_a_report_about_one_country() -> None:
    title = "Malta: political review, May 2031"
    text = "Minister of Finance Joseph Vella presented the budget."
    assert posts_of(text, title) == {("Joseph Vella", "Minister of Finance", "Malta")}


def test_a_bare_national_post_stays_without_country_where_nothing_makes_it_clear() -> None:
    text = "Minister of Finance Joseph Vella presented the budget."
    assert posts_of(text) == {("Joseph Vella", "Minister of Finance", None)}


def test_a_country_is_not_taken_from_one_that_somebody_met() -> None:
    title = "Joseph Vella met President of Ecuador Ansel Quiroga"
    text = "Minister of Finance Joseph Vella presented the budget."
    assert ("Joseph Vella", "Minister of Finance", "Ecuador") not in posts_of(text, title)


@pytest.mark.parametrize(
    "text",
    [
        "President Ansel Quiroga met with Norwegian Prime Minister Olav Tveit. Norway and Ecuador trade in fish.",
        "President Ansel Quiroga met with King of Norway Olav Tveit. The King praised Ecuador’s efforts.",
        "President Ansel Quiroga opened a bridge. Ecuadorian builders had worked on it for a year.",
    ],
)
def test_a_bare_post_is_of_the_country_that_others_posts_leave_over(text: str) -> None:
    assert ("Ansel Quiroga", "President", "Ecuador") in posts_of(text)


def test_bare_posts_in_a_list_are_of_the_country_of_the_bodies_beside_them() -> None:
    text = (
        "Taking part were Prime Minister Olav Tveit, Speaker of the Norwegian Senate Nora Grib, "
        "Finance Minister Peter Dahl and Trade Minister Rosa Berg."
    )
    assert {
        ("Olav Tveit", "Prime Minister", "Norway"),
        ("Peter Dahl", "Finance Minister", "Norway"),
    } <= posts_of(text)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("President Ansel Quiroga visited a dairy in Tatarstan.", "Russia"),
        ("President Ansel Quiroga visited dairies in Tatarstan and Texas.", None),
        ("President Ansel Quiroga spoke in Santiago.", None),
    ],
)
def test_where_no_country_is_named_a_region_may_say_whose_post_it_is(
    text: str, country: str | None
) -> None:
    assert posts_of(text) == {("Ansel Quiroga", "President", country)}


def test_a_list_of_officials_makes_no_post_of_a_bare_word() -> None:
    text = (
        "Taking part were Prime Minister Olav Tveit, Speaker of the Norwegian Senate Nora Grib "
        "and analyst Peter Dahl."
    )
    assert not any(person == "Peter Dahl" for person, *_ in posts_of(text))


def test_in_a_list_of_several_countries_a_bare_post_stays_without_one() -> None:
    text = (
        "Taking part were Prime Minister Olav Tveit, Speaker of the Norwegian Senate Nora Grib, "
        "Finance Minister Peter Dahl and head of the Maltese Audit Office Rosa Berg."
    )
    assert ("Peter Dahl", "Finance Minister", None) in posts_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "President Ansel Quiroga met with Norwegian Prime Minister Olav Tveit on the war in Ecuador.",
        "President Ansel Quiroga met with Norwegian Prime Minister Olav Tveit on the Ecuadorian crisis.",
        "President Ansel Quiroga arrived on a visit to Ecuador. Ecuadorian guards saluted.",
        "President Ansel Quiroga called President Nora Grib. Ecuador welcomed the call.",
    ],
)
def test_where_something_happens_is_no_country_that_is_left_over(text: str) -> None:
    assert ("Ansel Quiroga", "President", "Ecuador") not in posts_of(text)


def test_who_presides_over_an_academy_of_the_country_is_not_its_president() -> None:
    text = (
        "President Ansel Quiroga spoke at the State Duma. Ecuador waits; Ecuador and Ecuadorian banks agree. "
        "Ecuadorian Academy of Sciences President Nora Grib and Ecuadorian Audit Office head Rosa Berg listened."
    )
    assert ("Ansel Quiroga", "President", "Ecuador") in posts_of(text)


def test_whom_a_sentence_tells_apart_from_the_main_country_is_not_of_it() -> None:
    text = (
        "Latvia, Latvian farmers and the Latvian Parliament wait; Latvia and Latvian law agree. "
        "President Ansel Quiroga spoke with Latvian Prime Minister Ilze Vanaga."
    )
    assert ("Ansel Quiroga", "President", "Latvia") not in posts_of(text)


def test_a_text_on_a_country_need_not_be_of_it() -> None:
    text = (
        "The loan helps Malta. Malta signed it, Malta pays it back, and Malta and Maltese banks gain. "
        "It was a pledge of President Ansel Quiroga to Malta."
    )
    assert posts_of(text) == {("Ansel Quiroga", "President", None)}


def test_the_country_of_a_guest_s_hosts_is_not_his() -> None:
    text = (
        "Cuba waits. Cuban farmers, Cuban banks and Cuba agree, and Cuba gains. "
        "President Ansel Quiroga finished his visit to Cuba."
    )
    assert posts_of(text) == {("Ansel Quiroga", "President", None)}


def test_a_seat_of_power_says_little_in_a_text_on_other_countries() -> None:
    text = (
        "Malta and Chile disagree. Malta, Chile and the White House talked; Maltese and Chilean papers wrote "
        "of Malta and Chile. Prime Minister Joseph Vella spoke."
    )
    assert posts_of(text) == {("Joseph Vella", "Prime Minister", None)}


def test_whom_somebody_congratulates_on_an_election_gives_him_no_country() -> None:
    text = (
        "President Ansel Quiroga congratulated Akira Saito on his election as President of Malta. "
        "Malta voted in May."
    )
    assert ("Ansel Quiroga", "President", "Malta") not in posts_of(text)


def test_a_side_may_be_named_by_its_country_with_a_possessor() -> None:
    text = "Taking part on Chile’s side were Presidential Aide Rosa Inostroza and Energy Minister Hugo Maldini."
    assert ("Hugo Maldini", "Energy Minister", "Chile") in posts_of(text)


def test_a_country_named_in_passing_is_nobodys_home() -> None:
    text = (
        f"{ANNA} will meet with the Prime Minister of Malta and the Chancellor of Chile. "
        f"On 4 May 2031 {ANNA} and Prime Minister Akira Saito discussed trade in Kyoto."
    )
    assert ("Akira Saito", "Prime Minister", "Malta") not in posts_of(text)


def test_the_one_whom_a_text_is_about_is_its_president() -> None:
    text = "Ansel Quiroga visited a mill in Riga. There the Latvian President met workers. Ansel Quiroga left."
    (found,) = facts_of(text).holds_post
    assert (found.person, found.post, found.organisation) == (
        "Ansel Quiroga",
        "President",
        "Latvia",
    )
    assert "Ansel Quiroga visited a mill" in found.context[0].quote


@pytest.mark.parametrize(
    "text",
    [
        "Ansel Quiroga and Rosa Berg visited Riga. The Latvian President met workers. Ansel Quiroga left.",
        "Ansel Quiroga wrote to the Latvian President. The Latvian President met workers. Ansel Quiroga left.",
        "Ansel Quiroga visited Riga. The Latvian President and the Prime Minister spoke. Ansel Quiroga left.",
    ],
)
def test_where_somebody_else_may_be_meant_nobody_is_president(text: str) -> None:
    assert posts_of(text) == set()


def test_a_state_has_only_the_offices_that_it_has() -> None:
    text = "Prime Minister Hugo Maldini spoke."
    assert posts_of(text, "United States: political review") == {
        ("Hugo Maldini", "Prime Minister", None)
    }


def test_one_name_is_enough_where_the_post_says_its_country() -> None:
    text = (
        "Emmanuel Laurent spoke by telephone with Chancellor of Austria Rosa Berg.\n\n"
        "The President of Malta expressed hope."
    )
    assert ("Emmanuel Laurent", "President", "Malta") in posts_of(text)


def test_a_president_at_a_seat_of_power_is_of_its_state() -> None:
    text = (
        "Malta and Chile disagree. Malta, Chile, Malta and Chile wrote again. President Hugo Maldini spoke at the "
        "White House."
    )
    assert posts_of(text) == {("Hugo Maldini", "President", "United States")}


def test_of_two_presidents_at_a_seat_of_power_neither_is_taken_for_its_own() -> None:
    text = (
        "Malta and Chile disagree. Malta, Chile, Malta and Chile wrote again. President Hugo Maldini and President "
        "Ansel Quiroga met at the White House."
    )
    assert {found[2] for found in posts_of(text)} == {None}


@pytest.mark.parametrize(
    ("head", "text", "country"),
    [
        ("May 4, 2031\n\nThe Kremlin\n\n", "President Pavel Orlin met US weavers and US painters.", "Russia"),
        ("May 4, 2031\n\nRiga\n\n", "President Anna Kalnina gave a dinner. The Latvian President was glad.", "Latvia"),
    ],
)  # fmt: skip
def test_the_dateline_of_a_read_out_may_say_whose_president_it_is(
    head: str, text: str, country: str | None
) -> None:
    name = "Pavel Orlin" if "Orlin" in text else "Anna Kalnina"
    found = {t.organisation for t in facts_of(head + text).holds_post if t.person == name}
    assert found == {country}


def test_news_says_of_foreigners_of_which_country_they_are() -> None:
    text = "RIGA, LATVIA — Prime Minister Anna Kalnina met with Norwegian, Chilean and Peruvian weavers."
    assert ("Anna Kalnina", "Prime Minister", "Latvia") in posts_of(text)


def test_a_report_on_one_country_may_name_the_minister_of_another() -> None:
    title = "Malta: outcome of the talks"
    text = "As I told Foreign Minister Hugo Maldini today, we welcome Chile's part in the talks."
    assert ("Hugo Maldini", "Foreign Minister", "Malta") not in posts_of(text, title)


def test_his_deputies_are_those_of_whom_the_words_before_name() -> None:
    text = (
        "Director of the Water Agency Ilze Vanaga and her deputies Janis Ozols and Olav Tveit came."
    )
    assert posts_of(text) == {
        ("Ilze Vanaga", "Director", "Water Agency"),
        ("Janis Ozols", "Deputy Director", "Water Agency"),
        ("Olav Tveit", "Deputy Director", "Water Agency"),
    }
