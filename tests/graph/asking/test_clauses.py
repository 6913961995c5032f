"""Clauses that leave somebody out, that name an event before or after, or that stand before the question."""

import pytest

from graph.asking import Asker
from graph.asking.clauses import clause_of, put_last


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("Besides Holt, who came?", ("who came?", "without", "Holt")),
        ("Who came apart from Holt?", ("Who came", "without", "Holt")),
        ("After the talks in Oslo, who met?", ("who met?", "after", "the talks in Oslo")),
        ("Who met before the talks in Oslo?", ("Who met", "before", "the talks in Oslo")),
        ("Who met after 4 March?", None),
        ("Who met?", None),
    ],
)
def test_a_clause_is_told_from_its_question(question: str, parts: tuple[str, ...] | None) -> None:
    assert clause_of(question) == parts


def test_a_clause_before_the_question_is_put_at_its_end() -> None:
    assert put_last("In Riga, who met?") == "who met in Riga"
    assert put_last("Who met in Riga?") == "Who met in Riga?"


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("In Warsaw, whom did Kalnina meet?", "Whom did Kalnina meet in Warsaw?"),
        ("Which meetings did Holt attend after the meeting in Riga?",
         "Which meetings did Holt attend after 4 March 2021?"),
        ("Which meetings followed the meeting in Riga?", "Which meetings were held after 4 March 2021?"),
        ("Which meetings preceded the meeting in Warsaw?", "Which meetings were held before 12 March 2021?"),
        ("After the meeting in Riga, which meetings did Holt attend?",
         "Which meetings did Holt attend after 4 March 2021?"),
        ("Which meetings did Holt attend before the meeting in Liepaja?",
         "Which meetings did Holt attend before 9 March 2021?"),
    ],
)  # fmt: skip
def test_it_is_answered_as_the_plain_question(asker: Asker, question: str, plain: str) -> None:
    found, wanted = asker.ask(question), asker.ask(plain)
    assert wanted.answers
    assert (found.refused, found.answers) == (None, wanted.answers)


@pytest.mark.parametrize(
    "question",
    [
        "Besides Holt, who attended the meeting in Liepaja?",
        "Who attended the meeting in Liepaja apart from Jonas Holt?",
    ],
)
def test_whoever_is_left_out_does_not_answer(asker: Asker, question: str) -> None:
    (answer,) = asker.ask(question).answers
    assert answer.startswith("Petra Lund")


def test_who_is_left_out_and_when_it_was_are_both_heeded_and_said(asker: Asker) -> None:
    found = asker.ask("Who attended anti-corruption meetings besides Holt in April 2021?")
    assert (found.refused, found.answers) == (None, ())
    assert found.understood.endswith(", other than Holt, in April 2021")


def test_what_has_no_date_of_its_own_has_nothing_before_it(asker: Asker) -> None:
    assert asker.ask("What is the State Audit Office before the meeting in Riga?").refused


def test_an_event_of_which_nobody_says_when_it_was_is_told(asker: Asker) -> None:
    found = asker.ask("Which meetings did Holt attend after the meeting in Warsaw with Petra Lund?")
    assert found.answers == ()
    assert found.refused
    assert found.refused.startswith("No report says when")


def test_several_events_are_no_bound(asker: Asker) -> None:
    found = asker.ask("Which meetings did Holt attend before the meetings?")
    assert found.refused
    assert found.answers == ()
