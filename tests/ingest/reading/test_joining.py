"""A hyphen at a line's end stays where it belongs to the word, and goes where it parts one."""

import pytest
from readers import Reader

from ingest.reading.joining import Hyphens

ORDER = ("first", "second", "third", "fourth")
SET_BY_PROGRAM = (
    "The go-",
    "vernment and the mi-",
    "nistry met the par-",
    "liament of the co-",
    "untry.",
)


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("the fight against cor-", "ruption", "the fight against corruption"),
        ("the anti-", "corruption body", "the anti-corruption body"),
        ("the anti-cor-", "ruption body", "the anti-corruption body"),
        ("met Lieutenant-", "General Orhan", "met Lieutenant-General Orhan"),
        ("a lieu-", "tenant", "a lieutenant"),
        ("Anton Danilov-", "Danilyan", "Anton Danilov-Danilyan"),
        ("Almaz Beishen-", "kulov spoke", "Almaz Beishenkulov spoke"),
        ("Haider al-", "Abadi", "Haider al-Abadi"),
        ("the joint operational-", "strategic exercise", "the joint operational-strategic exercise"),
        ("in North Ire-", "land", "in North Ireland"),
        ("in No-", "vember", "in November"),
        ("said Mar-", "tin Krall", "said Martin Krall"),
        ("High-", "level talks", "High-level talks"),
        ("a 30-", "day truce", "a 30-day truce"),
        ("in 2019-", "2020", "in 2019-2020"),
        ("the U.S.-", "imposed sanctions", "the U.S.-imposed sanctions"),
        ("short-", "and long-term plans", "short- and long-term plans"),
        ("New Zeal-", "and", "New Zealand"),
        ("one-and-a-", "half hours", "one-and-a-half hours"),
        ("its parts\u2014", "Asia and", "its parts\u2014Asia and"),
        ("1,700\u2013", "2,200 weapons", "1,700\u20132,200 weapons"),
        ("a pause -", "and a word", "a pause - and a word"),
        ("twelve people --", "11 of them", "twelve people -- 11 of them"),
        ("twelve people--", "11 of them", "twelve people--11 of them"),
        ("the pro-", "testers in town", "the protesters in town"),
        ("the pro-", "reform camp", "the pro-reform camp"),
        ("the Minis\u00ad", "try", "the Ministry"),
        ("the never-", "-ending war", "the never-ending war"),
        ("the board met", "on Monday", "the board met on Monday"),
    ],
)  # fmt: skip
def test_lines_are_joined_as_they_were_before_they_were_broken(
    before: str, after: str, joined: str
) -> None:
    assert Hyphens(()).join(before, after) == joined


def test_the_rest_of_the_document_decides_how_a_word_is_written() -> None:
    assert Hyphens(["the cooperation of"]).join("their co-", "operation") == "their cooperation"
    assert Hyphens(["the co-operation of"]).join("their co-", "operation") == "their co-operation"


def test_a_program_that_parts_words_puts_no_hyphen_behind_a_closed_prefix() -> None:
    assert Hyphens(SET_BY_PROGRAM).join("the re-", "settlement") == "the resettlement"
    assert Hyphens(SET_BY_PROGRAM).join("an anti-", "graft drive") == "an anti-graft drive"


def test_pieces_of_words_at_the_ends_of_lines_are_no_evidence() -> None:
    hyphens = Hyphens(["in Ka-", "zakhstan, in Ka-", "zakhstan"])
    assert hyphens.join("of Ka-", "zakhstan") == "of Kazakhstan"


@pytest.mark.parametrize(
    ("ending", "following", "joined"),
    [
        ("The envoy met the com-", "mander of the guard.", "met the commander of the guard."),
        ("They met the Latvian-", "Estonian board.", "met the Latvian-Estonian board."),
    ],
)
@pytest.mark.parametrize("between", ["\n", "\n\f"])
def test_a_short_line_that_ends_in_a_hyphen_goes_on_also_over_a_page(
    read_text: Reader, ending: str, following: str, joined: str, between: str
) -> None:
    full = [f"The officers of the {each} state had waited on the coast all day." for each in ORDER]
    text = "\n".join([*full[:2], f"{ending}{between}{following}", *full[2:]])
    assert joined in read_text(text).text
