"""The page: plain files, served as they are."""

from importlib.resources import files
from pathlib import Path

from fastapi import FastAPI
from fastapi.responses import FileResponse
from fastapi.staticfiles import StaticFiles

FOLDER = Path(str(files("api").joinpath("page")))
_ADDRESSES = {"/": "index.html", "/read": "read.html", "/docs": "docs.html"}


def add_to(app: FastAPI) -> None:
    """Adds the pages and the folder of what they load."""
    for address, name in _ADDRESSES.items():
        _add(app, address, FOLDER / name)
    app.mount("/page", StaticFiles(directory=FOLDER), name="page")


def _add(app: FastAPI, address: str, file: Path) -> None:
    def page() -> FileResponse:
        return FileResponse(file, media_type="text/html; charset=utf-8")

    app.add_api_route(address, page, include_in_schema=False, response_class=FileResponse)
