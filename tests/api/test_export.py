"""The graph for other tools, by command and over HTTP: the same bytes, the same filters, errors by name."""

import csv
import io
import json
from contextlib import ExitStack
from pathlib import Path
from zipfile import ZipFile

import pytest
from doors import actorgraph, client, complaint, refused, settings
from fastapi import FastAPI
from fastapi.testclient import TestClient

from api.http.app import EXPORTS_AT_ONCE
from graph.exporting.formats import FORMATS, Format


@pytest.mark.parametrize("form", Format)
def test_a_download_is_whole_and_the_same_each_time(web: TestClient, form: Format) -> None:
    answer = web.get(f"/export/{form}")
    about = FORMATS[form]
    assert answer.status_code == 200
    assert answer.headers["content-type"].partition(";")[0] == about.media_type
    assert (
        answer.headers["content-disposition"] == f'attachment; filename="actorgraph{about.suffix}"'
    )
    assert int(answer.headers["content-length"]) == len(answer.content) > 1000
    again = web.get(f"/export/{form}")
    assert again.content == answer.content
    tag = answer.headers["etag"]
    had = web.get(f"/export/{form}", headers={"if-none-match": tag})
    assert (had.status_code, had.content) == (304, b"")
    assert web.get(f"/export/{form}?to=2020").headers["etag"] != tag


@pytest.mark.parametrize("form", Format)
def test_command_and_http_give_the_same_bytes(
    web_on_embedded: TestClient, data: Path, tmp_path: Path, form: Format
) -> None:
    out = tmp_path / "out"
    done = actorgraph("--data", data, "export", "--format", form, "--out", out)
    assert (done.status, done.out) == (0, "")
    served = web_on_embedded.get(f"/export/{form}").content
    if not FORMATS[form].folder:
        assert served == out.read_bytes()
        return
    with ZipFile(io.BytesIO(served)) as packed:
        assert sorted(packed.namelist()) == sorted(each.name for each in out.iterdir())
        for each in out.iterdir():
            assert packed.read(each.name) == each.read_bytes()


def test_a_filter_is_the_same_by_command_and_over_http(
    web_on_embedded: TestClient, data: Path, tmp_path: Path
) -> None:
    asked = [
        "--actor",
        "Marek Sowa",
        "--from",
        "2021-03-12",
        "--to",
        "2021",
        "--status",
        "happened",
    ]
    done = actorgraph("--data", data, "export", "--out", tmp_path / "part.json", *asked)
    assert done.status == 0
    params = {"actor": "Marek Sowa", "from": "2021-03-12", "to": "2021", "status": "happened"}
    served = web_on_embedded.get("/export/json", params=params)
    assert served.content == (tmp_path / "part.json").read_bytes()
    nodes = [(each["label"], each["properties"]) for each in served.json()["nodes"]]
    assert {has["name"] for label, has in nodes if label == "Person"} == {
        *("Ilze Kalnina", "Marek Sowa")
    }
    assert {has["type"] for label, has in nodes if label == "Event"} == {"meeting"}
    assert {has["status"] for label, has in nodes if label == "Claim"} == {"happened"}


def test_a_topic_and_a_report_filter_tables(web: TestClient) -> None:
    report = web.get("/reports").json()["items"][0]["id"]
    served = web.get("/export/csv", params={"topic": "bribery", "report": report})
    with ZipFile(io.BytesIO(served.content)) as packed:
        rows = list(
            csv.DictReader(io.StringIO(packed.read("participants.csv").decode("utf-8-sig")))
        )
    assert {(row["actor"], row["role"]) for row in rows} >= {
        *(("Ilze Kalnina", "chair"), ("Jonas Holt", "participant"))
    }


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("nix", (422, "invalid-request")),
        ("json?status=nix", (422, "invalid-request")),
        ("json?colour=red", (422, "invalid-request")),
        ("json?from=yesterday", (400, "invalid-date")),
        ("json?from=2021/2022", (400, "invalid-date")),
        ("json?from=2022&to=2021", (400, "invalid-input")),
        ("json?report=report-nix", (404, "not-known")),
        ("csv?actor=Nobody+Here", (404, "not-known")),
        ("gexf?topic=beekeeping", (404, "not-known")),
    ],
)
def test_a_download_that_cannot_be_is_a_problem(
    web: TestClient, query: str, expected: tuple[int, str]
) -> None:
    assert refused(web.get(f"/export/{query}")) == expected


@pytest.mark.parametrize(
    ("options", "status", "says"),
    [
        (["--actor", "Nobody Here"], 1, "No actor 'Nobody Here' is in the graph"),
        (["--report", "report-nix"], 1, "No report 'report-nix' is in the graph"),
        (["--topic", "beekeeping"], 1, "Nothing in the graph is about 'beekeeping'"),
        (["--from", "2022", "--to", "2021"], 2, "ends before it begins"),
        (["--from", "yesterday"], 2, "'yesterday' is no day, month or year"),
        (["--status", "nix"], 2, "nix"),
    ],
)
def test_an_export_that_cannot_be_leaves_no_file(
    data: Path, tmp_path: Path, options: list[str], status: int, says: str
) -> None:
    done = actorgraph("--data", data, "export", "--out", tmp_path / "x.json", *options)
    assert done.status == status
    assert says in (complaint(done.err) if status == 1 else done.err)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_goes_where_a_folder_can_be(data: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").touch()
    for name, status in (("file", 2), ("absent/x", 2), ("mine", 1), ("new", 0), ("new", 0)):
        done = actorgraph("--data", data, "export", "--format", "csv", "--out", tmp_path / name)
        assert done.status == status, done.err
    assert sorted(each.name for each in tmp_path.iterdir()) == ["file", "mine", "new"]
    assert [each.name for each in (tmp_path / "mine").iterdir()] == ["notes.txt"]


def test_nothing_is_left_of_a_download(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with client(settings(data)) as web:
        assert json.loads(web.get("/export/json").content)["nodes"]
        assert web.get("/export/csv").status_code == 200
    assert list(tmp_path.iterdir()) == []


def test_an_export_too_many_is_told_to_come_again(data: Path) -> None:
    with client(settings(data)) as web, ExitStack() as stack:
        assert isinstance(web.app, FastAPI)
        for _ in range(EXPORTS_AT_ONCE):
            assert web.get("/export/json").status_code == 200
            stack.enter_context(web.app.state.exports.one())
        busy = web.get("/export/json")
        assert busy.status_code == 503
        assert busy.json()["type"] == "urn:actorgraph:busy"
        assert int(busy.headers["retry-after"]) > 0
        stack.close()
        assert web.get("/export/json?actor=Nobody+Here").status_code == 404
        assert web.get("/export/json").status_code == 200


def test_the_description_of_the_api_says_what_each_format_carries_and_what_not(
    web_on_embedded: TestClient,
) -> None:
    told = web_on_embedded.get("/openapi.json").json()["paths"]["/export/{format}"]["get"]
    for form, about in FORMATS.items():
        assert f"- `{form}` carries {about.told()}" in told["description"]
    assert "507" in told["responses"]


def test_a_download_for_which_there_is_no_room_is_told(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with client(settings(data)) as web:
        monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "no folder"))
        answer = web.get("/export/json")
    assert answer.status_code == 507
    assert answer.json()["type"] == "urn:actorgraph:not-written"


def test_the_help_says_what_each_format_carries_and_what_not() -> None:
    told = " ".join(actorgraph("export", "--help").out.split())
    for form, about in FORMATS.items():
        assert f"{form} carries {about.told()}" in told
