"""Questions after the most, after what two have in common, and after all but one."""

import pytest

from graph.asking import Asker


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
    ],
)  # fmt: skip
def test_superlatives_things_in_common_and_exceptions(
    asker: Asker, question: str, answers: set[str]
) -> None:
    assert set(asker.ask(question).answers) == answers
