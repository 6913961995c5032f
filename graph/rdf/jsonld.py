"""JSON-LD as it comes: the quads of each resource as one JSON object, under a context made from the vocabulary.

A library would want all of a graph in memory to say the same; the quads come grouped already.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from itertools import groupby
from typing import TypeAlias

from pyoxigraph import Literal, NamedNode, Quad

from graph.rdf.names import TYPE, WORDS, is_word
from ontology.records import PREFIXES, SHAPES

Json: TypeAlias = "str | int | bool | list[Json] | Mapping[str, Json]"
_XSD = PREFIXES["xsd"]
_NATIVE: dict[str, Callable[[str], Json]] = {
    f"{_XSD}integer": int,
    f"{_XSD}boolean": "true".__eq__,
    f"{_XSD}string": str,
}
"""Datatypes that JSON has itself."""
_BY_IRI = {iri: name for name, iri in PREFIXES.items() if name}


def document(quads: Iterable[Quad]) -> Iterator[str]:
    """The text of a document with a named graph for each run of quads, one resource a line."""
    yield f'{{"@context": {_dumped(context())},\n"@graph": [\n'
    before = ""
    for graph, of_graph in groupby(quads, key=lambda quad: quad.graph_name):
        yield f'{before}{{"@id": {_dumped(_named(graph))}, "@graph": [\n'
        yield from _listed(of_graph)
        yield "]}"
        before = ",\n"
    yield "\n]}\n"


def _listed(quads: Iterable[Quad]) -> Iterator[str]:
    before = ""
    for subject, said in groupby(quads, key=lambda quad: quad.subject):
        yield before + _dumped({"@id": _named(subject)} | _said(said))
        before = ",\n"
    yield "\n"


@cache
def context() -> dict[str, Json]:
    """What the keys and values of the document mean."""
    terms: dict[str, Json] = {"@vocab": WORDS}
    terms |= {name: iri for name, iri in PREFIXES.items() if name}
    for path, holds in sorted(_properties().items()):
        meaning = {"@id": _short(path), "@type": _type(holds)}
        terms[_key(path)] = {name: each for name, each in meaning.items() if each}
    return terms


def _properties() -> dict[str, str]:
    """What each property holds."""
    return {path: holds for shape in SHAPES.values() for path, holds, *_ in shape.fields.values()}


def _type(holds: str) -> str | None:
    """How the values of a property are to be read."""
    if holds in _NATIVE or holds == "any":
        return None
    return {"node": "@id", "concept": "@vocab"}.get(holds, _short(holds))


@cache
def _key(path: str) -> str:
    """A property's own name, or with its prefix where the vocabulary means something else by it."""
    local = path.replace("#", "/").rsplit("/", 1)[-1]
    return local if path.startswith(WORDS) or not is_word(local) else _short(path)


def _short(iri: str) -> str:
    """An IRI by its prefix; a word of the vocabulary by itself."""
    if iri.startswith(WORDS):
        return iri.removeprefix(WORDS)
    base = next((base for base in _BY_IRI if iri.startswith(base)), None)
    return f"{_BY_IRI[base]}:{iri.removeprefix(base)}" if base else iri


def _named(node: object) -> str:
    return _short(node.value) if isinstance(node, NamedNode) else ""


def _said(quads: Iterable[Quad]) -> dict[str, Json]:
    made: dict[str, Json] = {}
    for predicate, same in groupby(quads, key=lambda quad: quad.predicate):
        key = "@type" if predicate == TYPE else _key(predicate.value)
        values = [_json(key, quad.object) for quad in same]
        made[key] = values[0] if len(values) == 1 else values
    return made


def _json(key: str, term: object) -> Json:
    if isinstance(term, NamedNode):
        name = _short(term.value)
        return name if key == "@type" or _coerced(key) else {"@id": name}
    if not isinstance(term, Literal):
        raise TypeError(f"{term} is neither named nor a literal")
    datatype = term.datatype.value
    if datatype in _NATIVE:
        return _NATIVE[datatype](term.value)
    return term.value if _coerced(key) else {"@value": term.value, "@type": _short(datatype)}


@cache
def _coerced(key: str) -> bool:
    meaning = context()[key]
    return isinstance(meaning, Mapping) and "@type" in meaning


def _dumped(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(", ", ": "))
