"""Questions about how long something lasted: in days where its first and last day are stated, else not at all."""

import pytest

from graph.asking import Asker
from graph.asking.lasting import days_in

FOUR = ("4 days (2021-03-16/2021-03-19)",)


@pytest.mark.parametrize(
    "question",
    [
        "How long did the BALTFISH-2021 exhibition last?",
        "How many days was the BALTFISH-2021 exhibition?",
        "How many days did the exhibition in Gdansk take?",
        "For how long did BALTFISH-2021 go on?",
        "What was the duration of the exhibition in Gdansk?",
        "how long was the exhibition that Poland hosted",
        "How long did BALTFISH-2021 run?",
    ],
)
def test_it_is_told_in_days_the_first_and_the_last_included(asker: Asker, question: str) -> None:
    answer = asker.ask(question)
    assert (answer.refused, answer.answers) == (None, FOUR), answer.understood
    assert {line.quote for line in answer.evidence} == {
        "The BALTFISH-2021 exhibition was held in Gdansk from 16 to 19 March."
    }
    assert "how many days" in answer.understood
    assert "the first and the last included" in answer.understood


@pytest.mark.parametrize(
    ("question", "date"),
    [
        ("How long was the coordination meeting?", "2021-03-04"),
        ("How long did Kalnina stay in Warsaw?", "2021-03-12"),
        ("How long was the meeting of Kalnina and Sowa?", "2021-03-12"),
        ("How long will the session of the Baltic Harbour Council last?", "2021-04-02"),
        ("How many days did the meetings in the Vidzeme region last?", "2021-03"),
    ],
)
def test_that_something_was_on_a_day_or_in_a_month_does_not_say_for_how_long(
    asker: Asker, question: str, date: str
) -> None:
    answer = asker.ask(question)
    assert (answer.refused, answer.answers) == (None, ())
    told = f"; no report says from when until when, only the date {date}"
    assert answer.understood.endswith(told)


@pytest.mark.parametrize(
    ("question", "why"),
    [
        ("How many hours did the exhibition in Gdansk last?", "'hours'"),
        ("How many days did Holt rest?", "'rest'"),
        ("How long did the meeting last?", "Say which"),
    ],
)
def test_what_is_asked_in_other_measures_or_of_several_is_refused(
    asker: Asker, question: str, why: str
) -> None:
    answer = asker.ask(question)
    assert answer.answers == ()
    assert why in (answer.refused or "")


@pytest.mark.parametrize(
    ("when", "days"),
    [
        ("2021-02-27/2021-03-01", 3),
        ("2021-03-01/2021-03-01", 1),
        ("2021-03-01", None),
        ("2021-03/2021-04", None),
        ("2021-03-01/2021-04", None),
        ("2021", None),
    ],
)
def test_only_an_interval_of_exact_days_has_a_length(when: str, days: int | None) -> None:
    assert days_in(when) == days
