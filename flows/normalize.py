"""Stage 2: what does each document say happened, to whom, where?"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from prefect import flow, task

from flows.gazetteer import load_gazetteer
from flows.settings import Settings
from flows.stage import (
    TASK_OPTIONS,
    DocumentChoice,
    StageReport,
    failed_document,
    run_batches,
    run_name,
    stage_run,
)
from transforms.actors.era import days_of_holders
from transforms.documents.read import RawDocument, read_document
from transforms.documents.sentences import split_sentences
from transforms.events.mentions import find_mentions
from warehouse.batches import read_batch, valid_rows, write_batch
from warehouse.deliveries import Rejection
from warehouse.folder import DataFolder
from warehouse.rows import Row, participant_rows, record_row, region_rows, row_record
from warehouse.stages import WRITES


@flow(name="normalize", flow_run_name=run_name)
def normalize(choice: DocumentChoice | None = None, settings: Settings | None = None) -> StageReport:
    """Read stale documents (or those chosen) and find what they report."""
    settings = settings or Settings()
    with stage_run("normalize", settings) as run:
        return run_batches(
            run, "normalize", choice or DocumentChoice(),
            export=run.warehouse.export_latest,
            transform=lambda received, folder: normalize_batch(received, folder, settings),
        )


@task(name="normalize batch", task_run_name="normalize {folder.parent.name}", tags=["normalize"], **TASK_OPTIONS)
def normalize_batch(received: Path, folder: Path, settings: Settings) -> Path:
    """Normalize one batch of documents: Parquet in, Parquet out."""
    rows: dict[str, list[Row]] = {name: [] for name in (*WRITES["normalize"], "rejections")}
    for row in read_batch(received, "raw_documents"):
        result = _normalize_document(row, settings)
        if isinstance(result, Rejection):
            rows["rejections"].append(record_row(result))
            continue
        for name, found in result.items():
            rows[name] += found
    return write_batch(folder, rows)


def _normalize_document(row: Row, settings: Settings) -> dict[str, list[Row]] | Rejection:
    content = DataFolder(settings.data).raw_file(row["content_sha256"]).read_bytes()
    raw = row_record(RawDocument, row | {"content": content})
    try:
        document = read_document(
            raw,
            max_characters=settings.max_document_characters,
            fitting_days=partial(days_of_holders, gazetteer=load_gazetteer()),
        )
        mentions = find_mentions(
            document,
            sentences=split_sentences(document.text, document.regions, document.language),
            gazetteer=load_gazetteer(),
        )
        return valid_rows({
            "documents": [record_row(document)],
            "document_regions": list(region_rows(document)),
            "normalized_mentions": [record_row(mention, event_id=None) for mention in mentions],
            "normalized_participants": [row for mention in mentions for row in participant_rows(mention)],
        })
    except Exception as error:  # noqa: BLE001 -- one document must not stop the others; the error is recorded with it
        return failed_document("normalize", raw, error)
