"""Questions whose words stand in an order of their own are answered as the plain question is; or stay refused."""

import pytest

from graph.asking import Asker
from graph.asking.rearranging import orders


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("Kalnina and Sowa met when?", "When did Kalnina meet Sowa?"),
        ("Kalnina had met Sowa where?", "Where did Kalnina meet Sowa?"),
        ("Give me the names of those who were at the meeting in Liepaja", "Who attended the meeting in Liepaja?"),
        ("the Prosecutor General of Latvia, what is she called?", "Who is Prosecutor General of Latvia?"),
        ("The Defence Minister of Poland is called what?", "Who is Defence Minister of Poland?"),
        ("In how many anti-corruption meetings is Mr Holt recorded?",
         "How many anti-corruption meetings did Holt attend?"),
        ("Would you tell me who exactly Ilze Kalnina is?", "Who is Ilze Kalnina?"),
        ("By whom was Ilze Kalnina accompanied in Riga?", "Who was together with Ilze Kalnina in Riga?"),
        ("Has Kalnina been among the participants of the meeting in Warsaw?",
         "Did Kalnina attend the meeting in Warsaw?"),
        ("Name of the guy running the State Audit Office", "Who heads the State Audit Office?"),
        ("With which minister did Kalnina hold a round of talks?", "Which minister did Kalnina meet?"),
        ("Kalnina and Holt: anything in common?", "What do Kalnina and Holt have in common?"),
        ("Meetings and summits in Riga", "Which meetings were held in Riga?"),
    ],
)  # fmt: skip
def test_it_is_answered_as_the_plain_question(asker: Asker, question: str, plain: str) -> None:
    found, wanted = asker.ask(question), asker.ask(plain)
    assert wanted.answers
    assert (found.refused, found.answers) == (None, wanted.answers)
    assert {each.claim for each in found.evidence} == {each.claim for each in wanted.evidence}


@pytest.mark.parametrize(
    "question",
    [
        "Kalnina and Sowa never met when?",
        "The meeting in Riga that Holt said he attended, when?",
        "Sowa's name for the meeting in Riga?",
        "Holt whom would the meeting in Riga chair?",
        "Why Kalnina and Sowa met when?",
        "name of the Latvian foreign minister",
    ],
)
def test_what_turns_or_binds_the_words_keeps_it_refused(asker: Asker, question: str) -> None:
    assert asker.ask(question).answers == ()


@pytest.mark.parametrize(
    "question",
    [
        "Whom had Latvia visited?",
        "Whom does Ilze Kalnina lead?",
        "Which bodies did Ilze Kalnina chair the State Audit Office?",
        "Who met Sowa and where?",
    ],
)
def test_who_did_it_is_not_taken_for_whom_it_was_done_to_and_nothing_is_dropped(
    asker: Asker, question: str
) -> None:
    assert asker.ask(question).refused


def test_each_reading_is_of_a_focus_and_a_relation_that_words_are_known_for() -> None:
    known = orders()
    focuses = {name for names in (*known.focus.values(), *known.opening.values()) for name in names}
    relations = {name for names in known.relation.values() for name in names} | {"none"}
    assert {focus for focus, _ in known.says} == focuses
    assert {relation for _, relation in known.says} == relations
