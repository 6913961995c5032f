"""Questions in English over the example reports, read by the extractor into a real embedded store."""

import json
import tomllib
from pathlib import Path
from typing import NamedTuple

import pytest
from doors import actorgraph
from phrasings import spellings

from graph.asking import Answer, Asker
from graph.asking.index import NameIndex
from graph.asking.loading import load_index
from graph.store import Store
from ontology.names import fold
from ontology.terms import Status

ROOT = Path(__file__).parents[2]


class Case(NamedTuple):
    """One question with its answers, each by words that it holds; `optional` ones are neither asked for nor wrong."""

    question: str
    answers: tuple[str, ...]
    optional: tuple[str, ...]


def cases() -> list[Case]:
    text = Path(__file__).with_name("questions.toml").read_text("utf-8")
    return [
        Case(question, tuple(case["answers"]), tuple(case.get("optional", ())))
        for case in tomllib.loads(text)["case"]
        for question in case["questions"]
    ]


CASES = cases()


def words(text: str) -> set[str]:
    return set(fold(text).replace(",", " ").replace("(", " ").replace(")", " ").split())


def holds(answer: str, wanted: str) -> bool:
    return words(wanted) <= words(answer)


@pytest.fixture(scope="module")
def names(store: Store) -> NameIndex:
    return load_index(store)


def wrong(answer: Answer, case: Case) -> list[str]:
    """Answers that are missing, and such as nobody asked for."""
    said = list(answer.answers)
    missing = []
    for wanted in case.answers:
        found = next((each for each in said if holds(each, wanted)), None)
        if found is None:
            missing.append(f"- {wanted}")
        else:
            said.remove(found)
    extra = [each for each in said if not any(holds(each, one) for one in case.optional)]
    return [*missing, *(f"+ {each}" for each in extra)]


@pytest.mark.parametrize("case", CASES, ids=[case.question for case in CASES])
def test_a_question_over_the_examples_is_answered_exactly(case: Case, asker: Asker) -> None:
    answer = asker.ask(case.question)
    assert wrong(answer, case) == [], answer.refused or answer.understood


@pytest.mark.parametrize("case", CASES, ids=[case.question for case in CASES])
def test_every_answer_over_the_examples_has_evidence_of_what_happened_or_is_planned(
    case: Case, asker: Asker
) -> None:
    answer = asker.ask(case.question)
    assert {line.answer for line in answer.evidence} == set(answer.answers)
    assert all(line.quote and line.page > 0 for line in answer.evidence)
    said = [line.model_dump_json(exclude={"claim", "context"}) for line in answer.evidence]
    assert len(said) == len(set(said))
    statuses = {line.status for line in answer.evidence}
    if answer.answers == ("no",):
        assert statuses <= {Status.HAPPENED, Status.DENIED}
    else:
        assert len(statuses) <= 1
        assert statuses <= {Status.HAPPENED, Status.PLANNED}


@pytest.mark.parametrize("case", CASES, ids=[case.question for case in CASES])
def test_law_letter_case_and_quotation_marks_around_the_events_change_no_answer(
    case: Case, asker: Asker, names: NameIndex
) -> None:
    answers = sorted(asker.ask(case.question).answers)
    told = {each: sorted(asker.ask(each).answers) for each in spellings(case.question, names)}
    assert told == dict.fromkeys(told, answers)


def test_a_refusal_names_what_was_not_understood_and_what_can_be_asked(asker: Asker) -> None:
    for question, word in (
        ("Who financed the conference in Osh?", "financed"),
        ("Why did Orozbekov hold a session?", "Why"),
        ("Will it rain in Bishkek tomorrow?", "rain"),
        ("Which ministers met more than one minister?", "more"),
        ("Who is the Turkish colonel?", "rank"),
    ):
        refused = asker.ask(question).refused
        assert refused is not None, question
        assert word in refused.split(". ")[0], refused
        assert "You can ask" in refused


def test_a_question_of_the_meeting_is_refused_where_there_are_several(asker: Asker) -> None:
    for question in ("When was the meeting?", "Who chaired the meeting?", "Where was the visit?"):
        answer = asker.ask(question)
        several = answer.refused is not None and "Say which" in answer.refused
        assert several or len(answer.answers) <= 1, answer
    assert asker.ask("When was the conference in Osh?").refused is None
    refused = asker.ask("When was the meeting?").refused
    assert refused is not None
    assert "2024-09-04" in refused


def test_a_name_that_no_report_has_is_named_with_the_nearest_ones(asker: Asker) -> None:
    for question, unknown, near in (
        ("Whom did Bakyt Zhumadilov meet?", "Bakyt Zhumadilov", "Bakyt Zhumaliev"),
        ("Who is Maria Kenjesheva?", "Maria Kenjesheva", "Aigul Kenjesheva"),
    ):
        answer = asker.ask(question)
        assert (answer.answers, answer.refused) == ((), None)
        assert unknown in answer.understood
        assert near in answer.understood


def test_a_slip_in_a_name_or_word_is_read_as_what_it_is_near_to_and_said_so(asker: Asker) -> None:
    by_name = asker.ask("Whom did Aigul Kenjeshva meet in Batken?")
    assert by_name.answers == ("Firdavs Rahmatzoda (Minister of Foreign Affairs, Tajikistan)",)
    assert "Aigul Kenjesheva (for 'Aigul Kenjeshva')" in by_name.understood
    by_word = asker.ask("Who atended the confrence in Chisinau?")
    assert len(by_word.answers) == 3
    assert "'atended' read as 'attended'" in by_word.understood


def test_a_question_typed_in_haste_is_answered(asker: Asker) -> None:
    for question, number in (
        ("who tok part in the meeting on corruption in state procurement?", 3),
        ("Wich people took part in the meeting on state procurement pls", 3),
        ("who atended teh meeting on corruption in state procurement, thanks", 3),
        ("Whos the minister of justice of Moldova?", 1),
    ):
        assert len(asker.ask(question).answers) == number, question


def test_the_statements_shown_take_just_the_parameters_shown(asker: Asker) -> None:
    answer = asker.ask("Where did Vardapetian and Safaraliyev meet?")
    used = {name for name in answer.parameters if f"${name}" in answer.cypher}
    assert used == set(answer.parameters)
    assert "$relation" in answer.cypher


def test_a_line_for_each_question_comes_out_of_the_command(data: Path) -> None:
    asked = [case.question for case in CASES[:5]] + ["", "Tell me a joke."]
    done = actorgraph("--data", data, "ask", "-", stdin="\n".join(asked).encode())
    assert done.status == 0, done.err
    answers = [Answer.model_validate(json.loads(line)) for line in done.out.splitlines()]
    assert [answer.question for answer in answers] == asked
    assert [wrong(answer, case) for answer, case in zip(answers, CASES[:5], strict=False)] == [
        []
    ] * 5
    assert [answer.refused is None for answer in answers[5:]] == [False, False]
