"""Questions put in words of their own: leads, fragments, clauses that tell of an event, subjects set off."""

import pytest

from graph.asking import Asker
from graph.asking.patterns import PatternError
from graph.asking.rewording import Rewording, Source, reworded
from graph.asking.words import tokens_of

HOLT = "Jonas Holt (Chairman, State Audit Office)"
KALNINA = "Ilze Kalnina (Prosecutor General, Latvia)"
LIEPA = "Zane Liepa (Minister of Fisheries, Latvia)"
SOWA = "Marek Sowa (Defence Minister, Poland)"
LIEPAJA = "anti-corruption meeting in Liepaja, 2021-03-09"
WARSAW = "meeting of Ilze Kalnina with Marek Sowa, Warsaw, 2021-03-12"

QUESTIONS: list[tuple[str, list[str]]] = [
    ("Name everybody who attended the coordination meeting", [HOLT, KALNINA]),
    ("ok and who all did Ms Kalnina get to see in Warsaw?", [SOWA]),
    ("Which occasions saw both Mr Sowa and Ms Kalnina present?", [WARSAW]),
    ("Did Kalnina meet Sowa in Warsaw? yes or no", ["yes"]),
    ("When Kalnina has met Sowa?", ["2021-03-12"]),
    ("Give me everything that went on in Warsaw from 2020 to 2022", [WARSAW]),
    ("Everything that happened in Warsaw, 2020 through 2022 - list", [WARSAW]),
    ("Who was around the table with Kalnina in Warsaw?", [SOWA]),
    ("Who is Jonas Holt and for whom is he working?", ["Chairman, State Audit Office"]),
    ("Jonas Holt - all positions, please", ["Chairman, State Audit Office"]),
    ("Who is running the State Audit Office?", [HOLT]),
    ("Which city was the BALTFISH-2021 exhibition held in?", ["Gdansk"]),
    ("Wich politicans atended the coordination meeting?", [HOLT, KALNINA]),
    ("I need a list of everyone who took part in the coordination meeting", [HOLT, KALNINA]),
    ("Give me all those who were at the coordination meeting.", [HOLT, KALNINA]),
    ("Identify the ones who attended the coordination meeting", [HOLT, KALNINA]),
    ("Who turned up for the coordination meeting?", [HOLT, KALNINA]),
    ("Who sat around the table in Warsaw?", [KALNINA, SOWA]),
    ("Find me the Latvian official Sowa negotiated with.", [KALNINA]),
    ("Latvian delegation members, coordination meeting, March 2021", [HOLT, KALNINA]),
    ("Who represented the Latvian side when Kalnina met Sowa?", [KALNINA]),
    ("Who was in the chair when Kalnina met Holt?", [KALNINA]),
    ("Dates of Liepa's trip to Oslo pls", ["2021-02-24"]),
    ("Can you tell me when the BALTFISH-2021 exhibition was held?", ["2021-03-16/2021-03-19"]),
    ("From which day to which day did the BALTFISH-2021 exhibition run?", ["2021-03-16/2021-03-19"]),
    ("When was the BALTFISH-2021 exhibition staged?", ["2021-03-16/2021-03-19"]),
    ("BALTFISH-2021 exhibition: dates?", ["2021-03-16/2021-03-19"]),
    ("Whereabouts did Kalnina and Sowa meet?", ["Warsaw"]),
    ("Venue of the BALTFISH-2021 exhibition?", ["Gdansk"]),
    ("Do you happen to know where Kalnina met Sowa?", ["Warsaw"]),
    ("What were Kalnina and Sowa talking about?", ["arms exports"]),
    ("Summarise what Kalnina and Sowa discussed.", ["arms exports"]),
    ("What was on the agenda when Kalnina and Sowa met?", ["arms exports"]),
    ("What was discussed when Sowa was received by Kalnina?", ["arms exports"]),
    ("Subject of Kalnina's gathering with Sowa?", ["arms exports"]),
    ("With whom did Kalnina hold a coordination meeting?", [HOLT]),
    ("Is it right that Kalnina met Sowa in Warsaw?", ["yes"]),
    ("I heard that Kalnina met Sowa, is that right?", ["yes"]),
    ("Can you confirm that Holt attended the coordination meeting?", ["yes"]),
    ("Has the BALTFISH-2021 exhibition taken place already?", ["yes"]),
    ("Who had been invited to the anti-corruption meeting in Liepaja but did not come?", ["Olga Reka"]),
    ("Jonas Holt - what is his position?", ["Chairman, State Audit Office"]),
    ("Position of Jonas Holt?", ["Chairman, State Audit Office"]),
    ("What have Sowa and Kalnina got in common?", [WARSAW]),
    ("What did Kalnina do in the Polish capital?", [WARSAW]),
    ("What did Holt do on the first day of March 2021?", []),
    ("Which events did Holt attend in the first half of March 2021?",
     [LIEPAJA, "coordination meeting on combating crime and corruption, Riga, 2021-03-04", "phone call, 2021-03-15"]),
    ("Coordination meeting: number of participants", ["2"]),
    ("Whom did Sowa meet in Marhc 2021?", [KALNINA]),
    ("Where did Liepa go after meeting Aas?", []),
    ("Of all the meetings Holt attended, which was the most recent?", [LIEPAJA]),
    ("Attendance list of the coordination meeting, please", [HOLT, KALNINA]),
    ("Who couldn't make it to the anti-corruption meeting in Liepaja?", ["Olga Reka"]),
    ("Which invitees did not turn up at the anti-corruption meeting in Liepaja?", ["Olga Reka"]),
    ("Did Liepa ever set foot in Oslo?", ["yes"]),
    ("Whose trip to Oslo took place in February 2021?", [LIEPA]),
    ("Have Kalnina and Sowa been in touch?", ["yes"]),
    ("Where did Kalnina and Sowa come together?", ["Warsaw"]),
    ("Who was Sowa's interlocutor in Warsaw?", [KALNINA]),
    ("Jonas Holt's current position", ["Chairman, State Audit Office"]),
    ("For whom does Jonas Holt work?", ["State Audit Office"]),
    ("Who holds the fisheries portfolio in Latvia?", [LIEPA]),
    ("With whom did Kalnina discuss arms exports?", [SOWA]),
    ("Were arms exports discussed in Warsaw?", ["yes"]),
    ("What plans are there for April 2021?", ["session of the Baltic Harbour Council, 2021-04-02"]),
    ("Warsaw meeting: who attended?", [KALNINA, SOWA]),
    ("And the Latvian minister of fisheries, who is that?", [LIEPA]),
    ("What was discussed at the Kalnina-Sowa meeting?", ["arms exports"]),
    ("Parties to the agreements in Ventspils?", ["Latvia", "Poland"]),
    ("Was Holt represented at the coordination meeting?", ["yes"]),
]  # fmt: skip


@pytest.mark.parametrize(("question", "answers"), QUESTIONS, ids=[q for q, _ in QUESTIONS])
def test_a_question_in_words_of_its_own_is_answered_exactly(
    asker: Asker, question: str, answers: list[str]
) -> None:
    answer = asker.ask(question)
    assert (answer.refused, sorted(answer.answers)) == (None, sorted(answers)), answer.understood


@pytest.mark.parametrize(
    "question",
    [
        "Name every woman who attended the coordination meeting",
        "Give me all the quinces that Holt attended",
        "Who sulked when Kalnina met Sowa?",
        "Is it right that Kalnina insulted Sowa?",
        "Was it wrong that Kalnina met Sowa?",
        "Why did Kalnina hold a coordination meeting?",
        "What would Kalnina and Sowa be talking about?",
        "Who had been invited to the quinces but did not come?",
        "Dates of Liepa's quarrels in Oslo",
        "Jonas Holt - what is his salary?",
        "Who had been invited to the anti-corruption meeting and came?",
        "What was the result of the meeting in Warsaw?",
        "Who was Prosecutor General before Kalnina?",
        "Who shook hands with Sowa?",
        "What was agreed when Kalnina met Sowa?",
        "What did Sowa say when he met Kalnina?",
        "Who should have chaired the coordination meeting?",
        "Is it false that Kalnina met Sowa?",
        "State visits to Oslo: cost",
    ],
)
def test_what_no_wording_gives_a_meaning_is_refused(asker: Asker, question: str) -> None:
    answer = asker.ask(question)
    assert answer.answers == ()
    assert answer.refused


def test_a_slip_in_a_month_is_said(asker: Asker) -> None:
    answer = asker.ask("Whom did Sowa meet in Marhc 2021?")
    assert "'Marhc' read as 'March'" in answer.understood


def test_a_wording_keeps_every_word_of_its_slots() -> None:
    source = Source(says=("what about {x} and {y}",), put=("what is {x}",))
    with pytest.raises(PatternError, match="leaves out"):
        Rewording(source, "", {})


def test_a_question_is_not_put_into_the_same_words_twice() -> None:
    found = list(reworded(tokens_of("Name everybody who Kalnina met")))
    assert found[0] == "who Kalnina met"
    assert "who did Kalnina met" in found
    assert len(found) == len(set(found))
