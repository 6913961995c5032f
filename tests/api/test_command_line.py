"""The command as scripts call it: its usage, its exit status, one line for what went wrong, readers that go away."""

import json
import subprocess
import time
from pathlib import Path

import pytest
from doors import BRIEF, COMMAND, actorgraph, complaint, environment, said

from api.cli import app


def test_a_reader_that_goes_away_is_no_fault(data: Path) -> None:
    command = f"""
        yes "Who chaired meetings?" | head -400 | "{COMMAND}" --data "{data}" ask - | head -1
        exit "${{PIPESTATUS[2]}}"
    """
    done = subprocess.run(
        ["bash", "-c", command], capture_output=True, check=False, env=environment(), timeout=60
    )
    assert json.loads(done.stdout)["answers"]
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("command", ["--help", "reports", "doctor", "ask 'Who chaired meetings?'"])
def test_no_command_minds_that_nobody_reads_it(data: Path, command: str) -> None:
    line = f'"{COMMAND}" --data "{data}" {command} | true; exit "${{PIPESTATUS[0]}}"'
    done = subprocess.run(
        ["bash", "-c", line], capture_output=True, check=False, env=environment(), timeout=60
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_the_work_goes_on_where_nobody_reads_the_notes(tmp_path: Path, data: Path) -> None:
    (tmp_path / "forest brief.txt").write_text(BRIEF, "utf-8")
    line = f'"{COMMAND}" --data "{data}" ingest "{tmp_path}" 2>&1 | true; exit "${{PIPESTATUS[0]}}"'
    done = subprocess.run(["bash", "-c", line], check=False, env=environment(), timeout=60)
    assert done.returncode == 0
    listed = said(actorgraph("--data", data, "reports", "--json").out)
    (brief,) = [each["id"] for each in listed if each["file"] == "forest brief.txt"]
    assert actorgraph("--data", data, "forget", brief).status == 0


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["nix"],
        ["ask"],
        ["ask", "who", "met"],
        ["ask", "--nix", "who"],
        ["ingest"],
        ["ingest", "a.txt", "--date", "yesterday"],
        ["ingest", "a.txt", "--date", "2021-13"],
        ["ingest", "a.txt", "--date", "2021/2022"],
        ["extract", "a.txt"],
        ["extract", "a.txt", "--out", "x", "--date", "soon"],
        ["extract", "a/same.txt", "b/same.md", "--out", "x"],
        ["forget"],
        ["export", "--format", "nix", "--out", "x"],
        ["export", "--out", "absent/x.json"],
        ["export", "--out", "-"],
        ["extract", "a/same.txt", "--out", "b/same.md"],
        ["serve", "--port", "99999"],
        ["--store", "http://somewhere", "reports"],
        ["reports", "--data"],
    ],
)
def test_wrong_usage_is_told_apart_from_failing_work(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a/same.txt", "b/same.md"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text("words")
    monkeypatch.chdir(tmp_path)
    done = actorgraph(*arguments, env=environment(ACTORGRAPH_DATA=str(tmp_path / "data")))
    assert (done.status, done.out) == (2, "")
    assert "Usage:" in done.err
    assert "Traceback" not in done.err
    assert not (tmp_path / "data").exists()


def test_a_wrong_choice_is_said_in_plain_words(tmp_path: Path) -> None:
    done = actorgraph("export", "--format", "nix", "--out", tmp_path / "x")
    assert done.status == 2
    assert "Invalid value for '--format': 'nix' is not one of 'json', 'jsonl', " in done.err


def test_a_store_that_does_not_answer_is_said_at_once_and_in_one_line(tmp_path: Path) -> None:
    begun = time.monotonic()
    done = actorgraph("--data", tmp_path, "--store", "bolt://127.0.0.1:1", "ask", "Who met whom?")
    assert (done.status, done.out) == (1, "")
    assert "bolt://127.0.0.1:1" in complaint(done.err)
    assert time.monotonic() - begun < 10


@pytest.mark.parametrize(
    ("more", "status"),
    [
        ({"ACTORGRAPH_PORT": "many"}, 2),
        ({"ACTORGRAPH_STORE": "http://somewhere"}, 2),
        ({"ACTORGRAPH_DATA": "~nobody-here/data"}, 2),
        (
            {
                "ACTORGRAPH_STORE": "bolt://127.0.0.1:1",
                "ACTORGRAPH_STORE_PASSWORD_FILE": "/dev/null/absent",
            },
            2,
        ),
        ({"ACTORGRAPH_DATA": "/dev/null/data"}, 1),  # a folder, but work in it fails
    ],
)
def test_an_environment_that_cannot_be_used_is_said_in_one_line(
    more: dict[str, str], status: int
) -> None:
    done = actorgraph("reports", env=environment(**more))
    assert (done.status, done.out) == (status, "")
    complaint(done.err)


@pytest.mark.parametrize("name", ["broken\nline.pdf", "absent\nline.txt"])
def test_a_line_break_in_the_name_of_a_file_breaks_no_line(name: str, tmp_path: Path) -> None:
    (tmp_path / "broken\nline.pdf").write_text("no pdf")
    done = actorgraph("extract", tmp_path / name, "--out", tmp_path / "out")
    assert done.status == 1
    assert "line." in complaint(done.err)


def test_the_data_folder_may_hold_foreign_files(tmp_path: Path, harbour: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    for name in ("reports", "jobs", "store"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "notes.txt").write_text("mine")
    try:
        assert actorgraph("--data", tmp_path, "ingest", harbour).status == 0
        assert len(said(actorgraph("--data", tmp_path, "reports", "--json").out)) == 1
        assert actorgraph("--data", tmp_path, "doctor").status == 0
    finally:
        assert actorgraph("--data", tmp_path, "stop").status == 0
    assert {each.read_text() for each in tmp_path.rglob("notes.txt")} == {"mine"}
    assert len(list(tmp_path.rglob("notes.txt"))) == 4


def test_help_comes_at_once_and_every_command_has_one() -> None:
    begun = time.monotonic()
    done = actorgraph("--help")
    assert done.status == 0
    assert time.monotonic() - begun < 2
    for command in app.registered_commands:
        assert command.callback is not None
        assert (command.name or command.callback.__name__) in done.out
        assert command.callback.__doc__


def test_asking_loads_nothing_that_reads_reports(data: Path) -> None:
    code = (
        "import sys; from api.cli import app; app(sys.argv[1:], standalone_mode=False); "
        "loaded = {name.partition('.')[0] for name in sys.modules}; "
        "assert not loaded & {'ingest', 'spacy', 'pdfplumber', 'fastapi', 'uvicorn', 'rdflib'}, loaded"
    )
    python = COMMAND.with_name("python")
    arguments = [python, "-c", code, "--data", data, "ask", "Who met whom?"]
    done = subprocess.run(
        list(map(str, arguments)), capture_output=True, check=False, env=environment(), timeout=60
    )
    assert done.returncode == 0, done.stderr.decode()


def test_without_a_home_the_help_and_the_version_still_come(tmp_path: Path) -> None:
    env = environment()
    env.pop("HOME", None)
    assert actorgraph("--version", env=env).status == 0
    assert actorgraph("extract", "--help", env=env).status == 0
