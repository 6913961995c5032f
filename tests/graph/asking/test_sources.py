"""Questions after what somebody says: his words answer them, and the answer says that they are his."""

import pytest

from graph.asking import Asker
from ontology.terms import Status

OZOLS = "Edgars Ozols (former Head, Pilot Service)"


@pytest.mark.parametrize(
    ("question", "answers"),
    [
        ("According to Lund, whom did Ozols meet?", {"Olga Reka"}),
        ("Whom did Ozols meet, according to Petra Lund?", {"Olga Reka"}),
        ("Who does Petra Lund say met Olga Reka?", {OZOLS}),
        ("who did lund say met olga reka", {OZOLS}),
        ("As Lund told it, who met Reka?", {OZOLS}),
        ("Who does Lund say attended meetings in Daugavpils?", {OZOLS, "Olga Reka"}),
        ("What does Lund say happened?", {"meeting, Daugavpils, 2021-03-18"}),
        ("What happened on 18 March according to Lund?", {"meeting, Daugavpils, 2021-03-18"}),
        ("Where did Ozols meet Reka according to Petra Lund?", {"Daugavpils"}),
        ("When, according to Lund, did Ozols meet Olga Reka?", {"2021-03-18"}),
        ("What does Lund say was discussed in Daugavpils?", {"ice roads"}),
        ("Did Ozols meet Reka, according to Lund?", {"yes"}),
    ],
)  # fmt: skip
def test_the_words_of_the_one_asked_after_answer_and_are_said_to_be_his(
    asker: Asker, question: str, answers: set[str]
) -> None:
    answer = asker.ask(question)
    assert (answer.refused, set(answer.answers)) == (None, answers), answer.understood
    assert "in the words of" in answer.understood
    assert "not of the reports themselves" in answer.understood
    assert {line.status for line in answer.evidence} == {Status.CLAIMED}
    assert all(line.quote.startswith("Lund said") for line in answer.evidence)


@pytest.mark.parametrize(
    "question",
    [
        "According to Holt, whom did Ozols meet?",
        "According to Lund, whom did Kalnina meet?",
        "According to Lund, who attended the coordination meeting?",
        "According to Otto Blank, what happened?",
        "According to Holt, did Ozols meet Reka?",
    ],
)
def test_what_others_or_the_reports_say_is_nobodys_own_words(asker: Asker, question: str) -> None:
    answer = asker.ask(question)
    assert (answer.refused, answer.answers) == (None, ())


@pytest.mark.parametrize("question", ["Whom did Ozols meet?", "Did Ozols meet Reka?"])
def test_what_somebody_says_is_no_answer_to_what_happened(asker: Asker, question: str) -> None:
    answer = asker.ask(question)
    assert answer.answers == ()
    assert answer.understood.endswith("; the reports tell of it only as claimed")


@pytest.mark.parametrize(
    ("question", "why"),
    [
        ("According to Lund, how many meetings were there?", "Of what somebody says only"),
        ("According to Lund, who is the Prosecutor General?", "Of what somebody says only"),
        ("According to Lund, who met the most people?", "Of what somebody says only"),
        ("What did Lund say about ice roads?", "No meaning was found for 'say'"),
        ("According to gossip, whom did Ozols meet?", "No meaning was found for"),
        ("According to Lund, who financed Ozols?", "No meaning was found for"),
    ],
)
def test_what_his_words_alone_do_not_answer_is_refused(
    asker: Asker, question: str, why: str
) -> None:
    answer = asker.ask(question)
    assert answer.answers == ()
    assert (answer.refused or "").startswith(why), answer
