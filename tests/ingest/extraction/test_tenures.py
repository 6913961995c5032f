"""Who holds a post, who no longer does, and who never did."""

import pytest
from extracted import facts_of, posts_of, tenure_of


@pytest.mark.parametrize(
    ("text", "former", "acting"),
    [
        ("Former President of Ecuador Ansel Quiroga came.", True, False),
        ("Acting Chairman of the State Audit Commission Ansel Quiroga came.", False, True),
        (
            "From 2021 to 2024 Ansel Quiroga served as Chairman of the State Audit Commission.",
            True,
            False,
        ),
    ],
)
def test_former_and_acting_holders_are_told_apart(text: str, former: bool, acting: bool) -> None:  # noqa: FBT001
    found = tenure_of(text, "Ansel Quiroga")
    assert (found.former, found.acting) == (former, acting)


@pytest.mark.parametrize(
    "text",
    [
        "President-elect Ansel Quiroga thanked the voters.",
        "The nominee for Prosecutor General, Ansel Quiroga, was heard.",
        "Bishop Ansel Quiroga said mass.",
        "Colonel Ansel Quiroga was wounded.",
        "The member states agreed.",
        "The school has a new head office in Oslo.",
    ],
)
def test_who_is_elect_or_nominee_or_has_a_rank_holds_no_post(text: str) -> None:
    assert posts_of(text) == set()


def test_a_first_lady_holds_no_post() -> None:
    assert posts_of("First Lady of Norway Rosa Berg opened the fair.") == set()


def test_a_post_told_in_full_as_former_is_not_told_again_as_held() -> None:
    text = (
        "Then-White House National Security Adviser Rosa Berg arrived. "
        "National Security Advisor Rosa Berg was dismissed."
    )
    assert len(facts_of(text).holds_post) == 1


def test_what_is_said_to_be_likely_is_no_tenure_that_happened() -> None:
    found = facts_of("Ansel Quiroga may become Chairman of the State Audit Commission.").holds_post
    assert [tenure.status for tenure in found] == ["planned"]


@pytest.mark.parametrize(
    "text",
    [
        "Between 2014 and 2018 Ansel Quiroga was Chairman of the State Audit Commission.",
        "In 2009 Ansel Quiroga became Chairman of the State Audit Commission, a post he left in 2013.",
    ],
)
def test_a_tenure_that_ended_is_former(text: str) -> None:
    assert tenure_of(text, "Ansel Quiroga").former


@pytest.mark.parametrize(
    "text",
    [
        "Rosa Berg succeeded Ansel Quiroga as Chairwoman of the State Audit Commission.",
        "Ansel Quiroga was replaced by Rosa Berg as Chairwoman of the State Audit Commission.",
        "Rosa Berg became Chairwoman of the State Audit Commission; her predecessor, Ansel Quiroga, left.",
        "Rosa Berg was appointed Chairwoman of the State Audit Commission. Her predecessor Ansel Quiroga left.",
    ],
)
def test_a_post_that_is_handed_over_has_a_holder_and_a_former_one(text: str) -> None:
    found = {t.person: (t.post, t.organisation, t.former) for t in facts_of(text).holds_post}
    post = ("Chairwoman", "State Audit Commission")
    assert found == {"Rosa Berg": (*post, False), "Ansel Quiroga": (*post, True)}


def test_who_is_to_be_succeeded_is_in_office() -> None:
    text = "Rosa Berg will succeed Ansel Quiroga as Chairwoman of the State Audit Commission."
    assert {(t.person, t.status) for t in facts_of(text).holds_post} == {("Rosa Berg", "planned")}


def test_what_somebody_was_may_stand_before_the_body_with_a_hyphen() -> None:
    found = tenure_of("Ex-FBI Director Hugo Maldini spoke.", "Hugo Maldini")
    assert (found.post, found.organisation, found.former) == ("Director", "FBI", True)


def test_what_somebody_calls_himself_or_may_become_is_no_tenure() -> None:
    text = (
        "The self-proclaimed president of Malta Hugo Berg left. The would-be president of Chile, Rosa Berg, came. "
        "If Jan Lis becomes president of Poland, relations will change."
    )
    assert {(t.person, t.status) for t in facts_of(text).holds_post} == {("Jan Lis", "planned")}
