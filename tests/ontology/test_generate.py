"""What is derived from the vocabulary is fresh and complete."""

import subprocess
import sys
from pathlib import Path

import pytest
from rdflib import Graph

from ontology.terms import EVENT_TYPES, RELATIONS, ROLES, EventType, NodeKind, Relation, Role
from ontology.vocabulary import SOURCE, check

ROOT = Path(__file__).parents[2]


def run(*arguments: str, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "ontology.generate", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_the_committed_files_are_fresh() -> None:
    assert run("--check").returncode == 0


def test_a_vocabulary_that_changed_makes_the_check_fail(tmp_path: Path) -> None:
    room = tmp_path / "ontology"
    room.mkdir()
    (tmp_path / "docs").mkdir()
    for source in (ROOT / "ontology").iterdir():
        if source.suffix in (".py", ".ttl"):
            (room / source.name).write_text(source.read_text())
    (tmp_path / "docs/ontology.md").write_text((ROOT / "docs/ontology.md").read_text())
    changed = SOURCE.read_text().replace('"A human being named in a report."', '"Somebody."')
    (room / "vocabulary.ttl").write_text(changed)
    assert run("--check", folder=tmp_path).returncode != 0


@pytest.mark.parametrize(
    ("right", "wrong", "why"),
    [
        ("rdfs:domain :Person ;", "rdfs:domain :Persn ;", "#Persn in vocabulary.ttl is defined no"),
        ("rdfs:domain :Person ;", "rdfs:domain :Role ;", "cannot have Role for its domain"),
        ("rdfs:domain :Person ;", "", "cannot have nothing for its domain"),
        ("rdfs:range :Date ;", "rdfs:range :Role ;", "cannot have Role for its range"),
        ('skos:prefLabel "talks"', 'skos:prefLable "talks"', "#prefLable in vocabulary.ttl is"),
        (':edge "MET"', ':egde "MET"', "#egde in vocabulary.ttl is defined nowhere"),
        ("skos:broader :meeting", "skos:broader :meetng", "#meetng in vocabulary.ttl is defined"),
        ("sh:path sem:eventType", "sh:path sem:evntType", "/evntType in vocabulary.ttl is defined"),
    ],
)
def test_a_word_that_is_defined_nowhere_or_out_of_place_is_refused(
    right: str, wrong: str, why: str
) -> None:
    text = SOURCE.read_text("utf-8")
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
