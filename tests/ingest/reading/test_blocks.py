"""Blocks: titles, datelines, headings, items and what introduces them."""

import pytest
from readers import Reader

from ingest.document import BlockKind, Document

LONG = (
    "The session was opened in the morning, and it went on until the late evening without a vote."
)


def shown(document: Document) -> list[tuple[str, str]]:
    return [(block.kind.value, document.text[block.start : block.end]) for block in document.blocks]


def lead_of(document: Document, words: str) -> str | None:
    """What introduces the item that begins with some words."""
    block = next(each for each in document.blocks if document.text[each.start :].startswith(words))
    if block.lead_in is None:
        return None
    lead = document.blocks[block.lead_in]
    return document.text[lead.start : lead.end]


def test_title_date_and_place_stand_before_the_text(read_text: Reader) -> None:
    document = read_text(
        f"Talks on the river treaty\n\n4 May 2021\n\nLake Palace, Udaipur\n\n{LONG}"
    )
    assert shown(document) == [
        ("title", "Talks on the river treaty"),
        ("dateline", "4 May 2021"),
        ("dateline", "Lake Palace, Udaipur"),
        ("paragraph", LONG),
    ]
    assert (document.title, document.published) == ("Talks on the river treaty", "2021-05-04")


@pytest.mark.parametrize(
    ("dateline", "dash"),
    [
        ("OSLO, 12 October (Nordic Wire)", " – "),
        ("Valletta, March 3, 2020. /MWA/", ". "),
        ("PORT LOUIS, Mauritius, July 9 (Island Press)", " -- "),
        ("REYKJAVIK", " — "),
        ("TALLINN (Baltic Wire)", " - "),
    ],
)
def test_a_dateline_that_runs_in_is_a_block_of_its_own(
    read_text: Reader, dateline: str, dash: str
) -> None:
    document = read_text(f"Ministers met\n\n{dateline}{dash}{LONG}\n\n{LONG}")
    assert shown(document)[1:3] == [("dateline", dateline), ("paragraph", LONG)]


@pytest.mark.parametrize(
    "start",
    [
        "On March 3, the Minister of Trade left. ",
        "Minister Krall, March 3 – his birthday – was absent. ",
        "In Oslo, March was cold. ",
    ],
)
def test_a_sentence_with_a_date_is_no_dateline(read_text: Reader, start: str) -> None:
    document = read_text(f"Ministers met\n\n{start}{LONG}\n\n{LONG}")
    assert BlockKind.DATELINE not in {block.kind for block in document.blocks}


@pytest.mark.parametrize(
    "heading",
    [
        "Conclusions.",
        "The main events of the quarter.",
        "FRANCE / BELGIUM.",
        "OUTLOOK:",
        "Security situation in the region.",
    ],
)
def test_a_heading_that_runs_in_is_a_block_of_its_own(read_text: Reader, heading: str) -> None:
    document = read_text(f"{LONG}\n\n{heading} {LONG}\n\n{LONG}")
    assert shown(document)[1:3] == [("heading", heading), ("paragraph", LONG)]
    assert [block.heading for block in document.blocks] == [None, None, 1, 1]


@pytest.mark.parametrize(
    "sentence",
    [
        "The situation improved.",
        "He spoke about the results.",
        "No comment.",
        "MR KRALL:",
        "President Krall with Defence Minister Osman Adil.",
    ],
)
def test_a_short_sentence_is_no_heading(read_text: Reader, sentence: str) -> None:
    document = read_text(f"{LONG}\n\n{sentence} {LONG}\n\n{LONG}")
    assert BlockKind.HEADING not in {block.kind for block in document.blocks}


def test_short_lines_set_apart_head_the_text_under_them(read_text: Reader) -> None:
    document = read_text(f"Review\n\n{LONG}\n\nThe north\n\n{LONG}\n\n2. The south\n\n{LONG}")
    assert [(kind, words) for kind, words in shown(document) if kind == "heading"] == [
        ("heading", "The north"),
        ("heading", "2. The south"),
    ]
    assert [block.heading for block in document.blocks] == [None, None, None, 2, None, 4]


def test_lines_under_the_text_are_no_headings(read_text: Reader) -> None:
    document = read_text(f"Statement\n\n{LONG}\n\nRt Hon Mirela Osk\n\nMinister for Fisheries")
    assert [kind for kind, _ in shown(document)] == ["title", "paragraph", "paragraph", "paragraph"]


@pytest.mark.parametrize("sign", ["-", "–", "•", "*", "▪", "○", "●", "\uf0b7"])
def test_items_have_one_sign_and_their_lead_in(read_text: Reader, sign: str) -> None:
    document = read_text(
        f"{LONG}\n\nThree things were agreed:\n{sign} a fund;\n{sign} a fleet;\n\n{sign} a feast.\n\n{LONG}"
    )
    assert "\n- a fund;\n- a fleet;\n- a feast.\n" in document.text
    assert [words for kind, words in shown(document) if kind == "bullet"] == [
        "a fund;",
        "a fleet;",
        "a feast.",
    ]
    assert lead_of(document, "a feast") == "Three things were agreed:"


def test_numbers_and_letters_are_signs_too(read_text: Reader) -> None:
    document = read_text(
        f"{LONG}\n\nThey agreed as follows:\n\n1. A fund will be set up.\n2. A fleet will sail:\n(a) north;\n(b) south."
    )
    assert lead_of(document, "A fund") == "They agreed as follows:"
    assert lead_of(document, "north") == "A fleet will sail:"
    assert lead_of(document, "south") == "A fleet will sail:"
    assert "1. A fund" in document.text


def test_nested_items_point_at_the_item_above_them(read_text: Reader) -> None:
    document = read_text(
        f"{LONG}\n\nTwo parties came:\n- the north, with\n    - its minister;\n    - its envoy;\n- the south."
    )
    assert lead_of(document, "its minister") == "the north, with"
    assert lead_of(document, "its envoy") == "the north, with"
    assert lead_of(document, "the south") == "Two parties came:"


def test_items_that_nothing_introduces_have_no_lead_in(read_text: Reader) -> None:
    document = read_text(f"{LONG}\n\n- {LONG}\n- {LONG}\n\nPresent:\n- a clerk\n- a scribe")
    assert [block.lead_in for block in document.blocks] == [None, None, None, None, 3, 3]


def test_a_dash_amid_a_sentence_is_no_sign(read_text: Reader) -> None:
    document = read_text(
        "The delegation of the chamber of commerce was received by two\n– not three – ministers, who had waited for\n"
        "it since the morning in the hall of the palace and who\nleft soon after it had come."
    )
    assert [kind for kind, _ in shown(document)] == ["paragraph"]


def test_a_row_of_stars_is_no_text(read_text: Reader) -> None:
    assert "*" not in read_text(f"{LONG}\n\n* * *\n\n{LONG}").text


def test_short_lines_under_a_label_are_entries_each(read_text: Reader) -> None:
    document = read_text(
        "Minutes of the board\n\nPresent:\nRosa Berg (Chair), State Secretary\nPeter Dahl, Head of Control\n\n"
        "The board met in the old town hall and spoke for a long time about the price of\nfish and of salt.\n"
    )
    assert [text for _, text in shown(document)][1:4] == [
        "Present:",
        "Rosa Berg (Chair), State Secretary",
        "Peter Dahl, Head of Control",
    ]
    assert document.text.endswith("price of fish and of salt.")
