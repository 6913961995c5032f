"""The command that says how right the extraction is, as scripts call it."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from annotated import EXAMPLE_GOLD, EXAMPLES, TEXTS
from doors import actorgraph, said


def copied(folder: Path, *names: str) -> Path:
    """A folder with some of our texts, their gold and their sidecars."""
    for file in TEXTS.iterdir():
        if file.name.split(".")[0] in names:
            shutil.copy(file, folder)
    return folder


def evaluated(*arguments: str | Path) -> Any:
    done = actorgraph("evaluate", *arguments, "--json")
    assert (done.status, done.err) == (0, "")
    return said(done.out)


def test_standard_output_is_json_with_figures_intervals_and_mistakes(tmp_path: Path) -> None:
    found = evaluated(copied(tmp_path, "agency-news", "minutes"))
    assert [each["document"] for each in found["documents"]] == ["agency-news.txt", "minutes.txt"]
    for each in (found, *found["documents"]):
        row = each["scores"]["events.strict"]
        assert row["precision"] == row["right"] / row["predicted"]
        assert row["recall"] == row["found"] / row["gold"]
    low, high = found["spread"]["events.strict"]["interval"]
    assert low <= found["scores"]["events.strict"]["f1"] <= high
    assert found["mistakes"]
    for mistake in found["mistakes"]:
        text = (tmp_path / mistake["document"]).read_text("utf-8")
        for source in mistake["sources"]:
            assert " ".join(source["sentence"].split()) in " ".join(text.split())


def test_the_same_is_said_twice_in_the_same_bytes(tmp_path: Path) -> None:
    folder = copied(tmp_path, "agency-news", "minutes")
    one, two = (actorgraph("evaluate", folder, "--json").out for _ in range(2))
    assert one == two


def test_on_a_terminal_each_error_stands_beside_its_sentence_and_the_figures_come_last(
    tmp_path: Path,
) -> None:
    folder = copied(tmp_path, "minutes")
    found = evaluated(folder)
    done = actorgraph("evaluate", folder)
    assert (done.status, done.err) == (0, "")
    told = " ".join(done.out.split())
    for mistake in found["mistakes"]:
        assert f"{mistake['kind']} {mistake['relation']} " in told
        assert f"[{mistake['rule']}]" in told or mistake["rule"] is None
        for part in mistake["parts"]:
            assert f"{part['part']}: {part['found']}, not {part['expected']}" in told
        for source in mistake["sources"]:
            assert " ".join(source["sentence"].split()) in told
    figures = done.out.partition("1 report ")[2]
    assert f"{found['scores']['holds_post.triple']['f1']:.3f}" in figures
    assert "“" not in figures


def test_gold_may_lie_in_a_folder_of_its_own() -> None:
    found = evaluated(EXAMPLES, "--gold", EXAMPLE_GOLD)
    assert [each["error"] for each in found["documents"]] == [None] * len(
        list(EXAMPLES.glob("*.pdf"))
    )
    done = actorgraph("evaluate", EXAMPLES)
    assert (done.status, done.out) == (1, "")
    assert "--gold" in done.err


def test_a_text_without_gold_and_a_gold_without_text_are_named_and_passed_over(
    tmp_path: Path,
) -> None:
    folder = copied(tmp_path, "minutes", "biography", "agency-news")
    (folder / "biography.gold.json").unlink()
    (folder / "agency-news.txt").unlink()
    done = actorgraph("evaluate", folder, "--json")
    assert done.status == 0
    assert done.err.splitlines() == [
        "biography.txt has no gold, and is passed over",
        "agency-news.gold.json has no report, and is passed over",
    ]
    found = said(done.out)
    assert (found["without_gold"], found["without_report"]) == (
        ["biography.txt"],
        ["agency-news.gold.json"],
    )


def test_gold_that_does_not_fit_is_named_with_its_place_and_the_others_are_judged(
    tmp_path: Path,
) -> None:
    folder = copied(tmp_path, "minutes", "biography")
    gold = json.loads((folder / "biography.gold.json").read_text("utf-8"))
    gold["events"][1]["date"] = "last week"
    (folder / "biography.gold.json").write_text(json.dumps(gold))
    done = actorgraph("evaluate", folder, "--json")
    assert done.status == 1
    assert "biography.gold.json: events.1.date: 'last week' is no date" in done.err
    assert [each["document"] for each in said(done.out)["documents"]] == ["minutes.txt"]


def test_a_misspelt_key_of_gold_is_told(tmp_path: Path) -> None:
    folder = copied(tmp_path, "minutes")
    file = folder / "minutes.gold.json"
    file.write_text(file.read_text("utf-8").replace('"organisation_alt"', '"organization_alt"', 1))
    done = actorgraph("evaluate", folder, "--json")
    assert done.status == 0
    assert "organization_alt means nothing" in done.err


def test_a_report_that_cannot_be_read_counts_as_missed_and_fails(tmp_path: Path) -> None:
    folder = copied(tmp_path, "minutes")
    (folder / "minutes.txt").write_bytes(b"")
    done = actorgraph("evaluate", folder, "--json")
    assert done.status == 1
    assert "minutes.txt: " in done.err
    assert said(done.out)["scores"]["holds_post.triple"]["recall"] == 0


@pytest.mark.parametrize("name", ["nowhere", "minutes.txt"])
def test_what_is_no_folder_is_wrong_usage(tmp_path: Path, name: str) -> None:
    done = actorgraph("evaluate", copied(tmp_path, "minutes") / name)
    assert (done.status, done.out) == (2, "")
    assert "there is no folder" in done.err


@pytest.mark.parametrize("options", [[], ["--json"]])
def test_a_folder_without_gold_is_refused_in_one_line(tmp_path: Path, options: list[str]) -> None:
    (tmp_path / "harbour.txt").write_text("Harbour review")
    done = actorgraph("evaluate", tmp_path, *options)
    assert (done.status, done.out) == (1, "")
    assert done.err.count("\n") == 1
    assert "harbour.gold.json" in done.err
