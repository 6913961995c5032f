"""Questions asked of a real embedded server that holds the hand-made report."""

import pytest
from phrasings import spellings

from graph.asking import Asker
from graph.asking.answer import Answer
from graph.asking.index import NameIndex
from ontology.terms import Status

AUDIT = "Chairman, State Audit Office"
PROSECUTOR = "Ilze Kalnina (Prosecutor General, Latvia)"
HOLT = f"Jonas Holt ({AUDIT})"
LUND = "Petra Lund (former Chairwoman, State Audit Office)"
SOWA = "Marek Sowa (Defence Minister, Poland)"

QUESTIONS: list[tuple[str, list[str]]] = [
    ("Who attended anti-corruption meetings?", [PROSECUTOR, HOLT, LUND]),
    ("Name the participants of the meetings on graft.", [PROSECUTOR, HOLT, LUND]),
    ("Which officials took part in meetings about corruption in Liepaja?", [HOLT, LUND]),
    ("Who was at the coordination meeting in Riga?", [PROSECUTOR, HOLT]),
    ("Who was in the chair at the coordination meeting on combating crime and corruption?", [PROSECUTOR]),
    ("Who presided over meetings in March 2021?", [PROSECUTOR]),
    ("Who missed the anti-corruption meeting in Liepaja?", ["Olga Reka"]),
    ("Who took part in the same meetings as Mr Holt?", [PROSECUTOR, LUND]),
    ("Who attended the most anti-corruption meetings?", [HOLT]),
    ("Who attended more than one anti-corruption meeting?", [HOLT]),
    ("Who was together with Ilze Kalnina more than once?", []),
    ("Who besides Holt attended the coordination meeting?", [PROSECUTOR]),
    ("Which ministers attended meetings in Warsaw?", [SOWA]),
    ("Who talked to Kalnina and Holt?", [SOWA]),
    ("Who met Kalnina and Holt?", []),
    ("Who attended meetings in Warsaw and in Liepaja?", [HOLT, PROSECUTOR, LUND, SOWA]),
    ("How many meetings did Jonas Holt chair?", []),
    ("How many meetings did Kalnina chair?", ["1"]),
    ("When did Jonas Holt chair a meeting?", []),
    ("Where did Kalnina chair a meeting?", ["Riga"]),
    ("How many meetings did Jonas Holt organise?", []),
    ("Who is the acting chairman of the State Audit Office?", []),
    ("Is Jonas Holt the acting chairman of the State Audit Office?", []),
    ("Which Latvian officials met Marek Sowa?", [PROSECUTOR]),
    ("Which country hosted the BALTFISH-2021 exhibition?", ["Poland"]),
    ("Whom did Kalnina meet?", [SOWA]),
    ("Who did the Polish defence minister meet?", [PROSECUTOR]),
    ("Who talked to Sowa by phone?", [HOLT]),
    ("Which countries met?", ["Latvia", "Poland"]),
    ("Which countries did Latvia have bilateral meetings with?", ["Poland"]),
    ("Who met whom in March 2021?", ["Ilze Kalnina and Marek Sowa"]),
    ("Has Kalnina met Sowa?", ["yes"]),
    ("Did Marek Sowa meet Petra Lund?", ["no"]),
    ("Did Jonas Holt meet Petra Lund?", []),
    ("Did Jonas Holt attend the coordination meeting?", ["yes"]),
    ("Did Olga Reka attend the meeting in Liepaja?", ["no"]),
    ("Were there any meetings in Riga?", ["yes"]),
    ("When did Kalnina meet Marek Sowa?", ["2021-03-12"]),
    ("On what date was the meeting in Liepaja held?", ["2021-03-09"]),
    ("When was the BALTFISH-2021 exhibition?", ["2021-03-16/2021-03-19"]),
    ("In which city did Kalnina and Sowa meet?", ["Warsaw"]),
    ("Where was the BALTFISH-2021 exhibition held?", ["Gdansk"]),
    ("How many anti-corruption meetings of parish councils took place in the Vidzeme region?", ["14"]),
    ("How many anti-corruption meetings were there in all?", ["16"]),
    ("How many exercises were there in March 2021?", ["6"]),
    ("How many exercises were there?", ["7"]),
    ("How many exercises were held in Adazi?", ["1"]),
    ("How many meetings did Jonas Holt attend?", ["2"]),
    ("How often did Kalnina meet Sowa?", ["1"]),
    ("How many people attended the coordination meeting?", ["2"]),
    ("What did Kalnina and Sowa discuss?", ["arms exports"]),
    ("What was the meeting in Warsaw about?", ["arms exports"]),
    ("Who is the chairman of the State Audit Office?", [HOLT]),
    ("Who heads the State Audit Office?", [HOLT]),
    ("Who was the chairwoman of the State Audit Office?", [HOLT, LUND]),
    ("Who is the former chairman of the State Audit Office?", [LUND]),
    ("Who is the Latvian Prosecutor General?", [PROSECUTOR]),
    ("Who is the Prosecutor General of Poland?", []),
    ("What post does Ilze Kalnina hold?", ["Prosecutor General, Latvia"]),
    ("Who is Petra Lund?", ["former Chairwoman, State Audit Office"]),
    ("Is Petra Lund the chairwoman of the State Audit Office?", ["no"]),
    ("Was Petra Lund the chairwoman of the State Audit Office?", ["yes"]),
    ("What happened on 12 March 2021?", ["meeting of Ilze Kalnina with Marek Sowa, Warsaw, 2021-03-12"]),
    (
        "Which meetings did Mr Holt take part in between 5 and 13 March 2021?",
        ["anti-corruption meeting in Liepaja, 2021-03-09"],
    ),
    ("What was discussed in Warsaw?", ["arms exports"]),
    ("Which other people attended the meetings that Jonas Holt attended?", [PROSECUTOR, LUND]),
    ("Who had a meeting with Kalnina?", [SOWA]),
    ("Was Olga Reka absent from the meeting in Liepaja?", ["yes"]),
    ("Which organisation does Jonas Holt head?", ["State Audit Office"]),
    ("Which meetings did both Kalnina and Holt attend?", [
        "coordination meeting on combating crime and corruption, Riga, 2021-03-04"
    ]),
    ("Who attended the summit in Warsaw?", [PROSECUTOR, SOWA]),
    ("Which summits were held in Warsaw?", []),
    ("What is planned for April 2021?", ["session of the Baltic Harbour Council, 2021-04-02"]),
    ("Who will attend the session of the Baltic Harbour Council?", [HOLT]),
    ("Who attended the session of the Baltic Harbour Council?", []),
    ("Whom did Boris Tamm meet?", []),
    ("Who met Marek Sowa or Ilze Kalnina?", [PROSECUTOR, SOWA]),
    ("Who attended meetings in Liepaja or Warsaw?", [PROSECUTOR, HOLT, LUND, SOWA]),
    ("Which meetings were on arms exports or in Riga?", [
        "coordination meeting on combating crime and corruption, Riga, 2021-03-04",
        "meeting of Ilze Kalnina with Marek Sowa, Warsaw, 2021-03-12",
    ]),
    ("Did Kalnina meet either Petra Lund or Sowa?", ["yes"]),
    ("Did Sowa meet Petra Lund or Jonas Holt?", []),
    ("Who chaired or attended meetings in Riga?", [PROSECUTOR, HOLT]),
    ("Since when was Edgars Ozols the head of the Pilot Service?", ["2015"]),
    ("When did Ozols become head of the Pilot Service?", ["2015"]),
    ("When did Edgars Ozols leave the post of head of the Pilot Service?", ["2019-06"]),
    ("When was Edgars Ozols head of the Pilot Service?", ["2015/2019-06"]),
    ("When was Kalnina Prosecutor General?", ["2021-03-31"]),
    ("When was Kalnina appointed Prosecutor General?", []),
    ("Which posts did Edgars Ozols hold, and when?", ["former Head, Pilot Service (2015/2019-06)"]),
    ("Which posts did Kalnina hold and when?", ["Prosecutor General, Latvia (seen 2021-03-31)"]),
    ("In what capacity did Holt attend the coordination meeting?", [AUDIT]),
    ("In what capacity did Sowa attend the coordination meeting?", []),
    ("Who was Prosecutor General at the time of the meeting in Warsaw?", []),
    ("How many people did Sowa meet?", ["1"]),
    ("With how many countries did Latvia hold meetings?", ["1"]),
    ("Which countries' ministers attended meetings in Warsaw?", ["Poland"]),
    ("Ministers of which countries attended meetings in Warsaw?", ["Poland"]),
    ("How many heads of state attended the coordination meeting?", []),
    ("Who joined the coordination meeting of Kalnina and Holt?", []),
    ("Who held the most meetings?", [PROSECUTOR, HOLT]),
    ("What was on Holt's programme on 4 March 2021?", [
        "coordination meeting on combating crime and corruption, Riga, 2021-03-04"
    ]),
    ("Did Sowa have a conversation with Holt?", ["yes"]),
    ("Which events had to do with arms exports?", ["meeting of Ilze Kalnina with Marek Sowa, Warsaw, 2021-03-12"]),
    ("Who took part on the Polish side in the meeting in Warsaw?", [SOWA]),
    ("How many people were in the Latvian delegation at the meeting in Warsaw?", ["1"]),
    ("What is supposed to happen in April 2021?", ["session of the Baltic Harbour Council, 2021-04-02"]),
    ("Who is attending the session of the Baltic Harbour Council?", [HOLT]),
    ("Who is chairing the session of the Baltic Harbour Council?", []),
    ("What did they discuss in Warsaw?", ["arms exports"]),
    ("When and where did Kalnina meet Sowa?", ["meeting of Ilze Kalnina with Marek Sowa, Warsaw, 2021-03-12"]),
    ("Which foreign officials did Kalnina meet?", [SOWA]),
    ("Which foreign ministers did Kalnina meet?", []),
    ("Which foreign countries did Latvia meet?", ["Poland"]),
    ("Which foreign countries did Kalnina meet?", ["Poland"]),
    ("Who discussed arms exports with Kalnina?", [SOWA]),
    ("Which of Kalnina's meetings dealt with arms exports?", [
        "meeting of Ilze Kalnina with Marek Sowa, Warsaw, 2021-03-12"
    ]),
    ("Which meetings took place after 2020 in Riga?", [
        "coordination meeting on combating crime and corruption, Riga, 2021-03-04"
    ]),
    ("Who attended the 2021 coordination meeting?", [PROSECUTOR, HOLT]),
    ("Which participants of the meeting in Riga were not at the meeting in Liepaja?", [PROSECUTOR]),
    ("Tell me about Ilze Kalnina", ["Prosecutor General, Latvia"]),
    ("arms exports", ["meeting of Ilze Kalnina with Marek Sowa, Warsaw, 2021-03-12"]),
    ("What do Holt and Lund have in common?", [
        "anti-corruption meeting in Liepaja, 2021-03-09", "State Audit Office"
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("question", "answers"), QUESTIONS, ids=[q for q, _ in QUESTIONS])
def test_a_question_is_answered_exactly(question: str, answers: list[str], asker: Asker) -> None:
    answer = asker.ask(question)
    assert answer.refused is None
    assert sorted(answer.answers) == sorted(answers), answer.understood


@pytest.mark.parametrize("question", [q for q, _ in QUESTIONS])
def test_law_letter_case_and_quotation_marks_around_the_events_change_no_answer(
    question: str, asker: Asker, names: NameIndex
) -> None:
    answers = sorted(asker.ask(question).answers)
    told = {each: sorted(asker.ask(each).answers) for each in spellings(question, names)}
    assert told == dict.fromkeys(told, answers)


def test_every_answer_has_evidence_that_names_it(asker: Asker) -> None:
    answer = asker.ask("Who attended anti-corruption meetings?")
    assert {line.answer for line in answer.evidence} == set(answer.answers)
    assert all("corruption" in line.quote for line in answer.evidence)
    assert all(line.end - line.start == len(line.quote) for line in answer.evidence)
    assert {(line.title, line.page, line.status) for line in answer.evidence} == {
        ("Harbour review", 1, Status.HAPPENED)
    }


def test_evidence_names_the_event_and_its_date_or_when_a_post_was_seen(asker: Asker) -> None:
    (met,) = asker.ask("Whom did Kalnina meet?").evidence
    assert (met.event, met.date) == ("meeting of Ilze Kalnina with Marek Sowa", "2021-03-12")
    (holds,) = asker.ask("Who is the Latvian Prosecutor General?").evidence
    assert (holds.event, holds.date) == (None, "2021-03-31")


def test_the_query_is_shown_with_its_parameters_and_holds_no_words_of_the_question(
    asker: Asker,
) -> None:
    answer = asker.ask("Who attended meetings in Riga?")
    assert answer.cypher.startswith("UNWIND range(0, size($facets)")
    assert "Riga" not in answer.cypher
    assert set(answer.parameters) >= {"facets", "types", "statuses", "roles", "events"}


def test_what_was_understood_is_said_in_words(asker: Asker) -> None:
    assert (
        asker.ask("who chaired meetings in Riga").understood
        == "people (else bodies and countries) who chaired meetings in Riga, any date"
    )
    assert (
        "No fact about 'Boris Tamm' was read" in asker.ask("Whom did Boris Tamm meet?").understood
    )


def test_an_open_who_says_that_bodies_and_countries_answer_where_no_person_does(
    asker: Asker,
) -> None:
    answer = asker.ask("Who hosted exhibitions?")
    assert answer.answers == ("Poland",)
    assert (
        answer.understood == "people (else bodies and countries) who hosted exhibitions, any date"
    )
    narrow = asker.ask("Which people hosted exhibitions?")
    assert narrow.answers == ()
    assert narrow.understood == "people who hosted exhibitions, any date"


def test_several_events_without_a_number_are_not_counted_as_one(asker: Asker) -> None:
    answer = asker.ask("How many signings were there in March 2021?")
    assert answer.answers == ()
    assert answer.understood.endswith("; the reports tell of several without saying how many")


def test_events_told_one_by_one_are_counted_where_others_are_told_only_in_the_plural(
    asker: Asker,
) -> None:
    answer = asker.ask("How many conferences were there?")
    assert answer.answers == ("1",)
    assert answer.understood.endswith(
        "; at least: the reports tell of several without saying how many"
    )
    assert {line.quote for line in answer.evidence} == {
        "Conferences were held in March; the one on 9 March was opened by Poland."
    }


def test_a_stated_total_is_given_alone_and_a_sum_says_of_what(asker: Asker) -> None:
    stated = asker.ask("How many exercises were there in March 2021?")
    assert "sum" not in stated.understood
    assert [line.claim for line in stated.evidence] == [
        line.claim for line in asker.ask("Which exercises were there in March 2021?").evidence
    ][:1]
    summed = asker.ask("How many exercises were there?")
    assert summed.understood.endswith("; the sum of 6 and 1 told one by one")


def test_a_total_that_somebody_is_quoted_with_is_no_answer_but_is_named(asker: Asker) -> None:
    answer = asker.ask("How many trainings were there in March 2021?")
    assert answer.answers == ()
    assert answer.understood.endswith("; somebody is quoted with 40, which no report states itself")


def test_a_total_that_somebody_is_quoted_with_for_a_part_only_makes_the_number_the_least(
    asker: Asker,
) -> None:
    answer = asker.ask("How many summits were there?")
    assert answer.answers == ("1",)
    assert answer.understood.endswith(
        "; at least: somebody is quoted with 3, which no report states itself"
    )
    assert asker.ask("How many trainings were there?").answers == ("1",)


def test_both_questions_that_or_joins_are_said_and_run(asker: Asker) -> None:
    answer = asker.ask("Who met Sowa or Kalnina?")
    one, other = answer.understood.split("; or ")
    assert "in contact with Sowa" in one
    assert "in contact with Kalnina" in other
    assert {line.answer for line in answer.evidence} == set(answer.answers)


def test_a_planned_answer_shows_its_status(asker: Asker) -> None:
    assert {line.status for line in asker.ask("Which sessions are planned?").evidence} == {
        Status.PLANNED
    }


def test_what_is_only_planned_or_denied_is_no_answer_but_is_named(asker: Asker) -> None:
    for question, told in (
        ("Which sessions were held?", "planned"),
        ("When did Marek Sowa meet Petra Lund?", "denied"),
    ):
        answer = asker.ask(question)
        assert answer.answers == ()
        assert answer.understood.endswith(f"; the reports tell of it only as {told}")
    assert "only as" not in asker.ask("Who attended meetings on corruption in Warsaw?").understood


def test_a_period_counted_from_the_reports_says_its_days(asker: Asker) -> None:
    assert (
        "in the last month (2021-"
        in asker.ask("Which meetings were held in the last month?").understood
    )
    assert asker.ask("Which meetings were held in March 2021?").understood.endswith("in March 2021")


def test_a_place_that_only_stands_in_the_name_of_a_body_is_named_with_it(asker: Asker) -> None:
    for question in (
        "Who attended meetings in the Audit region?",
        "who attended meetings in the audit region?",
    ):
        answer = asker.ask(question)
        assert (answer.answers, answer.refused) == ((), None)
        assert "nearest names are State Audit Office" in answer.understood


def test_an_answer_has_the_shape_that_scripts_rely_on(asker: Asker) -> None:
    body = asker.ask("Who attended meetings in Riga?").model_dump(mode="json")
    assert list(body) == [
        "question",
        "understood",
        "answers",
        "evidence",
        "cypher",
        "parameters",
        "sparql",
        "refused",
    ]
    assert set(body["evidence"][0]) >= {
        "answer",
        "quote",
        "report",
        "page",
        "status",
        "claim",
        "title",
        "start",
        "end",
    }
    assert Answer.model_validate(body) == asker.ask("Who attended meetings in Riga?")


def test_hostile_words_are_only_words(asker: Asker) -> None:
    for question in (
        "') DETACH DELETE n //",
        "Who attended `x` MATCH (n) DELETE n",
        "{actor} <who> [rest]",
    ):
        assert asker.ask(question).answers == ()


def test_who_stayed_away_and_meetings_that_somebody_missed_can_be_asked(asker: Asker) -> None:
    for question in (
        "Who did not attend the meeting in Liepaja?",
        "Who wasn't at the meeting in Liepaja?",
    ):
        assert asker.ask(question).answers == ("Olga Reka",)
    missed = asker.ask("Who attended the meetings that Olga Reka did not attend?")
    assert sorted(missed.answers) == [HOLT, LUND]


def test_all_of_them_may_be_listed_and_dated(asker: Asker) -> None:
    every, any_ = (
        asker.ask(f"When were {all_}the anti-corruption meetings?") for all_ in ("all ", "")
    )
    assert every.answers == any_.answers != ()


@pytest.mark.parametrize(
    ("question", "answers"),
    [
        ("When is the next session of the Baltic Harbour Council?", ("2021-04-02",)),
        ("When is the next session?", ("2021-04-02",)),
        ("What is the next exercise about?", ()),
        ("When is the next exercise?", ("2021-04-05",)),
        ("When is the next meeting of Kalnina and Sowa?", ()),
        ("When is the next anti-corruption meeting?", ()),
        ("Who attended the next session?", ()),
        ("Who will attend the next session?", (HOLT,)),
    ],
)
def test_the_next_one_is_after_the_last_report_or_there_is_none(
    question: str, answers: tuple[str, ...], asker: Asker
) -> None:
    answer = asker.ask(question)
    assert (answer.answers, answer.refused) == (answers, None)
    assert "next (after 2021-03-31)" in answer.understood


def test_the_first_one_is_one_event_of_a_known_day_not_a_total_of_a_month(asker: Asker) -> None:
    answer = asker.ask("Who attended the first anti-corruption meeting?")
    assert set(answer.answers) == {HOLT, PROSECUTOR}
    assert asker.ask("When was the first exercise?").answers == ("2021-03-08",)
