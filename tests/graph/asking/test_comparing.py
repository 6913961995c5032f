"""Questions about who was at one event and at another as well, or not."""

import pytest

from graph.asking import Asker

HOLT = "Jonas Holt (Chairman, State Audit Office)"
KALNINA = "Ilze Kalnina (Prosecutor General, Latvia)"
LUND = "Petra Lund (former Chairwoman, State Audit Office)"


@pytest.mark.parametrize(
    ("question", "answers"),
    [
        ("Who attended both the meeting in Riga and the meeting in Liepaja?", [HOLT]),
        ("Who was at the meeting in Riga and also at the one in Liepaja?", [HOLT]),
        ("Who was at the meeting on 9 March as well as at the coordination meeting on 4 March 2021?", [HOLT]),
        ("Which of the participants in the meeting in Riga were also in Warsaw?", [KALNINA]),
        ("How many people attended both the meeting in Riga and the meeting in Liepaja?", ["1"]),
        ("Who was at the meeting in Riga but not at the meeting in Liepaja?", [KALNINA]),
        ("Who attended the meeting in Liepaja on 9 March but did not attend the coordination meeting?", [LUND]),
        ("Which of those named at the meeting of 4 March were not at the one of 9 March?", [KALNINA]),
        ("Which officials attended the coordination meeting, but not the anti-corruption one in Liepaja?", [KALNINA]),
        ("Who was in Warsaw but missed the meeting in Riga?", ["Marek Sowa (Defence Minister, Poland)"]),
        ("Who attended the meetings in Riga and in Liepaja but not the meeting in Liepaja?", [KALNINA]),
    ],
)  # fmt: skip
def test_those_at_two_events_are_compared(asker: Asker, question: str, answers: list[str]) -> None:
    found = asker.ask(question)
    assert (found.refused, sorted(found.answers)) == (None, sorted(answers)), found.understood


def test_what_is_compared_is_said_and_being_at_both_has_evidence_of_both(asker: Asker) -> None:
    both = asker.ask("Who attended both the meeting in Riga and the meeting in Liepaja?")
    assert both.understood.endswith(
        "meeting in Riga, any date, who were also at meeting in Liepaja"
    )
    assert {line.date for line in both.evidence} == {"2021-03-04", "2021-03-09"}
    one = asker.ask("Who was at the meeting in Riga but not at the meeting in Liepaja?")
    assert one.understood.endswith(", any date, not known to have been at meeting in Liepaja")
    assert {line.date for line in one.evidence} == {"2021-03-04"}


@pytest.mark.parametrize(
    "question",
    [
        "Who was at the meeting in Riga but not at the summit in Liepaja in 2019?",
        "Who attended both the meeting in Riga and the exercise in Warsaw?",
        "Who was at the meeting in Riga but not at the meetings about quinces?",
        "Which posts does Holt hold but not Kalnina?",
        "Who was at the meeting in Riga but not happy?",
    ],
)
def test_nobody_is_compared_with_those_at_what_no_report_tells(asker: Asker, question: str) -> None:
    found = asker.ask(question)
    assert found.answers == ()
    assert found.refused
