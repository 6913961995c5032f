"""Processes as tests watch them."""

import time
from collections.abc import Callable
from pathlib import Path

import psutil

PATIENCE = 60.0


def servers_on(folder: Path) -> list[psutil.Process]:
    """The Java processes that work in a folder."""
    found = []
    for each in psutil.process_iter(["name"]):
        try:
            works = each.info["name"] == "java" and each.cwd() == str(folder)
            if works and each.status() != psutil.STATUS_ZOMBIE:
                found.append(each)
        except psutil.Error:
            continue
    return found


def await_true(is_so: Callable[[], bool], seconds: float = PATIENCE) -> None:
    """Waits until it is so."""
    deadline = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < deadline, "it did not come about in time"
        time.sleep(0.05)
