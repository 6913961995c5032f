"""Dates in EDTF."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.edtf import bounds, is_day, one_date, overlap
from ontology.errors import InvalidDate

DAYS = st.dates(date(1500, 1, 1), date(2500, 12, 31))


def test_a_year_and_a_month_cover_all_their_days() -> None:
    assert bounds("2018") == (date(2018, 1, 1), date(2018, 12, 31))
    assert bounds("2020-02") == (date(2020, 2, 1), date(2020, 2, 29))


def test_an_interval_reaches_from_the_first_day_of_one_to_the_last_of_the_other() -> None:
    assert bounds("2018-12/2019-01-05") == (date(2018, 12, 1), date(2019, 1, 5))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "18",
        "2018-13",
        "2018-02-30",
        "2018-1-1",
        "2018/",
        "/2018",
        "2019/2018",
        "20180101",
        "٢٠١٨",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(InvalidDate):
        bounds(text)


@given(DAYS)
def test_a_day_is_a_day(day: date) -> None:
    assert bounds(day.isoformat()) == (day, day)
    assert is_day(day.isoformat())
    assert not is_day(f"{day.year:04}")


@given(DAYS, st.integers(0, 400), DAYS, st.integers(0, 400))
def test_two_intervals_overlap_exactly_when_they_share_a_day(
    one: date, length: int, other: date, width: int
) -> None:
    end, stop = one + timedelta(length), other + timedelta(width)
    shared = max(one, other) <= min(end, stop)
    assert overlap(f"{one}/{end}", f"{other}/{stop}") is shared
    assert overlap(f"{other}/{stop}", f"{one}/{end}") is shared


def test_an_interval_is_not_one_date() -> None:
    assert [one_date(text) for text in ("2018", "2018-12", "2018-12-03")]
    for text in ("2018/2019", "2018-13", "soon"):
        with pytest.raises(InvalidDate, match=r"YYYY, YYYY-MM or YYYY-MM-DD$"):
            one_date(text)
