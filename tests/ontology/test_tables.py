"""A table that says what it cannot is refused, with its file, the place and the word."""

import tomllib

import pytest

from ontology.model import Record
from ontology.tables import made
from ontology.terms import Role


class Row(Record):
    role: Role
    side: bool = False


class Rows(Record):
    rows: dict[str, Row]


def read(text: str) -> Rows:
    return made(Rows, "rows.toml", tomllib.loads(text))


def test_a_table_is_read_as_its_record() -> None:
    assert read('[rows]\nled = { role = "chair" }').rows == {"led": Row(role=Role.CHAIR)}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('[rows]\nled = { role = "char" }', "rows.toml, rows.led.role 'char': Input should be"),
        ("[rows]\nled = { side = true }", "rows.toml, rows.led.role: Field required"),
        ('[rows]\nled = { role = "host", sid = true }', "rows.toml, rows.led.sid: Extra inputs"),
        ("[rws]", "rows.toml, rows: Field required"),
    ],
)
def test_a_misspelt_word_is_told_with_its_place(text: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        read(text)
