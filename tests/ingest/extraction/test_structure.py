"""Which body belongs to which, and what that makes of the claims."""

from pathlib import Path

import pytest

from ingest.extraction import extract
from ingest.reading import read
from ontology.model import Extraction
from ontology.terms import Relation


def extraction_of(folder: Path, text: str) -> Extraction:
    file = folder / "digest.txt"
    file.write_text(f"A digest\n\n{text}\n", "utf-8")
    return extract(read(file, date="2031-05-20"))


def parts_of(extraction: Extraction) -> set[tuple[str, str]]:
    names = {mention.id: mention.name for mention in extraction.mentions}
    claims = [claim for claim in extraction.claims if claim.relation is Relation.PART_OF]
    return {(names[claim.subject], names[claim.object or ""]) for claim in claims}


@pytest.mark.parametrize(
    "text",
    [
        "The State Salt Service, which is part of the Ministry of Finance, protested.",
        "The State Salt Service is subordinate to the Ministry of Finance.",
        "The State Salt Service belongs to the Ministry of Finance.",
    ],
)
def test_a_body_that_is_said_to_belong_to_another_is_part_of_it(tmp_path: Path, text: str) -> None:
    assert parts_of(extraction_of(tmp_path, text)) == {
        ("State Salt Service", "Ministry of Finance")
    }


def test_a_body_with_a_country_in_its_name_is_part_of_that_country(tmp_path: Path) -> None:
    text = "Chairman of the Supreme Court of Malta Joseph Vella spoke."
    assert parts_of(extraction_of(tmp_path, text)) == {("Supreme Court of Malta", "Malta")}


def test_a_post_is_seen_to_be_held_on_the_day_of_the_event_that_tells_of_it(tmp_path: Path) -> None:
    text = "On 4 May 2031 Prosecutor General of Latvia Ilze Vanaga met Mayor of Riga Janis Ozols."
    held = [c for c in extraction_of(tmp_path, text).claims if c.relation is Relation.HOLDS_POST]
    assert [claim.observed for claim in held] == ["2031-05-04", "2031-05-04"]


def test_reading_the_same_text_twice_gives_the_same_claims(tmp_path: Path) -> None:
    text = "On 4 May 2031 Prosecutor General of Latvia Ilze Vanaga met Mayor of Riga Janis Ozols."
    assert extraction_of(tmp_path, text) == extraction_of(tmp_path, text)
