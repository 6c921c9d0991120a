"""The doctor command: what is wrong with an installation or a working folder, and what to do."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from importlib import metadata

from flows.printing import print_json, print_table
from flows.settings import Settings
from warehouse.folder import DataFolder
from warehouse.reading import query_release
from warehouse.release import current_version

OLDEST_PYTHON = (3, 11)
# Newer ones install, but Prefect then does not start, deploy or schedule: see CONTRIBUTING.md.
HELD_BACK = {"fastapi": (0, 140), "sqlalchemy": (2, 1)}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    subject: str
    is_problem: bool
    message: str


def examine(settings: Settings) -> list[Finding]:
    """Look at everything, in order."""
    looks: Sequence[Callable[[Settings], Iterator[Finding]]] = (_python, _libraries, _folder, _release)
    return [finding for look in looks for finding in look(settings)]


def print_findings(findings: Sequence[Finding], *, as_json: bool) -> None:
    """Print the findings."""
    if as_json:
        print_json([asdict(finding) for finding in findings])
        return
    print_table(("", "what", "finding"), (
        ("wrong" if finding.is_problem else "ok", finding.subject, finding.message) for finding in findings))


def _python(settings: Settings) -> Iterator[Finding]:
    del settings
    version = ".".join(map(str, sys.version_info[:3]))
    yield Finding("python", sys.version_info < OLDEST_PYTHON, f"{version} (needs {'.'.join(map(str, OLDEST_PYTHON))})")


def _libraries(settings: Settings) -> Iterator[Finding]:
    del settings
    for name in ("prefect", "duckdb", "pyarrow", "dateparser", "trafilatura"):
        yield Finding(name, False, metadata.version(name))
    for name, limit in HELD_BACK.items():
        version = metadata.version(name)
        is_newer = tuple(int(part) for part in version.split(".")[:2]) >= limit
        advice = f"; Prefect needs it below {'.'.join(map(str, limit))}: run `make setup`" if is_newer else ""
        yield Finding(name, is_newer, version + advice)


def _folder(settings: Settings) -> Iterator[Finding]:
    root = settings.data
    nearest = next(path for path in (root.resolve(), *root.resolve().parents) if path.exists())
    is_closed = not os.access(nearest, os.W_OK)
    yield Finding("working folder", is_closed, f"{root} cannot be written: choose another with --data" if is_closed
                  else f"{root}{'' if root.exists() else ' (not made yet)'}")
    status = DataFolder(root).read_status()
    for stage, run in (status or {"stages": {}})["stages"].items():
        if run["state"] != "done":
            yield Finding(f"last {stage}", run["state"] == "failed",
                          run["message"] or f"still running, or killed, since {run['started_at']}; run it again")


def _release(settings: Settings) -> Iterator[Finding]:
    folder = DataFolder(settings.data)
    version = current_version(folder)
    if version is None:
        yield Finding("release", False, "none yet: `chronofil run` makes one")
        return
    _, rows = query_release(folder, "SELECT count(*) FROM timeline")
    yield Finding("release", False, f"{version}, {rows[0][0]} events")
