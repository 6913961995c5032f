"""Whose post it is by the words around it: what somebody leads, speaks or works for, and the countries of several."""

import pytest
from extracted import events_of, posts_of


@pytest.mark.parametrize(
    ("text", "post"),
    [
        (
            "Ruth Ames, an economist who heads Cedar Line Capital in Riga, agreed.",
            ("Ruth Ames", "head", "Cedar Line Capital"),
        ),
        (
            "Dana Frost, who served as Water Department health coordinator, spoke.",
            ("Dana Frost", "health coordinator", "Water Department"),
        ),
        (
            "At the Water Agency, spokesman Ivo Berg denied it.",
            ("Ivo Berg", "spokesman", "Water Agency"),
        ),
        (
            "Latvian police commissioner Hugo Maldini spoke.",
            ("Hugo Maldini", "police commissioner", "Latvia"),
        ),
        ("EU foreign policy chief Mara Silis spoke.", ("Mara Silis", "foreign policy chief", "EU")),
        (
            "The President [of the Latvian Academy of Sciences Olga Silis] spoke.",
            ("Olga Silis", "President", "Latvian Academy of Sciences"),
        ),
        (
            "In Austria, a spokesman for Chancellor Anton Huber spoke.",
            ("Anton Huber", "Chancellor", "Austria"),
        ),
        (
            "Enzo Paz, deputy director for Peru and Chile at Harbour International, said so.",
            ("Enzo Paz", "deputy director for Peru and Chile", "Harbour International"),
        ),
        (
            "Lea Costa, an opposition lawmaker in the National Assembly, disagreed.",
            ("Lea Costa", "lawmaker", "National Assembly"),
        ),
        (
            "Nadir Omran, deputy minister in the opposition's Interim Government, warned of it.",
            ("Nadir Omran", "deputy minister", "Interim Government"),
        ),
        (
            "Yan Volk, Envoy to the Northern Federal District, spoke.",
            ("Yan Volk", "Envoy", "Northern Federal District"),
        ),
        (
            "Organization of Nordic States Secretary-General Olav Tveit spoke.",
            ("Olav Tveit", "Secretary-General", "Organization of Nordic States"),
        ),
        ("Rosa Berg met the Maltese President’s Security Adviser Joseph Vella.", None),
        (
            "Mina Rao, chair of the ABC activist group Blue Line, spoke.",
            ("Mina Rao", "chair", "Blue Line"),
        ),
        (
            "They met with head of A New Day political party Ilze Vanaga.",
            ("Ilze Vanaga", "head", "A New Day"),
        ),
        (
            "They thanked Aide and Head of the Water Directorate at the Harbour Office Ilze Vanaga.",
            ("Ilze Vanaga", "Head", "Water Directorate"),
        ),
        (
            "Then-Secretary of State Cora Flint spoke.",
            ("Cora Flint", "Secretary of State", "United States"),
        ),
    ],
)
def test_the_words_around_a_post_say_whose_it_is(
    text: str, post: tuple[str, str, str] | None
) -> None:
    wanted = post or ("Joseph Vella", "Security Adviser", "Malta")
    assert wanted in posts_of(text)


def test_presidents_of_several_countries_share_their_title() -> None:
    text = "On 4 May 2031 Presidents Ansel Quiroga of Chile and Rosa Berg of Malta held a meeting in Riga."
    assert posts_of(text) == {
        ("Ansel Quiroga", "President", "Chile"),
        ("Rosa Berg", "President", "Malta"),
    }
    (found,) = events_of(text)
    assert set(found.participants) == {"Ansel Quiroga", "Rosa Berg"}


def test_several_titles_with_dashes_between_are_one_person_s() -> None:
    text = (
        "Taking part were Finance Minister Hugo Maldini, Head of the Federal Service for Water and Food –"
        " Chief State Sanitary Doctor of Latvia Ada Moor and others."
    )
    assert {each for each in posts_of(text) if each[0] == "Ada Moor"} == {
        ("Ada Moor", "Head", "Federal Service for Water and Food"),
        ("Ada Moor", "Chief State Sanitary Doctor", "Latvia"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "Present were governors of Riga, Daugava and Venta regions.",
        "Latvian security analyst Ivo Berg spoke.",
        "The scholar at the Harbour Center, D.C., spoke.",
    ],
)
def test_what_only_looks_like_an_office_holder_is_none(text: str) -> None:
    assert posts_of(text) == set()


def test_a_country_has_several_deputy_prime_ministers() -> None:
    text = (
        "Taking part were Speaker of the Latvian Saeima Ilze Vanaga, Deputy Prime Minister Olga Silis,"
        " Deputy Prime Minister Hugo Maldini and Finance Minister Ada Moor."
    )
    assert {each for each in posts_of(text) if each[1] == "Deputy Prime Minister"} == {
        ("Olga Silis", "Deputy Prime Minister", "Latvia"),
        ("Hugo Maldini", "Deputy Prime Minister", "Latvia"),
    }
