"""Whom "the President" stands for where no sentence puts title and name together."""

import pytest
from extracted import posts_of

DATED = "4 May 2031\n\nRiga\n\n"


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "The President visited a mill",
            "Michael Turner visited the mill, where children sang for the President.",
        ),
        (
            "Visit to a mill",
            "Michael Turner visited a mill. The President thanked the workers. Michael Turner spoke to Hugo Maldini."
            " The Head of State left.",
        ),
        ("Michael Turner held a meeting with trade officials", "The President spoke of bread."),
        (
            "Working meeting with Governor of Riga Region Ilze Vanaga",
            "The President had a working meeting with Governor of Riga Region Ilze Vanaga. She spoke of bread."
            " She spoke of roads. She spoke of schools.\n\nMichael Turner said that he agreed.",
        ),
        (
            "Talks in Riga",
            "Talks between Michael Turner and President of Malta Rosa Berg took place in Riga."
            " The two presidents also made statements.",
        ),
        (
            "Meeting on tea",
            "Michael Turner held a meeting on tea with President of the Latvian Union of Weavers Ilze Vanaga."
            " The President spoke of bread. Michael Turner left.",
        ),
    ],
)
def test_the_president_is_whom_the_text_is_about(title: str, text: str) -> None:
    found = posts_of(DATED + text, title)
    assert "president" in {post.lower() for person, post, _ in found if person == "Michael Turner"}


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Congratulations to Michael Turner",
            "The President congratulated Michael Turner on his birthday.\n\nThe President said in his message to"
            " Michael Turner that he was glad.",
        ),
        (
            "Visit",
            "Michael Turner and Rosa Berg visited a mill. The President spoke. Michael Turner left.",
        ),
        (
            "Visit",
            "Michael Turner visited a mill. Rosa Berg sang. The President spoke. Rosa Berg left.",
        ),
        (
            "Visit",
            "Michael Turner visited a mill with President of Malta Rosa Berg. The head of state spoke."
            " Michael Turner left.",
        ),
    ],
)
def test_nobody_is_president_where_another_may_be_meant(title: str, text: str) -> None:
    found = posts_of(DATED + text, title)
    assert not {who for who, post, land in found if post != "President" or land != "Malta"}
