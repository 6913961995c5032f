"""Uploads that wait to be read: each a folder on disk, worked off one by one by a process of its own."""

from api.jobs.folder import JobFolder
from api.jobs.job import Job, JobState
from api.jobs.keeper import Keeper

__all__ = ["Job", "JobFolder", "JobState", "Keeper"]
