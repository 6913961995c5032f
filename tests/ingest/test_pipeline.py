"""From paths to extractions: which files there are, and that no file stops another."""

import os
import signal
import threading
import time
from pathlib import Path

import psutil
import pytest

from ingest.pipeline import discover, extract_reports
from ingest.reading import Limits
from ontology.errors import (
    BrokenReport,
    EmptyReport,
    InvalidInput,
    ReadingTimedOut,
    UnknownFormat,
)

EXAMPLES = Path(__file__).parents[2] / "examples" / "reports"
TEXT = "Talks in Oslo\n\n4 May 2021\n\nForeign Minister of Norway Ola Brevik met with President Ada Krall."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.md", "sub/c.html", "sub/d.TXT"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(TEXT)
    for name in ("b.meta.json", "notes.xyz", "sub/picture.png", ".hidden.txt"):
        (tmp_path / name).write_text("{}")
    return tmp_path


def test_a_folder_gives_its_reports_in_order_and_counts_the_rest(folder: Path) -> None:
    found = discover([folder])
    assert [path.relative_to(folder).as_posix() for path in found.files] == [
        "a.md",
        "b.txt",
        "sub/c.html",
        "sub/d.TXT",
    ]
    assert (found.passed_over, found.unusable) == (3, ())


def test_each_file_is_found_once_in_the_order_given(folder: Path) -> None:
    found = discover([folder / "b.txt", folder, folder / "sub" / ".." / "a.md", folder])
    assert [path.name for path in found.files] == ["b.txt", "a.md", "c.html", "d.TXT"]


def test_what_was_named_and_cannot_be_read_is_told(folder: Path) -> None:
    found = discover(
        [folder / "absent.pdf", folder / "notes.xyz", folder / "b.meta.json", folder / "a.md"]
    )
    assert [(each.path.name, type(each.error)) for each in found.unusable] == [
        ("absent.pdf", InvalidInput),
        ("notes.xyz", UnknownFormat),
        ("b.meta.json", InvalidInput),
    ]
    assert len(found.files) == 1


def test_a_bad_file_stops_no_other_and_the_order_is_kept(folder: Path) -> None:
    (folder / "empty.pdf").write_bytes(b"")
    (folder / "broken.pdf").write_bytes(b"%PDF-1.4 nothing")
    paths = [
        folder / "empty.pdf",
        EXAMPLES / "kazakhstan-readout-2024-09-20.pdf",
        folder / "absent.txt",
        folder / "b.txt",
        folder / "broken.pdf",
        folder / "a.md",
    ]
    outcomes = list(extract_reports(paths, workers=2))
    assert [outcome.path for outcome in outcomes] == paths
    assert [type(outcome.error) for outcome in outcomes] == [
        EmptyReport,
        type(None),
        InvalidInput,
        type(None),
        BrokenReport,
        type(None),
    ]
    for outcome in outcomes:
        assert (outcome.extraction is None) == (outcome.error is not None)
        if outcome.document and outcome.extraction:
            assert outcome.extraction.report.id == outcome.document.id
            assert outcome.extraction.report.published == outcome.document.published


def test_the_same_is_read_by_one_worker_and_by_several() -> None:
    paths = sorted(EXAMPLES.glob("*.pdf"))
    one, several = (list(extract_reports(paths, workers=count)) for count in (1, 3))
    assert one == several
    assert all(outcome.extraction for outcome in one)


def test_a_given_date_is_that_of_all(folder: Path) -> None:
    outcomes = extract_reports([folder / "b.txt", folder / "a.md"], date="2019-08", workers=1)
    assert [outcome.document and outcome.document.published for outcome in outcomes] == [
        "2019-08",
        "2019-08",
    ]


def test_nothing_to_read_gives_nothing() -> None:
    assert list(extract_reports([])) == []


def test_a_file_that_takes_too_long_gives_its_error_and_the_others_go_on(folder: Path) -> None:
    (folder / "long.html").write_text("<p>The envoy came to see the minister.</p>" * 120_000)
    paths = [folder / "b.txt", folder / "long.html", folder / "a.md"]
    outcomes = list(extract_reports(paths, workers=1, limits=Limits(seconds=8)))
    assert [type(outcome.error) for outcome in outcomes] == [
        type(None),
        ReadingTimedOut,
        type(None),
    ]


def test_a_worker_that_is_killed_gives_that_file_an_error_and_the_others_go_on(
    folder: Path,
) -> None:
    (folder / "long.html").write_text("<p>The envoy came to see the minister.</p>" * 120_000)
    paths = [folder / "long.html", folder / "b.txt", folder / "a.md"]
    others = set(psutil.Process().children())  # the servers of other tests
    killer = threading.Thread(target=_kill_first_busy_child, args=(others,))
    killer.start()
    outcomes = list(extract_reports(paths, workers=1))
    killer.join()
    assert [type(outcome.error) for outcome in outcomes] == [
        ReadingTimedOut,
        type(None),
        type(None),
    ]


def _kill_first_busy_child(others: set[psutil.Process]) -> None:
    for _ in range(600):
        for child in set(psutil.Process().children()) - others:
            if sum(child.cpu_times()[:2]) > 1.5:
                os.kill(child.pid, signal.SIGKILL)
                return
        time.sleep(0.05)


def test_stopping_early_leaves_no_process_behind(folder: Path) -> None:
    before = set(psutil.Process().children())
    outcomes = extract_reports([folder / "b.txt", folder / "a.md", folder / "b.txt"], workers=2)
    next(outcomes)
    outcomes.close()
    assert set(psutil.Process().children()) <= before
