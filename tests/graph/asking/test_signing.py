"""Questions about how many documents were signed: by the numbers that reports state, or one by one."""

import pytest

from graph.asking import Asker
from graph.asking.signing import documents_in


@pytest.mark.parametrize(
    ("question", "answers"),
    [
        ("How many documents were signed in February 2021?", ("4",)),
        ("How many agreements were signed in Ventspils?", ("3",)),
        ("How many agreements did Poland and Latvia sign?", ("3",)),
        ("How many protocols did Latvia sign?", ("1",)),
        ("how many documents were signed by poland", ("4",)),
        ("Number of agreements signed on 20 February 2021", ("3",)),
        ("What was the number of documents signed in Ventspils?", ("4",)),
        ("How many memoranda were signed in Ventspils?", ()),
        ("How many documents did Kalnina sign?", ()),
        ("How many treaties were signed in March 2021?", ()),
    ],
)
def test_stated_numbers_and_single_documents_are_counted(
    asker: Asker, question: str, answers: tuple[str, ...]
) -> None:
    answer = asker.ask(question)
    assert (answer.refused, answer.answers) == (None, answers), answer.understood
    assert {line.answer for line in answer.evidence} == set(answers)


def test_several_without_a_number_are_said_and_make_the_number_the_least(asker: Asker) -> None:
    unsaid = "the reports tell of several without saying how many"
    alone = asker.ask("How many treaties were signed in March 2021?")
    assert alone.understood.endswith(f"; {unsaid}")
    least = asker.ask("How many documents were signed?")
    assert least.answers == ("4",)
    assert least.understood.endswith(f"; at least: {unsaid}")


@pytest.mark.parametrize("question", ["How many quinces were signed?", "How many hands signed?"])
def test_what_is_no_document_is_not_counted(asker: Asker, question: str) -> None:
    assert asker.ask(question).refused


@pytest.mark.parametrize(
    ("quote", "noun", "number"),
    [
        ("The ministers signed a plan of cooperation for 2025.", "document", 1),
        ("They signed a package of 18 agreements.", "document", 18),
        ("They signed a package of 18 agreements.", "agreement", 18),
        ("They signed a package of 18 agreements.", "treaty", 0),
        ("They signed a number of agreements.", "document", None),
        ("They signed two five-year agreements and a memorandum on the plan.", "document", 3),
        ("Two memoranda were signed.", "memorandum", 2),
        ("Agreements on two border bridges are to be signed.", "agreement", None),
        ("They signed a declaration on the Treaty of Riga.", "document", 1),
        ("They signed it after talks on the agreement.", "document", 0),
    ],
)
def test_a_sentence_tells_of_so_many(quote: str, noun: str, number: int | None) -> None:
    assert documents_in(quote, noun) == number
