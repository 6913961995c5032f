"""What is refused, and why, over the hand-made report: nothing is left out of a question in silence."""

import pytest

from graph.asking import Asker


@pytest.mark.parametrize(
    "question",
    [
        "How many meetings were held in Riga or Warsaw?",
        "Who besides Holt or Lund attended meetings?",
        "Who missed meetings in Riga or Liepaja?",
        "When did Kalnina last meet Sowa or Holt?",
        "Who met Sowa or Holt or Lund?",
        "Who attended meetings or financed talks?",
        "Who met Otto Blank or Marek Sowa?",
    ],
)
def test_what_or_joins_is_refused_where_the_answers_to_each_do_not_make_one(
    question: str, asker: Asker
) -> None:
    answer = asker.ask(question)
    assert answer.answers == ()
    assert answer.refused is not None
    assert answer.refused.startswith("What 'or' joins can only be asked")


@pytest.mark.parametrize(
    "question",
    [
        "Who is the Prosecutor General and who is the chairman of the State Audit Office?",
        "Who visited Riga and Warsaw?",
        "How many units did Kalnina visit?",
    ],
)
def test_what_cannot_be_read_whole_is_not_read_in_part(question: str, asker: Asker) -> None:
    answer = asker.ask(question)
    assert answer.answers == ()
    assert answer.refused is not None


@pytest.mark.parametrize(
    ("question", "why"),
    [
        ("Who met on 31 February 2018?", "There is no 31 February 2018."),
        ("Who met between 10 and 1 March 2021?", "'between 10 and 1 March' ends before it begins."),
    ],
)
def test_a_period_that_is_none_is_refused_for_itself(question: str, why: str, asker: Asker) -> None:
    assert (asker.ask(question).refused or "").startswith(why)


def test_a_refusal_names_the_words_and_what_can_be_asked(asker: Asker) -> None:
    answer = asker.ask("Who financed the meetings?")
    assert answer.answers == ()
    assert answer.refused is not None
    assert answer.refused.startswith("No meaning was found for 'financed'. ")
    twice = asker.ask("Who financed the financed meetings?").refused
    assert twice is not None
    assert twice.count("'financed'") == 1
    assert "You can ask" in answer.refused


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("Which women attended meetings in Riga?", "women"),
        ("Which woman attended meetings in Riga?", "woman"),
        ("Which diplomats attended meetings in Riga?", "diplomats"),
        ("Who attended all anti-corruption meetings?", "every one"),
        ("Who attended every anti-corruption meeting?", "every one"),
        ("Did Holt attend each anti-corruption meeting?", "every one"),
        ("Who is the Latvian lieutenant general?", "rank"),
        ("Who did not meet Sowa?", "'not'"),
        ("Who didn't meet Sowa?", "'not'"),
        ("Who never met Sowa?", "'never'"),
        ("Who attended meetings without Kalnina?", "'without'"),
        ("Which meetings did nobody attend?", "'nobody'"),
        ("Who is not a chairman?", "'not'"),
    ],
)
def test_what_restricts_or_negates_is_refused_not_dropped(
    question: str, word: str, asker: Asker
) -> None:
    answer = asker.ask(question)
    assert answer.answers == ()
    assert word in (answer.refused or "").split(". You can ask")[0]


@pytest.mark.parametrize(
    "question",
    [
        "Name of the Polish prime minister?",
        "The Polish prosecutor general?",
        "Name of the Latvian deputy defence minister?",
        "Names of the Polish ambassadors",
        "Name of the mayor of Warsaw?",
        "Name of the Polish government?",
    ],
)
def test_an_office_that_nobody_is_told_to_hold_is_no_topic(question: str, asker: Asker) -> None:
    answer = asker.ask(question)
    assert answer.answers == ()
