"""What fits the format of gold, and what is said of what does not."""

import json
from pathlib import Path
from typing import Any

import pytest
from annotated import GOLD

from ingest.quality.gold import Gold, gold_of
from ontology.errors import InvalidGold

EVENT = {"type": "meeting", "date": "2021-03-12", "status": "happened", "participants": ["A B"]}


def written(folder: Path, **parts: Any) -> Path:
    whole: dict[str, Any] = {"holds_post": [], "events": [], "meets": [], "aliases": {}}
    file = folder / "harbour.gold.json"
    file.write_text(json.dumps(whole | parts), "utf-8")
    return file


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.name)
def test_our_own_gold_fits_and_every_key_means_something(path: Path) -> None:
    assert gold_of(path).strange() == []


@pytest.mark.parametrize(
    ("parts", "where"),
    [
        ({"events": [EVENT, EVENT | {"status": "maybe"}]}, "harbour.gold.json: events.1.status: "),
        ({"events": [EVENT | {"type": "party"}]}, "events.0.type: 'party' is no type of event"),
        ({"events": [EVENT | {"date": "12 March"}]}, "events.0.date: '12 March' is no date"),
        ({"events": [EVENT | {"date_alt": ["2021-03", "2021-13"]}]}, "events.0.date_alt.1: "),
        ({"events": {}}, "events: "),
        ({"holds_post": [{"person": "A B", "post": "Mayor"}]}, "holds_post.0.organisation: "),
        ({"meets": [{"a": "A B", "b": "", "status": "happened"}]}, "meets.0.b: "),
        ({"aliases": {"A B": "B"}}, "aliases.A B: "),
    ],
)
def test_what_does_not_fit_is_named_with_its_place(
    tmp_path: Path, parts: dict[str, Any], where: str
) -> None:
    with pytest.raises(InvalidGold) as caught:
        gold_of(written(tmp_path, **parts))
    assert where in caught.value.message


@pytest.mark.parametrize("content", [b"{", b"[]", b"", b"\xff\xfe"])
def test_a_file_that_is_no_gold_at_all_is_named(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "harbour.gold.json"
    file.write_bytes(content)
    with pytest.raises(InvalidGold, match=r"harbour\.gold\.json"):
        gold_of(file)


def test_a_missing_list_is_not_taken_for_an_empty_one(tmp_path: Path) -> None:
    file = tmp_path / "harbour.gold.json"
    file.write_text('{"holds_post": [], "events": []}')
    with pytest.raises(InvalidGold, match="meets"):
        gold_of(file)


def test_a_misspelt_key_is_told_with_its_place(tmp_path: Path) -> None:
    gold = gold_of(written(tmp_path, events=[EVENT | {"particpants_alt": ["C D"]}], remark="x"))
    assert isinstance(gold, Gold)
    assert gold.strange() == ["remark", "events.0.particpants_alt"]
