"""Commands that are killed between the files and the graph: the next one finds the two alike."""

import json
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from doors import BRIEF, COMMAND, actorgraph, environment, said, settings
from processes import await_true

from api.library import Library
from api.shelf import Shelf
from graph.catalogue import statement
from graph.store import Store
from ontology.errors import InvalidStatement


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A data folder whose embedded store is stopped at the end."""
    yield tmp_path / "data"
    actorgraph("--data", tmp_path / "data", "stop")


@pytest.fixture
def brief(tmp_path: Path) -> Path:
    file = tmp_path / "forest brief.txt"
    file.write_text(BRIEF, "utf-8")
    return file


def killed(folder: Path, *arguments: str | Path) -> None:
    """Kills a command that has its files ready and waits for its turn to change the graph."""
    with Library(settings(folder)) as library:
        turn = library.embedded.ensure().turn
        assert turn is not None
        with turn():
            command = [str(COMMAND), "--data", str(folder), *map(str, arguments)]
            with subprocess.Popen(
                command, env=environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            ) as process:
                await_true(library.shelf.has_drafts)
                time.sleep(0.3)  # the draft is being written
                process.kill()


def kept(folder: Path) -> list[str]:
    """The reports that lie in the data folder, and what was left there."""
    inside = [each for each in (folder / "reports").rglob("*") if each.name != "lock"]
    return [each.name for each in inside if each.parent.name in ("reports", ".drafts")]


def reports(folder: Path) -> list[str]:
    """The hashes of the reports in the graph."""
    with Library(settings(folder)) as library:
        return [row.file_sha256 for row in library.graph.reports()]


def test_a_killed_ingest_leaves_no_file_and_the_next_one_takes_the_report(
    folder: Path, brief: Path
) -> None:
    assert reports(folder) == []
    killed(folder, "ingest", brief)
    assert actorgraph("--data", folder, "reports", "--json").out == "[]\n"
    assert kept(folder) == [".drafts"]
    assert "1 read" in actorgraph("--data", folder, "ingest", brief).out
    assert sorted(kept(folder)) == sorted([".drafts", *reports(folder)])
    assert len(reports(folder)) == 1


def test_a_killed_reread_leaves_the_files_that_fit_the_graph(folder: Path, brief: Path) -> None:
    actorgraph("--data", folder, "ingest", brief)
    before = Shelf(folder).text(*reports(folder))
    brief.with_name("forest brief.meta.json").write_text(json.dumps({"title": "Another"}))
    killed(folder, "ingest", brief)
    (sha256,) = reports(folder)
    assert sorted(kept(folder)) == sorted([".drafts", sha256])
    shelf = Shelf(folder)
    assert (shelf.document(sha256).title, shelf.text(sha256)) == ("Forest brief", before)


def test_a_killed_forgetting_forgets_nothing(folder: Path, brief: Path) -> None:
    actorgraph("--data", folder, "ingest", brief)
    (sha256,) = reports(folder)
    killed(folder, "forget", said(actorgraph("--data", folder, "reports", "--json").out)[0]["id"])
    assert not Shelf(folder).has(sha256)
    assert reports(folder) == [sha256]
    assert Shelf(folder).original(sha256).read_text("utf-8") == BRIEF


def test_what_was_killed_once_the_graph_had_changed_is_finished(folder: Path, brief: Path) -> None:
    actorgraph("--data", folder, "ingest", brief)
    (sha256,) = reports(folder)
    assert Shelf(folder).take_down(sha256) is not None  # as it lay before it was put in its place
    assert "1 read again without change" in actorgraph("--data", folder, "reread").out
    assert sorted(kept(folder)) == sorted([".drafts", sha256])


def test_a_draft_that_is_not_whole_is_removed(folder: Path, brief: Path) -> None:
    actorgraph("--data", folder, "ingest", brief)
    (sha256,) = reports(folder)
    half = folder / "reports" / ".drafts" / "half.draft"
    half.mkdir()
    (half / "text.txt").write_text("On 7 May")
    assert reports(folder) == [sha256]
    assert not half.exists()
    assert Shelf(folder).has(sha256)


def test_a_store_whose_reader_lost_its_rights_is_started_anew(folder: Path, brief: Path) -> None:
    actorgraph("--data", folder, "ingest", brief)
    with Library(settings(folder)) as library:
        groups = library.embedded.folder / "config" / "server-groups.json"
        rights = json.loads(groups.read_text("utf-8"))
        rights["databases"]["*"]["groups"]["reader"]["types"]["*"]["access"] = []
        groups.write_text(json.dumps(rights), "utf-8")
        await_true(
            lambda: _refuses(library.store)
        )  # the server looks for changes every few seconds
    assert len(reports(folder)) == 1


def _refuses(store: Store) -> bool:
    try:
        store.read(statement("version"))
    except InvalidStatement:
        return True
    return False
