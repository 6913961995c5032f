"""The distribution: each room has one owner, and the command is there."""

import tomllib
from importlib import import_module
from importlib.metadata import entry_points, packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("room", ["api", "graph", "ingest", "ontology"])
def test_no_other_distribution_brings_a_package_of_the_same_name(room: str) -> None:
    # An editable install lists no packages of its own, so ours may be missing from the answer.
    assert set(packages_distributions().get(room, ())) <= {"actorgraph"}
    assert Path(import_module(room).__path__[0]) == ROOT / room


def test_the_command_is_installed() -> None:
    (command,) = entry_points(group="console_scripts", name="actorgraph")
    assert command.value == "api.cli:main"


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_a_lock_pins_with_hashes_and_names_no_index(lock: str) -> None:
    text = (ROOT / lock).read_text()
    assert "://" not in text
    assert "--index" not in text
    pinned = [line for line in text.splitlines() if line and not line.startswith((" ", "#"))]
    assert pinned
    assert all("==" in line and line.endswith("\\") for line in pinned)


def test_every_direct_dependency_has_bounds_on_both_sides() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    unbounded = [
        each for each in project["dependencies"] if not ("==" in each or {"<", ">"} <= set(each))
    ]
    assert unbounded == []
