import pytest

from graph.asking.ranks import stands_before


@pytest.mark.parametrize(
    ("rank", "name", "quote"),
    [
        ("general", "Jonas Holt", "In Riga General Jonas Holt spoke."),
        ("general", "Jonas Holt", "Lieutenant General Jonas Holt came."),
        ("lieutenant general", "Holt", "the Chairman (SAO) Lieutenant General Holt"),
        ("colonel", "Ilze Kalnina", "the Latvian Colonel Ilze Kalnina"),
    ],
)
def test_a_rank_stands_before_a_name(rank: str, name: str, quote: str) -> None:
    assert stands_before(rank, name, quote)


@pytest.mark.parametrize(
    ("rank", "name", "quote"),
    [
        ("general", "Jonas Holt", "Prosecutor General Jonas Holt spoke."),
        ("general", "Jonas Holt", "Secretary General Jonas Holt spoke."),
        ("general", "Jonas Holt", "General Erik Holt met Jonas Holt."),
        ("lieutenant general", "Jonas Holt", "General Jonas Holt spoke."),
        ("general", "Holt", "General Holter spoke."),
    ],
)
def test_what_ends_a_title_or_is_of_another_is_no_rank(rank: str, name: str, quote: str) -> None:
    assert not stands_before(rank, name, quote)
