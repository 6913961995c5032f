"""Titles that are hard to delimit: in lists, with long bodies, beside commas, and words that only look like titles."""

import pytest
from extracted import event_of, posts_of, tenure_of


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        (
            "They met with Head of Tea Trade's supervisory board, Olav Tveit, acting head of the Latvian"
            " company Ritums, Ilze Vanaga, and head of the Peruvian TQX group, Marta Oyarzo.",
            {
                ("Olav Tveit", "Head", "Tea Trade's supervisory board"),
                ("Ilze Vanaga", "acting head", "Ritums"),
                ("Marta Oyarzo", "head", "TQX group"),
            },
        ),
        (
            "Present were Director General of Latvian Post Janis Ozols, Director General of the Joint"
            " Weaving Corporation Hugo Maldini and Chairman of the Trade Development Corporation TDC.LV"
            " Rosa Inostroza.",
            {
                ("Janis Ozols", "Director General", "Latvian Post"),
                ("Hugo Maldini", "Director General", "Joint Weaving Corporation"),
                ("Rosa Inostroza", "Chairman", "Trade Development Corporation TDC.LV"),
            },
        ),
        (
            "The floor went to Head of the Trade Council working group on bridges and Head of the Water"
            " Agency Kubat Osmonov.",
            {
                ("Kubat Osmonov", "Head", "Trade Council working group on bridges"),
                ("Kubat Osmonov", "Head", "Water Agency"),
            },
        ),
        (
            "Director General of the State Corporation for the Growing, Drying, and Export of Tea"
            " Joseph Vella spoke.",
            {
                (
                    "Joseph Vella",
                    "Director General",
                    "State Corporation for the Growing, Drying, and Export of Tea",
                )
            },
        ),
    ],
)
def test_each_of_a_list_has_the_title_beside_him(
    text: str, posts: set[tuple[str, str, str]]
) -> None:
    assert posts_of(text) == posts


@pytest.mark.parametrize(
    ("text", "post"),
    [
        (
            "Army General Hugo Maldini, commander, Northern Fleet Command, recently met with sailors.",
            ("Hugo Maldini", "commander", "Northern Fleet Command"),
        ),
        (
            "Top Blue Front commander Hugo Maldini was seen in May.",
            ("Hugo Maldini", "commander", "Blue Front"),
        ),
        (
            "Iran's supreme leader Ayatollah Hosseini Karimi spoke to students.",
            ("Hosseini Karimi", "supreme leader", "Iran"),
        ),
        (
            "Riga Region Governor Ilze Vanaga opened a bridge.",
            ("Ilze Vanaga", "Governor", "Riga Region"),
        ),
        (
            "Hugo Maldini, who was the Blue Front's deputy chairman, left in 2008.",
            ("Hugo Maldini", "deputy chairman", "Blue Front"),
        ),
    ],
)
def test_the_body_of_a_title_is_read_whole_and_without_what_stands_before(
    text: str, post: tuple[str, str, str]
) -> None:
    assert post in posts_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "Speaking at the opening at the Grand Theatre, the Norwegian President praised the actors.",
        "The chairman of the conference, professor Hugo Maldini, said a lot had improved.",
        "The writer Martin Bishop came.",
        "Medical researchers met in Riga.",
    ],
)
def test_what_only_looks_like_a_title_gives_nobody_a_post(text: str) -> None:
    assert posts_of(text) == set()


def test_a_surname_that_is_a_title_too_is_a_name() -> None:
    text = "Director of the Water Agency James Hakim spoke. Later, Hakim left."
    assert tenure_of(text, "James Hakim").organisation == "Water Agency"


def test_a_council_of_ministers_is_a_body_and_not_its_members() -> None:
    found = event_of("The Council of Nordic Heads of State met in Riga on 4 May 2031.")
    assert found.participants == ("Council of Nordic Heads of State",)
