"""Speech printed under its speaker: who "I", "we" and "you" are, and what is said of others."""

from extracted import ANNA, OLAV, events_of, facts_of

HOLM, KALNS = "President of Norway Ann Holm", "President of Latvia Mara Kalns"


def test_we_are_the_two_who_speak() -> None:
    text = (
        f"{HOLM}: Mr President, we met earlier this month in Oslo. Today we are meeting in Riga.\n\n"
        f"{KALNS} (retranslated): Thank you."
    )
    found = [(each.date, each.place, set(each.participants)) for each in events_of(text)]
    both = {"Ann Holm", "Mara Kalns"}
    assert found == [("2031-05", "Oslo", both), ("2031-05-20", "Riga", both)]


def test_your_visit_is_the_listener_s() -> None:
    text = (
        f"{HOLM}: I remember the treaty, which we signed during your visit to Norway in October 2030.\n\n"
        f"{KALNS}: Yes."
    )
    found = {each.type: each for each in events_of(text)}
    assert (found["visit"].participants, found["visit"].place) == (("Mara Kalns",), "Norway")
    assert set(found["signing"].participants) == {"Ann Holm", "Mara Kalns"}


def test_we_who_spoke_with_a_third_are_not_the_listener() -> None:
    text = f"{HOLM}: In Oslo we met {OLAV} on 4 May 2031.\n\n{KALNS}: Yes."
    assert {frozenset((c.a, c.b)) for c in facts_of(text).meets} == {
        frozenset({"Ann Holm", "Olav Tveit"})
    }


def test_what_a_speaker_says_of_others_is_claimed() -> None:
    text = f"{HOLM}: On 4 May 2031 {ANNA} met {OLAV}.\n\n{KALNS}: Yes."
    assert [each.status for each in events_of(text)] == ["claimed"]


def test_a_welcome_and_a_hope_are_no_meetings() -> None:
    text = (
        f"{HOLM}: I would like to welcome you to Oslo.\n\n"
        f"{KALNS}: I hope that we will be able to continue our meetings."
    )
    assert {each.status for each in events_of(text)} <= {"planned"}


def test_of_three_who_speak_we_is_nobody() -> None:
    text = f"{HOLM}: We met in Oslo.\n\n{KALNS}: Yes.\n\n{OLAV}: Indeed."
    assert events_of(text) == ()


def test_a_recent_meeting_elsewhere_is_not_the_one_that_is_told() -> None:
    text = (
        f"On 4 May 2031 {HOLM} met {KALNS} in Riga.\n\n"
        f"{HOLM}: We met in Oslo recently.\n\n{KALNS}: Yes, we did."
    )
    assert {(each.date, each.place) for each in events_of(text)} == {
        ("2031-05-04", "Riga"),
        (None, "Oslo"),
    }
