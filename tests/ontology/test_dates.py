"""Dates in running words: forms, ranges, parts, what counts from another date, and what stays open."""

import pytest

from ontology.anchors import Anchor
from ontology.dates import find_dates, read_date, with_year

REPORT = Anchor(published="2031-05-20")


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("4 May 2031", "2031-05-04"),
        ("May 4, 2031", "2031-05-04"),
        ("on the 4th of May", "2031-05-04"),
        ("2031-05-04", "2031-05-04"),
        ("04.05.2031", "2031-05-04"),
        ("May 4-6", "2031-05-04/2031-05-06"),
        ("4 and 5 May", "2031-05-04/2031-05-05"),
        ("between 4 and 9 May", "2031-05-04/2031-05-09"),
        ("between May 4 and 9", "2031-05-04/2031-05-09"),
        ("from 28 April to 3 May", "2031-04-28/2031-05-03"),
        ("December 28 - January 3, 2031", "2030-12-28/2031-01-03"),
        ("in May 2031", "2031-05"),
        ("in early May", "2031-05"),
        ("mid-April", "2031-04"),
        ("the first half of April", "2031-04-01/2031-04-15"),
        ("the second half of February 2031", "2031-02-16/2031-02-28"),
        ("the first quarter of 2031", "2031-01/2031-03"),
        ("in 2029", "2029"),
        ("2029-2031", "2029/2031"),
        ("today", "2031-05-20"),
        ("yesterday", "2031-05-19"),
        ("last December", "2030-12"),
        ("last month", "2031-04"),
        ("on Apr.14th", "2031-04-14"),
        ("two days ago", "2031-05-18"),
        ("18 months ago", "2029-11"),
    ],
)
def test_a_date_is_read_as_far_as_it_says(text: str, date: str) -> None:
    assert [each.edtf for each in find_dates(f"It was {text}.", REPORT)] == [date]


@pytest.mark.parametrize("text", ["May 4", "on Monday", "4 percent", "13.13.2031"])
def test_what_is_no_date_or_stays_open_is_left_out(text: str) -> None:
    assert find_dates(f"It was {text}.") == ()


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("the same day", "2031-05-04"),
        ("later in the day", "2031-05-04"),
        ("later that day", "2031-05-04"),
        ("that evening", "2031-05-04"),
        ("the following day", "2031-05-05"),
        ("two days earlier", "2031-05-02"),
    ],
)
def test_what_counts_from_another_date_counts_from_the_one_spoken_of(text: str, date: str) -> None:
    anchor = REPORT.model_copy(update={"reference": "2031-05-04"})
    assert [each.edtf for each in find_dates(f"It was {text}.", anchor)] == [date]
    assert find_dates(f"It was {text}.", REPORT) == ()


def test_a_missing_year_puts_a_date_near_the_report_and_rather_before_it() -> None:
    assert read_date("28 December", Anchor(published="2031-01-10")) == "2030-12-28"
    assert read_date("25 May", REPORT) == "2031-05-25"
    assert read_date("25 December", REPORT) == "2030-12-25"


def test_the_dates_given_in_full_lend_their_year_where_they_agree() -> None:
    text = "It began on 4 May 2029 and ended on 9 June 2029."
    assert with_year(text, Anchor(), only=True).year == 2029
    assert with_year(f"{text} Then, on 1 July 2030, it was over.", Anchor(), only=True).year is None
    assert with_year(f"{text} Then, on 1 July 2030, it was over.", Anchor()).year == 2030


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("in November last year", "2030-11"),
        ("in March of this year", "2031-03"),
        ("on 5 June last year", "2030-06-05"),
        ("from December 28 to January 3 last year", "2029-12-28/2030-01-03"),
    ],
)
def test_a_year_named_by_the_report_s_is_that_of_the_date_before_it(text: str, date: str) -> None:
    assert [each.edtf for each in find_dates(f"It was {text}.", REPORT)] == [date]


def test_a_date_with_a_year_of_its_own_keeps_it() -> None:
    found = find_dates("It was in May 2029, last year it was not.", REPORT)
    assert [each.edtf for each in found] == ["2029-05", "2030"]
