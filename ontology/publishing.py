"""The vocabulary as people read it, in Markdown and HTML, and in JSON-LD."""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from markdown_it import MarkdownIt
from rdflib import OWL, RDF, SH, SKOS, Graph, URIRef
from rdflib.namespace import SDO
from rdflib.term import Node

from ontology.shaping import shapes, types
from ontology.vocabulary import (
    AG,
    ENUMS,
    classes,
    kinds,
    like,
    members,
    name_of,
    relations,
    shown,
    text,
    topics,
)

_HEAD = Path(__file__).with_name("introduction.md")
"""How the page begins; the rest follows from the vocabulary."""
_WEB = """<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>Ontology - actorgraph</title>
  <link rel="icon" href="/page/icon.svg" type="image/svg+xml">
  <link rel="stylesheet" href="/page/style.css">
</head>
<body>
  <header class="top">
    <a class="name" href="/"><img src="/page/icon.svg" alt="" width="28" height="28">actorgraph</a>
    <nav aria-label="Pages"><a href="/#reports">Reports</a><a href="/sparql">SPARQL</a><a href="/docs">API</a></nav>
  </header>
  <main class="reading docs wide">
{body}  </main>
</body>
</html>
"""
_ROW = re.compile(r"<tr>\n<td><code>:?(\w+)</code></td>")


def markdown_page(graph: Graph) -> str:
    """The text of the documentation page."""
    return "\n".join([_HEAD.read_text("utf-8"), *_words(graph), *_records(graph)]) + "\n"


def web_page(graph: Graph) -> str:
    """The same as a page of HTML; the row of a word has its name as id."""
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
    body = _ROW.sub(
        r'<tr id="\1">\n<td><code>\1</code></td>', markdown.render(markdown_page(graph))
    )
    return _WEB.format(
        body=body.replace("<table>", '<div class="table"><table>').replace(
            "</table>", "</table></div>"
        )
    )


def context_document(graph: Graph) -> str:
    """The vocabulary without its shapes as JSON-LD, in a fixed order."""
    plain = Graph(bind_namespaces="none")
    for name, iri in graph.namespaces():
        plain.bind(name or "ag", iri)
    for subject, predicate, value in graph:
        if isinstance(subject, URIRef) and not _is_shape(graph, subject):
            plain.add((subject, predicate, value))
    found = json.loads(plain.serialize(format="json-ld", auto_compact=True, sort_keys=True))
    found["@graph"].sort(key=lambda each: each["@id"])
    return json.dumps(_ordered(found), ensure_ascii=False, indent=1) + "\n"


def _is_shape(graph: Graph, node: Node) -> bool:
    return any((node, RDF.type, kind) in graph for kind in (SH.NodeShape, SH.PropertyShape))


def _ordered(value: object) -> object:
    """Lists of JSON-LD are sets: here in the order of their text."""
    if isinstance(value, dict):
        return {key: _ordered(each) for key, each in value.items()}
    if isinstance(value, list):
        return sorted(map(_ordered, value), key=lambda each: json.dumps(each, ensure_ascii=False))
    return value


def _table(head: str, rows: Iterable[Iterable[str]]) -> Iterator[str]:
    columns = head.split(", ")
    yield f"| {' | '.join(columns)} |"
    yield f"|{' --- |' * len(columns)}"
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |"


def _words(graph: Graph) -> Iterator[str]:
    yield from ("", "## Kinds of node", "")
    yield from _table("kind, like, meaning, example", (_term(graph, node) for node in kinds(graph)))
    yield from ("", "## Only in RDF", "")
    only = (_term(graph, node) for node in classes(graph))
    yield from _table("class, like, meaning, example", only)
    yield from ("", "## Relations", "")
    rows = (_relation(graph, node) for node in relations(graph))
    yield from _table("relation, from, to, edge, like, meaning, example", rows)
    for enum, doc in ENUMS.items():
        yield from ("", f"## {enum}", "", doc, "")
        yield from _concepts(graph, members(graph, AG[enum]))
    yield from ("", "## Topics", "")
    yield from _concepts(graph, topics(graph))
    yield from ("", "## Properties of records", "")
    yield from _table("property, like, meaning, example", _properties(graph))


def _term(graph: Graph, node: Node) -> list[str]:
    said = [text(graph, node, SKOS.definition), text(graph, node, SKOS.example)]
    return [f"`{name_of(node)}`", like(graph, node), *said]


def _relation(graph: Graph, node: Node) -> list[str]:
    name, other, *said = _term(graph, node)
    ends = [
        ", ".join(sorted(name_of(end) for end in graph.objects(node, way)))
        for way in (SDO.domainIncludes, SDO.rangeIncludes)
    ]
    edge = graph.value(node, AG.edge)
    return [name, *ends, f"`{edge}`" if edge else "", other, *said]


def _concepts(graph: Graph, nodes: Iterable[Node]) -> Iterator[str]:
    """A table of concepts; the columns that none of them fills are left out."""
    head = ["word", "label", "also", "broader", "like", "meaning", "example"]
    rows = [_concept(graph, node) for node in nodes]
    filled = [number for number in range(len(head)) if any(row[number] for row in rows)]
    yield from _table(
        ", ".join(head[number] for number in filled),
        ([row[number] for number in filled] for row in rows),
    )


def _concept(graph: Graph, node: Node) -> list[str]:
    name, other, *said = _term(graph, node)
    also = ", ".join(sorted(map(str, graph.objects(node, SKOS.altLabel))))
    broader = graph.value(node, SKOS.broader)
    label = text(graph, node, SKOS.prefLabel)
    return [name, label, also, name_of(broader) if broader else "", other, *said]


def _properties(graph: Graph) -> Iterator[list[str]]:
    own = {each for each in graph.subjects(SKOS.definition) if _is_property(graph, each)}
    for each in sorted(own, key=name_of):
        yield _term(graph, each)


def _is_property(graph: Graph, node: Node) -> bool:
    found = set(graph.objects(node, RDF.type))
    return bool(found & {OWL.DatatypeProperty, OWL.ObjectProperty}) and AG.Relation not in found


def _records(graph: Graph) -> Iterator[str]:
    yield from ("", "## Records in RDF", "")
    yield "`GET /ontology/shapes` says the same in SHACL, and what no table has: which values go together."
    for shape in shapes(graph):
        of = ", ".join(shown(graph, URIRef(each)) for each in types(graph, shape.node))
        yield from ("", f"### {shape.name}", "", *([of, ""] if of else []))
        rows = (_field(graph, name, field) for name, field in sorted(shape.fields.items()))
        yield from _table("field, property, holds, how many", rows)


def _field(graph: Graph, name: str, field: Node) -> list[str]:
    path = shown(graph, graph.value(field, SH.path))
    return [name, path, _held(graph, field), _many(graph, field)]


def _held(graph: Graph, field: Node) -> str:
    """The datatype or class of what a property holds, where it is of one."""
    found = graph.value(field, SH.datatype) or graph.value(field, SH["class"])
    return shown(graph, found) if found else ""


def _many(graph: Graph, field: Node) -> str:
    least = graph.value(field, SH.minCount) or 0
    most = graph.value(field, SH.maxCount) or "n"
    return str(most) if str(least) == str(most) else f"{least}–{most}"
