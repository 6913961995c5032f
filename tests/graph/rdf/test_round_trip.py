"""Law 5: what is exported and imported into a fresh store is the same graph, byte for byte, on every store."""

import json
from codecs import BOM_UTF8
from collections.abc import Sequence
from pathlib import Path

import pytest
from growing import grown
from hypothesis import given, settings
from hypothesis import strategies as st
from invented import Land
from ornate import ornate
from resetting import empty
from strategies import Step, histories, judgement

from graph.export import export
from graph.exporting.contents import LONGEST
from graph.exporting.formats import FORMATS, Format
from graph.importing import checked, load
from graph.knowledge import KnowledgeGraph
from graph.rows import content_of
from graph.store import Store
from ontology.errors import InvalidGraph
from ontology.model import Extraction
from ontology.terms import NodeKind, Verdict

FILES = [form for form in Format if not FORMATS[form].folder]
IMPORTED = [form for form in FILES if FORMATS[form].imported]
ON_EMBEDDED = settings(max_examples=25)
ON_NEO4J = settings(max_examples=8)


def bring(file: Path, store: Store) -> list[bool]:
    with checked(file) as found:
        return list(load(KnowledgeGraph(store), found))


def tell(store: Store, reports: Sequence[Extraction]) -> KnowledgeGraph:
    graph = KnowledgeGraph(store)
    for report in reports:
        graph.add(report)
    return graph


def check(one: Store, other: Store, folder: Path, form: Format) -> None:
    """Whatever the first has comes to be in the second, which is emptied before."""
    before = {each: folder / f"before.{each}" for each in (Format.JSON, Format.TRIG, form)}
    for each, file in before.items():
        export(one, each, file)
    empty(other)
    bring(before[form], other)
    for each, file in before.items():
        export(other, each, folder / "after")
        assert (folder / "after").read_bytes() == file.read_bytes(), each


@ON_EMBEDDED
@given(history=histories(longest=0), form=st.sampled_from(IMPORTED))
def test_an_export_that_is_imported_is_the_same_graph(
    embedded: Store, tmp_path: Path, history: list[Step], form: Format
) -> None:
    grown(embedded, history)
    check(embedded, embedded, tmp_path, form)


@ON_EMBEDDED
@given(report=ornate("one"), form=st.sampled_from(IMPORTED))
def test_a_report_that_says_all_it_can_is_the_same_after_import(
    embedded: Store, tmp_path: Path, report: Extraction, form: Format
) -> None:
    empty(embedded)
    tell(embedded, [report])
    check(embedded, embedded, tmp_path, form)


@pytest.mark.neo4j
@ON_NEO4J
@given(history=histories(longest=0), form=st.sampled_from(IMPORTED))
def test_an_export_of_neo4j_is_the_same_graph_in_a_fresh_embedded_store(
    neo4j: Store, embedded: Store, tmp_path: Path, history: list[Step], form: Format
) -> None:
    grown(neo4j, history)
    check(neo4j, embedded, tmp_path, form)
    check(embedded, neo4j, tmp_path, form)


@pytest.mark.neo4j
@ON_NEO4J
@given(report=ornate("one"), form=st.sampled_from(IMPORTED))
def test_a_report_that_says_all_it_can_goes_through_both_stores(
    neo4j: Store, embedded: Store, tmp_path: Path, report: Extraction, form: Format
) -> None:
    empty(embedded)
    tell(embedded, [report])
    check(embedded, neo4j, tmp_path, form)
    check(neo4j, embedded, tmp_path, form)


@pytest.mark.parametrize("form", IMPORTED)
def test_what_is_imported_is_added_to_what_is_there(
    store: Store, tmp_path: Path, form: Format
) -> None:
    land = Land(7, people=20)
    one, two = land.report(1, claims=10), land.report(2, claims=10)
    graph = tell(store, [one, two])
    graph.judge(judgement(Verdict.REJECT, one.claims[0].id))
    whole = graph.fingerprint()
    graph.forget(two.report.id)
    export(store, form, tmp_path / "one")
    empty(store)
    tell(store, [two])
    assert bring(tmp_path / "one", store) == [True]
    assert graph.fingerprint() == whole
    version = graph.version()
    assert bring(tmp_path / "one", store) == [False]
    assert graph.version() == version


@pytest.mark.parametrize("form", IMPORTED)
def test_an_empty_graph_is_exported_and_imported(
    store: Store, tmp_path: Path, form: Format
) -> None:
    tell(store, [])
    export(store, form, tmp_path / "nothing")
    assert bring(tmp_path / "nothing", store) == []


@pytest.mark.parametrize("form", IMPORTED)
def test_a_file_with_one_fault_is_refused_whole_and_says_where(
    embedded: Store, tmp_path: Path, form: Format
) -> None:
    land = Land(7, people=20)
    reports = [land.report(number, claims=10) for number in range(3)]
    graph = tell(embedded, reports)
    file = tmp_path / "graph"
    export(embedded, form, file)
    last = max(reports, key=lambda each: each.report.id)
    text = file.read_text("utf-8")
    quote = last.passages[-1].quote
    assert quote in text
    file.write_text(text.replace(quote, quote + "!"), "utf-8")
    empty(embedded)
    with pytest.raises(InvalidGraph) as refusal:
        bring(file, embedded)
    assert graph.reports() == []
    where = last.passages[-1].id if form != "jsonl" else "graph, line "
    assert where in refusal.value.message


@pytest.mark.parametrize("form", [form for form in FILES if form not in IMPORTED])
def test_what_does_not_carry_all_that_is_needed_is_refused(
    embedded: Store, tmp_path: Path, form: Format
) -> None:
    tell(embedded, [Land(7, people=20).report(1, claims=10)])
    export(embedded, form, tmp_path / "graph")
    with pytest.raises(InvalidGraph), checked(tmp_path / "graph"):
        pass


@pytest.mark.parametrize("form", IMPORTED)
def test_a_file_that_was_cut_anywhere_is_refused(
    embedded: Store, tmp_path: Path, form: Format
) -> None:
    land = Land(7, people=20)
    graph = tell(embedded, [land.report(number, claims=3) for number in range(2)])
    graph.judge(judgement(Verdict.REJECT, "claim-of-another-report"))
    export(embedded, form, tmp_path / "graph")
    lines = (tmp_path / "graph").read_bytes().splitlines(keepends=True)
    ends = [number for number, each in enumerate(lines) if each.startswith((b"}", b"graph:"))]
    assert form != "trig" or len(ends) > 5
    for number in {0, len(lines) - 1, *ends, *range(1, len(lines), len(lines) // 20)}:
        (tmp_path / "cut").write_bytes(b"".join(lines[:number]))
        with pytest.raises(InvalidGraph), checked(tmp_path / "cut"):
            pass


@pytest.mark.parametrize("form", IMPORTED)
def test_a_file_from_which_a_report_was_taken_is_refused(
    embedded: Store, tmp_path: Path, form: Format
) -> None:
    land = Land(7, people=20)
    reports = [land.report(number, claims=3) for number in range(2)]
    graph = tell(embedded, reports)
    export(embedded, form, tmp_path / "both")
    graph.forget(reports[0].report.id)
    export(embedded, form, tmp_path / "one")
    ends = {
        each: (tmp_path / each).read_bytes().splitlines(keepends=True) for each in ("both", "one")
    }
    cut = {"trig": 3, "nquads": 5, "jsonl": 1}[form]
    mixed = [*ends["one"][:-cut], *ends["both"][-cut:]]
    (tmp_path / "mixed").write_bytes(b"".join(mixed))
    with (
        pytest.raises(InvalidGraph, match=r"it holds 1 reports, .* and should hold 2 reports"),
        checked(tmp_path / "mixed"),
    ):
        pass


@pytest.mark.parametrize("form", IMPORTED)
def test_a_byte_order_mark_at_the_head_is_passed_over(
    embedded: Store, tmp_path: Path, form: Format
) -> None:
    graph = tell(embedded, [Land(7, people=20).report(1, claims=3)])
    export(embedded, form, tmp_path / "graph")
    (tmp_path / "marked").write_bytes(BOM_UTF8 + (tmp_path / "graph").read_bytes())
    before = graph.fingerprint()
    empty(embedded)
    bring(tmp_path / "marked", embedded)
    assert graph.fingerprint() == before


def test_a_literal_that_is_too_long_is_refused(tmp_path: Path) -> None:
    long = "x" * LONGEST
    for text in (
        f'<a:g> {{ <a:b> <a:c> "{long}" }}',
        f'<a:b> <a:c> "{long}" .',
        f'{{"a": "{long}"}}',
    ):
        (tmp_path / "graph").write_text(text, "utf-8")
        with (
            pytest.raises(InvalidGraph, match="longer than 16,777,216 bytes"),
            checked(tmp_path / "graph"),
        ):
            pass


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "graph: it does not end as an export in trig, nquads or jsonl does"),
        ("%PDF-1.7 no graph", "graph, line 1: it is no TriG: '%' is not allowed"),
        (
            '{"label": "Person"\n',
            "graph, line 1: it is no JSON: Expecting ',' delimiter, column 20",
        ),
        ('{"nodes": [\n', "graph: it is json, which cannot be imported; export it as jsonl"),
        ('{"label": "Dragon", "properties": {}}\n', "graph, line 1: 'Dragon' is no kind of node"),
        (
            '{"label": "Claim", "properties": {"id": "c"}}\n',
            "graph, line 1: this Claim has no id, or says no report",
        ),
        (
            '{"type": "CORE", "start": "c", "end": "p", "properties": {}}\n',
            "graph, line 1: no node before it has the id 'c'",
        ),
        ('{"contents": {"reports": 0}}\n', "graph, line 1: it does not say how much"),
        (
            '{"contents": {"reports": 0, "claims": 0, "judgements": 0}}\n{}\n',
            "graph, line 2: it stands behind the end",
        ),
        ('{"label": "Person", "properties": {"id": "p"}}\n', "graph: it does not end as"),
    ],
)
def test_what_is_wrong_is_said_in_words_for_readers(tmp_path: Path, text: str, why: str) -> None:
    file = tmp_path / "graph"
    file.write_text(text, "utf-8")
    with pytest.raises(InvalidGraph) as refusal, checked(file):
        pass
    assert refusal.value.message.startswith(why)


@pytest.mark.parametrize(
    "text",
    [
        "%PDF-1.7 no graph",
        "<a:b> <a:c> <a:d> .\n<a:b> <a:c> .\n",
        "<a:b> <a:c> <a:d> .\n",
        "<a:b> <a:c> <a:d> <a:e> .\n",
        '{"label": "Person"',
        '{"label": "Dragon", "properties": {}}\n',
        '{"label": "Claim", "properties": {"id": "c", "report": "r"}}\n',
        '{"type": "SUBJECT", "start": "c", "end": "m", "properties": {}}\n',
        '{"label": "Judgement", "properties": {"id": "j"}}\n',
        "[" * 100_000,
    ],
)
def test_what_is_no_graph_of_ours_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "graph.trig"
    file.write_text(text, "utf-8")
    with pytest.raises(InvalidGraph), checked(file):
        pass


def test_the_line_that_is_wrong_is_named(embedded: Store, tmp_path: Path) -> None:
    tell(embedded, [Land(7, people=20).report(1, claims=10)])
    file = tmp_path / "graph"
    export(embedded, Format.JSONL, file)
    lines = file.read_text("utf-8").splitlines(keepends=True)
    for kind, field, value in (
        ("Claim", "confidence", 7),
        ("Passage", "start", -1),
        ("Mention", "kind", "Dragon"),
    ):
        number = max(n for n, each in enumerate(lines) if f'"label": "{kind}"' in each)
        node = json.loads(lines[number])
        node["properties"][field] = value
        file.write_text("".join((*lines[:number], json.dumps(node) + "\n", *lines[number + 1 :])))
        with pytest.raises(InvalidGraph, match=f"^graph, line {number + 1}: "), checked(file):
            pass


def test_an_id_in_two_reports_is_refused(embedded: Store, tmp_path: Path) -> None:
    land = Land(7, people=20)
    one, two = land.report(1, claims=4), land.report(2, claims=4)
    tell(embedded, [one, two])
    export(embedded, Format.TRIG, tmp_path / "graph")
    text = (tmp_path / "graph").read_text("utf-8")
    ids = one.claims[0].id, two.claims[0].id
    taken = Extraction.model_validate_json(one.model_dump_json().replace(*ids))
    text = text.replace(*ids).replace(content_of(one), content_of(taken))
    (tmp_path / "graph").write_text(text, "utf-8")
    with pytest.raises(InvalidGraph, match="two reports"):
        bring(tmp_path / "graph", embedded)


@pytest.mark.parametrize("form", IMPORTED)
def test_a_file_with_other_words_throughout_is_refused(
    embedded: Store, tmp_path: Path, form: Format
) -> None:
    """Quotes, names and mentions that agree with each other are no proof that the report says so."""
    report = Land(7, people=20).report(1, claims=10)
    graph = tell(embedded, [report])
    before = graph.fingerprint()
    export(embedded, form, tmp_path / "graph")
    name = next(each.name for each in report.mentions if each.kind is NodeKind.PERSON)
    text = (tmp_path / "graph").read_text("utf-8")
    other = name[::-1]
    (tmp_path / "graph").write_text(text.replace(name, other), "utf-8")
    with pytest.raises(InvalidGraph):
        bring(tmp_path / "graph", embedded)
    assert graph.fingerprint() == before


def test_what_is_derived_in_a_file_is_not_taken_from_it(embedded: Store, tmp_path: Path) -> None:
    report = Land(7, people=20).report(1, claims=10)
    graph = tell(embedded, [report])
    before = graph.fingerprint()
    export(embedded, Format.TRIG, tmp_path / "graph")
    text = (tmp_path / "graph").read_text("utf-8")
    told, _, rest = text.partition("graph:world {")
    end = "graph:contents {"
    (tmp_path / "graph").write_text(told + end + rest.partition(end)[2], "utf-8")
    empty(embedded)
    bring(tmp_path / "graph", embedded)
    assert graph.fingerprint() == before
    assert {mention.kind for mention in report.mentions} > {NodeKind.PERSON}
