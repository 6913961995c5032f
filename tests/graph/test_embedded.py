"""The embedded server's life: one a folder, found by every process, private, and safe to kill."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest
from invented import Land
from processes import PATIENCE, await_true, servers_on

from graph.embedded import EmbeddedServer
from graph.knowledge import KnowledgeGraph
from graph.launch import heap
from graph.store import Store
from ontology.errors import StoreUnavailable

SUPPORT = Path(__file__).parents[1] / "support"
ENSURE = "print(server.ensure().uri)"
LOAD = """
from graph.knowledge import KnowledgeGraph
from graph.store import Store
from invented import Land
land = Land(5)
with Store(server.ensure()) as store:
    graph = KnowledgeGraph(store)
    for number in range(1000):
        graph.add(land.report(number, claims=200))
        print(number, flush=True)
"""


@pytest.fixture
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder whose server, if one was started, is ended in the end."""
    made = tmp_path_factory.mktemp("embedded")
    yield made
    for each in (made, *made.iterdir()):
        if each.is_dir():
            EmbeddedServer(each).stop()


def process(folder: Path, work: str, **more: object) -> "subprocess.Popen[str]":
    """Another process that does some work with the server of a folder."""
    start = f"import sys; sys.path.insert(0, {str(SUPPORT)!r})\nfrom pathlib import Path\n"
    start += f"from graph.embedded import EmbeddedServer\nserver = EmbeddedServer(Path({str(folder)!r}))\n"
    command = [sys.executable, "-c", start + work]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8", **more)  # type: ignore[call-overload,no-any-return]


def outcome(*running: "subprocess.Popen[str]") -> list[str]:
    return [each.communicate(timeout=PATIENCE)[0].strip() for each in running]


def watchers_on(folder: Path) -> list[psutil.Process]:
    """The processes of ours that were given a folder to watch."""
    return [
        each
        for each in psutil.process_iter(["cmdline"])
        if str(folder) in (each.info["cmdline"] or [])
    ]


def end_server(folder: Path) -> None:
    """Kills the server of a folder, which can do nothing about it."""
    (java,) = servers_on(folder)
    java.kill()
    await_true(lambda: servers_on(folder) == [])


def test_a_second_process_finds_the_server_of_the_first(folder: Path) -> None:
    connection = EmbeddedServer(folder).ensure()
    assert outcome(process(folder, ENSURE)) == [connection.uri]
    assert len(servers_on(folder)) == 1


def test_processes_that_start_at_once_share_one_server(folder: Path) -> None:
    addresses = outcome(*(process(folder, ENSURE) for _ in range(3)))
    assert len(set(addresses)) == 1
    assert addresses[0].startswith("bolt://127.0.0.1:")
    assert len(servers_on(folder)) == 1


def test_a_stopped_server_is_gone_and_keeps_its_data(folder: Path) -> None:
    server = EmbeddedServer(folder)
    assert not server.stop()
    with Store(server.ensure()) as store:
        graph = KnowledgeGraph(store)
        graph.add(Land(1).report(0))
        found = graph.fingerprint()
    assert server.stop()
    assert server.running() is None
    assert servers_on(folder) == []
    assert not server.stop()
    with Store(server.ensure()) as store:
        assert KnowledgeGraph(store).fingerprint() == found


def test_a_server_outlives_the_command_that_started_it(folder: Path) -> None:
    as_usual = "import signal; signal.signal(signal.SIGHUP, signal.SIG_DFL)\n"  # whatever started the tests
    waiting = "\nsys.stdout.close(); import time; time.sleep(60)"
    starter = process(folder, as_usual + ENSURE + waiting, start_new_session=True)
    address = starter.stdout.readline().strip() if starter.stdout else ""
    os.killpg(starter.pid, signal.SIGHUP)
    starter.communicate(timeout=PATIENCE)
    connection = EmbeddedServer(folder).running()
    assert connection is not None
    assert connection.uri == address
    with Store(connection) as store:
        store.check()


def test_a_server_ends_when_it_is_not_used(folder: Path) -> None:
    server = EmbeddedServer(folder, idle=2)
    with Store(server.ensure()) as store:
        graph = KnowledgeGraph(store)
        for _ in range(8):  # longer than it may be idle
            time.sleep(0.5)
            graph.reports()
    await_true(lambda: server.running() is None)
    assert servers_on(folder) == []


def test_a_server_that_is_started_again_and_again_has_one_watcher(folder: Path) -> None:
    server = EmbeddedServer(folder)
    for _ in range(3):
        server.stop()
        server.ensure()
    await_true(
        lambda: len(watchers_on(folder)) == 1
    )  # one that the stop had ended may still be going
    (watcher,) = watchers_on(folder)
    for _ in range(20):  # and no second one comes later
        server.ensure()
        assert watchers_on(folder) == [watcher]
        time.sleep(0.1)


def test_a_server_that_was_killed_is_started_anew(folder: Path) -> None:
    server = EmbeddedServer(folder)
    first = server.ensure()
    end_server(folder)
    assert server.running() is None
    second = server.ensure()
    assert second.password != first.password
    with Store(second) as store:
        store.check()


def test_a_server_whose_starter_was_killed_midway_is_no_second_one(folder: Path) -> None:
    starter = process(folder, ENSURE)
    await_true(lambda: bool(servers_on(folder)))
    starter.kill()
    starter.communicate()
    with Store(EmbeddedServer(folder).ensure()) as store:
        store.check()
    assert len(servers_on(folder)) == 1


def test_a_note_of_a_process_whose_id_was_used_again_harms_nobody(folder: Path) -> None:
    me = {"pid": os.getpid(), "born": 1.0, "port": 1, "password": "p", "reader": "r"}
    (folder / "server.json").write_text(json.dumps(me), "utf-8")
    server = EmbeddedServer(folder)
    assert server.running() is None
    with Store(server.ensure()) as store:
        store.check()
    assert server.stop()


@pytest.mark.parametrize("note", ["", "{", "[]", '{"pid": "?"}', "null"])
def test_a_broken_note_is_as_none(folder: Path, note: str) -> None:
    (folder / "server.json").write_text(note, "utf-8")
    assert EmbeddedServer(folder).running() is None
    assert not EmbeddedServer(folder).stop()


def test_no_password_is_on_a_command_line(folder: Path) -> None:
    connection = EmbeddedServer(folder).ensure()
    secrets = [connection.password, connection.reader[1] if connection.reader else ""]
    for each in psutil.process_iter(["cmdline"]):
        line = " ".join(each.info["cmdline"] or [])
        assert not any(secret in line for secret in secrets)
    assert not any(secret in connection.uri for secret in secrets)


def test_the_server_listens_on_loopback_alone(folder: Path) -> None:
    EmbeddedServer(folder).ensure()
    (java,) = servers_on(folder)
    addresses = {
        each.laddr.ip.removeprefix("::ffff:")
        for each in java.net_connections("tcp")
        if each.status == "LISTEN"
    }
    assert addresses == {"127.0.0.1"}


def test_only_their_owner_can_read_the_files(folder: Path) -> None:
    inner = folder / "store"
    server = EmbeddedServer(inner)
    with Store(server.ensure()) as store:
        KnowledgeGraph(store).add(Land(1).report(0))
    for path in (inner, *inner.rglob("*")):
        assert path.stat().st_mode & 0o077 == 0, path
    server.stop()


@pytest.mark.parametrize("locale", ["C", "C.UTF-8"])
def test_a_folder_may_have_any_name(folder: Path, locale: str) -> None:
    odd = folder / "Früh \"jahr\" 目录 $HOME 'x' #1"
    environment = {**os.environ, "LC_ALL": locale}
    (address,) = outcome(process(odd, ENSURE, env=environment))
    connection = EmbeddedServer(odd).running()
    assert connection is not None
    assert connection.uri == address
    assert (odd / "databases").is_dir()


NOBODY = 65534


def _nobody_can_run_this() -> bool:
    """Only root can become another user, and not every user can read root's own Python."""
    if os.name == "nt" or os.getuid() != 0:
        return False
    command = [sys.executable, "-c", "import graph.embedded, neo4j"]
    try:
        return (
            subprocess.run(command, user=NOBODY, capture_output=True, check=False).returncode == 0
        )
    except OSError:
        return False


def test_another_user_has_a_server_of_their_own(folder: Path) -> None:
    if not _nobody_can_run_this():
        pytest.skip("no other user can run this Python")
    for each in (folder, *folder.parents[:2]):
        each.chmod(0o755)
    os.chown(folder, NOBODY, NOBODY)
    (address,) = outcome(process(folder, ENSURE, user=NOBODY))
    assert address.startswith("bolt://")
    (java,) = servers_on(folder)
    assert java.uids().real == NOBODY


def test_a_folder_that_cannot_be_made_is_told(folder: Path) -> None:
    (folder / "file").write_text("not a folder", "utf-8")
    with pytest.raises(StoreUnavailable, match="cannot use") as caught:
        EmbeddedServer(folder / "file" / "store").ensure()
    assert "--data" in caught.value.hint


def test_a_folder_that_cannot_be_written_is_told() -> None:
    with pytest.raises(StoreUnavailable, match="cannot use"):
        EmbeddedServer(Path("/proc/actorgraph")).ensure()


def fingerprint_of(count: int, store: Store) -> str:
    graph = KnowledgeGraph(store)
    land = Land(5)
    for number in range(count):
        graph.add(land.report(number, claims=200))
    return graph.fingerprint()


def interrupted(folder: Path, end: Callable[["subprocess.Popen[str]"], None]) -> None:
    """Ends somebody in the middle of a load."""
    loader = process(folder, LOAD, stderr=subprocess.PIPE)
    assert loader.stdout
    assert loader.stdout.readline() == "0\n"
    time.sleep(0.3)
    end(loader)
    loader.communicate(timeout=PATIENCE)


@pytest.mark.parametrize("who", ["client", "server"])
def test_nothing_is_half_written_when_somebody_is_killed_in_mid_load(
    folder: Path, embedded: Store, who: str
) -> None:
    def end(loader: "subprocess.Popen[str]") -> None:
        if who == "client":
            loader.kill()
        else:
            end_server(folder)
            loader.kill()

    interrupted(folder, end)
    with Store(EmbeddedServer(folder).ensure()) as store:
        graph = KnowledgeGraph(store)
        count = len(graph.reports())
        assert count >= 1
        assert graph.fingerprint() == fingerprint_of(count, embedded)
        assert graph.add(Land(5).report(0, claims=300))


@pytest.mark.parametrize(
    ("gigabytes", "megabytes"), [(1, 512), (4, 512), (8, 1024), (24, 3072), (32, 4096), (256, 4096)]
)
def test_the_server_may_have_an_eighth_of_the_memory_within_bounds(
    gigabytes: int, megabytes: int
) -> None:
    assert heap(gigabytes << 30) == megabytes
