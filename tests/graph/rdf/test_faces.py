"""The faces of RDF: the same quads in each format, and the words that other tools know."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from invented import Invented, body, country, person, place, post, topic
from pyoxigraph import Quad, RdfFormat, parse, serialize
from rdflib import Dataset, Graph, URIRef
from strategies import judgement

from graph import rdf
from graph.export import export
from graph.exporting.elements import Elements
from graph.exporting.formats import FORMATS, Format
from graph.exporting.placing import placed
from graph.knowledge import KnowledgeGraph
from graph.rdf.contents import contents_quads
from graph.store import Store
from ontology.errors import StoreFailed
from ontology.records import PREFIXES
from ontology.terms import EventType, Relation, Role, Verdict

PAGE = (Path(__file__).parents[3] / "docs" / "rdf.md").read_text("utf-8")
QUARIA, ZEDLAND = country("Quaria", "QA"), country("Zedland", "ZD")
SALT = body("Ministry of Salt", "QA")
ANA, CY = person("Ana Bo", "country:QA"), person("Cy Dorn", "country:ZD")
ONTOLOGY_GRAPH = URIRef(PREFIXES[""].removesuffix("#"))
ASK = "\n".join(f"PREFIX {name}: <{iri}>" for name, iri in PREFIXES.items())


def review() -> Invented:
    """Two who hold posts, one of them since a day, and who met about corruption; a rumour besides."""
    made = Invented("review")
    made.tenure(ANA, post("Minister", SALT), SALT, since="2020-03")
    made.tenure(CY, post("Envoy", ZEDLAND), ZEDLAND, acting=True)
    made.claim(made.mention(SALT), Relation.PART_OF, object=made.mention(QUARIA))
    event = made.event(
        EventType.MEETING,
        "2024-09-03",
        place("Harbour"),
        [ANA, CY],
        topic("fight against corruption"),
        role=Role.CHAIR,
    )
    made.met(ANA, CY, event)
    return made


@pytest.fixture
def told(embedded: Store) -> Store:
    """A store that has the review, and a judgement on it."""
    graph = KnowledgeGraph(embedded)
    made = review()
    graph.add(made.extraction())
    graph.judge(judgement(Verdict.REJECT, "claim-of-another-report"))
    return embedded


@pytest.fixture
def held(told: Store) -> Dataset:
    return rdf.dataset(told)


def rows(held: Dataset, query: str) -> list[tuple[str, ...]]:
    found = held.query(f"{ASK}\nSELECT {query}")
    return sorted(tuple(str(each) for each in row) for row in found)  # type: ignore[union-attr]


def written(store: Store, folder: Path, form: str) -> bytes:
    export(store, Format(form), folder / form)
    return (folder / form).read_bytes()


def all_quads(store: Store) -> list[Quad]:
    return list(rdf.quads(Elements(store)))


def quads(text: bytes, form: RdfFormat) -> set[Quad]:
    return set(parse(text, format=form))


def file_quads(store: Store, form: Format = Format.TRIG) -> set[Quad]:
    """All quads, and how many there are at the end of a file."""
    elements = Elements(store)
    return {*all_quads(store), *contents_quads(elements.contents(), FORMATS[form].caveat())}


def test_trig_nquads_and_jsonld_say_the_same(told: Store, tmp_path: Path) -> None:
    expected = file_quads(told)
    assert quads(written(told, tmp_path, "trig"), RdfFormat.TRIG) == expected
    assert quads(written(told, tmp_path, "nquads"), RdfFormat.N_QUADS) == expected
    assert quads(written(told, tmp_path, "jsonld"), RdfFormat.JSON_LD) == expected


def test_turtle_says_the_same_without_graphs(told: Store, tmp_path: Path) -> None:
    expected = {quad.triple for quad in file_quads(told, Format.TURTLE)}
    found = parse(written(told, tmp_path, "turtle"), format=RdfFormat.TURTLE)
    assert {quad.triple for quad in found} == expected


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
def test_rdflib_reads_what_oxigraph_reads(told: Store, tmp_path: Path, held: Dataset) -> None:
    for form in ("trig", "json-ld"):
        name = form.replace("-", "")
        found = Dataset()
        found.parse(data=written(told, tmp_path, name), format=form)
        assert len(list(found.quads())) == len(file_quads(told))
    told_here = [each for each in held.quads() if each[3] != ONTOLOGY_GRAPH]
    assert len(told_here) == len(set(all_quads(told)))


def test_no_resource_is_described_twice_in_a_graph(told: Store) -> None:
    runs: list[tuple[object, object]] = []
    for quad in all_quads(told):
        if not runs or runs[-1] != (quad.graph_name, quad.subject):
            runs.append((quad.graph_name, quad.subject))
    assert len(runs) == len(set(runs))


def test_jsonld_reads_as_plain_json(told: Store, tmp_path: Path) -> None:
    document = json.loads(written(told, tmp_path, "jsonld"))
    resources = [each for graph in document["@graph"] for each in graph["@graph"]]
    (met,) = [each for each in resources if each.get("relation") == "met"]
    assert (met["status"], met["confidence"], met["polarity"]) == ("happened", "0.9", "affirmed")
    assert met["@type"] == ["Claim", "oa:Annotation", "prov:Entity"]
    (report,) = [each for each in resources if "Report" in each.get("@type", ())]
    assert (report["title"], report["numberOfPages"], report["issued"]) == (
        "review",
        1,
        "2024-09-30",
    )


def test_the_plain_triples_are_there_to_walk(held: Dataset) -> None:
    derived = URIRef(f"{PREFIXES['graph']}derived")
    plain = held.graph(derived)
    assert len(plain) > 0
    names = "?a rdfs:label ?x . ?b rdfs:label ?y"
    assert rows(held, f"?x ?y {{ GRAPH graph:derived {{ ?a :holdsPost ?b }} {names} }}") == [
        ("Ana Bo", "Minister"),
        ("Cy Dorn", "Envoy"),
    ]
    assert rows(held, f"?x ?y {{ GRAPH graph:derived {{ ?a :postIn ?b }} {names} }}") == [
        ("Envoy", "Zedland"),
        ("Minister", "Ministry of Salt"),
    ]
    met = rows(held, f"?x ?y {{ GRAPH graph:derived {{ ?a :met ?b }} ?a a :Country . {names} }}")
    assert met == [("Quaria", "Zedland"), ("Zedland", "Quaria")]
    assert rows(held, "?d { GRAPH graph:derived { ?e :onDate ?d } }") == [("2024-09-03",)]
    assert rows(held, f"?x ?y {{ GRAPH graph:derived {{ ?a :tookPart ?b }} {names} }}") == [
        ("Ana Bo", "meeting"),
        ("Cy Dorn", "meeting"),
    ]


def test_a_tenure_is_a_membership_with_its_claims_and_their_words(held: Dataset) -> None:
    found = rows(
        held,
        """?who ?body ?since ?quote {
            ?tenure a :Tenure ; org:member/rdfs:label ?who ; :since ?since ;
                org:organization/rdfs:label ?body ; prov:wasDerivedFrom ?claim .
            ?claim :core/oa:hasSelector/oa:exact ?quote ; prov:hadPrimarySource/:file "review.txt" }""",
    )
    assert found == [
        (
            "Ana Bo",
            "Ministry of Salt",
            "2020-03",
            "Sentence 1 of review says that holdsPost is happened.",
        )
    ]


def test_every_plain_triple_leads_to_its_claims(held: Dataset) -> None:
    lost = rows(
        held,
        """?s ?p ?o { GRAPH <https://actorgraph.org/ontology> { ?p a :Relation }
            GRAPH graph:derived { ?s ?p ?o } FILTER (?p != :eventType) FILTER NOT EXISTS {
            { ?r rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; prov:wasDerivedFrom ?claim }
            UNION { ?r rdf:subject ?o ; rdf:predicate :met ; rdf:object ?s ; prov:wasDerivedFrom ?claim } } }""",
    )
    assert lost == []
    assert len(rows(held, "?s ?o { GRAPH graph:derived { ?s :tookPart|:holdsPost|:met ?o } }")) == 8


def test_a_topic_leads_to_the_concepts_of_the_vocabulary(held: Dataset) -> None:
    found = rows(
        held,
        "?x ?c { ?event :about ?topic . ?topic skos:prefLabel ?x ; skos:broader+/skos:exactMatch ?c }",
    )
    words = PREFIXES[""]
    assert found == [
        ("fight against corruption", f"{words}corruption"),
        ("fight against corruption", f"{words}crime"),
    ]


def test_each_report_has_a_graph_of_its_own(held: Dataset) -> None:
    found = rows(held, "?g (count(?c) AS ?n) { GRAPH ?g { ?c a :Claim } } GROUP BY ?g")
    made = review()
    assert found == [(f"{PREFIXES['id']}{made.id}#claims", str(len(made.claims)))]


def test_a_judgement_says_who_when_and_why(held: Dataset) -> None:
    found = rows(
        held,
        """?about ?who ?when ?why { GRAPH graph:judgements { ?j a prov:Activity ; :verdict :reject ;
            :decidesOn ?about ; prov:wasAssociatedWith/rdfs:label ?who ; prov:endedAtTime ?when ; :reason ?why } }""",
    )
    (one,) = found
    assert one[0] == f"{PREFIXES['id']}claim-of-another-report"
    assert (one[1], one[3]) == ("a reader", "so it is")


def test_a_failure_while_quads_come_leaves_the_file_as_it_was(told: Store, tmp_path: Path) -> None:
    def failing() -> Iterator[Quad]:
        yield all_quads(told)[0]
        raise StoreFailed("The store is gone", "")

    file = tmp_path / "graph.trig"
    file.write_text("before")
    with pytest.raises(StoreFailed), placed(file, folder=False) as draft:
        serialize(failing(), str(draft.path), format=RdfFormat.TRIG)
    assert [each.read_text() for each in tmp_path.iterdir()] == ["before"]


@pytest.mark.parametrize("question", re.findall(r"```sparql\n(.*?)```", PAGE, re.DOTALL))
def test_what_the_page_asks_is_answered(held: Dataset, question: str) -> None:
    assert list(held.query(question))


def test_turtle_is_turtle_to_rdflib(told: Store, tmp_path: Path) -> None:
    found = Graph().parse(data=written(told, tmp_path, "turtle"), format="turtle")
    assert len(found) == len({quad.triple for quad in file_quads(told, Format.TURTLE)})


@pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")
def test_a_file_ends_with_how_much_it_holds(told: Store, tmp_path: Path) -> None:
    text = written(told, tmp_path, "trig")
    held = Dataset().parse(data=text, format="trig")
    assert rows(
        held,
        """?reports ?claims ?judgements { GRAPH graph:contents {
            ?file a void:Dataset ; :reports ?reports ; :claims ?claims ; :judgements ?judgements } }""",
    ) == [("1", str(len(review().claims)), "1")]
    assert text.decode().rstrip().rpartition("graph:contents {")[2].count("}") == 1
    assert b"cannot carry the graphs that tell" in written(told, tmp_path, "turtle")
