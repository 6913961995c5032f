from graph.asking.entry import Entry, initials
from graph.asking.event_texts import EventTexts
from ontology.terms import NodeKind

TEXTS = EventTexts(
    [
        Entry(
            id="shield",
            kind=NodeKind.EVENT,
            name="exercise “Quiet Shield 2021” (Latvia, Council against Graft)",
            words=("Adazi",),
            quoted=("In March the joint exercise “Quiet Shield 2021” was held at Adazi.",),
        ),
        Entry(
            id="meeting",
            kind=NodeKind.EVENT,
            name="meeting on trade",
            words=("trade", "Riga"),
            quoted=("A meeting on trade was held in Riga after the exercise Quiet Shield.",),
        ),
    ]
)


def found(entries: tuple[Entry, ...]) -> list[str]:
    return [entry.id for entry in entries]


def test_a_name_is_found_by_words_that_stand_together() -> None:
    assert found(TEXTS.entitled(("quiet", "shield"))) == ["shield"]
    assert found(TEXTS.entitled(("shield", "quiet"))) == []


def test_those_present_are_no_part_of_the_name() -> None:
    assert found(TEXTS.titled(("latvia",))) == []
    assert found(TEXTS.attended(("council", "against", "graft"))) == ["shield"]


def test_the_sentences_that_state_an_event_tell_of_it() -> None:
    assert found(TEXTS.stating(("quiet", "shield"))) == ["meeting", "shield"]
    assert found(TEXTS.quoting(("joint", "exercise"))) == ["shield"]
    assert found(TEXTS.telling(("trade", "after", "riga"))) == ["meeting"]


def test_initials_are_those_of_a_name_in_capitals() -> None:
    assert initials("Organisation for Security and Co-operation in Europe") == "OSCE"
    assert initials("chairman of the State Audit Office") == ""
