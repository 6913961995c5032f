"""Where an export goes: what a killed one has left is removed, and what cannot be written is said."""

import os
import platform
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from graph.exporting.placing import placed, scratch
from ontology.errors import InvalidInput, NotWritten

ROOT = Path(__file__).parents[3]


def run(code: str) -> int:
    """The exit status of another Python that runs this."""
    command = [sys.executable, "-c", textwrap.dedent(code)]
    return subprocess.run(command, cwd=ROOT, check=False).returncode


@pytest.mark.parametrize("folder", [False, True])
def test_what_a_killed_export_has_left_is_removed_by_the_next(
    tmp_path: Path, *, folder: bool
) -> None:
    out = tmp_path / "out"
    killed = f"""
        import os, signal
        from pathlib import Path
        from graph.exporting.placing import placed
        with placed(Path({str(out)!r}), folder={folder}) as draft:
            draft.clear()
            ((draft.path / "a") if {folder} else draft.path).write_text("half")
            os.kill(os.getpid(), signal.SIGKILL)
        """
    assert run(killed) == -signal.SIGKILL
    (left,) = tmp_path.iterdir()
    assert left.name.startswith(f".out.{platform.node()}.")
    strange = tmp_path / ".out.another-machine.1"
    at_work = tmp_path / f".out.{platform.node()}.{os.getppid()}"
    for each in (strange, at_work):
        each.write_text("of somebody else")
    with placed(out, folder=folder) as draft:
        draft.clear()
        ((draft.path / "a") if folder else draft.path).write_text("whole")
    assert set(tmp_path.iterdir()) == {out, strange, at_work}


def test_what_a_killed_import_has_left_is_removed_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed = f"""
        import os, signal, tempfile
        tempfile.tempdir = {str(tmp_path)!r}
        from graph.exporting.placing import scratch
        with scratch() as folder:
            (folder / "words").write_text("half")
            os.kill(os.getpid(), signal.SIGKILL)
        """
    assert run(killed) == -signal.SIGKILL
    assert len(list(tmp_path.iterdir())) == 1
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with scratch() as folder:
        assert list(tmp_path.iterdir()) == [folder]
    assert list(tmp_path.iterdir()) == []


def test_what_neo4j_admin_writes_beside_its_files_does_not_keep_the_next_export_out(
    tmp_path: Path,
) -> None:
    for text in ("one", "other"):
        with placed(tmp_path / "graph", folder=True) as draft:
            draft.clear()
            (draft.path / "nodes.csv").write_text(text, "utf-8")
        (tmp_path / "graph" / "import.report").touch()
    assert (tmp_path / "graph" / "nodes.csv").read_text("utf-8") == "other"
    (tmp_path / "graph" / "notes.txt").touch()
    with pytest.raises(InvalidInput), placed(tmp_path / "graph", folder=True) as draft:
        draft.clear()
    assert (tmp_path / "graph" / "notes.txt").exists()


def test_a_disk_without_room_is_told_and_leaves_what_was_there(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("before")
    full = f"""
        import resource
        from pathlib import Path
        from graph.exporting.placing import placed, write_text
        from ontology.errors import NotWritten
        resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000))
        try:
            with placed(Path({str(tmp_path / "out")!r}), folder=False) as draft:
                write_text(draft.path, ("word " for _ in range(100_000)))
        except NotWritten as error:
            assert "out cannot be written: File too large. Make room" in str(error), error
            raise SystemExit(7)
        """
    assert run(full) == 7
    assert [each.read_text() for each in tmp_path.iterdir()] == ["before"]


def test_no_room_for_temporary_files_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "no folder"))
    with pytest.raises(NotWritten, match="no folder cannot be written"), scratch():
        pass
