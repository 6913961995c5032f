"""Every format: equal graphs give equal bytes on every store; a file or folder is there whole or not at all."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from zipfile import ZipFile

import pytest
from chronicle import judgements, october, september, told
from resetting import empty

from graph import export
from graph.catalogue import statement
from graph.exporting.formats import FORMATS, Format
from graph.exporting.placing import zipped
from graph.knowledge import KnowledgeGraph
from graph.store import Store
from ontology.errors import InvalidInput, NotWritten, StoreFailed

DOCS = Path(__file__).parents[3] / "docs"


def content(path: Path) -> dict[str, bytes]:
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    return {file.name if path.is_dir() else "": file.read_bytes() for file in files}


def exports(graph: KnowledgeGraph, folder: Path) -> dict[Format, dict[str, bytes]]:
    folder.mkdir()
    for form in Format:
        graph.export(form, folder / form)
    assert sorted(each.name for each in folder.iterdir()) == sorted(Format)
    return {form: content(folder / form) for form in Format}


def test_every_format_has_a_writer_and_says_what_it_is() -> None:
    assert set(export.WRITERS) == set(FORMATS) == set(Format)
    page = (DOCS / "exports.md").read_text("utf-8")
    for form in Format:
        assert f"`{form}`" in page


def test_equal_graphs_give_equal_bytes_in_every_format(store: Store, tmp_path: Path) -> None:
    first = exports(told(store), tmp_path / "first")
    empty(store)
    graph = KnowledgeGraph(store)
    for judgement in reversed(judgements()):
        graph.judge(judgement)
    graph.add(october())
    graph.add(september())
    graph.add(october())
    assert exports(graph, tmp_path / "second") == first


@pytest.mark.neo4j
def test_equal_graphs_give_equal_bytes_on_both_servers(
    embedded: Store, neo4j: Store, tmp_path: Path
) -> None:
    assert exports(told(embedded), tmp_path / "one") == exports(told(neo4j), tmp_path / "other")


def test_an_empty_graph_can_be_exported(embedded: Store, tmp_path: Path) -> None:
    assert all(exports(KnowledgeGraph(embedded), tmp_path / "empty").values())


def test_a_folder_takes_the_place_of_an_earlier_export_and_of_nothing_else(
    embedded: Store, tmp_path: Path
) -> None:
    graph, out = told(embedded), tmp_path / "tables"
    graph.export(Format.CSV, out)
    before = content(out)
    (out / "people.csv").write_text("edited")
    graph.export(Format.CSV, out)
    assert content(out) == before
    (out / "notes.txt").write_text("mine")
    with pytest.raises(InvalidInput, match="something else"):
        graph.export(Format.CSV, out)
    assert content(out) == {**before, "notes.txt": b"mine"}
    assert [each.name for each in tmp_path.iterdir()] == ["tables"]


@pytest.mark.parametrize("form", Format)
def test_where_nothing_can_be_written_nothing_is(
    embedded: Store, tmp_path: Path, form: Format
) -> None:
    with pytest.raises(NotWritten, match="out cannot be written: No such file"):
        told(embedded).export(form, tmp_path / "no folder" / "out")
    assert list(tmp_path.iterdir()) == []


@contextmanager
def changing(store: Store) -> Iterator[None]:
    """While the block runs somebody else changes the graph again and again."""
    begun, over = Event(), Event()

    def change() -> None:
        while not over.is_set():
            store.write(lambda transaction: transaction.run(statement("raise_version")))
            begun.set()

    with ThreadPoolExecutor(1) as pool:
        pool.submit(change)
        begun.wait(60)
        try:
            yield
        finally:
            over.set()


@pytest.mark.parametrize("form", [Format.GRAPHML, Format.NEO4J_CSV])
def test_an_export_that_is_disturbed_fails_and_leaves_what_was_there(
    embedded: Store, tmp_path: Path, form: Format
) -> None:
    graph, out = told(embedded), tmp_path / "out"
    graph.export(form, out)
    before = content(out)
    graph.forget(september().report.id)
    with changing(embedded), pytest.raises(StoreFailed, match="changed while"):
        graph.export(form, out)
    assert content(out) == before
    assert [each.name for each in tmp_path.iterdir()] == ["out"]
    graph.export(form, out)
    assert content(out) != before


def test_a_zip_says_no_time(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "b.csv").write_text("two")
    (folder / "a.csv").write_text("one")
    zipped(folder, tmp_path / "one.zip")
    (folder / "a.csv").touch()
    zipped(folder, tmp_path / "other.zip")
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "other.zip").read_bytes()
    with ZipFile(tmp_path / "one.zip") as packed:
        assert packed.namelist() == ["a.csv", "b.csv"]
        assert packed.read("b.csv") == b"two"
        assert {each.date_time for each in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
