import pytest

from graph.asking.periods import SeveralDates, periods

LATEST = "2021-03-31"


def first(question: str) -> tuple[str, str] | None:
    _, period = periods(question, LATEST)[0]
    return (period.first, period.last) if period else None


@pytest.mark.parametrize(
    ("question", "days"),
    [
        ("Who met in June 2020?", ("2020-06-01", "2020-06-30")),
        ("who met in june 2020", ("2020-06-01", "2020-06-30")),
        ("What happened between 5 and 13 March 2021?", ("2021-03-05", "2021-03-13")),
        ("What happened from March 5 to 13, 2021?", ("2021-03-05", "2021-03-13")),
        ("What happened in the last week of February 2021?", ("2021-02-22", "2021-02-28")),
        ("What happened in the first week of March?", ("2021-03-01", "2021-03-07")),
        ("What happened since 5 March 2021?", ("2021-03-05", "9999-12-31")),
        ("What happened before 5 March 2021?", ("0001-01-01", "2021-03-04")),
        ("What happened last December?", ("2020-12-01", "2020-12-31")),
        ("What is planned for May?", ("2021-05-01", "2021-05-31")),
        ("Who may come?", None),
        ("Who attended BALTFISH-2021?", None),
        ("Who attended the exercise “Shield May 2020”?", None),
    ],
)
def test_a_period_is_read(question: str, days: tuple[str, str] | None) -> None:
    assert first(question) == days


def test_a_preposition_before_a_date_may_belong_to_the_noun_behind() -> None:
    ways = [rest.split() for rest, _ in periods("Who spoke in the 4 March 2021 session?", LATEST)]
    assert ways == [["Who", "spoke", "session?"], ["Who", "spoke", "in", "session?"]]


def test_two_dates_that_make_no_period_are_refused() -> None:
    with pytest.raises(SeveralDates):
        periods("Who met on 4 March 2021 in Riga or on 9 May 2020?", LATEST)
