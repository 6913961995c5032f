"""Questions after the most, after what two have in common, and after all but one."""

import pytest

from graph.asking import Asker

KALNINA = "Ilze Kalnina (Prosecutor General, Latvia)"
HOLT = "Jonas Holt (Chairman, State Audit Office)"
SOWA = "Marek Sowa (Defence Minister, Poland)"


@pytest.mark.parametrize(
    ("question", "answers"),
    [
        ("Which city saw the most anti-corruption meetings?", {"Riga", "Liepaja", "Vidzeme region"}),
        ("Which topic was discussed most often?", {"anti-corruption"}),
        ("Which anti-corruption meeting had the largest number of participants?",
         {"coordination meeting on combating crime and corruption, Riga, 2021-03-04",
          "anti-corruption meeting in Liepaja, 2021-03-09"}),
        ("What do Ilze Kalnina and Jonas Holt have in common?",
         {"coordination meeting on combating crime and corruption, Riga, 2021-03-04"}),
        ("Who met Sowa other than Holt?", {"Ilze Kalnina (Prosecutor General, Latvia)"}),
        ("What do Ilze Kalnina and Petra Lund have in common?", set()),
        ("Who met the most people?", {KALNINA, SOWA}),
        ("Who talked to the most people?", {SOWA}),
        ("Who spoke with more people than anyone else?", {SOWA}),
        ("Who was in contact with the most people in March 2021?", {SOWA}),
        ("Who phoned the most people?", {HOLT, SOWA}),
        ("Which minister met the most officials?", {SOWA}),
        ("Which minister met the most ministers?", set()),
        ("Who met the most people in Warsaw?", {KALNINA, SOWA}),
        ("Who met the most people in Riga?", set()),
        ("Which country had meetings with the most countries?", {"Latvia", "Poland"}),
        ("Which country met the most countries?", {"Latvia", "Poland"}),
        ("Whom did Sowa meet most often?", {KALNINA}),
        ("With whom did Sowa meet the most?", {KALNINA}),
        ("Who met Sowa most?", {KALNINA}),
        ("Who did Sowa talk to most?", {KALNINA, HOLT}),
        ("With whom did Sowa speak most often by phone?", {HOLT}),
        ("Who is Sowa's most frequent interlocutor?", {KALNINA, HOLT}),
        ("Who met whom most often?", {"Ilze Kalnina and Marek Sowa"}),
        ("Which two people met most often?", {"Ilze Kalnina and Marek Sowa"}),
        ("Which two people talked most often?",
         {"Ilze Kalnina and Marek Sowa", "Jonas Holt and Marek Sowa"}),
    ],
)  # fmt: skip
def test_superlatives_things_in_common_and_exceptions(
    asker: Asker, question: str, answers: set[str]
) -> None:
    assert set(asker.ask(question).answers) == answers


def test_how_many_the_one_with_the_most_met_is_said_with_evidence_of_each(asker: Asker) -> None:
    answer = asker.ask("Who talked to the most people?")
    assert answer.understood == (
        "people (else bodies and countries) in contact with the most people, any date; 2 of them"
    )
    assert {line.date for line in answer.evidence} == {"2021-03-12", "2021-03-15"}


@pytest.mark.parametrize(
    "question",
    [
        "Who met the fewest people?",
        "Who met the most quinces?",
        "Who financed the most people?",
        "Who met the most people nobody knows?",
    ],
)
def test_a_superlative_that_cannot_be_read_whole_is_refused(asker: Asker, question: str) -> None:
    answer = asker.ask(question)
    assert answer.answers == ()
    assert answer.refused
