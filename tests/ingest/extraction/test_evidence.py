"""The first law: every passage is a quote of the canonical text, on the right page; and what the seed review says."""

import json
from functools import cache
from pathlib import Path

import pytest

from ingest.document import Document
from ingest.extraction import extract
from ingest.facts import facts
from ingest.reading import read
from ontology.model import Extraction
from ontology.terms import Relation

ROOT = Path(__file__).parents[3]
SHARED = ROOT.parent / "shared"
EXAMPLES = sorted((ROOT / "examples" / "reports").glob("*.pdf"))
TEXTS = sorted((ROOT / "tests" / "reports" / "texts").glob("*.txt"))
EVALUATED = sorted((SHARED / "eval" / "dev").glob("*.txt"))
ALL = [
    *(pytest.param(path, id=path.stem) for path in (*EXAMPLES, *TEXTS)),
    *(pytest.param(path, id=path.stem, marks=pytest.mark.shared) for path in EVALUATED),
]


@cache
def extracted(path: Path) -> tuple[Document, Extraction]:
    document = read(path)
    return document, extract(document)


@pytest.mark.parametrize("path", ALL)
def test_every_passage_quotes_the_canonical_text_on_the_right_page(path: Path) -> None:
    document, extraction = extracted(path)
    assert extraction.passages
    for passage in extraction.passages:
        assert document.text[passage.start : passage.end] == passage.quote
        for segment in passage.segments:
            lines = [e for e in document.lines if segment.start < e.end and e.start < segment.end]
            assert {line.page for line in lines} == {segment.page}


@pytest.mark.parametrize("path", ALL)
def test_every_form_of_a_mention_stands_in_the_canonical_text(path: Path) -> None:
    document, extraction = extracted(path)
    forms = [form for mention in extraction.mentions for form in mention.forms]
    assert all(document.text[form.start : form.end] == form.text for form in forms)


@pytest.mark.parametrize("path", ALL)
def test_every_fact_quotes_the_canonical_text(path: Path) -> None:
    document, extraction = extracted(path)
    found = facts(extraction, document)
    for fact in (*found.holds_post, *found.events, *found.meets):
        for quote in (fact, *fact.context):
            assert document.text[quote.start : quote.end] == quote.quote


@pytest.mark.shared
def test_the_seed_review_gives_just_the_people_of_each_of_its_anti_corruption_dates() -> None:
    (path,) = (SHARED / "eval" / "dev").glob("000_*.txt")
    gold = json.loads(path.with_suffix(".gold.json").read_text("utf-8"))
    document, extraction = extracted(path)
    people = {t.person for t in facts(extraction, document).holds_post}
    named = {
        event.date: set(event.participants) & people
        for event in facts(extraction, document).events
        if event.topic and "corruption" in event.topic and event.status == "happened"
    }
    persons = {tenure["person"] for tenure in gold["holds_post"]}
    wanted = {
        event["date"]: set(event["participants"]) & persons
        for event in gold["events"]
        if "corruption" in (event["topic"] or "")
    }
    assert named == wanted
    assert set().union(*wanted.values())


def test_in_which_capacity_somebody_took_part_is_said_with_it(tmp_path: Path) -> None:
    file = tmp_path / "digest.txt"
    file.write_text(
        "A digest\n\nOn 4 May 2031 Prosecutor General of Latvia Ilze Vanaga met Olav Tveit, "
        "Norwegian Defence Minister.\n",
        "utf-8",
    )
    claims = extract(read(file)).claims
    assert {each.capacity for each in claims if each.relation is Relation.TOOK_PART} == {
        "Prosecutor General",
        "Defence Minister",
    }
