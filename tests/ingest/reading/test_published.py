"""When a report was published: what is given wins, then the file's own word, then its text, then its name."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from readers import Reader

from ontology.errors import InvalidInput

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


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b'{"published": "2024"', "JSON"),
        (b"[]", "object"),
        (b'{"published": "last summer"}', "published.*'last summer' is no day, month or year"),
        (b'{"published": "2024-02-30"}', "published.*'2024-02-30' is no day, month or year"),
        (b'{"published": "2024-01-01/2024-01-05"}', "published.*no day, month or year"),
        (b'{"published": 2024}', "published.*string"),
        (b'{"title": ["Fish"]}', "title.*string"),
        (b" " * 2_000_000, "larger"),
    ],
)
def test_a_sidecar_that_is_wrong_is_named(
    read_text: Reader, tmp_path: Path, content: bytes, says: str
) -> None:
    (tmp_path / "report.meta.json").write_bytes(content)
    with pytest.raises(InvalidInput, match=rf"sidecar.*report\.meta\.json.*{says}"):
        read_text(BODY)


def test_a_sidecar_that_is_no_file_is_named(read_text: Reader, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "report.meta.json")
    with pytest.raises(InvalidInput, match=r"sidecar.*report\.meta\.json is not a regular file"):
        read_text(BODY)


def test_a_sidecar_may_begin_with_a_byte_order_mark(read_text: Reader, tmp_path: Path) -> None:
    (tmp_path / "report.meta.json").write_text('{"title": " Fish\\n talks "}', "utf-8-sig")
    assert read_text(BODY).title == "Fish talks"
