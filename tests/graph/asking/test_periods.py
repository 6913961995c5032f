import pytest

from graph.asking.failures import NoPeriod
from graph.asking.periods import periods

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
        ("What happened last December, before the 15th?", ("2020-12-01", "2020-12-14")),
        ("What happened in February 2021, after the 20th?", ("2021-02-21", "2021-02-28")),
        ("what happened in march until the 9th", ("2021-03-01", "2021-03-09")),
        ("What is planned for May?", ("2021-05-01", "2021-05-31")),
        ("What happened after 2019?", ("2020-01-01", "9999-12-31")),
        ("What happened before the year 2019?", ("0001-01-01", "2018-12-31")),
        ("Who attended the 2020 summit?", ("2020-01-01", "2020-12-31")),
        ("Who met on 13/3/2021?", ("2021-03-13", "2021-03-13")),
        ("Who met on 3/13/2021?", ("2021-03-13", "2021-03-13")),
        ("Who met on 04/04/2021?", ("2021-04-04", "2021-04-04")),
        ("Who met in the week of 17 March 2021?", ("2021-03-15", "2021-03-21")),
        ("who met in the week of 1 march", ("2021-03-01", "2021-03-07")),
        ("Who met in the week of March 31st?", ("2021-03-29", "2021-04-04")),
        ("Who met in the week beginning 17 March 2021?", ("2021-03-17", "2021-03-23")),
        ("Who met on the weekend of 13 March 2021?", ("2021-03-13", "2021-03-14")),
        ("Who met at the weekend of March 14?", ("2021-03-13", "2021-03-14")),
        ("What happened in late 2020?", ("2020-07-01", "2020-12-31")),
        ("What happened in mid-2020?", ("2020-04-01", "2020-09-30")),
        ("What happened in early 2021?", ("2021-01-01", "2021-06-30")),
        ("What happened in the first half of March?", ("2021-03-01", "2021-03-15")),
        ("What happened before late 2020?", None),
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
    with pytest.raises(NoPeriod):
        periods("Who met on 4 March 2021 in Riga or on 9 May 2020?", LATEST)


@pytest.mark.parametrize(
    ("question", "why"),
    [
        ("Who met on 31 February 2018?", "no 31 February 2018"),
        ("Who met on 3/4/2021?", "open which number is the month"),
        ("Who met on 14/13/2021?", "no 14/13/2021"),
        ("Who met on 31/2/2021?", "no 31 February 2021"),
        ("Who met on February 29, 2019?", "no February 29, 2019"),
        ("Who met on the 31st of April?", "no 31st of April"),
        ("Who met between 10 and 1 December 2018?", "ends before it begins"),
        ("Who met from December 10 to 1, 2018?", "ends before it begins"),
        ("Who met between 10 March 2021 and 1 March 2021?", "ends before it begins"),
        ("Who met between March 2021 and May 2020?", "ends before it begins"),
        ("Who met between 2021 and 2019?", "ends before it begins"),
        ("Who met in February 2021, before the 30th?", "has no days"),
        ("Who met in March before the 1st?", "has no days"),
    ],
)
def test_a_day_that_does_not_exist_and_a_period_the_wrong_way_round_are_refused(
    question: str, why: str
) -> None:
    with pytest.raises(NoPeriod, match=why):
        periods(question, LATEST)


def test_the_last_day_of_a_month_and_a_leap_day_are_days() -> None:
    assert first("Who met on 29 February 2020?") == ("2020-02-29", "2020-02-29")
    assert first("Who met on the 31st of March?") == ("2021-03-31", "2021-03-31")
