"""What is derived from the vocabulary is fresh and complete."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef

from ontology.source import VOCABULARY
from ontology.terms import EVENT_TYPES, RELATIONS, ROLES, EventType, NodeKind, Relation, Role
from ontology.vocabulary import AG, ENUMS, check, load

ROOT = Path(__file__).parents[2]


def run(*arguments: str, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "ontology.generate", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_the_committed_files_are_fresh() -> None:
    assert run("--check").returncode == 0


def test_a_vocabulary_that_changed_makes_the_check_fail(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "ontology", tmp_path / "ontology")
    for each in ("docs/ontology.md", "api/page/ontology.html"):
        (tmp_path / each).parent.mkdir(parents=True)
        shutil.copy(ROOT / each, tmp_path / each)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    assert run("--check", folder=tmp_path).returncode == 0
    changed = VOCABULARY.read_text().replace('"A human being named in a report."', '"Somebody."')
    (tmp_path / "ontology" / "vocabulary.ttl").write_text(changed)
    done = run("--check", folder=tmp_path)
    assert done.returncode == 1
    for stale in ("terms.py", "vocabulary.jsonld", "ontology.md", "ontology.html"):
        assert f"{stale} is stale" in done.stderr


def test_every_word_has_a_label_a_definition_and_an_example() -> None:
    graph = load()
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, *map(AG.term, ENUMS))
    words = {each for kind in kinds for each in graph.subjects(RDF.type, kind)}
    words |= set(graph.subjects(SKOS.inScheme, AG.topics))
    assert len(words) > 150
    for word in words:
        assert (word, RDFS.label, None) in graph or (word, SKOS.prefLabel, None) in graph, word
        assert (word, SKOS.definition, None) in graph, word
        assert (word, SKOS.example, None) in graph, word


SAID = {
    "org": ("Post", "Membership", "memberDuring", "holds", "postIn"),
    "prov": ("wasQuotedFrom", "hadPrimarySource", "wasGeneratedBy", "wasAttributedTo"),
    "sem": ("Event", "eventType"),
    "schema": ("Event",),
    "oa": ("TextPositionSelector", "TextQuoteSelector", "FragmentSelector"),
    "time": ("Interval",),
    "edtf": ("EDTF",),
    "person": ("Person",),
    "ftm": ("Person", "PublicBody", "Position", "Occupancy", "Event", "Documentation"),
    "plover": ("CONSULT", "SUPPORT", "COOPERATE", "MOBILIZE"),
}


@pytest.mark.parametrize("prefix", SAID)
def test_the_words_of_other_vocabularies_are_there(prefix: str) -> None:
    graph = load()
    (base,) = [str(iri) for name, iri in graph.namespaces() if name == prefix]
    for name in SAID[prefix]:
        assert (None, None, URIRef(base + name)) in graph, name


def test_event_types_match_types_of_plover_alone() -> None:
    graph = load()
    for match in (SKOS.broadMatch, SKOS.closeMatch, SKOS.relatedMatch):
        for kind, other in graph.subject_objects(match):
            if (kind, RDF.type, AG.EventType) in graph:
                assert (other, SKOS.inScheme, AG.ploverTypes) in graph


@pytest.mark.parametrize(
    ("right", "wrong", "why"),
    [
        (
            "schema:domainIncludes :Person ;",
            "schema:domainIncludes :Persn ;",
            "#Persn in vocabulary.ttl is defined no",
        ),
        (
            "schema:domainIncludes :Person ;",
            "schema:domainIncludes :Role ;",
            "cannot have Role for its domainIncludes",
        ),
        ("schema:domainIncludes :Person ;", "", "cannot have nothing for its domainIncludes"),
        (
            "schema:rangeIncludes :Date ;",
            "schema:rangeIncludes :Role ;",
            "cannot have Role for its rangeIncludes",
        ),
        ('skos:prefLabel "talks"', 'skos:prefLable "talks"', "#prefLable in vocabulary.ttl is"),
        (':edge "MET"', ':egde "MET"', "#egde in vocabulary.ttl is defined nowhere"),
        ("skos:broader :meeting", "skos:broader :meetng", "#meetng in vocabulary.ttl is defined"),
        ("sh:path sem:eventType", "sh:path sem:evntType", "/evntType in vocabulary.ttl is defined"),
    ],
)
def test_a_word_that_is_defined_nowhere_or_out_of_place_is_refused(
    right: str, wrong: str, why: str
) -> None:
    text = VOCABULARY.read_text("utf-8")
    assert right in text
    with pytest.raises(ValueError, match=why):
        check(Graph().parse(data=text.replace(right, wrong, 1), format="turtle"))


def test_every_relation_has_its_ends() -> None:
    assert set(RELATIONS) == set(Relation)
    kinds = set(NodeKind)
    for ends in RELATIONS.values():
        assert ends.domain
        assert ends.domain <= kinds
        assert ends.range <= kinds | {"Date", "EventType"}


def test_every_concept_can_be_named() -> None:
    assert set(EVENT_TYPES) == set(EventType)
    assert set(ROLES) == set(Role)
    assert all(concept.labels for concept in (*EVENT_TYPES.values(), *ROLES.values()))
