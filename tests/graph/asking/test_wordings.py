"""Other ways of putting what can be asked: sides, titles, exceptions, and words in front that only point."""

import pytest

from graph.asking import Asker

HOLT = "Jonas Holt (Chairman, State Audit Office)"
KALNINA = "Ilze Kalnina (Prosecutor General, Latvia)"
LIEPA = "Zane Liepa (Minister of Fisheries, Latvia)"
SOWA = "Marek Sowa (Defence Minister, Poland)"
COORDINATION = "coordination meeting on combating crime and corruption, Riga, 2021-03-04"
LIEPAJA = "anti-corruption meeting in Liepaja, 2021-03-09"

QUESTIONS: list[tuple[str, list[str]]] = [
    ("Apart from Holt, who attended the coordination meeting?", [KALNINA]),
    ("Who besides Holt spoke with Sowa?", [KALNINA]),
    ("Who apart from Ilze Kalnina was in contact with Sowa?", [HOLT]),
    ("Whom besides Kalnina did Sowa talk to?", [HOLT]),
    ("What else did Holt do after the meeting in Riga?", [LIEPAJA, "phone call, 2021-03-15"]),
    ("Besides Holt, who sat at the table for Latvia on 4 March 2021?", [KALNINA]),
    ("Who else sat on the Latvian side at the coordination meeting besides Holt?", [KALNINA]),
    ("Who represented Latvia at the coordination meeting?", [HOLT, KALNINA]),
    ("Who represented Latvia on 4 March 2021?", [HOLT, KALNINA]),
    ("Aside from Holt, who represented Latvia at the coordination meeting?", [KALNINA]),
    ("Who represented Poland in Warsaw?", [SOWA]),
    ("Who turned up for the Polish side at the meeting in Warsaw?", [SOWA]),
    ("Who attended the meeting in Warsaw for Poland?", [SOWA]),
    ("Who took part in the meeting in Warsaw on the Polish side?", [SOWA]),
    ("Names of those who represented Latvia at the coordination meeting", [HOLT, KALNINA]),
    ("Names of those who took part in the coordination meeting", [HOLT, KALNINA]),
    ("The number of participants of the coordination meeting", ["2"]),
    ("What was the number of participants in the meeting in Warsaw on the Latvian side?", ["1"]),
    ("How many people attended the meeting in Warsaw for Poland?", ["1"]),
    ("Who was it that chaired the coordination meeting?", [KALNINA]),
    ("Who was it that Sowa met?", [KALNINA]),
    ("Where was it that Kalnina met Sowa?", ["Warsaw"]),
    ("When was it that Kalnina met Sowa?", ["2021-03-12"]),
    ("By whom was the coordination meeting presided over?", [KALNINA]),
    ("Kalnina was where on 12 March 2021?", ["Warsaw"]),
    ("Under what title did Kalnina chair the coordination meeting?", ["Prosecutor General, Latvia"]),
    ("In what post did Holt attend the coordination meeting?", ["Chairman, State Audit Office"]),
    ("Under what title did Liepa come to Oslo?", ["Minister of Fisheries, Latvia"]),
    ("In what capacity did Zane Liepa visit Oslo?", ["Minister of Fisheries, Latvia"]),
    ("Under what title did Sowa visit Oslo?", []),
    ("Who heads the State Audit Office as chairman?", [HOLT]),
    ("Does Jonas Holt head the State Audit Office as chairman?", ["yes"]),
    ("Holt heads the State Audit Office as chairman?", ["yes"]),
    ("Ozols heads the Pilot Service?", ["no"]),
    ("Ozols headed the Pilot Service?", ["yes"]),
    ("Kalnina heads the State Audit Office?", []),
    ("The Polish minister in charge of defence: what is his name?", [SOWA]),
    ("The Latvian minister responsible for fisheries, who is he?", [LIEPA]),
    ("What else did Holt take part in besides the coordination meeting?", [LIEPAJA, "phone call, 2021-03-15"]),
    ("What else did Holt take part in after the meeting in Riga?", [LIEPAJA, "phone call, 2021-03-15"]),
    ("Which meetings did Holt attend other than the coordination meeting?", [LIEPAJA]),
    ("Besides the coordination meeting, which meetings did Holt attend?", [LIEPAJA]),
    ("Which meetings did Holt attend apart from the meeting in Liepaja?", [COORDINATION]),
    ("At which air base was Zane Liepa?", ["Juniper air base"]),
    ("Which air base did Zane Liepa visit?", ["Juniper air base"]),
    ("At which air base was Kalnina?", []),
    ("What topics came up on 12 March 2021?", ["arms exports"]),
    ("What subjects came up in Warsaw?", ["arms exports"]),
]  # fmt: skip


@pytest.mark.parametrize(("question", "answers"), QUESTIONS, ids=[q for q, _ in QUESTIONS])
def test_a_question_is_answered_exactly(asker: Asker, question: str, answers: list[str]) -> None:
    answer = asker.ask(question)
    assert (answer.refused, sorted(answer.answers)) == (None, sorted(answers)), answer.understood
    assert {line.answer for line in answer.evidence} == set(answer.answers)


def test_what_is_set_apart_is_said(asker: Asker) -> None:
    events = asker.ask("Which meetings did Holt attend other than the coordination meeting?")
    assert events.understood == "meetings, with Holt, any date, other than coordination meeting"
    base = asker.ask("At which air base was Zane Liepa?")
    assert base.understood == "air base of events, with Zane Liepa, any date"


@pytest.mark.parametrize(
    ("question", "why"),
    [
        ("Who heads the State Audit Office as president?", "'president'"),
        ("Who sat on the quince side at the coordination meeting?", "'quince'"),
        ("At which windmill was Kalnina?", "'windmill'"),
        ("What else did Holt take part in besides the summit in Riga in 2019?", "No report tells"),
        ("What else did Holt take part in besides the quinces?", "'quinces'"),
        ("Which posts does Holt hold apart from the coordination meeting?", "apart"),
    ],
)
def test_what_cannot_be_read_whole_is_refused(asker: Asker, question: str, why: str) -> None:
    answer = asker.ask(question)
    assert answer.answers == ()
    assert why in (answer.refused or ""), answer
