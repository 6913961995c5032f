"""Lists keep their items, however their signs are set or drawn."""

from collections.abc import Callable

import pytest
from fpdf import FPDF
from readers import Reader

from ingest.document import BlockKind, Document

Mark = Callable[[FPDF, int], None]
LEAD_IN = "The following meetings took place in April:"
ITEMS = (
    "On 3 April the minister of the interior chaired a meeting with the heads of the border guard in the town, and the "
    "mayor, the head of the customs and others took part in it;",
    "On 4 April the ministers of the two states met on the coast, and spoke about the crossings in the north;",
    "On 5 April the envoy met the head of the railways, who had asked for the meeting in the winter.",
)  # fmt: skip
TEXT = (
    "The officers continued the inspection of vehicles at the crossings, and the railway announced more trains. "
    * 3
)
WORD = (6.35, 6.35)
"""Where Word puts a sign, and how far behind it the text, in millimetres."""


class _Sheet(FPDF):
    def __init__(self) -> None:
        super().__init__()
        self.core_fonts_encoding = "cp1252"
        self.add_page()
        self.set_font("Times", size=11)

    def paragraph(self, text: str, left: float = 0, width: float = 0) -> None:
        self.set_x(self.l_margin + left)
        self.multi_cell(width, 5.5, text, new_x="LEFT", new_y="NEXT")


def listed(mark: Mark, count: int, place: tuple[float, float]) -> bytes:
    """A page with a list of hanging items between two paragraphs."""
    sheet = _Sheet()
    write_list(sheet, mark, count, place)
    return bytes(sheet.output())


def write_list(
    sheet: _Sheet, mark: Mark, count: int, place: tuple[float, float], width: float = 0
) -> None:
    left, gap = place
    sheet.paragraph(TEXT, width=width)
    sheet.paragraph(LEAD_IN, width=width)
    for number in range(count):
        sheet.set_x(sheet.l_margin + left)
        mark(sheet, number)
        sheet.paragraph(ITEMS[number % 3], left + gap, width and width - left - gap)
    sheet.paragraph(TEXT, width=width)


def sign(text: str) -> Mark:
    """A sign that is set, "#" being the number of its item."""
    return lambda sheet, number: sheet.text(
        sheet.get_x(), sheet.get_y() + 4, text.replace("#", str(number + 1))
    )


def disc(sheet: FPDF, _: int) -> None:
    sheet.ellipse(sheet.get_x(), sheet.get_y() + 2.3, 1, 1, "F")


def square(sheet: FPDF, _: int) -> None:
    sheet.rect(sheet.get_x(), sheet.get_y() + 2.3, 1, 1, "F")


def items(document: Document) -> list[str]:
    """The items that have their lead-in."""
    blocks = document.blocks
    return [
        document.text[block.start : block.end]
        for block in blocks
        if block.kind is BlockKind.BULLET
        and block.lead_in is not None
        and document.text[blocks[block.lead_in].start :].startswith(LEAD_IN)
    ]


@pytest.mark.parametrize("count", [3, 5, 9, 20])
@pytest.mark.parametrize("place", [WORD, (5, 8), (5, 14)])
@pytest.mark.parametrize("mark", ["•", "-", "#.", "(#)"])
def test_signs_before_a_hanging_text_are_no_column(
    read_text: Reader, mark: str, place: tuple[float, float], count: int
) -> None:
    document = read_text(listed(sign(mark), count, place), "a.pdf")
    assert items(document) == [ITEMS[number % 3] for number in range(count)]


def test_lists_stand_in_columns(read_text: Reader) -> None:
    sheet = _Sheet()
    for left in (18, 110):
        sheet.set_y(30)
        sheet.set_left_margin(left)
        write_list(sheet, sign("•"), 6, (5, 7), 80)
    document = read_text(bytes(sheet.output()), "a.pdf")
    assert items(document) == list(ITEMS * 4)


@pytest.mark.parametrize("mark", [disc, square])
def test_a_drawn_bullet_is_a_bullet(read_text: Reader, mark: Mark) -> None:
    document = read_text(listed(mark, 9, WORD), "a.pdf")
    assert items(document) == list(ITEMS * 3)


def test_what_is_drawn_amid_a_line_or_far_from_it_is_no_bullet(read_text: Reader) -> None:
    sheet = _Sheet()
    for left in (0, 60):
        sheet.paragraph(TEXT, 60)
        sheet.rect(sheet.l_margin + left, sheet.get_y() - 3, 1, 1, "F")
    sheet.rect(sheet.l_margin + 55, sheet.get_y() - 5, 5, 5, "D")
    document = read_text(bytes(sheet.output()), "a.pdf")
    assert document.text == "\n".join([TEXT.strip()] * 2)


def test_an_item_over_a_page_ends_where_its_text_no_longer_hangs(read_text: Reader) -> None:
    page = (
        "They met twice in the spring:\n\n"
        "  * On 2 May the minister met the mayor\n    of the town on the coast;\n"
        "  * On 3 May they met in Valga again.\n"
    )
    document = read_text(f"{page}\n          - 1 -\n\fThe envoy then left.\n")
    assert document.text.split("\n")[-2:] == [
        "- On 3 May they met in Valga again.",
        "The envoy then left.",
    ]
