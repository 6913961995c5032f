"""Reports: upload, list, text, original, delete."""

import re
import unicodedata
from pathlib import Path
from typing import Annotated

from fastapi import APIRouter, Depends, Request, Response
from fastapi import Path as InPath
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import FileResponse, PlainTextResponse
from starlette.datastructures import FormData, UploadFile

from api.http.fresh import Fresh, Unchanged
from api.http.pages import pages_of
from api.http.paging import Paging, paging
from api.http.parts import MayWrite, TheJobs, TheKeeper, TheLibrary, TheSettings, sent_as
from api.http.periods import ThePeriod
from api.http.problems import documented
from api.http.resources import LinkedJob, LinkedReport
from api.http.shapes import Listed, ReportPages
from api.http.sparse import Sparse, some_fields
from api.jobs import Job, JobFolder
from graph.browsing import ReportFilter, reports
from graph.knowledge import ReportRow
from ontology.edtf import one_date
from ontology.errors import InvalidInput, OversizedReport

router = APIRouter(tags=["Reports"])
listing = APIRouter(tags=["Reports"], route_class=Sparse, dependencies=[Depends(some_fields)])

ReportId = Annotated[str, InPath(description="As GET /reports lists it.", max_length=100)]

_LONGEST_NAME = 200
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_UPLOAD = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["file"],
                    "properties": {
                        "file": {
                            "type": "string",
                            "format": "binary",
                            "description": "PDF, DOCX, HTML, Markdown or plain text.",
                        },
                        "date": {
                            "type": "string",
                            "description": "When it was published: YYYY, YYYY-MM or YYYY-MM-DD.",
                            "examples": ["2024-09"],
                        },
                    },
                }
            }
        },
    }
}


@router.post(
    "/reports",
    status_code=202,
    dependencies=[MayWrite, Depends(sent_as("multipart/form-data"))],
    openapi_extra=_UPLOAD,
    responses=documented(400, 403, 413, 415),
    response_model=LinkedJob,
)
async def upload(
    request: Request, response: Response, settings: TheSettings, jobs: TheJobs, keeper: TheKeeper
) -> Job:
    """Upload a report.

    When the answer comes, the file is on disk: its job, at `Location`, is done even if the server is
    killed in between. The same file uploaded again while its job waits is that job.
    """
    async with request.form(max_files=1, max_fields=8, max_part_size=1_000) as form:
        job = await run_in_threadpool(_taken_in, form, jobs, settings.upload_bytes)
    keeper.wake()
    response.headers["Location"] = f"/jobs/{job.id}"
    return job


@listing.get("/reports", responses=documented(400), response_model=Listed[LinkedReport])
def list_reports(
    library: TheLibrary,
    paging: Annotated[Paging, Depends(paging("date", "file", "title", "claims"))],
    period: ThePeriod,
) -> Listed[ReportRow]:
    """List the reports in the graph, by date and file name."""
    _ = library.graph  # makes the constraints that an untouched store lacks
    wanted = ReportFilter(first=period.first, last=period.last)
    return paging.listed(reports(library.store, wanted, paging.window))


@listing.get("/reports/{report}", responses=documented(404), response_model=LinkedReport)
def one_report(report: ReportId, library: TheLibrary) -> ReportRow:
    """One report."""
    return library.report(report)


@router.get(
    "/reports/{report}/text",
    responses=documented(404),
    response_class=PlainTextResponse,
    dependencies=[Fresh],
)
def text(report: ReportId, library: TheLibrary) -> str:
    """The canonical text, to which the spans of all quotes refer; in UTF-8, spans in code points."""
    return library.shelf.text(library.report(report).file_sha256)


@router.get("/reports/{report}/pages", responses=documented(404))
def pages(report: ReportId, library: TheLibrary) -> ReportPages:
    """The canonical text by page and paragraph."""
    row = library.report(report)
    return ReportPages(
        id=row.id,
        file=row.file,
        title=row.title,
        published=row.published,
        pages=pages_of(library.shelf.document(row.file_sha256)),
    )


@router.get("/reports/{report}/original", responses=documented(404), response_class=FileResponse)
def original(report: ReportId, library: TheLibrary) -> FileResponse:
    """The file as it was uploaded."""
    file = library.shelf.original(library.report(report).file_sha256)
    # Only a PDF is shown: a page that somebody uploaded must not run as one of ours.
    shown = file.suffix.lower() == ".pdf"
    media_type = "application/pdf" if shown else "application/octet-stream"
    disposition = "inline" if shown else "attachment"
    return FileResponse(
        file,
        media_type=media_type,
        filename=file.name,
        content_disposition_type=disposition,
        headers={"Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'"},
    )


@router.delete(
    "/reports/{report}",
    status_code=204,
    dependencies=[MayWrite, Unchanged],
    responses=documented(403, 404, 412),
)
def forget(report: ReportId, library: TheLibrary) -> None:
    """Remove a report with its file and the jobs that it came by, as if it had never been read.

    With the `ETag` of the report as `If-Match` only as long as the graph has not changed.
    """
    library.forget(report)


def _taken_in(form: FormData, jobs: JobFolder, largest: int) -> Job:
    from ingest.reading.formats import format_of

    if unknown := sorted(set(form) - {"file", "date"}):
        raise InvalidInput(
            f"There is no field {unknown[0]!r}", "Send 'file', with or without 'date'"
        )
    file, date = form.get("file"), form.get("date") or None
    if not isinstance(file, UploadFile) or not file.filename:
        raise InvalidInput(
            "There is no file in the field 'file'", "Send one as multipart/form-data"
        )
    if isinstance(date, UploadFile):
        raise InvalidInput("The field 'date' is a file", "Send it as text")
    if date is not None:
        one_date(date)
    name = _plain_name(file.filename)
    format_of(Path(name))
    if (file.size or 0) > largest:
        raise OversizedReport(
            f"{name} is larger than {largest:,} bytes",
            "Send a smaller file, or raise ACTORGRAPH_UPLOAD_BYTES",
        )
    return jobs.take_in(file.file, name, date)


def _plain_name(given: str) -> str:
    """The name without folders and control characters, short enough for every file system."""
    name = _CONTROL.sub("", unicodedata.normalize("NFC", re.split(r"[/\\]", given)[-1])).strip()
    suffix = Path(name).suffix
    stem = name.removesuffix(suffix).encode()[: _LONGEST_NAME - len(suffix.encode())]
    return stem.decode(errors="ignore") + suffix
