"""What each command does and says, as scripts read it."""

import json
import os
import re
import shutil
from pathlib import Path

import pytest
from doors import BRIEF, HARBOUR, actorgraph, complaint, environment, said

from graph.asking import Answer


def test_a_folder_is_read_its_other_files_counted_and_what_comes_twice_known(
    tmp_path: Path, data: Path
) -> None:
    folder = tmp_path / "Reports & notes – März"
    (folder / "deeper").mkdir(parents=True)
    (folder / "deeper" / "forest brief.txt").write_text(BRIEF, "utf-8")
    (folder / "deeper" / "forest brief.meta.json").write_text(
        '{"published": "2021-05", "source": "a friend"}'
    )
    (folder / "table.csv").write_text("a,b")
    done = actorgraph("--data", data, "ingest", folder, "--json")
    assert done.status == 0
    found = said(done.out)
    (report,) = found["reports"]
    assert (report["file"], report["published"], report["source"]) == (
        "forest brief.txt",
        "2021-05",
        "a friend",
    )
    assert (report["changed"], found["passed_over"], found["failed"]) == (True, 2, [])

    again = actorgraph("ingest", folder, "--data", data)
    assert again.status == 0
    assert "1 already known" in again.out

    reread = actorgraph("--data", data, "reread", report["id"], "--json")
    assert said(reread.out)["reports"] == [report | {"changed": False}]
    told = actorgraph("--data", data, "reread", report["id"])
    assert told.out == "0 read again and changed, 1 read again without change, 0 failed\n"

    gone = actorgraph("--data", data, "forget", report["id"], "--json")
    assert (gone.status, said(gone.out)["forgotten"]) == (0, [report["id"]])
    assert report["id"] not in actorgraph("--data", data, "reports").out


def test_the_same_bytes_under_two_names_are_one_report_whichever_comes_first(
    tmp_path: Path, data: Path
) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(BRIEF, "utf-8")
    (tmp_path / "b.meta.json").write_text('{"title": "Of the forest"}')
    exported: list[bytes] = []
    for names in (("a.txt", "b.txt"), ("b.txt", "a.txt")):
        for name in names:
            assert actorgraph("--data", data, "ingest", tmp_path / name).status == 0
        listed = said(actorgraph("--data", data, "reports", "--json").out)
        (report,) = [each for each in listed if each["file"] == "a.txt"]
        assert report["title"] == "Of the forest"
        for command in (("ingest", tmp_path), ("reread", report["id"])):
            done = actorgraph("--data", data, *command, "--json")
            assert not any(each["changed"] for each in said(done.out)["reports"])
        assert actorgraph("--data", data, "export", "--out", tmp_path / "x.json").status == 0
        exported.append((tmp_path / "x.json").read_bytes())
        assert actorgraph("--data", data, "forget", report["id"]).status == 0
    assert exported[0] == exported[1]


def test_a_known_report_keeps_its_date_until_another_is_given_and_follows_its_sidecar(
    tmp_path: Path, data: Path
) -> None:
    brief, beside = tmp_path / "forest brief.txt", tmp_path / "forest brief.meta.json"
    brief.write_text(BRIEF, "utf-8")

    def read(*arguments: str) -> tuple[str, str, bool]:
        done = actorgraph("--data", data, "ingest", brief, *arguments, "--json")
        (row,) = said(done.out)["reports"]
        return row["published"], row["title"], row["changed"]

    assert read("--date", "2020") == ("2020", "Forest brief", True)
    assert read() == ("2020", "Forest brief", False)
    assert read("--date", "2021-05") == ("2021-05", "Forest brief", True)
    beside.write_text('{"title": "Of the forest", "published": "2019"}')
    assert read() == ("2021-05", "Of the forest", True)
    beside.unlink()
    assert read() == ("2021-05", "Of the forest", False)
    listed = said(actorgraph("--data", data, "reports", "--json").out)
    (report,) = [each["id"] for each in listed if each["file"] == brief.name]
    reread = said(actorgraph("--data", data, "reread", report, "--json").out)
    assert [(row["published"], row["changed"]) for row in reread["reports"]] == [("2021-05", False)]
    assert actorgraph("--data", data, "forget", report).status == 0


def test_one_bad_file_does_not_stop_the_others(tmp_path: Path, data: Path) -> None:
    good, bad, odd = tmp_path / "harbour review.txt", tmp_path / "bad.pdf", tmp_path / "odd.xyz"
    good.write_text(HARBOUR, "utf-8")
    bad.write_bytes(b"no pdf")
    odd.touch()
    done = actorgraph("--data", data, "ingest", bad, good, odd, tmp_path / "absent.txt", "--json")
    assert done.status == 1
    found = said(done.out)
    assert [row["file"] for row in found["reports"]] == ["harbour review.txt"]
    kinds = {Path(row["path"]).name: row["error"] for row in found["failed"]}
    assert kinds == {
        "bad.pdf": "broken-report",
        "odd.xyz": "unknown-format",
        "absent.txt": "invalid-input",
    }
    assert all(row["hint"] for row in found["failed"])
    assert "Traceback" not in done.err


def test_reports_are_listed_with_what_scripts_rely_on(data: Path) -> None:
    done = actorgraph("--data", data, "reports", "--json")
    (row,) = said(done.out)
    assert {"id", "file", "title", "published", "pages", "claims"} <= set(row)
    assert (row["file"], row["title"], row["published"]) == (
        "harbour review.txt",
        "Harbour review",
        "2021-03",
    )


def test_extracting_needs_no_store_and_quotes_the_text_it_writes(
    tmp_path: Path, harbour: Path
) -> None:
    out = tmp_path / "new" / "folder"
    env = environment(ACTORGRAPH_STORE="bolt://127.0.0.1:1", ACTORGRAPH_DATA=str(tmp_path / "data"))
    done = actorgraph("extract", harbour, "--out", out, "--texts", env=env)
    assert (done.status, done.out) == (0, "")
    assert not (tmp_path / "data").exists()
    assert sorted(each.name for each in out.iterdir()) == [
        "harbour review.json",
        "harbour review.txt",
    ]
    text = (out / "harbour review.txt").read_bytes().decode("utf-8")
    assert "\r" not in text
    facts = json.loads((out / "harbour review.json").read_text("utf-8"))
    stated = [*facts["holds_post"], *facts["events"], *facts["meets"]]
    assert len(stated) > 4
    for fact in stated:
        for quoted in (fact, *fact["context"]):
            assert text[quoted["start"] : quoted["end"]] == quoted["quote"]


def test_extracting_goes_on_after_a_bad_file_and_always_writes_all_three_lists(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.txt").write_text("Nothing of note happened.")
    (tmp_path / "b.pdf").write_bytes(b"no pdf")
    done = actorgraph("extract", tmp_path / "b.pdf", tmp_path / "a.txt", "--out", tmp_path / "out")
    assert done.status == 1
    assert "b.pdf" in complaint(done.err)
    facts = json.loads((tmp_path / "out" / "a.json").read_text("utf-8"))
    assert (facts["holds_post"], facts["events"], facts["meets"]) == ([], [], [])


def test_an_answer_as_json_has_the_promised_shape(data: Path) -> None:
    done = actorgraph("--data", data, "ask", "Who attended anti-corruption meetings?", "--json")
    assert done.status == 0
    answer = said(done.out)
    assert list(answer) == list(Answer.model_fields)
    assert [name.partition(" (")[0] for name in answer["answers"]] == ["Ilze Kalnina", "Jonas Holt"]


def test_an_answer_in_words_quotes_names_the_file_and_the_page_and_has_no_styles_in_a_pipe(
    data: Path,
) -> None:
    done = actorgraph("--data", data, "ask", "Whom did Ilze Kalnina meet?")
    assert done.status == 0
    assert "Marek Sowa" in done.out
    assert "harbour review.txt, page 1" in done.out
    assert "MATCH" not in done.out
    assert (
        done.out.splitlines()[-1] == "What was run, in Cypher and in SPARQL: ask again with --query"
    )
    shown = actorgraph("--data", data, "ask", "Whom did Ilze Kalnina meet?", "--query").out
    assert "MATCH" in shown
    assert "SELECT" in shown
    assert json.loads(shown.splitlines()[-1])["actors"]
    assert "\x1b" not in done.out


def test_an_answer_in_words_says_what_its_quotes_are_about_and_what_did_not_happen(
    data: Path,
) -> None:
    def told(question: str) -> list[str]:
        return actorgraph("--data", data, "ask", question).out.splitlines()

    attended = told("Who attended anti-corruption meetings?")
    at = attended.index(
        "    “The meeting was attended by Chairman of the State Audit Office Jonas Holt.”"
    )
    assert "meeting" in attended[at - 1]
    assert attended[at - 1].endswith(", 2021-03-04")
    assert "    as of 2021-03-12" in told("Who is the Defence Minister of Poland?")
    planned = told("Which sessions are planned?")
    assert "    [planned]" in planned
    assert not any("[happened]" in line for line in (*attended, *planned))


@pytest.mark.parametrize("question", ["", "How is the weather?", "Whom did Nobody Known meet?"])
def test_a_refusal_and_an_empty_answer_are_answers(data: Path, question: str) -> None:
    done = actorgraph("--data", data, "ask", question)
    assert done.status == 0
    assert done.out.strip()


def test_a_refusal_says_each_thing_once(data: Path) -> None:
    told = actorgraph("--data", data, "ask", "Why is the weather weather?").out
    assert told.lower().count("understood") == 1
    assert told.count("'weather'") == 1


def test_many_questions_give_as_many_lines_in_their_order(data: Path) -> None:
    questions = [
        "Whom did Ilze Kalnina meet?",
        "",
        "How is the weather?",
        "Who chaired meetings?\r",
        "x" * 5_000,
    ]
    stdin = "\n".join(questions).encode() + b"\n\xff\xfe\n" + "in “quotes” \u2028 and more".encode()
    done = actorgraph("--data", data, "ask", "-", stdin=stdin)
    assert done.status == 0
    answers = [json.loads(line) for line in done.out.split("\n") if line]
    assert len(answers) == 7
    assert [each["question"] for each in answers[:4]] == [
        question.rstrip("\r") for question in questions[:4]
    ]
    assert [bool(each["refused"]) for each in answers] == [
        False,
        True,
        True,
        False,
        True,
        True,
        True,
    ]


def test_no_question_at_all_gives_no_line(data: Path) -> None:
    done = actorgraph("--data", data, "ask", "-")
    assert (done.status, done.out, done.err) == (0, "", "")


def test_two_exports_of_one_graph_are_equal_bytes(tmp_path: Path, data: Path) -> None:
    for name in ("one.json", "two.json"):
        done = actorgraph("--data", data, "export", "--format", "json", "--out", tmp_path / name)
        assert (done.status, done.out) == (0, "")
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()
    assert set(json.loads((tmp_path / "one.json").read_text("utf-8"))) == {"nodes", "edges"}
    assert sorted(each.name for each in tmp_path.iterdir()) == ["one.json", "two.json"]


def test_an_export_goes_where_a_link_leads_and_never_takes_the_place_of_what_is_no_file(
    tmp_path: Path, data: Path
) -> None:
    (tmp_path / "link.json").symlink_to(tmp_path / "real.json")
    assert actorgraph("--data", data, "export", "--out", tmp_path / "link.json").status == 0
    assert (tmp_path / "link.json").is_symlink()
    assert json.loads((tmp_path / "real.json").read_text("utf-8"))["nodes"]
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path, tmp_path / "pipe"):
        done = actorgraph("--data", data, "export", "--out", path)
        assert (done.status, done.out) == (2, "")
    assert (tmp_path / "pipe").is_fifo()


def test_one_thing_is_said_in_the_singular(tmp_path: Path, data: Path) -> None:
    (tmp_path / "one.txt").write_text("Two summits took place.")
    (tmp_path / "none.csv").touch()
    done = actorgraph("--data", data, "ingest", tmp_path)
    assert "one.txt: read, 1 claim\n" in done.err
    assert "1 other file passed over" in done.out
    listed = actorgraph("--data", data, "reports").out
    assert re.search(r" 1 claim +one\.txt", listed)
    (report,) = re.findall(r"(report-\w+) .*one\.txt", listed)
    assert actorgraph("--data", data, "forget", report).status == 0


def test_what_is_not_there_cannot_be_forgotten_or_read_again(data: Path) -> None:
    for command in ("forget", "reread"):
        done = actorgraph("--data", data, command, "report-nix")
        assert done.status == 1
        assert "report-nix" in complaint(done.err)


def test_the_doctor_tells_what_is_there_and_what_is_not(tmp_path: Path, data: Path) -> None:
    done = actorgraph("--data", data, "doctor", "--json")
    assert done.status == 0
    found = said(done.out)
    assert found["ok"]
    assert "reports: 1" in next(part["says"] for part in found["parts"] if part["name"] == "store")
    ill = actorgraph("--data", tmp_path, "--store", "bolt://127.0.0.1:1", "doctor")
    assert ill.status == 1
    assert "NOT store" in ill.out


def test_a_report_whose_file_is_gone_from_the_data_folder_is_noticed(
    tmp_path: Path, harbour: Path
) -> None:
    try:
        actorgraph("--data", tmp_path, "ingest", harbour)
        shutil.rmtree(tmp_path / "reports")
        assert "only 0 of them" in actorgraph("--data", tmp_path, "doctor").out
        reread = actorgraph("--data", tmp_path, "reread")
        assert reread.status == 1
        assert "is not in the data folder" in complaint(reread.err)
    finally:
        actorgraph("--data", tmp_path, "stop")


def test_stopping_what_does_not_run_is_done(tmp_path: Path) -> None:
    done = actorgraph("--data", tmp_path / "never", "stop")
    assert (done.status, done.out) == (0, "")
    assert not (tmp_path / "never").exists()
