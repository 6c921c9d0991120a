"""What every stage's flow does around its work: lock, open warehouse, run record, status, tidy end."""

from __future__ import annotations

import shutil
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from prefect.cache_policies import NO_CACHE
from prefect.runtime import flow_run
from prefect.tasks import exponential_backoff
from pydantic import BaseModel, ConfigDict

from flows.fingerprints import stage_hashes
from flows.progress import Progress, say
from flows.settings import Settings
from transforms.documents.read import RawDocument
from transforms.documents.reasons import UnreadableDocument
from transforms.records import Document
from warehouse.batches import read_batch
from warehouse.deliveries import Rejection, record_rejections
from warehouse.folder import DataFolder
from warehouse.rows import row_record
from warehouse.stages import DocumentStage, Selection, keep_results, stale_documents
from warehouse.status import write_status
from warehouse.store import Warehouse

# Every task: what can fail for a moment (disk, network) is tried again; what is done is known by the warehouse alone.
TASK_OPTIONS: dict[str, Any] = {
    "retries": 2, "retry_delay_seconds": exponential_backoff(backoff_factor=2), "retry_jitter_factor": 0.5,
    "cache_policy": NO_CACHE, "persist_result": False,
}


class StageReport(BaseModel):
    """What one stage did."""

    model_config = ConfigDict(frozen=True)

    stage: str
    documents_seen: int = 0
    documents_new: int = 0
    documents_changed: int = 0
    documents_rejected: int = 0
    events_added: int = 0
    events_changed: int = 0
    events_removed: int = 0
    release: str | None = None
    is_new_release: bool = False


class DocumentChoice(BaseModel):
    """Which documents a stage works on besides the stale ones."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    is_all: bool = False
    since: date | None = None
    document_ids: tuple[str, ...] = ()

    def selection(self) -> Selection:
        """The choice in the warehouse's terms."""
        return Selection(self.is_all, self.since, self.document_ids)


@dataclass(slots=True)
class StageRun:
    """An open run of one stage: its warehouse, settings, counts and a folder for its batches."""

    stage: str
    run_id: str
    warehouse: Warehouse
    settings: Settings
    counts: dict[str, int] = field(default_factory=dict)

    @property
    def work(self) -> Path:
        """Folder of the run's batches; removed when it ends."""
        return self.warehouse.folder.work / self.run_id

    def count(self, name: str, number: int = 1) -> None:
        """Add to one of the counts of `StageReport`."""
        self.counts[name] = self.counts.get(name, 0) + number

    def report(self, **more: Any) -> StageReport:
        """The counts so far as a report."""
        return StageReport(stage=self.stage, **self.counts, **more)

    def batches(self, document_ids: Sequence[str]) -> Iterator[tuple[Path, Sequence[str]]]:
        """The documents in parts of the set size, each with the folder its batch goes to."""
        size = self.settings.batch_documents
        for number, start in enumerate(range(0, len(document_ids), size)):
            yield self.work / f"{self.stage}-{number:05d}", document_ids[start : start + size]


@contextmanager
def stage_run(stage: str, settings: Settings) -> Iterator[StageRun]:
    """Hold the working folder while one stage runs, and record how it went.

    Waits (saying so) while another run holds the folder. The run's row and `status.json` tell of failures too.
    """
    folder = DataFolder(settings.data)
    with folder.locked(say), Warehouse.open(folder) as warehouse:
        folder.clear_leftovers()
        run = StageRun(stage, uuid4().hex[:12], warehouse, settings)
        started_at = now()
        _record(run, started_at, "running")
        try:
            yield run
        except BaseException as error:
            _record(run, started_at, "failed", message=f"{type(error).__name__}: {error}")
            raise
        else:
            _record(run, started_at, "done")
        finally:
            shutil.rmtree(run.work, ignore_errors=True)
            write_status(warehouse, now())


def _record(run: StageRun, started_at: datetime, state: str, message: str | None = None) -> None:
    with run.warehouse.transaction():
        run.warehouse.delete_where("runs", "run_id", [run.run_id])
        run.warehouse.insert("runs", [{
            "run_id": run.run_id, "stage": run.stage, "started_at": started_at,
            "finished_at": None if state == "running" else now(), "state": state, "message": message,
            "documents_seen": run.counts.get("documents_seen", 0),
            "documents_changed": run.counts.get("documents_new", 0) + run.counts.get("documents_changed", 0),
            "documents_rejected": run.counts.get("documents_rejected", 0),
        }])


def now() -> datetime:
    """The clock, read in the flows only."""
    return datetime.now(UTC)


def run_name() -> str:
    """Name of a flow run: the flow and the UTC day it runs on."""
    return f"{flow_run.flow_name} {now():%Y-%m-%d}"


def failed_document(stage: str, document: Document | RawDocument, error: Exception) -> Rejection:
    """Why a stage could not use one document, for `rejected_documents`.

    An error that the stage does not expect is a bug: it is recorded with the place it came from; the others go on.
    """
    if isinstance(error, UnreadableDocument):
        reason_code, detail = error.reason_code, error.detail
    else:
        last = traceback.extract_tb(error.__traceback__)[-1]
        reason_code = "stage_failed"
        detail = f"{type(error).__name__}: {error} ({Path(last.filename).name}:{last.lineno}); please report it"
    return Rejection(
        stage, document.source_id, document.external_id or document.url or document.document_id, reason_code, detail,
        document.document_id, document.content_sha256,
    )


def run_batches(
    run: StageRun,
    stage: DocumentStage,
    choice: DocumentChoice,
    *,
    export: Callable[[Path, Sequence[str]], Path],
    transform: Callable[[Path, Path], Path],
) -> StageReport:
    """Take a stage's documents out of the warehouse batch by batch, transform each, and keep the results.

    Args:
        run: the open run.
        stage: the stage, whose stale documents are worked on.
        choice: documents besides the stale ones.
        export: writes documents into a folder as a batch and gives its path.
        transform: makes the results of a batch in a second folder and gives its path.
    """
    hashes = stage_hashes(stage)
    stale = stale_documents(run.warehouse, stage, hashes, choice.selection())
    with Progress(stage, len(stale)) as progress:
        for folder, document_ids in run.batches(stale):
            results = transform(export(folder / "in", document_ids), folder / "out")
            refused = _keep_rejections(run, results)
            keep_results(run.warehouse, stage, hashes, document_ids, results, refused)
            run.count("documents_changed", len(document_ids) - len(refused))
            progress.add(len(document_ids))
    run.count("documents_seen", len(stale))
    return run.report()


def _keep_rejections(run: StageRun, batch: Path) -> list[str]:
    """Record the documents that a batch could not use, and give their ids."""
    rejections = [row_record(Rejection, row) for row in read_batch(batch, "rejections")]
    with run.warehouse.transaction():
        record_rejections(run.warehouse, rejections, now())
    run.count("documents_rejected", len(rejections))
    return [rejection.document_id for rejection in rejections if rejection.document_id]
