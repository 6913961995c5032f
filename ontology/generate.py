"""Derives the generated files from `vocabulary.ttl`: `python -m ontology.generate [--check]`."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from rdflib import SKOS, Graph
from rdflib.namespace import SDO
from rdflib.term import Node

from ontology.publishing import context_document, markdown_page, web_page
from ontology.shaping import records_module, shapes_file
from ontology.source import LINKED_VOCABULARY, SHAPES
from ontology.vocabulary import (
    AG,
    ENUMS,
    kinds,
    load,
    members,
    name_of,
    relations,
    snake,
    text,
    topics,
)

HERE = Path(__file__).parent
TERMS = HERE / "terms.py"
RECORDS = HERE / "records.py"
PAGE = HERE.parent / "docs" / "ontology.md"
WEB_PAGE = HERE.parent / "api" / "page" / "ontology.html"


def _enum(name: str, doc: str, rows: list[tuple[str, str, str]]) -> Iterator[str]:
    yield f"class {name}(StrEnum):"
    yield f'    """{doc}"""'
    yield ""
    for member, value, note in rows:
        yield f'    {member} = "{value}"'
        yield f'    """{note}"""'
    yield ""
    yield ""


def _concept_table(graph: Graph, nodes: list[Node], enum: str) -> Iterator[str]:
    for node in nodes:
        labels = [
            text(graph, node, SKOS.prefLabel),
            *sorted(map(str, graph.objects(node, SKOS.altLabel))),
        ]
        broader = graph.value(node, SKOS.broader)
        up = f"{enum}.{snake(name_of(broader)).upper()}" if broader else "None"
        yield f"    {enum}.{snake(name_of(node)).upper()}: Concept({tuple(labels)!r}, {up}),"


def _relation_table(graph: Graph) -> Iterator[str]:
    for node in relations(graph):
        ends = [
            ", ".join(
                repr(name) for name in sorted(name_of(o) for o in graph.objects(node, predicate))
            )
            for predicate in (SDO.domainIncludes, SDO.rangeIncludes)
        ]
        edge = graph.value(node, AG.edge)
        edge_text = repr(str(edge)) if edge else "None"
        member = snake(name_of(node)).upper()
        yield f"    Relation.{member}: Ends(frozenset({{{ends[0]}}}), frozenset({{{ends[1]}}}), {edge_text}),"


def terms_module(graph: Graph) -> str:
    """The text of `terms.py`."""
    lines = [
        '"""The words of the ontology as Python names. Generated from vocabulary.ttl by ontology.generate."""',
        "",
        "from enum import StrEnum",
        "from typing import NamedTuple",
        "",
        "",
        "class Concept(NamedTuple):",
        '    """The labels of a concept, the preferred one first, and its broader concept."""',
        "",
        "    labels: tuple[str, ...]",
        "    broader: StrEnum | None",
        "",
        "",
        "class Ends(NamedTuple):",
        '    """What a relation may link, and the edge that is derived from it."""',
        "",
        "    domain: frozenset[str]",
        "    range: frozenset[str]",
        "    edge: str | None",
        "",
        "",
    ]

    def rows(nodes: list[Node], *, same: bool = False) -> list[tuple[str, str, str]]:
        return [
            (
                snake(name_of(n)).upper().strip("_"),
                name_of(n) if same else snake(name_of(n)),
                str(graph.value(n, SKOS.definition) or graph.value(n, SKOS.prefLabel)),
            )
            for n in nodes
        ]

    lines += _enum(
        "NodeKind", "The kinds of node, as labels in the store.", rows(kinds(graph), same=True)
    )
    lines += _enum(
        "Relation", "The relations that claims state.", rows(relations(graph), same=True)
    )
    for enum, doc in ENUMS.items():
        lines += _enum(enum, doc, rows(members(graph, AG[enum])))
    lines += _enum("TopicConcept", "The topics this vocabulary knows.", rows(topics(graph)))
    lines += ["RELATIONS: dict[Relation, Ends] = {", *_relation_table(graph), "}", ""]
    lines += [
        "EVENT_TYPES: dict[EventType, Concept] = {",
        *_concept_table(graph, members(graph, AG.EventType), "EventType"),
        "}",
        "",
        "ORGANISATION_TYPES: dict[OrganisationType, Concept] = {",
        *_concept_table(graph, members(graph, AG.OrganisationType), "OrganisationType"),
        "}",
        "",
        "ROLES: dict[Role, Concept] = {",
        *_concept_table(graph, members(graph, AG.Role), "Role"),
        "}",
        "",
        "TOPICS: dict[TopicConcept, Concept] = {",
        *_concept_table(graph, topics(graph), "TopicConcept"),
        "}",
    ]
    return "\n".join(lines) + "\n"


def _formatted(source: str) -> str:
    """The source as ruff formats it, so that a generated file passes the same checks as any other."""
    command = [sys.executable, "-m", "ruff", "format", "--stdin-filename", str(TERMS), "-"]
    return subprocess.run(command, input=source, capture_output=True, text=True, check=True).stdout  # noqa: S603 - our own interpreter


def main() -> int:
    """Writes the generated files, or with `--check` says which are stale."""
    graph = load()
    wanted = {
        TERMS: _formatted(terms_module(graph)),
        RECORDS: _formatted(records_module(graph)),
        SHAPES: shapes_file(graph),
        LINKED_VOCABULARY: context_document(graph),
        PAGE: markdown_page(graph),
        WEB_PAGE: web_page(graph),
    }
    stale = [
        path
        for path, content in wanted.items()
        if not path.exists() or path.read_text("utf-8") != content
    ]
    if "--check" in sys.argv[1:]:
        for path in stale:
            sys.stderr.write(f"{path.name} is stale; run: python -m ontology.generate\n")
        return 1 if stale else 0
    for path in stale:
        path.write_text(wanted[path], "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
