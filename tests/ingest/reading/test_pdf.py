"""PDFs are read by what they hold, whatever they say of themselves."""

from pathlib import Path

import pytest
from handmade import PAGE, lines, pdf_of, pdf_with, stream, words
from readers import Reader

SENTENCE = "The envoy came to town and met the minister of trade."
EXAMPLE = Path(__file__).parents[3] / "examples/reports/kazakhstan-readout-2024-09-20.pdf"


@pytest.mark.parametrize("count", [-1, 0, 5, 1_000_000, 10**12])
def test_pages_are_counted_not_believed(read_text: Reader, count: int) -> None:
    pages = b"<</Type/Pages/Kids[3 0 R]/Count %d>>" % count
    document = read_text(pdf_with(words(SENTENCE), pages=pages), "a.pdf")
    assert (document.pages, document.text) == (1, SENTENCE)


def test_a_page_beyond_the_count_is_read(read_text: Reader) -> None:
    pages = b"<</Type/Pages/Kids[3 0 R 7 0 R]/Count 1>>"
    more = (b"null", PAGE.replace(b"4 0 R", b"8 0 R"), stream(words("Then he left.")))
    document = read_text(pdf_with(words(SENTENCE), *more, pages=pages), "a.pdf")
    assert document.pages == 2
    assert document.text.endswith("Then he left.")


def test_a_tree_of_pages_that_holds_itself_has_each_page_once(read_text: Reader) -> None:
    pages = b"<</Type/Pages/Kids[2 0 R 3 0 R 2 0 R]/Count 3>>"
    document = read_text(pdf_with(words(SENTENCE), pages=pages), "a.pdf")
    assert (document.pages, document.text) == (1, SENTENCE)


@pytest.mark.parametrize(
    ("box", "x", "y"),
    [
        (b"/MediaBox[-300 -400 300 400]", -250, 300),
        (b"/MediaBox[1000 1000 1600 1800]", 1050, 1700),
        (b"/MediaBox[600 800 0 0]", 50, 700),
        (b"/MediaBox[0 0 900 1100]/CropBox[150 150 750 950]", 200, 850),
        (b"/MediaBox[0 0 600 800]/CropBox[-10 -10 1000 1000]", 50, 700),
        (b"/MediaBox[0 0 600 800]/CropBox[700 900 900 1000]", 50, 700),
    ],
)
def test_a_page_may_begin_anywhere(read_text: Reader, box: bytes, x: int, y: int) -> None:
    page = PAGE.replace(b"/MediaBox[0 0 600 800]", box)
    document = read_text(pdf_with(words(SENTENCE, x, y), page=page), "a.pdf")
    assert document.text == SENTENCE
    place = document.lines[0].box
    assert place is not None
    assert place.x0 == pytest.approx(50, abs=1)
    assert place.bottom == pytest.approx(100, abs=4)


def test_what_is_cut_off_the_page_is_no_text(read_text: Reader) -> None:
    page = PAGE.replace(b"/MediaBox", b"/CropBox[0 100 600 800]/MediaBox")
    drawn = words(SENTENCE) + words("report-final.indd 3", 50, 50)
    assert read_text(pdf_with(drawn, page=page), "a.pdf").text == SENTENCE


@pytest.mark.parametrize(
    "junk", [bytes(9000), bytes(range(256)) * 40, b"\r\n<!-- sent -->\r\n" * 400]
)
def test_what_follows_the_end_is_no_matter(read_text: Reader, junk: bytes) -> None:
    whole = EXAMPLE.read_bytes()
    assert read_text(whole + junk, "a.pdf").text == read_text(whole, "a.pdf").text


WRAPPED = (
    "The ministers of the two states met in the town",
    "on the coast, where the envoys had waited for",
    "them since the first days of the month, and they",
    "spoke at length about the quotas that had been",
    "agreed in the spring and were in force by then,",
    "and about the harbours, which the fleets of both",
    "states had used for as long as anyone could say,",
    "although no treaty of theirs had ever named the",
    "harbours, the quays or the roads that led up to",
    "them, until the envoys were invited to see them",
)


def test_two_words_may_be_all_that_stands_in_a_second_column(read_text: Reader) -> None:
    drawn = lines(*WRAPPED) + words("and left.", 330)
    assert read_text(pdf_of(drawn), "a.pdf").text == " ".join((*WRAPPED, "and left."))


def test_a_page_without_text_does_not_part_the_paragraph_that_goes_on_behind_it(
    read_text: Reader,
) -> None:
    def page(number: int, text: bytes = b"") -> bytes:
        return words("Northern Monitor", 250, 770, 8) + text + words(f"{number}", 300, 30, 8)

    parts = (WRAPPED[:5], WRAPPED[5:])
    content = pdf_of(page(1, lines(*parts[0])), page(2), page(3, lines(*parts[1])))
    document = read_text(content, "a.pdf")
    assert (document.pages, document.text) == (3, " ".join(WRAPPED))


@pytest.mark.parametrize(
    ("header", "footer"),
    [
        ("7 killed in a fire on the northern coast", "3"),
        ("Ministry of Fisheries", "12 Harbour Street, Oslo | +47 22 33 44 55 | www.fish.example"),
    ],
)
def test_a_running_line_that_begins_with_a_number_is_no_footnote(
    read_text: Reader, header: str, footer: str
) -> None:
    title = words("7 killed in a fire on the northern coast", 50, 730, 18)
    drawn = words(header, 230, 775, 8) + title + lines(*WRAPPED) + words(footer, 230, 30, 8)
    document = read_text(pdf_of(drawn), "a.pdf")
    assert document.text.split("\n")[1:] == [" ".join(WRAPPED)]


def test_a_footnote_stands_behind_the_text(read_text: Reader) -> None:
    note = words("1 See the report of the board of fisheries, Oslo.", 50, 60, 8)
    first = lines(*WRAPPED[:5]) + note + words("- 1 -", 290, 30, 8)
    second = lines(*WRAPPED[5:]) + words("- 2 -", 290, 30, 8)
    text, noted = read_text(pdf_of(first, second), "a.pdf").text.split("\n")
    assert text == " ".join(WRAPPED)
    assert noted.endswith("See the report of the board of fisheries, Oslo.")


def headed(*headers: str) -> bytes:
    """Pages with running headers and a little text under a title."""
    title = words("Fire on the northern coast", 50, 730, 18)
    return pdf_of(
        *(
            words(header, 50, 775, 8) + (title if not number else b"") + lines(*WRAPPED)
            for number, header in enumerate(headers)
        )
    )


@pytest.mark.parametrize(
    ("headers", "published"),
    [
        (("Border News    5 May 2024",), "2024-05-05"),
        (("Border News, May 2024 | 1", "Border News, May 2024 | 2"), "2024-05"),
        (("Border News, 29 April - 5 May 2024",), "2024-05"),
        (("Border News, 5 May 2024", "Talks of 6 May 2024"), None),
        (("Border News",), None),
    ],
)
def test_the_date_of_a_running_header_is_the_reports_where_the_text_has_none(
    read_text: Reader, headers: tuple[str, ...], published: str | None
) -> None:
    document = read_text(headed(*headers), "a.pdf")
    assert "Border News" not in document.text
    assert document.published == published


def test_the_date_under_a_title_wins_over_that_of_a_running_header(read_text: Reader) -> None:
    drawn = words("Border News, 7 May 2024", 50, 775, 8) + words("Fire in Oslo", 50, 740, 18)
    content = drawn + words("5 May 2024", 50, 720) + lines(*WRAPPED, y=690)
    assert read_text(pdf_of(content), "a.pdf").published == "2024-05-05"
