"""Plain tables: what a spreadsheet shows is what the graph says, and nothing of it runs."""

import csv
from pathlib import Path

import pytest
from chronicle import ANA, CY, DEE, QUOTE, SALT, ZEDLAND, september, told
from exported import exported

from graph.exporting.formats import FORMATS, Format
from graph.store import Store
from ontology.terms import Status

Rows = list[dict[str, str]]


@pytest.fixture
def tables(embedded: Store, tmp_path: Path) -> dict[str, Rows]:
    told(embedded).export(Format.CSV, tmp_path / "tables")
    return {file.stem: read(file) for file in (tmp_path / "tables").glob("*.csv")}


def read(file: Path) -> Rows:
    with file.open(encoding="utf-8-sig", newline="") as source:
        return list(csv.DictReader(source, strict=True))


def picked(rows: Rows, *columns: str) -> set[tuple[str, ...]]:
    return {tuple(row[column] for column in columns) for row in rows}


def test_posts_are_listed_with_their_holders_and_bodies(tables: dict[str, Rows]) -> None:
    columns = ("person", "post", "bodies", "former", "acting", "observed", "since", "until")
    assert picked(tables["posts_held"], *columns) == {
        (ANA.name, "Minister", SALT.name, "false", "false", "2024-09-30", "", ""),
        (ANA.name, "Minister", SALT.name, "false", "true", "2024-10-31", "", ""),
        (CY.name, "Envoy", ZEDLAND.name, "false", "false", "2024-09-30", "", ""),
        (f"'{DEE.name}", "Envoy", ZEDLAND.name, "true", "false", "2024-10-31", "2021", "2024-03"),
    }


def test_only_facts_are_in_the_tables_of_facts_and_everything_is_in_the_claims(
    embedded: Store, tables: dict[str, Rows]
) -> None:
    found = exported(embedded)
    for name, kind in (("meetings", "MET"), ("participants", "TOOK_PART"), ("parts", "PART_OF")):
        assert len(tables[name]) == len(found.derived(kind)) > 0
    assert len(tables["claims"]) == len(found.of("Claim"))
    assert {row["status"] for row in tables["claims"]} == set(Status)
    assert picked(tables["claims"], "rejected") == {("true",), ("false",)}
    assert picked(tables["events"], "type", "status", "date", "places", "topics") == {
        ("meeting", "happened", "2024-09-03", "Harbour", "fight against corruption"),
        ("visit", "planned", "2024-10", "", ""),
        ("phone_call", "happened", "2024-10-05/2024-10-07", "", ""),
        ("session", "happened", "", "", ""),
        ("talks", "denied", "2024-10-09", "", ""),
        ("signing", "claimed", "2024-10-10", "", ""),
    }


def test_every_id_of_a_table_is_in_the_table_of_its_kind(tables: dict[str, Rows]) -> None:
    people, actors = (
        {row["id"] for name in names for row in tables[name]}
        for names in (["people"], ["people", "organisations", "countries"])
    )
    events, claims = ({row["id"] for row in tables[name]} for name in ("events", "claims"))
    assert {row["person_id"] for row in tables["posts_held"]} <= people
    assert {row["actor_id"] for row in tables["participants"]} <= actors
    assert {row[end] for row in tables["meetings"] for end in ("one_id", "other_id")} <= actors
    assert {row["event_id"] for row in tables["meetings"]} <= events
    assert {row["report"] for row in tables["claims"]} == {row["id"] for row in tables["reports"]}
    for name in ("posts_held", "participants", "meetings", "parts"):
        for row in tables[name]:
            assert row["evidence"]
            assert set(row["claims"].split("; ")) <= claims


def test_a_quote_comes_through_whole_behind_what_keeps_it_from_running(
    tables: dict[str, Rows],
) -> None:
    (row,) = (row for row in tables["claims"] if row["role"] == "chair")
    assert row["quote"] == f"'{QUOTE}"
    assert row["capacity"] == "'@minister"
    assert row["context"] == "'=1+1 … One\nmore."
    assert (row["title"], row["published"], row["page"]) == ("September", "2024-09-30", "1")
    start = int(row["start"])
    passage = next(each for each in september().passages if each.quote == QUOTE)
    assert (start, int(row["end"])) == (passage.start, passage.end)


def test_no_cell_begins_as_a_formula(tables: dict[str, Rows]) -> None:
    cells = [cell for rows in tables.values() for row in rows for cell in row.values() if cell]
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []


def test_a_spreadsheet_is_told_that_it_is_utf_8(embedded: Store, tmp_path: Path) -> None:
    told(embedded).export(Format.CSV, tmp_path / "tables")
    for file in (tmp_path / "tables").glob("*.csv"):
        assert file.read_bytes().startswith(b"\xef\xbb\xbf")
        assert file.read_bytes().endswith(b"\r\n")


def test_what_tables_cannot_carry_is_said_beside_them(embedded: Store, tmp_path: Path) -> None:
    told(embedded).export(Format.CSV, tmp_path / "tables")
    assert FORMATS[Format.CSV].caveat() in (tmp_path / "tables" / "README.txt").read_text("utf-8")
