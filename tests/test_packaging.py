"""The distribution: each room has one owner, and the command is there."""

import re
import subprocess
import sys
import tomllib
import zipfile
from importlib import import_module
from importlib.metadata import entry_points, packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = ("actorgraph", "api", "graph", "ingest", "ontology")
LOCKS = ("requirements.lock", "requirements-extras.lock", "requirements-dev.lock")


@pytest.mark.parametrize("room", ROOMS)
def test_no_other_distribution_brings_a_package_of_the_same_name(room: str) -> None:
    # An editable install lists no packages of its own, so ours may be missing from the answer.
    assert set(packages_distributions().get(room, ())) <= {"actorgraph"}
    assert Path(import_module(room).__path__[0]) == ROOT / room


def test_the_command_is_installed() -> None:
    (command,) = entry_points(group="console_scripts", name="actorgraph")
    assert command.value == "api.cli:main"


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_pins_with_hashes_and_names_no_index(lock: str) -> None:
    text = (ROOT / lock).read_text()
    assert "://" not in text
    assert "--index" not in text
    pinned = [line for line in text.splitlines() if line and not line.startswith((" ", "#"))]
    assert pinned
    assert all("==" in line and line.endswith("\\") for line in pinned)


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_pins_every_direct_dependency(lock: str) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    wanted = list(project["project"]["dependencies"])
    if "extras" in lock or "dev" in lock:
        extras = project["project"]["optional-dependencies"]
        del extras["followthemoney"]  # it builds PyICU, which few machines can
        wanted += [each for extra in extras.values() for each in extra]
    if "dev" in lock:
        wanted += [each for each in project["dependency-groups"]["dev"] if isinstance(each, str)]
    names = {re.split(r"[<>=]", each)[0] for each in wanted}
    pinned = set(
        re.findall(r"^([\w.-]+)(?:\[[\w,-]+\])?==", (ROOT / lock).read_text(), re.MULTILINE)
    )
    assert names - pinned == set(), "run: make lock"


def test_every_direct_dependency_has_bounds_on_both_sides() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    extras = project["optional-dependencies"].values()
    wanted = [*project["dependencies"], *(each for extra in extras for each in extra)]
    unbounded = [each for each in wanted if not ("==" in each or {"<", ">"} <= set(each))]
    assert unbounded == []


def test_a_wheel_holds_every_file_of_the_rooms(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    held = set(zipfile.ZipFile(wheel).namelist())
    there = {
        str(each.relative_to(ROOT))
        for room in ROOMS
        for each in (ROOT / room).rglob("*")
        if each.is_file() and "__pycache__" not in each.parts
    }
    assert there <= held


def test_the_containers_are_built_of_what_the_wheel_needs_and_run_without_rights() -> None:
    recipe = (ROOT / "Dockerfile").read_text()
    taken = (ROOT / ".dockerignore").read_text().splitlines()
    for name in (*ROOMS, "pyproject.toml", "requirements.lock"):
        assert re.search(rf"^COPY .*\b{re.escape(name)}\b", recipe, re.MULTILINE)
    copies = re.findall(r"^COPY (?!--from)(.+) \S+$", recipe, re.MULTILINE)
    assert {f"!{name}" for names in copies for name in names.split()} == {
        line for line in taken if line.startswith("!")
    }
    assert "USER actorgraph" in recipe
    assert all(":latest" not in line for line in recipe.splitlines())


def test_the_compose_file_opens_loopback_ports_alone_and_holds_no_secret() -> None:
    text = (ROOT / "docker-compose.yml").read_text()
    ports = re.findall(r'^ +- "([\d.:]+:\d+)"$', text, re.MULTILINE)
    assert ports
    assert all(port.startswith("127.0.0.1:") for port in ports)
    secrets = re.findall(r"(?:PASSWORD|API_KEY|NEO4J_AUTH): (?:neo4j/)?(.+)", text)
    assert len(secrets) == 3
    assert all(secret.startswith("${") and ":?" in secret for secret in secrets)
