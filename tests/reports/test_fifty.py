"""The fifty questions that people read in `examples/questions.md`, put to the graph of the example reports."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from graph.asking import Asker
from ontology.terms import Status

EXAMPLES = Path(__file__).parents[2] / "examples"
NOTHING = "Nothing that was read answers this."
_SECTION = re.compile(r"^### (\d+)\. ([^\n]+)\n\n(.*?)(?=^##|\Z)", re.M | re.S)
_LINE = re.compile(r"^- (.+) — (.+)$", re.M)
_PLACE = re.compile(r"([\w-]+), page (\d+)")

Places = frozenset[tuple[str, int]]


class Case(NamedTuple):
    number: int
    question: str
    understood: str
    refused: str
    nothing: bool
    answers: dict[str, Places]


def line(told: str, label: str) -> str:
    """What stands after a label; empty where it does not stand there."""
    found = re.search(rf"^{label}: (.+)$", told, re.M)
    return found[1] if found else ""


def places(told: str) -> Places:
    return frozenset((name, int(page)) for name, page in _PLACE.findall(told))


def cases() -> list[Case]:
    text = (EXAMPLES / "questions.md").read_text("utf-8")
    return [
        Case(
            number=int(number),
            question=question,
            understood=line(told, "Understood as"),
            refused=line(told, "Refused"),
            nothing=NOTHING in told,
            answers={answer: places(where) for answer, where in _LINE.findall(told)},
        )
        for number, question, told in _SECTION.findall(text)
    ]


CASES = cases()
EACH = pytest.mark.parametrize("case", CASES, ids=[case.question for case in CASES])


@EACH
def test_a_question_is_answered_as_the_page_says(case: Case, asker: Asker) -> None:
    found = asker.ask(case.question)
    shown = {
        answer: frozenset(
            (e.file.removesuffix(".pdf"), e.page) for e in found.evidence if e.answer == answer
        )
        for answer in found.answers
    }
    assert shown == case.answers
    assert found.understood == case.understood
    assert (found.refused or "").startswith(case.refused)
    assert (found.refused is None) == (case.refused == "")


@EACH
def test_what_is_answered_happened_unless_the_question_asks_for_plans(
    case: Case, asker: Asker
) -> None:
    statuses = {each.status for each in asker.ask(case.question).evidence}
    if set(case.answers) == {"no"}:
        assert statuses <= {Status.HAPPENED, Status.DENIED}
    else:
        planned = "(planned)" in case.understood
        assert statuses <= {Status.PLANNED if planned else Status.HAPPENED}


def test_there_are_fifty_each_with_answers_or_without_or_refused() -> None:
    assert [case.number for case in CASES] == list(range(1, 51))
    assert len({case.question for case in CASES}) == 50
    for case in CASES:
        assert [bool(case.answers), case.nothing, bool(case.refused)].count(True) == 1, case
        assert bool(case.understood) != bool(case.refused), case
        assert all(case.answers.values()), case


def test_the_pages_that_are_named_are_pages_of_the_examples() -> None:
    names = {each.stem for each in (EXAMPLES / "source").glob("*.md")}
    named = {name for case in CASES for found in case.answers.values() for name, _ in found}
    assert named == names
