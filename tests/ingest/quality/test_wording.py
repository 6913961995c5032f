"""When two names are the same, and when they only look alike."""

import pytest

from ingest.quality.offices import Office
from ingest.quality.wording import alike, country_alone, person_key, same_place, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mr. Arvo Niskavaara", "ARVO NISKAVAARA"),
        ("Vice Admiral Joonas Ylitalo", "Joonas Ylitalo"),
        ("President Kaarina Vuorenmaa", "Kaarina Vuorenmaa"),
        ("Prime Minister General Hedvig Stjernlöf", "Hedvig Stjernlof"),
        ("Séan O’Dalaigh M.P.", "Sean O'Dalaigh"),
        ("Semi Vakaloloma (Fiji)", "Semi Vakaloloma"),
        ("Abu al-Hasan", "Abu al Hasan"),
    ],
)
def test_titles_accents_and_marks_make_no_other_person(one: str, other: str) -> None:
    assert person_key(one) == person_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ilze Kalnina", "Inese Kalnina"),
        ("Kalnina", "Ilze Kalnina"),
        ("President of Latvia", "Latvia"),
        ("Kalnina Ilze", "Ilze Kalnina"),
        ("Ivanov", "Ivanova"),
    ],
)
def test_another_given_name_order_or_ending_is_another_person(one: str, other: str) -> None:
    assert person_key(one) != person_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the Republic of Belarus", "Belarusian"),
        ("U.S. Department of State", "Department of State of the United States"),
        ("Polish delegation", "Poland"),
        ("Defense Ministry", "Ministry of Defence"),
        ("MFA", "Ministry of Foreign Affairs"),
        ("the UN", "United Nations"),
        ("Latvia's Parliament", "Parliament of Latvia"),
        ("Grodno", "Hrodna"),
        ("Council of the Republic (upper house)", "Council of the Republic"),
    ],
)
def test_one_body_or_place_has_the_same_words_under_all_its_names(one: str, other: str) -> None:
    assert words(one) == words(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Republic of China", "China"),
        ("Republic of Korea", "North Korea"),
        ("Democratic Republic of the Congo", "Republic of the Congo"),
        ("Council of Belarus", "Council of the Republic of Belarus"),
        ("Security Council", "UN Security Council"),
        ("car industry", "Central African industry"),
    ],
)
def test_what_only_sounds_alike_has_other_words(one: str, other: str) -> None:
    assert words(one) != words(other)


def test_a_country_alone_is_told_from_a_body_of_it() -> None:
    assert country_alone("the Kingdom of the Netherlands") == country_alone("Dutch") == "@NL"
    assert country_alone("Supreme Court of Latvia") is None
    assert country_alone(None) is None


@pytest.mark.parametrize(
    ("found", "gold", "same"),
    [
        ("Sochi, Russia", "Sochi", True),
        ("Minsk", "Minsk region", False),
        ("Russia", "Sochi", False),
        (None, "Sochi", False),
        (None, None, True),
        ("", None, True),
    ],
)
def test_a_place_is_itself_with_its_country_behind_it(
    found: str | None, gold: str | None, *, same: bool
) -> None:
    assert same_place(found, gold) is same


def test_topics_are_as_alike_as_they_share_words() -> None:
    assert alike("crime and corruption", "corruption") == pytest.approx(2 / 3)
    assert alike(None, "corruption") == 0


SAME: list[tuple[tuple[str, str | None], tuple[str, str, str | None]]] = [
    (("Harbour Authority Chairman", "Harbour Authority"), ("Chairman", "Harbour Authority", None)),
    (("Chairman of the Harbour Authority", None), ("Chairman", "Harbour Authority", None)),
    (("Defense Minister", "Latvia"), ("Minister of Defence", "Latvia", None)),
    (("Minister", "Ministry of Defence of Latvia"), ("Minister of Defence", "Latvia", None)),
    (("Prime Minister", "Government of Latvia"), ("Prime Minister", "Latvia", None)),
    (("Secretary of State", "Department of State"), ("Secretary of State", "United States", None)),
    (("Prosecutor General", "Prosecutor General's Office"), ("Prosecutor General", "Latvia", None)),
    (("Chairman", "Supreme Court"), ("Chairman", "Supreme Court of Latvia", None)),
    (("Chairman", "Supreme Court of Latvia"), ("Chairman", "Supreme Court", "Latvia")),
    (("former Prime Minister", "Latvia"), ("Prime Minister", "Latvia", None)),
]
OTHER: list[tuple[tuple[str, str | None], tuple[str, str, str | None]]] = [
    (("Deputy Chairman", "Harbour Authority"), ("Chairman", "Harbour Authority", None)),
    (("Chairman", "Supreme Court of Estonia"), ("Chairman", "Supreme Court", "Latvia")),
    (("Chairman", "Supreme Court of Latvia"), ("Chairman", "Supreme Court", None)),
    (("Minister of Defence of Estonia", "Latvia"), ("Minister of Defence", "Latvia", None)),
    (("Minister", "Latvia"), ("Minister of Defence", "Latvia", None)),
    (("Minister of Defence", "Ministry of Justice"), ("Minister of Defence", "Latvia", None)),
    (("Prime Minister of Estonia", None), ("Prime Minister", "Latvia", None)),
    (("Ambassador to Estonia", "Latvia"), ("Ambassador to Finland", "Latvia", None)),
    (("", "Harbour Authority"), ("Chairman", "Harbour Authority", None)),
]


def fits(found: tuple[str, str | None], gold: tuple[str, str, str | None]) -> bool:
    title, body, home = gold
    office = Office([title], [body], home)
    return office.is_of(*found) and office.is_called(*found)


@pytest.mark.parametrize(("found", "gold"), SAME)
def test_a_post_is_the_same_wherever_the_border_to_its_body_is_drawn(
    found: tuple[str, str | None], gold: tuple[str, str, str | None]
) -> None:
    assert fits(found, gold)


@pytest.mark.parametrize(("found", "gold"), OTHER)
def test_another_grade_body_or_country_is_another_post(
    found: tuple[str, str | None], gold: tuple[str, str, str | None]
) -> None:
    assert not fits(found, gold)
