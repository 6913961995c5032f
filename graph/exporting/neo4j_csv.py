"""Everything for `neo4j-admin database import full`: a folder of CSV files, their headers, and the arguments.

Properties keep their types. What only helps a store is not in it: the one node `Graph` says so, and the first
`actorgraph` that opens the imported database makes that anew.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from graph.exporting.elements import Edge, Elements, Node
from graph.exporting.placing import write_text
from graph.store import Value
from ontology.errors import StoreFailed
from ontology.terms import NodeKind

_BETWEEN = "\x1f"
"""Between the parts of a list: the importer takes any character, but knows no way to escape it."""
_OPTIONS = (
    f"--array-delimiter=U+{ord(_BETWEEN):04X}",
    "--multiline-fields=true",
    "--bad-tolerance=0",
)
_TYPES = {bool: "boolean", int: "long", float: "double", str: "string"}
_NODE = {"id": "id:ID"}
_EDGE = {"start": ":START_ID", "end": ":END_ID", "type": ":TYPE"}
_README = """A graph of actorgraph, for an empty Neo4j database. With the server stopped, in this folder:

    neo4j-admin database import full neo4j @import.args

`import.args` names the files and how they are written; the second `neo4j` is the name of the database.
"""

Row = Mapping[str, Value]


def write(elements: Elements, folder: Path) -> None:
    """Writes nodes and edges by label, each with their header, and the arguments of the import.

    Raises StoreFailed where a text holds the character that is between the parts of a list.
    """
    arguments = [*_OPTIONS]
    for kind in sorted(NodeKind):
        nodes, edges = map(_node_row, elements.nodes(kind)), map(_edge_row, elements.edges(kind))
        files = _write(folder, kind, _NODE, nodes), _write(folder, f"{kind}-edges", _EDGE, edges)
        arguments += [f"--nodes={kind}={files[0]}", f"--relationships={files[1]}"]
    graph = _write(folder, "Graph", _NODE, [{"id": "graph", "version": 0, "derivation": 0}])
    arguments.append(f"--nodes=Graph={graph}")
    _write_lines(folder / "import.args", arguments)
    write_text(folder / "README.txt", [_README])


def _node_row(node: Node) -> Row:
    return node.properties


def _edge_row(edge: Edge) -> Row:
    """The names of its own columns are none of its properties."""
    return {**edge.properties, "start": edge.start, "end": edge.end, "type": edge.type}


def _write(folder: Path, name: str, own: Mapping[str, str], rows: Iterable[Row]) -> str:
    """Writes a table and its header, and gives the paths of both files; `own` are columns that are no properties."""
    held = list(rows)
    types = {column: kind for column, kind in sorted(_types(held).items()) if column not in own}
    columns = [*own, *types]
    header = [*own.values(), *(f"{column}:{kind}" for column, kind in types.items())]
    _write_lines(folder / f"{name}-header.csv", [",".join(header)])
    _write_lines(folder / f"{name}.csv", (_line(row, columns) for row in held))
    # Without "./" the importer of 2026 does not find them.
    return f"./{name}-header.csv,./{name}.csv"


def _types(rows: Iterable[Row]) -> dict[str, str]:
    """The type of each property, in the importer's words."""
    return {name: _type(value) for row in rows for name, value in row.items()}


def _type(value: Value) -> str:
    if isinstance(value, list):
        return f"{_type(value[0])}[]"
    return _TYPES[type(value)]


def _line(row: Row, columns: Sequence[str]) -> str:
    return ",".join(_cell(row.get(column)) for column in columns)


def _cell(value: Value) -> str:
    """What is not there is an empty cell; texts and lists are in quotes, so an empty one is something else."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    parts = [value] if isinstance(value, str) else [str(each) for each in value]
    if any(_BETWEEN in part for part in parts):
        raise StoreFailed(
            f"The text {parts[0]!r} holds the character U+{ord(_BETWEEN):04X}",
            "Neo4j's importer cannot be told it; export as json",
        )
    return '"' + _BETWEEN.join(parts).replace('"', '""') + '"'


def _write_lines(file: Path, lines: Iterable[str]) -> None:
    write_text(file, (f"{each}\n" for each in lines))
