"""The store on each server: transactions that are whole or nothing, reading that cannot write, errors with names."""

import socket
from threading import Thread

import pytest
from servers import free_port

from graph.catalogue import Statement, for_kind, statement
from graph.connection import Connection
from graph.embedded import EmbeddedServer
from graph.knowledge import KnowledgeGraph
from graph.store import Store, Transaction, Value
from ontology.errors import InvalidStatement, StoreFailed, StoreUnavailable
from ontology.terms import NodeKind

ENDLESS = "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a * b = -1 RETURN count(*) AS n"
WRITING = (
    "CREATE (n:Person {id: 'new'}) RETURN n.id AS id",
    "MERGE (n:Person {id: 'new'}) RETURN n.id AS id",
    "MATCH (n:Person {id: 'old'}) SET n.name = 'changed' RETURN n.id AS id",
    "MATCH (n:Person {id: 'old'}) REMOVE n.name",
    "MATCH (n:Person) DETACH DELETE n",
    "MATCH (a:Person {id: 'old'}) CREATE (a)-[:KNOWS]->(a)",
    "CREATE CONSTRAINT New_id IF NOT EXISTS FOR (n:New) REQUIRE n.id IS UNIQUE",
    "CALL () { CREATE (n:Person {id: 'new'}) RETURN n } RETURN n.id AS id",
)


def cypher(text: str) -> Statement:
    return Statement("of-the-test", text, (), ())


def people(store: Store) -> list[Value]:
    rows = store.read(cypher("MATCH (n:Person) RETURN n.id AS id, n.name AS name ORDER BY id"))
    return [f"{row['id']} {row['name']}" for row in rows]


@pytest.fixture
def peopled(store: Store) -> Store:
    KnowledgeGraph(store)
    store.write(lambda t: t.run(cypher("CREATE (:Person {id: 'old', name: 'before'})")))
    return store


@pytest.mark.parametrize("kind", [*NodeKind, "Graph", "Bundle"])
def test_no_two_nodes_of_a_label_have_one_id(store: Store, kind: str) -> None:
    KnowledgeGraph(store)
    twice = cypher(f"UNWIND [1, 2] AS n CREATE (:{kind} {{id: 'one'}})")
    with pytest.raises(StoreFailed):
        store.write(lambda transaction: transaction.run(twice))
    assert store.read(cypher(f"MATCH (n:{kind} {{id: 'one'}}) RETURN n.id AS id")) == []


def test_a_transaction_that_fails_leaves_nothing(peopled: Store) -> None:
    rows: list[Value] = [{"id": f"p{n}", "properties": {"id": f"p{n}"}} for n in range(3000)]

    def work(transaction: Transaction) -> None:
        transaction.run(for_kind("put_nodes", NodeKind.PERSON), rows=rows)
        transaction.run(cypher("CREATE (:Person {id: 'p2999'})"))

    with pytest.raises(StoreFailed):
        peopled.write(work)
    assert people(peopled) == ["old before"]


def test_a_transaction_that_we_give_up_leaves_nothing(peopled: Store) -> None:
    def work(transaction: Transaction) -> None:
        transaction.run(cypher("CREATE (:Person {id: 'p'})"))
        raise LookupError

    with pytest.raises(LookupError):
        peopled.write(work)
    assert people(peopled) == ["old before"]


@pytest.mark.parametrize("text", WRITING)
def test_reading_cannot_write(peopled: Store, text: str) -> None:
    with pytest.raises(InvalidStatement):
        peopled.read(cypher(text))
    assert people(peopled) == ["old before"]


def test_a_reader_of_the_embedded_store_reads_no_file(embedded: Store) -> None:
    with pytest.raises(InvalidStatement):
        embedded.read(cypher("LOAD CSV FROM 'file:///etc/hostname' AS line RETURN line"))


@pytest.mark.parametrize(
    "text", ["MATCH (n", "SELECT * FROM Person", "RETURN unknown", "RETURN 1/0"]
)
def test_a_statement_that_cannot_run_is_refused(store: Store, text: str) -> None:
    with pytest.raises(InvalidStatement) as caught:
        store.read(cypher(text))
    assert caught.value.message
    assert caught.value.hint


def test_a_wrong_password_is_told_apart(store: Store) -> None:
    with Store(store.connection._replace(password="wrong", reader=None)) as stranger:
        with pytest.raises(StoreUnavailable, match="refuses the user"):
            stranger.check()
        with pytest.raises(StoreUnavailable, match="refuses the user"):
            stranger.read(statement("version"))


@pytest.mark.parametrize("scheme", ["bolt", "neo4j"])
def test_a_port_where_nothing_listens_is_told_at_once(scheme: str) -> None:
    nowhere = f"{scheme}://127.0.0.1:{free_port()}"
    with Store(Connection(nowhere, "neo4j", "secret")) as store:
        with pytest.raises(StoreUnavailable, match=nowhere):
            store.read(statement("version"))
        with pytest.raises(StoreUnavailable):
            store.write(lambda transaction: transaction.run(statement("version")))


def test_a_host_that_does_not_exist_is_told() -> None:
    nowhere = Connection("bolt://nowhere.invalid:7687", "neo4j", "secret")
    with Store(nowhere) as store, pytest.raises(StoreUnavailable, match=r"nowhere\.invalid"):
        store.check()


def test_a_server_that_speaks_no_bolt_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer() -> None:
            client, _ = server.accept()
            client.recv(20)
            client.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
            client.close()

        thread = Thread(target=answer)
        thread.start()
        port = server.getsockname()[1]
        deaf = Connection(f"bolt://127.0.0.1:{port}", "neo4j", "secret")
        with Store(deaf) as store, pytest.raises(StoreUnavailable):
            store.check()
        thread.join()


@pytest.mark.parametrize(
    "address", ["", "localhost", "http://localhost:7474", "bolt://localhost:port", "bolt://", "?"]
)
def test_an_address_that_is_none_is_told(address: str) -> None:
    with (
        pytest.raises(StoreUnavailable, match=r"address|answers"),
        Store(Connection(address, "neo4j", "")) as store,
    ):
        store.check()


@pytest.mark.neo4j
def test_neo4j_stops_a_statement_after_its_time(neo4j: Store) -> None:
    with pytest.raises(StoreFailed, match="time limit"):
        neo4j.reading(lambda transaction: transaction.run(cypher(ENDLESS)), seconds=1)
    assert neo4j.read(cypher("RETURN 1 AS n")) == [{"n": 1}]


def test_the_embedded_server_stops_a_statement_after_its_time(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    server = EmbeddedServer(tmp_path_factory.mktemp("limited"), statement_seconds=1)
    try:
        with Store(server.ensure()) as store:
            with pytest.raises(StoreFailed, match="time limit"):
                store.read(cypher(ENDLESS))
            assert store.read(cypher("RETURN 1 AS n")) == [{"n": 1}]
    finally:
        server.stop()
