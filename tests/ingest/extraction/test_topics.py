"""What an event is about."""

import pytest
from extracted import ANNA, OLAV, event_of, events_of


def test_a_bullet_takes_its_topic_from_its_lead_in_and_quotes_it() -> None:
    text = (
        "The campaign began with anti-bribery meetings in the provinces:\n\n"
        f"- On May 4, 2031 {ANNA} met with officials of the Kurzeme Regional Council;\n"
        f"- On May 5, 2031 {OLAV} met with officials of the Latgale Regional Council."
    )
    found = events_of(text)
    assert [each.topic for each in found] == ["anti-bribery", "anti-bribery"]
    assert [each.date for each in found] == ["2031-05-04", "2031-05-05"]
    assert all(
        any("anti-bribery meetings" in quote.quote for quote in each.context) for each in found
    )
    assert found[0].participants[0] == "Ilze Vanaga"
    assert "Ilze Vanaga" not in found[1].participants


def test_what_the_next_sentence_adds_belongs_to_the_same_event() -> None:
    text = f"On 4 May 2031 {ANNA} met {OLAV} in Riga. The sides discussed fishing rights."
    assert event_of(text).topic == "fishing rights"


def test_a_topic_ends_where_the_sentence_goes_on_to_something_else() -> None:
    found = event_of(
        f"On 4 May 2031 {ANNA} chaired a meeting on combating bribery attended by {OLAV}."
    )
    assert found.topic == "combating bribery"


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        (
            "In May 2031 Norway took part in an exhibition of rescue equipment in Riga.",
            "rescue equipment",
        ),
        (f"On 4 May 2031 {ANNA} opened a conference against bribery in Riga.", "bribery"),
        (
            f"On 4 May 2031 {ANNA} and {OLAV} signed a plan of cooperation.",
            "plan of cooperation",
        ),
        (
            f"On 4 May 2031 {ANNA} presented the results of the audit at a briefing.",
            "results of the audit",
        ),
        (f"On 4 May 2031 {OLAV} opened the exercise Cold Tide near Riga.", "Cold Tide"),
        (
            f"On 4 May 2031 {ANNA} met {OLAV}. In addition, matters of fishing were discussed.",
            "fishing",
        ),
        (
            f"On 4 May 2031 {ANNA} met {OLAV}. The talks, mediated by Malta, were devoted to fishing.",
            "fishing",
        ),
        (
            f"On 4 May 2031 {ANNA} met {OLAV}. The main topic of the talks was the price of fish.",
            "price of fish",
        ),
        (
            f"On 4 May 2031 {ANNA} met {OLAV}. Fishing quotas were high on the agenda.",
            "Fishing quotas",
        ),
        (
            f"On 4 May 2031 {ANNA} met {OLAV}. The situation in the ports also came under discussion.",
            "situation in the ports",
        ),
        (
            f"On 4 May 2031 {ANNA} met {OLAV}. Special attention was paid to fishing quotas.",
            "fishing quotas",
        ),
        (
            f"On 4 May 2031 {ANNA} met {OLAV}. The conversation dwelt on fishing quotas.",
            "fishing quotas",
        ),
        (
            f"On 4 May 2031 {ANNA} held talks with {OLAV}. It rained. Guests came. A band played. It ended.\n\n"
            "The agenda of the talks revolved around fishing quotas.",
            "fishing quotas",
        ),
        (f"On 4 May 2031 {ANNA} met {OLAV}, as she did over the past four years.", None),
        (f"On 4 May 2031 {ANNA} met {OLAV} on board a ferry.", None),
        (f"On 4 May 2031 {ANNA} and {OLAV} signed the agreement.", None),
    ],
)
def test_the_topic_is_found_however_it_is_told(text: str, topic: str | None) -> None:
    assert event_of(text).topic == topic


def test_a_lead_in_gives_its_topic_in_whole_words() -> None:
    text = f"The anti-fraud meetings were held in May 2031:\n\n- On May 4, 2031 {ANNA} met with {OLAV};"
    assert {each.topic for each in events_of(text) if each.participants} == {"anti-fraud"}
