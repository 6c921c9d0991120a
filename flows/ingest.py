"""Stage 1: what was published, and what exactly did we receive?"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from prefect import flow, task

from flows.progress import Progress
from flows.settings import Settings
from flows.sources.files import list_files, receive_file
from flows.sources.listing import Source, configured_sources, given_source
from flows.sources.received import Received
from flows.stage import TASK_OPTIONS, StageReport, StageRun, now, run_name, stage_run
from transforms.documents.decode import decode_text
from transforms.documents.identity import document_id
from transforms.documents.reasons import UnreadableDocument
from warehouse.batches import read_batch, write_batch
from warehouse.deliveries import Delivery, register_deliveries
from warehouse.folder import DataFolder
from warehouse.rows import record_row, row_record

FILES_A_TASK = 200


@flow(name="ingest", flow_run_name=run_name)
def ingest(paths: Sequence[str] = (), settings: Settings | None = None) -> StageReport:
    """Receive the documents of the given paths, or of the configured sources where none are given.

    Raises:
        FileNotFoundError: a path where there is nothing (before anything is received).
    """
    settings = settings or Settings()
    with stage_run("ingest", settings) as run:
        inputs = list(_inputs(paths, settings))
        _remember_sources(run, [source for source, _ in inputs])
        for source, files in inputs:
            with Progress(f"ingest {source.source_id}", len(files), "files") as progress:
                for number, start in enumerate(range(0, len(files), FILES_A_TASK)):
                    part = files[start : start + FILES_A_TASK]
                    folder = run.work / f"{source.source_id}-{number:05d}"
                    for batch in receive_files(part, source.source_id, settings, folder):
                        _register(run, batch)
                    progress.add(len(part))
        return run.report()


@task(name="receive files", task_run_name="receive {folder.name}", tags=["ingest"], **TASK_OPTIONS)
def receive_files(
    files: Sequence[tuple[Path, Path]], source_id: str, settings: Settings, folder: Path
) -> list[Path]:
    """Keep the bytes of some files' documents and give the batches that list them."""
    deliveries = _deliveries(files, source_id, settings)
    batches: list[Path] = []
    while part := list(islice(deliveries, settings.batch_documents)):
        rows = [record_row(delivery, position=position) for position, delivery in enumerate(part)]
        batches.append(write_batch(folder / f"{len(batches):05d}", {"deliveries": rows}))
    return batches


def _inputs(paths: Sequence[str], settings: Settings) -> Iterator[tuple[Source, list[tuple[Path, Path]]]]:
    if paths:
        files = [found for path in paths for found in list_files(Path(path))]
        yield given_source(settings.source_id), files
        return
    sources, base = configured_sources(DataFolder(settings.data).sources)
    for source in sources:
        yield source, list(list_files(source.path(base)))


def _remember_sources(run: StageRun, sources: Iterable[Source]) -> None:
    rows = [source.model_dump() for source in sources]
    with run.warehouse.transaction():
        run.warehouse.delete_where("sources", "source_id", [row["source_id"] for row in rows])
        run.warehouse.insert("sources", rows)


def _register(run: StageRun, batch: Path) -> None:
    deliveries = [row_record(Delivery, row) for row in read_batch(batch, "deliveries")]
    outcomes = register_deliveries(
        run.warehouse, deliveries, run.run_id, run.counts.get("documents_seen", 0), now()
    )
    run.count("documents_seen", len(outcomes))
    for outcome in outcomes:
        if outcome != "unchanged":
            run.count(f"documents_{outcome}")


def _deliveries(
    files: Iterable[tuple[Path, Path]], source_id: str, settings: Settings
) -> Iterator[Delivery]:
    folder = DataFolder(settings.data)
    for file, root in files:
        for received in receive_file(file, root, settings.max_document_bytes):
            yield _deliver(received, source_id, folder)


def _deliver(received: Received, source_id: str, folder: DataFolder) -> Delivery:
    if received.content is None:
        return Delivery(source_id, received.location, external_id=received.external_id,
                        reason_code=received.reason_code, detail_text=received.detail_text)
    digest = hashlib.sha256(received.content).hexdigest()
    identifier = document_id(source_id, received.external_id, received.url, digest)
    delivery = Delivery(
        source_id, received.location, identifier, received.external_id, received.url, received.media_type, digest,
        len(received.content), received.updated_text,
    )
    # Pages and records may say their encoding inside: normalize judges those.
    if received.media_type in ("text/plain", "text/markdown"):
        try:
            decode_text(received.content)
        except UnreadableDocument as error:
            return Delivery(source_id, received.location, identifier, received.external_id, content_sha256=digest,
                            size_bytes=len(received.content), reason_code=error.reason_code, detail_text=error.detail)
    folder.store_raw(digest, received.content)
    return delivery

