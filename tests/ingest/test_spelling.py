"""A misspelt word in a table of the room is told, with its file and place."""

import tomllib
from importlib.resources import files
from typing import get_args

import pytest

from ingest import spelling
from ingest.extraction import additions, triggers, verbal
from ontology.model import Record
from ontology.tables import made


def test_the_tables_are_spelt_right() -> None:
    assert spelling.main() == 0


def test_each_frame_of_a_verb_is_one_that_is_read() -> None:
    assert set(get_args(triggers.Frame)) == set(verbal._FRAMES)


@pytest.mark.parametrize(
    ("file", "kind", "right", "wrong", "why"),
    [
        (
            "events",
            triggers._Table,
            'type = "meeting"',
            'type = "meetng"',
            "verbs.meet.type 'meetng'",
        ),
        ("events", triggers._Table, 'frame = "go"', 'frame = "goes"', "verbs.travel.frame 'goes'"),
        ("events", triggers._Table, "talks = [", "tlaks = [", "nouns.tlaks.* 'tlaks'"),
        ("events", triggers._Table, "holds = [", "hlods = [", "light.holds: Field required"),
        ("additions", additions._Table, 'role = "chair"', 'role = "char"', "role 'char'"),
        ("additions", additions._Table, "speech = true", "speach = true", "speach: Extra inputs"),
        ("additions", additions._Table, "(?P<o>LIST)", "(?P<o>LIST", "pattern .*it is no pattern"),
    ],
)
def test_a_misspelt_word_is_refused(
    file: str, kind: type[Record], right: str, wrong: str, why: str
) -> None:
    text = files("ingest.extraction").joinpath("data", f"{file}.toml").read_text("utf-8")
    assert right in text
    with pytest.raises(ValueError, match=f"{file}.toml, .*{why}"):
        made(kind, f"{file}.toml", tomllib.loads(text.replace(right, wrong, 1)))
