import pytest

from graph.asking.entry import Entry
from graph.asking.index import NameIndex
from graph.asking.misspelling import misspelt_persons, misspelt_word, nearest, slip
from ontology.terms import NodeKind

INDEX = NameIndex(
    [
        Entry(id="ilze", kind=NodeKind.PERSON, name="Ilze Kalnina"),
        Entry(id="marek", kind=NodeKind.PERSON, name="Marek Sowa"),
        Entry(id="audit", kind=NodeKind.ORGANISATION, name="State Audit Office"),
    ]
)


@pytest.mark.parametrize(
    ("one", "other"), [("kalnina", "kalina"), ("kalnina", "klanina"), ("kalnina", "kalnyna")]
)
def test_one_letter_is_a_slip(one: str, other: str) -> None:
    assert slip(one, other)


@pytest.mark.parametrize(("one", "other"), [("ivanov", "ivanova"), ("kalnina", "kalnyn")])
def test_the_name_of_the_wife_and_two_letters_are_no_slip(one: str, other: str) -> None:
    assert not slip(one, other)


def test_a_name_with_a_slip_in_each_word_is_found() -> None:
    assert [e.id for e in misspelt_persons("Ilza Kalnyna", INDEX)] == ["ilze"]
    assert [e.id for e in misspelt_persons("Kalnyna", INDEX)] == ["ilze"]


def test_a_short_surname_and_another_given_name_are_not_guessed() -> None:
    assert misspelt_persons("Marek Zowa", INDEX) == ()
    assert misspelt_persons("Olga Kalnyna", INDEX) == ()


def test_a_word_is_put_right_only_where_one_word_is_near() -> None:
    assert misspelt_word("atended", {"attended", "chaired"}) == "attended"
    assert misspelt_word("leaned", {"learned", "leased"}) is None


def test_the_nearest_names_are_those_of_actors() -> None:
    assert nearest("State Audits Office", INDEX) == ("State Audit Office",)
