"""Where things lie in a working folder, and the lock that lets one run write at a time."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout


@dataclass(frozen=True, slots=True)
class DataFolder:
    """The paths of one working folder (`--data DIR`)."""

    root: Path

    @property
    def warehouse(self) -> Path:
        """The private DuckDB file; only the flow's main process opens it."""
        return self.root / "warehouse.duckdb"

    @property
    def raw(self) -> Path:
        """Received bytes, one file a content hash."""
        return self.root / "raw"

    @property
    def releases(self) -> Path:
        """Published releases, one folder a version."""
        return self.root / "releases"

    @property
    def stable(self) -> Path:
        """Symbolic link to the current release."""
        return self.root / "stable"

    @property
    def status(self) -> Path:
        """Counts and state as of the last commit, readable while a run holds the warehouse."""
        return self.root / "status.json"

    @property
    def sources(self) -> Path:
        """The user's list of sources."""
        return self.root / "sources.toml"

    @property
    def corrections(self) -> Path:
        """The user's corrections of the timeline."""
        return self.root / "corrections.csv"

    @property
    def work(self) -> Path:
        """Batches on their way between tasks; emptied at the end of each stage."""
        return self.root / "work"

    def raw_file(self, content_sha256: str) -> Path:
        """Path of the bytes with that hash."""
        return self.raw / content_sha256

    def store_raw(self, content_sha256: str, content: bytes) -> None:
        """Keep received bytes under their hash; bytes already there are left alone."""
        path = self.raw_file(content_sha256)
        if not path.exists():
            self.raw.mkdir(parents=True, exist_ok=True)
            replace_file(path, content)

    def clear_leftovers(self) -> None:
        """Remove what a killed run left half done (while holding the lock)."""
        shutil.rmtree(self.work, ignore_errors=True)
        for part in self.raw.glob(".*.part"):
            part.unlink()

    def write_status(self, status: Mapping[str, Any]) -> None:
        """Rewrite status.json whole."""
        replace_file(self.status, (json.dumps(status, indent=1, ensure_ascii=False, default=str) + "\n").encode())

    def read_status(self) -> dict[str, Any] | None:
        """The last status written, or None before the first run."""
        if not self.status.exists():
            return None
        status: dict[str, Any] = json.loads(self.status.read_text(encoding="utf-8"))
        return status

    @contextmanager
    def locked(self, announce: Callable[[str], None]) -> Iterator[None]:
        """Hold the folder for writing; wait for another run, after saying so through `announce`.

        The lock is the operating system's, so it ends with the process that held it, however that died. It can be taken
        again inside the same process (the timeline flow around its stages).
        """
        self.root.mkdir(parents=True, exist_ok=True)
        lock = FileLock(self.root / "lock", is_singleton=True, thread_local=False)
        holder = self.root / "lock.holder"
        try:
            lock.acquire(timeout=0)
        except Timeout:
            who = holder.read_text(encoding="utf-8") if holder.exists() else "another process"
            announce(f"{self.root} is being written by {who}; waiting until it is done (Ctrl-C gives up)")
            lock.acquire()
        try:
            holder.write_text(f"process {os.getpid()}", encoding="utf-8")
            yield
        finally:
            lock.release()


def replace_file(path: Path, content: bytes) -> None:
    """Write a file so that readers see the old bytes or the new ones, never a part."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    with part.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
