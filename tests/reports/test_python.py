"""The facade for notebooks: its page runs as it is shown, and what the page does not show."""

import io
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path

import pytest
from doors import environment

import actorgraph
from graph.store import Store

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "python.md").read_text("utf-8")
_BLOCK = re.compile(r"```python\n(.*?)```(?:\n\n```text\n(.*?)```)?", re.S)


@pytest.fixture
def graph(data: Path) -> Iterator[actorgraph.Graph]:
    with actorgraph.connect(data) as opened:
        yield opened


def test_the_page_runs_as_it_is_shown(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "demo-data").symlink_to(data)
    names: dict[str, object] = {}
    shown, printed = [], []
    for number, (block, output) in enumerate(_BLOCK.findall(PAGE)):
        out = io.StringIO()
        with redirect_stdout(out):
            exec(compile(block, f"block {number} of docs/python.md", "exec"), names)  # noqa: S102
        shown.append(output)
        printed.append(out.getvalue())
    assert printed == shown
    assert len(shown) > 10


def test_what_the_page_on_rdf_shows_in_python_runs(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ACTORGRAPH_DATA", str(data))
    monkeypatch.delenv("ACTORGRAPH_STORE", raising=False)
    (block,) = re.findall(r"```python\n(.*?)```", (DOCS / "rdf.md").read_text("utf-8"), re.S)
    out = io.StringIO()
    with redirect_stdout(out):
        exec(compile(block, "docs/rdf.md", "exec"), {})  # noqa: S102
    assert "Bakyt Zhumaliev" in out.getvalue()
    assert len(out.getvalue().splitlines()) > 10


def test_without_a_place_the_environment_says_where_the_graph_is(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ACTORGRAPH_DATA", str(data))
    monkeypatch.delenv("ACTORGRAPH_STORE", raising=False)
    with actorgraph.connect() as graph:
        assert len(graph.reports()) == 3
    monkeypatch.setenv("ACTORGRAPH_STORE", "bolt://127.0.0.1:9")
    with actorgraph.connect(data) as graph:  # a place that is given wins
        assert len(graph.reports()) == 3
    with pytest.raises(actorgraph.StoreUnavailable):
        actorgraph.connect()


def test_an_address_is_that_of_a_store(store: Store) -> None:
    uri, user, password, database, *_ = store.connection
    with actorgraph.connect(uri, user=user, password=password, database=database) as graph:
        assert len(graph.reports()) == 3
        assert len(graph.ask("Where was the exercise Rioni Bridge held?")) == 1


def test_results_are_sequences_that_know_how_many_there_are(graph: actorgraph.Graph) -> None:
    events = graph.events(limit=2)
    assert (len(events), len(events[:1])) == (2, 1)
    assert events.total > 10
    assert events[:1][0] == events[0]
    assert repr(events[:1]) == f"<1 of {events.total} EventTold>"
    assert all(each.evidence for each in events)


def test_a_table_has_its_columns_also_where_nothing_was_found(graph: actorgraph.Graph) -> None:
    none, some = graph.events(place="Atlantis"), graph.events(place="Osh")
    assert len(none) == 0
    assert list(none.to_pandas().columns) == list(some.to_pandas().columns)
    assert len(some.to_pandas()) == sum(len(each.evidence) for each in some)
    asked = graph.ask("Who is the Minister of Defence of Moldova?").to_pandas()
    assert asked.empty
    assert "quote" in asked.columns


def test_every_kind_of_result_is_a_table(graph: actorgraph.Graph) -> None:
    for rows in (graph.reports(), graph.actors(), graph.claims("Aigul Kenjesheva")):
        assert len(rows.to_pandas()) == len(rows) > 0
    found = graph.cypher("MATCH (r:Report) RETURN r.file AS file, r AS report ORDER BY file")
    assert len(found.to_pandas()) == len(found) == 3
    assert list(found.to_pandas().columns) == ["file", "report"]
    assert repr(found[:1][0]["file"]) in repr(found[0])
    posts = graph.posts("Kyrgyzstan")
    assert set(posts.to_pandas()["person"]) == {each.person.name for each in posts}


def test_a_post_is_held_at_a_date_only_where_a_report_saw_it_so(graph: actorgraph.Graph) -> None:
    at = {
        date: {each.post.name for each in graph.posts("Samat Ishenbaev", date)}
        for date in ("2024-01", "2024-09", "2025")
    }
    assert at["2024-01"] == set()
    assert at["2024-09"] != set()
    assert at["2025"] == set()
    (former,) = graph.posts("Adilet Kubanychbaev")
    assert former.former
    assert len(graph.posts("Adilet Kubanychbaev", "2024-09")) == 0


def test_an_actor_is_found_by_the_id_that_an_error_names(graph: actorgraph.Graph) -> None:
    with pytest.raises(actorgraph.InvalidInput, match="Give the id of one") as several:
        graph.actor("Ministry")
    identifier = re.search(r"\((organisation-\w+)\)", str(several.value))
    assert identifier
    assert graph.actor(identifier[1]).id == identifier[1]


@pytest.mark.parametrize("address", ["http://127.0.0.1:8000", "bolt://", "sqlite:///graph"])
def test_an_address_of_another_kind_is_refused_with_what_to_write(address: str) -> None:
    with pytest.raises(actorgraph.ActorgraphError, match="bolt://HOST:PORT or neo4j://HOST:PORT"):
        actorgraph.connect(address)


def test_a_mistyped_folder_is_not_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, file = tmp_path / "mistyped data", tmp_path / "notes.txt"
    file.touch()
    for place in (folder, str(folder), file):
        with pytest.raises(actorgraph.ActorgraphError, match=r"There is no data folder .+ ingest"):
            actorgraph.connect(place)
    monkeypatch.setenv("ACTORGRAPH_DATA", str(folder))
    monkeypatch.delenv("ACTORGRAPH_STORE", raising=False)
    with pytest.raises(actorgraph.ActorgraphError, match="mistyped data"):
        actorgraph.connect()
    assert not folder.exists()


def test_a_store_that_does_not_answer_is_told_when_connecting() -> None:
    with pytest.raises(actorgraph.StoreUnavailable):
        actorgraph.connect("bolt://127.0.0.1:9")


def test_without_pandas_all_but_the_tables_works_and_says_what_to_install(data: Path) -> None:
    program = (
        "import sys; sys.modules['pandas'] = None; import actorgraph\n"
        "with actorgraph.connect(sys.argv[1]) as graph:\n"
        "    print(len(graph.reports()))\n"
        "    graph.reports().to_pandas()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(data)],
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == "3\n"
    assert done.stderr.strip().endswith("pandas is not installed. Run `make extras`")
