"""Questions in words of no grammar, put into its forms by a language model: read as any other, or still refused."""

from typing import Any

import pytest

from graph.asking import Asker
from graph.asking.answer import Answer
from graph.asking.grammar import grammar
from graph.asking.query import Kind, Tenure
from graph.asking.translating import INSTRUCTIONS, Translation, Translator
from graph.store import Store
from ontology.errors import NoModelAnswer
from ontology.terms import Role

STRANGE = "Blimey, whose presence graced the palavers anent sleaze?"
EMPTY: dict[str, Any] = dict.fromkeys(Translation.model_fields)
EMPTY |= {"tenure": Tenure.NOW, "planned": False}
BY = " (put so by the language model invented-7b)"


def translation(kind: Kind | None, **slots: object) -> Translation:
    return Translation.model_validate(EMPTY | {"kind": kind} | slots)


def asked(store: Store, question: str, found: Translation | NoModelAnswer) -> Answer:
    """The answer where a model puts the question so."""
    return Asker(store, Translator("invented-7b", lambda _: found)).ask(question)


@pytest.mark.parametrize(
    ("question", "put", "same"),
    [
        (STRANGE, translation(Kind.PARTICIPANTS, events="meetings on corruption"),
         "Who attended meetings on corruption?"),
        ("Whose presence graced palavers anent sleaze in March 2021?",
         translation(Kind.PARTICIPANTS, events="meetings on corruption", period="in March 2021"),
         "Who attended meetings on corruption in March 2021?"),
        ("Whose gavel was it at the sleaze palavers?",
         translation(Kind.PARTICIPANTS, events="meetings on corruption", role=Role.CHAIR),
         "Who chaired meetings on corruption?"),
        ("Blimey, with whom did Marek Sowa hobnob?", translation(Kind.CONTACTS, actor="Marek Sowa"),
         "Whom did Marek Sowa contact?"),
        ("Whom did Holt give a tinkle?",
         translation(Kind.CONTACTS, actor="Holt", by_phone=True), "Whom did Holt phone?"),
        ("When did Kalnina hobnob with Sowa?",
         translation(Kind.WHEN, actor="Kalnina", other="Sowa", by_phone=False),
         "When did Kalnina meet Sowa?"),
        ("Who wears the hat of Poland's top defence wallah?",
         translation(Kind.HOLDERS, post="Defence Minister of Poland"),
         "Who is Defence Minister of Poland?"),
        ("What hats does Ilze Kalnina don?", translation(Kind.POSTS, actor="Ilze Kalnina"),
         "Which posts does Ilze Kalnina hold?"),
        ("Did Marek Sowa hobnob with Petra Lund?",
         translation(Kind.WHETHER_MET, actor="Marek Sowa", other="Petra Lund", by_phone=False),
         "Did Marek Sowa meet Petra Lund?"),
    ],
)  # fmt: skip
def test_it_is_answered_as_the_grammar_answers_the_same_and_says_who_put_it_so(
    store: Store, asker: Asker, question: str, put: Translation, same: str
) -> None:
    assert asker.ask(question).refused
    found, plain = asked(store, question, put), asker.ask(same)
    assert not plain.refused
    assert (found.refused, found.answers) == (None, plain.answers)
    assert found.understood.endswith(BY)
    assert (found.cypher, found.parameters) == (plain.cypher, plain.parameters)
    assert [each.claim for each in found.evidence] == [each.claim for each in plain.evidence]


@pytest.mark.parametrize(
    ("question", "put"),
    [
        (STRANGE, translation(None)),
        (STRANGE, translation(Kind.EVENTS)),
        (STRANGE, translation(Kind.PARTICIPANTS, events="glimworts on sleaze")),
        (STRANGE, translation(Kind.WHETHER_MET, events="meetings")),
        (STRANGE, translation(Kind.HOLDERS)),
        (STRANGE, translation(Kind.HOLDERS, post="Emperor of Poland")),
        (STRANGE, translation(Kind.HOLDERS, post="Defence Minister of Poland", events="meetings")),
        (STRANGE, translation(Kind.POSTS, actor="Ilze Kalnina")),
        ("What hats does Ada Tandem don?", translation(Kind.POSTS, actor="Ada Tandem")),
        ("Whom did Holt hobnob with in Riga?", translation(Kind.CONTACTS, actor="Holt")),
        ("Whose presence graced palavers in 2020?", translation(Kind.PARTICIPANTS, events="meetings")),
        (STRANGE, translation(Kind.PARTICIPANTS, events="meetings", period="in March 2021")),
        (STRANGE, translation(Kind.PARTICIPANTS, events="meetings", period="sleaze")),
        ("Whose presence graced palavers in March 2021?",
         translation(Kind.PARTICIPANTS, events="meetings", period="palavers in March 2021")),
        ("What hats does Ilze Kalnina don?",
         translation(Kind.POSTS, actor="Ilze Kalnina", by_phone=True)),
        (STRANGE, translation(Kind.HOLDERS, post="Defence Minister of Poland", role=Role.CHAIR)),
    ],
)  # fmt: skip
def test_what_no_form_has_or_the_question_does_not_say_is_refused_as_before(
    store: Store, asker: Asker, question: str, put: Translation
) -> None:
    plain = asker.ask(question)
    found = asked(store, question, put)
    assert found.refused
    assert plain.refused
    assert found.refused.startswith(plain.refused)
    assert found.refused.endswith(
        "could not be put in other words by the language model invented-7b."
    )
    assert (found.answers, found.cypher) == ((), "")


def test_without_an_answer_of_the_model_the_refusal_says_why(store: Store) -> None:
    found = asked(store, STRANGE, NoModelAnswer("The language model's answer was cut off", ""))
    assert found.refused
    assert found.refused.endswith("The language model's answer was cut off.")


@pytest.mark.parametrize(
    "question",
    [
        "Who attended anti-corruption meetings?",
        "Which posts does Ada Tandem hold?",
        "Who attended all anti-corruption meetings?",
        "Who attended meetings on 31 February 2021?",
        "x" * 401,
    ],
)
def test_a_model_is_not_asked_what_the_grammar_reads_or_refuses_for_a_reason(
    store: Store, asker: Asker, question: str
) -> None:
    def never(_: str) -> Translation:
        raise AssertionError(question)

    assert Asker(store, Translator("invented-7b", never)).ask(question) == asker.ask(question)


def test_the_model_is_told_of_every_kind_and_the_grammar_has_forms_of_each() -> None:
    assert {form.kind for form in grammar().forms} == set(Kind)
    assert all(kind in INSTRUCTIONS for kind in Kind)
