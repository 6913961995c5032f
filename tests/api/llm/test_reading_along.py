"""Reading with a language model beside the rules: what is sent, kept, said and never shown."""

import json
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from doors import actorgraph, environment, said, settings
from endpoints import MODEL, Heard, Reply, Script, always, endpoint
from telling import nothing, tenure

from api.assistance import told
from api.llm.assistant import assisted
from graph.embedded import EmbeddedServer
from ingest.assisting.assistance import Assistance
from ingest.extraction import extract
from ingest.facts import facts
from ingest.pipeline import Outcome
from ingest.reading import read
from ontology.errors import ActorgraphError

KEY = "sk-a-key-that-nobody-must-see"
HELM = "Runa Berg, a veteran of the harbour trade, has been at the helm of the Riga Port Board since spring."
MET = "On 12 March 2031, Ilze Kalnina met with Defence Minister of Poland Marek Sowa in Warsaw."
TEXT = f"Harbour letter\n\nMarch 2031\n\n{HELM}\n\n{MET}\n"
GOOD = Reply(tenure(HELM, "Runa Berg", "helm", "Riga Port Board").model_dump_json())
NOTHING = Reply(nothing().model_dump_json())


def by_paragraph(body: dict[str, Any], _: int) -> Reply:
    """The helm of the paragraph that tells of it, of others nothing."""
    return GOOD if HELM in body["messages"][-1]["content"] else NOTHING


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("reports") / "letter.txt"
    file.write_text(TEXT, "utf-8")
    return file


@pytest.fixture(scope="module")
def offline(report: Path) -> Outcome:
    """The report as the rules read it."""
    document = read(report)
    return Outcome(report, document, extract(document))


def helped(
    script: Script, offline: Outcome, data: Path, **more: object
) -> tuple[Outcome, Assistance, Heard]:
    """The report with what an endpoint adds, and what that heard."""
    with endpoint(script) as heard:
        given = {"llm_url": heard.url, "llm_model": MODEL, "llm_key": KEY} | more
        (found,) = assisted(each_of(offline), settings(data, **given))
    assert found.assistance
    assert KEY not in told(found.assistance) + str(found.extraction)
    assert not any(KEY.encode() in each.read_bytes() for each in data.rglob("*") if each.is_file())
    return found, found.assistance, heard


def each_of(*outcomes: Outcome) -> Generator[Outcome, None, None]:
    yield from outcomes


def persons(outcome: Outcome) -> dict[str, str]:
    """Who holds a post, and which rule or model says so."""
    assert outcome.extraction
    assert outcome.document
    found = facts(outcome.extraction, outcome.document)
    return {each.person: each.rule for each in found.holds_post}


def test_paragraphs_alone_are_sent_and_what_is_told_is_among_the_facts(
    offline: Outcome, tmp_path: Path
) -> None:
    found, assistance, heard = helped(by_paragraph, offline, tmp_path)
    assert persons(found) == persons(offline) | {"Runa Berg": f"model {MODEL}"}
    assert heard.texts == [MET, HELM]
    sent = json.dumps(heard.bodies)
    assert not any(each in sent for each in ("letter.txt", "Harbour letter"))
    assert told(assistance) == f"the language model {MODEL} made or bore out 2 claims"


def test_a_second_run_asks_nothing_and_finds_the_same(offline: Outcome, tmp_path: Path) -> None:
    first, _, _ = helped(by_paragraph, offline, tmp_path)
    again, _, heard = helped(by_paragraph, offline, tmp_path)
    assert (again, heard.bodies) == (first, [])
    other, _, heard = helped(by_paragraph, offline, tmp_path, llm_model="another")
    assert len(heard.bodies) == 2
    assert persons(other)["Runa Berg"] == "model another"


def test_a_kept_answer_that_is_damaged_is_asked_for_again(offline: Outcome, tmp_path: Path) -> None:
    first, _, _ = helped(by_paragraph, offline, tmp_path)
    for kept in (tmp_path / "llm").iterdir():
        kept.write_text("{", "utf-8")
    again, _, heard = helped(by_paragraph, offline, tmp_path)
    assert (again, len(heard.bodies)) == (first, 2)


def test_where_nothing_can_be_kept_the_answers_count_all_the_same(
    offline: Outcome, tmp_path: Path
) -> None:
    (tmp_path / "llm").write_text("a file where the folder should be", "utf-8")
    found, _, _ = helped(by_paragraph, offline, tmp_path)
    assert "Runa Berg" in persons(found)


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        (Reply(status=401, body=b"{}"), "does not take the key (ACTORGRAPH_LLM_KEY) (status 401)"),
        (Reply(GOOD.content, seconds=9), "no answer within 1 seconds"),
        (Reply("{"), "does not have the form that was asked for"),
        (Reply(GOOD.content, finish="length"), "was cut off"),
        (Reply(""), "empty"),
    ],
)
def test_where_it_does_not_answer_the_rules_stand_and_it_is_said_how_often_and_why(
    offline: Outcome, tmp_path: Path, reply: Reply, why: str
) -> None:
    found, assistance, _ = helped(always(reply), offline, tmp_path, llm_seconds=1.0)
    assert found.extraction == offline.extraction
    assert "2 of 2 paragraphs without its answer: " in told(assistance)
    assert why in told(assistance)
    later, _, _ = helped(by_paragraph, offline, tmp_path)
    assert "Runa Berg" in persons(later)


def test_what_is_invented_is_not_taken_and_said_to_be(offline: Outcome, tmp_path: Path) -> None:
    invented = Reply(tenure("Bo Grift runs it.", "Bo Grift", "head").model_dump_json())
    found, assistance, _ = helped(always(invented), offline, tmp_path)
    assert found.extraction == offline.extraction
    assert "2 things it said not taken: not in the words of the report" in told(assistance)


def test_a_report_that_could_not_be_read_is_left_as_it_is(tmp_path: Path) -> None:
    broken = Outcome(Path("x.pdf"), error=ActorgraphError("Broken", "Mend it"))
    with endpoint(by_paragraph) as heard:
        of = settings(tmp_path, llm_url=heard.url, llm_model=MODEL)
        assert list(assisted(each_of(broken), of)) == [broken]
    assert heard.bodies == []


def test_the_command_asks_nothing_unless_it_is_switched_on_and_says_what_is_missing(
    report: Path, tmp_path: Path
) -> None:
    def extracted(*options: str, **more: str) -> tuple[int, str, str]:
        out = tmp_path / "facts"
        env = environment(**more)
        done = actorgraph("--data", tmp_path, "extract", report, "--out", out, *options, env=env)
        written = out / "letter.json"
        return done.status, done.err, written.read_text("utf-8") if written.exists() else ""

    status, err, _ = extracted("--llm")
    assert status == 2
    assert err.startswith("Which language model to ask is not said: ACTORGRAPH_LLM_MODEL")
    with endpoint(by_paragraph) as heard:
        of = {"ACTORGRAPH_LLM_URL": heard.url, "ACTORGRAPH_LLM_KEY": KEY}
        status, err, written = extracted(**of, ACTORGRAPH_LLM_MODEL=MODEL)
        assert (status, err, heard.bodies, "Runa Berg" in written) == (0, "", [], False)
        status, err, written = extracted("--llm", "--llm-model", MODEL, **of)
    assert (status, "Runa Berg" in written) == (0, True)
    assert err == f"letter.txt: the language model {MODEL} made or bore out 2 claims\n"
    assert KEY not in err + written


@pytest.fixture
def data(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "library"
    yield folder
    EmbeddedServer(folder / "store").stop()


def test_in_the_graph_each_claim_says_who_made_it_and_forgetting_leaves_no_answer_behind(
    report: Path, data: Path
) -> None:
    with endpoint(by_paragraph) as heard:
        of = environment(
            ACTORGRAPH_LLM_URL=heard.url, ACTORGRAPH_LLM_MODEL=MODEL, ACTORGRAPH_LLM_KEY=KEY
        )
        done = actorgraph("--data", data, "ingest", report, "--llm", "--json", env=of)
        (found,) = said(done.out)["reports"]
        assert found["llm"]["claims"] == 2
        assert found["extractor"].endswith(f" and model {MODEL}")
        again = actorgraph("--data", data, "ingest", report, "--llm", "--json", env=of)
        assert said(again.out)["reports"][0]["changed"] is False
        assert len(heard.bodies) == 2
    turtle = data / "graph.ttl"
    actorgraph("--data", data, "export", "--format", "turtle", "--out", turtle, env=of)
    exported = turtle.read_text("utf-8")
    assert f'"model {MODEL}"' in exported
    assert KEY not in exported
    without = actorgraph("--data", data, "reread", "--json", env=of)
    (plain,) = said(without.out)["reports"]
    assert (plain["claims"], plain["changed"]) == (found["claims"] - 2, True)
    assert len(list((data / "llm").iterdir())) == 2
    actorgraph("--data", data, "forget", found["id"], env=of)
    assert list((data / "llm").iterdir()) == []
