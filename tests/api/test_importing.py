"""Exports and imports at the command line."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from doors import actorgraph, complaint, said


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Path]:
    """A data folder in which nothing is, and whose store is ended after the test."""
    folder = tmp_path / "fresh"
    yield folder
    actorgraph("--data", folder, "stop")


def exported(data: Path, form: str, file: Path, *asked: str) -> bytes:
    done = actorgraph("--data", data, "export", "--format", form, "--out", file, *asked)
    assert (done.status, done.out) == (0, "")
    return file.read_bytes()


def test_what_is_imported_into_a_fresh_folder_is_the_same(
    tmp_path: Path, data: Path, fresh: Path
) -> None:
    before = exported(data, "trig", tmp_path / "before.trig")
    nquads, lines = tmp_path / "any name", tmp_path / "graph.jsonl"
    exported(data, "nquads", nquads)
    exported(data, "jsonl", lines)
    done = actorgraph("--data", fresh, "import", tmp_path / "before.trig", "--json")
    assert (done.status, said(done.out)) == (0, {"reports": 1, "changed": 1, "judgements": 0})
    assert exported(fresh, "trig", tmp_path / "after.trig") == before
    for file in (nquads, lines):
        again = actorgraph("--data", fresh, "import", file)
        assert again.out == "1 report, 0 changed; 0 judgements\n"
    asked = actorgraph("--data", fresh, "ask", "Who met Marek Sowa?", "--json")
    assert any("Ilze Kalnina" in answer for answer in said(asked.out)["answers"])


def test_what_passed_a_filter_is_imported_alone(tmp_path: Path, data: Path, fresh: Path) -> None:
    asked = ("--actor", "Marek Sowa", "--status", "happened")
    before = exported(data, "trig", tmp_path / "part.trig", *asked)
    assert actorgraph("--data", fresh, "import", tmp_path / "part.trig").status == 0
    assert exported(fresh, "trig", tmp_path / "again.trig") == before
    (there,) = said(actorgraph("--data", data, "reports", "--json").out)
    (here,) = said(actorgraph("--data", fresh, "reports", "--json").out)
    assert (here["id"], here["file"]) == (there["id"], there["file"])
    assert 0 < here["claims"] < there["claims"]


def test_reading_an_imported_report_again_says_that_its_file_is_wanted(
    tmp_path: Path, data: Path, fresh: Path
) -> None:
    exported(data, "jsonl", tmp_path / "graph.jsonl")
    assert actorgraph("--data", fresh, "import", tmp_path / "graph.jsonl").status == 0
    done = actorgraph("--data", fresh, "reread", "--json")
    (failed,) = said(done.out)["failed"]
    assert (done.status, failed["error"]) == (1, "not-known")
    assert "Ingest the file again" in failed["hint"]
    (row,) = said(actorgraph("--data", fresh, "reports", "--json").out)
    assert row["claims"] > 0


def test_what_cannot_be_imported_is_told_in_one_line_and_leaves_the_graph_alone(
    tmp_path: Path, data: Path, fresh: Path
) -> None:
    text = exported(data, "trig", tmp_path / "graph.trig").decode()
    broken = tmp_path / "broken.trig"
    broken.write_text(text.replace(":polarity :affirmed", ":polarity :perhaps", 1), "utf-8")
    done = actorgraph("--data", fresh, "import", broken)
    assert done.status == 1
    assert "polarity" in complaint(done.err)
    assert said(actorgraph("--data", fresh, "reports", "--json").out) == []
    absent = actorgraph("--data", fresh, "import", tmp_path / "absent.trig")
    assert absent.status == 1
    assert "There is no file" in complaint(absent.err)
