"""Reports as a list."""

from typing import cast

from pydantic import ConfigDict

from graph.browsing.listing import Part, Window, days, filled, listed, within
from graph.catalogue import statement
from graph.store import Row, Store
from ontology.edtf import Edtf
from ontology.model import Record, Report


class ReportRow(Report):
    """A report in the graph, with the number of its claims."""

    model_config = ConfigDict(frozen=True, extra="ignore")
    claims: int


class ReportFilter(Record):
    """Which reports; an empty field lets all pass."""

    first: Edtf | None = None
    last: Edtf | None = None
    """Published in a period that begins and ends with these dates."""
    ids: frozenset[str] | None = None


def reports(store: Store, wanted: ReportFilter, window: Window) -> Part[ReportRow]:
    """A part of the reports, by date, file, title or number of claims; raises InvalidDate."""
    part = listed(
        store,
        "list_reports",
        window,
        within=within(None if wanted.ids is None else set(wanted.ids)),
        **days(wanted.first, wanted.last),
    )
    found = store.read(statement("browse_report_rows"), ids=list(part.items))
    return filled(part, map(report_row, found))


def report_row(row: Row) -> ReportRow:
    """A report as the store has it, with the number of its claims."""
    return ReportRow.model_validate(
        {"title": None, "published": None, "source": None}
        | cast("dict[str, object]", row["properties"])
        | {"claims": row["claims"]}
    )
