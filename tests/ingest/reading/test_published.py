"""When a report was published: what is given wins, then the file's own word, then its text, then its name."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.document import Document
from ontology.errors import InvalidInput

Reader = Callable[..., Document]
BODY = "The minister received the envoy. They spoke about fish, which both had eaten on 2 January 2001."


@pytest.fixture
def beside(tmp_path: Path) -> Callable[..., None]:
    """Writes a sidecar beside `report.txt`."""

    def write(**facts: object) -> None:
        (tmp_path / "report.meta.json").write_text(json.dumps(facts), "utf-8")

    return write


def test_a_given_date_wins_over_all(read_text: Reader, beside: Callable[..., None]) -> None:
    beside(published="2019-05", title="From beside", source="the archive", licence="none")
    text = f"Fish talks\n\n4 May 2018\n\n{BODY}"
    document = read_text(text, date="2020")
    assert (document.published, document.title) == ("2020", "From beside")
    assert (read_text(text).published, document.source) == ("2019-05", "the archive")


def test_a_date_in_the_text_wins_only_over_a_missing_one(
    read_text: Reader, beside: Callable[..., None]
) -> None:
    beside(published=None)
    assert read_text(f"Fish talks\n\n4 May 2018\n\n{BODY}").published == "2018-05-04"


@pytest.mark.parametrize(
    ("text", "name", "published"),
    [
        (f"OSLO, May 4, 2018 – {BODY}", "report.txt", "2018-05-04"),
        (f"Review of fishing, December 2018\n\n{BODY}", "report.txt", "2018-12"),
        (f"Weekly digest, September 23-29, 2024\n\n{BODY}", "report.txt", "2024-09"),
        (f"Fish talks\n\n{BODY}\n\nPublished: 7 June 2017", "report.txt", "2017-06-07"),
        (f"Fish talks\n\n{BODY}", "digest-2016-03-02.txt", "2016-03-02"),
        (f"Fish talks\n\n{BODY}", "digest_201603.txt", "2016-03"),
        (f"Fish talks\n\n{BODY}", "digest-2016-39.txt", None),
        (f"Fish talks\n\n{BODY}", "report.txt", None),
    ],
)
def test_the_date_is_found_where_reports_have_it(
    read_text: Reader, text: str, name: str, published: str | None
) -> None:
    assert read_text(text, name).published == published


def test_a_sidecar_that_is_wrong_is_named(read_text: Reader, beside: Callable[..., None]) -> None:
    beside(published="last summer")
    with pytest.raises(InvalidInput, match=r"report\.meta\.json.*published"):
        read_text(BODY)
