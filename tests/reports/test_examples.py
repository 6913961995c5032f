"""The examples: reports that are up to date, and annotations that their texts bear out."""

import json
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pdfplumber
import pytest
from pydantic import BaseModel, ConfigDict

ROOT = Path(__file__).parents[2]
SOURCES = tuple(sorted((ROOT / "examples" / "source").glob("*.md")))
TEXTS = tuple(sorted((Path(__file__).parent / "texts").glob("*.txt")))
REPORTS = {text.stem: ROOT / "examples" / "reports" / f"{text.stem}.pdf" for text in SOURCES}
ALL = pytest.mark.parametrize("text", SOURCES + TEXTS, ids=lambda path: path.stem)
MARGIN = 70  # points; header and footer stand outside


class Annotation(BaseModel):
    """What is common to the facts of a gold file, and what differs, by name."""

    model_config = ConfigDict(extra="forbid")
    person: str = ""
    post: str = ""
    post_alt: list[str] = []
    organisation: str = ""
    organisation_alt: list[str] = []
    country: str | None = None
    former: bool = False
    acting: bool = False
    type: str = ""
    type_alt: list[str] = []
    date: str | None = None
    date_alt: list[str] = []
    place: str | None = None
    place_alt: list[str] = []
    topic: str | None = None
    name: str | None = None
    count: int | None = None
    grouped: bool = False
    organiser_or_chair: list[str] = []
    organiser_alt: list[str] = []
    participants: list[str] = []
    participants_alt: list[str] = []
    non_participants: list[str] = []
    a: str = ""
    b: str = ""
    kind: str = ""
    status: str = "happened"
    status_alt: list[str] = []
    optional: bool = False
    note: str = ""
    evidence: str
    evidence2: str | None = None

    def people(self) -> list[str]:
        """Every person, body or country that the fact names."""
        ends = [name for name in (self.person, self.a, self.b) if name]
        return ends + self.participants + self.organiser_or_chair + self.non_participants


class Gold(BaseModel):
    """One gold file."""

    model_config = ConfigDict(extra="forbid")
    doc: str
    published: str | None
    holds_post: list[Annotation]
    events: list[Annotation]
    meets: list[Annotation]
    aliases: dict[str, list[str]]
    notes: str

    def facts(self) -> list[Annotation]:
        """Posts, events and meetings."""
        return self.holds_post + self.events + self.meets


class Question(BaseModel):
    """One question with its right answers, each in every accepted form."""

    model_config = ConfigDict(extra="forbid")
    id: str
    documents: list[str]
    question: str
    kind: str
    answers: list[list[str]]
    answer_kind: str
    also_ok: list[list[str]] = []
    must_not: list[str]
    note: str


@cache
def gold_of(text: Path) -> Gold:
    folder = ROOT / "examples" / "gold" if text in SOURCES else text.parent
    return Gold.model_validate_json((folder / f"{text.stem}.gold.json").read_text("utf-8"))


def questions() -> list[Question]:
    found = json.loads((ROOT / "examples" / "questions.json").read_text("utf-8"))
    return [Question.model_validate(each) for each in found]


def collapsed(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def letters(text: str) -> str:
    """The letters and figures alone: what no line break and no hyphen changes."""
    return re.sub(r"[\W_]+", "", text)


@cache
def pages_of(name: str) -> tuple[str, ...]:
    """The characters of each page in the order in which they were set, header and footer out."""
    with pdfplumber.open(REPORTS[name]) as pdf:
        bodies = [page.crop((0, MARGIN, page.width, page.height - MARGIN)) for page in pdf.pages]
        return tuple("".join(each["text"] for each in body.chars) for body in bodies)


def test_the_reports_are_what_their_texts_give() -> None:
    command = [sys.executable, "-m", "examples.make_reports", "--check"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@ALL
def test_every_quote_of_an_annotation_stands_in_its_text(text: Path) -> None:
    whole = collapsed(text.read_text("utf-8"))
    quotes = [quote for fact in gold_of(text).facts() for quote in (fact.evidence, fact.evidence2)]
    assert [quote for quote in quotes if quote and quote not in whole] == []


@ALL
def test_every_name_of_an_annotation_is_known_from_its_text(text: Path) -> None:
    gold, whole = gold_of(text), collapsed(text.read_text("utf-8"))
    known = {name for name, forms in gold.aliases.items() if any(form in whole for form in forms)}
    named = {name for fact in gold.facts() for name in fact.people()}
    assert sorted(name for name in named if name not in whole and name not in known) == []


@ALL
def test_an_annotation_names_nobody_as_both_present_and_absent(text: Path) -> None:
    for event in gold_of(text).events:
        assert not set(event.participants) & set(event.non_participants)
        assert not set(event.organiser_or_chair) & set(event.non_participants)


@pytest.mark.parametrize("name", REPORTS)
def test_the_pages_of_a_report_hold_its_whole_text_in_order(name: str) -> None:
    source = (ROOT / "examples" / "source" / f"{name}.md").read_text("utf-8")
    title = re.findall(r"^(?:title|published): (.*)$", source, re.MULTILINE)
    whole = "".join(title) + source.partition("\n\n")[2]
    assert letters("".join(pages_of(name))) == letters(whole)


@pytest.mark.parametrize("name", ["kyrgyzstan-review-2024-09", "regional-digest-2024-39"])
def test_a_word_is_parted_over_a_page_break(name: str) -> None:
    assert any(page.rstrip().endswith("-") for page in pages_of(name)[:-1])


def test_the_questions_ask_about_the_examples_and_have_no_answer_both_right_and_wrong() -> None:
    for each in questions():
        assert set(each.documents) <= set(REPORTS)
        right = {form for forms in each.answers + each.also_ok for form in forms}
        assert not right & set(each.must_not), each.id
        assert bool(each.answers) != (each.kind == "unanswerable"), each.id


def test_the_first_question_is_answered_by_who_took_part_in_meetings_about_corruption() -> None:
    about = re.compile(r"corruption|brib|graft", re.IGNORECASE)
    met = {"meeting", "session", "conference"}
    named: set[str] = set()
    for source in SOURCES:
        events = gold_of(source).events
        fits = [e for e in events if e.type in met and about.search(f"{e.topic} {e.evidence}")]
        named |= {who for e in fits if e.status == "happened" for who in e.participants}
    first = questions()[0]
    forms = {form for answer in first.answers + first.also_ok for form in answer}
    assert named <= forms
    assert {answer[0] for answer in first.answers} <= named
