"""The catalogue: each file is used, says truly what it takes and gives, and is Cypher to both servers."""

import ast
import re
from pathlib import Path

import pytest

from graph.catalogue import (
    EdgeKind,
    Page,
    Statement,
    for_edge,
    for_kind,
    for_page,
    names,
    statement,
)
from graph.knowledge import KnowledgeGraph
from graph.store import Store, Value
from ontology.terms import RELATIONS, NodeKind

ROOM = Path(__file__).parents[2] / "graph"


def _edge_kinds() -> set[EdgeKind]:
    return {
        EdgeKind(ends.edge, NodeKind(start), NodeKind(end if end != "Date" else NodeKind.DAY))
        for ends in RELATIONS.values()
        if ends.edge
        for start in ends.domain
        for end in ends.range
    }


def _made(name: str) -> list[Statement]:
    """The statements of one file: one, or one for each kind of node or edge, or each end of a list."""
    text = statement(name).text
    if name in set(Page):
        return []
    if "__Page__" in text:
        return [for_page(name, page) for page in Page]
    if "__Type__" in text:
        return [for_edge(name, kind) for kind in _edge_kinds()]
    if "__Label__" in text:
        return [for_kind(name, kind) for kind in NodeKind]
    return [statement(name)]


def _texts() -> set[str]:
    """All texts that stand in the room's code."""
    trees = (ast.parse(module.read_text("utf-8")) for module in ROOM.rglob("*.py"))
    return {
        node.value
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def _asked_for() -> set[str]:
    """The names that stand in calls of `statement`, `for_kind` and `for_edge`."""
    trees = (ast.parse(module.read_text("utf-8")) for module in ROOM.rglob("*.py"))
    return {
        node.args[0].value
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in ("statement", "for_kind", "for_edge")
        and node.args
        and isinstance(node.args[0], ast.Constant)
        and isinstance(node.args[0].value, str)
    }


def _columns(text: str) -> tuple[str, ...]:
    """The names in the last RETURN; of a list that goes on as a page, just that."""
    if text.endswith("AS key\n__Page__\n"):
        return ("page",)
    _, returned, last = text.rpartition("RETURN ")
    if not returned:
        return ()
    listed = re.split(r"\n(?:ORDER|LIMIT|SKIP) ", last)[0].removeprefix("DISTINCT ")
    while listed != (without := re.sub(r"\([^()]*\)|\[[^][]*\]", "", listed)):
        listed = without
    return tuple(re.split(r"\bAS\b|\.", part)[-1].strip() for part in listed.split(","))


def test_every_file_is_used_and_every_name_has_its_file() -> None:
    texts = _texts()
    assert [name for name in names() if name not in texts] == []
    assert _asked_for() <= set(names())


@pytest.mark.parametrize("name", names())
def test_a_file_says_what_it_takes_and_gives(name: str) -> None:
    said = statement(name)
    assert set(said.parameters) == set(re.findall(r"\$(\w+)", said.text))
    assert said.columns == _columns(said.text)


def test_every_statement_is_cypher_to_the_server(store: Store) -> None:
    KnowledgeGraph(store)
    for name in names():
        for one in _made(name):
            explained = one._replace(text=f"EXPLAIN {one.text}")
            nothing: dict[str, Value] = dict.fromkeys(one.parameters)
            store.write(lambda transaction, it=explained, of=nothing: transaction.run(it, **of))  # type: ignore[misc]


def test_a_file_with_another_signature_is_refused() -> None:
    with pytest.raises(FileNotFoundError):
        statement("no_such_statement")
