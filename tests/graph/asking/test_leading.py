"""Questions after who led a delegation: whoever a report names as its head where it tells of him."""

import pytest

from graph.asking import Asker
from graph.asking.leading import leads

LIEPA = "Zane Liepa (Minister of Fisheries, Latvia)"
HOLT = "Jonas Holt (Chairman, State Audit Office)"


@pytest.mark.parametrize(
    ("question", "answers"),
    [
        ("Who led the Latvian delegation?", [LIEPA]),
        ("Who led the Latvian delegation to Oslo?", [LIEPA]),
        ("Who headed Latvia's delegation in Oslo on 24 February?", [LIEPA]),
        ("Who was at the head of the Latvian delegation to Oslo?", [LIEPA]),
        ("Which minister led the Latvian delegation to Oslo?", [LIEPA]),
        ("Who led the delegation of Norway in Oslo?", ["Nils Aas"]),
        ("Who was the head of the Norwegian delegation?", ["Nils Aas"]),
        ("By whom was the Norwegian delegation headed at the meeting in Oslo?", ["Nils Aas"]),
        ("The Norwegian delegation was led by whom?", ["Nils Aas"]),
        ("Who led delegations in February 2021?", [LIEPA, "Nils Aas"]),
        ("Who will lead the delegation to Tallinn?", [HOLT]),
        ("Who heads the delegation to Tallinn?", [HOLT]),
        ("Who led the delegation to Tallinn?", []),
        ("Who led the Polish delegation?", []),
        ("Who led the Latvian delegation to Riga?", []),
        ("Who led the Latvian delegation at the meeting in Oslo?", []),
        ("Who led the State Audit Office delegation?", []),
    ],
)
def test_the_head_is_whoever_the_words_there_name_so(
    asker: Asker, question: str, answers: list[str]
) -> None:
    answer = asker.ask(question)
    assert (answer.refused, sorted(answer.answers)) == (None, sorted(answers)), answer.understood
    assert "delegation" in answer.understood
    assert all("delegation" in line.quote for line in answer.evidence)


@pytest.mark.parametrize(
    "question",
    ["Who led the quince delegation?", "Who led the Latvian delegation to quinces?"],
)
def test_a_delegation_of_nobody_known_is_refused(asker: Asker, question: str) -> None:
    answer = asker.ask(question)
    assert answer.answers == ()
    assert answer.refused


@pytest.mark.parametrize(
    ("name", "quote"),
    [
        ("Jan Sowa", "The Polish delegation was headed by Jan Sowa, Minister of Defence."),
        ("Jan Sowa", "Lee met the Polish delegation led by Deputy Minister of Defence Jan Sowa."),
        ("Ann Lee", "The delegation was headed by Jan Sowa and Ann Lee."),
        ("Jan Sowa", "Jan Sowa, Minister of Defence, led a delegation to Riga."),
        ("Jan Sowa", "Jan Sowa, who headed the large Polish delegation, met Lee."),
        ("Jan Sowa", "The delegation was headed by Mr Sowa."),
        ("Jan Sowa", "The head of the Polish delegation, Judge Jan Sowa, left the hall."),
        ("Jan Sowa", "Jan Sowa, head of the Polish delegation, left the hall."),
        (
            "Jan Sowa",
            "A delegation of the Polish Ministry of Trade led by Vice Minister Jan Sowa came.",
        ),
        ("Jan Sowa", "Yesterday Minister Sowa led the delegation."),
    ],
)
def test_words_that_name_the_head(name: str, quote: str) -> None:
    assert leads("led", None, name, quote)
    assert not leads("led", "KE", name, quote)


@pytest.mark.parametrize(
    ("name", "quote"),
    [
        ("Ann Lee", "Ann Lee met the Polish delegation led by Jan Sowa."),
        ("Ann Lee", "Jan Sowa led a delegation that met Ann Lee."),
        ("Ann Lee", "The delegation was led by Jan Sowa and met Ann Lee."),
        ("Ann Lee", "Ann Lee led a meeting with the Polish delegation."),
        ("Ann Lee", "The delegation met Jan Sowa, and the talks were led by Ann Lee."),
        ("Jan Sowa", "The delegation was headed by Maria Sowa."),
        ("Jan Sowa", "In May Maria Sowa led the delegation."),
        ("Ann Lee", "The head of the Polish delegation, Jan Sowa, met Ann Lee."),
        ("Ann Lee", "Ann Lee met the head of the Polish delegation."),
        ("Jan Sowa", "Jan Sowa will lead the delegation to Riga."),
    ],
)
def test_words_that_name_another_or_none(name: str, quote: str) -> None:
    assert not leads("led", None, name, quote)
