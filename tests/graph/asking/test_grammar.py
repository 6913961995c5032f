from graph.asking.answering import _RUNS
from graph.asking.composing import READERS
from graph.asking.grammar import event_labels, grammar, topic_labels
from graph.asking.patterns import Choice, Slot
from graph.asking.query import Kind
from graph.asking.say import _SAYINGS
from ontology.terms import EventType, TopicConcept


def slots(choice: Choice) -> set[str]:
    found: set[str] = set()
    for option in choice.options:
        for part in option:
            if isinstance(part, Slot):
                found.add(part.name)
            elif isinstance(part, Choice):
                found |= slots(part)
    return found


def test_every_slot_of_the_grammar_has_a_reader() -> None:
    used = set[str]().union(
        *(slots(says.pattern) for form in grammar().forms for says in form.says)
    )
    assert used == set(READERS)


def test_every_kind_of_question_can_be_put_said_and_answered() -> None:
    assert {form.kind for form in grammar().forms} == set(Kind) == set(_RUNS) == set(_SAYINGS)


def test_a_meeting_takes_in_the_narrower_types() -> None:
    assert set(event_labels()["meeting",]) == {
        EventType.MEETING, EventType.SESSION, EventType.SUMMIT, EventType.TALKS, EventType.CONFERENCE,
    }  # fmt: skip
    assert event_labels()["talk",] == (EventType.TALKS,)


def test_a_topic_takes_in_the_narrower_ones_under_every_label() -> None:
    assert TopicConcept.CORRUPTION in topic_labels()["crime",]
    assert (
        topic_labels()["graft",]
        == topic_labels()["anti", "corruption"]
        == {TopicConcept.CORRUPTION}
    )
