"""Plain text is read whatever it has been through."""

import textwrap

import pytest
from readers import Reader

from ingest.reading.lines import TextLine
from ingest.reading.measures import by_type

PARAGRAPHS = (
    "Visit of the delegation to Lisbon",
    "On 4 March, Minister of Trade Oona Vartiala received a delegation of the chamber of commerce, which had asked "
    "for the meeting in January. The visitors spoke about the tariffs that had been announced in the autumn and "
    "about the delays at the border, and left a paper with nine proposals.",
    "The anti-dumping measures were not discussed. According to the ministry, the subject belongs to the commission "
    "in Brussels, and no national office may negotiate it. The chamber did not comment on this.",
    "Three points were agreed:",
    "- a joint working group will be set up by the end of May, with two members from each side and a secretary from "
    "the ministry;",
    "- the statistics of both sides will be compared every month;",
    "- the next meeting will be held in Porto.",
    "The delegation also visited the port, where it was shown the new terminal. Work on it had begun four years "
    "before, and its first ships are expected in the summer.",
)  # fmt: skip
CLEAN = "\n".join(PARAGRAPHS)


def wrapped(width: int = 72, between: str = "\n\n") -> str:
    return between.join(
        "\n".join(textwrap.wrap(each, width, break_on_hyphens=True)) for each in PARAGRAPHS
    )


def test_a_clean_text_stays_as_it_is(read_text: Reader) -> None:
    for between in ("\n", "\n\n", "\r\n\r\n"):
        assert read_text(between.join(PARAGRAPHS)).text == CLEAN


@pytest.mark.parametrize("width", [50, 66, 80, 100])
def test_hard_wrapped_lines_are_joined(read_text: Reader, width: int) -> None:
    assert read_text(wrapped(width)).text == CLEAN


def test_double_spaced_lines_are_joined_where_sentences_go_on(read_text: Reader) -> None:
    spaced = wrapped(72, "\n").replace("\n", "\n\n")
    assert read_text(spaced).text.replace("\n", " ") == CLEAN.replace("\n", " ")


def test_indented_paragraphs_need_no_blank_lines(read_text: Reader) -> None:
    indented = "\n".join(
        "\n".join(textwrap.wrap(each, 72, initial_indent="" if each[0] in "-V" else "    "))
        for each in PARAGRAPHS
    )  # fmt: skip
    assert read_text(indented).text == CLEAN


@pytest.mark.parametrize(
    "encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "utf-32"]
)
def test_the_encoding_is_found(read_text: Reader, encoding: str) -> None:
    text = "Meeting in Orléans\n\nThe café “Étoile” was full – so they met outside, at 5 °C."
    assert read_text(text.encode(encoding)).text == text.replace("\n\n", "\n")


@pytest.mark.parametrize("ending", ["é".encode()[:1], b"\xff\xfe"])
def test_a_few_bytes_that_were_lost_do_not_spoil_the_others(
    read_text: Reader, ending: bytes
) -> None:
    text = "The café “Étoile” was full, so they met outside "
    assert read_text(text.encode() + ending).text.startswith(text)


def test_what_only_serves_the_typesetter_is_gone(read_text: Reader) -> None:
    text = "The\u00a0of\ufb01ce\u200b of the Prime Minister\u200e con\u00adfirmed\u2009the \ufb02ight\ufeff; he left."
    assert read_text(text).text == "The office of the Prime Minister confirmed the flight; he left."


def paged(mark: str, header: str = "", footer: str = "- {n} -", every: int = 9) -> str:
    """The wrapped text cut to pages in the midst of its sentences."""
    lines = wrapped().split("\n")
    pages = [lines[start : start + every] for start in range(0, len(lines), every)]
    parts = [
        "\n".join([*([header] if number > 1 else []), "", *page, "", footer.format(n=number)])
        for number, page in enumerate(pages, 1)
    ]
    return mark.join(parts)


@pytest.mark.parametrize("mark", ["\n", "\f"])
@pytest.mark.parametrize(
    ("header", "footer"),
    [
        ("", "- {n} -"),
        ("Trade Monitor, No. 4 (12)", "Page {n} of 3"),
        ("Visit of the delegation to Lisbon", "{n}"),
        ("www.monitor.example.org e-mail: desk@monitor.example.org", "- {n} -"),
        ("Trade Monitor | {n}", "© Trade Monitor 2024. All rights reserved."),
    ],
)
def test_headers_and_page_numbers_amid_the_text_are_left_out(
    read_text: Reader, mark: str, header: str, footer: str
) -> None:
    read = read_text(paged(mark, header.replace("{n}", "2"), footer))
    assert read.text.replace("\n", " ") == CLEAN.replace("\n", " ")


def test_form_feeds_part_pages(read_text: Reader) -> None:
    document = read_text(paged("\f"))
    assert document.pages == len(paged("\f").split("\f"))
    at = document.text.index("The anti-dumping")
    block = next(each for each in document.blocks if each.start == at)
    assert len(document.passage(block.start, block.end).segments) > 1


def test_a_line_that_is_said_twice_is_no_header(read_text: Reader) -> None:
    text = "Report\n\nThey met in Oslo.\n\nNobody spoke\n\nThey met in Rome.\n\nNobody spoke\n\nIt ended early."
    assert read_text(text).text.count("Nobody spoke") == 2


def test_numbers_of_the_text_are_no_page_numbers(read_text: Reader) -> None:
    text = f"{wrapped()}\n\nThe opposition won just what it had expected to win, namely\n12 of the seats."
    assert "namely 12 of the seats" in read_text(text).text


def test_front_matter_is_no_text(read_text: Reader) -> None:
    document = read_text(
        '---\ntitle: "A visit"\ndate: 2024-03-05\nurl: https://x.example\n---\nThe minister came.\n'
    )
    assert document.text == "The minister came."
    assert (document.title, document.published, document.source) == (
        "A visit",
        "2024-03-05",
        "https://x.example",
    )


def set_in_type(text: str, width: float, indent: float) -> list[str]:
    """The lines that a book face gives, the first one narrower by an indentation."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and type_width(longer) > width - (indent if not lines else 0):
            lines.append(line)
            line = word
        else:
            line = longer
    return [*lines, line]


def type_width(text: str) -> float:
    """In average characters, as `by_type` measures it."""
    wide = TextLine(text="W" * 400, page=1, x0=0, x1=0, head=0)
    line = TextLine(text=text, page=1, x0=0, x1=0, head=0)
    free = by_type([wide, line], [False]).free
    return free[0] - free[1] + 400 * 944 / 470


def test_indentation_that_was_lost_still_tells_where_paragraphs_begin(read_text: Reader) -> None:
    source = [each for each in PARAGRAPHS if len(each) > 130]
    lines = [line for each in source * 2 for line in set_in_type(each, 70, 4.5)]
    assert read_text("\n".join(lines)).text == "\n".join(source * 2)


WEEKLY = (
    "On day",
    "of the session the minister met the head of the customs on the coast. They discussed the protection of the "
    "common frontier, and the fight against the smuggling of goods by rail, and then they parted.",
)  # fmt: skip


def numbered(header: str, pages: int = 4) -> str:
    """Pages that begin with a header and say nearly the same, each paragraph of several lines."""
    days = [f"{WEEKLY[0]} {number} {WEEKLY[1]}" for number in range(1, 3 * pages + 1)]
    return "\n\n\f".join(
        "\n\n".join(
            [header.format(n=page + 1), *(textwrap.fill(day, 72) for day in days[3 * page :][:3])]
        )
        for page in range(pages)
    )


@pytest.mark.parametrize("header", ["Page {n} of 4", "- {n} -", "BORDER NEWS             Page {n}"])
def test_a_page_number_at_the_top_is_left_out_however_alike_the_pages_are(
    read_text: Reader, header: str
) -> None:
    document = read_text(numbered(header))
    assert document.title is None
    assert document.text.split("\n") == [f"{WEEKLY[0]} {n} {WEEKLY[1]}" for n in range(1, 13)]


@pytest.mark.parametrize(
    "header", ["SITUATION REPORT                Page 2", "Border News, June | 2"]
)
def test_a_header_that_stands_only_once_is_left_out_with_its_page_number(
    read_text: Reader, header: str
) -> None:
    text = f"Talks in Valga\n\n{WEEKLY[0]} 1 {WEEKLY[1]}\n\n- 1 -\n\f{header}\n\nThe end.\n"
    assert read_text(text).text.split("\n")[1:] == [f"{WEEKLY[0]} 1 {WEEKLY[1]}", "The end."]


@pytest.mark.parametrize("line", ["from May 1 - 2", "as said on page 3", "2 - 4 of them left"])
def test_a_number_at_the_edge_of_another_page_is_text(read_text: Reader, line: str) -> None:
    text = f"The first page is short.\n\f{textwrap.fill(WEEKLY[1], 72)}\nThey met in town,\n{line}"
    assert line in read_text(text).text


NARROW = (
    "On 4 May 2024 the envoy of Estonia\ncame to the coast and met Pres-\nident Ozols of Lat-\nvia there.\n\n"
    "The meetings:\n  * On 2 May 2024 the minister met the mayor\n    of Narva;\n"
    "  * On 3 May 2024 the two met again on the coast.\n"
)  # fmt: skip


@pytest.mark.parametrize(
    ("title", "dateline"),
    [
        ("SITUATION REPORT", "Tallinn, 5 May 2024"),
        ("Talks on the coast", "5 May 2024"),
        ("Talks on the coast", "5 May 2024, Narva"),
    ],
)
def test_a_dateline_directly_under_a_title_is_no_part_of_it(
    read_text: Reader, title: str, dateline: str
) -> None:
    document = read_text(f"{title}\n{dateline}\n\n{NARROW}")
    assert document.text.split("\n")[:2] == [title, dateline]
    assert (document.title, document.published) == (title, "2024-05-05")


def test_a_title_goes_on_over_its_lines_to_a_place_and_date(read_text: Reader) -> None:
    document = read_text(
        f"Talks of the ministers on the coast of\nEstonia, 5 May 2024\n\n{wrapped(40)}"
    )
    assert document.title == "Talks of the ministers on the coast of Estonia, 5 May 2024"
